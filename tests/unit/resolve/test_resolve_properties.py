"""What holds for any records: order and repetition change nothing, evidence can be re-read."""

import random
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.evidence import Article, Entity, Evidence, Record, Relation, article_id, verify
from graph.resolve import resolve
from graph.schema import ENTITIES, FACTS, Graph

PEOPLE = ("王川", "王川", "李山", "周原")
BODIES = (
    ("District", "云湖区", "副区长"),
    ("District", "柳浦镇", "镇长"),
    ("District", "鼓楼区", "区长"),
    ("PublicBody", "区委", "书记"),
    ("PublicBody", "云湖区教育局", "局长"),
    ("PublicBody", "市委", "常委"),
    ("Enterprise", "青禾科技", "董事长"),
    ("Organization", "实验小学", "教师"),
)
PLACES = ("临川市云湖区", "临川市青溪县", "福建省福州市", "")
DAYS = st.sampled_from(["", "2023-12-30", "2024-01-05", "2024-01-20", "2024-06", "2025"])
EVENTS = ("座谈会", "集中签约仪式", "动员汇报会")


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw one article in which up to three people hold posts, attend, lead and visit."""
    parts: list[str] = []
    entities: list[Entity] = []
    relations: list[Relation] = []

    def name(type_: str, form: str, **known: str) -> str:
        start = sum(map(len, parts))
        parts.append(form)
        key = f"e{len(entities) + 1}"
        entities.append(Entity(key, type_, form, [], [(start, start + len(form))], **known))
        return key

    def say(kind: str, source: str, target: str, **known: str) -> None:
        text = "".join(parts)
        start = entities[int(source[1:]) - 1].mentions[0][0]
        start, stop = min(start, entities[int(target[1:]) - 1].mentions[0][0]), len(text)
        piece = Evidence(start, stop, text[start:stop], rule="drawn")
        relations.append(Relation(kind, source, target, [piece], **known))

    event = name("Event", draw(st.sampled_from(EVENTS)), kind="meeting", date=draw(DAYS))
    for _ in range(draw(st.integers(1, 3))):
        kind, form, title = draw(st.sampled_from(BODIES))
        body = name(kind, form)
        person = name("Person", draw(st.sampled_from(PEOPLE)))
        status = draw(st.sampled_from(["", "current", "appointed", "removed", "former"]))
        say("HOLDS", person, body, title=title, status=status, date=draw(DAYS))
        if draw(st.booleans()):
            say(
                "ATTENDS",
                person,
                event,
                role="出席",
                listed_as=draw(st.sampled_from(["", "区领导"])),
            )
        if draw(st.booleans()):
            say("VISITS", person, body, date=draw(DAYS))
    text = "".join(parts) + "。"
    date, place = draw(DAYS), draw(st.sampled_from(PLACES))
    source = draw(st.sampled_from(["甲报", "乙报"]))
    article = Article(article_id(text, "", date, source), text, "", date, source, "", place)
    record, issues = verify(Record(article, entities, relations, "drawn"))
    assert record is not None
    assert issues == []
    return record


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(records(), min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(found: list[Record], chance: random.Random) -> None:
    graph = resolve(found)
    shuffled = [*found, *found[:2]]
    chance.shuffle(shuffled)
    assert resolve(shuffled) == graph


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(records(), min_size=1, max_size=7))
def test_every_fact_can_be_re_read_and_every_end_exists(found: list[Record]) -> None:
    graph = resolve(found)
    check(graph)


def check(graph: Graph) -> None:
    nodes = {one.id: one for one in graph.nodes}
    assert len(nodes) == len(graph.nodes)
    assert max(Counter(one.id for one in graph.edges).values(), default=1) == 1
    supported = set()
    for node in graph.nodes:
        if node.type == "Evidence":
            article = nodes[str(node.properties["article"])].properties
            start, stop = int(str(node.properties["start"])), int(str(node.properties["stop"]))
            where = str(article.get(str(node.properties["in"]), ""))
            assert where[start:stop] == node.properties["quote"]
            supported.add(node.properties["edge_id"])
        if node.type in ENTITIES:
            assert node.properties["name"]
            assert next(iter(node.properties["all_ids"])) == node.id  # type: ignore[arg-type]
    for edge in graph.edges:
        assert edge.source in nodes
        assert edge.target in nodes
        if edge.type in FACTS:
            assert edge.id in supported
            assert edge.properties["quote"]
            assert edge.properties["n_articles"]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(records(), min_size=2, max_size=7))
def test_a_person_has_a_reason_for_every_join(found: list[Record]) -> None:
    for node in resolve(found).nodes:
        if node.type == "Person":
            assert (len(set(node.properties["all_ids"])) > 1) == ("reasons" in node.properties)  # type: ignore[arg-type]


def test_no_records_give_an_empty_graph() -> None:
    assert resolve([]) == Graph((), ())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(records(), min_size=2, max_size=7))
def test_two_persons_of_one_article_are_never_one(found: list[Record]) -> None:
    graph = resolve(found)
    people = {one.id for one in graph.nodes if one.type == "Person"}
    for record in found:
        if sum(one.article.id == record.article.id for one in found) > 1:
            continue  # drawn twice, with other relations
        named = [one for one in record.entities if one.type == "Person"]
        mentioned = {
            edge.target
            for edge in graph.edges
            if edge.type == "MENTIONS" and edge.source == record.article.id
        }
        assert len(mentioned & people) == len(named)
