"""Soundness: whether what stands before a tail can be a name with it, or the tail only ends a word (格局)."""

import functools
import re

from loaders import lexicons
from loaders.names import places
from loaders.names.pointers import POINTERS
from loaders.names.tails import Tail

GENERIC = frozenset(
    ("公司", "集团", "学校", "医院", "银行", "协会", "大学", "开发区", "经开区", "高新区")
)
"""Tails that stand for something named elsewhere."""

BARE = frozenset((
    "政府", "人民政府", "党委", "党工委", "党组", "人大", "政协", "纪委", "法院", "检察院", "监委", "派出所", "工委",
    "人民法院", "人民检察院", "公安机关", "检察机关", "纪检监察机关", "司法行政机关", "审计机关", "税务机关",
))  # fmt: skip
"""Organs that are no body when nothing stands before them."""

_NOT_AFTER = {
    "学": "生者习城", "行": "业卡长为动走驶政程", "司": "制法令", "团": "化军", "组": "织", "织": "者生开部", "场": "化",
    "院": "士", "所": "有", "协": "议定同", "口": "岸", "部": "门队分署位", "科": "学技研员级", "处": "罚理置于在级",
    "局": "面部势级", "会": "议见谈场", "进": "党", "社": "会区", "村": "民", "空": "市产运业工博展港货", "视": "新网频春", "党": "派", "平": "洋", "寿": "保", "券": "市公投交化监所法从行业商期时", "厅": "级", "心": "城组敬小幼卫血粮福集苏校医广", "队": "伍员",
    "委": "员托派任培屈", "办": "公法理事学厂案好成完结实件证得起",
}  # fmt: skip
_STILL = ("议员",)
_STEM = 2
_LONGEST_STEM = 14
_LONGEST_TASK = 20
_KINDS = re.compile(
    r"(?:世界|国际|国内外?|国外|海外|顶尖|一流|知名|著名|名牌|重点|地方|民办|公办|综合性|应用型|研究型|新生|圆梦|青年|老年|全省|全国|\d+所)*"
)
_DWELLINGS = ("社区", "小区", "村")
_AND_SO_ON = re.compile(r"(?<![高中初平同优])等(?![级离])")
_HEADS = ("局长", "部长", "处长", "科长", "司长", "庭长", "厅长")
_TERM = re.compile(
    r"(?:第?[一二三四五六七八九十\d]+届|本届|人民|高级|中级|最高|终审|高等|特区|特别行政区)*"
)


def is_word(text: str, start: int, stop: int) -> bool:
    """Tell whether the tail at `[start, stop)` ends a word that is no name (格局, 科学技术).

    >>> is_word("高质量发展格局", 6, 7), is_word("市教育局", 3, 4)
    (True, False)
    """
    if goes_on(text, stop):
        return True
    vetoed = vetoes()
    if text.startswith(_HEADS, stop) and text[stop : stop + 2] == text[stop - 1] + "长":
        return False  # 国家安全局局长: no 全局
    return any(text[at:stop] in vetoed for at in range(max(0, start - 3), start + 1))


def goes_on(text: str, stop: int) -> bool:
    """Tell whether the last word before `stop` goes on, and names nothing: 水利部门.

    >>> goes_on("水利部门", 3), goes_on("水利部和", 3)
    (True, False)
    """
    after = text[stop : stop + 1]
    if text.startswith(_STILL, stop):
        return False  # 立法会议员
    return bool(after) and after in _NOT_AFTER.get(text[stop - 1], "")


def sound(stem: str, tail: Tail, word: str, area: str, length: int) -> bool:
    """Tell whether a stem and a tail can be a name at all.

    Args:
        stem: What stands before the tail, its area included.
        tail: How the name ends.
        word: The tail itself.
        area: Its area: a key, a pointer, or nothing.
        length: Code points of the stem that the area takes.
    """
    if "team" in tail.flags:
        return len(stem) < _LONGEST_TASK
    if "级" in stem.replace("高级", "").replace("中级", "") or (
        "weak" in tail.flags
        and tail.type == "PublicBody"
        and (not area or (len(word) == 1 and "field" not in tail.flags))
    ):
        return False
    if not stem and word in BARE:
        return False
    if and_so_on(stem):
        return False  # 甲区等区防汛指挥部
    if "field" in tail.flags:
        return bool(area) and _is_field(stem[length:])
    if area:
        return _sound_in(stem[length:], tail, word, pointed=area in POINTERS)
    if tail.type == "PublicBody":
        own = "own" in tail.flags and len(stem) >= _STEM
        return own or departments_end(stem) or (not stem and "bare" in tail.flags and len(word) > 1)
    if "weak" in tail.flags or (tail.type != "PublicBody" and _ONE_INSIDE.search(stem)):
        return False
    if stem and _says_none(stem, tail):
        return False
    return len(stem) >= _STEM or (not stem and word in GENERIC)


def _says_none(stem: str, tail: Tail) -> bool:
    """Tell whether a stem without an area says a sort or is a verb, and so names none: 辞去公司."""
    if tail.type in ("Place", "Organization"):
        return _says_kind(stem)
    verb = tail.type == "Enterprise" and len(stem) <= _STEM
    return verb and _verbs().search(stem) is not None


def and_so_on(stem: str) -> bool:
    """Tell whether a 等 ends a list inside a stem: 甲区等区防汛指挥部; 高等教育 holds none."""
    return _AND_SO_ON.search(stem) is not None


def _says_kind(stem: str) -> bool:
    """Tell whether a stem only counts things, says of what kind they are, or ends with a verb."""
    lead = _leads().match(stem)
    if lead is not None and len(stem) - lead.end() < _STEM:
        return True  # 要守好古村
    kinds = _KINDS.fullmatch(stem) or _verbs().search(stem)
    return places.counted(stem) or not places.own(stem) or kinds is not None


def _sound_in(rest: str, tail: Tail, word: str, *, pointed: bool) -> bool:
    """Tell whether the rest of a name after its area can be one."""
    vague = places.vague(rest) and not places.own(rest)
    if tail.type == "Place" and (vague or rest == "有"):
        return False  # 长沙城区水厂; 某地有机场
    if tail.type != "PublicBody" and (_ONE_OF.match(rest) or _ONE_INSIDE.search(rest)):
        return False  # 某地多座医院
    if (rest in ("", "第一") and word in _DWELLINGS) or (pointed and rest.startswith(_OF_LEVEL)):
        return False  # 某街道社区, 省会城市口岸
    if rest:
        return tail.type != "PublicBody" or word not in BARE or _TERM.fullmatch(rest) is not None
    plain = "weak" not in tail.flags and (
        tail.type == "Organization" or (tail.type == "Place" and not pointed)
    )
    return "bare" in tail.flags or plain


def _is_field(stem: str) -> bool:
    """Tell whether a stem is what a department is named after and nothing else."""
    return department_length(stem) == len(stem) > 1 or departments(stem)


def counts(text: str, begin: int) -> bool:
    """Tell whether a number and its measure stand before a position, so that no one thing is named.

    >>> counts("建设一批示范基地", 4), counts("建设示范基地", 2)
    (True, False)
    """
    return _COUNTED.search(text, max(0, begin - _MEASURE), begin) is not None


_COUNTED = re.compile(
    r"(?:[一二两三四五六七八九十几数百多\d]余?|若干)(?:个|批|座|处|所|家|片|幢|栋|间|支)$"
)
_ONE_OF = re.compile(
    r"[东南西北中]部|最[大高好早]|多[座家所个处]|[一两二三四五六七八九十几]+[座家所]|首批|唯一|不少|大批|部分"
)
_OF_LEVEL = ("会城市", "内", "外", "级", "里")
_ONE_INSIDE = re.compile(
    r"最[大高好早]|多[座家个处]|有关|相关|各|部门|单位|公检法|周边|附近|工作[进与]|\d+[个家座所]"
)
_MEASURE = 4  # code points: 十余家


def departments(stem: str) -> bool:
    """Tell whether a stem is what one department, or two joined by 和, are named after."""
    return bool(stem) and all(one in _stems() for one in re.split("[和与]", stem))


def departments_end(stem: str) -> bool:
    """Tell whether a stem ends with what departments are named after (水利 of 水利厅)."""
    return department_length(stem) > 0


def department_length(stem: str) -> int:
    """Give how many code points at the end of a stem are what a department is named after.

    >>> department_length("近年来省药监"), department_length("开新")
    (2, 0)
    """
    stems = _stems()
    starts = range(max(0, len(stem) - _LONGEST_STEM), len(stem))
    return next((len(stem) - at for at in starts if stem[at:] in stems), 0)


@functools.cache
def _verbs() -> re.Pattern[str]:
    """Match a stem that ends with a verb, of which nothing is left: 照顾好 + 安置点."""
    return re.compile(
        f"(?:{'|'.join(map(re.escape, lexicons.words('verbs_before_names')))}|至|到)$"
    )


@functools.cache
def _leads() -> re.Pattern[str]:
    """Match a verb of two characters or more at the head of a stem."""
    words = [one for one in lexicons.words("verbs_before_names") if len(one) > 1]
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


@functools.cache
def _stems() -> frozenset[str]:
    return frozenset(lexicons.words("organ_stems"))


@functools.cache
def vetoes() -> frozenset[str]:
    """Give the words that end like a name and are none."""
    return frozenset(lexicons.words("not_tails"))
