"""Trips: visits and inspections by persons, each an event, with every stop that is named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from loaders.grammar import moves
from loaders.grammar.appositions import Apposition
from loaders.grammar.attendance import Row, people_rows
from loaders.grammar.moves import Move
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.cast import Player
from loaders.names.mention import Mention

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
        led: Words such as 带队 say that someone leads a group.
    """

    happening: Happening
    leaders: list[Mention] = field(default_factory=list)
    led: bool = False


def trips(
    reading: Reading, appositions: dict[Mention, Apposition]
) -> tuple[list[Trip], list[Fact]]:
    """Give the trips of an article, and VISITS for each of their stops."""
    found: list[Trip] = []
    facts: list[tuple[Trip, Fact]] = []
    for start, stop in reading.sentences:
        rows = list(people_rows(reading, appositions, start, stop))
        moved = False
        for number, row in enumerate(rows):
            end = rows[number + 1].start if number + 1 < len(rows) else stop
            move = moves.of(reading, row, end, going=bool(found))
            if move is None:
                continue
            moved = True
            trip = _trip(reading, row, move, found)
            facts += [(trip, one) for one in _stops(reading, row, move.start, move.stop)]
            trip.led = trip.led or move.led
        if found and not moved:
            facts += [(found[-1], one) for one in _onward(reading, found[-1], start, stop)]
    return found, [replace(one, date=_day(reading, trip, one)) for trip, one in facts]


def _day(reading: Reading, trip: Trip, fact: Fact) -> str:
    """Give the day of a stop: named in its sentence, else the trip's."""
    time = reading.time_in(*reading.sentence(fact.start), fact.start)
    return time.date if time and not time.until else trip.happening.player.date


def _stops(reading: Reading, row: Row, start: int, stop: int) -> Iterator[Fact]:
    for target in moves.targets(reading, start, stop):
        player = reading.player(target)
        if player is None or player.type not in moves.STOPS:
            continue
        for one in row.names:
            person = reading.player(one)
            if person is not None:
                span = min(one.start, target.start), max(one.stop, target.stop)
                yield Fact("VISITS", person, player, *span, VISITS, _SURE)


def _trip(reading: Reading, row: Row, move: Move, found: list[Trip]) -> Trip:
    """Give the trip that a predicate belongs to, or a new one."""
    names = {one.organ for one in row.names}
    for trip in found:
        if names & {one.organ for one in trip.leaders}:
            _told_again(reading, row, move, trip)
            return trip
    if found and not _own_time(reading, row):
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


def _own_time(reading: Reading, row: Row) -> bool:
    start, _ = reading.sentence(row.start)
    return any(start <= one.start < row.start for one in reading.times)


def _event(reading: Reading, row: Row, move: Move) -> Happening:
    text = reading.text
    _, clause = reading.clause(move.verb)
    phrase = text[move.verb : min(clause, move.verb + _LONGEST)].rstrip("，。")
    targets = list(moves.targets(reading, move.start, move.stop))
    player = Player("Event", kind="inspection" if _CHECKING.search(move.word) else "visit")
    if targets:
        player.call(targets[0].text + move.word)
        player.main = player.names[0]
    if phrase.startswith(move.word):
        player.call(phrase, move.verb, move.verb + len(phrase))
    held = re.compile(r"(?:开展|进行)(?:了)?([^，。；]{2,20})").search(text, move.start, clause)
    if held:
        player.call(held.group(1), *held.span(1))
    player.call(move.word)
    start, stop = reading.sentence(row.start)
    time = reading.time_in(start, stop, move.verb)
    player.date = time.date if time else ""
    if not player.spans:
        player.call(player.names[0], move.verb, move.verb + len(move.word))
    return Happening(player, move.verb, move.verb + len(move.word), move.verb)


def _onward(reading: Reading, trip: Trip, start: int, stop: int) -> Iterator[Fact]:
    """Read 在柳浦村，… as the next stop of a trip that is under way."""
    for target in moves.onward(reading, start, stop):
        player = reading.player(target)
        for one in trip.leaders:
            person = reading.player(one)
            if person is not None and player is not None:
                yield Fact("VISITS", person, player, start, target.stop, ONWARD, _LIKELY)
