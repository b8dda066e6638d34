"""The manifest beside each export: what it is, what is in it, what it could not hold."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from graph.schema import EDGES, NODES, VERSION, Edge, Node


class File(msgspec.Struct, frozen=True):
    """One file of the export."""

    name: str
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What an export is and holds.

    Attributes:
        format: Name of the exporter.
        selection: What was asked for, in words.
        nodes: Type of node -> how many.
        edges: Type of edge -> how many.
        files: Each file with its hash.
        cannot_hold: What the format has no place for.
        notes: What had to be changed in this export.
        software: Program and version that wrote it.
        schema_version: Version of the schema that the types belong to.
    """

    format: str
    selection: str
    nodes: dict[str, int]
    edges: dict[str, int]
    files: list[File]
    cannot_hold: list[str]
    notes: list[str]
    software: str
    schema_version: int = VERSION

    def encoded(self) -> bytes:
        """Write it as indented JSON."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


class Tally:
    """Counts what passes by."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self._found: Counter[str] = Counter()

    def counted(self, elements: Iterable[Node | Edge]) -> Iterator[Node | Edge]:
        """Let a stream through and count it."""
        for element in elements:
            self._found[element.type] += 1
            yield element

    @property
    def nodes(self) -> dict[str, int]:
        """Give the number of nodes of each type that there are, in schema order."""
        return {one: self._found[one] for one in NODES if self._found[one]}

    @property
    def edges(self) -> dict[str, int]:
        """Give the number of edges of each type that there are, in schema order."""
        return {one: self._found[one] for one in EDGES if self._found[one]}
