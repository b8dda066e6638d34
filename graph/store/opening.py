"""Open a store: a server by its address, or the embedded engine of a folder."""

import os
from pathlib import Path

from graph.store.connection import Connection
from graph.store.embedded import Engine
from graph.store.errors import AddressError
from graph.store.server import Server
from graph.store.store import Store

MEMORY = 1024
"""MiB that the embedded engine's heap may take; GOVGRAPH_MEMORY says otherwise."""

IDLE = 20.0
"""Seconds that the embedded engine stays after its last client left; GOVGRAPH_IDLE says otherwise."""

_LEAST = 128  # MiB; with less the engine does not start


def open_store(
    folder: Path, address: str = "", *, memory: int | None = None, idle: float | None = None
) -> Store:
    """Open a store; the first query reaches for it, not this call.

    Args:
        folder: Where the embedded engine keeps its files; made when missing. Not used with an
            address.
        address: A Bolt address (bolt://, neo4j://, +s). Name, password and database come from
            NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE. Empty: the embedded engine.
        memory: MiB that the embedded engine's heap may take; counts when this starts it.
        idle: Seconds that the embedded engine stays after its last client left; counts when this
            starts it.

    Raises:
        AddressError: The address is none, or GOVGRAPH_MEMORY or GOVGRAPH_IDLE is no number.
    """
    if address:
        return Store(Connection(Server(address)))
    if memory is None:
        memory = int(_number("GOVGRAPH_MEMORY", MEMORY, _LEAST, "MiB of memory"))
    if idle is None:
        idle = _number("GOVGRAPH_IDLE", IDLE, 0.1, "seconds")
    return Store(Connection(Engine(folder, memory=memory, idle=idle)))


def _number(name: str, default: float, least: float, what: str) -> float:
    said = os.environ.get(name, "")
    if not said:
        return default
    try:
        number = float(said)
    except ValueError:
        number = -1.0
    if not number >= least:
        raise AddressError(
            f"{name} is {said!r}, which is no number of {what} from {least:g} upwards. Set it to "
            f"one, such as {default:g}, or leave it unset."
        )
    return number
