"""Bodies of a page: where one article ends and the next begins.

What tells: a headline or a signature stands between, the width of the column changes, the text
opens as articles do, a headline that has no body yet shares words with a part of one. One signal
alone is not enough; splitting too little is better than splitting too much.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.sources.headlines import reads_as_headline, signature
from loaders.sources.matching import Title, assign
from loaders.sources.openings import Opening, opening
from loaders.sources.pairs import grams, overlap
from loaders.sources.rows import (
    Row,
    Span,
    column_after,
    column_before,
    past_furniture,
    text_of,
)


def bodies_and_titles(page: Sequence[Row], found: Sequence[Span]) -> tuple[list[Span], list[Title]]:
    """Give the bodies of a page in order, and the rows that are their headlines.

    Args:
        page: The rows of a page.
        found: Runs of rows that could be headlines, in order.
    """
    bodies = _with_sentences(page, _bodies(page, found))
    free = _outside(found, bodies)
    return _split_for_titles(page, free, bodies, assign(page, free, bodies))


def _outside(found: Sequence[Span], bodies: Sequence[Span]) -> list[Span]:
    """Give the rows of runs that are in no body: neither signatures nor headings inside one."""
    inside = {row for body in bodies for row in range(body.first, body.stop)}
    left: list[Span] = []
    for run in found:
        rows_left = [row for row in range(run.first, run.stop) if row not in inside]
        if rows_left:
            left.append(Span(rows_left[0], rows_left[-1] + 1))
    return left


def _bodies(page: Sequence[Row], found: Sequence[Span]) -> list[Span]:
    """Cut the page where one article ends and the next begins; headlines are in no body."""
    bodies: list[Span] = []
    first = past_furniture(page, 0)
    end = len(page)
    while end > first and page[end - 1].furniture:
        end -= 1
    for at, run in enumerate(found):
        if run.first < first:
            continue
        signed = run.first + signature(page, run, text_of(page, Span(first, run.first)))
        if run.stop >= end:
            if signed > first:
                bodies += _at_widths(page, Span(first, signed))
            return bodies
        after = Span(run.stop, found[at + 1].first if at + 1 < len(found) else end)
        if run.first == first or _parts_articles(page, Span(signed, run.stop), after, run.first):
            if signed > first and run.first > first:
                bodies += _at_widths(page, Span(first, signed))
            first = run.stop
    if first < end:
        bodies += _at_widths(page, Span(first, end))
    return bodies


def _with_sentences(page: Sequence[Row], bodies: Sequence[Span]) -> list[Span]:
    """Join rows without any sentence, such as the lines of a head, to the body after them."""
    joined: list[Span] = []
    first = -1
    for body in bodies:
        first = body.first if first < 0 else first
        if any(row.ended for row in page[body.first : body.stop]):
            joined.append(Span(first, body.stop))
            first = -1
    if first >= 0:
        joined.append(Span(first, bodies[-1].stop))
    return joined


def _parts_articles(page: Sequence[Row], run: Span, after: Span, ended: int) -> bool:
    """Tell whether a run of headline-like rows stands between two articles, not inside one."""
    if after.stop - after.first < _FEWEST_ROWS:
        return False
    begins = opening(_words(page, after.first))
    changed = _width_changes(page, ended, after.first)
    if run.first == run.stop:  # a signature alone
        return changed or begins is not Opening.NONE
    if begins is Opening.SURE:
        return True
    text = text_of(page, run)
    shared = overlap(text, grams(text_of(page, after)))
    if begins is Opening.LIKELY or changed:
        return shared >= 0.35 or reads_as_headline(text)  # noqa: PLR2004
    return shared >= 0.6 and reads_as_headline(text)  # noqa: PLR2004


_FEWEST_ROWS = 2


def _words(page: Sequence[Row], at: int) -> str:
    return text_of(page, Span(at, at + 3))


def _surely_changes(page: Sequence[Row], body: Span, at: int) -> bool:
    """Tell whether a body's column changes its width at a row, by clear rows on both sides."""
    inside, place = page[body.first : body.stop], at - body.first
    measures = column_before(inside, place), column_after(inside, place)
    return _width_changes(inside, place, place) and all(one and one.sure for one in measures)


def _width_changes(page: Sequence[Row], end: int, start: int) -> bool:
    """Tell whether the rows up to `end` and those from `start` are of columns of two widths."""
    before, after = column_before(page, end), column_after(page, start)
    return before is not None and after is not None and before.differs(after)


def _at_widths(page: Sequence[Row], body: Span) -> list[Span]:
    """Cut a body where a paragraph or a signature ends and an article opens."""
    edges = [body.first]
    for at in range(body.first + _FEWEST_ROWS + 1, body.stop - _FEWEST_ROWS):
        if _opens(page, Span(edges[-1], body.stop), at):
            edges.append(at)
    edges.append(body.stop)
    return [Span(a, b) for a, b in pairwise(edges)]


def _opens(page: Sequence[Row], body: Span, at: int) -> bool:
    before = page[at - 1]
    sign = at - 2 if before.date_only else at - 1
    signed = signature(page, Span(sign, at), text_of(page, Span(body.first, sign))) > 0
    begins = Opening.NONE if page[at].date_only else opening(_words(page, at))
    if begins is Opening.NONE or not (before.ended or before.byline or signed):
        return False
    if begins is Opening.SURE or signed:
        return True
    return _surely_changes(page, body, at)


def _split_for_titles(
    page: Sequence[Row], found: Sequence[Span], bodies: list[Span], titles: list[Title]
) -> tuple[list[Span], list[Title]]:
    """Cut bodies further while that gives a headline that has none yet a body of its own."""
    work = _WORK
    while _unsettled(found, bodies, titles):
        total = sum(title.score for title in titles)
        cuts = sorted(_cuts(page, bodies), key=lambda cut: -cut.likely)[: work // len(bodies) ** 2]
        work -= len(cuts) * len(bodies) ** 2
        options = [
            _Option(gain + cut.likely, cut.bodies, matched)
            for cut in cuts
            if (matched := assign(page, found, cut.bodies)) and len(matched) > len(titles)
            if (gain := sum(title.score for title in matched) - total) >= _needed(cut)
        ]
        best = max(options, key=lambda option: option.weight, default=None)
        if best is None:
            break
        bodies, titles = best.bodies, best.titles
    return bodies, titles


def _unsettled(found: Sequence[Span], bodies: Sequence[Span], titles: Sequence[Title]) -> bool:
    """Tell whether rows are left that are no one's headline, or may be those of two articles."""
    held = sum(title.rows.stop - title.rows.first for title in titles)
    return held < sum(run.stop - run.first for run in found) or any(
        title.rows.stop - title.rows.first > 1 and title.rows.stop != bodies[title.body].first
        for title in titles
    )


def _needed(cut: "_Cut") -> float:
    """Give how many pairs of characters a further headline must share with its body."""
    return _GAIN if cut.likely else _GAIN_ANYWHERE


_GAIN, _GAIN_ANYWHERE = 3.0, 9.0
# Cuts that are tried, each counted with the square of the bodies, which is what matching costs: a
# page has a few articles; a file of a whole issue is left as its headlines and widths cut it.
_WORK = 8_000


@dataclass(frozen=True, slots=True)
class _Option:
    weight: float
    bodies: list[Span]
    titles: list[Title]


@dataclass(frozen=True, slots=True)
class _Cut:
    """One more cut, and how likely an article begins there, in the measure of shared pairs."""

    bodies: list[Span]
    likely: float


_LIKELY = {Opening.NONE: 0.0, Opening.LIKELY: 3.0, Opening.SURE: 6.0}
_CHANGED = 2.0  # how likely a change of the column's width makes it


def _cuts(page: Sequence[Row], bodies: list[Span]) -> Iterator[_Cut]:
    for number, body in enumerate(bodies):
        inside = page[body.first : body.stop]
        for at in range(body.first + _FEWEST_ROWS, body.stop - 1):
            column = column_before(inside, at - body.first)
            short = column is not None and column.narrow(page[at - 1], _SHORT)
            if not (page[at - 1].ended or page[at - 1].byline) or page[at].goes_on_from:
                continue
            likely = _LIKELY[opening(_words(page, at))]
            likely += _CHANGED if _surely_changes(page, body, at) else 0.0
            if likely or short:
                parts = [Span(body.first, at), Span(at, body.stop)]
                yield _Cut([*bodies[:number], *parts, *bodies[number + 1 :]], likely)


_SHORT = 0.9  # of its column: a row that is shorter ends its paragraph when it ends a sentence
