"""Driver values become plain ones: what JSON can hold, and nothing of the driver's."""

import base64
from collections.abc import Callable, Mapping
from typing import Any

import neo4j.graph
import neo4j.spatial
import neo4j.time

_TEMPORAL = (neo4j.time.Date, neo4j.time.Time, neo4j.time.DateTime, neo4j.time.Duration)


def plain(value: object) -> Any:
    """Turn any value of the driver into dictionaries, lists, texts, numbers, flags and None.

    A node becomes `{"labels": […], "properties": {…}}`, a relationship `{"type": …, "properties":
    {…}}`, a path the list of both in turn. Dates and durations become ISO text.

    >>> plain([1, {"a": b"x"}])
    [1, {'a': 'eA=='}]
    """
    if value is None or isinstance(value, str | int | float):
        return value
    for kind, convert in _CONVERSIONS:
        if isinstance(value, kind):
            return convert(value)
    raise TypeError(
        f"the driver gave a value of type {type(value).__name__}, which has no plain form"
    )


def _node(node: neo4j.graph.Node) -> dict[str, Any]:
    return {"labels": sorted(node.labels), "properties": _mapping(node)}


def _relationship(edge: neo4j.graph.Relationship) -> dict[str, Any]:
    return {"type": edge.type, "properties": _mapping(edge)}


def _path(path: neo4j.graph.Path) -> list[Any]:
    steps: list[Any] = [_node(path.nodes[0])]
    for edge, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [_relationship(edge), _node(node)]
    return steps


def _mapping(pairs: Mapping[str, object]) -> dict[str, Any]:
    return {key: plain(pairs[key]) for key in sorted(pairs.keys())}


def _dictionary(pairs: dict[str, object]) -> dict[str, Any]:
    return {key: plain(one) for key, one in pairs.items()}


def _point(point: neo4j.spatial.Point) -> dict[str, Any]:
    return {"srid": point.srid, "coordinates": list(point)}


_CONVERSIONS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (neo4j.graph.Node, _node),
    (neo4j.graph.Relationship, _relationship),
    (neo4j.graph.Path, _path),
    (dict, _dictionary),
    (neo4j.spatial.Point, _point),  # a tuple too, so it comes before lists
    (_TEMPORAL, lambda moment: moment.iso_format()),
    (list | tuple, lambda many: [plain(one) for one in many]),
    (bytes | bytearray, lambda raw: base64.b64encode(raw).decode("ascii")),
)
