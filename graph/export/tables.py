"""CSV: a folder of tables for spreadsheets, R, pandas, or another database."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import msgspec

from graph.export.base import Elements, Options
from graph.schema import EDGES, ENTITIES, NODES, Edge, Node, Property, Value

CANNOT_HOLD = (
    "CSV has no lists: aliases, all_ids, reasons and authors are JSON arrays in a cell.",
    "CSV has no types: true and false, numbers and dates are texts; an empty cell is an unknown value.",
)
# A spreadsheet takes a cell that begins so for a formula: OWASP, CSV Injection; the full-width
# signs are read as formulas by spreadsheets set to Chinese.
_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
_CELL_LIMIT = 32_767  # characters that a cell of a spreadsheet holds


@dataclass(frozen=True, slots=True)
class Table:
    """One file of the export.

    Attributes:
        name: Its file, without suffix.
        types: The node or edge types that stand in it.
        first: The columns that open each row, before the properties.
    """

    name: str
    types: tuple[str, ...]
    first: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Give all its columns: `first`, then each property that one of its types has."""
        properties = (one.name for name in self.types for one in _properties(name))
        left_out = (*self.first, "id", "digest")
        return (*self.first, *dict.fromkeys(one for one in properties if one not in left_out))


_ENDS = ("id", "type", "source", "source_name", "target", "target_name")
_BETWEEN_ENTITIES = tuple(
    name for name, edge in EDGES.items() if set(edge.sources) <= set(ENTITIES)
)
TABLES = (
    Table("nodes", ENTITIES, ("id", "type", "name")),
    Table("edges", _BETWEEN_ENTITIES, _ENDS),
    Table("evidence", ("Evidence",), ("id", "edge_id", "edge_type", *_ENDS[2:])),
    Table("articles", ("Article",), ("id",)),
    Table("mentions", ("MENTIONS",), ("id", "source", "target")),
    Table("names", ("NAMES",), ("id", "text", "target")),
)
"""The files, in the order in which people open them.

An end of an edge stands there with its name, so that a row can be read by itself. A Name is its text in `names.csv`; FROM_ARTICLE is the column `article` of `evidence.csv`.
"""


def write(elements: Elements, target: Path, options: Options) -> list[str]:
    """Write a graph as one folder of CSV files (RFC 4180, UTF-8).

    Unless `options.faithful`, each file opens with a byte order mark, so that a spreadsheet reads
    it as UTF-8, and a text that it would run as a formula gets an apostrophe in front.
    """
    names: dict[str, str] = {}  # id of an entity or a Name -> its name or text
    with ExitStack() as stack:
        sheets = [_Sheet(one, stack.enter_context(_create(target, one, options))) for one in TABLES]
        by_type = {name: sheet for sheet in sheets for name in sheet.table.types}
        for element in elements:
            if isinstance(element, Node):
                names |= _named(element)
            if element.type not in ("Name", "FROM_ARTICLE"):
                by_type[element.type].write(_row(element, names), harmless=not options.faithful)
    if options.faithful:
        return []
    return [note for sheet in sheets for note in sheet.notes()]


class _Sheet:
    """One file being written, and what had to be changed in it."""

    def __init__(self, table: Table, out: TextIO) -> None:
        """Begin with the line of column names."""
        self.table = table
        self._columns = table.columns
        self._rows = csv.writer(out, lineterminator="\r\n")
        self._rows.writerow(self._columns)
        self._changed = 0
        self._long = 0

    def write(self, row: Mapping[str, Value], *, harmless: bool) -> None:
        """Write one row; columns that it does not have stay empty."""
        cells = [_cell(row[one]) if one in row else "" for one in self._columns]
        if harmless:
            texts = [isinstance(row.get(one), str) for one in self._columns]
            for place, cell in enumerate(cells):
                if texts[place] and cell.startswith(_FORMULA):
                    cells[place] = f"'{cell}"
                    self._changed += 1
            self._long += sum(len(cell) > _CELL_LIMIT for cell in cells)
        self._rows.writerow(cells)

    def notes(self) -> Iterator[str]:
        """Say what a reader of the file should know."""
        if self._changed:
            yield (
                f"{self._changed} cells of {self.table.name}.csv that a spreadsheet would take for "
                "a formula begin with an apostrophe."
            )
        if self._long:
            yield (
                f"{self._long} cells of {self.table.name}.csv are longer than {_CELL_LIMIT} "
                "characters; a spreadsheet cuts them."
            )


def _create(folder: Path, table: Table, options: Options) -> TextIO:
    encoding = "utf-8" if options.faithful else "utf-8-sig"
    return (folder / f"{table.name}.csv").open("w", encoding=encoding, newline="")


def _named(node: Node) -> dict[str, str]:
    name = node.properties.get("text" if node.type == "Name" else "name")
    return {node.id: str(name)} if name and node.type != "Article" else {}


def _row(element: Node | Edge, names: Mapping[str, str]) -> dict[str, Value]:
    row: dict[str, Value] = {"id": element.id, "type": element.type, **element.properties}
    if isinstance(element, Edge):
        row |= {"source": element.source, "target": element.target}
        row["text"] = names.get(element.source, "")  # of a NAMES edge
    for end in ("source", "target"):
        if str(row.get(end)) in names:
            row[f"{end}_name"] = names[str(row[end])]
    return row


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return msgspec.json.encode(value).decode()
    return str(value)


def _properties(name: str) -> tuple[Property, ...]:
    return NODES[name].properties if name in NODES else EDGES[name].properties
