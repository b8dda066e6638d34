"""Connection: the driver over a host. The only module that runs statements."""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
import neo4j.exceptions

from graph.store.errors import QueryStoppedError, StoreUnavailableError
from graph.store.failures import translated
from graph.store.host import Access, Host, Login
from graph.store.rows import Rows
from graph.store.values import plain

_DRIVER_ERRORS = (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError)
_BROKEN = (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.SessionExpired)
_SETTINGS: dict[str, Any] = {
    "connection_timeout": 5.0,
    "connection_acquisition_timeout": 30.0,
    "notifications_min_severity": "OFF",  # an empty database has no labels yet: no news
}

# Seconds for which the driver repeats a transaction. A server may restart or elect another leader; an
# engine that died comes back at another port, so only conflicts of writers are worth repeating.
_RETRIES = {False: 15.0, True: 0.5}

Parameters = Mapping[str, object]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a query is cut off: rows (None: no limit), bytes of its values, seconds."""

    rows: int | None = None
    size: int | None = None
    seconds: float = 60.0


class Connection:
    """Two drivers, one that may write and one that reads, opened when first needed."""

    def __init__(self, host: Host) -> None:
        """Keep the host; nothing is opened yet."""
        # Without a handler of its own, Python prints the driver's complaints on the terminal.
        logging.getLogger("neo4j").addHandler(logging.NullHandler())
        self.host = host
        self._access: Access | None = None
        self._drivers: dict[Login | None, neo4j.Driver] = {}
        self._guard = threading.RLock()
        # In a cluster a reader may lag behind: each session waits for what the earlier ones wrote.
        self._bookmarks = None if host.embedded else neo4j.GraphDatabase.bookmark_manager()

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

    def close(self) -> None:
        """Close the drivers and leave the host."""
        with self._guard:
            self._close_drivers()
        self.host.close()

    def read(self, text: str, parameters: Parameters, limits: Limits) -> Rows:
        """Run a statement in a transaction that only reads and is rolled back.

        A first failure for want of an engine is answered with a new engine.

        Raises:
            StoreError: One of its kinds.
        """
        try:
            return self._read(text, parameters, limits)
        except StoreUnavailableError:
            if not self.host.embedded:
                raise
            return self._read(text, parameters, limits)

    def explain(self, text: str, parameters: Parameters) -> str:
        """Give the server's own word on what a statement does: r, rw, w or s."""
        with self.session(reading=True) as session, session.begin_transaction() as tx:
            summary = tx.run(f"EXPLAIN {text}", dict(parameters)).consume()
            tx.rollback()
            return str(summary.query_type)

    def write(self, work: Callable[[neo4j.ManagedTransaction], Result]) -> Result:
        """Do work in a managed transaction, which the driver repeats when that may help."""
        with self.session(reading=False) as session:
            return session.execute_write(work)

    def define(self, text: str) -> None:
        """Run a statement that changes constraints or indexes, which stand alone."""
        with self.session(reading=False) as session:
            session.run(text).consume()

    def agent(self) -> str:
        """Give the server's own name and version."""
        with self.session(reading=True) as session:
            return str(session.run("RETURN 1").consume().server.agent)

    @contextmanager
    def session(self, *, reading: bool) -> Iterator[neo4j.Session]:
        """Open a session; what the driver raises inside comes out as an error of ours."""
        access = self.host.access()
        mode = neo4j.READ_ACCESS if reading else neo4j.WRITE_ACCESS
        try:
            driver = self._driver(access, access.reader if reading else access.writer)
            with driver.session(
                database=access.database or None,
                default_access_mode=mode,
                bookmark_manager=self._bookmarks,
            ) as session:
                yield session
        except _DRIVER_ERRORS as error:
            raise translated(error, self.host) from error

    def _read(self, text: str, parameters: Parameters, limits: Limits) -> Rows:
        with self._watch(limits.seconds) as stopped:
            try:
                with (
                    self.session(reading=True) as session,
                    session.begin_transaction(timeout=limits.seconds) as tx,
                ):
                    rows = _collect(tx.run(text, dict(parameters)), limits)
                    tx.rollback()
                    return rows
            except StoreUnavailableError as error:
                raise self._why(stopped, limits, error) from error

    def _why(
        self, stopped: threading.Event, limits: Limits, error: StoreUnavailableError
    ) -> Exception:
        if stopped.is_set():
            return QueryStoppedError(
                f"The query was stopped after {limits.seconds:g} seconds. Narrow it (name types, "
                "add WHERE or LIMIT, bound the length of paths), or allow more time."
            )
        if self.host.embedded and isinstance(error.__cause__, _BROKEN) and self._still_there():
            return QueryStoppedError(
                "The query was stopped: it needs more memory than the embedded engine may use. "
                "Narrow it, or allow more: GOVGRAPH_MEMORY=4096 gives the engine 4 GiB when it "
                "starts next."
            )
        return error

    def _still_there(self) -> bool:
        """Tell whether the same engine runs on: then it broke off the query, not itself."""
        return self.host.access() == self._access

    @contextmanager
    def _watch(self, seconds: float) -> Iterator[threading.Event]:
        """Stop the engine when its query does not end; servers keep the time themselves."""
        stopped = threading.Event()
        if not self.host.embedded:
            yield stopped
            return

        def stop() -> None:
            stopped.set()
            self.host.stop_runaway()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            yield stopped
        finally:
            timer.cancel()
            timer.join()

    def _driver(self, access: Access, login: Login | None) -> neo4j.Driver:
        with self._guard:
            if access != self._access:  # another engine than last time: other port and passwords
                self._close_drivers()
                self._access = access
            if login not in self._drivers:
                auth = (login.name, login.password) if login else None
                self._drivers[login] = neo4j.GraphDatabase.driver(
                    access.uri,
                    auth=auth,
                    max_transaction_retry_time=_RETRIES[self.host.embedded],
                    **_SETTINGS,
                )
            return self._drivers[login]

    def _close_drivers(self) -> None:
        for driver in self._drivers.values():
            driver.close()
        self._drivers.clear()


def _collect(result: neo4j.Result, limits: Limits) -> Rows:
    columns = tuple(result.keys())
    rows: list[dict[str, object]] = []
    size = 0
    for record in result:
        if limits.rows is not None and len(rows) == limits.rows:
            return Rows(columns, rows, truncated=True)
        row = {key: plain(record[key]) for key in columns}
        if limits.size is not None:
            size += _size(row)
            if size > limits.size:
                return Rows(columns, rows, truncated=True)
        rows.append(row)
    return Rows(columns, rows)


def _size(value: object) -> int:
    """Estimate the bytes of a plain value as JSON."""
    if isinstance(value, str):
        return len(value.encode("utf-8", "surrogatepass")) + 3
    if isinstance(value, dict):
        return sum(_size(key) + _size(one) for key, one in value.items()) + 2
    if isinstance(value, list):
        return sum(_size(one) for one in value) + 2
    return 8
