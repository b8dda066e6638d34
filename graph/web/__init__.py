"""How the graph is seen: a local page, and the JSON that it reads."""

from graph.web.app import app
from graph.web.errors import WebError
from graph.web.serve import serve

__all__ = ["WebError", "app", "serve"]
