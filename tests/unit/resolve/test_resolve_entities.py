"""Natural keys: districts, bodies, teams, events, companies and places over several articles."""

from collections.abc import Callable

import pytest

from graph.evidence import Record
from graph.resolve import resolve
from graph.schema import Graph, Node

HERE = "临川市云湖区"
DAY = "2024-03-12"


def nodes(graph: Graph, kind: str) -> list[Node]:
    return [one for one in graph.nodes if one.type == kind]


def names(graph: Graph, kind: str) -> list[str]:
    return sorted(str(one.properties["name"]) for one in nodes(graph, kind))


@pytest.fixture
def naming(report: Callable[..., object]) -> Callable[..., Record]:
    """Give a maker of articles that only name things: (type, name, alias…)."""

    def make(*things: tuple[str, ...], place: str = HERE, day: str = DAY) -> Record:
        text = "、".join(form for thing in things for form in thing[1:]) + "。"
        one = report(text, day, place)
        for kind, *forms in things:
            one.name(kind, *forms)
        return one.record

    return make


def test_a_district_of_the_register_has_its_code_and_all_that_it_lies_in(
    naming: Callable[..., Record],
) -> None:
    graph = resolve([naming(("District", "岳麓区"), place="")])
    found = {one.id: one.properties for one in nodes(graph, "District")}
    assert found["district-430104"]["full_name"] == "湖南省长沙市岳麓区"
    assert found["district-430104"]["level"] == "county"
    assert found["district-430000"]["n_articles"] == 0
    bases = {
        (one.source, one.target): one.properties["basis"]
        for one in graph.edges
        if one.type == "PART_OF"
    }
    assert bases == {
        ("district-430104", "district-430100"): "register",
        ("district-430100", "district-430000"): "register",
    }


@pytest.mark.parametrize("place", ["福建省福州市", "福建省福州市仓山区", "福州市"])
def test_the_place_of_an_article_tells_which_homonym_is_meant(
    naming: Callable[..., Record], place: str
) -> None:
    graph = resolve([naming(("District", "鼓楼区"), place=place)])
    assert "district-350102" in {one.id for one in nodes(graph, "District")}


def test_another_district_of_the_article_tells_which_homonym_is_meant(
    naming: Callable[..., Record],
) -> None:
    graph = resolve([naming(("District", "鼓楼区"), ("District", "徐州市"), place="")])
    assert "district-320302" in {one.id for one in nodes(graph, "District")}


def test_the_day_of_an_old_event_does_not_make_the_register_old(
    report: Callable[..., object],
) -> None:
    one = report("南阳市举行座谈会，回顾旧事。", "", "")
    one.name("District", "南阳市")
    one.name("Event", "座谈会", kind="meeting", date="1984-03")
    assert "district-411300" in {one.id for one in nodes(resolve([one.record]), "District")}


def test_a_homonym_without_context_joins_no_other_article(naming: Callable[..., Record]) -> None:
    records = [naming(("District", "鼓楼区"), place="", day=day) for day in (DAY, "2024-03-13")]
    graph = resolve(records)
    assert names(graph, "District") == ["鼓楼区", "鼓楼区"]
    assert all("code" not in one.properties for one in nodes(graph, "District"))


def test_an_area_that_the_register_does_not_know_is_keyed_by_its_path(
    naming: Callable[..., Record],
) -> None:
    graph = resolve(
        [
            naming(("District", "云湖区", "我区"), ("District", "柳浦镇")),
            naming(("District", "临川市云湖区"), place="", day="2024-03-13"),
            naming(("District", "柳浦镇"), place=HERE, day="2024-03-14"),
        ]
    )
    assert sorted(str(one.properties["full_name"]) for one in nodes(graph, "District")) == [
        "临川市",
        "临川市云湖区",
        "临川市云湖区柳浦镇",
    ]


@pytest.mark.parametrize(
    ("place", "forms", "shown", "organ"),
    [
        (HERE, ["区委", "云湖区委", "中共云湖区委员会"], "云湖区委", "委员会"),
        (HERE, ["区政府", "区人民政府", "临川市云湖区人民政府"], "云湖区政府", "人民政府"),
        (HERE, ["云湖区住建局", "区住房和城乡建设局"], "云湖区住建局", "住房和城乡建设局"),
        (HERE, ["市委", "临川市委"], "临川市委", "委员会"),
        ("上海市徐汇区", ["区委", "中共上海市徐汇区委员会", "徐汇区委"], "徐汇区委", "委员会"),
        ("上海市徐汇区", ["市政府", "上海市人民政府"], "上海市人民政府", "人民政府"),
        (HERE, ["区十届人大常委会", "云湖区人大常委会"], "云湖区人大常委会",
         "人民代表大会常务委员会"),
        ("", ["国务院"], "国务院", "国务院"),
        ("", ["住建部", "住房和城乡建设部"], "住房和城乡建设部", "住房和城乡建设部"),
        ("", ["恩施州人社局", "恩施土家族苗族自治州人力资源和社会保障局"],
         "恩施土家族苗族自治州人力资源和社会保障局", "人力资源和社会保障局"),
        ("", ["恩施州人社局"], "恩施州人社局", "人力资源和社会保障局"),
        ("上海市徐汇区", ["徐汇法院", "区人民法院"], "徐汇区法院", "人民法院"),
    ],
)  # fmt: skip
def test_short_and_full_forms_of_a_body_are_one(
    naming: Callable[..., Record], place: str, forms: list[str], shown: str, organ: str
) -> None:
    records = [
        naming(("PublicBody", form), place=place, day=f"2024-03-{10 + at}")
        for at, form in enumerate(forms)
    ]
    (body,) = nodes(resolve(records), "PublicBody")
    assert body.properties["name"] == shown
    assert body.properties["organ"] == organ


def test_the_committees_of_two_districts_are_two(naming: Callable[..., Record]) -> None:
    graph = resolve(
        [
            naming(("PublicBody", "区委")),
            naming(("PublicBody", "区委"), place="临川市东渡区", day="2024-03-13"),
        ]
    )
    assert names(graph, "PublicBody") == ["东渡区委", "云湖区委"]


def test_a_committee_of_nobody_knows_which_city_joins_no_other(
    naming: Callable[..., Record],
) -> None:
    records = [naming(("PublicBody", "市委"), place="", day=day) for day in (DAY, "2024-03-13")]
    assert names(resolve(records), "PublicBody") == ["市委", "市委"]


@pytest.mark.parametrize(
    ("things", "shown"),
    [
        ([("PublicBody", "区委"), ("District", "云湖区")], "云湖区委"),
        ([("PublicBody", "区委"), ("Place", "云湖区行政中心")], "云湖区委"),
        ([("PublicBody", "镇政府"), ("District", "柳浦镇")], "柳浦镇政府"),
        ([("PublicBody", "街道办事处"), ("District", "东渡街道")], "东渡街道办事处"),
        ([("PublicBody", "云湖区街道办事处"), ("District", "东渡街道")], "东渡街道办事处"),
        ([("PublicBody", "区委"), ("District", "云湖区"), ("District", "东渡区")], "区委"),
    ],
)
def test_the_one_area_of_its_kind_that_a_city_paper_names_is_meant(
    naming: Callable[..., Record], things: list[tuple[str, str]], shown: str
) -> None:
    assert names(resolve([naming(*things, place="临川市")]), "PublicBody") == [shown]


def test_a_central_body_belongs_to_no_district(naming: Callable[..., Record]) -> None:
    graph = resolve([naming(("PublicBody", "国务院", "云湖区国务院"), ("PublicBody", "党中央"))])
    assert {one.properties["area"] for one in nodes(graph, "PublicBody")} == {"district-CN"}


def test_an_area_said_twice_counts_once(naming: Callable[..., Record]) -> None:
    graph = resolve(
        [naming(("PublicBody", "云湖区云湖区教育局")), naming(("PublicBody", "区教育局"))]
    )
    assert names(graph, "PublicBody") == ["云湖区教育局"]


def test_a_body_lies_in_its_district(naming: Callable[..., Record]) -> None:
    graph = resolve([naming(("PublicBody", "区委"))])
    (body,) = nodes(graph, "PublicBody")
    parents = {one.target for one in graph.edges if one.type == "PART_OF" and one.source == body.id}
    assert parents == {body.properties["area"]}


def test_a_team_is_one_whoever_writes_its_name(naming: Callable[..., Record]) -> None:
    graph = resolve(
        [
            naming(("InspectionTeam", "市第二生态环境保护督察组", "督察组")),
            naming(("InspectionTeam", "2024年临川市第二生态环境保护督察组"), day="2024-04-01"),
        ]
    )
    (team,) = nodes(graph, "InspectionTeam")
    assert team.properties["name"] == "临川市第二生态环境保护督察组"
    assert team.properties["round"] == "2024"


def test_teams_of_two_years_or_without_a_founder_stay_apart(
    naming: Callable[..., Record],
) -> None:
    graph = resolve(
        [
            naming(("InspectionTeam", "市委第三督导组"), day="2023-05-01"),
            naming(("InspectionTeam", "市委第三督导组"), day="2024-05-01"),
            naming(("InspectionTeam", "督导组"), day="2024-05-02"),
            naming(("InspectionTeam", "督导组"), day="2024-05-03"),
            naming(("InspectionTeam", "市督导组"), day="2024-05-04"),
            naming(("InspectionTeam", "市督导组"), day="2024-05-05"),
        ]
    )
    assert names(graph, "InspectionTeam") == [
        "临川市委第三督导组", "临川市委第三督导组", "市督导组", "市督导组", "督导组", "督导组",
    ]  # fmt: skip


def test_companies_join_by_their_exact_name_whatever_its_width(
    naming: Callable[..., Record],
) -> None:
    graph = resolve(
        [
            naming(("Enterprise", "青禾科技（临川）有限公司")),
            naming(("Enterprise", "青禾科技(临川)有限公司"), day="2024-03-13", place=""),
            naming(("Enterprise", "青禾科技"), day="2024-03-14"),
            naming(("Enterprise", "该公司"), day="2024-03-15"),
            naming(("Enterprise", "该公司"), day="2024-03-16"),
        ]
    )
    assert len(nodes(graph, "Enterprise")) == 4


def test_a_short_name_that_an_article_explains_is_the_full_names(
    naming: Callable[..., Record],
) -> None:
    explained = naming(("Enterprise", "临川青禾科技股份有限公司", "青禾科技", "公司"))
    short = naming(("Enterprise", "青禾科技"), day="2024-03-01")
    (found,) = nodes(resolve([explained, short]), "Enterprise")
    (alone,) = nodes(resolve([short]), "Enterprise")
    assert found.properties["name"] == "临川青禾科技股份有限公司"
    assert found.properties["all_ids"] == [found.id, alone.id]
    assert "“青禾科技”即" in str(found.properties["reasons"])


def test_a_short_name_of_two_companies_is_neithers(naming: Callable[..., Record]) -> None:
    graph = resolve(
        [
            naming(("Enterprise", "临川青禾科技股份有限公司", "青禾科技")),
            naming(("Enterprise", "山阳青禾科技有限公司", "青禾科技"), day="2024-03-13"),
            naming(("Enterprise", "青禾科技"), day="2024-03-14"),
        ]
    )
    assert len(nodes(graph, "Enterprise")) == 3


def test_schools_and_places_of_one_name_in_two_counties_are_two(
    naming: Callable[..., Record],
) -> None:
    records = [
        naming(("Organization", "实验小学"), ("Place", "东湾村"), place=place, day=day)
        for place, day in ((HERE, DAY), ("临川市青溪县", "2024-03-13"))
    ]
    graph = resolve(records)
    assert len(nodes(graph, "Organization")) == 2
    assert len(nodes(graph, "Place")) == 2
    same = resolve([records[0], naming(("Place", "东湾村"), day="2024-04-01")])
    assert len(nodes(same, "Place")) == 1


def event(
    report: Callable[..., object], day: str, name: str, guests: tuple[str, ...] = (), **known: str
) -> Record:
    venue = known.get("venue", "")
    text = f"{day}，{name}在{venue}举行，{'、'.join(guests)}出席。{known.get('more', '')}"
    one = report(text, known.get("reported", day), HERE)
    key = one.name("Event", name, kind=known.get("kind", "meeting"), date=day)
    for guest in guests:
        one.say("ATTENDS", one.name("Person", guest), key, guest, role="出席")
    if venue:
        one.say("HELD_IN", key, one.name("Place", venue), venue)
    return one.record


def test_a_signing_at_one_place_on_one_day_is_one_event(report: Callable[..., object]) -> None:
    one = event(report, DAY, "集中签约仪式", venue="云湖科创园", kind="signing")
    other = event(
        report, DAY, "重大项目签约活动", venue="云湖科创园", kind="signing", reported="2024-03-14"
    )
    (found,) = nodes(resolve([one, other]), "Event")
    assert "同日同地" in str(found.properties["reasons"])


def test_a_reprint_reports_the_same_event_wherever_it_is_printed(
    report: Callable[..., object],
) -> None:
    records = []
    for source, place in (("云湖报", HERE), ("临川日报", "临川市")):
        one = report("昨日举行座谈会。", "2024-03-13", place, source=source)
        one.name("Event", "座谈会", kind="meeting", date=DAY)
        records.append(one.record)
    assert len(nodes(resolve(records), "Event")) == 1


def test_a_city_paper_and_a_district_paper_report_one_event(report: Callable[..., object]) -> None:
    records = []
    for place in (HERE, "临川市"):
        one = report(f"{place}讯：市第二督察组督察云湖区动员会举行。", "2024-03-13", place)
        one.name("Event", "市第二督察组督察云湖区动员会", kind="meeting", date=DAY)
        records.append(one.record)
    assert len(nodes(resolve(records), "Event")) == 1


def test_a_meeting_of_the_same_name_and_people_is_one_event(report: Callable[..., object]) -> None:
    one = event(report, DAY, "座谈会", ("王川",))
    other = event(report, DAY, "企业座谈会", ("王川", "李山"), reported="2024-03-14")
    assert len(nodes(resolve([one, other]), "Event")) == 1


@pytest.mark.parametrize(
    ("day", "name", "venue"),
    [
        ("2024-03-13", "动员汇报会", ""),
        (DAY, "安全生产会议", ""),
        ("2024-03", "动员汇报会", ""),
        (DAY, "动员汇报会", "青禾会堂"),
    ],
)
def test_another_day_name_or_place_makes_another_event(
    report: Callable[..., object], day: str, name: str, venue: str
) -> None:
    one = event(report, DAY, "动员汇报会", ("王川",), venue="云湖礼堂")
    other = event(report, day, name, ("王川",), venue=venue, reported="2024-03-20", more="又讯。")
    assert len(nodes(resolve([one, other]), "Event")) == 2


def test_two_meetings_of_one_article_stay_two(report: Callable[..., object]) -> None:
    one = report("上午举行座谈会，下午又举行座谈会。", DAY, HERE)
    one.name("Event", "座谈会", kind="meeting", date=DAY)
    one.name("Event", "又举行座谈会", kind="meeting", date=DAY)
    assert len(nodes(resolve([one.record]), "Event")) == 2
