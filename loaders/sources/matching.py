"""Matching: which headlines belong to which article, all of a page together."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.sources.rows import Span
from loaders.sources.titles import NO_TITLE, Title, Titles

_MOST_LINES = 6  # of one article's headlines
_AWAY = 12  # bodies before and after a headline among which its own is sought
_BODIES = 3  # bodies that are tried for a headline
_UNTITLED = -2.0
_LEFT = -1.8  # a row of headlines that is no one's


@dataclass(frozen=True, slots=True)
class Choice:
    """Some headlines that go together, the first rows of their bodies, and how well all fit."""

    weight: float
    titles: tuple[Title, ...]
    bodies: frozenset[int]

    def and_title(self, title: Title) -> "Choice":
        """Give the choice with one headline more."""
        weight = self.weight + title.weight - _UNTITLED
        return Choice(weight, (*self.titles, title), self.bodies | {title.body.first})

    def without_row(self) -> "Choice":
        """Give the choice with one row more that is no one's headline."""
        return Choice(self.weight + _LEFT, self.titles, self.bodies)


class Matching:
    """Matches the headlines and the bodies of one page."""

    def __init__(self, titles: Titles) -> None:
        """Begin with nothing found."""
        self._titles = titles
        self._found: dict[tuple[Span, tuple[Span, ...]], list[list[Title]]] = {}

    def assign(self, heads: Sequence[Span], bodies: Sequence[Span]) -> Choice:
        """Give the best choice of a headline for each body, some of them without one.

        Args:
            heads: Rows that are in no body, in order.
            bodies: Rows of the articles, in order.
        """
        chosen = [Choice(_UNTITLED * len(bodies), (), frozenset())]
        for rows in heads:
            if rows.height:
                chosen = self._with(rows, bodies, chosen)
        return chosen[0]

    def _with(self, heads: Span, bodies: Sequence[Span], chosen: list[Choice]) -> list[Choice]:
        """Give the best choices with the headlines that some more rows may hold."""
        reached: dict[int, list[Choice]] = {heads.first: chosen}
        for at, titles in enumerate(self._fitting(heads, bodies), heads.first):
            here = _best(reached.pop(at, []))
            reached.setdefault(at + 1, []).extend(one.without_row() for one in here)
            for title in titles:
                reached.setdefault(title.rows.stop, []).extend(
                    one.and_title(title) for one in here if title.body.first not in one.bodies
                )
        return _best(reached[heads.stop])

    def _fitting(self, heads: Span, bodies: Sequence[Span]) -> list[list[Title]]:
        """Give for each row the headlines that may begin with it, for the bodies they fit best."""
        below = bisect_left(bodies, heads.stop, key=lambda body: body.first)
        near = tuple(bodies[max(0, below - _AWAY) : below + _AWAY])
        found = self._found.get((heads, near))
        if found is None:
            found = [
                [
                    title
                    for stop in range(first + 1, min(first + _MOST_LINES, heads.stop) + 1)
                    for title in self._for_bodies(Span(first, stop), heads, near)
                ]
                for first in range(heads.first, heads.stop)
            ]
            self._found[heads, near] = found
        return found

    def _for_bodies(self, rows: Span, heads: Span, near: Sequence[Span]) -> list[Title]:
        fitting = [
            Title(rows, heads, body, weight)
            for body in near
            if (weight := self._titles.weigh(rows, heads, body)) > NO_TITLE
        ]
        return sorted(fitting, key=lambda one: -one.weight)[:_BODIES]


_KEPT = 16  # choices that are followed further at each row


def _best(choices: Sequence[Choice]) -> list[Choice]:
    """Keep the best choice for each set of bodies that have their headline, and few sets."""
    found: dict[frozenset[int], Choice] = {}
    for choice in choices:
        other = found.get(choice.bodies)
        if other is None or choice.weight > other.weight:
            found[choice.bodies] = choice
    return sorted(found.values(), key=lambda choice: -choice.weight)[:_KEPT]
