"""Posted: the body that stands before a title, made of the words there: 排水管理处, 某大学学生处, 菲参议院."""

import functools
import re
from dataclasses import dataclass, replace

from loaders import lexicons
from loaders.grammar import titles
from loaders.names.edges import HARD, Edges
from loaders.names.found import Found
from loaders.names.mention import Mention, Mentions
from loaders.names.pointers import POINTERS

BODIES = ("PublicBody", "District", "Enterprise", "Organization", "Place")
REACH = 160  # code points before a name in which its chain of posts stands
_LONGEST, SHORTEST, _BRIEF = 24, 3, 8
_HOME = ("中国", "中华人民共和国")
CONTRACTED = frozenset(f"{one}长" for one in "部局厅司处科署")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·]+")
_NO_NAME = re.compile(
    r"[在由向将已了是不从被把给于我该各的这那某为]|(?<!责)任|(?<!土耳)其|(?<!公共安)(?<!国家安)全|对(?!外|口|台)|就(?!业)|(?<![高平中])等(?!离)|本(?!科|溪|钢)|相关|有关|主要|分管|之一|单位|部门|领导|同志|代表(?!团|处)|老师|先生|女士|\d[年月日]"
)
_NO_PART = re.compile(r"级|内(?![政务])|域|直|里|属|驻|原|前|兼|副")
_JOINTS = "和与及"
_TITLED = ("书记", "主任", "主席", "经理", "局长", "部长", "院长", "会长", "校长", "处长")
_GENERIC = re.compile(
    r"集团公司|(?:总|分|子|有限|股份|责任)*(?:公司|集团|企业|学院|学校|医院|银行|协会|大学|中心|机构|组织|法院|检察院|委员会|研究院|研究所|学会|商会|央行|总行|支部|院|校|会|部|局|处|科|室|办公室)"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with what is known of it: its names, its districts, and where names may begin."""

    text: str
    named: Mentions
    districts: Found
    edges: Edges


@dataclass(frozen=True, slots=True)
class Post:
    """What follows the name of a body: a title, and whether only firms give it or one joined to it."""

    title: titles.Title
    firm: bool


def body(scene: Scene, span: tuple[int, int], post: Post) -> Mention | None:
    """Make the body that a post names between two positions, if there is one that is not named yet."""
    text, edges = scene.text, scene.edges
    start, stop = span
    inside = [
        one for one in scene.named.within(start, stop + len("集团"), *BODIES) if one.start >= start
    ]
    last = max(inside, key=lambda one: (one.stop, -one.start), default=None)
    if last is not None and last.stop >= stop:
        return _joined(text, inside, last)
    begin = _begin(edges, last.stop if last else start, stop)
    if last is not None and begin > last.stop:
        rest = text[last.stop : stop]
        rest += post.title.text[: _shared(rest, post.title)]
        if not _sound(rest) or edges.holds_word(last.stop, stop) or kind_of(rest) is None:
            last = None  # else a single character that may stand before names stands inside one: 国家杜马
    words = text[last.stop if last else begin : stop]
    stop += _shared(words, post.title)
    words = text[last.stop if last else begin : stop]
    if last is None:
        return _alone(scene, begin, stop, words, post)
    return _after(scene, last, stop, post)


def _joined(text: str, inside: list[Mention], last: Mention) -> Mention | None:
    """Make one name of a body and what goes on after it to a body found on its own: 某街道办事处 + 武装部."""
    if last.type not in ("PublicBody", "Organization") or last.area or last.generic:
        return None
    before = [one for one in inside if one.stop <= last.start and one.type in _OWNING]
    one = max(before, key=lambda one: (one.stop, -one.start), default=None)
    if one is None or one.generic:
        return None
    gap = text[one.stop : last.start]
    if gap and not (gap[-1] in _JOINTS and _sound(gap[:-1]) and len(gap) <= _GAP):
        return None
    whole = text[one.start : last.stop]
    kind = one.type if one.type == "Organization" else last.type
    return Mention(
        kind, one.start, last.stop, whole, one.area, (one.organ or one.text) + gap + last.text
    )


_OWNING = ("PublicBody", "Organization")
_GAP = 10  # code points: 非公有制经济组织和


def _shared(words: str, title: titles.Title) -> int:
    """Give how many code points at the head of a title end the name of its body: 能源 + 部长, 建发 + 集团总经理."""
    if not words or kind_of(words) is not None:
        return 0
    if title.text in CONTRACTED or title.text == "系主任":
        return 1
    return len("集团") if title.text.startswith("集团") else 0


def _begin(edges: Edges, floor: int, stop: int) -> int:
    """Give where a name that ends at `stop` begins; what joins two parts of one name parts none."""
    at = stop
    while at > max(floor, stop - _LONGEST):
        before = edges.text[at - 1]
        if before in HARD or (edges.is_edge(at) and not (before in _JOINTS and at - 1 > floor)):
            break
        at -= 1
    return at


def _alone(scene: Scene, begin: int, stop: int, words: str, post: Post) -> Mention | None:
    """Make a body of words that no name stands before."""
    text = scene.text
    lead = _LEAD.match(words)
    if lead is not None:
        begin, words = begin + lead.end(), words[lead.end() :]
    pointer = next((one for one in POINTERS if words.startswith(one)), "")
    stem = words[len(pointer) :]
    if scene.text[begin - 1 : begin] in _POINTING and words[0] in _UNITS and len(words) > SHORTEST:
        return _alone(scene, begin + 1, stop, words[1:], post)  # 该院 + 重症医学科
    country = _country(scene, begin, words)
    if country is not None:
        own = len(_STATE) if words.startswith(_STATE) else 0
        return _national(begin + own, words[own:], country + words[1:])
    if not _sound(stem) or words in lexicons.words("shared_organs"):
        return None
    kind = kind_of(stem, post.title)
    if kind is None and not pointer and post.firm and _brand(words):
        return Mention("Enterprise", begin, stop, words, organ=words)
    if kind is None or len(words) < SHORTEST:
        return None
    if text.startswith("中共", begin - 2) and begin > 1 and kind == "Organization":
        begin -= len("中共")  # 中共一大纪念馆
        words = text[begin:stop]
    kind = "PublicBody" if pointer and words.endswith("委员会") else kind
    area = pointer if kind != "Enterprise" else ""
    return Mention(kind, begin, stop, words, area, stem if area else words)


_LEAD = re.compile(
    r"(?:原(?![子平阳州则油料])|前(?![进门锋海哨沿])|[时现新首前]任|第[\d一二三四五六七八九十]{1,4}[任届])(?=[\u4e00-\u9fff]{3})"
)
"""Words before the name of a body that say when its post was held."""


def _after(scene: Scene, last: Mention, stop: int, post: Post) -> Mention | None:
    """Make a body that begins with a name: a country's ministry, a school's office, a town's station."""
    text, words = scene.text, scene.text[last.stop : stop]
    if (
        last.type == "Enterprise"
        and len(words) == 1
        and words not in "原前现"
        and post.firm
        and _NAME.fullmatch(words)
    ):
        whole = text[last.start : stop]
        return Mention("Enterprise", last.start, stop, whole, organ=whole)  # 腾讯云副总裁
    lead = _LEAD.match(words) if last.type == "District" else None
    if lead is not None:
        return _once(scene, last, (last.stop + lead.end(), stop), post)
    if not _sound(words) or last.generic or last.text in lexicons.words("generic_areas"):
        return None
    kind = kind_of(words, post.title)
    whole = text[last.start : stop]
    if last.type in ("Enterprise", "Organization", "PublicBody"):
        if kind is None:
            return None
        if last.type != "PublicBody" or words.endswith(_OFFICES):
            kind = last.type
        return Mention(kind, last.start, stop, whole, last.area, (last.organ or last.text) + words)
    if kind is None:
        firm = post.firm and _brand(words)
        return Mention("Enterprise", last.start, stop, whole, organ=whole) if firm else None
    if last.type == "Place" or kind == "Enterprise":
        return Mention(kind, last.start, stop, whole, organ=whole)
    if _abroad(last, scene.districts):
        return Mention("Organization", last.start, stop, whole, organ=whole)
    return Mention(kind, last.start, stop, whole, last.area, words)


def _once(scene: Scene, last: Mention, span: tuple[int, int], post: Post) -> Mention | None:
    """Make a body whose area stands before 原 or 前: 某国前 + 公共安全部长."""
    made = _alone(scene, *span, scene.text[slice(*span)], post)
    if made is not None and _abroad(last, scene.districts):
        return _national(made.start, made.text, last.text + made.text)
    return replace(made, area=last.area) if made else None


def _brand(words: str) -> bool:
    """Tell whether words without a tail can be the short name of a firm."""
    return 1 < len(words) <= _BRIEF and not set(words) & set(_JOINTS)


def _national(begin: int, words: str, whole: str) -> Mention:
    """Make a body one of the country that its full name begins with: 能源部 of 某国能源部."""
    stop = begin + len(words)
    return Mention("Organization", begin, stop, words, organ=whole, stands_for=whole)


def _country(scene: Scene, begin: int, words: str) -> str | None:
    """Give the country that 该国, or one character, stands for before a body: 该国 + 能源部, 菲 + 参议院."""
    if len(words) < SHORTEST + 1 or not _sound(words[1:]) or kind_of(words[1:]) is None:
        return None
    if words.startswith(_STATE) and scene.text[begin - 1 : begin] == "该":
        near = scene.districts.within(max(0, begin - REACH), begin)
        return next((one.text for one in reversed(near) if _abroad(one, scene.districts)), None)
    full = _BRIEFLY.get(words[0])
    return full if full and full in scene.text else None


_POINTING, _UNITS = ("该", "我", "本"), "院校局厅委司行社所站"
_STATE = "国"
_BRIEFLY = {
    "菲": "菲律宾", "俄": "俄罗斯", "美": "美国", "英": "英国", "法": "法国", "德": "德国", "韩": "韩国", "朝": "朝鲜", "印": "印度",
    "泰": "泰国", "越": "越南", "澳": "澳大利亚", "加": "加拿大", "乌": "乌克兰", "伊": "伊朗", "巴": "巴基斯坦", "哈": "哈萨克斯坦",
}  # fmt: skip
"""Countries by the one character that stands for them before their bodies."""


def _abroad(one: Mention, districts: Found) -> bool:
    area = districts.areas.get(one.area)
    country = area is not None and area.level == "country"
    return one.text not in _HOME and (country or one.text in lexicons.words("countries_short"))


def _sound(words: str) -> bool:
    """Tell whether words can be the name of a body, or its end."""
    if not _NAME.fullmatch(words) or _NO_NAME.search(words) or _NO_PART.match(words):
        return False
    if _GENERIC.fullmatch(words) or words[0] in _JOINTS or words[-1] in _JOINTS:
        return False
    return not any(one in words.removesuffix("部长会议") for one in _TITLED)


_OFFICES = (*"处科室庭部局司厅委办署组站队", "委员会", "理事会")
"""How divisions of a public body end that are public bodies themselves."""


def kind_of(words: str, title: titles.Title | None = None) -> str | None:
    """Give the type of what a name that ends so stands for, or None where it tells nothing.

    A head says it too: what a 馆长 heads is a 馆.
    """
    match = _tails().search(words)
    if match is not None:
        return _kinds()[match.group()]
    head = title.head[-2:] if title is not None else ""
    headed = (
        head[1:] == "长" and words.endswith(head[0]) and len(words) > (head == "组长") * _GROUP + 1
    )
    return _HEADED.get(head[0]) if headed else None


_GROUP = 3
_HEADED = {
    **dict.fromkeys("院馆校会台社园团", "Organization"), **dict.fromkeys("站队所场组", "PublicBody"),
    **dict.fromkeys("厂行店矿", "Enterprise"),
}  # fmt: skip
"""What the name of a body ends with that a 院长, 馆长, 站长 heads."""


@functools.cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.rows("post_tails")}


@functools.cache
def _tails() -> re.Pattern[str]:
    longest = sorted(_kinds(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest))})$")
