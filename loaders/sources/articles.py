"""The articles of a page: the breaks and headlines that together fit best.

A layout is a row of breaks; what stands between two is an article's text. Its weight is what speaks
for each break, what each article costs, how little the articles speak of one another, and how well
headlines and articles match. Layouts are tried by putting in, taking out and exchanging one break
after the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.sources.breaks import Break, breaks
from loaders.sources.manner import manner
from loaders.sources.matching import Choice, Matching
from loaders.sources.rows import Row, Span
from loaders.sources.titles import Titles
from loaders.sources.words import Words


@dataclass(frozen=True, slots=True)
class Found:
    """An article of a page: its rows, and its main headline or nothing."""

    body: Span
    title: str


def articles(page: Sequence[Row]) -> list[Found]:
    """Give the articles of one printed page in order."""
    if len(page) <= _FEWEST_ROWS:
        return [Found(Span(0, len(page)), "")]
    search = _Search(page)
    return search.found(search.best())


@dataclass(frozen=True, slots=True)
class _Layout:
    breaks: tuple[Break, ...]
    weight: float
    choice: Choice


_ARTICLE = -5.0  # what one more article costs
_BETTER = 0.01
_FEWEST_ROWS = 2
_CLEAR = 3.5  # weight of a break that is put in first
# Layouts that are tried, each counted with its rows of headlines times its breaks: a printed page is
# searched whole, a file of a whole issue without headers is not.
_WORK = 500_000


class _Search:
    """Looks for the best layout of one page."""

    def __init__(self, page: Sequence[Row]) -> None:
        self._page = page
        self._words = Words(page)
        self._titles = Titles(page, self._words)
        self._matching = Matching(self._titles)
        self._options = sorted(breaks(page, manner(page)), key=lambda one: -one.weight)

    def found(self, layout: _Layout) -> list[Found]:
        """Give the articles of a layout."""
        titles = {one.body: self._titles.text(one) for one in layout.choice.titles}
        return [Found(body, titles.get(body, "")) for body in _bodies(layout.breaks)]

    def best(self) -> _Layout:
        """Give the best layout that single changes lead to."""
        layout = self._clearest()
        work, at, since = _WORK, 0, 0
        while since < len(self._options) and work > 0:
            option = self._options[at % len(self._options)]
            at, since = at + 1, since + 1
            for changed in _changes(layout.breaks, option):
                if self._fits(changed):
                    work -= (1 + sum(one.rows.height for one in changed)) * len(changed)
                    other = self._layout(changed)
                    if other.weight > layout.weight + _BETTER:
                        layout, since = other, 0
                        break
        return layout

    def _clearest(self) -> _Layout:
        """Give a layout of the clearest breaks, with all that may be headlines at the end."""
        end = len(self._page)
        opening = next(one for one in self._options if one.rows == Span(0, 0))
        closings = [one for one in self._options if one.rows.stop == end and one.rows.first > 1]
        found: tuple[Break, ...] = opening, min(closings, key=lambda one: one.rows.first)
        if not self._fits(found):
            found = opening, next(one for one in closings if one.rows == Span(end, end))
        for option in self._options:
            if option.weight >= _CLEAR and option not in found:
                changed = _changed(found, option)
                if len(changed) > len(found) and self._fits(changed):
                    found = changed
        return self._layout(found)

    def _fits(self, some: Sequence[Break]) -> bool:
        """Tell whether a page begins and ends with breaks and has sentences between them."""
        return (
            len(some) > 1
            and some[0].rows.first == 0
            and some[-1].rows.stop == len(self._page)
            and all(
                body.height >= _FEWEST_ROWS
                and any(row.says for row in self._page[body.first : body.stop])
                for body in _bodies(some)
            )
        )

    def _layout(self, some: tuple[Break, ...]) -> _Layout:
        bodies = _bodies(some)
        choice = self._matching.assign([one.rows for one in some], bodies)
        weight = choice.weight + _ARTICLE * len(bodies) + sum(one.weight for one in some)
        weight += sum(self._apart(one, other) for one, other in pairwise(bodies))
        return _Layout(some, weight, choice)

    def _apart(self, before: Span, after: Span) -> float:
        """Weigh two neighbours as two articles by how little one speaks of the other."""
        return max(_RELATED, _STRANGE - _STEP * self._words.kinship(before, after))


_STRANGE, _STEP, _RELATED = 2.5, 0.58, -1.3


def _bodies(some: Sequence[Break]) -> list[Span]:
    return [Span(one.rows.stop, other.rows.first) for one, other in pairwise(some)]


def _changes(some: tuple[Break, ...], option: Break) -> Iterator[tuple[Break, ...]]:
    """Yield layouts with a break or without it, also with it instead of a neighbour."""
    changed = _changed(some, option)
    yield changed
    if option in changed:
        at = changed.index(option)
        for beside in (at - 1, at + 1):
            if 0 < beside < len(changed) - 1:
                yield changed[:beside] + changed[beside + 1 :]


def _changed(some: tuple[Break, ...], option: Break) -> tuple[Break, ...]:
    """Give some breaks without one that is among them, else with it instead of those it touches."""
    if option in some:
        return tuple(one for one in some if one is not option)
    rows = option.rows
    kept = [
        one
        for one in some
        if one.rows.stop + _FEWEST_ROWS <= rows.first or rows.stop + _FEWEST_ROWS <= one.rows.first
    ]
    return tuple(sorted([*kept, option], key=lambda one: one.rows.first))
