"""Grounding: a model's answer, held to the words of the article.

A model names quotes, not offsets. Each quote is looked for in the text; what does not stand there,
or names neither end of its relation, is refused with a reason. So an invented fact cannot enter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from graph.evidence import Article, Entity, Evidence, Issue, Record, Relation
from graph.evidence.heal import Healed, heal
from loaders.extractors.answers import refused

_CONFIDENCE = 0.5
"""Not measured: what a model says of itself is no probability, so all its facts state the same."""

_FENCE = re.compile(r"\A\s*```(?:json)?\s*|\s*```\s*\Z")


class _Thing(msgspec.Struct):
    id: str
    type: str
    name: str
    aliases: list[str] = []
    kind: str = ""
    date: str = ""


class _Said(msgspec.Struct):
    type: str
    source: str
    target: str
    quote: str
    title: str = ""
    status: str = ""
    role: str = ""
    date: str = ""
    valid_from: str = ""
    valid_to: str = ""
    event: str = ""


class _Answer(msgspec.Struct):
    entities: list[_Thing] = []
    relations: list[_Said] = []


def ground(article: Article, answer: str, extractor: str) -> Iterator[Record | Issue]:
    """Yield the record that the text bears out, and an issue for each thing that it does not."""
    try:
        said = msgspec.json.decode(_FENCE.sub("", answer), type=_Answer)
    except msgspec.DecodeError as error:
        yield refused(article, f"the model's answer cannot be read: {error}")
        return
    text = heal(article.text)
    named: dict[str, _Thing] = {}
    entities: list[Entity] = []
    for thing in said.entities:
        if (entity := _entity(text, thing)) is None:
            yield _not_there(article, f"entity {thing.name}", "its names stand nowhere in the text")
        else:
            named[thing.id] = thing
            entities.append(entity)
    relations: list[Relation] = []
    for claim in said.relations:
        found = _relation(article, text, claim, named, extractor)
        if isinstance(found, str):
            what = f"relation {claim.type} of {claim.source} and {claim.target}"
            yield _not_there(article, what, found)
        else:
            relations.append(found)
    yield Record(article, entities, relations, extractor)


def _not_there(article: Article, what: str, reason: str) -> Issue:
    return Issue(article.file, 0, what, reason)


def _names(thing: _Thing) -> list[str]:
    return [name for name in (thing.name, *thing.aliases) if name.strip()]


def _entity(text: Healed, thing: _Thing) -> Entity | None:
    """Find an entity in the text; a name that stands nowhere is one worked out from context."""
    written = [name for name in _names(thing) if name in text.text]
    if not written:
        return None
    return Entity(
        thing.id, thing.type, written[0], written[1:], _mentions(text, written),
        kind=thing.kind, date=thing.date,
        resolved=[name for name in _names(thing) if name not in written],
    )  # fmt: skip


def _mentions(text: Healed, written: Sequence[str]) -> list[tuple[int, int]]:
    longest_first = "|".join(re.escape(one) for one in sorted(written, key=len, reverse=True))
    return [text.original(*found.span()) for found in re.finditer(longest_first, text.text)]


def _relation(
    article: Article, text: Healed, said: _Said, named: Mapping[str, _Thing], extractor: str
) -> Relation | str:
    """Find the quote of a relation; else say why the text does not bear it out."""
    if said.source not in named or said.target not in named:
        return "an end of it is no entity that the text names"
    ends = [*_names(named[said.source]), *_names(named[said.target])]
    at = text.text.find(said.quote) if said.quote.strip() else -1
    if at < 0:
        return f"the quote {said.quote!r} does not stand in the text"
    if not any(name in said.quote for name in ends):
        return f"the quote {said.quote!r} names neither end"
    start, stop = text.original(at, at + len(said.quote))
    piece = Evidence(start, stop, article.text[start:stop], rule=extractor, confidence=_CONFIDENCE)
    return Relation(
        said.type, said.source, said.target, [piece], title=said.title, status=said.status,
        role=said.role, date=said.date, valid_from=said.valid_from, valid_to=said.valid_to,
        event=said.event,
    )  # fmt: skip
