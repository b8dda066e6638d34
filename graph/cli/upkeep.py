"""`govgraph withdraw`, `rebuild` and `status`."""

import click

from graph.cli.opening import store_of, workspace
from graph.cli.options import settings, with_settings
from graph.cli.output import counted, print_counts, print_rows
from graph.schema import Graph
from graph.store import discard
from loaders.errors import LoadError
from loaders.load import graph_of, log_of
from loaders.records.log import Withdrawal
from loaders.workspace import Workspace


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@click.option("--why", default="", help="The reason, kept in the workspace.")
@click.option("--undo", is_flag=True, help="Bring withdrawn articles back.")
@with_settings
def withdraw(articles: tuple[str, ...], why: str, undo: bool) -> None:
    """Take articles back: the facts that only they state go, the others stay."""
    space = workspace()
    log = log_of(space)
    _refuse_unknown(space, articles, undo=undo)
    with space.writing(), store_of(space) as store:
        store.claim(space.id)
        for article in articles:
            log.withdraw(Withdrawal(article, why, undo))
        report = store.sync(graph_of(space), space.id)
    click.echo(f"{'back' if undo else 'withdrawn'}: {', '.join(articles)}")
    click.echo(str(report))


def _refuse_unknown(space: Workspace, articles: tuple[str, ...], *, undo: bool) -> None:
    log = log_of(space)
    known, withdrawn = log.latest(), log.withdrawn()
    for article in articles:
        if article not in known:
            raise LoadError(
                f"there is no article {article} in {space.folder}; "
                "`govgraph query run evidence/articles` lists them"
            )
        if undo and article not in withdrawn:
            raise LoadError(f"the article {article} is not withdrawn; there is nothing to undo")


@click.command()
@click.option(
    "--discard", "discarding", is_flag=True,
    help="Delete the embedded store's files first, whatever is in them; for damaged files.",
)  # fmt: skip
@with_settings
def rebuild(discarding: bool) -> None:
    """Empty the store of what is ours and load it again from the record log."""
    space = workspace()
    with space.writing():
        graph = graph_of(space)
        if discarding and settings().store:
            raise click.UsageError("--discard is for the embedded store; leave out --store")
        if discarding:
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
        f"records: {counted(len(latest), 'article')} in {counted(len(log.segments()), 'segment')}, "
        f"{len(withdrawn)} withdrawn"
    )
    click.echo(f"store: {found.product} {found.version} at {found.address}")
    print_counts("nodes", nodes.items())
    print_counts("edges", edges.items())
