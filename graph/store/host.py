"""Host: who serves the database. A server somewhere, or the engine of a folder."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Login:
    """A name and a password; the password never shows."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Access:
    """How to reach a database over Bolt.

    Attributes:
        uri: A Bolt address without name and password.
        database: Its name; empty means the server's default.
        writer: Who writes; None asks for no password.
        reader: Who reads; the same as the writer where no lesser user exists.
    """

    uri: str
    database: str
    writer: Login | None
    reader: Login | None


class Host(Protocol):
    """What opens a database, keeps it open, and can stop a query that will not stop."""

    @property
    def address(self) -> str:
        """What people are shown: a Bolt address, or the folder of the engine."""

    @property
    def embedded(self) -> bool:
        """The engine of a folder, not a server of its own."""

    def access(self) -> Access:
        """Give the way in, after starting what must be started; it may change between calls."""

    def stop_runaway(self) -> None:
        """End whatever runs too long where the server itself does not."""

    def lock(self) -> None:
        """Keep other writers out, where that can be done."""

    def unlock(self) -> None:
        """Let other writers in again."""

    def close(self) -> None:
        """Leave."""
