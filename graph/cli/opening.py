"""Open what the shared options name: the workspace and its store."""

from collections.abc import Iterator
from contextlib import contextmanager

from graph.cli.options import settings
from graph.store import Store, open_store
from loaders.workspace import Workspace, open_workspace


def workspace(*, create: bool = False) -> Workspace:
    """Open the workspace that the options name."""
    return open_workspace(settings().workspace, create=create)


@contextmanager
def store_of(space: Workspace) -> Iterator[Store]:
    """Open the store that the options name: a server, or the workspace's own."""
    with open_store(space.store, settings().store) as store:
        yield store


@contextmanager
def reading() -> Iterator[Store]:
    """Open a store to ask it; a server can be asked without any workspace here."""
    if settings().store:
        with open_store(settings().workspace / "store", settings().store) as store:
            yield store
    else:
        with store_of(workspace()) as store:
            yield store
