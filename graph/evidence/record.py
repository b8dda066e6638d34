"""Record: what one article says. One JSON object a line; the public contract, version 1."""

import msgspec

from graph.evidence.article import Article

VERSION = 1
"""Version of the record format; read for ever, a later one is refused in a sentence."""


class Entity(msgspec.Struct, omit_defaults=True):
    """A thing that the article names.

    Attributes:
        id: Local to the record: `e1`, `e2`, …
        name: The fullest form in the text; every other surface form is an alias.
        mentions: `[start, stop)` in code points of `article.text`, one for each time it is named.
        kind: Events only, one of the kinds of the guide.
        date: Events only, an ISO prefix.
        resolved: Names worked out from context that do not stand in the text as such, the fullest
            first (湖南省委 where the text says 省委); they count as names when articles are joined.
        byline: The person wrote the article; kept out of the graph.
        other: Keys that the contract does not know; kept as they came, here and below.
    """

    id: str
    type: str
    name: str
    aliases: list[str] = []
    mentions: list[tuple[int, int]] = []
    kind: str = ""
    date: str = ""
    resolved: list[str] = []
    byline: bool = False
    other: dict[str, object] = {}


class Evidence(msgspec.Struct, omit_defaults=True, rename={"where": "in"}):
    """Where the article states a relation; `text[start:stop] == quote`, or it is rejected."""

    start: int
    stop: int
    quote: str
    where: str = "text"
    rule: str = ""
    confidence: float = 1.0
    other: dict[str, object] = {}

    def __post_init__(self) -> None:
        """Share the default: msgspec leaves a default out when it is the same object, not its equal."""
        if self.where == "text":
            self.where = "text"


class Relation(msgspec.Struct, omit_defaults=True):
    """A typed, directed fact between two entities of the record, with its evidence.

    `status` belongs to HOLDS, `role`, `order` and `listed_as` to ATTENDS, `event` (an entity id)
    to SIGNS_WITH. Dates are ISO prefixes; empty means not stated.
    """

    type: str
    source: str
    target: str
    evidence: list[Evidence]
    title: str = ""
    status: str = ""
    role: str = ""
    order: int = 0
    listed_as: str = ""
    date: str = ""
    valid_from: str = ""
    valid_to: str = ""
    event: str = ""
    other: dict[str, object] = {}


class Record(msgspec.Struct, omit_defaults=True):
    """What one article says, and who read it so."""

    article: Article
    entities: list[Entity]
    relations: list[Relation]
    extractor: str = ""
    govgraph: int = VERSION
    other: dict[str, object] = {}
