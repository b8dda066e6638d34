"""Which names are one: from records to the graph."""

from graph.resolve.graph import resolve

__all__ = ["resolve"]
