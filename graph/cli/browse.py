"""`govgraph browse`."""

import click

from graph.cli.opening import reading
from graph.cli.options import with_settings


@click.command()
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535))
@click.option("--open/--no-open", "open_page", default=True, help="Open the page in a browser.")
@with_settings
def browse(port: int, open_page: bool) -> None:
    """Serve the graph as a page on this machine, until Ctrl-C."""
    from graph.web import serve  # noqa: PLC0415 — the server's libraries are slow to import

    with reading() as store:
        serve(store, port=port, open_page=open_page)
