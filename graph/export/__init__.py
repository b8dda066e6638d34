"""How a graph leaves: files that other programs read, each with a manifest of what it holds."""

from graph.export.base import Exporter, Options
from graph.export.errors import ExportError, SelectionError, TargetError, UnknownFormatError
from graph.export.formats import EXPORTERS, export, format_of, write
from graph.export.manifest import Manifest
from graph.export.networkx_graph import as_networkx
from graph.export.selection import Selection

__all__ = [
    "EXPORTERS",
    "ExportError",
    "Exporter",
    "Manifest",
    "Options",
    "Selection",
    "SelectionError",
    "TargetError",
    "UnknownFormatError",
    "as_networkx",
    "export",
    "format_of",
    "write",
]
