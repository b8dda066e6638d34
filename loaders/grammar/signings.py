"""Signings: who signs with whom, and the ceremony where they do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.grammar import both, bygone, focus, parties, standing, subjects
from loaders.grammar.appositions import Apposition
from loaders.grammar.parties import PARTIES, Link, Standing
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.agreements import HELD, LANDING, SHOWN, SIGN
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
SIGNS, LISTED = "signings.pair", "signings.listed"
_SURE, _LIKELY = 0.93, 0.85
_CEREMONY = re.compile("[^，。；“”、的在]{0,16}?签约仪式")
_TWO = 2
_DAY = len("2023-11-13")


@dataclass(frozen=True, slots=True)
class Signed:
    """One statement that parties signed.

    Attributes:
        left: One side.
        right: The other.
        start: Where the words begin that state it.
        stop: Where they end.
        verb: Where the verb stands.
        rule: The rule that read it.
        personal: Persons sign who stand for the bodies, and neither body is named as a signer.
    """

    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    start: int
    stop: int
    verb: int
    rule: str
    personal: bool = False


def signed(reading: Reading, appositions: Mapping[Mention, Apposition]) -> list[Signed]:
    """Give every statement of a signing, in reading order."""
    if not _SPEAKS.search(reading.text):
        return []
    stand = standing.bodies(reading, appositions)
    found: list[Signed] = []
    personal: list[Signed] = []  # 副县长甲与总经理乙签字, of no weight where the bodies are named
    for start, stop in reading.sentences:
        for one in _pairs(reading, stand, (start, stop), found[-1] if found else None):
            (personal if one.personal else found).append(one)
        found += _listed(reading, start, stop)
    found = found or personal
    _zones(reading, found)
    return found


_SPEAKS = re.compile(r"签|缔结|结为|达成|[交互]换")


def _zones(reading: Reading, found: Sequence[Signed]) -> None:
    """Let a zone that signs be the body that runs it; a Place signs nothing."""
    for one in (party for said in found for party in (*said.left, *said.right)):
        player = reading.player(one)
        if player is not None and player.type == "Place":
            player.type = parties.runs(one.text)


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
    named = _CEREMONY.search(reading.text)
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
    reading: Reading, stand: Standing, sentence: tuple[int, int], last: Signed | None
) -> Iterator[Signed]:
    """Yield 甲与乙签约, and 甲、乙等企业将与丙展开合作 where the article reports a signing."""
    text = reading.text
    start, stop = sentence
    used = start
    for at, end, signs in _verbs(reading, start, stop):
        clause = _after_object(text, used, at) if used > start else start
        row = parties.row(reading, stand, clause, at)
        told = max(clause, reading.clause(row[0].start if row else at)[0])
        if signs and (_unreal(reading, told, at) or _long_ago(reading, start, at)):
            continue
        landed = _landed(reading, row, (at, end)) if signs else None
        if landed is not None:
            yield (last := Signed(*landed, min(one.start for one in landed[0]), end, at, SIGNS))
            used = end
            continue
        open_ended = row and _WITH.search(text, clause, row[0].start)
        whole = not row or text[row[0].start - 1 : row[0].start] not in ("、", "和", "及")
        words = text[clause : reading.clause(at)[1]]
        facing = [] if open_ended else parties.sides(row, words, whole=whole)
        for one in facing:
            if signs or "等" in text[one.start : at]:
                rule = SIGNS if signs else LISTED
                yield (
                    last := Signed(one.left, one.right, one.start, end, at, rule, _personal(row))
                )
                used = end
        if signs and not facing:
            for said in (
                _titled(reading, at, end)
                or _elided(reading, row, (start, clause), (at, end), last)
                or _both(reading, start, at, end)
                or _hosted(reading, row, at, end)
            ):
                yield (last := said)
                used = end


def _after_object(text: str, used: int, verb: int) -> int:
    """Give where the next statement begins, after what the verb before it has for its object."""
    end = _OBJECT.match(text, used, verb)
    return end.end() if end is not None else used


_OBJECT = re.compile(r"[^，。；、]*[，；、]")


def _verbs(reading: Reading, start: int, stop: int) -> list[tuple[int, int, bool]]:
    """Give where the verbs of a sentence begin and end, and whether they say that parties signed."""
    text = reading.text
    found = [(one.start("verb"), one.end(), True) for one in SIGN.finditer(text, start, stop)]
    found += [
        (one.start("verb"), one.end(), True)
        for one in HELD.finditer(text, start, stop)
        if not _OTHERS_SIGN.search(text, max(start, one.start() - _NEAR), one.start())
    ]
    if _reports_signing(reading):
        found += [(one.start(), one.end(), False) for one in _COOPERATE.finditer(text, start, stop)]
    return sorted(found)


_NEAR = 12
_OTHERS_SIGN = re.compile(r"集中|招商(?!合作)|推介|启动|开工|[出参列]席|参加|见证|揭牌[^，。；]*$")


def _personal(row: Sequence[Link]) -> bool:
    return all(one.person for one in row)


def _elided(
    reading: Reading,
    row: list[Link],
    floors: tuple[int, int],
    verb: tuple[int, int],
    last: Signed | None,
) -> list[Signed]:
    """Read 云湖区…，先后与甲、乙签约, and 并与丙签约 after another signing: the subject stands before."""
    if not row:
        return []
    joint = _WITH.search(reading.text, floors[1], row[0].start)
    if joint is None:
        return []
    start, clause = floors
    earlier = last.left if last is not None and start <= last.verb < row[0].start else ()
    left = subjects.find(reading, start, joint.start(), earlier)
    if not left and (subjects.carried(reading.text, max(start, clause), joint.start())):
        before = reading.sentence(max(0, start - 1))
        if before[0] < start:
            told = last is not None and before[0] <= last.verb < start
            left = (
                last.left
                if last is not None and told
                else subjects.first(reading, before[0], start)
            )
    if not left and _ROUND.search(reading.text, start, joint.start()) and _reports_signing(reading):
        host = _host(reading)
        left = (host,) if host is not None else ()
    others = tuple(one.party for one in row)
    if not left or any(
        reading.player(one) is reading.player(two) for one in left for two in others
    ):
        return []
    begin = left[0].start if start <= left[0].start < verb[0] else start
    return [Signed(left, others, begin, verb[1], verb[0], SIGNS)]


_ROUND = re.compile(
    r"(?:^|[，；。])(?:首|第[一二三四五六]|最后一?)[轮批场组](?:次|个)?$|[省市区县镇乡](?:主要)?领导(?:分别|依次|现场)?$"
)
_WITH = re.compile(r"(?:与|同|和)(?:(?:来自|位于)[^，。]{1,12}?的?)?$")


def _long_ago(reading: Reading, start: int, verb: int) -> bool:
    """Tell whether a signing is background of what the article reports."""
    return _LONG_AGO.search(reading.text, start, verb) is not None or bygone.told(
        reading, start, verb
    )


def _unreal(reading: Reading, start: int, verb: int) -> bool:
    """Tell whether the words before a verb make the signing a plan or a wish."""
    text = reading.text
    if _PLANNED.search(text, start, verb + 1):
        return True
    return not _reports_signing(reading) and _WILL.search(text, start, verb + 1) is not None


def _landed(
    reading: Reading, row: list[Link], verb: tuple[int, int]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Read 甲、乙等企业签约落户丙 and 丙签约甲: the other side stands after the verb."""
    landing = LANDING.match(reading.text, verb[1])
    direct = reading.text.startswith("签约", verb[0])
    if not row or not (landing or direct):
        return None
    at = landing.end() if landing else verb[1]
    inside = reading.names.outermost(at, min(at + _REACH, len(reading.text)), *PARTIES, "Place")
    after: list[Mention] = []
    for number, one in enumerate(inside):
        joined = not after or reading.text[after[-1].stop : one.start] in ("、", "和", "以及")
        if parties.owns(inside, number):
            continue
        if not joined or not parties.may_sign(one) or (not number and one.start != at):
            break
        after.append(one)
    if not after or inside[0].start != at:
        return None
    if not landing and _ITS.match(reading.text, after[-1].stop):
        return None  # 签约甲公司项目
    return tuple(one.party for one in row), tuple(after[:1] if landing else after)


_REACH = 40
_ITS = re.compile(r"的|旗下|项目|[一二三]期|总部|基地|有关|相关|人|仪式|活动")


def _hosted(reading: Reading, row: list[Link], at: int, end: int) -> list[Signed]:
    """Read 甲、乙等企业现场签约 at a ceremony that a district holds: each signs with the host."""
    firms = [one.party for one in row if one.party.type in ("Enterprise", "Organization")]
    if len(firms) < _TWO or len(firms) != len(row) or not _reports_signing(reading):
        return []
    if not _TOGETHER.match(reading.text[firms[-1].stop : at]):
        return []
    host = _host(reading)
    return [Signed(tuple(firms), (host,), firms[0].start, end, at, LISTED)] if host else []


def _titled(reading: Reading, verb: int, end: int) -> list[Signed]:
    """Read 双方签署《甲与乙战略合作框架协议》: the document names its parties."""
    facing = parties.of_document(reading, end)
    return [Signed(one.left, one.right, verb, end, verb, SIGNS) for one in facing]


def _both(reading: Reading, start: int, verb: int, end: int) -> list[Signed]:
    """Read 双方签署协议: who they are stands before."""
    pair = both.meant(reading, start, verb)
    if pair is None:
        return []
    left, right = pair
    return [Signed((left,), (right,), left.start, end, verb, SIGNS)]


_TOGETHER = re.compile(r"等|现场|集中|正式|当场|上台")


def _reports_signing(reading: Reading) -> bool:
    return any(one.player.kind == "signing" for one in reading.happenings)


def _listed(reading: Reading, start: int, stop: int) -> Iterator[Signed]:
    """Yield 签约企业有甲、乙、丙, with the host of the ceremony on the other side."""
    match = SHOWN.search(reading.text, start, stop)
    if match is None or _PLANNED.search(reading.text, start, match.end()):
        return
    row = reading.names.outermost(match.end(), stop, "Enterprise", "Organization")
    named = reading.names.outermost(start, match.start(), *PARTIES)
    faced = [one for one in named if reading.text.startswith(("与", "和", "同"), one.start - 1)]
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
