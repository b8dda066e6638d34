"""A quote holds both ends of its fact, or a word that stands for one, and is no longer than that."""

import pytest

from graph.evidence import Article
from loaders.grammar import extract

TOLD = {
    "the event is named in the sentence before": (
        "3月5日，云湖区安全生产推进会在区会议中心召开。区长林知远主持。",
        "ATTENDS",
        ["云湖区安全生产推进会在区会议中心召开。区长林知远主持"],
    ),
    "a short form stands for the event": (
        "3月5日，云湖区安全生产推进会在区会议中心召开。区长林知远主持会议。",
        "ATTENDS",
        ["林知远主持会议"],
    ),
    "a title names the level of its body": (
        "3月5日，云湖区召开安全生产推进会。区长林知远主持会议。",
        "HOLDS",
        ["区长林知远"],
    ),
    "the word right after the verb stands for the event": (
        "3月5日，区长林知远到云湖区东渡镇调研防汛工作。林知远一行察看了南塘河闸。区水务局负责人参加调研。",
        "ATTENDS",
        ["区水务局负责人参加调研"],
    ),
    "a removal is quoted with its verb": (
        "云湖区人大常委会决定：免去林知远的云湖区副区长职务；任命何清越为云湖区教育局局长。",
        "HOLDS",
        ["免去林知远的云湖区副区长职务", "任命何清越为云湖区教育局局长"],
    ),
    "a list of the second sentence begins where a word stands for the team": (
        "3月5日，市委第一巡察组进驻云湖区，对区教育局等单位开展巡察。本轮巡察将对区水务局开展常规巡察。",
        "INSPECTS",
        [
            "市委第一巡察组进驻云湖区",
            "市委第一巡察组进驻云湖区，对区教育局",
            "本轮巡察将对区水务局",
        ],
    ),
    "the summary names an event that the text tells of much later": (
        "一周要闻：云湖茶博会开幕；" + "各镇街有序推进春耕生产，" * 20 + "农户忙碌。\n"
        "3月5日，云湖茶博会在云湖会展中心开幕。",
        "HELD_IN",
        ["云湖茶博会在云湖会展中心开幕"],
    ),
}


@pytest.mark.parametrize(("text", "kind", "quotes"), TOLD.values(), ids=TOLD.keys())
def test_the_quote_is_the_shortest_that_states_the_fact(
    text: str, kind: str, quotes: list[str]
) -> None:
    record = extract(Article("a", text, date="2024-03-06", place="云湖区"))
    told = [one.evidence[0].quote for one in record.relations if one.type == kind]
    assert told == quotes
