"""Which events an article gives, of which kind and day: those held, those announced, and rounds of inspection."""

import pytest

from graph.evidence import Article
from loaders.grammar import extract


def events(text: str, date: str = "2023-08-09") -> set[tuple[str, str, str]]:
    record = extract(Article(id="article-1", text=text, place="澜州市", date=date))
    return {(one.name, one.kind, one.date) for one in record.entities if one.type == "Event"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近日，云湖区招商引资推进会召开。", {("云湖区招商引资推进会", "meeting", "2023")}),
        (
            "第七届云湖博览会将于9月1日至3日在澜州市举办。",
            {("第七届云湖博览会", "other", "2023-09-01")},
        ),
        (
            "8月8日，市委第三轮巡察10个巡察组全部进驻。",
            {("市委第三轮巡察", "inspection", "2023-08-08")},
        ),
        (
            "市人大常委会近日启动安全生产法执法检查。8月8日，执法检查组听取汇报。",
            {("安全生产法执法检查", "inspection", "2023")},
        ),
        (
            "8月8日，云湖区召开全区干部大会，市委组织部副部长詹国栋宣布市委关于陆维桢任职的决定。",
            {("全区干部大会", "appointment", "2023-08-08")},
        ),
        (
            "8月8日，区里开展了读书会、书画展等多场主题活动。",
            {("读书会", "meeting", "2023-08-08"), ("书画展", "other", "2023-08-08")},
        ),
        (
            "8月7日，市委书记安怀瑾会见晨曦集团董事长罗景行。8月8日，市长詹国栋会见云岭集团董事长康立言。",
            {("会见", "meeting", "2023-08-07"), ("会见康立言", "meeting", "2023-08-08")},
        ),
        (
            "某某社澜州8月9日电 记者8日从全市防汛工作会议上获悉，各地已备足物资。",
            {("全市防汛工作会议", "meeting", "2023-08-08")},
        ),
    ],
)
def test_an_event_has_its_name_kind_and_day(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert events(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2013年首届云湖博览会举办后，云湖区的外贸额年年增长。",
        "各方提出尽早召开青年部长会议，加强信息分享。",
        "此举标志着云湖大桥工程8月8日全面启动。",
    ],
)
def test_what_is_no_event_of_the_article_gives_none(text: str) -> None:
    assert events(text) == set()


def test_early_in_a_year_lately_leaves_the_year_open() -> None:
    text = "近日，云湖区招商引资推进会召开。"
    assert events(text, "2023-01-05") == {("云湖区招商引资推进会", "meeting", "")}
