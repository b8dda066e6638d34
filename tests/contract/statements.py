"""Statements such as researchers write, each with how to compare and, for some, the answer.

Every one must give the same columns and the same rows on both stores.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Case:
    """A statement, its parameters, and the rows it must give when they are known."""

    text: str
    given: Mapping[str, object] = field(default_factory=dict)
    answer: tuple[tuple[object, ...], ...] | None = None

    @property
    def ordered(self) -> bool:
        """The order of the rows counts."""
        return "ORDER BY" in self.text


def _case(text: str, *answer: tuple[object, ...], **given: object) -> Case:
    return Case(text, given, answer or None)


CASES: tuple[Case, ...] = (
    # Counting and listing
    _case("MATCH (n:Person) RETURN count(n) AS n", (8,)),
    _case("MATCH (n:Entity) RETURN count(n) AS n", (29,)),
    _case("MATCH ()-[e:HOLDS]->() RETURN count(e) AS n", (5,)),
    _case("MATCH (n:Person) RETURN n.name AS name ORDER BY name, n.id"),
    _case("MATCH (n:Person) RETURN DISTINCT n.name ORDER BY n.name DESC"),
    _case("MATCH (n:Entity) UNWIND labels(n) AS label WITH label, count(*) AS n "
          "RETURN label, n ORDER BY n DESC, label"),
    _case("MATCH (a)-[e]->(b) RETURN type(e) AS type, count(*) AS n ORDER BY n DESC, type"),
    _case("MATCH (n:Person) WHERE n.official RETURN n.id ORDER BY n.id"),
    _case("MATCH (n:Person) RETURN n.id ORDER BY n.id SKIP 2 LIMIT 3", ("lin-b",), ("miao",), ("ouyang",)),
    _case("MATCH (n:Nobody) RETURN n.name AS name, n.id"),
    _case("MATCH (n:Person) WHERE n.name = $name RETURN n.id", name="没有此人"),
    # By name
    _case("MATCH (:Name {text: $person})-[:NAMES]->(p:Person) RETURN p.id ORDER BY p.id",
          ("lin-a",), ("lin-b",), person="林静安"),
    _case("MATCH (:Name {text: $person})-[:NAMES]->(p:Person) RETURN p.name", person="O'Zhao"),
    _case("MATCH (:Name {text: '😀'})-[:NAMES]->(p) RETURN p.name", ('赵"子"`明',)),
    _case("MATCH (p:Person) WHERE p.name STARTS WITH '𣲗' RETURN p.name, size(p.name) AS n"),
    _case("MATCH (p:Person) WHERE p.name CONTAINS '静' RETURN p.id ORDER BY p.id"),
    _case("MATCH (p:Person) WHERE p.name ENDS WITH '舒' RETURN p.name", ("周望舒",)),
    _case("MATCH (p:Person) WHERE p.name =~ '林.+' RETURN count(*) AS n", (2,)),
    _case("MATCH (p:Person) WHERE '林书记' IN p.aliases RETURN p.id", ("lin-a",)),
    _case("MATCH (p:Person) WHERE any(a IN p.aliases WHERE a CONTAINS 'Zhao') RETURN p.id",
          ("zhao",)),
    _case("MATCH (n:Name)-[e:NAMES]->(p) WITH n.text AS text, count(p) AS n WHERE n > 1 "
          "RETURN text, n", ("林静安", 2)),
    # Posts
    _case("MATCH (p:Person)-[h:HOLDS]->(o:Post)-[:OF]->(b) WHERE p.id = $id "
          "RETURN o.title, b.name, h.status, h.attested_first, h.attested_last",
          ("书记", "云溪区委", "current", "2023-11-14", "2023-11-16"), id="lin-a"),
    _case("MATCH (p:Person)-[h:HOLDS]->(o:Post {title: '区长'})-[:OF]->(b:District {name: '云溪区'}) "
          "RETURN p.name, h.status, h.valid_from, h.valid_to ORDER BY p.name"),
    _case("MATCH (p:Person)-[h:HOLDS]->(o:Post)-[:OF]->(b:PublicBody|District) "
          "RETURN p.name, o.title, b.name, labels(b)[0] IS NOT NULL AS known ORDER BY p.id, o.id"),
    _case("MATCH (p:Person)-[:HOLDS]->() WITH p, count(*) AS n WHERE n > 1 RETURN p.name, n",
          ("欧阳砚", 2)),
    _case("MATCH (p:Person) WHERE NOT (p)-[:HOLDS]->() RETURN p.id ORDER BY p.id"),
    _case("MATCH (p:Person) WHERE EXISTS { (p)-[h:HOLDS]->() WHERE h.status = 'removed' } "
          "RETURN p.name", ("欧阳砚",)),
    _case("MATCH (a:Person)-[x:HOLDS]->(o:Post)<-[y:HOLDS]-(b:Person) WHERE x.status = 'removed' "
          "AND y.status = 'appointed' RETURN a.name, b.name, o.title", ("欧阳砚", "何其朗", "区长")),
    _case("MATCH (p:Person) OPTIONAL MATCH (p)-[:HOLDS]->(o:Post) "
          "WITH p, o ORDER BY o.title RETURN p.id, collect(o.title) AS titles ORDER BY p.id"),
    _case("MATCH (p:Person)-[h:HOLDS]->(o) RETURN p.name + o.title AS both, coalesce(h.valid_from, "
          "'未知') AS since ORDER BY both"),
    # Teams
    _case("MATCH (p:Person)-[e:LEADS|DEPUTY_LEADS]->(t:InspectionTeam {name: $team}) "
          "RETURN p.name, type(e), e.title, e.quote ORDER BY type(e), p.name",
          ("缪一鸣", "DEPUTY_LEADS", "副组长", "副组长缪一鸣"),
          ("周望舒", "LEADS", "组长", "组长周望舒"), team="青岚市第一督察组"),
    _case("MATCH (t:InspectionTeam)-[i:INSPECTS]->(d) RETURN t.name, d.name, i.valid_from, "
          "i.valid_to ORDER BY t.name"),
    _case("MATCH (t:InspectionTeam)-[i:INSPECTS]->(d:District) WHERE i.valid_from <= '2023-11-15' "
          "AND (i.valid_to IS NULL OR i.valid_to >= '2023-11-15') RETURN t.name, d.name"),
    _case("MATCH (p)-[:LEADS]->(t)-[:INSPECTS]->(d)-[:PART_OF]->(c) RETURN p.name, c.name "
          "ORDER BY p.name"),
    # Events
    _case("MATCH (p)-[a:ATTENDS]->(e:Event) WHERE e.date_max >= $from AND e.date_min <= $to "
          "RETURN e.name, p.name, a.role, a.order ORDER BY e.id, a.order, p.id",
          **{"from": "2023-11-14", "to": "2023-11-20"}),
    _case("MATCH (p)-[a:ATTENDS]->(e:Event {id: 'meeting'}) RETURN p.name, a.role ORDER BY a.order",
          ("周望舒", "通报"), ("缪一鸣", "部署"), ("林静安", "汇报"), ("何其朗", "出席")),
    _case("MATCH (p:Person)-[:ATTENDS]->(e)<-[:ATTENDS]-(q:Person) WHERE p.id < q.id "
          "RETURN p.name, q.name, count(e) AS together ORDER BY together DESC, p.name, q.name"),
    _case("MATCH (e:Event) WHERE e.date IS NULL RETURN e.name", ("座谈会",)),
    _case("MATCH (e:Event) RETURN e.name, e.date ORDER BY e.date, e.name"),
    _case("MATCH (e:Event) RETURN substring(e.date, 0, 7) AS month, count(*) AS n ORDER BY month"),
    _case("MATCH (e:Event)-[:HELD_IN]->(w) OPTIONAL MATCH (w)-[:PART_OF*0..3]->(d:District) "
          "RETURN e.name, w.name, d.name ORDER BY e.name, d.name"),
    _case("MATCH (d:District {name: '云溪区'})<-[:PART_OF*0..4]-(x)<-[:HELD_IN]-(e:Event) "
          "RETURN e.name ORDER BY e.name", ("动员汇报会",), ("集中签约仪式",)),
    _case("MATCH (e:Event) RETURN e.name, COUNT { (e)<-[:ATTENDS]-() } AS people "
          "ORDER BY people DESC, e.id"),
    _case("MATCH (e:Event) RETURN e.id, COLLECT { MATCH (e)<-[a:ATTENDS]-(p) RETURN p.name "
          "ORDER BY a.order, p.id } AS list ORDER BY e.id"),
    _case("MATCH (p:Person)-[a:ATTENDS]->(e) RETURN p.name, min(a.order) AS first, max(a.order) AS "
          "last, avg(a.order) AS mean ORDER BY p.name"),
    _case("MATCH (x)-[:ATTENDS]->(e:Event {kind: 'signing'}) RETURN x.name, "
          "CASE WHEN x:Person THEN '人' WHEN x:Enterprise THEN '企业' ELSE '其他' END AS kind "
          "ORDER BY kind, x.id"),
    # Signings and visits
    _case("MATCH (d:District {name: '云溪区'})-[s:SIGNS_WITH]-(x) RETURN x.name, s.date ORDER BY x.name",
          ("晴空科技", "2023-11-15"), ("清河银行", "2023-11-15")),
    _case("MATCH (p:Person)-[v:VISITS]->(x) RETURN p.name, x.name, v.date ORDER BY v.date, p.name"),
    _case("MATCH (p:Person)-[v:VISITS]->(x) WITH p, x, collect(v.date) AS days "
          "RETURN p.name, x.name, size(days) AS times ORDER BY times DESC, p.name",
          ("林静安", "东湖园区", 2), ("何其朗", "晴空科技", 1)),
    _case("MATCH (p:Person)-[v:VISITS]->() WHERE date(v.date) > date('2023-11-13') "
          "RETURN p.name, v.date ORDER BY p.name"),
    _case("MATCH ()-[v:VISITS]->() WITH date(v.date) AS day RETURN day.year AS year, day.month AS "
          "month, count(*) AS n"),
    _case("MATCH (a)-[v:VISITS]->(b), (a)-[w:VISITS]->(b) WHERE v.date < w.date RETURN "
          "duration.between(date(v.date), date(w.date)).days AS days", (4,)),
    # Places
    _case("MATCH p = (:District {name: '河沿镇'})-[:PART_OF*]->(d) RETURN d.name, length(p) AS steps "
          "ORDER BY steps", ("柳坪县", 1), ("青岚市", 2)),
    _case("MATCH (d:District) WITH d ORDER BY d.id RETURN d.level, collect(d.name) AS names ORDER BY d.level"),
    _case("MATCH (d:District {name: '青岚市'})<-[:PART_OF*1..3]-(x) RETURN x.name ORDER BY x.name"),
    _case("MATCH (d:District)((x)-[:PART_OF]->(y)){1,2}(c:District {name: '青岚市'}) "
          "RETURN d.name, size(x) AS steps ORDER BY d.name"),
    # Paths
    _case("MATCH (a:Person {id: 'lin-a'}), (b:Person {id: 'zhou'}), p = shortestPath("
          "(a)-[:ATTENDS|LEADS|INSPECTS|VISITS|HOLDS*..6]-(b)) RETURN length(p) AS n", (2,)),
    _case("MATCH (a:Person {id: 'lin-a'}), (b:Enterprise {id: 'bank'}), p = shortestPath("
          "(a)-[:ATTENDS|VISITS|SIGNS_WITH|PART_OF|HELD_IN*..6]-(b)) "
          "RETURN length(p) AS n, [n IN nodes(p) | n.name][3] AS last", (3, "清河银行")),
    _case("MATCH p = (a:Person {id: 'miao'})-[:LEADS|INSPECTS*1..2]->(x) RETURN x.name ORDER BY x.name",
          ("柳坪县",), ("青岚市第二督察组",)),
    _case("MATCH p = (:Person {id: 'miao'})-[:LEADS]->(:InspectionTeam) RETURN p"),
    _case("MATCH (a:Person)-[e1:ATTENDS]->()-[e2:HELD_IN]->(w) RETURN DISTINCT a.name, w.name "
          "ORDER BY a.name, w.name"),
    # Evidence
    _case("MATCH (p)-[e:LEADS]->(t) WHERE e.id = $id WITH e MATCH (v:Evidence {edge_id: e.id}) "
          "RETURN v.quote, v.article ORDER BY v.article",
          ("组长周望舒", "a1"), ("组长周望舒", "a3"), id="leads-zhou-team-1-"),
    _case("MATCH (v:Evidence {edge_id: $id})-[:FROM_ARTICLE]->(a:Article) RETURN a.title, a.date, "
          "v.sentence, v.start, v.stop ORDER BY a.date", id="holds-lin-a-secretary-"),
    _case("MATCH (v:Evidence)-[:FROM_ARTICLE]->(a) RETURN a.id, count(v) AS n ORDER BY n DESC, a.id"),
    _case("MATCH (a:Article)-[m:MENTIONS]->(x:Person) WITH a, x ORDER BY x.id RETURN a.title, "
          "collect(x.name) AS names ORDER BY a.title"),
    _case("MATCH (a:Article) RETURN a.title, a.source, a.authors, size(a.text) AS n ORDER BY a.date"),
    _case("MATCH (a:Article) WHERE a.text CONTAINS '督察' RETURN a.id ORDER BY a.id"),
    _case("MATCH ()-[e]->() WHERE e.n_articles >= 2 RETURN type(e), e.quote ORDER BY e.id"),
    _case("MATCH ()-[e:HOLDS]->() WHERE NOT EXISTS { MATCH (v:Evidence) WHERE v.edge_id = e.id } "
          "RETURN count(*) AS n", (0,)),
    _case("MATCH (v:Evidence) RETURN v.rule, count(*) AS n, round(avg(v.confidence), 2) AS mean"),
    # Whole values
    _case("MATCH (p:Person {id: 'zhao'}) RETURN p"),
    _case("MATCH (p:Person)-[e:LEADS]->(t) RETURN p, e, t ORDER BY e.id"),
    _case("MATCH (p:Person {id: 'lin-a'}) RETURN properties(p) AS all"),
    _case("MATCH (p:Person {id: 'lin-a'}) RETURN p {.name, .official, posts: [(p)-[:HOLDS]->(o) | "
          "o.title]} AS card"),
    _case("RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS squares, {a: 1, 乙: [true, null]} AS "
          "map", ([1, 9, 25], {"a": 1, "乙": [True, None]})),
    _case("RETURN date('2023-11-13') + duration('P18D') AS end, date('2023-11') AS month",
          ("2023-12-01", "2023-11-01")),
    _case("RETURN toUpper('ab') AS a, split('甲、乙', '、') AS b, replace('区长', '长', '') AS c, "
          "trim(' x ') AS d, toInteger('7') AS e, toFloat('0.5') AS f, reverse('徐汇') AS g"),
    _case("UNWIND $names AS name OPTIONAL MATCH (:Name {text: name})-[:NAMES]->(x) "
          "RETURN name, x.id ORDER BY name, x.id", names=["云溪区", "无此地", "林静安"]),
    _case("WITH 1 AS x UNWIND [1, 2, 3] AS y WITH x, y WHERE y > x RETURN sum(y) AS total", (5,)),
    _case("MATCH (p:Person) RETURN p.name AS name UNION MATCH (e:Enterprise) RETURN e.name AS name"),
    _case("MATCH (p:Person) CALL (p) { MATCH (p)-[:ATTENDS]->(e) RETURN count(e) AS n } "
          "RETURN p.name, n ORDER BY n DESC, p.id"),
    _case("MATCH (n:Person|Enterprise) WHERE n.name <> '晴空科技' RETURN count(n) AS n", (9,)),
    _case("MATCH (n:Entity&!Person) RETURN count(n) AS n", (21,)),
    _case("MATCH (n:Entity) WHERE n.id IN ['zhou', 'park', 'x'] RETURN n.name ORDER BY n.id"),
    _case("MATCH (n:Entity)-[e]-() RETURN n.id, count(e) AS degree ORDER BY degree DESC, n.id LIMIT 5"),
    _case("MATCH (p:Person) WITH p ORDER BY p.id LIMIT 3 MATCH (p)-[e]->(x:Entity) "
          "RETURN p.id, type(e), x.id ORDER BY p.id, type(e), x.id"),
    # The catalogue of the store, and full text
    _case("CALL db.labels() YIELD label WHERE label IN ['Person', 'Event'] RETURN label ORDER BY label",
          ("Event",), ("Person",)),
    _case("CALL db.relationshipTypes() YIELD relationshipType AS t WITH t WHERE t STARTS WITH 'H' "
          "RETURN t ORDER BY t", ("HELD_IN",), ("HOLDS",)),
    _case("CALL db.index.fulltext.queryNodes('name_ft', $q) YIELD node RETURN node.text "
          "ORDER BY node.text", ("青岚市第一督察组",), ("青岚市第二督察组",), q='"督察组"'),
    _case("CALL db.index.fulltext.queryNodes('name_ft', $q) YIELD node MATCH (node)-[:NAMES]->(x) "
          "RETURN node.text, x.id ORDER BY x.id", ("林静安", "lin-a"), ("林静安", "lin-b"), q="lja*"),
)  # fmt: skip
