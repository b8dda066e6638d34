"""The words a schema is written in: Label, Property, NodeType, EdgeType."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a property's value is, and so how every store and export writes it."""

    TEXT = "text"
    TEXTS = "texts"  # a list of texts, in order, without repeats
    DATE = "date"  # an ISO prefix as stated: 2023, 2023-11, 2023-11-13
    DAY = "day"  # a full ISO day; every filter by time works on these
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Label:
    """What people are shown for a word of the schema."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Property:
    """A named value that a node or an edge may carry; absent when unknown."""

    name: str
    kind: Kind
    label: Label
    meaning: str


@dataclass(frozen=True, slots=True)
class NodeType:
    """A type of node. `entity` nodes also carry the label Entity."""

    name: str
    label: Label
    meaning: str
    properties: tuple[Property, ...]
    entity: bool = True
    unique: tuple[str, ...] = ("id",)
    indexed: tuple[str, ...] = ()
    searched: str = ""  # the property that carries the full-text index, never a unique one


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A directed type of edge. `fact` edges carry evidence, the others give structure."""

    name: str
    label: Label
    meaning: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: tuple[Property, ...]
    fact: bool = True
    symmetric: bool = False  # stored once, smaller id first; asked without direction
