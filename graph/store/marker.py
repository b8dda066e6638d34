"""The marker: the one node that says which workspace a database belongs to.

Nothing is written to a database that has nodes and no marker, or another workspace's.
"""

from collections import Counter
from dataclasses import dataclass
from importlib.metadata import version

import neo4j

from graph.schema import VERSION
from graph.store.connection import Connection, Limits
from graph.store.cypher import MARKER
from graph.store.errors import ForeignDatabaseError, NewerSchemaError, OtherWorkspaceError
from graph.store.prepare import for_server
from graph.store.report import counted

_FIND = (
    f"MATCH (w:{MARKER} {{marker: 'govgraph'}}) "
    "RETURN w.id AS workspace, w.schema_version AS schema_version, w.software AS software"
)
_OCCUPIED = "MATCH (n) RETURN count(n) AS count"
_MAKE = (
    f"MERGE (w:{MARKER} {{marker: 'govgraph'}}) "
    "ON CREATE SET w.id = $id, w.schema_version = $schema_version, w.software = $software"
)
_REFRESH = (
    f"MATCH (w:{MARKER} {{marker: 'govgraph'}}) "
    "SET w.schema_version = $schema_version, w.software = $software"
)
_QUICK = Limits(seconds=30.0)


@dataclass(frozen=True, slots=True)
class Marker:
    """Whose database it is, and which version wrote it."""

    workspace: str
    schema_version: int
    software: str


def find(connection: Connection) -> Marker | None:
    """Read the marker; None when there is none.

    Raises:
        NewerSchemaError: A later version wrote it.
    """
    rows = connection.read(_FIND, {}, _QUICK).rows
    if not rows:
        return None
    row = rows[0]
    found = Marker(str(row["workspace"]), int(str(row["schema_version"])), str(row["software"]))
    if found.schema_version > VERSION:
        raise NewerSchemaError(
            f"The store at {connection.host.address} was written by {found.software} (schema "
            f"{found.schema_version}); this version knows schema {VERSION}. Install that version "
            "or a later one."
        )
    return found


def claim(connection: Connection, workspace: str) -> Counter[str]:
    """Make the database ready for writing by a workspace: prepared and marked as its own.

    Returns:
        The driver's counters of what that took; empty when it was ready.

    Raises:
        ForeignDatabaseError: It holds nodes and no marker.
        OtherWorkspaceError: It is another workspace's.
        NewerSchemaError: A later version wrote it.
    """
    found = find(connection)
    written: Counter[str] = Counter()
    if found is None:
        _refuse_foreign(connection)
        if not connection.host.embedded:
            for statement in for_server():
                connection.define(statement)
        written += connection.write(lambda tx: _write(tx, _MAKE, id=workspace))
        found = find(connection)
    if found is not None and found.workspace != workspace:
        raise OtherWorkspaceError(
            f"The store at {connection.host.address} belongs to the workspace {found.workspace}, "
            f"and this is {workspace}. Use a database of its own for each workspace "
            "(NEO4J_DATABASE), or run the command in that workspace."
        )
    if found is not None and (found.schema_version, found.software) != (VERSION, _software()):
        if found.schema_version != VERSION and not connection.host.embedded:
            for statement in for_server():
                connection.define(statement)
        written += connection.write(lambda tx: _write(tx, _REFRESH))
    return written


def _refuse_foreign(connection: Connection) -> None:
    count = connection.read(_OCCUPIED, {}, _QUICK).rows[0]["count"]
    if count:
        raise ForeignDatabaseError(
            f"The store at {connection.host.address} holds {count} nodes that are not of this "
            "software. Nothing was written. Use an empty database (NEO4J_DATABASE names it)."
        )


def _write(tx: neo4j.ManagedTransaction, text: str, **parameters: object) -> Counter[str]:
    given = {"schema_version": VERSION, "software": _software(), **parameters}
    return counted(tx.run(text, given))


def _software() -> str:
    return f"govgraph {version('govgraph')}"
