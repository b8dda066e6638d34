"""Verification: what holds of a record goes in, the rest is refused with a reason each."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.evidence import Article, Entity, Evidence, Record, Relation, verify

TEXT = "5月8日，督导组组长沈知远出席动员会，区长林秋主持会议。"


def span(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


def evidence(words: str) -> Evidence:
    start, stop = span(words)
    return Evidence(start, stop, words)


def record() -> Record:
    return Record(
        Article("a1", TEXT, title="动员会举行", date="2024-05-09", file="page.txt"),
        [
            Entity("e1", "Person", "沈知远", mentions=[span("沈知远")]),
            Entity("e2", "InspectionTeam", "督导组", mentions=[span("督导组")]),
            Entity("e3", "Event", "动员会", kind="meeting", date="2024-05-08"),
            Entity("e4", "Person", "林秋", mentions=[span("林秋")]),
            Entity("e5", "District", "云湖区"),
        ],
        [
            Relation("LEADS", "e1", "e2", [evidence("督导组组长沈知远")], title="组长"),
            Relation("ATTENDS", "e4", "e3", [evidence("动员会，区长林秋主持")], role="主持"),
            Relation("HOLDS", "e4", "e5", [evidence("区长林秋")], title="区长", status="current"),
        ],
    )


def test_a_record_that_keeps_the_contract_goes_in_whole() -> None:
    kept, issues = verify(record(), "page.txt", 3)
    assert issues == []
    assert kept == record()


WHOLE: list[tuple[Callable[[Record], Record], str]] = [
    (lambda one: msgspec.structs.replace(one, govgraph=2), "format version 2"),
    (lambda one: msgspec.structs.replace(one, govgraph=0), "no format version 0"),
    (lambda one: msgspec.structs.replace(one, article=Article("", TEXT)), "article.id is empty"),
    (
        lambda one: msgspec.structs.replace(one, article=Article("a", TEXT, date="2024-13")),
        "no date such as",
    ),
]


@pytest.mark.parametrize(("change", "said"), WHOLE)
def test_a_record_that_cannot_be_used_is_refused_whole(
    change: Callable[[Record], Record], said: str
) -> None:
    kept, (issue,) = verify(change(record()), "in.jsonl", 7)
    assert kept is None
    assert issue.whole
    assert (issue.file, issue.line) == ("in.jsonl", 7)
    assert said in issue.reason


def entity(**changes: object) -> Callable[[Record], None]:
    def change(one: Record) -> None:
        one.entities[4] = msgspec.structs.replace(one.entities[4], **changes)

    return change


def relation(**changes: object) -> Callable[[Record], None]:
    def change(one: Record) -> None:
        one.relations[2] = msgspec.structs.replace(one.relations[2], **changes)

    return change


PARTS: list[tuple[Callable[[Record], None], str, int, int]] = [
    # change, what is said, entities and relations left
    (entity(type="Planet"), "unknown type 'Planet'", 4, 2),
    (entity(type="Post"), "a Post is made at load", 4, 2),
    (entity(name=" "), "no name", 4, 2),
    (entity(id="e1"), "used twice", 4, 2),
    (entity(mentions=[(3, 3)]), "outside the text", 4, 2),
    (entity(mentions=[(-1, 2)]), "outside the text", 4, 2),
    (entity(mentions=[(0, len(TEXT) + 1)]), "outside the text", 4, 2),
    (entity(date="gestern"), "no date such as", 4, 2),
    (entity(type="Event", kind="party"), "unknown kind 'party'", 4, 2),
    (relation(type="MARRIES"), "unknown type", 5, 2),
    (relation(type="OF"), "unknown type", 5, 2),
    (relation(source="e9"), "its source 'e9' is no entity", 5, 2),
    (relation(target="e9"), "its target 'e9' is no entity", 5, 2),
    (relation(target="e4"), "source and target are the same", 5, 2),
    (relation(source="e5", target="e4"), "cannot be its source", 5, 2),
    (relation(target="e3"), "cannot be its target", 5, 2),
    (relation(title=""), "HOLDS needs the title", 5, 2),
    (relation(status="maybe"), "unknown status 'maybe'", 5, 2),
    (relation(date="2024-02-30"), "no date such as", 5, 2),
    (relation(valid_from="May"), "no date such as", 5, 2),
    (relation(event="e9"), "its event 'e9' is no entity", 5, 2),
    (relation(evidence=[]), "no evidence", 5, 2),
    (relation(evidence=[Evidence(0, 2, "区长")]), "the quote says '区长'", 5, 2),
    (relation(evidence=[Evidence(0, 999, "区长")]), "outside the text", 5, 2),
    (relation(evidence=[Evidence(2, 2, "")]), "outside the text", 5, 2),
    (relation(evidence=[Evidence(0, 2, "5月", where="page")]), "must be text or title", 5, 2),
    (relation(evidence=[Evidence(0, 2, "5月", confidence=1.5)]), "not between 0 and 1", 5, 2),
]


@pytest.mark.parametrize(
    ("change", "said", "entities", "relations"), PARTS, ids=map(str, range(len(PARTS)))
)
def test_a_part_that_breaks_the_contract_is_refused_and_the_rest_goes_in(
    change: Callable[[Record], None], said: str, entities: int, relations: int
) -> None:
    broken = record()
    change(broken)
    kept, issues = verify(broken)
    assert kept is not None
    assert (len(kept.entities), len(kept.relations)) == (entities, relations)
    assert any(said in issue.reason for issue in issues)
    assert all(not issue.whole and issue.file == "page.txt" for issue in issues)


def test_evidence_in_the_title_counts_in_the_title() -> None:
    one = record()
    one.relations[1].evidence = [Evidence(0, 5, "动员会举行", where="title")]
    assert verify(one)[1] == []


def test_one_good_piece_of_evidence_is_enough_and_the_bad_one_is_named() -> None:
    one = record()
    one.relations[0].evidence.append(Evidence(0, 2, "组长"))
    kept, (issue,) = verify(one)
    assert kept is not None
    assert len(kept.relations[0].evidence) == 1
    assert issue.what == "relation 1 (LEADS), evidence 2"


@given(st.integers(-3, 40), st.integers(-3, 40), st.text(alphabet=TEXT, max_size=6))
def test_no_quote_goes_in_that_does_not_stand_in_the_text(
    start: int, stop: int, quote: str
) -> None:
    one = record()
    one.relations[2].evidence = [Evidence(start, stop, quote)]
    kept, _ = verify(one)
    assert kept is not None
    holds = 0 <= start < stop <= len(TEXT) and TEXT[start:stop] == quote
    assert (len(kept.relations) == 3) is holds
