"""Every lexicon says where it comes from, and holds each word once."""

from pathlib import Path

import pytest

from loaders import lexicons

FOLDER = Path(lexicons.__file__).parent
FILES = sorted([*FOLDER.glob("*.txt"), *FOLDER.glob("*.tsv")])


@pytest.mark.parametrize("file", FILES, ids=lambda one: one.name)
def test_the_first_line_names_the_source(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith("# Source: ")


@pytest.mark.parametrize("file", FILES, ids=lambda one: one.name)
def test_a_list_is_read_by_its_name(file: Path) -> None:
    found = lexicons.words(file.stem) if file.suffix == ".txt" else lexicons.rows(file.stem)
    assert found


@pytest.mark.parametrize("name", ["titles", "tails", "event_tails", "organ_forms", "role_verbs"])
def test_a_row_has_its_columns_and_stands_once(name: str) -> None:
    rows = lexicons.rows(name)
    assert all(len(row) in (2, 3) and all(row[:2]) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_a_list_that_does_not_exist_is_refused_in_a_sentence() -> None:
    with pytest.raises(lexicons.LexiconError, match=r"no lexicon nothing\.txt"):
        lexicons.words("nothing")


def test_the_readme_names_every_list() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [one.name for one in FILES if f"`{one.stem}`" not in readme] == []
