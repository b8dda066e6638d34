"""Parties: who stands on the two sides of an agreement, in the list before a verb."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from loaders.grammar.reading import Reading
from loaders.names.agreements import ADVERBS, COUNTED, MATTER
from loaders.names.mention import Mention

PARTIES = ("Enterprise", "Organization", "PublicBody", "District")
"""Types that may sign."""

_ZONE = re.compile(
    r"(?:开发区|经济区|实验区|合作区|发展区|工业区|经开区|高新区|园区|工业园|产业园|科技园|软件园|集聚区|新区|新城|自贸区|试验区|保税区|度假区|示范区|科学城|科技城)$"
)
_PREMISES = re.compile(r"(?:中心|馆|院|公园|景区)$")
_BEFORE_JOINT = rf"(?:{ADVERBS}|则|又|将|了|成功|负责|代表){{0,4}}"
_STAGE = rf"(?:{ADVERBS}|(?:走|登)上(?:签约|主席|前|舞)?台|到场|亮相){{0,4}}"  # 依次上台，与…签约
_FACE = re.compile(
    rf"{COUNTED}{_STAGE}，?{_BEFORE_JOINT}(?P<face>与|同|和|跟|携手|牵手|联手|联合|会同|对接|对)(?:了)?(?:位于|来自)?{_BEFORE_JOINT}(?:(?:知名|龙头|本土|国内|头部|大型|上市|国有)?(?:企业|公司|央企|国企|高校))?(?:中国)?"
)
_LIST = re.compile(
    rf"(?:{COUNTED})(?:、|和|及|以及|，(?:以及|及|和)|，以及|[^，。；、与和]{{0,20}}(?:协议|合同|备忘录)书?、)(?:(?:来自|位于)[^，。、]{{1,10}}的)?(?:中国)?"
)
_BRACKETS = re.compile(
    r"（[^（）]{0,60}）|<[^<>]{0,60}>|\s+"
)  # and what is left of a page's markup
_MATTER = re.compile(MATTER)
_VENUE = re.compile(r"(?:在|于|赴|到|来到|位于|前往|走进|抵达|奔赴)[^，。、与和同（）]{0,8}$")
_SOURCE = re.compile(r"(?:来自|选址|落户|入驻|注册地)[^，。、]{0,6}$")
_MEANT = re.compile(r"(?:^|[，。、与同和该本我]|代表)$")  # 公司 of 该公司, not of 等七家公司
_WITHIN = re.compile(r"等[^，。]{0,10}?(?:机构|企业|公司|高校|院校|单位|客商|商会|协会|学校|医院)")
_LONGEST = 90
_ALL = re.compile(r"三方|四方|多方|各方|三地|四地|五方")
_TOGETHER = re.compile(
    r"双方|两方|两[地市省县区校院]|共同签|联合签|相互|互签|分别代表|(?<!等)(?<!家)(?<!企业)(?:签署|签订|签下|签定)"
)
_TOGETHER_AT = re.compile(r"合作(?:框架|意向|协议|备忘录)*签约仪式")  # of two alone
_FEW = 3
_MOST = 5  # parties that sign with one another
_TWO = 2


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of an agreement, and where the list of them begins."""

    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Link:
    """A party in a list, where its words stand, and what joins it to the one before.

    Attributes:
        party: The body that signs.
        start: Where it is named, or where the titles of the person begin who stands for it.
        stop: Where its words end.
        person: A person stands for it.
        joint: 与 and the like, 、, or nothing.
    """

    party: Mention
    start: int
    stop: int
    person: bool = False
    joint: str = ""


Standing = Mapping[Mention, tuple[int, Mention]]
"""The bodies that persons stand for, as `standing.bodies` gives them."""


def row(reading: Reading, stand: Standing, floor: int, stop: int) -> list[Link]:
    """Give the list of parties that ends before a verb at `stop`, none before `floor`."""
    links: list[Link] = []
    at, joints = stop, [""]
    for one in reversed(_links(reading, stand, floor, stop)):
        words = _BRACKETS.sub("", _plain(reading, one.stop, at))
        if not links:
            if len(words) > _LONGEST or not _MATTER.fullmatch(words):
                continue
            if one.party.type == "District" and _WITHIN.match(words):
                return []
        else:
            named_short = not words and "称" in reading.text[one.stop : at]
            joint = "与" if named_short else _joint(words)
            if joint is None:
                break
            joints.append(joint)
        links.append(one)
        at = one.start
    joined = zip(links, [*joints[1:], ""], strict=False)
    return [Link(one.party, one.start, one.stop, one.person, joint) for one, joint in joined][::-1]


def _joint(words: str) -> str | None:
    """Name the joint that stands between two parties; None where they are of no one list."""
    face = _FACE.fullmatch(words)
    if face:
        return face.group("face")
    return "、" if _LIST.fullmatch(words) else "，" if words == "，" else None


def _plain(reading: Reading, start: int, stop: int) -> str:
    """Give the words of a span without the names of persons of whom no post is known."""
    words, at = [], start
    for person in reading.names.within(start, stop, "Person"):
        words.append(reading.text[at : person.start])
        at = person.stop
    return "".join((*words, reading.text[at:stop]))


def _links(reading: Reading, stand: Standing, floor: int, stop: int) -> list[Link]:
    """Give the bodies, and the persons who stand for bodies, in reading order."""
    people = list(_people(reading, stand, floor, stop))
    named = [
        one
        for one in candidates(reading, floor, stop)
        if not any(two.start <= one.party.start < two.stop for two in people)
    ]
    return sorted((*named, *people), key=lambda one: one.start)


def _people(reading: Reading, stand: Standing, floor: int, stop: int) -> Iterator[Link]:
    for person in reading.names.within(floor, stop, "Person"):
        if person in stand:
            start, body = stand[person]
            yield Link(body, max(floor, start), person.stop, person=True)


def candidates(reading: Reading, floor: int, stop: int) -> list[Link]:
    """Give the names that may sign: no venue, no area that only begins another name."""
    found = reading.names.outermost(floor, stop, *PARTIES, "Place")
    in_brackets = [match.span() for match in _BRACKETS.finditer(reading.text, floor, stop)]
    kept: list[Link] = []
    head = -1  # where the row of areas begins that a name ends: 澜州市 of 澜州市云湖区
    for number, one in enumerate(found):
        head = one.start if head < 0 else head
        if owns(found, number):
            continue
        start, head = head, -1
        if not may_sign(one) or (one.generic and not _MEANT.search(reading.text, floor, one.start)):
            continue
        aside = (
            _aside(reading, one)
            or _begins_a_name(reading.text, one)
            or _subject_matter(reading.text, floor, one)
            or any(a <= one.start < b for a, b in in_brackets)
        )
        if not aside and reading.player(one) is not None:
            kept.append(Link(one, start, one.stop))
    return kept


def may_sign(one: Mention) -> bool:
    """Tell whether a name can be that of a party: a zone or a centre stands for who runs it."""
    if one.type in PARTIES:
        return True
    return _ZONE.search(one.text) is not None or _PREMISES.search(one.text) is not None


def runs(place: str) -> str:
    """Name the type of who runs a place that signs."""
    return "PublicBody" if _ZONE.search(place) else "Organization"


def owns(found: Sequence[Mention], number: int) -> bool:
    """Tell whether a district only stands before the name it belongs to."""
    return (
        found[number].type == "District"
        and number + 1 < len(found)
        and found[number].stop == found[number + 1].start
    )


def _aside(reading: Reading, one: Mention) -> bool:
    before = reading.text[max(0, one.start - 12) : one.start]
    place = one.type in ("District", "Place")
    faces = reading.text[one.stop : one.stop + 1] in ("与", "同")  # 在甲与乙签约仪式上
    if (before.endswith(("在", "于")) and not faces) or (place and _VENUE.search(before)):
        return True
    return place and _SOURCE.search(before) is not None


def _begins_a_name(text: str, one: Mention) -> bool:
    """Tell whether an area is only the beginning of a name that no grammar reads: 湖北 of 湖北银行."""
    return one.type == "District" and _OF_A_NAME.match(text, one.stop) is not None


_OF_A_NAME = re.compile(
    r"银行|农商|大学|学院|医院|集团|公司|电视台|广播|日报|移动|电信|联通|电力|电网|石油|铁塔|邮政|烟草|科技大学|师范|理工"
)


def _subject_matter(text: str, floor: int, one: Mention) -> bool:
    """Tell whether a name only says what is agreed on: 关于引进甲公司的协议, 某产业园项目."""
    if one.type == "Place" and text.startswith(("项目", "建设", "一期", "二期"), one.stop):
        return True
    return _ABOUT.search(text, max(floor, one.start - _NEAR), one.start) is not None


_ABOUT = re.compile(r"关于[^，。；“”《》]*$")
_NEAR = 16


def sides(links: list[Link], words: str, *, whole: bool = True) -> list[Sides]:
    """Part a list of parties into those that face one another.

    Args:
        links: The list, as `row` gives it.
        words: The sentence from its clause on, up to the verb and with it.
        whole: Nothing unknown stands in the list before the first of them.

    Returns:
        One agreement, or several of 甲与乙、丙与丁 or of three parties; none where nobody faces.
    """
    cut = max((at for at, one in enumerate(links) if one.joint == "，"), default=0)
    if cut and len(links) == _TWO and all(one.person for one in links) and "代表" in words:
        return _everyone(links)  # 甲，乙，分别代表双方签约
    if cut:
        return _in_pairs(links) or sides(links[cut:], words, whole=whole)
    if len(links) <= 1:
        return []
    if _ALL.search(words) and len(links) <= _MOST:
        return _everyone(links)
    pairs = _in_pairs(links)
    if pairs:
        return pairs
    strong = [at for at, one in enumerate(links) if at and one.joint not in ("", "、", "，", "和")]
    weak = [at for at, one in enumerate(links) if one.joint == "和"]
    if strong or weak:
        return _each(_parted(links, (strong or weak)[0]), words)
    bodies = all(one.party.type == "PublicBody" for one in links)  # 区委、区政府 are one side
    alone = len(links) == _TWO or "等" not in words
    both = len(links) <= _FEW and _TOGETHER_AT.search(words) is not None
    if whole and len(links) <= _MOST and alone and not bodies and (both or _TOGETHER.search(words)):
        return _everyone(links)
    return []


def of_document(reading: Reading, at: int) -> list[Sides]:
    """Give the parties that the name of a document at a position tells: 《甲与乙战略合作协议》."""
    named = _DOCUMENT.match(reading.text, at)
    if named is None:
        return []
    start, stop = named.span("name")
    links = candidates(reading, start, stop)[:_TWO]
    if len(links) < _TWO or links[0].start != start:
        return []
    joined = reading.text[links[0].stop : links[1].start] in ("与", "和", "同")
    return _everyone(links) if joined else []


_DOCUMENT = re.compile(
    r"(?:了)?(?:[^，。；《]{0,12})《(?P<name>[^》\n]{6,80}?)(?:谅解|合作)?(?:协议|合同|备忘录|意向书|声明|公报|条约)书?》"
)


def _in_pairs(links: list[Link]) -> list[Sides]:
    """Read 甲与乙、丙与丁: as many pairs as there are 与."""
    groups: list[list[Link]] = []
    for one in links:
        if one.joint in ("", "、", "，") or not groups:
            groups.append([])
        groups[-1].append(one)
    if len(groups) < _TWO or any(len(one) != _TWO for one in groups):
        return []
    if len({one[1].joint == "和" for one in groups}) > 1:
        return []  # 甲与乙、丙和丁: 甲 faces the rest
    return [_parted(one, 1) for one in groups]


def _each(one: Sides, words: str) -> list[Sides]:
    """Read 甲、乙分别与丙、丁 as two agreements, 甲、乙与丙、丁 as four."""
    if "分别" not in words or len(one.left) != len(one.right):
        return [one]
    return [
        Sides((left,), (right,), one.start) for left, right in zip(one.left, one.right, strict=True)
    ]


def _everyone(links: list[Link]) -> list[Sides]:
    return [
        Sides((one.party,), (two.party,), links[0].start) for one, two in combinations(links, _TWO)
    ]


def _parted(links: list[Link], at: int) -> Sides:
    left = tuple(one.party for one in links[:at])
    return Sides(left, tuple(one.party for one in links[at:]), links[0].start)
