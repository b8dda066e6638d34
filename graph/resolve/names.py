"""Names: every text by which an entity can be looked up, and the form that search reads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.divisions import short_form, shorter_form
from graph.resolve import organs
from graph.resolve.areas import Area
from graph.resolve.bodies import Body, area_word, split
from graph.resolve.pinyin import search_text
from graph.resolve.surface import points_only, tidy
from graph.resolve.teams import Team
from graph.schema import Edge, Node, identifier

KINDS = ("full", "short", "former", "alias")
"""Kinds of name; a text that names an entity in two ways has the first of them."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with what it is called.

    Attributes:
        what: The area, body or team that it is, where it is one.
        name: The name to show.
        forms: Every surface form in the texts.
    """

    id: str
    type: str
    what: Area | Body | Team | None
    name: str
    forms: tuple[str, ...]


def names(entities: Sequence[Named]) -> Iterator[Node | Edge]:
    """Yield one Name for each text, and an edge to each entity that it names."""
    texts: dict[str, set[str]] = {}
    for entity in entities:
        for text, kind in _texts(entity).items():
            texts.setdefault(text, set()).add(entity.type)
            key, target = identifier("name", text), entity.id
            yield Edge("NAMES", identifier("names", key, target), key, target, {"kind": kind})
    for text, types in texts.items():
        search = search_text(text, person="Person" in types)
        yield Node("Name", identifier("name", text), {"text": text, "search": search})


def _texts(entity: Named) -> Mapping[str, str]:
    """Give the texts that name an entity outside any one article, with their kinds."""
    kinds: dict[str, str] = {}
    for text, kind in _candidates(entity):
        known = kinds.get(text, KINDS[-1])
        kinds[text] = min(known, kind, key=KINDS.index)
    return kinds


def _candidates(entity: Named) -> Iterator[tuple[str, str]]:
    what = entity.what
    if isinstance(what, Area):
        yield from _district(what)
    elif isinstance(what, Body):
        yield from _body(what)
    if not points_only(entity.type, entity.name):
        yield entity.name, "full"
    for form in entity.forms:
        if form != entity.name and not _is_pointer(entity, form):
            yield form, "alias"


def _is_pointer(entity: Named, form: str) -> bool:
    """Tell whether a form says who is meant only inside its article."""
    if points_only(entity.type, form):
        return True
    if entity.type == "Person":  # 王区长, 老王
        return tidy(form) not in entity.name and entity.name not in form
    if isinstance(entity.what, Body):  # 区委 would name the committees of all districts
        parts = split(form, "")
        return not parts.head or bool(parts.word)
    return entity.type in ("Enterprise", "Organization") and bool(area_word(form))


def _district(area: Area) -> Iterator[tuple[str, str]]:
    yield area.name, "full"
    yield area.full_name, "full"
    for short in (short_form(area.name, area.level), shorter_form(area.name, area.level)):
        if short:
            yield short, "short"


def _body(body: Body) -> Iterator[tuple[str, str]]:
    short = organs.shown(body.organ, body.area.level)
    if body.area.level == "country":
        yield body.organ, "full"
        return
    for area in dict.fromkeys((body.area.name, body.area.full_name)):
        yield area + body.organ, "full"
        yield area + short, "short"
