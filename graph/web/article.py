"""An article to read: its text healed and as published, who is named in it, what it states."""

from collections.abc import Mapping

from graph.evidence.heal import Healed, heal
from graph.store import Store
from graph.web.elements import entity_type, nodes, page_of
from graph.web.errors import NotFoundError
from graph.web.evidence import marked, names_of
from graph.web.fetch import ITEM, fetch
from graph.web.reading import healed_span, marks

MOST = 500
"""Entities, and pieces of evidence, given for one article."""

_ARTICLE = "MATCH (a:Article {id: $id}) RETURN properties(a) AS article"
_MENTIONS = """
MATCH (a:Article {id: $id})-[m:MENTIONS]->(n:Entity)
RETURN n.id AS id, labels(n) AS labels, n.name AS name, m.count AS count
ORDER BY count DESC, id
"""
_EVIDENCE = """
MATCH (v:Evidence)-[:FROM_ARTICLE]->(a:Article {id: $id})
RETURN properties(v) AS piece, v.start AS start, v.id AS id
ORDER BY start, id
"""


def article(store: Store, identity: str) -> ITEM:
    """Give one article with everything that the page marks in it.

    Offsets of `reading` and of the marks count code points of the healed text; `start` and `stop`
    of a piece of evidence count those of the text as published.

    Raises:
        NotFoundError: There is no such article.
    """
    rows = fetch(store, _ARTICLE, {"id": identity})
    if not rows or not isinstance(rows[0]["article"], Mapping):
        raise NotFoundError(f"There is no article {identity!r} in this graph.")
    found = dict(rows[0]["article"])
    found.pop("digest", None)
    healed = heal(str(found.get("text", "")))
    mentions = _mentions(store, identity)
    names = names_of(store, [str(one["id"]) for one in mentions])
    return {
        "article": found,
        "reading": {"text": healed.text, "marks": marked(marks(healed.text, names))},
        "mentions": page_of(mentions[:MOST], len(mentions)),
        "evidence": _evidence(store, identity, healed),
    }


def _mentions(store: Store, identity: str) -> list[ITEM]:
    return [
        {
            "id": row["id"],
            "type": entity_type(row["labels"]),
            "name": row["name"],
            "count": row["count"],
        }
        for row in fetch(store, _MENTIONS, {"id": identity})
    ]


def _evidence(store: Store, identity: str, healed: Healed) -> ITEM:
    rows = fetch(store, _EVIDENCE, {"id": identity})
    pieces = [_piece(row["piece"], healed) for row in rows[:MOST]]
    ends = {str(one[end]) for one in pieces for end in ("source", "target")}
    named = {one["id"]: one for one in nodes(store, sorted(ends))}
    for one in pieces:
        one["ends"] = [named.get(one["source"]), named.get(one["target"])]
    return page_of(pieces, len(rows))


def _piece(found: object, healed: Healed) -> ITEM:
    piece = dict(found) if isinstance(found, Mapping) else {}
    piece.pop("digest", None)
    span = int(piece.get("start", 0)), int(piece.get("stop", 0))
    if piece.get("in") != "title":  # a title is shown as it is
        span = healed_span(healed, *span)
    return {**piece, "mark": {"start": span[0], "stop": span[1]}}
