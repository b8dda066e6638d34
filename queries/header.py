"""The header of a `.cypher` file: `// title: …`, `// parameter: …`, `// column: …`."""

import re
from dataclasses import dataclass

from graph.schema import Label
from queries.errors import CatalogueError
from queries.parameters import TYPES, Parameter

_ENTRY = re.compile(r"//\s*(\w+):\s*(\S.*)")
_PARAMETER = re.compile(r"(\w+) \((\w+)\) -- (\S.*)")
_COLUMN = re.compile(r"(\w+) -- (\S.*)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer and what stands in it."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Header:
    """What a query says about itself, in the order of its lines."""

    title: Label
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]


def parse(text: str, where: str) -> Header:
    r"""Read the comment lines at the top of a query.

    Args:
        text: The whole file.
        where: Name of the query, for messages.

    Raises:
        CatalogueError: A line is of no known form, or title or columns are missing.

    >>> parse("// title: 问 / Ask\n// column: a -- A thing\nRETURN 1 AS a", "x/y").title.en
    'Ask'
    """
    titles: list[Label] = []
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            break
        at = f"{where}.cypher:{number}"
        match _entry(line, at):
            case "title", value:
                titles.append(_title(value, at))
            case "parameter", value:
                parameters.append(_parameter(value, at))
            case "column", value:
                columns.append(_column(value, at))
            case key, _:
                raise CatalogueError(f"{at}: {key!r} is none of title, parameter, column")
    if len(titles) != 1 or not columns:
        raise CatalogueError(
            f"{where}.cypher: it needs one line `// title: 中文 / English` "
            "and a line `// column: name -- meaning` for each column"
        )
    _refuse_repeats([one.name for one in parameters], where)
    _refuse_repeats([one.name for one in columns], where)
    return Header(titles[0], tuple(parameters), tuple(columns))


def _entry(line: str, at: str) -> tuple[str, str]:
    """Split `// key: value`."""
    match = _ENTRY.fullmatch(line.rstrip())
    if match is None:
        raise CatalogueError(f"{at}: a line of the header reads `// key: value`, not {line!r}")
    return match[1], match[2]


def _title(value: str, at: str) -> Label:
    zh, bar, en = value.partition(" / ")
    if not bar or not zh.strip() or not en.strip():
        raise CatalogueError(f"{at}: a title reads `中文 / English`, not {value!r}")
    return Label(zh.strip(), en.strip())


def _parameter(value: str, at: str) -> Parameter:
    match = _PARAMETER.fullmatch(value)
    if match is None:
        raise CatalogueError(f"{at}: a parameter reads `name (type) -- meaning`, not {value!r}")
    if match[2] not in TYPES:
        raise CatalogueError(f"{at}: there is no type {match[2]!r}; use one of {', '.join(TYPES)}")
    return Parameter(match[1], match[2], match[3])


def _column(value: str, at: str) -> Column:
    match = _COLUMN.fullmatch(value)
    if match is None:
        raise CatalogueError(f"{at}: a column reads `name -- meaning`, not {value!r}")
    return Column(match[1], match[2])


def _refuse_repeats(names: list[str], where: str) -> None:
    for name in names:
        if names.count(name) > 1:
            raise CatalogueError(f"{where}.cypher: {name!r} is declared twice")
