"""How safely articles are joined: one person or two, one event or two, beside what a reader decides.

    python -m tests.bench.identity

Extracts and resolves the pairs of `tests/gold/identity`, all of them in one graph and each pair alone.
Printed for persons and for events: pairwise precision and recall of "one", by difficulty and by kind;
the wrong pairs by name, with the reasons that the graph gives for a join; the pairs of which a side was
not found by extraction (no fault of resolution: they count nowhere); the open pairs, which should stay
apart until somebody decides; the pairs that come out otherwise when resolved alone; and whatever was
joined across pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import msgspec

from graph.evidence import Entity, Record
from graph.resolve import resolve
from graph.schema import Graph, Node
from loaders.grammar import extract
from tests.bench.identity_corpus import DIFFICULTIES, OPEN, SAME, Mark, Pair, pairs

WITHIN = "extraction reads both as one within the article"
Records = Mapping[str, Record]  # by the article's id


def entity_at(record: Record, mark: Mark, kind: str) -> Entity | None:
    """Give the entity of a type that the marked words mention; the longest overlap wins."""
    overlaps = [
        (_overlap(mark, span), one) for one in _typed(record, kind) for span in one.mentions
    ]
    length, found = max(overlaps, key=lambda pair: pair[0], default=(0, None))
    return found if length > 0 else None


def _typed(record: Record, kind: str) -> Iterator[Entity]:
    return (one for one in record.entities if one.type == kind)


def _overlap(mark: Mark, span: tuple[int, int]) -> int:
    return min(span[1], mark.stop) - max(span[0], mark.start)


@dataclass(frozen=True, slots=True)
class Joined:
    """A graph, in which every id that a node ever had leads to it."""

    nodes: Mapping[str, Node]

    @classmethod
    def of(cls, graph: Graph) -> "Joined":
        """Index the nodes by their `all_ids`."""
        nodes: dict[str, Node] = {}
        for node in graph.nodes:
            ids = node.properties.get("all_ids", [])
            assert isinstance(ids, list)
            nodes |= dict.fromkeys(ids, node)
        return cls(nodes)

    def node_of(self, record: Record, entity: Entity, mark: Mark) -> Node:
        """Give the node that the marked words became.

        The id that they get by themselves still answers in a graph of many articles: first that of
        the marked mention, for a graph that parts what extraction took for one, then the entity's.

        Raises:
            LookupError: The graph has lost them.
        """
        here = max(entity.mentions, key=lambda span: _overlap(mark, span))
        for mentions in ([here], entity.mentions):
            single = msgspec.structs.replace(entity, mentions=mentions)
            graph = resolve([Record(article=record.article, entities=[single], relations=[])])
            for node in graph.nodes:
                if node.type == entity.type and node.id in self.nodes:
                    return self.nodes[node.id]
        where = f"{record.article.source}, {record.article.date}"
        raise LookupError(f"the graph has no node for {entity.type} {mark.words} of {where}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a pair: the two nodes, none where extraction found nothing."""

    pair: Pair
    left: str
    right: str
    reasons: tuple[str, ...] = ()
    """Why the graph joined them: the node's own reasons."""

    @property
    def found(self) -> bool:
        """Both sides were found by extraction."""
        return bool(self.left and self.right)

    @property
    def joined(self) -> bool:
        """Both sides are one node."""
        return self.found and self.left == self.right

    @property
    def wrong(self) -> bool:
        """The graph decides otherwise than the reader, who could decide."""
        return (
            self.found and self.pair.verdict != OPEN and self.joined != (self.pair.verdict == SAME)
        )


def extracted(corpus: Iterable[Pair]) -> dict[str, Record]:
    """Extract every article of the corpus."""
    return {one.id: extract(one) for pair in corpus for one in pair.articles}


def answered(pair: Pair, records: Records, graph: Joined) -> Answer:
    """Look up both sides of a pair in a graph."""
    sides = []
    for mark in (pair.left, pair.right):
        record = records[mark.article.id]
        entity = entity_at(record, mark, pair.type)
        sides.append((entity, graph.node_of(record, entity, mark) if entity else None))
    (one, left), (other, right) = sides
    if left is None or right is None or left.id != right.id:
        return Answer(pair, left.id if left else "", right.id if right else "")
    return Answer(pair, left.id, right.id, (WITHIN,) if one is other else _reasons(left))


def _reasons(node: Node) -> tuple[str, ...]:
    """Give why the mentions of a node are one."""
    given = node.properties.get("reasons", [])
    assert isinstance(given, list)
    return tuple(given)


def alone(corpus: Iterable[Pair], records: Records) -> list[Answer]:
    """Resolve each pair by itself."""
    return [
        answered(pair, records, Joined.of(resolve(records[one.id] for one in pair.articles)))
        for pair in corpus
    ]


def together(corpus: Iterable[Pair], records: Records) -> list[Answer]:
    """Resolve all pairs in one graph."""
    graph = Joined.of(resolve(records.values()))
    return [answered(pair, records, graph) for pair in corpus]


def across(answers: Iterable[Answer]) -> Iterator[tuple[Pair, Pair]]:
    """Yield pairs that were joined with each other; no two are about one person or event."""
    holders: dict[str, dict[str, Pair]] = defaultdict(dict)
    for answer in answers:
        for node in {answer.left, answer.right} - {""}:
            holders[node][answer.pair.id] = answer.pair
    for found in holders.values():
        yield from combinations(found.values(), 2)


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs called one by both, by the graph only, by the reader only, and two by both."""

    right: int
    false_joins: int
    missed: int
    apart: int

    @classmethod
    def of(cls, answers: Iterable[Answer]) -> "Score":
        """Count the decided pairs that extraction found."""
        counted = Counter(
            (one.joined, one.pair.verdict == SAME)
            for one in answers
            if one.found and one.pair.verdict != OPEN
        )
        both, graph_only = counted[True, True], counted[True, False]
        return cls(both, graph_only, counted[False, True], counted[False, False])

    @property
    def precision(self) -> float:
        """Of the pairs called one, how many are; 1.0 when none is called one."""
        joined = self.right + self.false_joins
        return self.right / joined if joined else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that are one, how many are called so; 1.0 when none is one."""
        one = self.right + self.missed
        return self.right / one if one else 1.0

    def line(self, name: str) -> str:
        """Write one row of the table."""
        counts = (self.right, self.false_joins, self.missed, self.apart)
        return f"{name:<14}{self.precision:9.3f}{self.recall:8.3f}" + "".join(
            f"{one:8d}" for one in counts
        )


def table(answers: list[Answer], key: Callable[[Pair], str], order: Iterable[str]) -> Iterator[str]:
    """Write the score of all pairs and of each part of them."""
    yield f"{'':<14}precision  recall   right   false  missed   apart"
    yield Score.of(answers).line("all")
    for name in order:
        yield Score.of(one for one in answers if key(one.pair) == name).line(name)


def report(title: str, answers: list[Answer]) -> Iterator[str]:
    """Write everything about one way of resolving one type."""
    yield f"\n== {title}: {len(answers)} pairs"
    yield from table(answers, lambda pair: pair.difficulty, DIFFICULTIES)
    yield ""
    yield from table(answers, lambda pair: pair.kind, sorted({one.pair.kind for one in answers}))
    yield from _listed("wrong", (one for one in answers if one.wrong))
    yield from _listed("not found by extraction", (one for one in answers if not one.found))
    opened = [one for one in answers if one.pair.verdict == OPEN]
    if opened:
        yield f"\nopen: {sum(one.joined for one in opened)} of {len(opened)} joined"
        yield from (f"  {'joined' if one.joined else 'apart '}  {one.pair.id}" for one in opened)


def _listed(title: str, answers: Iterable[Answer]) -> Iterator[str]:
    rows = list(answers)
    within = sum(one.reasons == (WITHIN,) for one in rows)
    yield f"\n{title}: {len(rows)}" + (f", {within} of them by extraction" if within else "")
    for one in rows:
        pair = one.pair
        done = "joined" if one.joined else "apart" if one.found else "?"
        yield f"  {done:<7}{pair.id} ({pair.difficulty}, {pair.verdict}) {pair.name}: {pair.why}"
        yield from (f"         because {reason}" for reason in one.reasons)


def otherwise(answers: Iterable[Answer], others: Iterable[Answer]) -> Iterator[str]:
    """Write the pairs that other pairs beside them make come out otherwise."""
    changed = [
        (one, other)
        for one, other in zip(answers, others, strict=True)
        if one.joined != other.joined
    ]
    yield f"\notherwise when resolved alone: {len(changed)}"
    for one, other in changed:
        yield f"  {'joined' if other.joined else 'apart'} alone  {one.pair.id} ({one.pair.verdict})"


def main() -> None:
    """Print it all."""
    corpus = list(pairs())
    records = extracted(corpus)
    whole = together(corpus, records)
    single = alone(corpus, records)
    for kind in ("Person", "Event"):
        answers = [one for one in whole if one.pair.type == kind]
        print(*report(f"{kind}, all in one graph", answers), sep="\n")
        by_itself = [one for one in single if one.pair.type == kind]
        print(*otherwise(answers, by_itself), sep="\n")
    mixed = list(across(whole))
    print(f"\n== joined across pairs: {len(mixed)}")
    for one, other in mixed:
        print(f"  {one.id} ({one.name}) with {other.id} ({other.name})")


if __name__ == "__main__":
    main()
