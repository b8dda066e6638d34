"""Every saved query, asked of the invented graph on both stores, gives its golden answer."""

import json
import os
from pathlib import Path

import pytest

import queries
from graph.store import Store

HERE = Path(__file__).parent / "queries"
ASKED: list[tuple[str, dict[str, str]]] = [
    ("people/leaders_of", {"team": "督察组"}),
    ("people/leaders_of", {"team": "team-2"}),
    ("people/leaders_of", {"team": "第九督察组"}),
    ("people/posts_of", {"person": "林知远"}),
    ("people/posts_of", {"person": "邵文澜"}),
    ("people/posts_of", {"person": "沈𬱖"}),
    ("people/holders_of", {"body": "青禾区"}),
    ("people/holders_of", {"body": "区委"}),
    ("people/paths_between", {"a": "林知远", "b": "江念慈"}),
    ("people/paths_between", {"a": "邵文澜", "b": "云岭大学"}),
    ("people/paths_between", {"a": "person-lin-a", "b": "person-lin-b"}),
    ("people/paths_between", {"a": "高望舒", "b": "高望舒"}),
    ("people/paths_between", {"a": "高望舒", "b": "无此人"}),
    ("bodies/posts", {"body": "青禾区"}),
    ("bodies/visitors", {"body": "青穗科技"}),
    ("activity/attendance", {"from": "2024-04-02", "to": "2024-04-02"}),
    ("activity/attendance", {"from": "2024-04-10", "to": "2024"}),
    ("activity/attendance", {"from": "2023", "to": "2023"}),
    ("activity/inspections_of", {"district": "青禾区"}),
    ("activity/inspections_of", {"district": "云岭市"}),
    ("activity/inspections_of", {"district": "白鹭县"}),
    ("activity/events_at", {"place": "青禾区"}),
    ("activity/events_at", {"place": "石桥广场"}),
    ("activity/signings_with", {"party": "青禾区"}),
    ("activity/signings_with", {"party": "青穗科技"}),
    ("evidence/of_edge", {"edge": "leads-1"}),
    ("evidence/of_edge", {"edge": "leads-9"}),
    ("evidence/articles", {}),
    ("quality/contradictions", {}),
    ("quality/namesakes", {}),
    ("quality/unlinked", {}),
]


@pytest.mark.parametrize("name", sorted({name for name, _ in ASKED}))
def test_a_query_gives_its_golden_answer(asked: Store, name: str) -> None:
    answers = [
        {"given": given, "rows": queries.run(asked, name, given).rows}
        for one, given in ASKED
        if one == name
    ]
    golden = HERE / f"{name.replace('/', '.')}.json"
    if os.environ.get("GOVGRAPH_UPDATE_GOLDEN"):
        golden.write_text(json.dumps(answers, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert answers == json.loads(golden.read_text("utf-8"))


def test_every_query_has_a_golden_answer() -> None:
    assert {name for name, _ in ASKED} == {one.name for one in queries.catalogue()}


def test_an_empty_answer_still_has_its_columns(asked: Store) -> None:
    found = queries.run(asked, "people/leaders_of", {"team": "第九督察组"})
    assert not found.rows
    assert found.columns[:3] == ("person", "title", "edge")


def test_every_row_has_exactly_the_declared_columns(asked: Store) -> None:
    for name, given in ASKED:
        found = queries.run(asked, name, given)
        assert all(tuple(row) == found.columns for row in found.rows)


def test_an_id_that_an_entity_once_had_still_answers(asked: Store) -> None:
    now = queries.run(asked, "people/posts_of", {"person": "person-jiang"}).rows
    assert now
    assert queries.run(asked, "people/posts_of", {"person": "person-0ld"}).rows == now


def test_a_name_that_nothing_bears_is_reported_with_near_ones(asked: Store) -> None:
    given = {"a": "青禾区", "b": "青穗科枝"}
    assert queries.unknown_names(asked, "people/paths_between", given) == {
        "青穗科枝": queries.suggest(asked, "青穗科枝")
    }
    assert "青穗科技" in queries.suggest(asked, "青穗科枝")


def test_an_id_is_a_known_name(asked: Store) -> None:
    assert queries.unknown_names(asked, "people/posts_of", {"person": "person-gao"}) == {}
