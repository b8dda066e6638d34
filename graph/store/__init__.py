"""Where the graph is kept: Neo4j, or an embedded engine, behind one face and one query language."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store.describe import Description
    from graph.store.embedded import discard
    from graph.store.errors import (
        AddressError,
        ConflictError,
        EngineFailedError,
        EngineMissingError,
        ForeignDatabaseError,
        NewerSchemaError,
        OtherWorkspaceError,
        QueryRefusedError,
        QueryStoppedError,
        QueryWrongError,
        StoreBusyError,
        StoreError,
        StoreUnavailableError,
        WriteError,
        WrongPasswordError,
    )
    from graph.store.opening import open_store
    from graph.store.report import SyncReport
    from graph.store.rows import Rows
    from graph.store.search import full_text
    from graph.store.store import Store

# Loaded when first used: the driver takes a tenth of a second to import, and neither the engine's
# own process nor a command that opens no store needs it.
_HOMES = {
    "Description": "describe",
    "discard": "embedded",
    "Rows": "rows",
    "Store": "store",
    "SyncReport": "report",
    "full_text": "search",
    "open_store": "opening",
}

__all__ = [
    "AddressError",
    "ConflictError",
    "Description",
    "EngineFailedError",
    "EngineMissingError",
    "ForeignDatabaseError",
    "NewerSchemaError",
    "OtherWorkspaceError",
    "QueryRefusedError",
    "QueryStoppedError",
    "QueryWrongError",
    "Rows",
    "Store",
    "StoreBusyError",
    "StoreError",
    "StoreUnavailableError",
    "SyncReport",
    "WriteError",
    "WrongPasswordError",
    "discard",
    "full_text",
    "open_store",
]


def __getattr__(name: str) -> object:
    """Load a public name from the module it lives in."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)
