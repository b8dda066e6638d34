"""Rows: what a query gives back, as plain values."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to one query.

    Attributes:
        columns: Names of the columns, in the order of the query, also when there is no row.
        rows: One dictionary a row; its keys are the columns.
        truncated: There was more; a limit of rows or of bytes cut it off.
    """

    columns: tuple[str, ...]
    rows: list[dict[str, object]] = field(default_factory=list)
    truncated: bool = False
