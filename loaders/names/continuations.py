"""Continuations: names that go on after a name: 市政府 + 办公室, 商务部 + 电子商务司, 明河大学 + 材料学院."""

import re

from loaders.names import beginnings, headed, pointers, soundness
from loaders.names.beginnings import REACH
from loaders.names.edges import HARD, Edges
from loaders.names.mention import Mention
from loaders.names.soundness import departments, departments_end
from loaders.names.tails import Tail

DIVISIONS = frozenset(("局", "司", "处", "科", "室", "庭", "股", "总局"))
"""Tails of what a body is divided into: 商务部电子商务司 is of 商务部."""

_DIVIDED = frozenset("部署局厅院委会办")
_SCHOOLS = ("大学", "学院", "学校", "中学", "小学", "医院", "科学院", "研究院")
_FACULTIES = ("学院", "研究院", "研究所", "研究中心", "实验室", "重点实验室", "书院", "医院")
_AT_SCHOOL = (
    "校长",
    "教师",
    "学生",
    "校友",
    "家长",
    "教职工",
    "教授",
    "研究生",
    "青年",
    "毕业生",
    "留学生",
)
_ACADEMIES = ("科学院", "工程院")  # 中国科学院微系统与信息技术研究所
_ASSEMBLIES = ("政协", "人大", "人大常委会")
_OFFICES = ("办公室", "办公厅", "党委", "组")
_COMMISSIONS = ("委员会", "工委", "领导小组", "领导小组办公室")
_JOINTS = "与和及"
_REGIONS = ("特区政府", "特别行政区政府")
_MEMBERS = ("代表", "委员", "常委", "机关", "部分代表", "部分委员")
_COMMITTEES = ("委", "委员会")
_UNIONS = ("联合会", "总工会", "工商联", "妇联", "商会", "协会")
_KEEPERS = (
    "管理中心",
    "服务中心",
    "保护中心",
    "研究中心",
    "发展中心",
    "研究院",
    "研究所",
    "基金会",
)  # of a park
_SOCIETIES = ("会", "组织", "中心")
_TASK = 10  # code points of what a committee is for
_DWELLINGS = ("社区", "村", "小区")
_TITLED = re.compile(
    r"长$|(?:秘书|[局处科厅部区县市镇院校会])长|书记(?!处)|主任|主席(?!团)|经理|委员(?!会)|人员|干部|同志|[代愿]表?(?=同)|愿|会同|携手|联合(?!会)"
)  # 商务局局长司空南: no 司
_NEAR = 9  # 滨江新城 + 大数据 + 产业园


def goes_on(edges: Edges, last: Mention, start: int, word: str, tail: Tail) -> bool:
    """Tell whether the tail `word` that begins at `start` belongs to the name just before it."""
    gap = edges.text[last.stop : start]
    of_zone = tail.type == "PublicBody" and last.text.endswith(headed.ZONES)
    if of_zone and (departments(gap) or gap == "管理" or _of_office(edges, last.stop, start)):
        return True  # 兰州新区商务和文化旅游局
    if "team" in tail.flags and last.text.endswith(_ASSEMBLIES) and gap in _MEMBERS:
        return True  # 市人大代表视察组
    return _reaches(edges, last, start, word, tail) and _belongs(last, gap, word, tail)


def _reaches(edges: Edges, last: Mention, start: int, word: str, tail: Tail) -> bool:
    """Tell whether one name may go across what stands between a name and a tail."""
    gap = edges.text[last.stop : start]
    ends = {gap[:1], *(gap[-1:] if len(word) == 1 else "")}
    joints = _JOINTS if _may_join(last, word) and not ends & {*_JOINTS} else ""
    if joints and any(pointers.at(gap, at + 1) for at, one in enumerate(gap) if one in _JOINTS):
        return False  # 市委宣传部和市教育局
    if len(gap) > REACH or _parts(gap, tail) or not _plain(edges, last.stop, start, joints):
        return False
    return not gap or not pointers.at(edges.text, last.stop)


def _may_join(last: Mention, word: str) -> bool:
    """Tell whether a 和 may stand inside what a tail adds to a name: 省人大监察和司法委员会."""
    return (
        last.text.endswith((*_ACADEMIES, *_REGIONS))
        or is_faculty(last, word)
        or _is_division(last, word)
        or _is_committee(last, word)
        or (last.text.endswith("委") and word.endswith(_COMMISSIONS))
    )


def _belongs(last: Mention, gap: str, word: str, tail: Tail) -> bool:
    """Tell whether a tail can go on after a name of that type."""
    if last.type == tail.type in ("Place", "Enterprise") and len(gap) < _NEAR and not last.generic:
        return not (word in _DWELLINGS and gap and last.text.endswith("服务中心"))
    if (is_faculty(last, word) or is_faculty(last, gap)) and not (last.generic and gap):
        return True
    if last.type == "Place" and last.text.endswith(headed.ZONES):
        return _of_zone(last, gap, word, tail)
    if last.type == "Place" and last.text.endswith("大湾区"):
        return tail.type in ("Organization", "Enterprise") and len(gap) < _NEAR
    if last.type == "Place":
        return not gap and _of_place(last, word, tail)
    if last.type == "Organization" and last.text.endswith(_SCHOOLS) and gap in _AT_SCHOOL:
        return tail.type == "Organization"  # 某中学校长协会
    if _is_committee(last, word):
        return True  # 省政协民宗委 is no 省民宗委
    if last.organ == "委" and not gap and word.endswith("委员会"):
        return True  # 市委审计委员会
    if last.text.endswith(_REGIONS) and tail.type == "PublicBody" and bool(gap):
        return True  # 香港特区政府公务员事务局
    return _is_part(last, gap, word, tail)


def _of_zone(last: Mention, gap: str, word: str, tail: Tail) -> bool:
    """Tell whether a tail makes a name with a zone: 某省开发区综合考评第二评估组, 云湖经开区工会联合会."""
    if "team" in tail.flags:
        return True
    if tail.type == "Organization":
        bare = "bare" in tail.flags and not gap
        return bare or "part" in tail.flags or (word in _UNIONS and len(gap) <= len("总工会"))
    organ = tail.type == "PublicBody" and "bare" in tail.flags and word not in _ASSEMBLIES
    return not gap and (organ or _of_place(last, word, tail))


def _of_office(edges: Edges, start: int, stop: int) -> bool:
    """Tell whether a stretch ends with what a department is named after and names nothing else: 经济贸易发展 + 局."""
    stem = edges.text[start:stop]
    plain = len(stem) < _NEAR and not pointers.at(edges.text, start)
    return plain and departments_end(stem) and _plain(edges, start, stop)


def _is_part(last: Mention, gap: str, word: str, tail: Tail) -> bool:
    """Tell whether a tail names a part of a body, firm or organisation: an office, a division, a branch."""
    if "part" not in tail.flags:
        return _is_division(last, word) and len(gap) > 1
    if last.type == "InspectionTeam":
        return False
    if last.type in ("Enterprise", "Organization") and tail.type == "PublicBody":
        return not gap or (_is_board(last, word) and len(gap) <= _TASK)
    return not last.generic or not gap


def _is_board(last: Mention, word: str) -> bool:
    """Tell whether a tail ends the name of a committee of an association: 某学会 + 青年工作委员会."""
    return last.type == "Organization" and last.text.endswith(_SOCIETIES) and word == "委员会"


def _is_division(last: Mention, word: str) -> bool:
    """Tell whether a tail ends the name of a division of the body before it: 教育部职业教育与成人教育司."""
    return last.type == "PublicBody" and last.text[-1] in _DIVIDED and word in DIVISIONS


def _is_committee(last: Mention, word: str) -> bool:
    """Tell whether a tail ends the name of a committee of an assembly: 省人大监察和司法委员会."""
    return last.text.endswith(_ASSEMBLIES) and word.endswith(_COMMITTEES)


def _parts(gap: str, tail: Tail) -> bool:
    """Tell whether words between two names part them: 等, a verb of seeing, one of sending a team."""
    sent = ("team" in tail.flags and beginnings.SENDS.search(gap)) or beginnings.JOINED.match(gap)
    titled = _TITLED.search(gap) is not None
    return soundness.and_so_on(gap) or titled or bool(beginnings.SEEING.search(gap) or sent)


def _of_place(last: Mention, word: str, tail: Tail) -> bool:
    """Tell whether a tail straight after a place makes a name with it: a firm's park, a village's school."""
    if tail.type == "PublicBody":
        return bool({"site", "part"} & tail.flags)
    if tail.type == "Enterprise":
        return word.endswith("公司")
    if word in _KEEPERS or {"bare"} & tail.flags:
        return True
    return (
        last.text.endswith(_DWELLINGS) and tail.type == "Organization" and "weak" not in tail.flags
    )


def is_faculty(last: Mention, word: str) -> bool:
    """Tell whether a tail can end the name of a part of a school."""
    part = word.endswith(_FACULTIES) or word.startswith("附属")
    return last.type == "Organization" and last.text.endswith(_SCHOOLS) and part


def keeps_whole(last: Mention, word: str) -> bool:
    """Tell whether what a name goes on after stays a thing of its own: 商务部 of 商务部电子商务司."""
    whole = last.text.endswith(("领导小组", *_REGIONS))
    if last.type == "Enterprise" and last.text.endswith(("集团", "公司")) and word.endswith("中心"):
        return True
    if last.type == "PublicBody" and last.text.endswith("委") and not word.endswith(_OFFICES):
        return True  # 市委 of 市委宣传部
    return word in DIVISIONS or whole or is_faculty(last, word) or _is_board(last, word)


def _plain(edges: Edges, start: int, stop: int, joints: str = "") -> bool:
    """Tell whether a name may go across a stretch; `joints` part no names in it."""
    return all(
        edges.text[at] not in HARD and (edges.text[at] in joints or not edges.is_edge(at + 1))
        for at in range(start, stop)
    )
