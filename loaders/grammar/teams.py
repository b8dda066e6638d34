"""Teams: who heads one without the title before the name: 带队, 率督导组, 由甲带队, 以甲为组长."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.grammar.appositions import Apposition
from loaders.grammar.inspections import inspections, only_team
from loaders.grammar.reading import Fact, Reading
from loaders.grammar.trips import Trip
from loaders.names.mention import Mention

LED, LED_STOPS, LEADER_STOPS = "teams.led", "teams.led_stops", "teams.leader_stops"
_LEADING = re.compile(r"带队|率队|率领|率|带领")
_WITH_TEAM = re.compile(r"(?:同志)?(?:亲自)?(?:率领|带领|率)(?:了)?$")
_BY = re.compile(r"(?:同志)?(带队|率队|任组长|担任组长|任副组长|担任副组长)")
_AS_HEAD = re.compile(r"(?:同志)?(?:为|任|担任)(组长|副组长)的?")
_LIKELY = 0.88


def led(reading: Reading, found: Sequence[Trip], stops: Sequence[Fact]) -> Iterator[Fact]:
    """Yield LEADS for who leads a trip of the article's team, and INSPECTS for its stops."""
    for trip in found:
        if not trip.led:
            continue
        first = trip.leaders[0]
        team = _taken_along(reading, first) or only_team(reading)
        player = reading.player(team) if team else None
        person = reading.player(first)
        if person is None or player is None:
            continue
        word = _LEADING.search(reading.text, first.stop)
        end = word.end() if word else first.stop
        yield Fact("LEADS", person, player, first.start, end, LED, _LIKELY, title="带队")
        for stop in stops:
            if stop.source is person and stop.target is not player:
                yield replace(stop, type="INSPECTS", source=player, rule=LED_STOPS)


def _taken_along(reading: Reading, leader: Mention) -> Mention | None:
    """Give the team that a leader is said to take along: 率省督导组赴…."""
    _, stop = reading.sentence(leader.start)
    for team in reading.names.outermost(leader.stop, stop, "InspectionTeam"):
        if _WITH_TEAM.fullmatch(reading.text, leader.stop, team.start):
            return team
    return None


def headed(reading: Reading, appositions: dict[Mention, Apposition]) -> Iterator[Fact]:
    """Yield LEADS for 督导组由甲带队, 甲率督导组, 以甲为组长的督导组."""
    for one, apposition in appositions.items():
        person = reading.player(one)
        start, stop = reading.sentence(one.start)
        for team in reading.names.outermost(start, stop, "InspectionTeam"):
            title, end = _headship(reading, one, apposition.start, team)
            player = reading.player(team)
            if title and person is not None and player is not None:
                kind = "DEPUTY_LEADS" if "副" in title else "LEADS"
                span = min(one.start, team.start), max(end, team.stop)
                yield Fact(kind, person, player, *span, LED, _LIKELY, title=title)


def _headship(reading: Reading, one: Mention, begin: int, team: Mention) -> tuple[str, int]:
    """Give the title that a sentence gives a person in a team, and where its words end."""
    text = reading.text
    after = _BY.match(text, one.stop)
    if after and text[begin - 1 : begin] == "由" and 0 <= begin - 1 - team.stop <= _NEAR:
        return after.group(1).removeprefix("担").removeprefix("任"), after.end()
    head = _AS_HEAD.match(text, one.stop)
    if head and head.end() == team.start:
        return head.group(1), team.stop
    if _WITH_TEAM.fullmatch(text, one.stop, team.start):
        return "带队", team.stop
    return "", 0


_NEAR = 12  # code points between a team and 由


def leaders_stops(reading: Reading, found: Sequence[Trip]) -> Iterator[Fact]:
    """Yield VISITS of who leads the team for each stop that only the team is said to see."""
    people = [reading.player(trip.leaders[0]) for trip in found if trip.led]
    for person in people:
        for fact in inspections(reading) if person is not None else ():
            if person is not None:
                yield replace(fact, type="VISITS", source=person, rule=LEADER_STOPS)
