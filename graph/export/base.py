"""Exporter: one format that a graph can leave in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from graph.schema import Edge, Node

Elements: TypeAlias = Iterable[Node | Edge]
"""A graph as a stream: nodes before edges, each in canonical order, read once."""


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen about the writing.

    Attributes:
        faithful: CSV only: every cell byte for byte, for programs; by default cells that a
            spreadsheet would take for a formula are made harmless.
    """

    faithful: bool = False


Write: TypeAlias = Callable[[Elements, Path, Options], list[str]]
"""Write a stream to a new file (or into a new folder); return notes on what had to be changed."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format.

    Attributes:
        name: What people type.
        title: One line for the command's help.
        suffix: Suffix of the file; empty when the export is a folder of files.
        write: The writer.
        cannot_hold: What of the graph the format has no place for, one sentence each.
    """

    name: str
    title: str
    suffix: str
    write: Write
    cannot_hold: tuple[str, ...] = ()
