"""Sync: both stores end up equal to the graph, and nothing is written twice."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.schema import Edge, Graph, Node, Value, digest
from graph.store import Store, WriteError
from graph.store.elements import line
from tests.conftest import StorePlace
from tests.contract.graph import sample


def lines(graph: Graph) -> list[str]:
    return [line(one) for one in (*graph.nodes, *graph.edges)]


def person(key: str = "person-1", **properties: Value) -> Node:
    return Node("Person", key, {"name": "林甲", **properties})


VISIT = Edge("VISITS", "visits-1", "person-1", "place-1", {"quote": "林甲来到东湖礼堂"})
PLACE = Node("Place", "place-1", {"name": "东湖礼堂"})


def test_the_store_gives_back_the_graph_in_canonical_order(store: Store) -> None:
    store.sync(sample(), "one")
    assert list(store.elements()) == [*sample().nodes, *sample().edges]
    assert list(store.dump()) == lines(sample())


def test_a_second_sync_writes_nothing_by_the_drivers_own_counters(store: Store) -> None:
    first = store.sync(sample(), "one")
    assert first.counters["nodes_created"] == len(sample().nodes) + 1  # and the marker
    second = store.sync(sample(), "one")
    assert not second.changed
    assert second.counters == {}


def test_only_what_differs_is_written(store: Store) -> None:
    store.sync(Graph((person(official=True), PLACE), (VISIT,)), "one")
    later = Edge("VISITS", "visits-1", "person-1", "place-1", {"quote": "林甲再到"})
    report = store.sync(Graph((person(official=False), PLACE), (later,)), "one")
    assert report.created == {}
    assert report.updated == {"Person": 1, "VISITS": 1}
    assert report.deleted == {}
    assert report.counters["nodes_created"] == 0
    assert report.counters["nodes_deleted"] == 0


def test_a_property_that_vanished_is_removed(store: Store) -> None:
    store.sync(Graph((person(aliases=["林某"], official=True),), ()), "one")
    store.sync(Graph((person(),), ()), "one")
    assert list(store.elements()) == [person()]
    assert store.read("MATCH (p:Person) RETURN p.aliases AS a, p.official AS o").rows == [
        {"a": None, "o": None}
    ]


def test_what_is_gone_from_the_graph_is_deleted(store: Store) -> None:
    store.sync(sample(), "one")
    report = store.sync(Graph((person(),), ()), "one")
    assert list(store.elements()) == [person()]
    assert sum(report.deleted.values()) == len(sample().nodes) + len(sample().edges)
    assert not store.sync(Graph((person(),), ()), "one").changed


def test_a_node_may_become_another_type(store: Store) -> None:
    store.sync(Graph((Node("Enterprise", "x-1", {"name": "晴空"}),), ()), "one")
    store.sync(Graph((Node("Organization", "x-1", {"name": "晴空"}),), ()), "one")
    assert [one.type for one in store.elements()] == ["Organization"]


def test_an_edge_may_get_other_ends(store: Store) -> None:
    nodes = (person(), person("person-2"), PLACE)
    store.sync(Graph(nodes, (VISIT,)), "one")
    moved = Edge("VISITS", "visits-1", "person-2", "place-1", VISIT.properties)
    store.sync(Graph(nodes, (moved,)), "one")
    assert list(store.elements())[-1] == moved


def test_two_edges_of_one_type_between_two_nodes_stay_two(store: Store) -> None:
    again = Edge("VISITS", "visits-2", "person-1", "place-1", {"quote": "林甲再到东湖礼堂"})
    graph = Graph((person(), PLACE), (VISIT, again))
    store.sync(graph, "one")
    assert list(store.dump()) == lines(graph)


def test_an_edge_without_its_nodes_is_refused_and_nothing_of_its_batch_is_written(
    store: Store,
) -> None:
    with pytest.raises(WriteError, match="needs both of its nodes"):
        store.sync(Graph((person(),), (VISIT,)), "one")
    assert list(store.elements()) == [person()]


def test_half_a_character_is_refused_in_a_sentence(store: Store) -> None:
    with pytest.raises(WriteError, match="half a character"):
        store.sync(Graph((person(name="林\ud800"),), ()), "one")


def test_a_strangers_nodes_survive_and_are_not_ours(store: Store, store_place: StorePlace) -> None:
    store.sync(sample(), "one")
    with store_place.driver() as driver, driver.session(database=store_place.database) as session:
        session.run("CREATE (n:Note {text: '请勿删除'})").consume()
        session.run("CREATE (n:Person {id: 'stranger', name: '外人'})").consume()
        session.run("MATCH (n:Person {id: 'zhou'}), (m:Note) CREATE (n)-[:NOTED]->(m)").consume()
        session.run("MATCH (n:Person {id: 'zhou'}) SET n.colour = 'red'").consume()
    assert not store.sync(sample(), "one").changed
    assert list(store.dump()) == lines(sample())
    assert store.counts()[0]["Person"] == 8
    store.sync(Graph((), ()), "one")
    left = "MATCH (n) WHERE NOT n:Workspace RETURN coalesce(n.name, n.text) AS it ORDER BY it"
    assert [row["it"] for row in store.read(left).rows] == ["外人", "请勿删除"]


def test_what_a_stranger_added_to_our_node_survives_a_change(
    store: Store, store_place: StorePlace
) -> None:
    store.sync(Graph((person(),), ()), "one")
    with store_place.driver() as driver, driver.session(database=store_place.database) as session:
        session.run("MATCH (n:Person) SET n.colour = 'red'").consume()
    store.sync(Graph((person(official=True),), ()), "one")
    assert store.read("MATCH (n:Person) RETURN n.colour AS c, n.official AS o").rows == [
        {"c": "red", "o": True}
    ]


def test_every_element_carries_its_digest(store: Store) -> None:
    store.sync(Graph((person(), PLACE), (VISIT,)), "one")
    row = store.read("MATCH (p:Person)-[e:VISITS]->() RETURN p.digest AS p, e.digest AS e").rows[0]
    assert row["p"] == digest(person().properties)
    assert row["e"] == digest(VISIT.properties, "person-1", "place-1")


def test_counts_are_by_type_in_schema_order(store: Store) -> None:
    store.sync(sample(), "one")
    nodes, edges = store.counts()
    assert list(nodes)[:3] == ["Person", "InspectionTeam", "District"]
    assert sum(nodes.values()) == len(sample().nodes)
    assert sum(edges.values()) == len(sample().edges)


def test_names_are_found_by_chinese_by_pinyin_and_by_initials(store: Store) -> None:
    store.sync(sample(), "one")
    assert store.search("林静") == ["林静安"]
    assert store.search("linj") == ["林静安"]
    assert store.search("LJA") == ["林静安"]
    assert store.search("yun xi") == ["云溪区"]
    assert store.search("督察组") == ["青岚市第一督察组", "青岚市第二督察组"]
    assert store.search("云溪区")[0] == "云溪区"
    assert store.search("林") == ["林书记", "林静安"]
    assert store.search("((( \" ' * AND") == []


anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(anything, min_size=1, max_size=5, unique=True))
def test_any_text_comes_back_as_it_went_in(store: Store, texts: list[str]) -> None:
    nodes = [
        Node("Article", f"article-{n}", {"title": text, "authors": texts})
        for n, text in enumerate(texts)
    ]
    store.sync(Graph(tuple(nodes), ()), "one")
    assert list(store.elements()) == nodes
