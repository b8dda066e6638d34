"""The words of a Cypher text: labels, edge types, properties, parameters, columns.

Enough of a reader to check a saved query against its header and the schema; it judges no syntax,
which both stores do when the query runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.store.tokens import Sort, tokens

_CLOSES = {")": "(", "]": "[", "}": "{"}
_NAMES = (Sort.WORD, Sort.NAME)
_AFTER_RETURN = ("ORDER", "SKIP", "LIMIT")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a text names, in reading order, as often as it names it."""

    labels: tuple[str, ...]
    edge_types: tuple[str, ...]
    properties: tuple[str, ...]
    parameters: tuple[str, ...]
    columns: tuple[str, ...]
    variables: frozenset[str]  # that patterns bind
    ordered: bool  # the answer has an ORDER BY


@dataclass(frozen=True, slots=True)
class _Piece:
    sort: Sort
    text: str  # without backticks or $
    inside: str  # the innermost bracket that it stands in, or nothing
    depth: int


_NOTHING = _Piece(Sort.SIGN, "", "", 0)
_COMMA = _Piece(Sort.SIGN, ",", "", 0)


def vocabulary(text: str) -> Vocabulary:
    """Read the words of a Cypher text.

    >>> found = vocabulary("MATCH (a:A|B {x: $y})-[e:R*1..2]->() RETURN a.z AS c, e.`in` AS `in`")
    >>> found.labels, found.edge_types, found.properties, found.parameters, found.columns
    (('A', 'B'), ('R',), ('x', 'z', 'in'), ('y',), ('c', 'in'))
    """
    pieces = tuple(_pieces(text))
    items, ordered = _answer(pieces)
    return Vocabulary(
        tuple(_types(pieces, "(")),
        tuple(_types(pieces, "[")),
        tuple(_properties(pieces)),
        tuple(one.text for one in pieces if one.sort is Sort.PARAMETER),
        tuple(_columns(items)),
        frozenset(_variables(pieces)),
        ordered,
    )


def _pieces(text: str) -> Iterator[_Piece]:
    brackets: list[str] = []
    for token in tokens(text):
        if token.text in _CLOSES and brackets and brackets[-1] == _CLOSES[token.text]:
            brackets.pop()
        bare = token.text.strip("`").removeprefix("$")
        yield _Piece(token.sort, bare, brackets[-1] if brackets else "", len(brackets))
        if token.text in _CLOSES.values():
            brackets.append(token.text)


def _types(pieces: tuple[_Piece, ...], bracket: str) -> Iterator[str]:
    """Yield the names after a colon in that bracket, and those that a bar adds to them."""
    in_list = False
    for before, piece in zip((_NOTHING, *pieces), pieces, strict=False):
        if piece.sort is Sort.SIGN:
            in_list = piece.inside == bracket and (
                piece.text == ":" or (in_list and piece.text == "|")
            )
        elif in_list and before.text in (":", "|") and piece.sort in _NAMES:
            yield piece.text


def _properties(pieces: tuple[_Piece, ...]) -> Iterator[str]:
    """Yield what follows a dot, and the keys of maps; not the parts of a function's name."""
    around = zip((_NOTHING, *pieces), pieces, (*pieces[1:], _NOTHING), strict=False)
    for before, piece, after in around:
        if piece.sort not in _NAMES:
            continue
        is_read = before.text == "." and after.text not in ("(", ".")
        is_key = piece.inside == "{" and after.text == ":" and before.text in ("{", ",")
        if is_read or is_key:
            yield piece.text


def _answer(pieces: tuple[_Piece, ...]) -> tuple[tuple[_Piece, ...], bool]:
    """Give the items of the last RETURN, and whether an ORDER BY follows them."""
    clauses = [
        (place, piece.text.upper())
        for place, piece in enumerate(pieces)
        if piece.sort is Sort.WORD and piece.depth == 0 and not _is_name(pieces, place)
    ]
    starts = [place + 1 for place, word in clauses if word == "RETURN"]
    if not starts:
        return (), False
    ends = [one for one in clauses if one[0] >= starts[-1] and one[1] in _AFTER_RETURN]
    stop = ends[0][0] if ends else len(pieces)
    return pieces[starts[-1] : stop], bool(ends) and ends[0][1] == "ORDER"


def _is_name(pieces: tuple[_Piece, ...], place: int) -> bool:
    """Tell whether a word is a property or a column, whatever clause it is spelt like."""
    return place > 0 and pieces[place - 1].text.upper() in (".", "AS")


def _columns(items: tuple[_Piece, ...]) -> Iterator[str]:
    """Yield the name that each item of a RETURN gives its column: its last word."""
    after = (*items[1:], _COMMA)
    for piece, following in zip(items, after, strict=True):
        if following.text == "," and following.depth == 0:
            yield piece.text


def _variables(pieces: tuple[_Piece, ...]) -> Iterator[str]:
    """Yield the names that patterns bind: what directly follows `(` or `[`."""
    around = zip((_NOTHING, *pieces), pieces, (*pieces[1:], _NOTHING), strict=False)
    for before, piece, after in around:
        if (
            piece.sort in _NAMES
            and before.text in ("(", "[")
            and after.text in (":", ")", "]", "{")
        ):
            yield piece.text
