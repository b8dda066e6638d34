"""EXPORTERS: the formats, and `export`, which writes one of them with its manifest."""

from collections.abc import Iterable
from functools import partial
from importlib.metadata import version
from pathlib import Path

from graph.export import graphml, node_link, tables, turtle
from graph.export.base import Exporter, Options
from graph.export.errors import UnknownFormatError
from graph.export.files import sha256, write_file, write_folder
from graph.export.manifest import File, Manifest, Tally
from graph.export.selection import Selection, elements
from graph.schema import Edge, Node
from graph.store import Store

EXPORTERS: dict[str, Exporter] = {
    one.name: one
    for one in (
        Exporter(
            "graphml", "GraphML, for Gephi, yEd, Cytoscape, networkx, igraph", ".graphml",
            graphml.write, graphml.CANNOT_HOLD,
        ),
        Exporter("json", "node-link JSON, for networkx and d3", ".json", node_link.write),
        Exporter(
            "csv", "a folder of CSV tables, for spreadsheets, R, pandas", "",
            tables.write, tables.CANNOT_HOLD,
        ),
        Exporter(
            "turtle", "RDF in Turtle, for triple stores and SPARQL", ".ttl",
            turtle.write, turtle.CANNOT_HOLD,
        ),
    )
}  # fmt: skip
"""Name of a format -> its exporter, in the order in which the command lists them."""

EVERYTHING = Selection()
DEFAULTS = Options()


def export(
    store: Store,
    format: str,  # noqa: A002 - the word that people use for it
    target: Path,
    selection: Selection = EVERYTHING,
    options: Options = DEFAULTS,
) -> Manifest:
    """Write a graph, or a part of it, to a file or folder, and a manifest beside it.

    Nothing is half-written: what stood at `target` stands until the new export is whole.

    Args:
        store: Where the graph is read from.
        format: A key of EXPORTERS.
        target: The file, or for `csv` the folder; an earlier export there is replaced.
        selection: What to export.
        options: How to write it.

    Raises:
        UnknownFormatError, SelectionError, TargetError: Nothing was written.
        StoreError: The store did not answer; nothing was written.
    """
    exporter = find(format)
    return write(exporter, elements(store, selection), target, options, str(selection))


def find(name: str) -> Exporter:
    """Give the exporter of that name.

    Raises:
        UnknownFormatError: There is none; the message lists those that there are.
    """
    if name not in EXPORTERS:
        raise UnknownFormatError(f"there is no format {name!r}; use one of {', '.join(EXPORTERS)}")
    return EXPORTERS[name]


def format_of(target: Path) -> str:
    """Tell the format from a target's suffix; without a suffix it is the folder of tables.

    >>> format_of(Path("all.ttl")), format_of(Path("tables"))
    ('turtle', 'csv')

    Raises:
        UnknownFormatError: No format has that suffix.
    """
    for one in EXPORTERS.values():
        if one.suffix == target.suffix.lower():
            return one.name
    known = ", ".join(f"{one.suffix or 'no suffix'} ({one.name})" for one in EXPORTERS.values())
    raise UnknownFormatError(f"no format goes with the name {target.name}; use one of {known}")


def write(
    exporter: Exporter,
    stream: Iterable[Node | Edge],
    target: Path,
    options: Options = DEFAULTS,
    selection: str = "everything",
) -> Manifest:
    """Write a stream of elements, nodes before edges, and the manifest; see `export`."""
    tally = Tally()
    notes: list[str] = []

    def fill(place: Path) -> None:
        notes.extend(exporter.write(tally.counted(stream), place, options))

    if exporter.suffix:
        write_file(target, fill)
    else:
        write_folder(target, fill, ours=[f"{one.name}.csv" for one in tables.TABLES])
    manifest = Manifest(
        format=exporter.name,
        selection=selection,
        nodes=tally.nodes,
        edges=tally.edges,
        files=[
            _described(one) for one in sorted(target.iterdir() if target.is_dir() else [target])
        ],
        cannot_hold=list(exporter.cannot_hold),
        notes=notes,
        software=f"govgraph {version('govgraph')}",
    )
    beside = target.with_name(f"{target.name}.manifest.json")
    write_file(beside, partial(_write_bytes, manifest.encoded()))
    return manifest


def _described(file: Path) -> File:
    return File(file.name, file.stat().st_size, sha256(file))


def _write_bytes(content: bytes, place: Path) -> None:
    place.write_bytes(content)
