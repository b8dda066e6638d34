"""`govgraph build`, and its halves `extract` and `load`."""

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import click

from graph.cli.opening import store_of, workspace
from graph.cli.options import with_settings
from graph.cli.output import counted, print_issues
from graph.schema import Exit
from loaders.errors import LoadError
from loaders.extractors import usable_cores
from loaders.load import Gathered, Manner, gather, graph_of, keep, log_of
from loaders.records import write_records
from loaders.records.journal import Journal
from loaders.sources import Given, expand
from loaders.workspace import Workspace

_PATHS = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…"
)


def _with_manner(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how files are read; the command takes them as `manner`."""

    @functools.wraps(function)
    def command(  # noqa: PLR0913 -- one for each option
        *, date: str, source: str, place: str, page: str, extractor: str, jobs: int | None,
        least: float, **others: object,
    ) -> None:  # fmt: skip
        given = Given(date=date, source=source, place=place, page=page)
        function(manner=Manner(given, extractor, jobs or usable_cores(), least), **others)

    for option in (
        click.option(
            "--min-confidence", "least", type=click.FloatRange(0, 1), default=0.0, metavar="0…1",
            help="Leave out what is less certain: fewer facts, more of them right.",
        ),
        click.option(
            "--jobs", type=click.IntRange(1), metavar="N",
            help="How many processes read at most.  [default: one for each core]",
        ),
        click.option(
            "--extractor", default="grammar", metavar="NAME",
            help="What reads the articles: grammar, module:function, 'command:PROGRAM ARGUMENTS', or "
            "openai.  [default: grammar]",
        ),
        click.option("--page", default="", help="Page of the paper, as printed."),
        click.option("--place", default="", help="Where it was published: 上海市徐汇区."),
        click.option("--source", default="", help="Name of the paper."),
        click.option("--date", default="", help="Day of publication: 2023-11-15."),
    ):  # fmt: skip
        command = option(command)
    return command


@click.command()
@_PATHS
@_with_manner
@with_settings
def build(paths: tuple[Path, ...], manner: Manner) -> None:
    """Read files, extract what they say, and load it into the graph.

    PATH is a .txt, .html, .pdf or .jsonl file, or a folder of them. Building the same files again changes
    nothing.
    """
    _into_the_graph(_gather(paths, manner))


@click.command()
@_PATHS
@_with_manner
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path),
    help="File for the records, JSON Lines.  [default: standard output]",
)  # fmt: skip
@with_settings
def extract(paths: tuple[Path, ...], manner: Manner, output: Path | None) -> None:
    """Read files and write what they say as records, without touching any graph.

    With --output, a run that was stopped goes on where it was when the same command is given again.
    """
    begun = nullcontext(Journal()) if output is None else Journal.beside(output, manner.extractor)
    with begun as journal:
        if journal.resumed:
            click.echo(
                f"going on after {counted(journal.resumed, 'record')} of a stopped run", err=True
            )
        gathered = _gather(paths, manner, journal)
        write_records(gathered.records, output)
    if output is not None:
        click.echo(f"{output}: {counted(len(gathered.records), 'record')}", err=True)
    _end(gathered)


@click.command()
@_PATHS
@with_settings
def load(paths: tuple[Path, ...]) -> None:
    """Load records (.jsonl), of `govgraph extract` or of any other extractor, into the graph."""
    _into_the_graph(_gather(paths, Manner()))


def _gather(paths: tuple[Path, ...], manner: Manner, journal: Journal | None = None) -> Gathered:
    files = expand(paths)
    with _progress(files) as followed:
        gathered = gather(followed, manner, journal)
    print_issues(gathered.issues)
    if gathered.doubtful:
        click.echo(
            f"{counted(gathered.doubtful, 'statement')} left out, less certain than {manner.least:g}",
            err=True,
        )
    if not gathered.records:
        raise LoadError(
            f"no article could be read from {', '.join(str(path) for path in paths)}; nothing was "
            "changed"
        )
    return gathered


def _into_the_graph(gathered: Gathered) -> None:
    space = workspace(create=True)
    with space.writing(), store_of(space) as store:
        store.claim(space.id)
        new = keep(space, gathered)
        graph = graph_of(space)
        report = store.sync(graph, space.id)
    stated = sum(len(record.relations) for record in gathered.records)
    click.echo(
        f"{counted(gathered.files, 'file')}, {counted(len(gathered.records), 'article')}, "
        f"{counted(stated, 'statement')} read; {counted(new, 'record')} new or changed"
    )
    click.echo(f"{report}")
    _say_withdrawn(space, gathered)
    _end(gathered)


def _say_withdrawn(space: Workspace, gathered: Gathered) -> None:
    withdrawn = log_of(space).withdrawn()
    out = [one.article.id for one in gathered.records if one.article.id in withdrawn]
    if out:
        click.echo(
            f"{len(out)} of these articles are withdrawn and stay out ({', '.join(out[:3])}…); "
            "`govgraph withdraw --undo ARTICLE` brings one back",
            err=True,
        )


def _end(gathered: Gathered) -> None:
    if gathered.issues:
        click.echo(f"{counted(len(gathered.issues), 'thing')} refused, see above", err=True)
        raise SystemExit(Exit.PARTLY)


@contextmanager
def _progress(files: list[Path]) -> Iterator[Iterator[Path]]:
    """Show a bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield iter(files)
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    yield iter(track(files, "reading", console=Console(stderr=True), transient=True))
