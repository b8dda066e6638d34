"""Turtle: RDF for triple stores and SPARQL. Written as a stream, terms escaped by rdflib."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, groupby
from pathlib import Path

from rdflib import RDF, Literal, URIRef
from rdflib.term import Identifier

from graph.export.base import Elements, Options
from graph.export.rdf import Triple, triples, vocabulary
from graph.export.terms import PREFIXES

CANNOT_HOLD = (
    "RDF has no order of values: aliases, reasons and authors lose theirs.",
    "SPARQL compares no year with a day: filter by time on gv:date_min and gv:date_max.",
)
# The part of Turtle's local names that needs no escape: https://www.w3.org/TR/turtle/#sec-grammar
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*", re.ASCII)
_BY_NAMESPACE = {str(namespace): prefix for prefix, namespace in PREFIXES.items()}


def write(elements: Elements, target: Path, options: Options) -> list[str]:
    """Write a graph as one Turtle file that opens with the terms it uses."""
    del options  # none of them is about Turtle
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for prefix, namespace in PREFIXES.items():
            out.write(f"@prefix {prefix}: <{namespace}> .\n")
        out.write("\n")
        out.writelines(_blocks(vocabulary()))
        out.writelines(_blocks(chain.from_iterable(triples(one) for one in elements)))
    return []


def _blocks(found: Iterable[Triple]) -> Iterator[str]:
    """Write the triples of one subject as one block."""
    for subject, group in groupby(found, key=lambda triple: triple[0]):
        says = " ;\n  ".join(f"{_verb(verb)} {_term(value)}" for _, verb, value in group)
        yield f"{_term(subject)} {says} .\n"


def _verb(term: URIRef) -> str:
    return "a" if term == RDF.type else _term(term)


def _term(term: Identifier) -> str:
    if isinstance(term, URIRef):
        return _short(term)
    if isinstance(term, Literal) and term.datatype:
        return f'"{term}"^^{_short(term.datatype)}'
    return term.n3()


@lru_cache(maxsize=65536)
def _short(term: URIRef) -> str:
    """Write an IRI with its prefix where its last part needs no escape, else in full."""
    for at in (term.rfind("#") + 1, term.rfind("/") + 1, term.rfind(":") + 1):
        prefix = _BY_NAMESPACE.get(term[:at])
        if prefix and _LOCAL.fullmatch(term[at:]):
            return f"{prefix}:{term[at:]}"
    return term.n3()
