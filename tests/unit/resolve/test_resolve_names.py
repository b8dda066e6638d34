"""Names: every text by which a thing can be looked up, and none that only points."""

from collections.abc import Callable

import pytest

from graph.evidence import Record
from graph.resolve import resolve
from graph.resolve.pinyin import search_text
from graph.schema import Graph

HERE = "上海市徐汇区"


def named(graph: Graph) -> dict[str, list[tuple[str, str]]]:
    """Give for each text what it names: kind of name and name of the entity."""
    nodes = {one.id: one.properties for one in graph.nodes}
    found: dict[str, list[tuple[str, str]]] = {}
    for edge in graph.edges:
        if edge.type == "NAMES":
            text = str(nodes[edge.source]["text"])
            entity = str(nodes[edge.target]["name"])
            found.setdefault(text, []).append((str(edge.properties["kind"]), entity))
    return found


@pytest.fixture
def graph(report: Callable[..., object]) -> Graph:
    one = report(
        "徐汇区我区区委徐汇区委市政府市第一督察组2023年上海市第一督察组督察组青禾公司该公司"
        "王川座谈会动员汇报会会议",
        "2023-11-15",
        HERE,
    )
    one.name("District", "徐汇区", "我区")
    one.name("PublicBody", "徐汇区委", "区委")
    one.name("PublicBody", "市政府")
    one.name("InspectionTeam", "2023年上海市第一督察组", "市第一督察组", "督察组")
    one.name("Enterprise", "青禾公司", "该公司")
    one.name("Person", "王川", "王主任")
    one.name("Event", "动员汇报会", "会议", kind="meeting", date="2023-11-13")
    one.name("Event", "座谈会", kind="meeting", date="2023-11-14")
    record: Record = one.record
    return resolve([record])


@pytest.mark.parametrize(
    ("text", "kind", "entity"),
    [
        ("徐汇区", "full", "徐汇区"),
        ("上海市徐汇区", "full", "徐汇区"),
        ("徐汇", "short", "徐汇区"),
        ("徐汇区委", "full", "徐汇区委"),
        ("上海市徐汇区委", "short", "徐汇区委"),
        ("徐汇区委员会", "full", "徐汇区委"),
        ("上海市政府", "full", "上海市政府"),
        ("上海市第一督察组", "full", "上海市第一督察组"),
        ("市第一督察组", "alias", "上海市第一督察组"),
        ("2023年上海市第一督察组", "alias", "上海市第一督察组"),
        ("青禾公司", "full", "青禾公司"),
        ("王川", "full", "王川"),
        ("动员汇报会", "full", "动员汇报会"),
    ],
)
def test_an_entity_is_found_by(graph: Graph, text: str, kind: str, entity: str) -> None:
    assert named(graph)[text] == [(kind, entity)]


@pytest.mark.parametrize(
    "text", ["我区", "区委", "市政府", "督察组", "该公司", "王主任", "会议", "座谈会"]
)
def test_a_word_that_only_points_is_no_name(graph: Graph, text: str) -> None:
    assert text not in named(graph)


def test_namesakes_share_one_name(holder: Callable[..., Record]) -> None:
    graph = resolve(
        [
            holder("王川", ("District", "徐汇区"), "副区长", "2024-03-01", place=HERE),
            holder("王川", ("Organization", "实验小学"), "教师", "2024-03-02", place=HERE),
        ]
    )
    assert named(graph)["王川"] == [("full", "王川"), ("full", "王川")]
    assert [one.properties["text"] for one in graph.nodes if one.type == "Name"].count("王川") == 1


def test_a_post_is_found_by_its_body_and_title(holder: Callable[..., Record]) -> None:
    graph = resolve([holder("王川", ("PublicBody", "区委"), "书记", "2024-03-01", place=HERE)])
    assert named(graph)["徐汇区委书记"] == [("full", "徐汇区委书记")]


@pytest.mark.parametrize(
    ("text", "person", "words"),
    [
        ("徐汇区", False, ["徐汇区", "xuhuiqu", "xu", "hui", "qu", "xhq"]),
        ("缪钧", True, ["miaojun", "miao", "mj"]),
        ("单立", True, ["shanli", "sl", "danli"]),
        ("欧阳川", True, ["ouyangchuan", "oyc"]),
        ("尉迟川", True, ["yuchichuan", "ycc"]),
        ("重药集团", False, ["chongyaojituan", "zhongyaojituan", "cyjt", "zyjt"]),
        ("3M公司", False, ["3mgongsi", "3m", "3gs"]),
        ("阿不都·热合曼", True, ["abudoureheman", "abdrhm"]),
        ("Hello", False, ["Hello"]),
    ],
)
def test_search_reads_characters_pinyin_and_initials(
    text: str, person: bool, words: list[str]
) -> None:
    found = search_text(text, person=person).split(" ")
    assert [word for word in words if word not in found] == []


def test_a_long_name_has_few_readings() -> None:
    assert len(search_text("上海市第一生态环境保护督察组").split(" ")) < 25
