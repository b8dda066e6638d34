"""GraphML: for Gephi, yEd, Cytoscape, networkx, igraph. Written as a stream, with typed keys."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import msgspec

from graph.export.base import Elements, Options
from graph.schema import EDGES, NODES, Edge, Kind, Node, Property, Value

CANNOT_HOLD = (
    "GraphML has no lists: aliases, all_ids, reasons and authors are JSON arrays in a string.",
    "XML 1.0 cannot hold most control characters: each is written as U+FFFD and counted in notes.",
    "GraphML has no type for dates: they are strings, ISO prefixes as stated.",
)
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_TYPES = {
    Kind.TEXT: "string",
    Kind.TEXTS: "string",
    Kind.DATE: "string",
    Kind.DAY: "string",
    Kind.INTEGER: "long",
    Kind.NUMBER: "double",
    Kind.FLAG: "boolean",
}
# What XML 1.0 leaves out of its characters: https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LISTED = 10  # damaged elements that a note names
_LABELLED_BY = ("name", "text", "title", "quote")  # of a node, the first of these that it has


def write(elements: Elements, target: Path, options: Options) -> list[str]:
    """Write a graph as one GraphML file.

    Each node has the keys `type` and `label` (what a viewer shows) beside its properties, each
    edge its id and the key `type`; parallel edges stay apart by their ids.
    """
    del options  # none of them is about GraphML
    damaged: dict[str, int] = {}  # id of an element -> characters replaced in it
    with target.open("w", encoding="utf-8", newline="\n") as out:
        out.write(_HEAD)
        out.writelines(_keys())
        out.write('<graph id="govgraph" edgedefault="directed">\n')
        for element in elements:
            line, replaced = _FORBIDDEN.subn("\ufffd", _line(element))
            out.write(line)
            if replaced:
                damaged[element.id] = replaced
        out.write("</graph>\n</graphml>\n")
    return list(_notes(damaged))


def _notes(damaged: Mapping[str, int]) -> Iterator[str]:
    if damaged:
        listed = ", ".join(list(damaged)[:_LISTED]) + (", …" if len(damaged) > _LISTED else "")
        yield (
            f"{sum(damaged.values())} characters that XML cannot hold were written as U+FFFD, "
            f"in {len(damaged)} elements: {listed}."
        )


def _line(element: Node | Edge) -> str:
    if isinstance(element, Node):
        tag, domain, ends = "node", "n", ""
        shown = {"type": element.type, "label": _label(element)}
    else:
        tag, domain = "edge", "e"
        ends = f" source={_attribute(element.source)} target={_attribute(element.target)}"
        shown = {"type": element.type}
    data = "".join(_data(domain, {**shown, **element.properties}))
    return f"<{tag} id={_attribute(element.id)}{ends}>{data}</{tag}>\n"


def _data(domain: str, properties: Mapping[str, Value]) -> Iterator[str]:
    for name, value in properties.items():
        yield f'<data key="{domain}-{name}">{_content(value)}</data>'


def _content(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = msgspec.json.encode(value).decode()
    # A bare carriage return would be read back as a line feed.
    return escape(str(value), {"\r": "&#13;"})


def _attribute(text: str) -> str:
    return quoteattr(text, {"\r": "&#13;"})


def _label(node: Node) -> str:
    """Give what a viewer shows; without what XML cannot hold, so that it counts once."""
    found = (str(node.properties[one]) for one in _LABELLED_BY if one in node.properties)
    return _FORBIDDEN.sub("\ufffd", next(found, node.id))


def _keys() -> Iterator[str]:
    """Declare every property of the schema, once for nodes and once for edges."""
    yield _key("n", "node", "type", "string", "Type of the node.")
    yield _key("n", "node", "label", "string", "What a viewer shows.")
    yield from _declared("n", "node", [one for kind in NODES.values() for one in kind.properties])
    yield _key("e", "edge", "type", "string", "Type of the edge.")
    yield from _declared("e", "edge", [one for kind in EDGES.values() for one in kind.properties])


def _declared(domain: str, tag: str, properties: list[Property]) -> Iterator[str]:
    for name, one in {one.name: one for one in properties}.items():
        if name not in ("id", "digest"):
            yield _key(domain, tag, name, _TYPES[one.kind], one.meaning)


def _key(domain: str, tag: str, name: str, kind: str, meaning: str) -> str:
    return (
        f'<key id="{domain}-{name}" for="{tag}" attr.name="{name}" attr.type="{kind}">'
        f"<desc>{escape(meaning)}</desc></key>\n"
    )
