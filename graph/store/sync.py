"""Make the store equal to a graph by writing only what differs.

What is there is asked first, so a load that was killed goes on where it stopped, and a commit of
unknown fate is decided by looking, never guessed: no ledger beside the store can disagree with it.
Order: edges that go, nodes that go, nodes that come or change, edges that come.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

import neo4j

from graph.schema import EDGES, NODES, Edge, Graph, Kind, Node, Property, Value, digest
from graph.store import cypher
from graph.store.connection import Connection, Limits
from graph.store.errors import ConflictError, StoreUnavailableError, WriteError
from graph.store.report import SyncReport, counted

BATCH = 5_000
"""Rows a transaction; larger and smaller ones were 10 to 15 per cent slower on Neo4j."""

_EVERYTHING = Limits(seconds=600.0)
Row = dict[str, Any]
Element = TypeVar("Element", Node, Edge)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done for one type."""

    kind: str
    create: list[Row]
    update: list[Row]
    delete: list[str]


def sync(connection: Connection, graph: Graph, report: SyncReport) -> None:
    """Write the differences; see the module.

    Args:
        connection: To a database that is the workspace's own.
        graph: All of it.
        report: What was written is added to it.

    An embedded engine that dies meanwhile, say because somebody's query was stopped, is started
    again once, and the rest is written.

    Raises:
        StoreError: One of its kinds; what was committed until then stays, and the next call
            writes the rest.
    """
    try:
        _sync(connection, graph, report)
    except StoreUnavailableError:
        if not connection.host.embedded:
            raise
        _sync(connection, graph, report)


def _sync(connection: Connection, graph: Graph, report: SyncReport) -> None:
    nodes = [_nodes(connection, kind, found) for kind, found in _by_type(NODES, graph.nodes)]
    edges = [_edges(connection, kind, found) for kind, found in _by_type(EDGES, graph.edges)]
    writer = _Writer(connection, report)
    for plan in edges:
        writer.delete(plan.kind, cypher.delete_edges(plan.kind), plan.delete, "relationships")
    for plan in nodes:
        writer.delete(plan.kind, cypher.delete_nodes(plan.kind), plan.delete, "nodes")
    for plan in nodes:
        writer.create_nodes(plan)
        writer.update_nodes(plan)
    for plan in edges:
        writer.create_edges(plan)
        writer.replace_edges(plan)


def _by_type(
    declared: Iterable[str], elements: Sequence[Element]
) -> Iterator[tuple[str, list[Element]]]:
    """Yield every declared type, also those of which the graph has none."""
    found = {kind: list(some) for kind, some in groupby(elements, key=lambda one: one.type)}
    for kind in declared:
        yield kind, found.get(kind, [])


def _nodes(connection: Connection, kind: str, wanted: list[Node]) -> _Plan:
    rows = {node.id: node_row(node) for node in wanted}
    return _plan(kind, rows, _known(connection, cypher.known_nodes(kind)), NODES[kind].properties)


def _edges(connection: Connection, kind: str, wanted: list[Edge]) -> _Plan:
    rows = {edge.id: edge_row(edge) for edge in sorted(wanted, key=_ends)}
    return _plan(kind, rows, _known(connection, cypher.known_edges(kind)), ())


def _plan(
    kind: str, rows: dict[str, Row], known: dict[str, str], declared: tuple[Property, ...]
) -> _Plan:
    create = [row for key, row in rows.items() if key not in known]
    update = [
        _with_nulls(row, declared)
        for key, row in rows.items()
        if key in known and known[key] != row["properties"]["digest"]
    ]
    return _Plan(kind, create, update, [key for key in known if key not in rows])


def _known(connection: Connection, text: str) -> dict[str, str]:
    found = connection.read(text, {}, _EVERYTHING)
    return {str(row["id"]): str(row["digest"]) for row in found.rows}


def _ends(edge: Edge) -> tuple[str, str, str]:
    """Sort by ends: two writers then take their locks in one order, and pages are near."""
    return edge.source, edge.target, edge.id


def node_row(node: Node) -> Row:
    """Give a node as a row of a statement, with its digest."""
    properties = _stored(node.properties, NODES[node.type].properties)
    return {"id": node.id, "properties": {**properties, "digest": digest(properties)}}


def edge_row(edge: Edge) -> Row:
    """Give an edge as a row of a statement, with its ends and its digest."""
    properties = _stored(edge.properties, EDGES[edge.type].properties)
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "properties": {**properties, "digest": digest(properties, edge.source, edge.target)},
    }


def _stored(properties: Mapping[str, Value], declared: tuple[Property, ...]) -> dict[str, Value]:
    """Give whole numbers as real ones where the schema says so: stores keep the two apart."""
    numbers = {one.name for one in declared if one.kind is Kind.NUMBER}
    return {
        key: float(value) if key in numbers and isinstance(value, int) else value
        for key, value in properties.items()
    }


def _with_nulls(row: Row, declared: tuple[Property, ...]) -> Row:
    """Add a null for each declared property that is gone: `SET n += …` then removes it."""
    absent = {one.name: None for one in declared if one.name != "id"}
    return {**row, "properties": {**absent, **row["properties"]}}


class _Writer:
    """Runs the batches of a sync and counts what they did."""

    def __init__(self, connection: Connection, report: SyncReport) -> None:
        self._connection = connection
        self._report = report

    def create_nodes(self, plan: _Plan) -> None:
        create, present = cypher.create_nodes(plan.kind), cypher.present_nodes(plan.kind)
        for batch in _batches(plan.create):
            done = self._create(create, present, batch)
            self._report.created[plan.kind] += done["nodes_created"]

    def update_nodes(self, plan: _Plan) -> None:
        text = cypher.update_nodes(plan.kind)
        for batch in _batches(plan.update):
            self._run(partial(_count, text=text, rows=batch))
            self._report.updated[plan.kind] += len(batch)

    def create_edges(self, plan: _Plan) -> None:
        create, present = cypher.create_edges(plan.kind), cypher.present_edges(plan.kind)
        for batch in _batches(plan.create):
            done = self._create(create, present, batch)
            self._report.created[plan.kind] += done["relationships_created"]

    def replace_edges(self, plan: _Plan) -> None:
        """Delete and create changed edges in one transaction.

        An edge's ends cannot be changed, and no form that updates many edges is fast on both.
        """
        delete, create = cypher.delete_edges(plan.kind), cypher.create_edges(plan.kind)
        for batch in _batches(plan.update):

            def replace(tx: neo4j.ManagedTransaction, rows: list[Row] = batch) -> Counter[str]:
                gone = _count(tx, delete, ids=[row["id"] for row in rows])
                return gone + _created(tx, create, rows)

            self._run(replace)
            self._report.updated[plan.kind] += len(batch)

    def delete(self, kind: str, text: str, ids: list[str], what: str) -> None:
        for batch in _batches(ids):
            done = self._run(partial(_count, text=text, ids=batch))
            if done[f"{what}_deleted"]:
                self._report.deleted[kind] += done[f"{what}_deleted"]

    def _create(self, text: str, present: str, rows: list[Row]) -> Counter[str]:
        """Create rows; when it is tried again, only those that are not there by then.

        The first try may have been committed without an answer, or another writer of the same
        graph was quicker with some of them.
        """
        tries = 0

        def create(tx: neo4j.ManagedTransaction) -> Counter[str]:
            nonlocal tries
            tries += 1
            left = rows
            if tries > 1:
                found = tx.run(present, ids=[row["id"] for row in rows])
                done = {record["id"] for record in found}
                left = [row for row in rows if row["id"] not in done]
            return _created(tx, text, left)

        try:
            return self._run(create)
        except ConflictError:
            return self._run(create)

    def _run(self, work: Callable[[neo4j.ManagedTransaction], Counter[str]]) -> Counter[str]:
        try:
            done = self._connection.write(work)
        except UnicodeEncodeError as error:
            raise WriteError(
                f"A text holds half a character ({error.object[error.start : error.end]!r}), "
                "which no store can keep. Read its file again in the right encoding."
            ) from error
        self._report.counters.update(done)
        return done


def _created(tx: neo4j.ManagedTransaction, text: str, rows: list[Row]) -> Counter[str]:
    if not rows:
        return Counter()
    done = _count(tx, text, rows=rows)
    made = done["nodes_created"] + done["relationships_created"]
    if made != len(rows):
        raise WriteError(
            f"Of {len(rows)} rows {made} were written: the ends of the others are not in the "
            f"store (one of them is {rows[0]['id']}). Every edge needs both of its nodes in the "
            "graph."
        )
    return done


def _count(tx: neo4j.ManagedTransaction, text: str, **parameters: object) -> Counter[str]:
    return counted(tx.run(text, parameters))


Item = TypeVar("Item")


def _batches(items: list[Item]) -> Iterator[list[Item]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
