"""Print rows, issues and counts."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence

import click

from graph.evidence import Issue
from graph.evidence.heal import heal

_SHOWN_ISSUES = 20
_WIDE = 200  # columns of a table that goes into a pipe


def print_rows(columns: Sequence[str], rows: Sequence[Mapping[str, object]], style: str) -> None:
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


def _print_table(columns: Sequence[str], rows: Sequence[Mapping[str, object]]) -> None:
    from rich import box  # noqa: PLC0415 — a tenth of a second that only tables need
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    if not rows:
        click.echo("0 rows")
        return
    shown = [name for name in columns if not name.endswith("_id") or name == "edge_id"]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in shown:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_shown(row.get(name))) for name in shown))
    terminal = sys.stdout.isatty()
    Console(width=None if terminal else _WIDE, highlight=False).print(table)
    click.echo(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")


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
