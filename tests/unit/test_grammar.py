"""The grammar as a whole: spans that re-read, one answer for one text, no text that breaks it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.evidence import Article, Record, verify
from loaders.grammar import extract

NEWS = (
    "3月8日上午，2024年澜州市第二生态环境保护督察组督察云湖区动员汇报会举行。"
    "市第二生态环境保护督察组组长尚文清、副组长谷雨霖，云湖区委书记陆维桢、区长宋砚秋出席会议。\n"
    "尚文清通报了督察工作安排。谷雨霖作督察工作部署。陆维桢作云湖区工作汇报，并表态发言。"
    "他指出，督察组进驻我区开展督察，是一次全面体检。\n"
    "本次督察组进驻时间为2024年3月8日至3月28日。"
    "晨曦重工集团落户云湖区多年，公司董事长罗景行表示，公司将加大投入。"
)


def record(text: str, **known: str) -> Record:
    kept, issues = verify(extract(Article(id="article-1", text=text, **known)))
    assert issues == []
    assert kept is not None
    return kept


def facts(one: Record) -> set[tuple[str, ...]]:
    names = {entity.id: entity.name for entity in one.entities}
    return {
        (names[r.source], r.type, names[r.target], r.title, r.role, r.valid_from, r.valid_to)
        for r in one.relations
    }


def test_a_whole_article_says_who_led_attended_and_inspected() -> None:
    team, event = (
        "澜州市第二生态环境保护督察组",
        "2024年澜州市第二生态环境保护督察组督察云湖区动员汇报会",
    )
    assert facts(record(NEWS)) == {
        ("尚文清", "LEADS", team, "组长", "", "", ""),
        ("谷雨霖", "DEPUTY_LEADS", team, "副组长", "", "", ""),
        ("陆维桢", "HOLDS", "云湖区委", "书记", "", "", ""),
        ("宋砚秋", "HOLDS", "云湖区", "区长", "", "", ""),
        ("罗景行", "HOLDS", "晨曦重工集团", "董事长", "", "", ""),
        ("尚文清", "ATTENDS", event, "", "通报", "", ""),
        ("谷雨霖", "ATTENDS", event, "", "部署", "", ""),
        ("陆维桢", "ATTENDS", event, "", "汇报", "", ""),
        ("宋砚秋", "ATTENDS", event, "", "出席", "", ""),
        (team, "INSPECTS", "云湖区", "", "", "2024-03-08", "2024-03-28"),
    }


def test_the_place_is_worked_out_from_the_text() -> None:
    assert record(NEWS).article.place == "澜州市云湖区"


def test_a_place_that_is_given_is_kept() -> None:
    assert record(NEWS, place="澜州市").article.place == "澜州市"


def test_an_area_s_committee_named_by_a_pointer_is_the_one_named_in_full() -> None:
    found = record("云湖区委召开会议。区委要求抓好落实。", place="澜州市云湖区")
    assert [one.name for one in found.entities if one.type == "PublicBody"] == ["云湖区委"]


def test_a_body_whose_area_is_open_stays_as_written() -> None:
    found = record("市委书记安怀瑾讲话。")
    assert [(one.name, one.resolved) for one in found.entities if one.type == "PublicBody"] == [
        ("市委", [])
    ]


def test_bylines_are_marked_and_take_no_part() -> None:
    found = record("云湖日报讯（记者 江一帆）3月8日，云湖区召开会议，区长宋砚秋出席会议。")
    assert {one.name: one.byline for one in found.entities if one.type == "Person"} == {
        "江一帆": True,
        "宋砚秋": False,
    }


@pytest.mark.parametrize("width", [15, 17, 20, 24])
def test_a_narrow_column_says_what_the_flat_text_says(width: int) -> None:
    paragraphs = NEWS.split("\n")
    lines = [
        one[at : at + width] for one in paragraphs for at in range(0, len(one), width)
    ]  # every line of a column but a paragraph's last is full
    assert facts(record("\n\n".join(lines))) == facts(record(NEWS))


def test_stray_spaces_inside_words_change_nothing() -> None:
    spaced = re.sub(r"(?<=[，。、])", " ", NEWS).replace("3月", "3 月 ")
    assert facts(record(spaced)) == facts(record(NEWS))


def test_every_quote_is_the_slice_that_it_names() -> None:
    found = record(NEWS)
    pieces = [piece for one in found.relations for piece in one.evidence]
    assert pieces
    assert all(found.article.text[one.start : one.stop] == one.quote for one in pieces)
    assert all(one.rule and 0 < one.confidence <= 1 for one in pieces)


def test_one_text_gives_one_record() -> None:
    assert extract(Article(id="a", text=NEWS)) == extract(Article(id="a", text=NEWS))


WORDS = st.sampled_from(
    [
        "云湖区委",
        "书记",
        "陆维桢",
        "、",
        "，",
        "。",
        "出席",
        "会议",
        "举行",
        "召开",
        "督察组",
        "进驻",
        "签约",
        "与",
        "晨曦集团",
        "任命",
        "为",
        "免去",
        "的",
        "职务",
        "局长",
        "（",
        "）",
        "“",
        "”",
        "\n",
        "在",
        "调研",
        "等企业",
        "将",
        "中共",
        "市",
        "区",
        "县",
        "3月8日",
        "李",
        "《",
        "》",
        "副",
        "党组",
        "主持",
        "",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_row_of_such_words_gives_a_record_that_keeps_the_contract(text: str) -> None:
    record(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_a_record_that_keeps_the_contract(text: str) -> None:
    record(text)
