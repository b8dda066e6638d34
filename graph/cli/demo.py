"""`govgraph demo`: the bundled sample newspaper, built and opened."""

import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path

import click

import queries
from graph.cli.opening import store_of
from graph.cli.options import settings, with_settings
from graph.cli.output import counted, print_counts, print_issues, print_rows
from loaders.load import Manner, gather, graph_of, keep
from loaders.sources import expand
from loaders.workspace import open_workspace

_FOLDER = Path(".govgraph-demo")
# Questions whose answers show what the tool is for; the names are of the bundled sample.
_SHOWN: tuple[tuple[str, dict[str, str]], ...] = (
    ("people/leaders_of", {"team": "泽川市第二安全生产督导组"}),
    ("people/paths_between", {"a": "阮红梅", "b": "云枥数据"}),
    ("quality/namesakes", {}),  # two people called 方立群
)


@click.command()
@click.option("--open/--no-open", "open_page", default=True, help="Open the page in a browser.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535))
@with_settings
def demo(open_page: bool, port: int) -> None:
    """Build the graph of a small invented newspaper, show what is in it, open the page.

    It goes into the folder .govgraph-demo unless --workspace names another. With --no-open the
    command ends after printing.
    """
    said = settings()
    default = said.workspace == Path(".govgraph")
    space = open_workspace(_FOLDER if default else said.workspace, create=True)
    with as_file(files("loaders") / "sample") as folder:
        gathered = gather(expand([folder]), Manner())
    print_issues(gathered.issues)
    with space.writing(), store_of(space) as store:
        store.claim(space.id)
        keep(space, gathered)
        store.sync(graph_of(space), space.id)
        click.echo(f"{counted(len(gathered.records), 'article')} of an invented newspaper read:")
        nodes, edges = store.counts()
        print_counts("nodes", nodes.items())
        print_counts("edges", edges.items())
        for name, given in _SHOWN:
            saved = queries.find(name)
            click.echo(f"\n{saved.title.zh} / {saved.title.en}  ({name})")
            found = queries.run(store, name, given)
            print_rows(_without_ids(found.columns), found.rows, "table")
    click.echo(f"ask more:  {_command()} query list --workspace {space.folder}")
    click.echo(f"look:      {_command()} browse --workspace {space.folder}")
    if open_page:
        from graph.web import serve  # noqa: PLC0415 — the server's libraries are slow to import

        with store_of(space) as store:
            serve(store, port=port, open_page=True)


def _command() -> str:
    """Name the command as it can be typed here: it may not be on the path."""
    return "govgraph" if shutil.which("govgraph") else sys.argv[0]


def _without_ids(columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in columns if name not in ("article", "edge_id"))
