"""Fetch: what the page asks of the store, each statement with a time that a person waits."""

from collections.abc import Mapping

from graph.store import Store

SECONDS = 15.0
"""After so long the store stops a statement of the page."""

ITEM = dict[str, object]
"""An object of the page's JSON, or a row of a statement."""


def fetch(store: Store, text: str, given: Mapping[str, object]) -> list[ITEM]:
    """Run one of the page's own statements and give its rows.

    Raises:
        StoreError: The store does not answer, or not in time.
    """
    return store.read(text, given, seconds=SECONDS).rows


def count(rows: list[ITEM], column: str) -> int:
    """Read a number out of the one row of a counting statement."""
    value = rows[0][column] if rows else 0
    return value if isinstance(value, int) else 0
