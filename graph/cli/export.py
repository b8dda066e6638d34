"""`govgraph export`."""

from pathlib import Path

import click

import graph.export as exports
from graph.cli.opening import reading
from graph.cli.options import with_settings

_FORMATS = "; ".join(f"{one.name}: {one.title}" for one in exports.EXPORTERS.values())


@click.command(epilog=f"Formats: {_FORMATS}.")
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "--to", "kind", type=click.Choice(tuple(exports.EXPORTERS)),
    help="Format of the export.  [default: by the target's suffix; none means csv]",
)  # fmt: skip
@click.option("--around", default="", metavar="NAME", help="Only what lies around this entity.")
@click.option("--hops", default=2, show_default=True, type=click.IntRange(0, 6))
@click.option(
    "--faithful", is_flag=True,
    help="csv: keep every value as it is, also what a spreadsheet would take for a formula.",
)  # fmt: skip
@with_settings
def export(target: Path, kind: str | None, around: str, hops: int, faithful: bool) -> None:
    """Write the graph, or what lies around one entity, to the file or folder TARGET.

    A manifest with counts and hashes is written beside it.
    """
    selection = exports.Selection(around, hops) if around else exports.Selection()
    chosen = kind or exports.format_of(target)
    with reading() as store:
        manifest = exports.export(store, chosen, target, selection, exports.Options(faithful))
    nodes, edges = sum(manifest.nodes.values()), sum(manifest.edges.values())
    click.echo(f"{target}: {nodes} nodes and {edges} edges, {manifest.selection}")
    for said in (*manifest.cannot_hold, *manifest.notes):
        click.echo(f"note: {said}", err=True)
