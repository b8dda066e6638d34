"""Cypher cut into tokens: words, names in backticks, strings, numbers, parameters, signs.

Both stores replace a backslash with `u` and four digits before they read anything else, so a text
with one could be another text than it seems; such a text is refused. So is a line comment that ends
in anything but a line feed, on which readers differ. Comments and white space are dropped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from graph.store.errors import QueryRefusedError


class Sort(Enum):
    """What a token is."""

    WORD = "word"  # a keyword or a bare name; Cypher reserves almost none
    NAME = "name"  # in backticks
    STRING = "string"
    NUMBER = "number"
    PARAMETER = "parameter"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """A token and where it stands, `[start, stop)` in code points of the statement."""

    sort: Sort
    text: str
    start: int
    stop: int

    @property
    def upper(self) -> str:
        """The text in capitals for a word of ASCII letters, else nothing: it is no keyword then."""
        return self.text.upper() if self.sort is Sort.WORD and self.text.isascii() else ""


_PIECES = re.compile(
    r"""
      (?P<space>\s+ | //[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?=\r?\n|\Z) | /\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*")
    | (?P<name>`(?:[^`]|``)*`)
    | (?P<parameter>\$(?:[^\W\d]\w*|\d+|`(?:[^`]|``)*`))
    | (?P<number>0[xo][0-9a-f_]+ | (?:\d[\d_]*)?\.?\d[\d_]*(?:e[+-]?\d+)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<sign>\.\.|<>|<=|>=|=~|\+=|->|<-|\|\||::|/(?![/*])|[-+*%^=<>()\[\]{},.:;|&!?])
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\+u", re.IGNORECASE)


def tokens(statement: str) -> Iterator[Token]:
    r"""Cut a statement into tokens.

    >>> [token.text for token in tokens("MATCH (n) /* DELETE */ RETURN n.`CREATE`")]
    ['MATCH', '(', 'n', ')', 'RETURN', 'n', '.', '`CREATE`']

    Raises:
        QueryRefusedError: Something in it is no token, or an escape could make it another text.
    """
    escape = _ESCAPE.search(statement)
    if escape:
        raise QueryRefusedError(
            f"The query has the escape {statement[escape.start() : escape.end() + 4]!r} "
            f"({place(statement, escape.start())}), which could turn it into another query. Write "
            "the character itself, or pass the value with --param."
        )
    at = 0
    while at < len(statement):
        piece = _PIECES.match(statement, at)
        if piece is None:
            raise QueryRefusedError(
                f"The query has {statement[at : at + 12]!r} ({place(statement, at)}), which cannot "
                "be read: a string, name or comment that does not end, or a sign that Cypher does "
                "not know."
            )
        if piece.lastgroup != "space":
            yield Token(Sort(piece.lastgroup), piece.group(), piece.start(), piece.end())
        at = piece.end()


def place(statement: str, at: int) -> str:
    """Name a place in a statement as people count: line and column from 1."""
    before = statement[:at]
    line = before.count("\n") + 1
    return f"line {line}, column {at - (before.rfind(chr(10)) + 1) + 1}"
