"""Asked: the parameters of a request, read strictly; a wrong one is a sentence, never a guess."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from graph.web.errors import WrongRequestError

LONGEST_TEXT = 200
MOST_IDS = 1500
"""Nodes that a canvas holds at most."""


class Canvas(msgspec.Struct, forbid_unknown_fields=True):
    """The ids on a canvas."""

    ids: list[str] = []


class Expansion(msgspec.Struct, forbid_unknown_fields=True):
    """What to add next to an entity, and what is there already."""

    without: list[str] = []
    types: list[str] = []
    limit: int = 25


_Body = TypeVar("_Body", bound=msgspec.Struct)


def text(query: Mapping[str, str], name: str) -> str:
    """Read a text that must be there."""
    value = query.get(name, "").strip()
    if not value:
        raise WrongRequestError(f"The parameter {name!r} is missing.")
    if len(value) > LONGEST_TEXT:
        raise WrongRequestError(f"The parameter {name!r} is longer than {LONGEST_TEXT} characters.")
    return value


def number(query: Mapping[str, str], name: str, default: int, most: int) -> int:
    """Read a whole number from 0 to `most`."""
    value = query.get(name, "")
    if not value:
        return default
    if not (value.isascii() and value.isdigit()) or int(value[:9]) > most:
        raise WrongRequestError(f"The parameter {name!r} must be a whole number up to {most}.")
    return int(value)


def types(query: Mapping[str, str]) -> Sequence[str]:
    """Read types of edge, parted by commas; they are checked where they are used."""
    return tuple(one for one in query.get("type", "").split(",") if one)


def canvas(body: bytes) -> Canvas:
    """Read the ids on a canvas out of a request's body."""
    found = _decode(body, Canvas)
    _few(found.ids)
    return found


def expansion(body: bytes) -> Expansion:
    """Read what to add out of a request's body."""
    found = _decode(body, Expansion)
    _few(found.without)
    if not 1 <= found.limit <= MOST_IDS:
        raise WrongRequestError(f"The limit must be from 1 to {MOST_IDS}.")
    return found


def _decode(body: bytes, kind: type[_Body]) -> _Body:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError as error:
        raise WrongRequestError(f"The request body is not as expected: {error}.") from error


def _few(ids: list[str]) -> None:
    if len(ids) > MOST_IDS:
        raise WrongRequestError(
            f"{len(ids)} nodes are too many for one picture; the most is {MOST_IDS}."
        )
