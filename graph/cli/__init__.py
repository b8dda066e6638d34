"""The command `govgraph`; the only package that knows all the others."""

from graph.cli.main import main

__all__ = ["main"]
