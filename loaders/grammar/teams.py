"""Teams: who heads one without the title before the name: 带队, 率督导组, 由甲带队, 以甲为组长."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.grammar.appositions import Apposition
from loaders.grammar.attendance import people_rows
from loaders.grammar.inspections import inspections, only_team, several
from loaders.grammar.reading import Fact, Reading
from loaders.grammar.trips import Trip
from loaders.names.cast import Player
from loaders.names.mention import Mention

LED, LED_STOPS, LEADER_STOPS = "teams.led", "teams.led_stops", "teams.leader_stops"
_LEADING = re.compile(r"带队|率队|率领|率|带领|携")
_WITH_TEAM = re.compile(
    r"(?:同志)?(?:亲自)?(?:率领|带领|带队|率|携)(?:了)?(?:由[^。；\n]{2,60}?组成的)?$"
)
_LIKELY = 0.88


def led(
    reading: Reading,
    appositions: dict[Mention, Apposition],
    found: Sequence[Trip],
    stops: Sequence[Fact],
) -> Iterator[Fact]:
    """Yield LEADS for who leads a trip of a team, and INSPECTS of the team for its stops."""
    heads = _heads(appositions)
    only = _one_team(reading) if found else None
    tasks = _tasks(reading) if found and only is None else {}
    for trip in found:
        for one in trip.led_by or trip.leaders[:1]:
            own = (only or _of_task(reading, tasks, trip)) if one in trip.led_by else None
            team = heads.get(one.organ) or own
            yield from _of_leader(reading, team, one, stops, headed=one.organ in heads)


def _one_team(reading: Reading) -> Mention | None:
    """Give the one team of the article, unless it says that there are several."""
    return None if several(reading) else only_team(reading)


def _tasks(reading: Reading) -> dict[str, Mention]:
    """Give the teams by what their names say that they do: 执法检查 of 执法检查组."""
    if several(reading):
        return {}
    teams = [one for one in reading.names if one.type == "InspectionTeam"]
    return {one.text[:-1]: one for one in reversed(teams) if len(one.text) > _SHORT}


def _of_task(reading: Reading, tasks: dict[str, Mention], trip: Trip) -> Mention | None:
    """Give the one team of several that is named after what a trip does: 率队开展执法检查."""
    done = "".join(trip.happening.player.names)
    teams = {reading.player(team): team for task, team in tasks.items() if task in done}
    return next(iter(teams.values())) if len(teams) == 1 else None


_SHORT = 4  # code points: 检查组 and the like say too little


def _of_leader(
    reading: Reading,
    team: Mention | None,
    one: Mention,
    stops: Sequence[Fact],
    *,
    headed: bool,
) -> Iterator[Fact]:
    person = reading.player(one)
    along = _taken_along(reading, one)
    team = along or team
    player = reading.player(team) if team else None
    if person is None or player is None:
        return
    if along or not headed:
        word = _LEADING.search(reading.text, one.stop)
        end = word.end() if word else one.stop
        title = word.group() if word and word.group() == "率队" else _LED_TITLE
        yield Fact("LEADS", person, player, one.start, end, LED, _LIKELY, title=title)
    for stop in stops:
        if stop.source is person and stop.target is not player:
            yield replace(stop, type="INSPECTS", source=player, rule=LED_STOPS)


def _heads(appositions: dict[Mention, Apposition]) -> dict[str, Mention]:
    """Give the team that each person heads by title (督导组组长甲), or as a deputy."""
    return {
        one.organ: item.body
        for one, apposition in appositions.items()
        for item in apposition.items
        if item.body is not None and item.body.type == "InspectionTeam"
    }


def _taken_along(reading: Reading, leader: Mention) -> Mention | None:
    """Give the team that a leader is said to take along: 率省督导组赴…."""
    _, stop = reading.sentence(leader.start)
    for team in reading.names.outermost(leader.stop, stop, "InspectionTeam"):
        if _WITH_TEAM.fullmatch(reading.text, leader.stop, team.start):
            return team
    return None


def headed(reading: Reading, appositions: dict[Mention, Apposition]) -> Iterator[Fact]:
    """Yield LEADS for 督导组由甲带队, 甲、乙率督导组, 以甲为组长的督导组, 督导组组长由甲担任."""
    for start, stop in reading.sentences:
        teams = reading.names.outermost(start, stop, "InspectionTeam")
        for row in people_rows(reading, appositions, start, stop) if teams else ():
            last = row.names[-1]
            before = [two for two in teams if two.stop <= row.start]
            after = next((two for two in teams if two.start >= last.stop), None)
            found = _before_team(reading, last, after) if after else None
            if found is None and before:
                found = _after_team(reading, last, row.start, before[-1])
            if found is not None:
                together = found.title == _LED_TITLE
                yield from _heading(reading, found, row.names if together else row.names[-1:])


def _heading(reading: Reading, found: "_Headship", people: Sequence[Mention]) -> Iterator[Fact]:
    player = reading.player(found.team)
    kind = "DEPUTY_LEADS" if "副" in found.title else "LEADS"
    for one in people:
        person = reading.player(one)
        if person is not None and player is not None:
            span = min(one.start, found.team.start), max(found.stop, found.team.stop)
            yield Fact(kind, person, player, *span, LED, _LIKELY, title=found.title)


@dataclass(frozen=True, slots=True)
class _Headship:
    """That a person heads a team, with which title, and where the words that say so end."""

    team: Mention
    title: str
    stop: int


def _before_team(reading: Reading, one: Mention, team: Mention) -> _Headship | None:
    """Read 甲率督导组, 甲带队的督导组, (以)甲为组长、乙为副组长的督导组."""
    text = reading.text
    if _WITH_TEAM.fullmatch(text, one.stop, team.start) or _LED_TEAM.fullmatch(
        text, one.stop, team.start
    ):
        return _Headship(team, _LED_TITLE, team.stop)
    head = _AS_HEAD.match(text, one.stop, team.start)
    if head and _OF_TEAM.fullmatch(text, head.end(), team.start):
        return _Headship(team, head.group(1), team.stop)
    return None


def _after_team(reading: Reading, one: Mention, begin: int, team: Mention) -> _Headship | None:
    """Read 督导组由甲带队, 督导组在甲带领下, 督导组组长由甲担任, 督导组（组长：甲）, …，甲任组长."""
    text = reading.text
    named = _NAMED_BEFORE.search(text[team.stop : begin])
    if named:
        return _Headship(team, named.group(1), one.stop)
    head = _AS_HEAD.match(text, one.stop)
    if head and head.group().removeprefix("同志").startswith(("任", "担任")):
        return _Headship(team, head.group(1), head.end())
    led = _LEADING_ON.match(text, one.stop)
    if led and _BY.search(text[team.stop : begin]):
        return _Headship(team, _LED_TITLE, led.end())
    return None


_LED_TITLE = "带队"
_LED_TEAM = re.compile(r"(?:同志)?(?:(?:带队|率队|率领|带领)的|的?(?:带队|率队|率领|带领)下，)")
_AS_HEAD = re.compile(r"(?:同志)?(?:为|任|担任)(?:[^，。；、\n]{2,12}组)?(副组长|组长)(?!职务)")
_OF_TEAM = re.compile(r"(?:、[^，。；\n]{2,30}(?:为|任|担任)副组长)?的")
_NAMED_BEFORE = re.compile(
    r"^(?:的)?(?:[（(]|[^。；\n]{1,60}[，、])?(副组长|组长)(?:由|为|是|：|:)$"
)
_BY = re.compile(r"(?:^|[，（(])由[^，。；\n]{0,24}$|^[^，。；\n]{0,8}在[^，。；\n]{0,24}$")
_LEADING_ON = re.compile(
    r"(?:同志)?(?:副?[\u4e00-\u9fff]{0,2}[长席]|书记|主任)?的?(?:带队|率队|(?:带领|率领)下)"
)


def leaders_stops(
    reading: Reading, appositions: dict[Mention, Apposition], found: Sequence[Trip]
) -> Iterator[Fact]:
    """Yield VISITS of who leads the team for each stop that only the team is said to see.

    Where the team stays for a span of days, or was at work before the trip, is its task and no stop
    of who leads it.
    """
    leaders = list(_leaders(reading, appositions, found))
    seen = list(inspections(reading)) if leaders else []
    begun = reading.sentence(found[0].happening.start)[0] if found else 0
    tasks = {id(one.target) for one in seen if one.valid_to or one.stop <= begun}
    for fact in seen:
        for person, team, day in leaders:
            if fact.source is team and id(fact.target) not in tasks:
                yield replace(
                    fact, type="VISITS", source=person, rule=LEADER_STOPS, valid_from="", valid_to="",
                    date=fact.date or day,
                )  # fmt: skip


def _leaders(
    reading: Reading, appositions: dict[Mention, Apposition], found: Sequence[Trip]
) -> Iterator[tuple[Player, Player, str]]:
    """Yield who is on the way with which team, since which day."""
    heads = _heads(appositions)
    only = _one_team(reading) if found else None
    told: set[int] = set()
    for trip in found:
        first = trip.leaders[0]
        team = heads.get(first.organ) or (only if trip.led_by else None)
        person, player = reading.player(first), reading.player(team) if team else None
        if person is not None and player is not None:
            told.add(id(person))
            yield person, player, trip.happening.player.date
    for fact in headed(reading, appositions):
        if fact.title == _LED_TITLE and id(fact.source) not in told:
            told.add(id(fact.source))
            yield fact.source, fact.target, ""
