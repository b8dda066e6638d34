"""Each rule reads what its gold table says, and leaves alone what the table leaves empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.evidence import Article, verify
from loaders.grammar import extract

GOLD = Path(__file__).parent.parent / "gold"
TYPES = {
    "appointments": ("HOLDS",),
    "inspections": ("INSPECTS",),
    "meetings": ("ATTENDS", "ORGANIZES", "HELD_IN"),
    "posts": ("HOLDS", "LEADS", "DEPUTY_LEADS"),
    "signings": ("SIGNS_WITH",),
    "visits": ("VISITS",),
}
TITLED = ("HOLDS", "LEADS", "DEPUTY_LEADS")


def lines(table: str) -> list[list[str]]:
    text = (GOLD / f"{table}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [[*row, "", ""][:3] for row in rows]


def cases() -> Iterator[tuple[str, str, str, str]]:
    for table in TYPES:
        for text, expected, place in lines(table):
            yield table, text, expected, place


def said(table: str, text: str, place: str) -> set[str]:
    record, issues = verify(extract(Article(id="article-1", text=text, place=place)))
    assert record is not None
    assert issues == []
    names = {one.id: one.name for one in record.entities}
    found = set()
    for one in record.relations:
        if one.type not in TYPES[table]:
            continue
        parts = [names[one.source], one.type, names[one.target]]
        parts += [one.title] if one.type in TITLED else []
        parts += [one.role] if one.type == "ATTENDS" else []
        parts += [one.status] if table == "appointments" else []
        found.add("|".join(parts))
    return found


@pytest.mark.parametrize(("table", "text", "expected", "place"), list(cases()))
def test_a_sentence_says_what_its_gold_line_says(
    table: str, text: str, expected: str, place: str
) -> None:
    assert said(table, text, place) == {one for one in expected.split(";") if one}


@pytest.mark.parametrize("table", sorted(TYPES))
def test_a_third_of_each_table_must_yield_nothing(table: str) -> None:
    rows = lines(table)
    assert sum(not expected for _, expected, _ in rows) * 3 >= len(rows)


def test_every_table_is_read() -> None:
    assert {one.stem for one in GOLD.glob("*.tsv")} == {*TYPES, "persons"}  # persons: test_names
