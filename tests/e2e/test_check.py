"""The check itself: it finds what is missing, doubled, forbidden or unexpected, and lets pass the rest."""

import tomllib
from pathlib import Path

import pytest

from tests.e2e import check

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "loaders" / "sample"
FACTS = [(HERE / "sample_facts.toml", SAMPLE)] + [
    (facts, facts.with_suffix(".txt")) for facts in sorted((HERE / "pages").glob("*.toml"))
]
ROWS = [{"person": "甲", "title": "区长"}, {"person": "乙", "title": None}]


def said(**ask: object) -> list[str]:
    return list(check._compared(ask, ROWS))  # noqa: SLF001 — the part that can be wrong


def test_row_that_says_more_than_expected_is_enough() -> None:
    assert said(rows=[{"person": "甲"}]) == []


def test_missing_row_is_told() -> None:
    assert said(rows=[{"person": "丙"}]) == ["missing person=丙"]


def test_list_accepts_each_of_its_values() -> None:
    assert said(rows=[{"person": "甲", "title": ["镇长", "区长"]}]) == []


def test_spaces_and_widths_do_not_matter() -> None:
    assert said(rows=[{"person": " 甲 ", "title": "区 长"}]) == []


def test_value_that_is_absent_equals_the_empty_text() -> None:
    assert said(rows=[{"person": "乙", "title": ""}]) == []


def test_exact_ask_tells_what_nobody_expects() -> None:
    assert said(rows=[{"person": "甲"}], exact=True) == ["unexpected person=乙, title=None"]


def test_exact_ask_allows_what_is_optional() -> None:
    assert said(rows=[{"person": "甲"}], optional=[{"person": "乙"}], exact=True) == []


def test_exact_ask_tells_what_stands_there_twice() -> None:
    ask = {"rows": [{"person": "甲"}], "optional": [{"person": "乙"}], "exact": True}
    assert list(check._compared(ask, [*ROWS, ROWS[0]])) == ["2 times person=甲"]  # noqa: SLF001


def test_forbidden_row_is_told() -> None:
    assert said(never=[{"person": "乙"}]) == ["wrong person=乙, title=None"]


def test_quote_that_stands_on_no_page_is_told() -> None:
    rows = [{"quote": "区长 甲"}, {"quote": "区长乙"}, {"quote": None}]
    assert len(list(check._unquoted(rows, "区长甲到会"))) == 2  # noqa: SLF001


@pytest.mark.parametrize(("facts", "page"), FACTS, ids=[facts.stem for facts, _ in FACTS])
def test_people_of_the_facts_stand_on_the_page(facts: Path, page: Path) -> None:
    files = sorted(page.glob("*.txt")) if page.is_dir() else [page]
    text = "".join("".join(file.read_text("utf-8").split()) for file in files)
    asks = tomllib.loads(facts.read_text("utf-8"))["ask"]
    rows = [row for ask in asks for row in ask.get("rows", [])]
    names = {row[key] for row in rows for key in ("person", "participant") if key in row}
    assert len(names) > 10
    assert sorted(name for name in names if name not in text) == []


@pytest.mark.parametrize("facts", [facts for facts, _ in FACTS], ids=lambda path: path.stem)
def test_facts_use_only_the_words_that_the_check_knows(facts: Path) -> None:
    asks = tomllib.loads(facts.read_text("utf-8"))["ask"]
    words = {"query", "parameters", "rows", "optional", "exact", "never"}
    assert sorted({word for ask in asks for word in ask} - words) == []
    own = {ask["query"] for ask in asks if ask["query"].startswith("check/")}
    assert sorted(own - set(check.STATEMENTS)) == []
