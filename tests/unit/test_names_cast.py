"""Cast: which names of one article stand for one thing, and which area a short name has."""

from graph.evidence import Article, Entity
from loaders.grammar import extract


def entities(text: str, *, place: str = "") -> list[Entity]:
    return list(extract(Article(id="a", text=text, place=place)).entities)


def called(found: list[Entity], name: str) -> list[set[str]]:
    """Give every set of names, written and worked out, that holds a name."""
    sets = [{one.name, *one.aliases, *one.resolved} for one in found]
    return [one for one in sets if name in one]


def test_a_pointer_has_the_area_of_the_body_before_it_in_a_list_of_posts() -> None:
    text = (
        "湖南省委书记陆维桢，省委副书记、省长宋砚秋与江西省委书记韩铮，省委副书记、省长邢志远座谈。"
    )
    found = called(entities(text, place="湖南省"), "省委")
    assert [{"湖南省委", "江西省委"} & one for one in found] == [{"湖南省委"}, {"江西省委"}]


def test_a_pointer_after_a_verb_has_the_area_of_the_article() -> None:
    text = "澜州市委书记陆维桢到青溪市调研，市委秘书长宋砚秋参加。"
    assert called(entities(text, place="青溪市"), "青溪市委") != []


def test_a_department_alone_is_that_of_the_committee_before_it() -> None:
    text = (
        "2021年任云湖区委常委、组织部部长，2023年任沛南区委常委、组织部部长。云湖区和沛南区很近。"
    )
    found = called(entities(text), "组织部")
    assert [{"云湖区委组织部", "沛南区委组织部"} & one for one in found] == [
        {"云湖区委组织部"},
        {"沛南区委组织部"},
    ]


def test_a_department_in_full_and_in_short_is_one() -> None:
    text = "云湖区人武部部长陆维桢讲话。在区人民武装部，大家座谈。"
    (one,) = called(entities(text, place="澜州市云湖区"), "云湖区人武部")
    assert "区人民武装部" in one


def test_a_school_without_its_area_is_the_one_of_the_text() -> None:
    text = "云湖区第三中学校长陆维桢讲话。第三中学师生参加。"
    (one,) = called(entities(text, place="澜州市云湖区"), "第三中学")
    assert "云湖区第三中学" in one


def test_that_bureau_is_the_one_named_last() -> None:
    text = "云湖区教育局、云湖区水务局参加。该局局长陆维桢讲话。"
    (one,) = called(entities(text, place="澜州市云湖区"), "该局")
    assert "云湖区水务局" in one


def test_the_whole_city_is_the_one_that_the_clause_names() -> None:
    text = "苏州市召开会议。无锡市召开全市大会。"
    (one,) = called(entities(text, place="江苏省苏州市"), "全市")
    assert "无锡市" in one


def test_an_area_in_brackets_after_another_is_no_other_name_of_it() -> None:
    text = "湖南（常德）产业园作推介。湖南省和常德市参加。"
    assert not any("常德市" in one for one in called(entities(text), "湖南省"))


def test_departments_of_one_name_in_two_areas_stay_two() -> None:
    text = "云湖区教育局和沛南区教育局参加。"
    assert len(called(entities(text), "云湖区教育局")) == 1
    assert not any("沛南区教育局" in one for one in called(entities(text), "云湖区教育局"))
