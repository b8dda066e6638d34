"""A small invented graph: one city, its districts, two teams, eight people, ten days of November.

Two people bear one name; a post changes hands; a fact is told by two papers; names hold rare
characters, quotation marks, a backtick, an emoji.
"""

from collections.abc import Iterator
from functools import cache

from graph.schema import EDGES, NODES, Edge, Graph, Node, Value

_REPORTED: dict[str, Value] = {"first_reported": "2023-11-14", "last_reported": "2023-11-16"}

PEOPLE = (
    ("lin-a", "林静安", True, ["林书记"]),
    ("lin-b", "林静安", False, []),
    ("zhou", "周望舒", True, []),
    ("he", "何其朗", True, ["何局长"]),
    ("ouyang", "欧阳砚", True, []),
    ("miao", "缪一鸣", True, []),
    ("rare", "𣲗小川", False, []),
    ("zhao", '赵"子"`明', False, ["O'Zhao", "😀"]),
)
DISTRICTS = (
    ("qinglan", "青岚市", "", "青岚市", "prefecture"),
    ("yunxi", "云溪区", "qinglan", "青岚市云溪区", "county"),
    ("liuping", "柳坪县", "qinglan", "青岚市柳坪县", "county"),
    ("heyan", "河沿镇", "liuping", "青岚市柳坪县河沿镇", "township"),
)
BODIES = (
    ("committee", "云溪区委", "yunxi", "区委"),
    ("government", "云溪区人民政府", "yunxi", "区人民政府"),
    ("ecology", "青岚市生态环境局", "qinglan", "生态环境局"),
)
POSTS = (
    ("secretary", "committee", "PublicBody", "书记"),
    ("head", "yunxi", "District", "区长"),
    ("director", "ecology", "PublicBody", "局长"),
    ("town-head", "heyan", "District", "镇长"),
)
EVENTS = (
    ("meeting", "动员汇报会", "meeting", "2023-11-13", "2023-11-13", "2023-11-13"),
    ("signing", "集中签约仪式", "signing", "2023-11-15", "2023-11-15", "2023-11-15"),
    ("visit", "调研", "visit", "2023-11", "2023-11-01", "2023-11-30"),
    ("undated", "座谈会", "meeting", "", "", ""),
)
ARTICLES = (
    ("a1", "市第一督察组进驻云溪区", "2023-11-14", "青岚日报"),
    ("a2", "云溪区集中签约", "2023-11-15", "青岚日报"),
    ("a3", "进驻云溪区", "2023-11-16", "云溪报"),
)
# type, source, target, date, title or role, order, quote, articles
FACTS: tuple[tuple[str, str, str, str, dict[str, Value], str, tuple[str, ...]], ...] = (
    ("LEADS", "zhou", "team-1", "", {"title": "组长"}, "组长周望舒", ("a1", "a3")),
    ("DEPUTY_LEADS", "miao", "team-1", "", {"title": "副组长"}, "副组长缪一鸣", ("a1",)),
    ("LEADS", "miao", "team-2", "", {"title": "组长"}, "组长缪一鸣", ("a3",)),
    ("HOLDS", "lin-a", "secretary", "", {"status": "current", "attested_first": "2023-11-14",
     "attested_last": "2023-11-16"}, "区委书记林静安", ("a1", "a2", "a3")),
    ("HOLDS", "he", "head", "2023-11-10", {"status": "appointed", "valid_from": "2023-11-10",
     "attested_first": "2023-11-14", "attested_last": "2023-11-15"}, "区长何其朗", ("a1", "a2")),
    ("HOLDS", "ouyang", "head", "2023-11-10", {"status": "removed", "valid_to": "2023-11-10"},
     "免去欧阳砚的区长职务", ("a1",)),
    ("HOLDS", "ouyang", "director", "", {"status": "current"}, "局长欧阳砚", ("a3",)),
    ("HOLDS", "lin-b", "town-head", "", {"status": "current"}, "镇长林静安", ("a2",)),
    ("ATTENDS", "zhou", "meeting", "2023-11-13", {"role": "通报", "order": 1}, "周望舒通报", ("a1",)),
    ("ATTENDS", "miao", "meeting", "2023-11-13", {"role": "部署", "order": 2}, "缪一鸣部署", ("a1",)),
    ("ATTENDS", "lin-a", "meeting", "2023-11-13", {"role": "汇报", "order": 3}, "林静安汇报", ("a1",)),
    ("ATTENDS", "he", "meeting", "2023-11-13", {"role": "出席", "order": 4, "listed_as": "区领导"},
     "何其朗出席", ("a1", "a3")),
    ("ATTENDS", "he", "signing", "2023-11-15", {"order": 1}, "何其朗", ("a2",)),
    ("ATTENDS", "lin-b", "signing", "2023-11-15", {"order": 2}, "林静安", ("a2",)),
    ("ATTENDS", "sky", "signing", "2023-11-15", {}, "晴空科技", ("a2",)),
    ("ATTENDS", "zhao", "undated", "", {"order": 1}, "赵子明", ("a3",)),
    ("ORGANIZES", "government", "signing", "2023-11-15", {}, "区政府举行", ("a2",)),
    ("ORGANIZES", "team-1", "meeting", "2023-11-13", {}, "督察组召开", ("a1",)),
    ("HELD_IN", "meeting", "yunxi", "2023-11-13", {}, "在云溪区", ("a1",)),
    ("HELD_IN", "signing", "park", "2023-11-15", {}, "在东湖园区", ("a2",)),
    ("INSPECTS", "team-1", "yunxi", "", {"valid_from": "2023-11-13", "valid_to": "2023-12-01"},
     "对云溪区开展督察", ("a1", "a3")),
    ("INSPECTS", "team-2", "liuping", "", {"valid_from": "2023-11-20"}, "进驻柳坪县", ("a3",)),
    ("VISITS", "lin-a", "park", "2023-11-12", {}, "林静安来到东湖园区", ("a1",)),
    ("VISITS", "lin-a", "park", "2023-11-16", {}, "林静安再到东湖园区", ("a3",)),
    ("VISITS", "he", "sky", "2023-11-16", {}, "何其朗走访晴空科技", ("a3",)),
    ("SIGNS_WITH", "sky", "yunxi", "2023-11-15", {"event": "signing"}, "晴空科技与云溪区", ("a2",)),
    ("SIGNS_WITH", "bank", "yunxi", "2023-11-15", {"event": "signing"}, "清河银行", ("a2",)),
)  # fmt: skip


@cache
def sample() -> Graph:
    """Give the graph, in canonical order."""
    nodes = sorted(_nodes(), key=lambda one: (list(NODES).index(one.type), one.id))
    edges = sorted(_edges(), key=lambda one: (list(EDGES).index(one.type), one.id))
    return Graph(tuple(nodes), tuple(edges))


def _nodes() -> Iterator[Node]:
    for key, name, official, aliases in PEOPLE:
        more: dict[str, Value] = {"aliases": list(aliases)} if aliases else {}
        yield Node(
            "Person",
            key,
            {"name": name, "official": official, "n_articles": 1, **more, **_REPORTED},
        )
    for key, name in (("team-1", "青岚市第一督察组"), ("team-2", "青岚市第二督察组")):
        yield Node("InspectionTeam", key, {"name": name, "founder": "qinglan", "round": "2023"})
    for key, name, _, path, level in DISTRICTS:
        yield Node("District", key, {"name": name, "full_name": path, "level": level})
    for key, name, area, organ in BODIES:
        yield Node("PublicBody", key, {"name": name, "area": area, "organ": organ})
    for key, name in (("sky", "晴空科技"), ("bank", "清河银行")):
        yield Node("Enterprise", key, {"name": name})
    yield Node("Organization", "university", {"name": "青岚大学"})
    for key, name, kind, date, first, last in EVENTS:
        dates: dict[str, Value] = (
            {"date": date, "date_min": first, "date_max": last} if date else {}
        )
        yield Node("Event", key, {"name": name, "kind": kind, **dates})
    yield Node("Place", "park", {"name": "东湖园区"})
    for key, _, _, title in POSTS:
        yield Node("Post", key, {"name": title, "title": title})
    for key, title, date, source in ARTICLES:
        text = "".join(fact[5] + "。\n" for fact in FACTS if key in fact[6])
        yield Node("Article", key, {"title": title, "date": date, "source": source, "text": text,
                                    "authors": ["记者甲", "通讯员乙"], "file_start": 0})  # fmt: skip
    yield from _evidence()
    for text in sorted({text for _, text, _ in _names()}):
        yield Node(
            "Name", f"name-{text}", {"text": text, "search": f"{text} {_PINYIN.get(text, '')}"}
        )


def _evidence() -> Iterator[Node]:
    for edge, fact in _facts():
        for article in fact[6]:
            more = {key: value for key, value in fact[4].items() if key in ("status", "role")}
            yield Node("Evidence", f"evidence-{edge.id}-{article}", {
                "edge_id": edge.id, "edge_type": edge.type, "source": edge.source,
                "target": edge.target, "quote": fact[5], "article": article, "start": 0,
                "stop": len(fact[5]), "in": "text", "sentence": f"{fact[5]}。",
                "rule": "posts.apposition", "extractor": "by hand", "confidence": 0.9, **more,
            })  # fmt: skip


def _edges() -> Iterator[Edge]:
    for edge, _ in _facts():
        yield edge
    for key, body, _, _ in POSTS:
        yield Edge("OF", f"of-{key}", key, body)
    for key, _, parent, _, _ in DISTRICTS:
        if parent:
            yield Edge("PART_OF", f"part-{key}", key, parent, {"basis": "stated"})
    for key, _, area, _ in BODIES:
        yield Edge("PART_OF", f"part-{key}", key, area, {"basis": "stated"})
    yield Edge("PART_OF", "part-park", "park", "yunxi", {"basis": "stated"})
    for key, text, kind in _names():
        yield Edge("NAMES", f"names-{text}-{key}", f"name-{text}", key, {"kind": kind})
    for article, _, _, _ in ARTICLES:
        ends = {end for _, fact in _facts() if article in fact[6] for end in fact[1:3]}
        for end in sorted(ends):
            yield Edge("MENTIONS", f"mentions-{article}-{end}", article, end, {"count": 1})
    for evidence in _evidence():
        article = str(evidence.properties["article"])
        yield Edge("FROM_ARTICLE", f"from-{evidence.id}", evidence.id, article)


def _facts() -> Iterator[
    tuple[Edge, tuple[str, str, str, str, dict[str, Value], str, tuple[str, ...]]]
]:
    for fact in FACTS:
        kind, source, target, date, more, quote, articles = fact
        day: dict[str, Value] = {"date": date, "date_min": date, "date_max": date} if date else {}
        yield Edge(kind, f"{kind.lower()}-{source}-{target}-{date}", source, target, {
            "quote": quote, "article": articles[0], "n_articles": len(articles),
            "confidence": 1.0, **day, **more,
        }), fact  # fmt: skip


def _names() -> Iterator[tuple[str, str, str]]:
    for key, name, _, aliases in PEOPLE:
        yield key, name, "full"
        for alias in aliases:
            yield key, alias, "alias"
    for key, name, _, path, _ in DISTRICTS:
        yield key, name, "full"
        if path != name:
            yield key, path, "full"
    for key, name, _, _ in BODIES:
        yield key, name, "full"
    for key, name in (("team-1", "青岚市第一督察组"), ("team-2", "青岚市第二督察组"), ("sky", "晴空科技"),
                      ("bank", "清河银行"), ("university", "青岚大学"), ("park", "东湖园区")):  # fmt: skip
        yield key, name, "full"


_PINYIN = {
    "林静安": "linjingan lin jing an lja",
    "周望舒": "zhouwangshu zhou wang shu zws",
    "云溪区": "yunxiqu yun xi qu yxq",
    "青岚市第一督察组": "qinglanshidiyiduchazu qlsdydcz",
    "青岚市第二督察组": "qinglanshidierduchazu qlsdedcz",
}
