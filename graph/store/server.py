"""A Neo4j server or cluster: its address, and who may enter, from the environment."""

import os
from urllib.parse import urlsplit

from graph.store.errors import AddressError
from graph.store.host import Access, Login

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


class Server:
    """A server that somebody else runs."""

    embedded = False

    def __init__(self, address: str) -> None:
        """Check the address and read NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.

        Raises:
            AddressError: It is no Bolt address, or holds a password.
        """
        self._address = _checked(address)
        password = os.environ.get("NEO4J_PASSWORD", "")
        name = os.environ.get("NEO4J_USERNAME") or "neo4j"
        login = Login(name, password) if password else None
        self._access = Access(self._address, os.environ.get("NEO4J_DATABASE", ""), login, login)

    @property
    def address(self) -> str:
        """The Bolt address, without name and password."""
        return self._address

    def access(self) -> Access:
        """Give the way in; it never changes."""
        return self._access

    def stop_runaway(self) -> None:
        """Do nothing: the server itself keeps the time that each transaction is given."""

    def lock(self) -> None:
        """Do nothing: constraints and retries keep two writers from harm."""

    def unlock(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing; the driver is closed by who opened it."""


def _checked(address: str) -> str:
    parts = urlsplit(address)
    if "@" in parts.netloc:
        raise AddressError(
            "The store's address holds a name or a password. Give the address alone and set "
            "NEO4J_USERNAME and NEO4J_PASSWORD in the environment."
        )
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise AddressError(
            f"{address!r} is no address of a store. Use one such as bolt://localhost:7687; the "
            f"schemes are {', '.join(_SCHEMES)}."
        )
    try:
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError as error:
        raise AddressError(f"{address!r} has no right port: {error}.") from error
    return address
