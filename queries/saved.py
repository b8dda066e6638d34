"""Saved queries: read the `.cypher` files, check them against header and schema, find them."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.schema import EDGES, NODES, EdgeType, Label, NodeType
from queries.errors import CatalogueError, UnknownQueryError
from queries.header import Column, Header, parse
from queries.parameters import Parameter
from queries.vocabulary import Vocabulary, vocabulary

FOLDERS = ("people", "bodies", "activity", "evidence", "quality")
"""The folders of the catalogue, in the order in which people read it."""

_SUFFIX = ".cypher"


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """One saved query.

    Attributes:
        name: Folder and file: `people/leaders_of`.
        title: The question, in Chinese and English.
        parameters: What must be given, in order.
        columns: What each row of the answer holds, in order.
        text: The whole file; it runs as it is on both stores and in Neo4j Browser.
    """

    name: str
    title: Label
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str


@cache
def catalogue() -> tuple[SavedQuery, ...]:
    """Read and check every saved query, by folder, then by name.

    Raises:
        CatalogueError: A file breaks the rules; the message says which and how.
    """
    return tuple(
        read(f"{folder}/{file.name.removesuffix(_SUFFIX)}", file.read_text("utf-8"))
        for folder in FOLDERS
        for file in sorted(files("queries").joinpath(folder).iterdir(), key=lambda one: one.name)
        if file.name.endswith(_SUFFIX)
    )


def find(name: str) -> SavedQuery:
    """Give the query of that name; the part after the folder is enough where it is unique.

    Raises:
        UnknownQueryError: There is none; the message offers the nearest names.
    """
    fitting = [one for one in catalogue() if name in (one.name, one.name.partition("/")[2])]
    if len(fitting) == 1:
        return fitting[0]
    raise UnknownQueryError(
        f"there is no saved query {name!r}. {_nearest(name)}`govgraph query list` shows all of them"
    )


def read(name: str, text: str) -> SavedQuery:
    """Read one query, and check what it says about itself against its text and the schema.

    Args:
        name: Folder and file without suffix.
        text: The whole file.

    Raises:
        CatalogueError: A parameter, column, label, edge type or property does not fit.
    """
    header = parse(text, name)
    words = vocabulary(text)
    for fault in (*_header_faults(header, words), *_schema_faults(words)):
        raise CatalogueError(f"{name}{_SUFFIX}: {fault}")
    return SavedQuery(name, header.title, header.parameters, header.columns, text)


def _header_faults(header: Header, words: Vocabulary) -> Iterator[str]:
    declared = {one.name for one in header.parameters}
    for name in declared - set(words.parameters):
        yield f"the header declares the parameter {name!r}, the text never uses it"
    for name in set(words.parameters) - declared:
        yield f"the text uses ${name}, the header does not declare it"
    columns = tuple(one.name for one in header.columns)
    if columns != words.columns:
        yield (
            f"the header declares the columns {', '.join(columns)}; "
            f"the text returns {', '.join(words.columns)}"
        )
    for name in sorted(set(columns) & words.variables):
        # ORDER BY would read the column where the variable is meant, on one store only.
        yield f"the column {name!r} is also the name of a node or an edge: rename that"
    if not words.ordered:
        yield "the answer has no ORDER BY; end it in a unique key, so that it is always the same"


def _schema_faults(words: Vocabulary) -> Iterator[str]:
    for label in words.labels:
        if label != "Entity" and label not in NODES:
            yield f"there is no node type {label!r} in the schema"
    for edge_type in words.edge_types:
        if edge_type not in EDGES:
            yield f"there is no edge type {edge_type!r} in the schema"
    types: tuple[NodeType | EdgeType, ...] = (*NODES.values(), *EDGES.values())
    known = {one.name for kind in types for one in kind.properties}
    for name in words.properties:
        if name not in known:
            yield f"no type of the schema has a property {name!r}"


def _nearest(name: str) -> str:
    """Offer the names that look like it: whole ones, and those whose last part does."""
    whole = [one.name for one in catalogue()]
    wanted = name.rpartition("/")[2]
    near = difflib.get_close_matches(name, whole, n=3, cutoff=0.6)
    near += [one for one in whole if difflib.get_close_matches(wanted, [one.partition("/")[2]])]
    unique = list(dict.fromkeys(near))[:3]
    return f"Did you mean {' or '.join(unique)}? " if unique else ""
