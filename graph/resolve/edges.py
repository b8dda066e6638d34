"""Fact edges and their evidence: everything on them is recomputed from the evidence."""

from collections.abc import Iterator, Mapping, Sequence

from graph.evidence import first_day, last_day
from graph.evidence.heal import Healed, heal, sentence_around
from graph.resolve.clusters import Origin
from graph.resolve.facts import Fact, Piece, evidence_id, status_rank
from graph.schema import Edge, Node, Value, identifier

# From the guide: of several roles the most telling one, in this order.
_ROLES = ("主持", "讲话", "致辞", "通报", "部署", "汇报", "宣布", "发布", "介绍", "发言", "签约", "见证",
          "带队", "陪同", "出席", "参加")  # fmt: skip
_OUTRANKS_SPEECH = ("通报", "部署", "汇报")  # they name what the person said
_STANDING = ("current", "appointed")


class Reader:
    """Gives the healed sentence around a span; each text is healed once."""

    def __init__(self) -> None:
        """Begin with no text healed."""
        self._healed: dict[str, Healed] = {}

    def sentence(self, piece: Piece) -> str:
        """Give the sentence or sentences that hold a piece of evidence."""
        article, where = piece.origin.article, piece.evidence.where
        if where == "title":
            return " ".join(article.title.split())
        if article.id not in self._healed:
            self._healed[article.id] = heal(article.text)
        return sentence_around(self._healed[article.id], piece.evidence.start, piece.evidence.stop)


def fact_edge(fact: Fact) -> Edge:
    """Make the edge of a fact."""
    earliest = fact.pieces[0]
    found: dict[str, Value] = {
        **_times(fact.pieces),
        **reports([one.origin for one in fact.pieces]),
        "confidence": max(one.evidence.confidence for one in fact.pieces),
        "quote": earliest.evidence.quote,
        "article": earliest.origin.article.id,
    }
    if fact.type in ("LEADS", "DEPUTY_LEADS"):
        found["title"] = _first(one.relation.title for one in fact.pieces)
    elif fact.type == "ATTENDS":
        found |= _attendance(fact.pieces)
    elif fact.type == "HOLDS":
        found |= _tenure(fact.pieces)
    elif fact.type == "SIGNS_WITH":
        found["event"] = _first(one.event for one in fact.pieces)
    return Edge(fact.type, fact.id, fact.source, fact.target, stated(found))


def evidence(fact: Fact, reader: Reader) -> Iterator[tuple[Node, Edge]]:
    """Yield the evidence of a fact, each span once, with its edge to the article."""
    best: dict[str, Piece] = {}
    for piece in fact.pieces:
        key = evidence_id(fact.id, piece)
        if key not in best or _rank(piece) < _rank(best[key]):
            best[key] = piece
    for key, piece in best.items():
        article = piece.origin.article.id
        yield (
            Node("Evidence", key, _evidence(fact, piece, reader)),
            Edge("FROM_ARTICLE", identifier("from-article", key, article), key, article),
        )


def reports(origins: Sequence[Origin]) -> dict[str, Value]:
    """Give how many independent texts report something, and from when to when."""
    found: dict[str, Value] = {"n_articles": len({one.same_text for one in origins})}
    days = [one.days for one in origins if one.day]
    if days:
        found["first_reported"] = min(first for first, _ in days)
        found["last_reported"] = max(last for _, last in days)
    return found


def stated(found: Mapping[str, Value]) -> dict[str, Value]:
    """Leave out what is empty or unknown."""
    return {
        name: value
        for name, value in found.items()
        if value not in ("", [], 0) or name == "n_articles"
    }


def _rank(piece: Piece) -> tuple[float, str, str]:
    return -piece.evidence.confidence, piece.evidence.rule, piece.origin.extractor


def _first(values: Iterator[str]) -> str:
    return next((one for one in values if one), "")


def _times(pieces: Sequence[Piece]) -> dict[str, Value]:
    """Give the stated date or period, the finest of those stated, and the days that it may mean."""
    date = _finest(one.date for one in pieces if one.type != "HOLDS")
    begins = _finest(one.begins for one in pieces)
    ends = _finest(one.ends for one in pieces)
    found: dict[str, Value] = {"date": date, "valid_from": begins, "valid_to": ends}
    starts, stops = begins or date, ends or date
    if pieces[0].type == "HOLDS":
        days = [one.origin.day for one in pieces if one.status in _STANDING and one.origin.day]
        starts, stops = starts or min(days, default=""), stops or max(days, default="")
    if starts:
        found["date_min"] = first_day(starts)
    if stops:
        found["date_max"] = last_day(stops)
    return found


def _finest(dates: Iterator[str]) -> str:
    """Give the first stated date, or a later one that only makes it finer."""
    finest = ""
    for one in dates:
        if not finest or (len(one) > len(finest) and one.startswith(finest)):
            finest = one
    return finest


def _attendance(pieces: Sequence[Piece]) -> dict[str, Value]:
    return {
        "role": min((one.relation.role for one in pieces), key=role_rank),
        "order": next((one.relation.order for one in pieces if one.relation.order), 0),
        "listed_as": _first(one.relation.listed_as for one in pieces),
    }


def role_rank(role: str) -> tuple[int, str]:
    """Rank roles, the most telling first; rarer ones come before mere presence."""
    if role in _OUTRANKS_SPEECH:
        return 1, role
    if role in _ROLES:
        return _ROLES.index(role) * 2, role
    return (_ROLES.index("出席") * 2 - 1, role) if role else (len(_ROLES) * 2, role)


def _tenure(pieces: Sequence[Piece]) -> dict[str, Value]:
    latest = max(pieces, key=lambda one: (one.origin.day, status_rank(one), one.order))
    days = [one.origin.day for one in pieces if one.status in _STANDING and one.origin.day]
    return {
        "status": latest.status,
        "attested_first": min(days, default=""),
        "attested_last": max(days, default=""),
    }


def _evidence(fact: Fact, piece: Piece, reader: Reader) -> dict[str, Value]:
    at, said = piece.evidence, piece.relation
    found: dict[str, Value] = {
        "edge_id": fact.id,
        "edge_type": fact.type,
        "source": fact.source,
        "target": fact.target,
        "quote": at.quote,
        "article": piece.origin.article.id,
        "in": at.where,
        "sentence": reader.sentence(piece),
        "rule": at.rule,
        "extractor": piece.origin.extractor,
        "date": piece.date,
        "valid_from": said.valid_from,
        "valid_to": said.valid_to,
        "status": piece.status,
        "title": said.title,
        "role": said.role,
        "order": said.order,
        "listed_as": said.listed_as,
    }
    numbers: dict[str, Value] = {"start": at.start, "stop": at.stop, "confidence": at.confidence}
    return {**stated(found), **numbers}
