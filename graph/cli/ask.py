"""`govgraph query` and `govgraph cypher`."""

import json
import sys

import click

import queries
from graph.cli.opening import reading
from graph.cli.options import settings, with_settings
from graph.cli.output import print_rows
from graph.store import Rows, Store


@click.group()
@with_settings
def query() -> None:
    """Ask saved queries: list them, show one, run one."""


@query.command("list")
@with_settings
def list_queries() -> None:
    """List the saved queries."""
    rows = [
        {
            "query": one.name,
            "标题": one.title.zh,
            "title": one.title.en,
            "parameters": [parameter.name for parameter in one.parameters],
        }
        for one in queries.catalogue()
    ]
    print_rows(("query", "标题", "title", "parameters"), rows, settings().format)


@query.command()
@click.argument("name")
@with_settings
def show(name: str) -> None:
    """Print a saved query with its parameters and columns, as Neo4j Browser takes it."""
    click.echo(queries.find(name).text.rstrip())


@query.command()
@click.argument("name")
@click.option(
    "--param", "-p", "given", multiple=True, metavar="KEY=VALUE", help="A parameter; may repeat."
)
@with_settings
def run(name: str, given: tuple[str, ...]) -> None:
    """Run a saved query.

    For example: govgraph query run people/posts_of -p person=王某某
    """
    saved = queries.find(name)
    values = dict(_split(one) for one in given)
    with reading() as store:
        rows = queries.run(store, saved.name, values)
        _print(rows)
        if not rows.rows:
            _say_near_names(store, saved.name, values)


@click.command()
@click.argument("text", metavar="STATEMENT")
@click.option(
    "--param", "-p", "given", multiple=True, metavar="KEY=VALUE",
    help="A parameter; VALUE is JSON where it can be read so, else text. May repeat.",
)  # fmt: skip
@click.option("--rows", default=1000, show_default=True, type=click.IntRange(1, 1_000_000))
@click.option(
    "--seconds", default=10.0, show_default=True, type=click.FloatRange(0.1, 3600), metavar="NUMBER"
)
@with_settings
def cypher(text: str, given: tuple[str, ...], rows: int, seconds: float) -> None:
    """Run one reading Cypher statement; - reads it from standard input."""
    statement = sys.stdin.read() if text == "-" else text
    values = {key: _value(value) for key, value in map(_split, given)}
    with reading() as store:
        found = store.ask(statement, values, rows=rows, seconds=seconds)
    _print(found)


def _print(found: Rows) -> None:
    print_rows(found.columns, found.rows, settings().format)
    if found.truncated:
        click.echo(
            f"only the first {len(found.rows)} rows are shown; raise the limit with --rows, "
            "or make the statement narrower",
            err=True,
        )


def _say_near_names(store: Store, name: str, values: dict[str, str]) -> None:
    for typed, near in queries.unknown_names(store, name, values).items():
        hint = f"; did you mean {'、'.join(near)}?" if near else ""
        click.echo(f"nothing in the graph is named {typed}{hint}", err=True)


def _split(given: str) -> tuple[str, str]:
    key, separator, value = given.partition("=")
    if not separator or not key:
        raise click.BadParameter(f"{given!r} is not of the form key=value", param_hint="-p")
    return key, value


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text
