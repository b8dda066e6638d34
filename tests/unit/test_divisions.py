"""The register of divisions: names, paths, homonyms, times."""

import time

import pytest

from graph.divisions import LEVELS, Division, DivisionError, Register, register, short_form


def found(name: str, within: str = "", date: str = "") -> list[str]:
    return [one.code for one in register().find(name, within, date)]


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("徐汇区", "上海市徐汇区"),
        ("徐汇", "上海市徐汇区"),
        ("上海市徐汇区", "上海市徐汇区"),
        ("上海徐汇", "上海市徐汇区"),
        ("上 海市 徐汇区", "上海市徐汇区"),
        ("湖南长沙岳麓", "湖南省长沙市岳麓区"),
        ("湖南省岳麓区", "湖南省长沙市岳麓区"),
        ("吉林省吉林市", "吉林省吉林市"),
        ("延边", "吉林省延边朝鲜族自治州"),
        ("新疆", "新疆维吾尔自治区"),
        ("中国上海市", "上海市"),
        ("恩施州", "湖北省恩施土家族苗族自治州"),
        ("新疆昌吉州", "新疆维吾尔自治区昌吉回族自治州"),
        ("彭水县", "重庆市彭水苗族土家族自治县"),
        ("中华人民共和国", "中国"),
        ("上海市徐汇区斜土路街道", "上海市徐汇区斜土路街道"),
        ("仙桃市", "湖北省仙桃市"),
    ],
)
def test_a_name_a_short_form_and_a_path_lead_to_the_division(name: str, full: str) -> None:
    assert register().full_name(found(name)[0]) == full


@pytest.mark.parametrize(
    "name", ["", "沙", "市", "市辖区", "没有的区", "江苏省徐汇区", "徐汇区徐汇区"]
)
def test_what_is_no_division_finds_nothing(name: str) -> None:
    assert found(name) == []


def test_one_name_finds_every_division_that_has_it() -> None:
    assert found("鼓楼区") == ["320106", "320302", "350102", "410204"]


@pytest.mark.parametrize("within", ["320000", "江苏省", "江苏"])
def test_homonyms_are_told_apart_by_what_they_lie_in(within: str) -> None:
    assert found("鼓楼区", within) == ["320106", "320302"]
    assert found("鼓楼区", "徐州市") == ["320302"]


def test_an_unknown_area_holds_nothing() -> None:
    assert found("鼓楼区", "没有的市") == []


def test_a_province_comes_before_a_city_of_its_name() -> None:
    assert found("吉林")[:2] == ["220000", "220200"]


def test_the_date_picks_who_existed_on_that_day() -> None:
    assert found("襄樊市", date="2009-03-01") == ["420600"]
    assert register().find("襄樊市", date="2009-03-01")[0].name == "襄樊市"
    assert found("崇川区", date="2015-06-30") == ["320602"]
    assert found("崇川区", date="2024-06-30") == ["320613"]


def test_a_date_on_which_nobody_existed_hides_nobody() -> None:
    assert found("川沙县", date="2023-01-01") == ["310224"]


def test_a_code_gives_its_latest_name() -> None:
    assert register().get("420600").name == "襄阳市"


def test_an_unknown_code_is_an_error_that_names_it() -> None:
    with pytest.raises(DivisionError, match="999999"):
        register().get("999999")


@pytest.mark.parametrize(
    ("name", "level", "short"),
    [
        ("上海市", "province", "上海"),
        ("内蒙古自治区", "province", "内蒙古"),
        ("香港特别行政区", "province", "香港"),
        ("博尔塔拉蒙古自治州", "prefecture", "博尔塔拉"),
        ("黔东南苗族侗族自治州", "prefecture", "黔东南"),
        ("双江拉祜族佤族布朗族傣族自治县", "county", "双江"),
        ("东乡族自治县", "county", "东乡"),
        ("管城回族区", "county", "管城"),
        ("浦东新区", "county", "浦东"),
        ("清新区", "county", "清新"),
        ("碑林区", "county", "碑林"),
        ("神农架林区", "county", "神农架"),
        ("沙县", "county", ""),
        ("城区", "county", ""),
        ("华泾镇", "township", ""),
        ("日本", "country", ""),
    ],
)
def test_short_forms_are_those_in_use(name: str, level: str, short: str) -> None:
    assert short_form(name, level) == short


def test_every_division_lies_in_one_of_a_higher_level_up_to_the_country() -> None:
    for _, code in register().names():
        here = register().get(code)
        path = register().path(code)
        ranks = [LEVELS.index(one.level) for one in path]
        assert ranks == sorted(set(ranks)), path
        assert here.level == "country" or path[0].level == "province", path


def test_every_path_leads_back_to_its_division() -> None:
    for _, code in register().names(townships=False):
        here = register().get(code)
        if not here.until:
            assert code in found(register().full_name(code)), here


def test_names_are_surface_forms_of_two_characters_and_more() -> None:
    names = set(register().names())
    assert {("徐汇区", "310104"), ("徐汇", "310104"), ("斜土路街道", "310104007")} <= names
    assert min(len(surface) for surface, _ in names) >= 2
    assert ("日本", "JP") not in names
    assert ("日本", "JP") in set(register().names(foreign=True))


def test_a_division_without_times_has_always_existed() -> None:
    assert Division("1", "甲县", "county").existed("1985")


def test_the_register_of_counties_loads_in_150_milliseconds_of_processor_time() -> None:
    def load() -> float:
        started = time.process_time()
        Register().find("徐汇区")
        return time.process_time() - started

    assert min(load() for _ in range(3)) < 0.15
