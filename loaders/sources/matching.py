"""Matching: which headline belongs to which body, by the words that they share."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.sources.headlines import MOST_LINES, SHORTEST, reads_as_headline
from loaders.sources.pairs import grams, overlap
from loaders.sources.rows import Row, Span, text_of


@dataclass(frozen=True, slots=True)
class Title:
    """Rows that are the headline of the body with a given number.

    Attributes:
        score: How many pairs of characters they share, weighed.
    """

    rows: Span
    body: int
    score: float


def assign(page: Sequence[Row], found: Sequence[Span], bodies: Sequence[Span]) -> list[Title]:
    """Match headlines with bodies, each body once, so that they share the most words in all.

    A headline and its body share words; words that every article of the page has weigh less. One
    that stands directly above a body, or directly below it, is likelier its own.
    """
    scale = _Scale(page, bodies)
    clear = [title for run in found for title in scale.clear(run)]
    settled = frozenset(title.body for title in clear)
    chosen: list[_Choice] = [_Choice(0.0, tuple(clear), settled)]
    for run in found:
        if all(title.rows != run for title in clear):
            chosen = _with_run(scale, run, chosen)
    return list(chosen[0].titles)


def _with_run(scale: "_Scale", run: Span, chosen: "list[_Choice]") -> "list[_Choice]":
    """Give the best choices with the headlines that one more run may hold."""
    reached: dict[int, list[_Choice]] = {run.first: chosen}
    for at in range(run.first, run.stop):
        here = _best(reached.pop(at, []))
        reached.setdefault(at + 1, []).extend(here)
        for title in scale.titles(run, at):
            reached.setdefault(title.rows.stop, []).extend(
                one.and_title(title) for one in here if title.body not in one.bodies
            )
    return _best(reached[run.stop])


@dataclass(frozen=True, slots=True)
class _Choice:
    """Some headlines that go together, the bodies that have them, and how well they fit in all."""

    score: float
    titles: tuple[Title, ...]
    bodies: frozenset[int]

    def and_title(self, title: Title) -> "_Choice":
        """Give the choice with one headline more."""
        bodies = self.bodies | {title.body}
        return _Choice(self.score + title.score, (*self.titles, title), bodies)


_KEPT = 48  # choices that are followed further at each row


def _best(choices: Sequence[_Choice]) -> list[_Choice]:
    """Keep the best choice for each set of bodies that have their headline, and few sets."""
    best: dict[frozenset[int], _Choice] = {}
    for choice in choices:
        other = best.get(choice.bodies)
        if other is None or choice.score > other.score:
            best[choice.bodies] = choice
    return sorted(best.values(), key=lambda choice: -choice.score)[:_KEPT]


# For each pair of characters: what a neighbour gains, what a strange pair costs.
_ABOVE, _BELOW, _STRANGE = 0.3, 0.1, 0.3
_BESIDE = 0.3  # what a further line that does not go on with the headline counts
_CLEAR = 0.5  # share of a headline's pairs that the body below it has, when it is surely its own
_LEAD, _LEAD_ROWS = (
    0.3,
    5,
)  # for each pair that stands in a body's first rows: news begins with its news
_ROW = 0.5  # for each row that has found its place


class _Scale:
    """Weighs what rows and bodies of one page have in common."""

    def __init__(self, page: Sequence[Row], bodies: Sequence[Span]) -> None:
        self._page, self._bodies = page, bodies
        self._texts = [grams(text_of(page, body)) for body in bodies]
        self._leads = [
            grams(text_of(page, Span(body.first, min(body.first + _LEAD_ROWS, body.stop))))
            for body in bodies
        ]
        self._spread = Counter(pair for text in self._texts for pair in text)

    def clear(self, run: Span) -> Iterator[Title]:
        """Yield a run as the headline of the body below it, when its words leave no doubt."""
        if run.stop - run.first > MOST_LINES:
            return
        words = text_of(self._page, run)
        above = 0.0
        for body, text in zip(self._bodies, self._texts, strict=True):
            if body.stop == run.first:
                above = overlap(words, text)
        for number, body in enumerate(self._bodies):
            if body.first == run.stop and overlap(words, self._texts[number]) > max(_CLEAR, above):
                yield self._title(run, run, number)

    def titles(self, run: Span, first: int) -> Iterator[Title]:
        """Yield every headline that may begin with row `first`, for every body it may belong to."""
        for stop in range(first + 1, min(first + MOST_LINES, run.stop) + 1):
            for body in range(len(self._bodies)):
                title = self._title(Span(first, stop), run, body)
                if title.score > 0:
                    yield title

    def _title(self, part: Span, run: Span, number: int) -> Title:
        lines = _units(self._page, part, self._texts[number])
        return Title(part, number, self._score(lines, part, run, number))

    def _score(self, lines: Sequence[str], part: Span, run: Span, number: int) -> float:
        body, text = self._bodies[number], self._texts[number]
        above = run.stop == body.first and part.stop == run.stop
        pairs = grams("".join(lines))
        if len(pairs & text) * 3 < len(pairs) and not above:
            return 0.0
        scores = sorted((self._shared(line, text) for line in lines), reverse=True)
        score = scores[0] + _BESIDE * sum(scores[1:]) + _ROW * (part.stop - part.first)
        score += _LEAD * len(pairs & self._leads[number])
        if above:
            return max(score, 0.0) + _ABOVE * len(pairs) + 1
        below = body.stop == run.first and part.first == run.first
        return score + (_BELOW * len(pairs) if below else 0.0)

    def _shared(self, line: str, text: frozenset[str]) -> float:
        pairs = grams(line)
        known = sum(1 / self._spread[pair] for pair in pairs & text)
        return known - _STRANGE * len(pairs - text)


def _units(page: Sequence[Row], part: Span, body: frozenset[str]) -> list[str]:
    """Give the lines of a headline, those joined that the column's width broke."""
    units: list[str] = []
    for at in range(part.first, part.stop):
        text = page[at].text
        if units and _continues(page[at - 1].text, text, body):
            units[-1] += text
        else:
            units.append(text)
    return units


def headline(page: Sequence[Row], span: Span, body: str) -> str:
    """Give the main headline of some rows; what stands above or below it is left out."""
    units = _units(page, span, grams(body))
    main = [unit for unit in units if not unit.startswith(("—", "-", "─"))] or units
    shortest = min((len(unit) for unit in main if len(unit) >= SHORTEST), default=0)
    return next((unit for unit in main if len(unit) <= 1.6 * shortest), main[0])


def _continues(before: str, after: str, body: frozenset[str]) -> bool:
    """Tell whether a line goes on with the line before: their joint stands in the body, or both fit."""
    if after.startswith(("—", "-", "─")):
        return False
    joint = before[-1:] + after[:1]
    longer, shorter = max(len(before), len(after)), min(len(before), len(after))
    if joint in body:
        return True
    return longer - shorter <= 2 and longer <= 16 and not reads_as_headline(before)  # noqa: PLR2004
