"""From when to when a team stays, and on which day a trip was made."""

import pytest

from graph.evidence import Article
from loaders.grammar import extract

STAYS = [
    ("巡视组自3月25日起在澜州市开展工作，6月8日结束。", "2025-03-25", "2025-06-08"),
    ("督导组在云湖区的工作时间为5月12日至5月30日。", "2025-05-12", "2025-05-30"),
    ("5月12日至30日，市督查组将进驻云湖区开展督查。", "2025-05-12", "2025-05-30"),
    ("市督查组自5月12日起进驻云湖区，为期12天。", "2025-05-12", "2025-05-23"),
    ("市督查组5月7日起进驻云湖区，开展为期一个月的督查。", "2025-05-07", "2025-06"),
    ("5月12日，市督查组进驻云湖区，5月30日结束。", "2025-05-12", "2025-05-30"),
    ("市督查组（以下简称“督查组”）5月12日进驻云湖区，为期12天。", "2025-05-12", "2025-05-23"),
    ("5月12日，市督查组进驻云湖区。督查为期10天。", "2025-05-12", "2025-05-21"),
    ("5月12日，市督查组进驻云湖区。5月20日，全区运动会结束。", "", ""),
    ("市督查组自5月12日起进驻云湖区，为期约12天。", "2025-05-12", ""),
    ("市督查组进驻云湖区。督查组受理电话的时间为5月12日至30日。", "", ""),
]


@pytest.mark.parametrize(("text", "begins", "ends"), STAYS)
def test_a_stay_has_the_days_that_the_text_states(text: str, begins: str, ends: str) -> None:
    article = Article(id="article-1", text=text, place="澜州市云湖区", date="2025-06-09")
    found = [one for one in extract(article).relations if one.type == "INSPECTS"]
    assert [(one.valid_from, one.valid_to) for one in found] == [(begins, ends)]


def test_a_notice_before_the_stay_is_only_a_plan() -> None:
    text = "5月12日至30日，市督查组将进驻云湖区开展督查。"
    article = Article(id="article-1", text=text, place="澜州市云湖区", date="2025-05-10")
    assert [one for one in extract(article).relations if one.type == "INSPECTS"] == []


def test_a_trip_before_a_meeting_was_made_on_its_day() -> None:
    text = "11月10日，云湖区防汛现场会召开。会前，副区长高远来到柳浦村，实地查看堤防。"
    article = Article(id="article-1", text=text, place="澜州市云湖区", date="2023-11-12")
    visits = [one for one in extract(article).relations if one.type == "VISITS"]
    assert [one.date for one in visits] == ["2023-11-10"]
