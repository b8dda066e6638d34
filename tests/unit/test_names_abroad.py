"""Abroad and listed: places of other countries, 中国 beside them, and short forms that only their list gives away."""

import pytest

from graph.evidence import Article
from loaders.grammar import extract


def areas(text: str) -> set[str]:
    """Give every name of the districts that a text names."""
    record = extract(Article(id="", title="", text=text, date="2024-05-06"))
    districts = [one for one in record.entities if one.type == "District"]
    return {name for one in districts for name in (one.name, *one.aliases, *one.resolved)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("代表团访问格鲁吉亚，从第比利斯前往巴统。", {"第比利斯", "格鲁吉亚"}),
        ("工厂建在美国密歇根州，中国和美国的企业参加。", {"密歇根州", "美国", "中国"}),
        ("事情发生在法国东南部德龙省。", {"德龙省", "法国"}),
        ("闽侯、永泰、南靖等三个县受到表彰。", {"闽侯", "永泰", "南靖", "闽侯县"}),
        ("柳浦、东渡等镇遭受暴雨。", {"柳浦镇", "东渡镇"}),
    ],
)
def test_places_abroad_and_in_lists_are_found(text: str, expected: set[str]) -> None:
    assert expected <= areas(text)


@pytest.mark.parametrize(
    ("text", "vetoed"),
    [
        ("共建美丽中国，创新强市。", "中国"),
        ("共建美丽中国，创新强市。", "创新强市"),
        ("罗丹尼斯介绍了黄河内的情况。", "尼斯"),
        ("朝鲜半岛局势。", "朝鲜"),
        ("中非合作论坛举行。", "中非"),
    ],
)
def test_words_that_only_look_like_places_are_left_alone(text: str, vetoed: str) -> None:
    assert vetoed not in areas(text)
