"""Running a saved query, and what to offer when a name names nothing."""

import re
from collections.abc import Mapping

from graph.store import Rows, Store
from graph.store.near import near_names
from queries.parameters import convert
from queries.saved import find

_ID = re.compile(r"[a-z_]+-[0-9a-z_-]+", re.ASCII)
_HAS_ID = "MATCH (e:Entity {id: $id}) RETURN e.id AS id"
_HAD_ID = "MATCH (e:Entity) WHERE $id IN e.all_ids RETURN e.id AS id ORDER BY id LIMIT 1"


def run(store: Store, name: str, given: Mapping[str, str]) -> Rows:
    """Run a saved query.

    Args:
        store: Where to ask.
        name: Name of the query.
        given: Name of a parameter -> what was typed. A `name` may also be an id, and an id may be
            one that an entity had before it was joined with another.

    Returns:
        The rows, with the columns that the header declares even when there are none. A name that
        names nothing gives no rows: see `suggest`.

    Raises:
        UnknownQueryError: There is no such query.
        ParameterError: A parameter is missing, unknown or of the wrong type.
    """
    query = find(name)
    values: dict[str, object] = dict(convert(query.name, query.parameters, given))
    for one in query.parameters:
        if one.type == "name":
            values[one.name] = current_id(store, str(values[one.name]))
    found = store.read(query.text, values)
    # ArcadeDB gives no column names when there are no rows, so they come from the header.
    return Rows(tuple(one.name for one in query.columns), found.rows, found.truncated)


def current_id(store: Store, text: str) -> str:
    """Give the id that an entity has now, if the text is an id that it once had; else the text."""
    if not _ID.fullmatch(text) or store.read(_HAS_ID, {"id": text}).rows:
        return text
    for row in store.read(_HAD_ID, {"id": text}).rows:
        return str(row["id"])
    return text


def unknown_names(store: Store, name: str, given: Mapping[str, str]) -> dict[str, list[str]]:
    """Find which names given to a query name nothing, and what was perhaps meant.

    Returns:
        What was typed -> the nearest names, best first; nothing for names that are known.
    """
    query = find(name)
    typed = [
        given[one.name] for one in query.parameters if one.type == "name" and one.name in given
    ]
    return {text: suggest(store, text) for text in typed if not _is_known(store, text)}


def suggest(store: Store, text: str, limit: int = 5) -> list[str]:
    """Give names near a text, most alike first; characters, pinyin and initials are searched."""
    return near_names(store, text, limit)


def _is_known(store: Store, text: str) -> bool:
    if store.read("MATCH (n:Name {text: $text}) RETURN n.text AS text", {"text": text}).rows:
        return True
    return bool(store.read(_HAS_ID, {"id": current_id(store, text)}).rows)
