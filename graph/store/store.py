"""Store: what the rest of the program holds. One face for both stores."""

from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Self

from graph.schema import Edge, Graph, Node
from graph.store import describe, elements, marker, search
from graph.store.connection import Connection, Limits
from graph.store.describe import Description
from graph.store.errors import QueryRefusedError
from graph.store.guard import checked
from graph.store.report import SyncReport
from graph.store.rows import Rows
from graph.store.shape import bounded, columns
from graph.store.sync import sync

MOST_BYTES = 20_000_000
"""Bytes of values, as JSON, that a stranger's query may give back."""


class Store:
    """The graph in a database, over Bolt. Use it in a `with` statement, or close it."""

    def __init__(self, connection: Connection) -> None:
        """Keep the connection; nothing is opened before it is needed."""
        self._connection = connection

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()

    @property
    def address(self) -> str:
        """Where it is: a Bolt address, or the folder of the embedded engine. No password."""
        return self._connection.host.address

    @property
    def embedded(self) -> bool:
        """It is the engine of a folder, not a server."""
        return self._connection.host.embedded

    @property
    def prepared(self) -> bool:
        """Something was loaded into it at least once.

        Raises:
            StoreError: It does not answer, or a later version wrote it.
        """
        return marker.find(self._connection) is not None

    def read(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        *,
        rows: int | None = None,
        seconds: float = 60.0,
    ) -> Rows:
        """Run a query of our own: trusted, but in a transaction that only reads.

        Args:
            text: One Cypher statement that runs on both stores.
            parameters: Its `$names`, without the dollar.
            rows: Cut off after so many; None gives all.
            seconds: Stop after so long.

        Raises:
            StoreError: One of its kinds.
        """
        return self._connection.read(text, parameters or {}, Limits(rows, None, seconds))

    def ask(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        *,
        rows: int = 1000,
        seconds: float = 10.0,
    ) -> Rows:
        """Run a stranger's query: guarded, limited, and unable to write.

        Raises:
            QueryRefusedError: It does more than read.
            QueryWrongError: The server does not understand it.
            QueryStoppedError: It took too long or too much memory.
            StoreError: Another kind.
        """
        statement = checked(text)
        given = parameters or {}
        if not self.embedded:
            kind = self._connection.explain(statement.text, given)
            if kind != "r":
                raise QueryRefusedError(
                    f"The server says that the query does more than read (type {kind}). Only "
                    "reading is allowed here."
                )
        limits = Limits(rows, MOST_BYTES, seconds)
        found = self._connection.read(bounded(statement, rows + 1), given, limits)
        if found.columns or found.rows:
            return found
        return Rows(columns(statement), [], truncated=found.truncated)

    def search(self, typed: str, *, limit: int = 20) -> list[str]:
        """Find names by Chinese, pinyin or initials, the likeliest first.

        >>> # store.search("xuhui") → ["徐汇区", …]
        """
        wanted = search.full_text(typed)
        if not wanted:
            return []
        given = {"search": wanted, "typed": typed.strip(), "rows": limit}
        return [str(row["text"]) for row in self.read(search.NAMES, given).rows]

    def claim(self, workspace: str) -> None:
        """Make sure that the workspace may write here, before anything else is written anywhere.

        Raises:
            StoreError: It does not answer, or is somebody else's.
        """
        host = self._connection.host
        host.lock()
        try:
            marker.claim(self._connection, workspace)
        finally:
            host.unlock()

    def sync(self, graph: Graph, workspace: str) -> SyncReport:
        """Make the store equal to `graph`, writing only what differs.

        Args:
            graph: All of it; what the store has beyond it and is ours is deleted.
            workspace: Id of the workspace; the store must be empty or belong to it.

        Raises:
            StoreError: One of its kinds; the next call writes what this one did not.
        """
        host = self._connection.host
        host.lock()
        try:
            report = SyncReport(counters=marker.claim(self._connection, workspace))
            sync(self._connection, graph, report)
            return report
        finally:
            host.unlock()

    def elements(self) -> Iterator[Node | Edge]:
        """Yield all that is ours: nodes, then edges, by type in schema order, then by id."""
        return elements.elements(self._connection)

    def dump(self) -> Iterator[str]:
        """Yield all that is ours as lines of canonical JSON, equal for equal graphs."""
        return elements.dump(self._connection)

    def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """Count our nodes and our edges by type."""
        return describe.counts(self._connection)

    def describe(self) -> Description:
        """Say what the store is: product, version, workspace, warnings."""
        return describe.describe(self._connection)

    def close(self) -> None:
        """Leave; an embedded engine ends a while after the last one left."""
        self._connection.close()
