"""Grouping: join what is linked, never through a contradiction, whatever the order."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


class Groups:
    """Disjoint groups of ids; the smallest id of a group stands for it."""

    def __init__(self) -> None:
        """Begin with every id alone."""
        self._above: dict[str, str] = {}

    def of(self, member: str) -> str:
        """Give the id that stands for the member's group."""
        path = []
        while (above := self._above.get(member, member)) != member:
            path.append(member)
            member = above
        for one in path:
            self._above[one] = member
        return member

    def join(self, one: str, other: str) -> str:
        """Make the groups of two members one, and give the id that stands for it."""
        low, high = sorted((self.of(one), self.of(other)))
        self._above[high] = low
        return low


def agreeing(
    items: Sequence[T],
    linked: Callable[[T, T], bool],
    contradict: Callable[[T, T], bool],
) -> Iterable[list[T]]:
    """Yield groups of items that are linked and hold no contradiction.

    Where a chain of links would bring two contradicting items together, both stay alone: which of
    them the ones between belong to is not for a rule to guess. The result does not depend on the
    order of the items. Compares every pair, so items should be few.
    """
    pairs = [
        (a, b)
        for a in range(len(items))
        for b in range(a + 1, len(items))
        if linked(items[a], items[b])
    ]
    against = {
        (a, b)
        for a in range(len(items))
        for b in range(a + 1, len(items))
        if contradict(items[a], items[b])
    }
    pairs = [pair for pair in pairs if pair not in against]
    left = set(range(len(items)))
    groups = _components(pairs, left)
    disputed = {
        one for group in groups for a, b in against if a in group and b in group for one in (a, b)
    }
    for group in _components([pair for pair in pairs if not disputed & set(pair)], left - disputed):
        yield [items[one] for one in sorted(group)]


def _components(pairs: Iterable[tuple[int, int]], members: set[int]) -> list[set[int]]:
    group = {one: {one} for one in members}
    for a, b in pairs:
        if group[a] is not group[b]:
            group[a] |= group[b]
            for one in group[b]:
                group[one] = group[a]
    unique = {id(one): one for one in group.values()}
    return [one for one in unique.values() if len(one) > 1]
