"""Parties: who stands on the two sides of an agreement, in the list before a verb."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from loaders.grammar.appositions import Apposition
from loaders.grammar.reading import Reading
from loaders.names.agreements import COUNTED
from loaders.names.mention import Mention

PARTIES = ("Enterprise", "Organization", "PublicBody", "District")
"""Types that may sign."""

_ZONE = re.compile(
    r"(?:开发区|发展区|工业区|经开区|高新区|园区|工业园|产业园|科技园|集聚区|新区|自贸区|试验区|保税区|度假区)$"
)
_BEFORE_JOINT = r"(?:分别|先后|依次|则|也|还|再|又|将|已|并|代表|共同|成功|负责|现场|双方){0,3}"
_FACE = re.compile(
    rf"{COUNTED}，?{_BEFORE_JOINT}(?P<face>与|同|和|携手|牵手|联手|联合|会同|对接|对)(?:了)?(?:来自)?{_BEFORE_JOINT}"
)
_LIST = re.compile(rf"(?:{COUNTED})(?:、|和|及|以及|，(?:以及|及|和)|，以及)")
_BRACKETS = re.compile(
    r"（[^（）]{0,60}）|<[^<>]{0,60}>|\s+"
)  # and what is left of a page's markup
_ADVERBS = (
    r"分别|正式|共同|现场|成功|顺利|双方|各自|联合|集中|也|还|已|便|则|先后|依次|再次|当场|率先|首批|上台|登台|集体|圆满|同时|代表|"
    r"两[市地省校]|三方|四方|多方|各方|三地|日前|近日|近期|今[天日]|昨[天日]|当[天日]|上午|下午|\d{1,2}月\d{0,2}日?|\d{1,2}日|达成[^，。；]{1,20}并|进行|完成|项目"
)
_MATTER = re.compile(
    rf"{COUNTED}(?:(?:{_ADVERBS})|，(?:并|双方|共同|现场|正式)?|就[^。；]{{1,50}}?|在[^。；]{{1,30}}?|于[^。；，]{{1,20}}?|围绕[^。；]{{1,40}}?|通过[^。；，]{{1,16}}?|以[^。；，]{{1,16}}?方式|"
    r"举行[^。；]{1,24}?(?:，)?(?:并|，)|的?[^，。；、与和同]{0,24}(?:协议|合同|备忘录|合作|框架|意向书)书?){0,6}将?"
)
_VENUE = re.compile(r"(?:在|于|赴|到|来到|位于)[^，。、与和同（）]{0,8}$")
_SOURCE = re.compile(r"(?:来自|选址|落户|入驻|注册地)[^，。、]{0,6}$")
_LONGEST = 90
_ALL = re.compile(r"三方|四方|多方|各方|三地|四地|五方")
_TOGETHER = re.compile(
    r"双方|两[地市省县区校院]|共同签|联合签|相互|互签|分别代表|(?<!等)(?<!家)(?<!企业)(?:签署|签订|签下|签定)"
)
_MOST = 5  # parties that sign with one another


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of an agreement, and where the list of them begins."""

    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Link:
    """A party in a list, and what joins it to the one before: 与 and the like, 、, or nothing."""

    party: Mention
    joint: str = ""


def row(
    reading: Reading, appositions: Mapping[Mention, Apposition], floor: int, stop: int
) -> list[Link]:
    """Give the list of parties that ends before a verb at `stop`, none before `floor`."""
    inside = _candidates(reading, floor, stop)
    links: list[Link] = []
    at = stop
    for one in reversed(inside):
        words = _plain(reading, appositions, one.stop, at)
        if not links:
            if len(words) > _LONGEST or not _MATTER.fullmatch(words):
                continue
        else:
            joint = _joint(words)
            if joint is None:
                break
            links[-1] = Link(links[-1].party, joint)
        links.append(Link(one))
        at = one.start
    return links[::-1]


def _joint(words: str) -> str | None:
    """Name the joint that stands between two parties; None where they are of no one list."""
    face = _FACE.fullmatch(words)
    if face:
        return face.group("face")
    return "、" if _LIST.fullmatch(words) else None


def _plain(
    reading: Reading, appositions: Mapping[Mention, Apposition], start: int, stop: int
) -> str:
    """Give the words of a span without brackets and without persons and their titles."""
    words, at = [], start
    for person in reading.names.within(start, stop, "Person"):
        title = appositions[person].start if person in appositions else person.start
        words.append(reading.text[at : max(at, title)])
        at = person.stop
    return _BRACKETS.sub("", "".join((*words, reading.text[at:stop])))


def _candidates(reading: Reading, floor: int, stop: int) -> list[Mention]:
    """Give the names that may sign: no venue, no area that only begins another name."""
    found = [
        one
        for one in reading.names.outermost(floor, stop, *PARTIES, "Place")
        if one.type in PARTIES or _ZONE.search(one.text)
    ]
    kept = [one for number, one in enumerate(found) if not _owner(found, number)]
    in_brackets = [match.span() for match in _BRACKETS.finditer(reading.text, floor, stop)]
    return [
        one
        for one in kept
        if not _aside(reading, one)
        and reading.player(one) is not None
        and not any(a <= one.start < b for a, b in in_brackets)
    ]


def _owner(found: list[Mention], number: int) -> bool:
    """Tell whether a district only stands before the name it belongs to."""
    return (
        found[number].type == "District"
        and number + 1 < len(found)
        and found[number].stop == found[number + 1].start
    )


def _aside(reading: Reading, one: Mention) -> bool:
    before = reading.text[max(0, one.start - 12) : one.start]
    place = one.type in ("District", "Place")
    if before.endswith(("在", "于")) or (place and _VENUE.search(before)):
        return True
    return place and _SOURCE.search(before) is not None


def sides(links: list[Link], words: str) -> list[Sides]:
    """Part a list of parties into those that face one another.

    Args:
        links: The list, as `row` gives it.
        words: The sentence, which says 三方 where all sign with all.

    Returns:
        One agreement, or several of 甲与乙、丙与丁 or of three parties; none where nobody faces.
    """
    if len(links) <= 1:
        return []
    if _ALL.search(words) and len(links) <= _MOST:
        return _everyone(links)
    pairs = _in_pairs(links)
    if pairs:
        return pairs
    strong = [at for at, one in enumerate(links) if at and one.joint not in ("", "、", "和")]
    weak = [at for at, one in enumerate(links) if one.joint == "和"]
    if strong or weak:
        return _each(_parted(links, (strong or weak)[0]), words)
    bodies = all(one.party.type == "PublicBody" for one in links)  # 区委、区政府 are one side
    if len(links) == _TWO and not bodies and _TOGETHER.search(words):
        return [_parted(links, 1)]
    return []


def _in_pairs(links: list[Link]) -> list[Sides]:
    """Read 甲与乙、丙与丁: as many pairs as there are 与."""
    groups: list[list[Link]] = []
    for one in links:
        if one.joint in ("", "、") or not groups:
            groups.append([])
        groups[-1].append(one)
    if len(groups) < _TWO or any(len(one) != _TWO for one in groups):
        return []
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
        Sides((one.party,), (two.party,), links[0].party.start)
        for one, two in combinations(links, _TWO)
    ]


def _parted(links: list[Link], at: int) -> Sides:
    left = tuple(one.party for one in links[:at])
    return Sides(left, tuple(one.party for one in links[at:]), left[0].start)


_TWO = 2
