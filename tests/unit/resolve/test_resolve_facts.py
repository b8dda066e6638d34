"""Fact edges: what they say is recomputed from their evidence, and every word can be re-read."""

from collections.abc import Callable

import pytest

from graph.evidence import Evidence, Record, Relation, verify
from graph.resolve import resolve
from graph.schema import EDGES, FACTS, Edge, Graph, Node

HERE = "临川市云湖区"
DISTRICT = ("District", "云湖区")


def edges(graph: Graph, kind: str) -> list[Edge]:
    return [one for one in graph.edges if one.type == kind]


def evidence(graph: Graph, edge: Edge) -> list[Node]:
    return [one for one in graph.nodes if one.properties.get("edge_id") == edge.id]


def only(graph: Graph, kind: str) -> Edge:
    (edge,) = edges(graph, kind)
    return edge


def signing(report: Callable[..., object], day: str, reported: str, source: str = "") -> Record:
    one = report(f"{day}，青禾科技与云湖区签约。", reported, HERE, source=source)
    event = one.name("Event", "签约", kind="signing", date=day)
    one.say(
        "SIGNS_WITH",
        one.name("Enterprise", "青禾科技"),
        one.name(*DISTRICT),
        "青禾科技与云湖区签约",
        event=event,
    )
    return one.record


def test_a_signing_is_stored_once_with_the_smaller_id_first(report: Callable[..., object]) -> None:
    edge = only(resolve([signing(report, "2024-03-12", "2024-03-13")]), "SIGNS_WITH")
    assert edge.source < edge.target
    assert edge.properties["date"] == "2024-03-12"
    assert edge.properties["date_min"] == edge.properties["date_max"] == "2024-03-12"
    assert str(edge.properties["event"]).startswith("event-")


def test_two_signings_on_two_days_are_two_edges(report: Callable[..., object]) -> None:
    records = [signing(report, day, day) for day in ("2024-03-12", "2024-09-12")]
    assert len(edges(resolve(records), "SIGNS_WITH")) == 2


def test_a_coarser_date_goes_with_the_only_day_that_it_fits(report: Callable[..., object]) -> None:
    records = [signing(report, day, "2024-03-20") for day in ("2024-03-12", "2024-03")]
    edge = only(resolve(records), "SIGNS_WITH")
    assert edge.properties["date"] == "2024-03-12"
    assert len(evidence(resolve(records), edge)) == 2


def test_a_reprint_counts_as_one_source_and_keeps_its_evidence(
    report: Callable[..., object],
) -> None:
    records = [
        signing(report, "2024-03-12", "2024-03-13", source=source) for source in ("甲报", "乙报")
    ]
    graph = resolve(records)
    edge = only(graph, "SIGNS_WITH")
    assert edge.properties["n_articles"] == 1
    assert len(evidence(graph, edge)) == 2


def test_two_texts_count_as_two(report: Callable[..., object]) -> None:
    first = signing(report, "2024-03-12", "2024-03-13")
    other = report("昨日，青禾科技与云湖区签订协议。", "2024-03-14", HERE)
    other.say(
        "SIGNS_WITH",
        other.name(*DISTRICT),
        other.name("Enterprise", "青禾科技"),
        date="2024-03-12",
    )
    edge = only(resolve([first, other.record]), "SIGNS_WITH")
    assert edge.properties["n_articles"] == 2
    assert edge.properties["first_reported"] == "2024-03-13"
    assert edge.properties["last_reported"] == "2024-03-14"
    assert edge.properties["article"] == first.article.id
    assert edge.properties["quote"] == "青禾科技与云湖区签约"


def test_a_post_has_the_status_of_its_latest_report(holder: Callable[..., Record]) -> None:
    reports = [
        ("2024-01-10", "appointed"), ("2024-03-01", ""), ("2024-02-01", "current"),
        ("2024-06-01", "removed"),
    ]  # fmt: skip
    records = [holder("王川", DISTRICT, "区长", day, status=status) for day, status in reports]
    edge = only(resolve(records), "HOLDS")
    assert edge.properties["status"] == "removed"
    assert edge.properties["attested_first"] == "2024-01-10"
    assert edge.properties["attested_last"] == "2024-03-01"


def test_an_appointment_after_a_removal_begins_a_second_tenure(
    holder: Callable[..., Record],
) -> None:
    reports = [("2022-01-10", ""), ("2022-06-01", "removed"), ("2024-01-10", "appointed")]
    records = [holder("王川", DISTRICT, "区长", day, status=status) for day, status in reports]
    found = edges(resolve(records), "HOLDS")
    assert sorted(str(one.properties["status"]) for one in found) == ["appointed", "removed"]


def test_the_day_of_an_appointment_and_of_a_removal_bound_the_tenure(
    report: Callable[..., object],
) -> None:
    records = []
    for day, status in (("2024-01-10", "appointed"), ("2024-06-01", "removed")):
        one = report(f"{day}，王川任免云湖区区长。", day, HERE)
        one.say(
            "HOLDS",
            one.name("Person", "王川"),
            one.name(*DISTRICT),
            title="区长",
            status=status,
            date=day,
        )
        records.append(one.record)
    edge = only(resolve(records), "HOLDS")
    assert edge.properties["valid_from"] == edge.properties["date_min"] == "2024-01-10"
    assert edge.properties["valid_to"] == edge.properties["date_max"] == "2024-06-01"


def test_a_post_belongs_to_its_body(holder: Callable[..., Record]) -> None:
    graph = resolve([holder("王川", ("PublicBody", "区委"), "书记", "2024-03-01")])
    names = {one.id: one.properties.get("name") for one in graph.nodes}
    of = only(graph, "OF")
    assert (names[of.source], names[of.target]) == ("云湖区委书记", "云湖区委")
    assert only(graph, "HOLDS").target == of.source


def test_a_stay_gives_its_days_and_takes_in_reports_within_it(
    report: Callable[..., object],
) -> None:
    records = []
    for dates in (
        {"valid_from": "2024-03-12", "valid_to": "2024-04-01"},
        {"date": "2024-03-20"},
        {},
    ):
        one = report(f"市第二督察组进驻云湖区。{dates}", "2024-03-21", HERE)
        team = one.name("InspectionTeam", "市第二督察组")
        one.say("INSPECTS", team, one.name(*DISTRICT), "市第二督察组进驻云湖区", **dates)
        records.append(one.record)
    edge = only(resolve(records), "INSPECTS")
    assert edge.properties["valid_from"] == "2024-03-12"
    assert edge.properties["date_max"] == "2024-04-01"


def test_an_attendance_takes_the_day_of_its_event_and_the_most_telling_role(
    report: Callable[..., object],
) -> None:
    one = report("区长王川出席会议。王川汇报工作。", "2024-03-13", HERE)
    person = one.name("Person", "王川")
    event = one.name("Event", "会议", kind="meeting", date="2024-03-12")
    one.say("ATTENDS", person, event, "区长王川出席会议", role="出席", order=2)
    one.say("ATTENDS", person, event, "王川汇报工作", role="汇报")
    edge = only(resolve([one.record]), "ATTENDS")
    assert edge.properties["date"] == edge.properties["date_min"] == "2024-03-12"
    assert edge.properties["role"] == "汇报"
    assert edge.properties["order"] == 2


def test_the_report_day_of_an_undated_article_is_its_latest_event(
    report: Callable[..., object],
) -> None:
    one = report("区长王川出席会议。", "", HERE)
    event = one.name("Event", "会议", kind="meeting", date="2024-03-12")
    one.say("ATTENDS", one.name("Person", "王川"), event)
    assert only(resolve([one.record]), "ATTENDS").properties["first_reported"] == "2024-03-12"


def test_a_sentence_is_healed_and_a_quote_is_not(report: Callable[..., object]) -> None:
    one = report("开会了。\n\n区长王\n\n川出席会议。", "2024-03-13", HERE)
    person = one.name("Person", "王\n\n川")
    event = one.name("Event", "会议", kind="meeting", date="2024-03-12")
    one.say("ATTENDS", person, event, "王\n\n川出席会议")
    graph = resolve([one.record])
    (piece,) = evidence(graph, only(graph, "ATTENDS"))
    assert piece.properties["quote"] == "王\n\n川出席会议"
    assert piece.properties["sentence"] == "区长王川出席会议。"


def test_evidence_in_a_title_reads_in_the_title(report: Callable[..., object]) -> None:
    one = report("会议举行。", "2024-03-13", HERE, title="王川出席会议")
    person = one.name("Person", "王川")
    event = one.name("Event", "会议", kind="meeting", date="2024-03-12")
    one.relations.append(
        Relation("ATTENDS", person, event, [Evidence(0, 6, "王川出席会议", where="title")])
    )
    graph = resolve([one.record])
    (piece,) = evidence(graph, only(graph, "ATTENDS"))
    assert piece.properties["in"] == "title"
    assert piece.properties["sentence"] == "王川出席会议"


def test_one_span_read_by_two_rules_is_one_piece_of_evidence(
    report: Callable[..., object],
) -> None:
    one = report("区长王川出席会议。", "2024-03-13", HERE)
    person = one.name("Person", "王川")
    event = one.name("Event", "会议", kind="meeting", date="2024-03-12")
    for rule, confidence in (("a", 0.5), ("b", 0.9)):
        one.say("ATTENDS", person, event)
        one.relations[-1].evidence[0].rule = rule
        one.relations[-1].evidence[0].confidence = confidence
    graph = resolve([one.record])
    (piece,) = evidence(graph, only(graph, "ATTENDS"))
    assert piece.properties["rule"] == "b"
    assert only(graph, "ATTENDS").properties["confidence"] == 0.9


def test_a_newer_version_of_the_extractor_changes_no_id(holder: Callable[..., Record]) -> None:
    old = holder("王川", DISTRICT, "区长", "2024-03-01")
    new, _ = verify(Record(old.article, old.entities, old.relations, "test 2"))
    assert new is not None
    assert [one.id for one in resolve([old]).nodes] == [one.id for one in resolve([new]).nodes]


@pytest.mark.parametrize("kind", FACTS)
def test_edge_ids_begin_with_their_type(kind: str, report: Callable[..., object]) -> None:
    one = report("甲乙。", "2024-03-01", HERE)
    ends = []
    for types in (EDGES[kind].sources, ("PublicBody",) if kind == "HOLDS" else EDGES[kind].targets):
        ends.append(one.name(types[0], "甲" if not ends else "乙"))
    one.say(kind, *ends, title="主任")
    assert only(resolve([one.record]), kind).id.startswith(kind.lower().replace("_", "-") + "-")
