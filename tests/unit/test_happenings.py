"""Events: their kinds, days and names, where the title alone names them, and no text that holds them up."""

import time

import pytest

from graph.evidence import Article, Entity, Record, verify
from loaders.grammar import extract

PLACE = "澜州市云湖区"


def record(text: str, title: str = "", date: str = "2024-03-09") -> Record:
    article = Article(id="article-1", text=text, title=title, place=PLACE, date=date)
    kept, issues = verify(extract(article))
    assert issues == []
    assert kept is not None
    return kept


def events(one: Record) -> list[Entity]:
    return [entity for entity in one.entities if entity.type == "Event"]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("3月8日，云湖区产业大会暨项目签约仪式举行。", "signing", "2024-03-08"),
        ("3月8日，云湖区技能大赛启动仪式暨座谈会举行。", "ceremony", "2024-03-08"),
        ("昨日，区政府新闻办召开新闻发布会。", "press", "2024-03-08"),
        ("近日，云湖区召开防汛工作会议。", "meeting", "2024"),
        ("“聚势而行”2024年云湖区招商推介会3月8日在云湖会堂举行。", "meeting", "2024-03-08"),
        ("3月8日，2024云湖产业发展大会在滨江新城开幕。", "meeting", "2024-03-08"),
        ("3月8日，云湖区人大常委会举行第五次会议，任命了一批干部。", "appointment", "2024-03-08"),
        (
            "（3月8日云湖区第五届人大常委会第六次会议通过）任命：李一鸣为云湖区教育局局长。",
            "appointment",
            "2024-03-08",
        ),
        (
            "经3月8日云湖区人大常委会第六次会议决定，任命李一鸣为区教育局局长。",
            "appointment",
            "2024-03-08",
        ),
        ("3月8日，云湖大桥正式通车。", "other", "2024-03-08"),
        ("3月8日，云湖区数据交易中心揭牌。", "ceremony", "2024-03-08"),
    ],
)
def test_an_event_has_its_most_specific_kind_and_its_own_day(
    text: str, kind: str, day: str
) -> None:
    assert [(one.kind, one.date) for one in events(record(text))] == [(kind, day)]


def test_an_event_that_only_the_title_names_is_quoted_from_the_title() -> None:
    told = record(
        "区委书记陆维桢在会上讲话。区长宋砚秋主持会议。", title="云湖区委召开全区教育工作会议"
    )
    names = {one.id: one.name for one in told.entities}
    said = {(names[r.source], r.type, r.role, r.evidence[0].where) for r in told.relations}
    assert [one.name for one in events(told)] == ["全区教育工作会议"]
    assert ("区委", "ORGANIZES", "", "title") in said
    assert ("宋砚秋", "ATTENDS", "主持", "text") in said


def test_a_title_adds_nothing_where_the_text_names_the_event() -> None:
    told = record("3月8日，全区教育工作会议召开。", title="云湖区召开全区教育工作会议")
    assert [one.type for one in told.relations] == []


def test_the_order_of_a_list_and_its_heading_are_kept() -> None:
    told = record("3月8日，全区教育工作会议召开。区领导陆维桢、宋砚秋、韩致远出席。")
    attended = [one for one in told.relations if one.type == "ATTENDS"]
    assert [(one.order, one.listed_as) for one in attended] == [
        (1, "区领导"), (2, "区领导"), (3, "区领导"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "在" * 40 + "县里",
        "今日上午在由于召开",
        "陆维桢作了出",
        "同志也还分别就对为",
        "区委召开会议由",
    ],
)
def test_no_row_of_words_takes_long(text: str) -> None:
    began = time.perf_counter()
    record(text * (4000 // len(text)))
    assert time.perf_counter() - began < 5


def test_what_was_lately_in_the_first_days_of_a_year_may_be_of_the_year_before() -> None:
    (found,) = events(record("近日，云湖区召开防汛工作会议。", date="2024-01-05"))
    assert found.date == ""
