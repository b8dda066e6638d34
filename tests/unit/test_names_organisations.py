"""Names of organisations, firms and places: found whole, of the right type, and not where words only say of what sort a thing is."""

import pytest

from graph.evidence import Article, verify
from loaders.grammar import extract

TYPES = ("Organization", "Enterprise", "Place")


def named(text: str) -> set[tuple[str, str]]:
    record, issues = verify(extract(Article(id="article-1", text=text)))
    assert record is not None
    assert issues == []
    return {(one.type, one.name) for one in record.entities if one.type in TYPES}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "明河大学学生处处长安怀瑾主持。",
            {("Organization", "明河大学"), ("Organization", "明河大学学生处")},
        ),
        (
            "晨曦集团战略发展部副部长詹国栋参加。",
            {("Enterprise", "晨曦集团"), ("Enterprise", "晨曦集团战略发展部")},
        ),
        ("明河大学洛城分校副校长安怀瑾出席。", {("Organization", "明河大学洛城分校")}),
        (
            "明河中学校长协会主席安怀瑾说。",
            {("Organization", "明河中学"), ("Organization", "明河中学校长协会")},
        ),
        ("阿尔文·本森大学教授安怀瑾表示欢迎。", {("Organization", "阿尔文·本森大学")}),
        ("据菲律宾《明河日报》报道，会议于8月1日举行。", {("Organization", "明河日报")}),
        (
            "本次签约的40家企业参加，其中包括远帆、北沃德、卡尔曼等。",
            {("Enterprise", "远帆"), ("Enterprise", "北沃德"), ("Enterprise", "卡尔曼")},
        ),
        (
            "引入明河绿碳基金、白石资本、柳浦钢铁等7家战略投资者。",
            {
                ("Enterprise", "明河绿碳基金"),
                ("Enterprise", "白石资本"),
                ("Enterprise", "柳浦钢铁"),
            },
        ),
        (
            "安怀瑾任中国明河电子集团公司副总经理，后出任中国明河电子集团有限公司董事。",
            {("Enterprise", "中国明河电子集团有限公司")},
        ),
        (
            "白石村、柳浦社区、三桥居、孙家庄参加演练。",
            {
                ("Place", "白石村"),
                ("Place", "柳浦社区"),
                ("Place", "三桥居"),
                ("Place", "孙家庄"),
            },
        ),
        ("街道西临白石湿地公园，东接柳浦镇。", {("Place", "白石湿地公园")}),
        ("货轮从天津港起航。", {("Place", "天津港")}),
        (
            "中国盲人协会青年工作委员会主任安怀瑾出席。",
            {
                ("Organization", "中国盲人协会"),
                ("Organization", "中国盲人协会青年工作委员会"),
            },
        ),
        ("会议在明河大学体育馆召开。", {("Organization", "明河大学"), ("Place", "明河大学体育馆")}),
        ("明河经开区管委会主任安怀瑾出席。", {("Place", "明河经开区")}),
        (
            "韩国央行、日本防卫省派人参加。",
            {("Organization", "韩国央行"), ("Organization", "日本防卫省")},
        ),
        (
            "国际青竹组织、世界白石协会派人参加。",
            {("Organization", "国际青竹组织"), ("Organization", "世界白石协会")},
        ),
        ("工行、南航参加会议。", {("Enterprise", "工行"), ("Enterprise", "南航")}),
        ("中国建筑学会举行年会。", {("Organization", "中国建筑学会")}),
        ("首都师范大学举行典礼。", {("Organization", "首都师范大学")}),
        (
            "明河科技、云帆生物、远东药业负责人参加座谈。",
            {("Enterprise", "明河科技"), ("Enterprise", "云帆生物"), ("Enterprise", "远东药业")},
        ),
        ("项目由远帆资本投资建设。", {("Enterprise", "远帆资本")}),
        ("他来到“木棉花”康养社区。", {("Place", "“木棉花”康养社区")}),
        (
            "中国云湖重工集团有限公司与青溪县签约。云湖重工集团将投资。",
            {("Enterprise", "中国云湖重工集团有限公司")},
        ),
    ],
)
def test_a_name_is_found_whole(text: str, expected: set[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "员工行为规范得到加强。",
        "建设一批区域性示范基地。",
        "房地产市场和建筑市场平稳。",
        "划定自然保护区域，建成郊野公园。",
        "公司有21个境内营业部。",
        "各部门面向大学二年级学生开放岗位。",
        "来源：新华社",
        "看望维吾尔族村民。",
        "中国电池公司发展很快。",
        "要守好古村，记住乡愁。",
        "会同村干部随机抽查。",
        "工作人员建立了网上纪念馆。",
        "他辞去公司职务。",
        "推进防灾工作进社区。",
        "各驻地高校社科联负责人参加。",
    ],
)
def test_words_that_say_of_what_sort_a_thing_is_name_none(text: str) -> None:
    assert named(text) == set()
