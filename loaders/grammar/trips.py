"""Trips: visits and inspections by persons, each an event, with every stop that is named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from loaders.grammar import bygone, moves, sights
from loaders.grammar.appositions import Apposition
from loaders.grammar.attendance import Row, people_rows
from loaders.grammar.inspections import several
from loaders.grammar.moves import Move
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.cast import Player
from loaders.names.mention import Mention
from loaders.names.pronouns import POINTING

_CARRIED_OUT = re.compile(r"(?:开展|进行)(?:了)?([^，。；]{2,20})")
_CHECKING = re.compile(r"检查|督导|督查|督办|巡查|抽查|暗访|夜查|督察")
_LONGEST = 30  # code points of the longest phrase that names a trip
VISITS, ONWARD = "visits.stops", "visits.onward"
_SURE, _LIKELY = 0.92, 0.85


@dataclass(slots=True)
class Trip:
    """A visit or inspection that the article reports.

    Attributes:
        happening: It as an event.
        leaders: Who makes it.
        led_by: Those of whom words such as 带队 say that they lead a group.
        acting: Who moved last; what is seen next is seen by them.
    """

    happening: Happening
    leaders: list[Mention] = field(default_factory=list)
    led_by: list[Mention] = field(default_factory=list)
    acting: tuple[Mention, ...] = ()


def trips(
    reading: Reading, appositions: dict[Mention, Apposition]
) -> tuple[list[Trip], list[Fact]]:
    """Give the trips of an article, and VISITS for each of their stops."""
    found: list[Trip] = []
    facts: list[tuple[Trip, Fact]] = []
    many = several(reading)
    officials = {one.organ for one, two in appositions.items() if two.items or two.listed_as}
    for start, stop in reading.sentences:
        moved, before = False, start
        for number, party in enumerate(_parties(reading, appositions, start, stop)):
            row = party.row
            along = found and number and _ALONG.match(reading.text, row.stop)
            strangers = officials.isdisjoint(one.organ for one in row.names)
            for move in () if along else party.moves(reading, going=bool(found)):
                if move.planned or (move.bare and strangers) or _elsewhen(reading, row, start):
                    continue
                seen = list(_stops(reading, row, move.start, move.stop))
                if not seen and found and not any(_makes(one, row) for one in found):
                    continue  # 乙拜会甲一行: who is met goes nowhere
                moved = True
                trip = _trip(reading, row, move, found, before)
                facts += [(trip, one) for one in seen]
                trip.acting = row.names
                leads = move.led or party.leads
                trip.led_by += [one for one in row.names if leads and one not in trip.led_by]
            before = row.stop
        if found and not moved and not (many and _of_team(reading, start, stop)):
            facts += [(found[-1], one) for one in _onward(reading, found[-1], start, stop)]
    return found, [replace(one, date=_day(reading, trip, one)) for trip, one in facts]


@dataclass(frozen=True, slots=True)
class _Party:
    """Who goes: a list of persons, and whom they take along.

    Attributes:
        row: Who goes.
        at: Where what is said of them begins.
        end: Where it ends at the latest.
        leads: They take others along, as 带领 and 率 say.
    """

    row: Row
    at: int
    end: int
    leads: bool

    def moves(self, reading: Reading, *, going: bool) -> Iterator[Move]:
        """Yield the moves that they make."""
        return moves.of(reading, self.row, self.at, self.end, going=going)


def _parties(
    reading: Reading, appositions: dict[Mention, Apposition], start: int, stop: int
) -> Iterator[_Party]:
    """Yield who goes in a sentence; in 甲带领局长乙到… it is 甲."""
    rows = list(people_rows(reading, appositions, start, stop))
    while rows:
        row, leads = rows.pop(0), False
        at = row.stop
        while (
            rows
            and not _INVITES.match(reading.text, at)
            and (takes := _TAKES.fullmatch(reading.text, at, rows[0].start)) is not None
        ):
            leads = leads or takes["leads"] is not None
            at = rows.pop(0).stop
        if _INVITES.match(reading.text, at) and _INVITED.search(reading.text, start, row.start):
            continue
        if not _MET.search(reading.text, max(start, row.start - _NEAR), row.start):
            yield _Party(row, at, rows[0].start if rows else stop, leads)


_INVITED = re.compile(r"[应受][^，。；]{0,40}$")
_INVITES = re.compile(r"等?的?(?:盛情)?(?:邀请|之邀)")
"""应乌国总统甲邀请，乙…: who invites goes nowhere, and takes nobody along."""

_MET = re.compile(
    r"(?:采访|看望|慰问|拜访|拜会|会见|接见|探望|探访|走访|接待)了?(?:[^，。；、]{0,12})?$"
    r"|(?:邀请?|期待|期盼|希望|盼望)[^，。；、]{0,30}$"
)
_TAKES = re.compile(
    r"(?:同志|一行|带队)*(?:等[^，。；]{0,12})?，?(?:亲自)?(?:(?P<leads>带领|率领|率|带(?!来|动|着|头)|携)|会同|联合|特?邀请?)"
    r"(?:(?!到|赴|前往|深入|来|(?:调研|检查|考察|督导|走访|慰问)(?![组团]))[^。；“”：\n]){0,120}"
)


def _makes(trip: "Trip", row: Row) -> bool:
    """Tell whether a list holds someone who makes a trip."""
    return not {one.organ for one in row.names}.isdisjoint(one.organ for one in trip.leaders)


def _elsewhen(reading: Reading, row: Row, start: int) -> bool:
    """Tell whether a sentence speaks of another time than the article: 时任…, years ago, still to come."""
    if bygone.back_then(reading, start, row.start, row.stop):
        return True
    today = reading.article.date
    time = reading.time_in(start, row.start, row.start)
    if time is None or len(today) < _DAY:
        return False
    return time.date > today[: len(time.date)] or bygone.told(reading, start, row.start)


def _of_team(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether a sentence speaks of a team; of several, who leads one is not with all."""
    return bool(reading.names.within(start, stop, "InspectionTeam"))


_NEAR = 40  # code points before the names of persons in which a word bears on them


def _day(reading: Reading, trip: Trip, fact: Fact) -> str:
    """Give the day of a stop: named in its sentence, else the trip's."""
    time = reading.time_in(*reading.sentence(fact.start), fact.start)
    return time.date if time and not time.until else trip.happening.player.date


def _stops(reading: Reading, row: Row, start: int, stop: int) -> Iterator[Fact]:
    """Yield VISITS of everyone in a list for every stop; 甲、乙分别到丙、丁 is one stop each."""
    found = [one for one in sights.targets(reading, start, stop) if reading.player(one)]
    begin, _ = reading.sentence(start)
    found = found or sights.meant(reading, start, stop, before=begin)
    each = _EACH.search(reading.text, row.stop, start) and len(found) == len(row.names)
    for number, target in enumerate(found):
        player = reading.player(target)
        for one in row.names[number : number + 1] if each else row.names:
            person = reading.player(one)
            if person is not None and player is not None and player.type in sights.STOPS:
                span = min(one.start, target.start), max(one.stop, target.stop)
                yield Fact("VISITS", person, player, *span, VISITS, _SURE)


_EACH = re.compile(r"分别(?!带队|率队|带领)(?!.*先后)")
_ALONG = re.compile(r"等?[^，。；]{0,8}?(?:一同|一道|一起|随同|随行|陪同|参加)")


def _trip(reading: Reading, row: Row, move: Move, found: list[Trip], before: int) -> Trip:
    """Give the trip that a predicate belongs to, or a new one, when a day stands between `before` and it."""
    for trip in found:
        if _makes(trip, row):
            _told_again(reading, row, move, trip)
            return trip
    if found and not _own_time(reading, before, row.start):
        found[-1].leaders += row.names
        return found[-1]
    trip = Trip(_event(reading, row, move), list(row.names))
    found.append(trip)
    return trip


def _told_again(reading: Reading, row: Row, move: Move, trip: Trip) -> None:
    """Let a second telling of a trip add the name and the day that the first left out."""
    player, again = trip.happening.player, _event(reading, row, move).player
    if not player.date:
        player.date = again.date
        for name in again.names:
            player.call(name)
        player.main = player.main or again.main


def _own_time(reading: Reading, start: int, stop: int) -> bool:
    return any(start <= one.start < stop for one in reading.times)


def _event(reading: Reading, row: Row, move: Move) -> Happening:
    text = reading.text
    _, clause = reading.clause(move.verb)
    phrase = text[move.verb : min(clause, move.verb + _LONGEST)].rstrip("，。")
    targets = list(sights.targets(reading, move.start, move.stop))
    player = Player("Event", kind="inspection" if _CHECKING.search(move.word) else "visit")
    if targets:
        seen = reading.player(targets[0])
        ours = targets[0].text.startswith(POINTING) and seen is not None
        player.call((seen.name if ours and seen else targets[0].text) + move.word)
        player.main = player.names[0]
    if phrase.startswith(move.word):
        player.call(phrase, move.verb, move.verb + len(phrase))
    held = _CARRIED_OUT.search(text, move.start, clause)
    if held:
        player.call(held.group(1), *held.span(1))
    player.call(move.word)
    start, stop = reading.sentence(row.start)
    player.date = _begun(reading, start, stop, move.verb)
    if not player.spans:
        player.call(player.names[0], move.verb, move.verb + len(move.word))
    return Happening(player, move.verb, move.verb + len(move.word), move.verb)


def _begun(reading: Reading, start: int, stop: int, verb: int) -> str:
    """Give the day of a trip: named in its sentence or the one before, or that of the meeting.

    会前, 会后 and the like give it the day of the event that the text reported last.
    """
    time = reading.time_in(start, stop, verb)
    if time is not None:
        return time.date
    if any(start <= one.start < stop for one in reading.times):
        return ""  # 近日: the text leaves the day open
    if _SAME_DAY.match(reading.text, start, stop):
        before = [one.player.date for one in reading.happenings if one.start < start]
        return before[-1] if before else ""
    earlier, end = reading.sentence(max(start - 1, 0))
    days = {
        one.date
        for one in reading.times
        if earlier <= one.start < end and len(one.date) == _DAY and not one.until
    }
    return days.pop() if len(days) == 1 and end <= start else ""


_SAME_DAY = re.compile(
    r"(?:会议?[前后]|(?:会议|仪式|活动|座谈会|签约|开工)(?:开始|结束|举行)?[前后]|会议?期间|随后|当[天日]|同日|活动期间)"
)
_DAY = len("2023-11-13")


def _onward(reading: Reading, trip: Trip, start: int, stop: int) -> Iterator[Fact]:
    """Read 在柳浦村，… as the next stop of a trip that is under way."""
    for target in moves.onward(reading, start, stop):
        player = reading.player(target)
        for one in trip.acting:
            person = reading.player(one)
            if person is not None and player is not None:
                yield Fact("VISITS", person, player, start, target.stop, ONWARD, _LIKELY)
