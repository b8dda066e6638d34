"""Print rows, issues and counts."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import click

from graph.evidence import Issue
from graph.evidence.heal import heal

Row: TypeAlias = Mapping[str, object]

_SHOWN_ISSUES = 20
_WIDE = 200  # columns of a table that goes into a pipe


def print_rows(columns: Sequence[str], rows: Sequence[Row], style: str) -> None:
    """Print rows as a table for people, or as JSON, JSON Lines or CSV with the exact values."""
    match style:
        case "json":
            click.echo(json.dumps(list(rows), ensure_ascii=False, indent=1))
        case "jsonl":
            for row in rows:
                click.echo(json.dumps(row, ensure_ascii=False))
        case "csv":
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
        case _:
            _print_table(columns, rows)


def print_issues(issues: Sequence[Issue]) -> None:
    """Print what was refused and why, on the error stream."""
    for issue in issues[:_SHOWN_ISSUES]:
        click.echo(f"refused: {issue}", err=True)
    if len(issues) > _SHOWN_ISSUES:
        click.echo(f"… and {len(issues) - _SHOWN_ISSUES} more", err=True)


def print_counts(title: str, counts: Iterable[tuple[str, int]]) -> None:
    """Print counts under a title, one line."""
    parts = [f"{name} {number}" for name, number in counts if number]
    click.echo(f"{title}: {', '.join(parts) if parts else 'none'}")


def counted(number: int, noun: str) -> str:
    """Write a number with its noun.

    >>> counted(1, "file"), counted(2, "file")
    ('1 file', '2 files')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _print_table(columns: Sequence[str], rows: Sequence[Row]) -> None:
    from rich import box  # noqa: PLC0415 — a tenth of a second that only tables need
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    shown = _worth_showing(columns, rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in shown:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_shown(row.get(name))) for name in shown))
    terminal = sys.stdout.isatty()
    console = Console(width=None if terminal else _WIDE, highlight=False)
    if terminal and console.measure(table).maximum > console.width:
        _print_down(shown, rows)
    elif rows:
        console.print(table)
    click.echo(counted(len(rows), "row"))


def _print_down(columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Print each row down the page: for terminals that are too narrow for the table."""
    wide = max(len(name) for name in columns)
    for row in rows:
        for name in columns:
            if _shown(row.get(name)):
                click.echo(f"{click.style(name.rjust(wide), dim=True)}  {_shown(row.get(name))}")
        click.echo()


def _worth_showing(columns: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """Leave out what is empty in every row, and ids of things that their names tell apart."""
    return [
        name
        for name in columns
        if any(row.get(name) not in (None, "", []) for row in rows)
        and (name == "edge_id" or not name.endswith("_id") or _ambiguous(name, rows))
    ]


def _ambiguous(column: str, rows: Sequence[Row]) -> bool:
    """Tell whether two rows give one name to things of different ids."""
    named = column.removesuffix("_id")
    pairs = {(_cell(row.get(named)), _cell(row.get(column))) for row in rows if row.get(named)}
    return len(pairs) > len({name for name, _ in pairs})


def _shown(value: object) -> str:
    """Write a value for people: texts with their line breaks healed, lists in words."""
    if isinstance(value, str):
        return heal(value).text.replace("\n", "")
    if isinstance(value, list):
        return "、".join(_shown(one) for one in value)
    return _cell(value)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
