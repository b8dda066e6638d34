"""Every type of edge: (:Person)-[:LEADS]->(:InspectionTeam), and the rest of the table."""

from graph.schema import properties as p
from graph.schema.declare import EdgeType, Label
from graph.schema.nodes import ENTITIES

_ACTORS = ("Person", "InspectionTeam", "PublicBody", "Enterprise", "Organization", "District")
_HOSTS = ("PublicBody", "InspectionTeam", "Organization", "Enterprise", "District")
_OWNERS = ("PublicBody", "District", "Enterprise", "Organization")
_STOPS = (*_OWNERS, "Place")
_PARTIES = ("Enterprise", "Organization", "PublicBody", "District")
_STRUCTURE = (p.ID, p.DIGEST)

LEADS = EdgeType(
    "LEADS", Label("带领", "leads"), "Heads an inspection team.",
    ("Person",), ("InspectionTeam",), (*p.FACT, p.TITLE),
)  # fmt: skip
DEPUTY_LEADS = EdgeType(
    "DEPUTY_LEADS", Label("副职带领", "deputy leads"), "Is a deputy head of an inspection team.",
    ("Person",), ("InspectionTeam",), (*p.FACT, p.TITLE),
)  # fmt: skip
HOLDS = EdgeType(
    "HOLDS", Label("任", "holds"), "One tenure of a post.",
    ("Person",), ("Post",),
    (*p.FACT, p.STATUS,
     p.day("attested_first", "最早见报", "attested first", "First day on which it is reported."),
     p.day("attested_last", "最晚见报", "attested last", "Last day on which it is reported.")),
)  # fmt: skip
ATTENDS = EdgeType(
    "ATTENDS", Label("参加", "attends"), "Took part in an event.",
    _ACTORS, ("Event",), (*p.FACT, p.ROLE, p.ORDER, p.LISTED_AS),
)  # fmt: skip
ORGANIZES = EdgeType(
    "ORGANIZES", Label("主办", "organizes"), "Held the event.", _HOSTS, ("Event",), p.FACT
)
HELD_IN = EdgeType(
    "HELD_IN", Label("举行于", "held in"), "Where the event took place.",
    ("Event",), ("Place", "District", "PublicBody", "Enterprise", "Organization"), p.FACT,
)  # fmt: skip
INSPECTS = EdgeType(
    "INSPECTS", Label("督察", "inspects"), "The team's task is about it; the period is the stay.",
    ("InspectionTeam",), _STOPS, p.FACT,
)  # fmt: skip
VISITS = EdgeType(
    "VISITS", Label("走访", "visits"), "Came to see it on duty.", ("Person",), _STOPS, p.FACT
)
SIGNS_WITH = EdgeType(
    "SIGNS_WITH", Label("签约", "signs with"), "Both signed an agreement.",
    _PARTIES, _PARTIES,
    (*p.FACT, p.text("event", "场合", "event", "Id of the signing event, when stated.")),
    symmetric=True,
)  # fmt: skip

OF = EdgeType(
    "OF", Label("属于", "of"), "The body whose post it is.",
    ("Post",), _OWNERS, _STRUCTURE, fact=False,
)  # fmt: skip
PART_OF = EdgeType(
    "PART_OF", Label("隶属", "part of"), "Lies in or belongs to.",
    ("District", "PublicBody", "Place", "Enterprise", "Organization"), ("District", "PublicBody"),
    (p.ID, p.text("basis", "依据", "basis", "stated, register (of divisions), or article: where it plays."),
     p.DIGEST),
    fact=False,
)  # fmt: skip
NAMES = EdgeType(
    "NAMES", Label("指称", "names"), "The text names the entity.",
    ("Name",), ENTITIES,
    (p.ID, p.text("kind", "种类", "kind", "full, short, alias or former."), p.DIGEST),
    fact=False,
)  # fmt: skip
MENTIONS = EdgeType(
    "MENTIONS", Label("提到", "mentions"), "The article names the entity.",
    ("Article",), ENTITIES,
    (p.ID, p.integer("count", "次数", "count", "How many times."), p.DIGEST),
    fact=False,
)  # fmt: skip
FROM_ARTICLE = EdgeType(
    "FROM_ARTICLE", Label("出自", "from article"), "The article that the evidence stands in.",
    ("Evidence",), ("Article",), _STRUCTURE, fact=False,
)  # fmt: skip

EDGES: dict[str, EdgeType] = {
    edge.name: edge
    for edge in (
        LEADS, DEPUTY_LEADS, HOLDS, ATTENDS, ORGANIZES, HELD_IN, INSPECTS, VISITS, SIGNS_WITH,
        OF, PART_OF, NAMES, MENTIONS, FROM_ARTICLE,
    )
}  # fmt: skip
FACTS: tuple[str, ...] = tuple(edge.name for edge in EDGES.values() if edge.fact)
