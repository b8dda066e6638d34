"""Inspection teams: whose, which, and of which year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.divisions import COUNTRY
from graph.resolve.areas import Area
from graph.resolve.bodies import pointed, split, stated
from graph.resolve.surface import points_only, without_year
from graph.schema import identifier

_OWNERS = ("委员会", "人民政府")  # 市委督导组 is as general as 市督导组


@dataclass(frozen=True, slots=True)
class Team:
    """A temporary body: the area that sends it, its name, and the year of its task."""

    founder: Area
    core: str
    round: str

    @property
    def id(self) -> str:
        """Give the id that all its mentions share."""
        return identifier("team", self.founder.id, self.core, self.round)


def team(
    forms: Sequence[str], year: str, day: str, around: tuple[Area | None, Sequence[Area]]
) -> Team | None:
    """Tell which team an article means.

    Args:
        forms: Every name of it, the fullest first.
        year: The year in which its stay begins or, failing that, of the report; a year that
            stands in a name wins.
        day: Day by which names of divisions are read.
        around: Where the article plays: its place, and the areas that it names.

    Returns:
        The team, or None when founder, name or year stay open: then it is told apart from every
        team of other articles.
    """
    stated_years = [found for _, found in map(without_year, forms) if found]
    round_ = min(stated_years, default=year)
    if not round_:
        return None
    for by_word in (False, True):
        for form in forms:
            parts = split(without_year(form)[0], day)
            if bool(parts.word) != by_word or is_general(parts.organ):
                continue
            area = pointed(parts.word, *around) if by_word else stated(parts.head, day, *around)
            if area:
                return Team(area, parts.organ, round_)
    return None


def is_general(core: str) -> bool:
    """Tell whether a team's name without its founder could be that of any team."""
    for owner in _OWNERS:
        core = core.removeprefix(owner)
    return points_only("InspectionTeam", core)


def shown(found: Team, forms: Iterable[str], day: str) -> str:
    """Give the name to show: a form that states the founder, without the year."""
    options: list[str] = []
    built: list[str] = []
    for form in forms:
        bare = without_year(form)[0]
        parts = split(bare, day)
        if parts.organ != found.core:
            continue
        if parts.head:
            options.append(bare)
        elif parts.word:
            rest = bare[bare.index(parts.word) + len(parts.word) :]
            built.append(found.founder.name + rest)
    if options:
        return max(options, key=lambda one: (one.startswith(found.founder.name), len(one), one))
    if built:
        return max(built, key=lambda one: (len(one), one))
    return found.core if found.founder.code == COUNTRY else found.founder.name + found.core
