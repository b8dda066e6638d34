"""Who is one person: the rules that join mentions, and what keeps namesakes apart."""

import itertools
from collections.abc import Callable

import pytest

from graph.evidence import Record
from graph.resolve import resolve
from graph.schema import Graph, Node

DISTRICT = ("District", "云湖区")
TOWN = ("District", "柳浦镇")
SCHOOL = ("Organization", "云湖区实验小学")


def persons(graph: Graph) -> list[Node]:
    return [one for one in graph.nodes if one.type == "Person"]


def count(*records: Record) -> int:
    """Count the persons, and check that no order of the records gives another number."""
    counts = {len(persons(resolve(order))) for order in itertools.permutations(records)}
    assert len(counts) == 1
    return counts.pop()


def reasons(*records: Record) -> str:
    return "；".join(
        reason for one in persons(resolve(records)) for reason in one.properties.get("reasons", [])
    )


def test_a_shared_post_joins_two_papers_and_says_why(holder: Callable[..., Record]) -> None:
    one = holder("王川", DISTRICT, "区长", "2024-03-01")
    other = holder("王川", DISTRICT, "区长", "2024-05-01")
    assert count(one, other) == 1
    assert f"同名，同任云湖区区长（{one.article.id}、{other.article.id}）" in reasons(one, other)


def test_the_government_of_a_district_and_the_district_give_one_post(
    holder: Callable[..., Record],
) -> None:
    one = holder("王川", DISTRICT, "区长", "2024-03-01")
    other = holder("王川", ("PublicBody", "云湖区人民政府"), "区长", "2024-09-01")
    assert count(one, other) == 1
    assert "同任云湖区区长" in reasons(one, other)


def test_a_shared_body_joins(holder: Callable[..., Record]) -> None:
    bank = ("Enterprise", "青禾银行")
    one = holder("王川", bank, "董事长", "2024-03-01", place="")
    other = holder("王川", bank, "行长", "2024-05-01", place="")
    assert count(one, other) == 1
    assert "同属青禾银行" in reasons(one, other)


def test_office_in_one_county_joins_when_nothing_speaks_against_it(
    holder: Callable[..., Record],
) -> None:
    one = holder("王川", DISTRICT, "副区长", "2024-03-01")
    other = holder("王川", ("PublicBody", "云湖区公安局"), "局长", "2024-03-05")
    assert count(one, other) == 1
    assert "同在临川市云湖区任职" in reasons(one, other)


def test_a_name_alone_joins_nobody(report: Callable[..., object]) -> None:
    records = []
    for day in ("2024-03-01", "2024-03-02"):
        one = report(f"{day}，王川到会。", day, "临川市云湖区")
        one.say("ATTENDS", one.name("Person", "王川"), one.name("Event", "会", date=day))
        records.append(one.record)
    assert count(*records) == 2


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (TOWN, "镇长"),
        (TOWN, "党委书记"),
        (SCHOOL, "教师"),
        (("PublicBody", "云湖区教育局"), "局长"),
    ],
)
def test_a_namesake_in_another_full_time_post_stays_another_person(
    holder: Callable[..., Record], body: tuple[str, str], title: str
) -> None:
    leader = holder("王川", DISTRICT, "副区长", "2024-03-01")
    other = holder("王川", body, title, "2024-03-08")
    assert count(leader, other) == 2


def test_a_third_mention_never_bridges_a_contradiction(holder: Callable[..., Record]) -> None:
    leader = holder("王川", DISTRICT, "副区长", "2024-03-01")
    mayor = holder("王川", TOWN, "镇长", "2024-03-08")
    third = holder("王川", ("PublicBody", "云湖区公安局"), "局长", "2023-01-05")
    assert count(leader, mayor, third) == 3


def test_more_reports_of_each_leave_the_namesakes_two(holder: Callable[..., Record]) -> None:
    leaders = [holder("王川", DISTRICT, "副区长", f"2024-0{month}-01") for month in (1, 3)]
    mayors = [holder("王川", TOWN, "镇长", f"2024-0{month}-20") for month in (1, 3)]
    assert count(*leaders, *mayors) == 2


def test_posts_in_two_counties_at_one_time_are_two_persons(holder: Callable[..., Record]) -> None:
    one = holder("王川", DISTRICT, "副区长", "2024-03-01")
    other = holder("王川", ("District", "青溪县"), "副县长", "2024-03-08", place="临川市青溪县")
    assert count(one, other) == 2


def test_a_stated_promotion_is_no_contradiction(holder: Callable[..., Record]) -> None:
    mayor = holder("王川", TOWN, "镇长", "2024-03-01")
    leader = holder("王川", DISTRICT, "副区长", "2024-03-20", status="appointed")
    assert count(mayor, leader) == 1


def test_a_post_reported_after_the_appointment_to_another_is_a_namesakes(
    holder: Callable[..., Record],
) -> None:
    leader = holder("王川", DISTRICT, "副区长", "2024-03-01", status="appointed")
    mayor = holder("王川", TOWN, "镇长", "2024-03-20")
    assert count(leader, mayor) == 2


def test_posts_that_lie_far_apart_in_time_can_be_one_career(holder: Callable[..., Record]) -> None:
    mayor = holder("王川", TOWN, "镇长", "2021-03-01")
    leader = holder("王川", DISTRICT, "副区长", "2024-03-20")
    assert count(mayor, leader) == 1


def test_a_seat_on_the_committee_goes_with_a_town(holder: Callable[..., Record]) -> None:
    seat = holder("王川", ("PublicBody", "云湖区委"), "常委", "2024-03-01")
    town = holder("王川", TOWN, "党委书记", "2024-03-08")
    assert count(seat, town) == 1


def test_two_persons_of_one_name_in_one_article_stay_two(report: Callable[..., object]) -> None:
    one = report("区长王川和教师王川到会。", "2024-03-01", "临川市云湖区")
    first, second = one.name("Person", "王川"), one.name("Person", "王川")
    one.entities[0].mentions, one.entities[1].mentions = [(2, 4)], [(7, 9)]
    one.say("HOLDS", first, one.name("District", "云湖区"), "区长王川", title="区长")
    one.say("HOLDS", second, one.name(*SCHOOL), "教师王川", title="教师")
    assert count(one.record) == 2


def test_a_reprint_is_of_the_same_persons(report: Callable[..., object]) -> None:
    records = []
    for source, text in (("云湖报", "王川到会。"), ("临川日报", "王川\n到会。")):
        one = report(text, "2024-03-01", "临川市云湖区", source=source)
        one.say("ATTENDS", one.name("Person", "王川"), one.name("Event", "会", kind="meeting"))
        records.append(one.record)
    assert count(*records) == 1
    (person,) = persons(resolve(records))
    assert person.properties["n_articles"] == 1
    assert "同文转载" in reasons(*records)


def test_a_list_of_district_leaders_joins_with_their_posts(report: Callable[..., object]) -> None:
    listed = report("区领导王川到会。", "2024-03-01", "临川市云湖区")
    listed.say(
        "ATTENDS",
        listed.name("Person", "王川"),
        listed.name("Event", "会", date="2024-03-01"),
        listed_as="区领导",
    )
    post = report("副区长王川讲话。", "2024-03-09", "临川市云湖区")
    post.say("HOLDS", post.name("Person", "王川"), post.name("District", "云湖区"), title="副区长")
    assert count(listed.record, post.record) == 1


def test_the_earliest_mention_gives_the_id_and_the_others_still_answer(
    holder: Callable[..., Record],
) -> None:
    late = holder("王川", DISTRICT, "区长", "2024-05-01")
    early = holder("王川", DISTRICT, "区长", "2024-03-01")
    (alone,) = persons(resolve([late]))
    (both,) = persons(resolve([late, early]))
    assert both.id != alone.id
    assert both.properties["all_ids"] == [both.id, alone.id]


def test_who_holds_a_public_post_is_an_official(holder: Callable[..., Record]) -> None:
    official = holder("王川", DISTRICT, "区长", "2024-05-01")
    other = holder("李山", ("Enterprise", "青禾银行"), "行长", "2024-05-01")
    found = {one.properties["name"]: one for one in persons(resolve([official, other]))}
    assert found["王川"].properties["official"] is True
    assert "official" not in found["李山"].properties


def test_a_byline_is_no_person_of_the_graph(report: Callable[..., object]) -> None:
    one = report("记者王川报道。", "2024-03-01")
    one.name("Person", "王川", byline=True)
    assert persons(resolve([one.record])) == []


def test_a_leader_of_many_reports_is_one_person(holder: Callable[..., Record]) -> None:
    days = [f"20{year}-{month:02}-10" for year in range(10, 24) for month in range(1, 13)]
    leaders = [holder("王川", DISTRICT, "区长", day) for day in days]
    assert len(persons(resolve(leaders))) == 1
