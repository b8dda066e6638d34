"""What a store is, for `status` and `doctor`."""

import ipaddress
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import urlsplit

from graph.schema import EDGES, NODES
from graph.store import cypher
from graph.store.connection import Connection, Limits
from graph.store.marker import find

_QUICK = Limits(seconds=30.0)


@dataclass(frozen=True, slots=True)
class Description:
    """What a store is.

    Attributes:
        product: `ArcadeDB` or `Neo4j`.
        version: Of the product.
        edition: community or enterprise; empty for the embedded engine.
        address: A Bolt address or a folder.
        workspace: Whose it is; empty when nothing was loaded yet.
        schema_version: With which it was written; 0 when nothing was loaded yet.
        indexes: Name and state of each index, where the store tells.
        warnings: Sentences about what should be changed.
    """

    product: str
    version: str
    edition: str
    address: str
    workspace: str = ""
    schema_version: int = 0
    indexes: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()


def describe(connection: Connection) -> Description:
    """Ask the store what it is.

    Raises:
        StoreError: It does not answer, or refuses the password.
    """
    found = find(connection)
    workspace, schema_version = (found.workspace, found.schema_version) if found else ("", 0)
    address = connection.host.address
    if connection.host.embedded:
        return Description("ArcadeDB", version("arcadedb"), "", address, workspace, schema_version)
    row = connection.read(
        "CALL dbms.components() YIELD versions, edition RETURN versions[0] AS version, edition",
        {}, _QUICK,
    ).rows[0]  # fmt: skip
    indexes = _indexes(connection)
    return Description(
        "Neo4j", str(row["version"]), str(row["edition"]), address, workspace, schema_version,
        indexes, tuple(_warnings(connection, indexes, marked=found is not None)),
    )  # fmt: skip


def counts(connection: Connection) -> tuple[dict[str, int], dict[str, int]]:
    """Count our nodes and our edges of each type, in schema order; types without any are left out."""
    nodes = {kind: _count(connection, cypher.count_nodes(kind)) for kind in NODES}
    edges = {kind: _count(connection, cypher.count_edges(kind)) for kind in EDGES}
    return (
        {kind: count for kind, count in nodes.items() if count},
        {kind: count for kind, count in edges.items() if count},
    )


def _count(connection: Connection, text: str) -> int:
    return int(str(connection.read(text, {}, _QUICK).rows[0]["count"]))


def _indexes(connection: Connection) -> tuple[tuple[str, str], ...]:
    text = "SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name"
    rows = connection.read(text, {}, _QUICK).rows
    return tuple((str(row["name"]), str(row["state"])) for row in rows)


def _warnings(
    connection: Connection, indexes: tuple[tuple[str, str], ...], *, marked: bool
) -> list[str]:
    parts = urlsplit(connection.host.address)
    found = []
    if "+s" not in parts.scheme and not _is_here(parts.hostname or ""):
        found.append(
            f"The connection to {parts.hostname} is not encrypted: password and graph can be read "
            "on the way. Use bolt+s:// or neo4j+s://."
        )
    if connection.host.access().writer is None:
        found.append("The server asks for no password: anybody who reaches it can change it.")
    late = [name for name, state in indexes if state != "ONLINE"]
    if late:
        found.append(f"These indexes are not ready: {', '.join(late)}. Wait, or load again.")
    if marked and not any(name == "name_ft" for name, _ in indexes):
        found.append("The full-text index name_ft is missing: search finds nothing. Load again.")
    return found


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
