"""The articles of a page: the breaks and headlines that together fit best.

A layout is a row of breaks; what stands between two is an article's text. Its weight is what speaks
for each break, what each article costs, how little the articles speak of one another, and how well
headlines and articles match. Layouts are tried by putting in, taking out and exchanging one break
after the other, and when that does not help, by putting in two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from loaders.sources.breaks import Break, breaks
from loaders.sources.manner import manner
from loaders.sources.matching import Choice, Matching
from loaders.sources.openings import Opening, opening
from loaders.sources.rows import Row, Span, text_of
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
_SPARE = 14  # breaks of which two are put in at once


class _Search:
    """Looks for the best layout of one page."""

    def __init__(self, page: Sequence[Row]) -> None:
        self._page = page
        self._words = Words(page)
        self._titles = Titles(page, self._words)
        self._matching = Matching(self._titles)
        self._work = _WORK
        self._options = sorted(breaks(page, manner(page), self._words), key=lambda one: -one.weight)

    def found(self, layout: _Layout) -> list[Found]:
        """Give the articles of a layout."""
        titles = {one.body: self._titles.text(one) for one in layout.choice.titles}
        return [Found(body, titles.get(body, "")) for body in _bodies(layout.breaks)]

    def best(self) -> _Layout:
        """Give the best layout that changes of one break, or of two at once, lead to."""
        layout = self._clearest()
        while True:
            layout = self._singly(layout)
            other = self._by_two(layout)
            if other is layout:
                return layout
            layout = other

    def _singly(self, layout: _Layout) -> _Layout:
        """Change one break after the other until nothing gets better."""
        at = since = 0
        while since < len(self._options):
            option = self._options[at % len(self._options)]
            at, since = at + 1, since + 1
            for changed in _changes(layout.breaks, option):
                other = self._better(layout, changed)
                if other is not layout:
                    layout, since = other, 0
                    break
        return layout

    def _by_two(self, layout: _Layout) -> _Layout:
        """Put in two breaks at once: a notice below a report that has its headline above."""
        spare = [one for one in self._options if one not in layout.breaks][:_SPARE]
        for one, another in combinations(spare, 2):
            changed = _changed(_changed(layout.breaks, one), another)
            if one in changed:
                other = self._better(layout, changed)
                if other is not layout:
                    return other
        return layout

    def _better(self, layout: _Layout, changed: tuple[Break, ...]) -> _Layout:
        """Give a changed layout if it is better and there is work left to weigh it, else the old one."""
        if self._work <= 0 or not self._fits(changed):
            return layout
        self._work -= (1 + sum(one.rows.height for one in changed)) * len(changed)
        other = self._layout(changed)
        return other if other.weight > layout.weight + _BETTER else layout

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
        weight -= _UNLIKE * self._unlike(some)
        return _Layout(some, weight, choice)

    def _unlike(self, some: Sequence[Break]) -> float:
        """Count articles that open like any paragraph, by the share of others that do not.

        Where the rest opens with 本报讯 or a date, so would this one: what a deck (现场签约项目9个)
        repeats of a later paragraph makes no article of it.
        """
        marked = [self._opens(one) for one in some[:-1]]
        share = sum(marked) / len(marked)
        bare = sum(
            not one and not where.rows.height
            for one, where in zip(marked[1:], some[1:-1], strict=True)
        )
        return bare * share

    def _opens(self, where: Break) -> bool:
        """Tell whether a date, a byline or the end of the article before it marks an opening."""
        page, at = self._page, where.rows.stop
        if page[at].byline or (where.rows.first and _signed(page[where.rows.first - 1])):
            return True
        return opening(text_of(page, Span(at, at + 3))) >= Opening.LIKELY

    def _apart(self, before: Span, after: Span) -> float:
        """Weigh two neighbours as two articles by how little one speaks of the other."""
        return max(_RELATED, _STRANGE - _STEP * self._words.kinship(before, after))


def _signed(row: Row) -> bool:
    return row.byline or row.date_only


_UNLIKE = 4.0  # what each costs, where no headline stands above it
_STRANGE, _STEP, _RELATED = 3.5, 0.58, -1.3


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
