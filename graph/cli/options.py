"""Options that every command takes, before or after its name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

FORMATS = ("table", "json", "jsonl", "csv")

_KEY = "govgraph.settings"
_Function = TypeVar("_Function", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Settings:
    """What the shared options say.

    Attributes:
        store: A Bolt address, or empty for the embedded store.
    """

    workspace: Path
    store: str
    format: str


def with_settings(function: _Function) -> _Function:
    """Give a command the shared options; `settings()` reads them."""
    for option in (
        click.option(
            "--format", type=click.Choice(FORMATS), callback=_remember, expose_value=False,
            help="How rows are printed.  [default: table]",
        ),
        click.option(
            "--store", metavar="URI", envvar="NEO4J_URI", callback=_remember, expose_value=False,
            help="A Neo4j server, bolt://HOST:PORT or neo4j://…; its user and password come from "
            "NEO4J_USERNAME and NEO4J_PASSWORD.  [default: NEO4J_URI, else the embedded store]",
        ),
        click.option(
            "--workspace", type=click.Path(file_okay=False, path_type=Path), callback=_remember,
            expose_value=False, help="Folder that holds the records and the embedded store.  "
            "[default: .govgraph]",
        ),
    ):  # fmt: skip
        function = option(function)
    return function


def settings() -> Settings:
    """Give the shared options of the running command; the one nearest to its end wins."""
    said = click.get_current_context().meta.get(_KEY, {})
    return Settings(
        workspace=said.get("workspace", Path(".govgraph")),
        store=said.get("store", ""),
        format=said.get("format", "table"),
    )


def _remember(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    said = context.meta.setdefault(_KEY, {})
    explicit = (
        context.get_parameter_source(parameter.name or "") is click.core.ParameterSource.COMMANDLINE
    )
    if value is not None and (explicit or parameter.name not in said):
        said[parameter.name] = value
