"""Signings: who signs with whom, and the ceremony where they do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.grammar import focus, parties
from loaders.grammar.appositions import Apposition
from loaders.grammar.parties import PARTIES, Link
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.agreements import LANDING, SHOWN, SIGN
from loaders.names.cast import Player
from loaders.names.mention import Mention

_COOPERATE = re.compile(
    r"(?:展开|开展|达成|建立|深化|进行|携手|牵手)[^，。；]{0,14}?合作(?:关系|协议|意向)?|达成[^，。；]{0,10}?(?:协议|意向)"
)
_PLANNED = re.compile(
    r"拟(?:与|同|和|签|在|于)|计划(?:与|同|和|签|在|于)|将于|有望|准备(?:与|同|和|签)|如果|若(?!干)|即将|择[机期日]|预计|力争|争取|希望|期待|推动|督促|引导|鼓励|要求|应当|应该|必须|"
    r"尚未|没有|拒绝|未(?:能)?(?:与|签)|可(?:以)?(?:与|签)|需(?:要)?(?:与|签)|要(?:与|签)|不再"
)
_WILL = re.compile(r"将(?:与|同|和|签|正式|分别|现场|在)")
_LONG_AGO = re.compile(r"早在|去年|前年|年前|曾(?:经)?(?:与|同|和|在|于|签)|此前")
_AT_EVENT = re.compile(
    r"(?:会上|式上|活动上|论坛上|活动中|会中|期间|其间|现场|当[天日]|同时|随后|会后|会前|随即|最后|并|还|大会|活动|推介|签约)"
)
_ON_BEHALF = re.compile(
    r"代表(?:双方|各方|各自单位|各自|校地双方|校企双方|银企双方|政企双方|两地|两校|三方)(?:现场|正式|共同|上台)?(?:签约|签署|签订|签字)"
)
_BOTH = re.compile(
    r"(?:双方|两[地市省县区校院]|校地|校企|政企|银企|村企|地企|政银)[^。；]{0,24}$|(?:双方|两[地市省县区校院])[^。；]{0,20}(?=签)"
)
SIGNS, LISTED = "signings.pair", "signings.listed"
_SURE, _LIKELY = 0.93, 0.85
_TWO = 2
_DAY = len("2023-11-13")


@dataclass(frozen=True, slots=True)
class Signed:
    """One statement that parties signed: the two sides, the words, and where its verb stands."""

    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    start: int
    stop: int
    verb: int
    rule: str


def signed(reading: Reading, appositions: Mapping[Mention, Apposition]) -> list[Signed]:
    """Give every statement of a signing, in reading order."""
    found: list[Signed] = []
    for start, stop in reading.sentences:
        found += _pairs(reading, appositions, start, stop)
        found += _listed(reading, start, stop)
    for one in reading.happenings:
        found += _titled(reading, one)
    if not found:
        for start, stop in reading.sentences:
            found += _represented(reading, appositions, start, stop)
    _zones(reading, found)
    return found


def _zones(reading: Reading, found: Sequence[Signed]) -> None:
    """Let a zone that signs be the body that runs it; a Place signs nothing."""
    for one in (party for said in found for party in (*said.left, *said.right)):
        player = reading.player(one)
        if player is not None and player.type == "Place":
            player.type = "PublicBody"


def ceremony(reading: Reading, statements: Sequence[Signed]) -> Happening | None:
    """Make the event of a signing that the article reports without naming an event."""
    if not statements or any(_occasion(reading, one) is not None for one in statements):
        return None
    if any(one.player.kind == "signing" for one in reading.happenings):
        return None
    first = statements[0]
    verb = SIGN.search(reading.text, first.start, first.stop)
    if verb is None:
        return None
    at = verb.start("verb")
    end = reading.clause(at)[1]
    player = Player("Event", kind="signing")
    player.call(reading.text[at:end], at, end)
    named = re.search(r"[^，。；“”、的在]{0,16}?签约仪式", reading.text)
    if named:
        player.call("签约仪式", named.end() - len("签约仪式"), named.end())
        player.main = "签约仪式"
    start, stop = reading.sentence(first.start)
    time = reading.time_in(start, stop, at)
    player.date = time.date if time else ""
    return Happening(player, at, end, at)


def signings(reading: Reading, statements: Sequence[Signed]) -> Iterator[Fact]:
    """Yield SIGNS_WITH for every pair of parties."""
    for statement in statements:
        event = _occasion(reading, statement)
        if event is None:
            event = next((x for x in reading.happenings if x.player.kind == "signing"), None)
        for left in statement.left:
            for right in statement.right:
                yield from _fact(reading, statement, left, right, event)


def _fact(
    reading: Reading, said: Signed, left: Mention, right: Mention, event: Happening | None
) -> Iterator[Fact]:
    one, two = reading.player(left), reading.player(right)
    if one is None or two is None or one is two:
        return
    start, stop = reading.sentence(said.verb)
    time = reading.time_in(start, stop, said.verb)
    own = time.date if time and time.stop <= said.verb else ""
    if event and len(own) == _DAY and own != event.player.date:
        event = None  # signed on another day than the ceremony
    date = event.player.date if event and event.player.date else time.date if time else ""
    begin, end = min(left.start, right.start), max(said.stop, left.stop, right.stop)
    sure = _SURE if said.rule == SIGNS else _LIKELY
    player = event.player if event else None
    yield Fact("SIGNS_WITH", one, two, begin, end, said.rule, sure, date=date, event=player)


def _occasion(reading: Reading, said: Signed) -> Happening | None:
    """Give the event at which was signed: a ceremony of signing, else the meeting that 会上 means."""
    known = reading.happenings
    signing = [one for one in known if one.player.kind == "signing"]
    before = [one for one in signing if one.start <= said.stop]
    if signing:
        return (before or signing)[-1 if before else 0]
    start, _ = reading.sentence(said.verb)
    own = reading.time_in(start, said.verb)
    if own is not None or not any(one.start < said.verb for one in known):
        return None
    lead = reading.text[start : said.verb]
    if not _AT_EVENT.search(lead):
        return None
    return focus.happening(reading, start, said.verb)


def _pairs(
    reading: Reading, appositions: Mapping[Mention, Apposition], start: int, stop: int
) -> Iterator[Signed]:
    """Yield 甲与乙签约, and 甲、乙等企业将与丙展开合作 where the article reports a signing."""
    text = reading.text
    if _ON_BEHALF.search(text, start, stop):
        return  # the bodies in the titles sign, or have signed in the sentence before
    verbs = [(one.start("verb"), one.end(), True) for one in SIGN.finditer(text, start, stop)]
    if _reports_signing(reading):
        verbs += [(one.start(), one.end(), False) for one in _COOPERATE.finditer(text, start, stop)]
    used = start
    for at, end, signs in sorted(verbs):
        clause = max(used, start)
        row = parties.row(reading, appositions, clause, at)
        told = max(clause, reading.clause(row[0].party.start if row else at)[0])
        if signs and (_unreal(reading, told, at) or _LONG_AGO.search(text, start, at)):
            continue
        found = _landed(reading, row, end) if signs else None
        if found is not None:
            yield Signed(*found, min(one.start for one in found[0]), end, at, SIGNS)
            used = end
            continue
        open_ended = row and _WITH.search(text, clause, row[0].party.start)
        facing = [] if open_ended else parties.sides(row, text[clause : reading.clause(at)[1]])
        for one in facing:
            if signs or "等" in text[one.start : at]:
                rule = SIGNS if signs else LISTED
                yield Signed(one.left, one.right, one.start, end, at, rule)
                used = end
        if signs and not facing:
            yield from (
                _elided(reading, row, start, (at, end))
                or _both(reading, start, at, end)
                or _hosted(reading, row, at, end)
            )


def _elided(reading: Reading, row: list[Link], start: int, verb: tuple[int, int]) -> list[Signed]:
    """Read 云湖区…，先后与甲、乙签约: the first words of the sentence name the other side."""
    if not row or not _WITH.search(reading.text, start, row[0].party.start):
        return []
    subject = reading.names.starting(_opening(reading, start), *PARTIES)
    if subject is None or subject.stop >= row[0].party.start:
        return []
    owned = reading.names.starting(subject.stop, *PARTIES)  # 教育局 of 云湖区教育局
    subject = owned if owned is not None and owned.stop < row[0].party.start else subject
    if not _SUBJECT.match(reading.text, subject.stop):
        return []
    others = tuple(one.party for one in row)
    return [Signed((subject,), others, subject.start, verb[1], verb[0], SIGNS)]


def _opening(reading: Reading, start: int) -> int:
    """Give where the subject of a sentence may begin: after times and 会上."""
    at = start
    while (lead := _LEADS.match(reading.text, at)) is not None and lead.end() > at:
        at = lead.end()
    return at


_WITH = re.compile(r"(?:与|同|和)(?:来自[^，。]{1,12}?的)?$")
_LEADS = re.compile(
    r"[\d年月日时上下午]+[，]?|(?:日前|近日|今[天日]|昨[天日]|当[天日]|会上|活动中|仪式上|现场|期间|会后|同时|此外|随后)，?|\s+"
)
_SUBJECT = re.compile(r"(?!的|等地|委托|[书区县市镇]|党|主|副)")


def _unreal(reading: Reading, start: int, verb: int) -> bool:
    """Tell whether the words before a verb make the signing a plan or a wish."""
    text = reading.text
    if _PLANNED.search(text, start, verb + 1):
        return True
    return not _reports_signing(reading) and _WILL.search(text, start, verb + 1) is not None


def _landed(
    reading: Reading, row: list[Link], end: int
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Read 甲、乙等企业签约落户丙: the host stands after the verb."""
    landing = LANDING.match(reading.text, end)
    if landing is None or not row:
        return None
    host = reading.names.starting(landing.end(), *PARTIES)
    after = reading.names.starting(host.stop, *PARTIES, "Place") if host else None
    if after is not None and after.type in PARTIES:
        host = after
    return (tuple(one.party for one in row), (host,)) if host is not None else None


def _hosted(reading: Reading, row: list[Link], at: int, end: int) -> list[Signed]:
    """Read 甲、乙等企业现场签约 at a ceremony that a district holds: each signs with the host."""
    firms = [one.party for one in row if one.party.type in ("Enterprise", "Organization")]
    if len(firms) < _TWO or len(firms) != len(row) or not _reports_signing(reading):
        return []
    if "等" not in reading.text[firms[-1].stop : at]:
        return []
    host = _host(reading)
    return [Signed(tuple(firms), (host,), firms[0].start, end, at, LISTED)] if host else []


def _titled(reading: Reading, one: Happening) -> Iterator[Signed]:
    """Yield the parties that the name of a ceremony gives: 甲与乙战略合作协议签约仪式."""
    if one.player.kind != "signing" or one.verb < 0:
        return
    text = reading.text
    inside = reading.names.outermost(one.start, one.stop, *PARTIES)
    row = [two for at, two in enumerate(inside) if not _before(inside, at)][:_TWO]
    if len(row) == _TWO and text[row[0].stop : row[1].start] in (
        "与",
        "和",
        "同",
        "—",
        "·",
        "-",
        "——",
    ):
        yield Signed((row[0],), (row[1],), row[0].start, one.stop, one.start, SIGNS)


def _before(inside: Sequence[Mention], at: int) -> bool:
    """Tell whether a district only stands before the name it belongs to."""
    return (
        inside[at].type == "District"
        and at + 1 < len(inside)
        and inside[at].stop == inside[at + 1].start
    )


def _represented(
    reading: Reading, appositions: Mapping[Mention, Apposition], start: int, stop: int
) -> Iterator[Signed]:
    """Yield 副区长甲与某公司总经理乙代表双方签约 as a signing of the bodies in the titles."""
    verb = _ON_BEHALF.search(reading.text, start, stop)
    if verb is None:
        return
    people = reading.names.within(start, verb.start(), "Person")[-_TWO:]
    bodies = [_last_body(appositions[one]) for one in people if one in appositions]
    if len(bodies) == _TWO and bodies[0] is not None and bodies[1] is not None:
        yield Signed((bodies[0],), (bodies[1],), bodies[0].start, verb.end(), verb.start(), SIGNS)


def _last_body(apposition: Apposition) -> Mention | None:
    named = [one.body for one in apposition.items if one.body and one.body.type in PARTIES]
    return named[-1] if named else None


def _both(reading: Reading, start: int, verb: int, end: int) -> list[Signed]:
    """Find who 双方 are: the last two parties joined by 与 in this sentence or the one before."""
    if not _BOTH.search(reading.text, start, verb + 1):
        return []
    floor = max(0, reading.sentence(max(0, start - 1))[0])
    inside = reading.names.outermost(floor, verb, *PARTIES)
    for left, right in zip(reversed(inside[:-1]), reversed(inside[1:]), strict=True):
        if reading.text[left.stop : right.start] in ("与", "和", "同"):
            return [Signed((left,), (right,), left.start, end, verb, SIGNS)]
    return []


def _reports_signing(reading: Reading) -> bool:
    return any(one.player.kind == "signing" for one in reading.happenings)


def _listed(reading: Reading, start: int, stop: int) -> Iterator[Signed]:
    """Yield 签约企业有甲、乙、丙, with the host of the ceremony on the other side."""
    match = SHOWN.search(reading.text, start, stop)
    if match is None or _PLANNED.search(reading.text, start, match.end()):
        return
    row = reading.names.outermost(match.end(), stop, "Enterprise", "Organization")
    named = reading.names.outermost(start, match.start(), *PARTIES)
    faced = [one for one in named if reading.text[: one.start].endswith(("与", "和", "同"))]
    host = faced[-1] if faced else _host(reading) if _reports_signing(reading) else None
    if row and host is not None:
        begin = host.start if faced else match.start()
        yield Signed(tuple(row), (host,), begin, row[-1].stop, match.start(), LISTED)


def _host(reading: Reading) -> Mention | None:
    """Give the host of the ceremony: the area in its name, else the area of the article."""
    for one in reading.happenings:
        if one.player.kind == "signing":
            inside = reading.names.outermost(one.start, one.stop, "District")
            if inside:
                return inside[-1]
    area = reading.home.area
    found = [
        one for one in reading.names if one.type == "District" and area and one.area == area.key
    ]
    return found[0] if found else None
