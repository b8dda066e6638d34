"""Lists that are not sentences: rosters, tables and programmes, as they stand and with blank lines between."""

from pathlib import Path

import pytest

from graph.evidence import Article, verify
from graph.evidence.heal import heal
from loaders.grammar import extract

GOLD = Path(__file__).parent.parent / "gold" / "lists.txt"
TYPES = ("HOLDS", "ATTENDS", "ORGANIZES", "HELD_IN")
SETTINGS = {"as published": "\n", "with blank lines": "\n\n"}


def blocks() -> list[tuple[str, str, set[str]]]:
    found = []
    for block in GOLD.read_text(encoding="utf-8").split("### ")[1:]:
        name, rest = block.split("\n", 1)
        text, facts = rest.rsplit("=\n", 1)
        found.append((name, text.rstrip("\n"), set(facts.split("\n")) - {""}))
    return found


def said(text: str) -> set[str]:
    record, issues = verify(extract(Article(id="article-1", text=text)))
    assert record is not None
    assert issues == []
    names = {one.id: one.name for one in record.entities}
    found = set()
    for one in record.relations:
        if one.type in TYPES:
            parts = [names[one.source], one.type, names[one.target]]
            parts += [one.title] if one.type == "HOLDS" else []
            parts += [one.role] if one.type == "ATTENDS" else []
            found.add("|".join(parts))
    return found


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize(("name", "text", "expected"), blocks(), ids=[one[0] for one in blocks()])
def test_a_list_says_what_its_gold_block_says(
    name: str, text: str, expected: set[str], setting: str
) -> None:
    assert name
    assert said(text.replace("\n", SETTINGS[setting])) == expected


def test_a_third_of_the_blocks_say_nothing() -> None:
    found = blocks()
    assert sum(not one[2] for one in found) * 3 >= len(found)


def test_lines_of_a_list_stay_lines_and_keep_the_gaps_between_cells() -> None:
    text = (
        "主　任：许明远　区委副书记、区长\n副主任：陈立新　区委常委、副区长\n　　　　周文博　副区长"
    )
    assert heal(text).text == (
        "主任：许明远 区委副书记、区长\n副主任：陈立新 区委常委、副区长\n周文博 副区长"
    )


def test_a_row_that_a_narrow_column_cuts_is_one_row() -> None:
    text = (
        "姓名　职务\n许明远　云湖区人民政府副\n区长\n陈立新　云湖区人民政府副\n区长\n周文博　局长"
    )
    assert "许明远 云湖区人民政府副区长\n" in heal(text).text


def test_running_text_in_a_narrow_column_is_still_joined() -> None:
    text = "昨天上午云湖区召开会议，区委\n书记许明远出席，区长陈立新主\n持会议并讲话，会议部署工作，\n要求各镇抓好落实工作。"
    assert "\n" not in heal(text).text
