"""Issue: something read and not understood, or refused. Counted and shown, never dropped."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that did not go in, and why.

    Attributes:
        file: Name of the file.
        line: Its line from 1, or 0 when the whole file is meant.
        what: What was refused, in the file's own words: `relation 3 (LEADS)`.
        reason: A sentence for people.
        whole: The whole article or record was refused, not only a part of it.
    """

    file: str
    line: int
    what: str
    reason: str
    whole: bool = False

    def __str__(self) -> str:
        """Write it as one line: where, what, why."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.what}: {self.reason}"
