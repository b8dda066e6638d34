"""`govgraph withdraw`, `rebuild` and `status`."""

import click

from graph.cli.opening import store_of, workspace
from graph.cli.options import settings, with_settings
from graph.cli.output import print_counts, print_rows
from graph.schema import Graph
from graph.store import discard
from loaders.errors import LoadError
from loaders.load import graph_of, log_of
from loaders.records.log import Withdrawal


@click.command()
@click.argument("article")
@click.option("--why", default="", help="The reason, kept in the workspace.")
@click.option("--undo", is_flag=True, help="Bring a withdrawn article back.")
@with_settings
def withdraw(article: str, why: str, undo: bool) -> None:
    """Take an article back: the facts that only it states go, the others stay."""
    space = workspace()
    log = log_of(space)
    if article not in log.latest():
        raise LoadError(
            f"there is no article {article} in {space.folder}; "
            "`govgraph query run evidence/articles` lists them"
        )
    if undo and article not in log.withdrawn():
        raise LoadError(f"the article {article} is not withdrawn; there is nothing to undo")
    with space.writing(), store_of(space) as store:
        store.claim(space.id)
        log.withdraw(Withdrawal(article, why, undo))
        report = store.sync(graph_of(space), space.id)
    click.echo(f"{article} {'is back' if undo else 'is withdrawn'}")
    click.echo(str(report))


@click.command()
@with_settings
def rebuild() -> None:
    """Empty the store of what is ours and load it again from the record log."""
    space = workspace()
    with space.writing():
        graph = graph_of(space)
        if not settings().store:
            discard(space.store)
        with store_of(space) as store:
            store.sync(Graph((), ()), space.id)
            report = store.sync(graph, space.id)
    click.echo(str(report))


@click.command()
@with_settings
def status() -> None:
    """Say what the workspace and its store hold."""
    space = workspace()
    log = log_of(space)
    latest, withdrawn = log.latest(), log.withdrawn()
    with store_of(space) as store:
        nodes, edges = store.counts()
        found = store.describe()
    if settings().format != "table":
        rows: list[dict[str, object]] = [
            {"type": name, "count": number} for name, number in (nodes | edges).items()
        ]
        print_rows(("type", "count"), rows, settings().format)
        return
    click.echo(f"workspace: {space.folder} ({space.id})")
    click.echo(
        f"records: {len(latest)} articles in {len(log.segments())} segments, "
        f"{len(withdrawn)} withdrawn"
    )
    click.echo(f"store: {found.product} {found.version} at {found.address}")
    print_counts("nodes", nodes.items())
    print_counts("edges", edges.items())
