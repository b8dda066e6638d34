"""Continuations: names that go on after a name: 市政府 + 办公室, 商务部 + 电子商务司, 明河大学 + 材料学院."""

from loaders.names import beginnings, headed, pointers
from loaders.names.beginnings import REACH
from loaders.names.edges import HARD, Edges
from loaders.names.mention import Mention
from loaders.names.soundness import departments, departments_end
from loaders.names.tails import Tail

DIVISIONS = frozenset("局司处科室庭股")
"""Tails of what a body is divided into: 商务部电子商务司 is of 商务部."""

_DIVIDED = frozenset("部署局厅院委会办")
_SCHOOLS = ("大学", "学院", "学校", "医院", "科学院", "研究院")
_FACULTIES = ("学院", "研究院", "研究所", "研究中心", "实验室", "重点实验室", "书院", "医院")
_ACADEMIES = ("科学院", "工程院")  # 中国科学院微系统与信息技术研究所
_ASSEMBLIES = ("政协", "人大", "人大常委会")
_MEMBERS = ("代表", "委员", "常委", "机关", "部分代表", "部分委员")
_COMMITTEES = ("委", "委员会")
_UNIONS = ("联合会", "总工会", "工商联", "妇联", "商会", "协会")
_DWELLINGS = ("社区", "村", "小区")
_TITLED = ("长", "书记", "主任", "主席", "经理")  # 商务局局长司空南: no 司
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
    inner = last.text.endswith(_ACADEMIES) or is_faculty(last, word)
    joints = "与和" if inner and gap[:1] not in ("与", "和") else ""
    if len(gap) > REACH or _parts(gap, tail) or not _plain(edges, last.stop, start, joints):
        return False
    return not gap or not pointers.at(edges.text, last.stop)


def _belongs(last: Mention, gap: str, word: str, tail: Tail) -> bool:
    """Tell whether a tail can go on after a name of that type."""
    if last.type == tail.type in ("Place", "Enterprise") and len(gap) < _NEAR and not last.generic:
        return True
    if is_faculty(last, word) or is_faculty(last, gap):
        return True
    if last.type == "Place" and last.text.endswith(headed.ZONES):
        return _of_zone(last, gap, word, tail)
    if last.type == "Place":
        return not gap and _of_place(last, word, tail)
    if not gap and last.text.endswith(_ASSEMBLIES) and word.endswith(_COMMITTEES):
        return True  # 省政协民宗委 is no 省民宗委
    return _is_part(last, gap, word, tail)


def _of_zone(last: Mention, gap: str, word: str, tail: Tail) -> bool:
    """Tell whether a tail makes a name with a zone: 某省开发区综合考评第二评估组, 云湖经开区工会联合会."""
    if "team" in tail.flags:
        return True
    if tail.type == "Organization":
        return word in _UNIONS and len(gap) <= len("总工会")
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
        divided = last.type == "PublicBody" and last.text[-1] in _DIVIDED
        return divided and word in DIVISIONS and len(gap) > 1
    if last.type == "InspectionTeam":
        return False
    if last.type in ("Enterprise", "Organization") and tail.type == "PublicBody":
        return not gap
    return not last.generic or not gap


def _parts(gap: str, tail: Tail) -> bool:
    """Tell whether words between two names part them: 等, a verb of seeing, one of sending a team."""
    sent = "team" in tail.flags and beginnings.SENDS.search(gap)
    return "等" in gap or gap.endswith(_TITLED) or bool(beginnings.SEEING.search(gap) or sent)


def _of_place(last: Mention, word: str, tail: Tail) -> bool:
    """Tell whether a tail straight after a place makes a name with it: a firm's park, a village's school."""
    if tail.type == "PublicBody":
        return bool({"site", "part"} & tail.flags)
    if tail.type == "Enterprise":
        return word.endswith("公司")
    return (
        last.text.endswith(_DWELLINGS) and tail.type == "Organization" and "weak" not in tail.flags
    )


def is_faculty(last: Mention, word: str) -> bool:
    """Tell whether a tail can end the name of a part of a school."""
    part = word in _FACULTIES or word.startswith("附属")
    return last.type == "Organization" and last.text.endswith(_SCHOOLS) and part


def keeps_whole(last: Mention, word: str) -> bool:
    """Tell whether what a name goes on after stays a thing of its own: 商务部 of 商务部电子商务司."""
    return word in DIVISIONS or last.text.endswith("领导小组") or is_faculty(last, word)


def _plain(edges: Edges, start: int, stop: int, joints: str = "") -> bool:
    """Tell whether a name may go across a stretch; `joints` part no names in it."""
    return all(
        edges.text[at] not in HARD and (edges.text[at] in joints or not edges.is_edge(at + 1))
        for at in range(start, stop)
    )
