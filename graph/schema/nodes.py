"""Every type of node: (:Person), (:InspectionTeam), … (:Article), (:Evidence), (:Name)."""

from graph.schema import properties as p
from graph.schema.declare import Label, NodeType

_ENTITY = (
    p.ID,
    p.NAME,
    p.texts("aliases", "别名", "aliases", "Other surface forms, as written."),
    p.texts("all_ids", "全部编号", "all ids", "This id and every earlier one; each still answers."),
    p.texts("reasons", "合并理由", "reasons", "Why mentions of several articles are one."),
    p.N_ARTICLES,
    p.FIRST_REPORTED,
    p.LAST_REPORTED,
    p.DIGEST,
)

PERSON = NodeType(
    "Person", Label("人物", "Person"), "A named individual.",
    (*_ENTITY, p.flag("official", "公职", "official", "Holds or held a public post.")),
)  # fmt: skip
INSPECTION_TEAM = NodeType(
    "InspectionTeam", Label("督察组", "Inspection team"), "A temporary body with a task.",
    (*_ENTITY, p.text("founder", "派出地区", "founder", "Id of the district that sends it."),
     p.text("round", "轮次", "round", "Year or round of the task.")),
)  # fmt: skip
DISTRICT = NodeType(
    "District", Label("行政区", "District"), "An administrative division of any level.",
    (*_ENTITY, p.text("code", "区划代码", "code", "GB/T 2260 or GB/T 10114 code."),
     p.text("full_name", "全称", "full name", "The path from the province down."),
     p.text("level", "层级", "level", "country, province, prefecture, county or township.")),
)  # fmt: skip
PUBLIC_BODY = NodeType(
    "PublicBody", Label("公共机构", "Public body"),
    "Party, government, legislature, court, procuratorate, military, and their offices.",
    (*_ENTITY, p.text("area", "所属地区", "area", "Id of its district, when known."),
     p.text("organ", "机关", "organ", "The organ without its area, in its full form.")),
)  # fmt: skip
ENTERPRISE = NodeType(
    "Enterprise", Label("企业", "Enterprise"), "A company or a bank.", _ENTITY
)  # fmt: skip
ORGANIZATION = NodeType(
    "Organization", Label("组织", "Organization"),
    "Universities, schools, hospitals, associations, media, foreign and international bodies.",
    _ENTITY,
)  # fmt: skip
EVENT = NodeType(
    "Event", Label("活动", "Event"), "What an article reports as happening at a time.",
    (*_ENTITY, p.text("kind", "类别", "kind", "One of the kinds of the guide."),
     p.DATE, p.DATE_MIN, p.DATE_MAX),
    indexed=("date_min",),
)  # fmt: skip
PLACE = NodeType(
    "Place", Label("地点", "Place"), "A venue, park, zone, site, village or community.", _ENTITY
)
POST = NodeType(
    "Post", Label("职位", "Post"), "An office of one body; made when HOLDS is loaded.",
    (*_ENTITY, p.TITLE),
)  # fmt: skip

ARTICLE = NodeType(
    "Article", Label("稿件", "Article"), "One news text, whole, as published.",
    (p.ID, p.text("title", "标题", "title", "The headline."),
     p.date("date", "日期", "date", "Day of publication."),
     p.text("source", "来源", "source", "The paper."),
     p.text("page", "版", "page", "The page of the paper."),
     p.text("place", "发表地", "place", "Where it was published, as a path."),
     p.texts("authors", "作者", "authors", "Bylines; they are no Persons of the graph."),
     p.text("url", "网址", "url", "Where it can be read."),
     p.text("text", "正文", "text", "The text as read; offsets count its code points."),
     p.text("file", "文件", "file", "Name of the file it was read from."),
     p.integer("file_start", "起点", "file start", "Where the text begins in that file."),
     p.text("same_text", "同文", "same text", "Hash shared by reprints of one text."),
     p.DIGEST),
    entity=False, indexed=("date",),
)  # fmt: skip
EVIDENCE = NodeType(
    "Evidence", Label("证据", "Evidence"), "Where an article states a fact.",
    (p.ID, p.text("edge_id", "边", "edge id", "Id of the edge it supports."),
     p.text("edge_type", "边类型", "edge type", "Type of that edge."),
     p.text("source", "起点", "source", "Id of the edge's source."),
     p.text("target", "终点", "target", "Id of the edge's target."),
     p.QUOTE, p.ARTICLE,
     p.integer("start", "始", "start", "First code point of the quote."),
     p.integer("stop", "终", "stop", "Code point after the quote."),
     p.text("in", "所在", "in", "text or title: what the offsets count in."),
     p.text("sentence", "句子", "sentence", "The sentence around the quote, line breaks healed."),
     p.text("rule", "规则", "rule", "The rule or model that read it."),
     p.text("extractor", "抽取器", "extractor", "Program and version."),
     p.CONFIDENCE, p.DATE, p.VALID_FROM, p.VALID_TO,
     p.STATUS, p.TITLE, p.ROLE, p.ORDER, p.LISTED_AS, p.DIGEST),
    entity=False, indexed=("edge_id",),
)  # fmt: skip
NAME_NODE = NodeType(
    "Name", Label("名字", "Name"), "A text that names entities; every look-up starts here.",
    (p.ID, p.text("text", "文本", "text", "The name as written; unique."),
     p.text("search", "检索", "search", "Text, pinyin and initials, for the full-text index."),
     p.DIGEST),
    entity=False, unique=("id", "text"), searched="search",
)  # fmt: skip

NODES: dict[str, NodeType] = {
    node.name: node
    for node in (
        PERSON, INSPECTION_TEAM, DISTRICT, PUBLIC_BODY, ENTERPRISE, ORGANIZATION, EVENT, PLACE,
        POST, ARTICLE, EVIDENCE, NAME_NODE,
    )
}  # fmt: skip
ENTITIES: tuple[str, ...] = tuple(node.name for node in NODES.values() if node.entity)
