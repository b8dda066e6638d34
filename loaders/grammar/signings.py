"""Signings: who signs with whom, and the ceremony where they do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.grammar.appositions import Apposition
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.cast import Player
from loaders.names.mention import Mention

_PARTIES = ("Enterprise", "Organization", "PublicBody", "District")
_SIGN = re.compile(
    r"(?:集中|现场|成功|正式|共同|联合|分别|顺利|举行[^，。]{0,8}并|就[^，。；]{1,40}?)*(签约|签署|签订|签定|签下|签字|签了)(?!项目|仪式|活动|金额|企业|数量|合作项目|率|额|方|后)"
)
_COOPERATE = re.compile(r"(?:展开|开展|达成|建立|深化|进行|携手|牵手)[^，。；]{0,14}?合作")
_JOINT = re.compile(r"、|和|与|同|及|以及|，|分别与|分别和|分别同")
_WITH = re.compile(
    r"(?:等)?(?:[^，。；、]{0,14}?(?:企业|公司|单位|机构|高校|银行|集团|项目方|方))?(?:将|已|则|也|还|代表|[\d一二两三四五六七八九十]+家)*(?:分别|正式|现场|成功)?(?:与|同|和)$"
)
_GAP = re.compile(
    r"(?:等)?(?:[^，。；、]{0,14}?(?:企业|公司|单位|机构|高校|银行|集团|方|负责人|代表))?(?:\d{1,2}月?\d{0,2}日?(?:上午|下午)?|今[天日]|昨[天日]|日前|近日|当[天日]|上午|下午|"
    r"分别|正式|共同|现场|成功|顺利|双方|联合|集中|也|还|已|将|则|两市|两地|两省|三方|，|就[^。；]{1,50}?|在[^，。；]{1,30}|举行[^，。；]{1,16}?(?:并|，)|围绕[^。；]{1,40}?)*"
)
_PLANNED = re.compile(r"拟(?:与|同|签)|计划|将于|有望|准备|如果|若")
_SHOWN = re.compile(r"签约(?:的)?(?:企业|公司|单位|项目方)(?:有|包括|分别为|分别是|为|：|是)")
SIGNS, LISTED = "signings.pair", "signings.listed"
_SURE, _LIKELY = 0.93, 0.85


@dataclass(frozen=True, slots=True)
class Signed:
    """One statement that parties signed: the two sides, and the words."""

    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    start: int
    stop: int
    rule: str


def signed(reading: Reading, appositions: dict[Mention, Apposition]) -> list[Signed]:
    """Give every statement of a signing, in reading order."""
    found: list[Signed] = []
    for start, stop in reading.sentences:
        found += _pairs(reading, start, stop)
        found += _listed(reading, start, stop)
    for one in reading.happenings:
        found += _titled(reading, one)
    if not found:
        for start, stop in reading.sentences:
            found += _represented(reading, appositions, start, stop)
    return found


def ceremony(reading: Reading, statements: Sequence[Signed]) -> Happening | None:
    """Make the event of a signing that the article reports without naming a ceremony."""
    if not statements or any(one.player.kind == "signing" for one in reading.happenings):
        return None
    first = statements[0]
    verb = _SIGN.search(reading.text, first.start, first.stop)
    if verb is None:
        return None
    end = reading.clause(verb.start(1))[1]
    player = Player("Event", kind="signing")
    player.call(reading.text[verb.start(1) : end], verb.start(1), end)
    named = re.search(r"[^，。；“”、的在]{0,16}?签约仪式", reading.text)
    if named:
        player.call("签约仪式", named.end() - len("签约仪式"), named.end())
        player.main = "签约仪式"
    start, stop = reading.sentence(first.start)
    time = reading.time_in(start, stop, verb.start())
    player.date = time.date if time else ""
    return Happening(player, verb.start(1), end, verb.start(1))


def signings(reading: Reading, statements: Sequence[Signed]) -> Iterator[Fact]:
    """Yield SIGNS_WITH for every pair of parties."""
    event = next((one.player for one in reading.happenings if one.player.kind == "signing"), None)
    for statement in statements:
        for left in statement.left:
            for right in statement.right:
                yield from _fact(reading, statement, left, right, event)


def _fact(
    reading: Reading, said: Signed, left: Mention, right: Mention, event: Player | None
) -> Iterator[Fact]:
    one, two = reading.player(left), reading.player(right)
    if one is None or two is None or one is two:
        return
    start, stop = reading.sentence(left.start)
    time = reading.time_in(start, stop) if event is None else None
    date = event.date if event else time.date if time else ""
    begin, end = min(left.start, right.start), max(said.stop, left.stop, right.stop)
    sure = _SURE if said.rule == SIGNS else _LIKELY
    yield Fact("SIGNS_WITH", one, two, begin, end, said.rule, sure, date=date, event=event)


def _pairs(reading: Reading, start: int, stop: int) -> Iterator[Signed]:
    """Yield 甲与乙签约, and 甲、乙等企业将与丙展开合作 where the article reports a signing."""
    text = reading.text
    verbs = list(_SIGN.finditer(text, start, stop))
    if _reports_signing(reading):
        verbs += list(_COOPERATE.finditer(text, start, stop))
    used = start
    for verb in verbs:
        if verb.re is _SIGN and _PLANNED.search(text, used, verb.end()):
            continue
        row = _row(reading, verb.start(), used)
        sides = _sides(reading, row) or _both(reading, verb, start)
        if sides and not row:
            yield Signed(*sides, sides[0][0].start, verb.end(), SIGNS)
        elif sides and (verb.re is _SIGN or "等" in text[row[0].start : verb.start()]):
            yield Signed(*sides, row[0].start, verb.end(), SIGNS if verb.re is _SIGN else LISTED)
            used = verb.end()


def _titled(reading: Reading, one: Happening) -> Iterator[Signed]:
    """Yield the parties that the name of a ceremony gives: 甲与乙战略合作协议签约仪式."""
    if one.player.kind != "signing" or one.verb < 0:
        return
    inside = reading.names.outermost(one.start, one.stop, *_PARTIES)
    row = [two for number, two in enumerate(inside) if not _owner(inside, number)][:_TWO]
    if len(row) == _TWO and reading.text[row[0].stop : row[1].start] in (
        "与",
        "和",
        "同",
        "—",
        "·",
    ):
        yield Signed((row[0],), (row[1],), row[0].start, one.stop, SIGNS)


def _represented(
    reading: Reading, appositions: dict[Mention, Apposition], start: int, stop: int
) -> Iterator[Signed]:
    """Yield 副区长甲与某公司总经理乙代表双方签约 as a signing of the bodies in the titles."""
    verb = _ON_BEHALF.search(reading.text, start, stop)
    if verb is None:
        return
    people = reading.names.within(start, verb.start(), "Person")[-_TWO:]
    bodies = [_last_body(appositions[one]) for one in people if one in appositions]
    if len(bodies) == _TWO and bodies[0] is not None and bodies[1] is not None:
        yield Signed((bodies[0],), (bodies[1],), bodies[0].start, verb.end(), SIGNS)


def _last_body(apposition: Apposition) -> Mention | None:
    named = [one.body for one in apposition.items if one.body and one.body.type in _PARTIES]
    return named[-1] if named else None


_ON_BEHALF = re.compile(
    r"代表(?:双方|各方|各自单位|各自)(?:现场|正式|共同)?(?:签约|签署|签订|签字)"
)
_TWO = 2


def _both(
    reading: Reading, verb: re.Match[str], start: int
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Find who 双方 are: the last two parties joined by 与 in this sentence or the one before."""
    if verb.re is not _SIGN or not _BOTH.search(reading.text, start, verb.start() + 1):
        return None
    floor = max(0, reading.sentence(max(0, start - 1))[0])
    inside = reading.names.outermost(floor, verb.start(), *_PARTIES)
    for left, right in zip(reversed(inside[:-1]), reversed(inside[1:]), strict=True):
        if reading.text[left.stop : right.start] in ("与", "和", "同"):
            return (left,), (right,)
    return None


_BOTH = re.compile(
    r"(?:双方|两地|两市|两校|校地双方|政企双方)[^，。；]{0,20}$|(?:双方|两地|两市)[^。；]{0,20}(?=签)"
)


def _reports_signing(reading: Reading) -> bool:
    return any(one.player.kind == "signing" for one in reading.happenings)


def _row(reading: Reading, stop: int, floor: int) -> list[Mention]:
    """Give the parties in a list that ends before the verb."""
    inside = [
        one for one in reading.names.outermost(floor, stop, *_PARTIES) if not _venue(reading, one)
    ]
    row: list[Mention] = []
    at = stop
    for one in reversed(inside):
        gap = reading.text[one.stop : at]
        fits = (
            (_JOINT.fullmatch(gap) or _WITH.fullmatch(gap) or gap == "")
            if row
            else _GAP.fullmatch(gap)
        )
        if not fits:
            if row:
                break
            continue
        row.append(one)
        at = one.start
    return row[::-1]


def _venue(reading: Reading, one: Mention) -> bool:
    before = reading.text[: one.start]
    return before.endswith(("在", "于")) or (
        one.type == "District" and bool(re.search(r"在[^，。与和同]{0,8}$", before[-10:]))
    )


def _sides(
    reading: Reading, row: list[Mention]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Part the parties at their 与; two in a list face one another."""
    text = reading.text
    row = [one for number, one in enumerate(row) if not _owner(row, number)]
    for word in ("与", "同", "和"):
        for place in range(1, len(row)):
            if text[row[place - 1].stop : row[place].start].endswith(word):
                return tuple(row[:place]), tuple(row[place:])
    return None


def _owner(row: list[Mention], number: int) -> bool:
    """Tell whether a district only stands before the name it belongs to."""
    return (
        row[number].type == "District"
        and number + 1 < len(row)
        and row[number].stop == row[number + 1].start
    )


def _listed(reading: Reading, start: int, stop: int) -> Iterator[Signed]:
    """Yield 签约企业有甲、乙、丙, with the host of the ceremony on the other side."""
    if not _reports_signing(reading):
        return
    match = _SHOWN.search(reading.text, start, stop)
    if match is None:
        return
    row = reading.names.outermost(match.end(), stop, "Enterprise", "Organization")
    host = _host(reading)
    if row and host is not None:
        yield Signed(tuple(row), (host,), row[0].start, row[-1].stop, LISTED)


def _host(reading: Reading) -> Mention | None:
    """Give the last mention of the district that the article is about."""
    area = reading.home.area
    found = [
        one for one in reading.names if one.type == "District" and area and one.area == area.key
    ]
    return found[0] if found else None
