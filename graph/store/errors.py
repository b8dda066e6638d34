"""What can go wrong with a store. Each message says what, where, and what to do."""

from typing import ClassVar

from graph.schema import Exit, GovgraphError


class StoreError(GovgraphError):
    """Something went wrong with the store; the message is a sentence for people."""

    exit: ClassVar[Exit] = Exit.STORE


class AddressError(StoreError):
    """The address of a store is none that can be used."""


class StoreUnavailableError(StoreError):
    """Nothing answers at the address, or the connection broke off."""


class WrongPasswordError(StoreError):
    """The server refuses the name or the password."""


class ForeignDatabaseError(StoreError):
    """The database holds nodes that are not ours, and nothing that is."""


class OtherWorkspaceError(StoreError):
    """The database belongs to another workspace."""


class NewerSchemaError(StoreError):
    """The store was written by a later version of the software."""


class EngineMissingError(StoreError):
    """The embedded engine is not installed on this platform."""


class EngineFailedError(StoreError):
    """The embedded engine is installed and did not start."""


class StoreBusyError(StoreError):
    """Another command is writing to the store."""


class WriteError(StoreError):
    """The store refused what should have been written; nothing of that batch was."""


class ConflictError(WriteError):
    """Something in the store has an id or a name already that a row should have got."""


class QueryRefusedError(StoreError):
    """The statement does more than read, or cannot be told to only read."""

    exit: ClassVar[Exit] = Exit.QUERY


class QueryWrongError(StoreError):
    """The statement is not right: the server's words, with line and column when it gives them."""

    exit: ClassVar[Exit] = Exit.QUERY


class QueryStoppedError(StoreError):
    """The statement took too much time or memory and was stopped."""

    exit: ClassVar[Exit] = Exit.QUERY
