"""Names: districts, bodies, firms and persons are found where they begin and end."""

from pathlib import Path

import pytest

from loaders.names import districts, home, persons, tailed
from loaders.names.edges import Edges
from loaders.names.enumerations import firms
from loaders.names.mention import Mention, Mentions


def tailed_in(text: str, place: str = "") -> list[Mention]:
    found = districts.find(text, place=place)
    edges = Edges(text, [(one.start, one.stop) for one in found.mentions])
    return tailed.find(text, found, edges)


def people_in(text: str, place: str = "") -> list[str]:
    found = districts.find(text, place=place)
    edges = Edges(text, [(one.start, one.stop) for one in found.mentions])
    names = Mentions([*found.mentions, *tailed.find(text, found, edges)])
    return [one.text for one in sorted(persons.find(text, names, edges), key=lambda m: m.start)]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("上海市徐汇区召开会议。", "", ["上海市", "上海市徐汇区"]),
        ("徐汇坚持开放。徐汇区很美。", "", ["上海市徐汇区", "上海市徐汇区"]),
        ("湖南长沙县召开会议。", "", ["湖南省", "湖南省长沙市长沙县"]),
        ("云湖区委召开会议。", "澜州市云湖区", ["澜州市云湖区"]),
        ("赴青溪县柳浦镇、东渡街道检查。", "", ["青溪县", "青溪县柳浦镇", "东渡街道"]),
        ("贵州紫云自治县召开会议。", "", ["贵州省", "贵州省安顺市紫云苗族布依族自治县"]),
        (
            "呼和浩特市新城区召开会议。",
            "",
            ["内蒙古自治区呼和浩特市", "内蒙古自治区呼和浩特市新城区"],
        ),
        ("各社区、园区和示范区要抓好落实。", "", []),
        ("任代理市长。希望县里支持。近期街道整治。", "", []),
        ("区长韩云州讲话。韩云州指出，韩云州强调。", "", []),
        ("辽宁振兴发展；沿海地区；马祖乡亲；各位来宾。", "", ["辽宁省"]),
        ("我市城区菜市和夜市热闹。", "", []),
        ("在南京路步行街散步。", "", []),
        ("江苏网和湖北日报报道。", "", []),
    ],
)
def test_a_district_is_told_from_words_that_look_like_one(
    text: str, place: str, expected: list[str]
) -> None:
    found = districts.find(text, place=place)
    assert [found.area(one).full_name for one in found.mentions] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市发展和改革委员会、市政府办公室", ["市发展和改革委员会", "市政府办公室"]),
        ("县委县政府高度重视", ["县委", "县政府"]),
        ("省委第三巡视组进驻", ["省委第三巡视组"]),
        ("区住建局和城管局", ["区住建局", "城管局"]),
        ("扎根青莲湾开发区近40年的K9公司", ["青莲湾开发区", "K9公司"]),
        ("商务部电子商务司司长", ["商务部电子商务司", "商务部"]),
        ("国家开发银行云湖分行", ["国家开发银行云湖分行"]),
        ("看望慰问县人民武装部官兵", ["县人民武装部"]),
        ("上海市退役军人事务局优抚处", ["上海市退役军人事务局优抚处", "上海市退役军人事务局"]),
        ("省、市慈善总会", ["省慈善总会", "市慈善总会"]),
        ("区委、政府和街道党工委、办事处", ["区委", "政府", "街道党工委", "办事处"]),
        ("市发改委、工信局等部门", ["市发改委", "工信局"]),
        ("明河大学商学院院长", ["明河大学商学院", "明河大学"]),
        ("明河科学院微系统与信息技术研究所", ["明河科学院微系统与信息技术研究所", "明河科学院"]),
        ("论坛暨明河大学科技节", ["明河大学"]),
        ("徐汇区斜土路街道办事处主任", ["徐汇区斜土路街道办事处"]),
        ("市纪委监委驻市公安局纪检监察组", ["市纪委监委驻市公安局纪检监察组", "市纪委监委"]),
        ("省政协民宗委和市政府国资委", ["省政协民宗委", "市政府国资委"]),
        (
            "武警邵阳支队、上海市对口支援新疆前方指挥部",
            ["武警邵阳支队", "上海市对口支援新疆前方指挥部"],
        ),
        ("民盟市委和省军区", ["民盟市委", "省军区"]),
        ("近年来省药监局多次走访", ["省药监局"]),
        ("白石村村委会和学院社区", ["白石村村委会", "学院社区"]),
        ("推动形成高质量发展新格局", []),
        ("财政部门和水利部门负责人", []),
        ("各区市医保局和各街道人大工委", []),
        ("谱写上海新篇章贡献政协力量", []),
        ("当好服务企业的排头兵，打好科技园建设组合拳", []),
        ("党委理论学习中心组和国家中心城市", []),
        ("精心照顾好安置点群众", []),
        ("民进党和海外市场", []),
        ("大学生和小学生都来参加", []),
        ("全体干部深入农村", []),
    ],
)
def test_a_name_with_a_tail_begins_where_it_begins(text: str, expected: list[str]) -> None:
    assert [one.text for one in tailed_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区委书记陆维桢、区长宋砚秋出席。", ["陆维桢", "宋砚秋"]),
        ("区领导陆维桢、宋砚秋、韩铮及代表出席。", ["陆维桢", "宋砚秋", "韩铮"]),
        ("陆维桢指出，要抓落实。会后，陆维桢走访企业。", ["陆维桢", "陆维桢"]),
        ("县长阿依古丽·买买提讲话。", ["阿依古丽·买买提"]),
        ("副局长欧阳思远介绍。", ["欧阳思远"]),
        ("深入学习贯彻陆维桢总书记重要讲话精神。", ["陆维桢"]),
        ("徐汇、吴兴、常德三地交流。", []),
        ("主任会议、书记处会议、局长办公会相继召开。", []),
        ("高度重视，严格要求，全面落实。", []),
    ],
)
def test_a_person_is_told_from_words_that_begin_with_a_surname(
    text: str, expected: list[str]
) -> None:
    assert people_in(text) == expected


def test_a_list_that_says_of_what_kind_it_is_gives_its_members_that_type() -> None:
    text = "远帆航运、明河数据、北辰医药等企业参加。"
    found = list(firms(text, Edges(text, []), []))
    assert [(one.type, one.text) for one in sorted(found, key=lambda m: m.start)] == [
        ("Enterprise", "远帆航运"),
        ("Enterprise", "明河数据"),
        ("Enterprise", "北辰医药"),
    ]


def test_pointers_mean_the_divisions_of_the_article_s_place() -> None:
    text = "区委书记讲话，我市经济向好。"
    where = home.infer(text, districts.find(text), place="上海市徐汇区")
    assert [where.pointers[one].full_name for one in ("区", "市")] == ["上海市徐汇区", "上海市"]


def test_pointers_of_an_article_that_names_no_area_stay_open() -> None:
    text = "市委书记讲话。"
    assert home.infer(text, districts.find(text)).pointers == {}


def gold_lines() -> list[tuple[str, str]]:
    table = Path(__file__).parent.parent / "gold" / "persons.tsv"
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    return [(row[0], row[1]) for row in rows if not row[0].startswith("#")]


@pytest.mark.parametrize(("text", "expected"), gold_lines())
def test_a_sentence_names_whom_its_gold_line_names(text: str, expected: str) -> None:
    assert set(people_in(text)) == {one for one in expected.split(";") if one}


def test_a_quarter_of_the_table_of_persons_names_nobody() -> None:
    rows = gold_lines()
    assert sum(not expected for _, expected in rows) * 4 >= len(rows)


def test_a_byline_ends_where_the_text_as_published_has_a_gap() -> None:
    text = "记者宋若编辑韩文舟责编陆维桢"
    gaps = frozenset((4, 6, 9, 11))
    edges = Edges(text, [])
    found = persons.find(text, Mentions([]), edges, gaps)
    assert [(one.text, one.byline) for one in sorted(found, key=lambda m: m.start)] == [
        ("宋若", True),
        ("韩文舟", True),
        ("陆维桢", True),
    ]
