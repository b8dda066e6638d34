"""What a checked statement gives back: its columns, and at most so many rows."""

from collections.abc import Iterator

from graph.store.guard import Statement
from graph.store.tokens import Sort, Token

_TAIL = frozenset({"ORDER", "SKIP", "OFFSET", "LIMIT"})


def columns(statement: Statement) -> tuple[str, ...]:
    """Name the columns, which the embedded engine does not do for an empty answer.

    Nothing is given where the text does not say: `RETURN *`, a bare CALL.

    >>> from graph.store.guard import checked
    >>> columns(checked("MATCH (n) RETURN DISTINCT n.name, count(*) AS `how many` LIMIT 3"))
    ('n.name', 'how many')
    """
    names = [_name(statement.text, item) for item in _items(statement)]
    return () if "*" in names else tuple(names)


def bounded(statement: Statement, rows: int) -> str:
    """Give the text with a limit of rows, when it has none and can take one.

    The embedded engine collects a whole answer before it sends the first row, so a limit that only
    the client keeps would come too late. What follows a UNION limits one part only; such a text
    stays as it is.
    """
    tail = statement.tokens[statement.final :]
    if statement.final < 0 or statement.united or any(t.upper == "LIMIT" for t in _flat(tail)):
        return statement.text
    return f"{statement.text}\nLIMIT {rows:d}"


def _items(statement: Statement) -> Iterator[list[Token]]:
    if statement.final < 0:
        return
    item: list[Token] = []
    depth = 0
    for token in statement.tokens[statement.final + 1 :]:
        depth += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        if depth == 0 and item and token.upper in _TAIL:
            break
        if depth == 0 and token.text == ",":
            yield item
            item = []
        elif item or token.upper != "DISTINCT":
            item.append(token)
    yield item


def _name(text: str, item: list[Token]) -> str:
    alias = item[-1]
    named = len(item) > 1 and item[-2].upper == "AS"
    if (named or len(item) == 1) and alias.sort is Sort.NAME:
        return alias.text[1:-1].replace("``", "`")
    return alias.text if named else text[item[0].start : item[-1].stop]


def _flat(found: tuple[Token, ...]) -> Iterator[Token]:
    """Yield the tokens that stand outside brackets."""
    depth = 0
    for token in found:
        depth += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        if depth == 0:
            yield token
