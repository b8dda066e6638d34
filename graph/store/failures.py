"""The driver's exceptions become ours, each a sentence that says what to do."""

import neo4j.exceptions as driver

from graph.store.errors import (
    AddressError,
    ConflictError,
    QueryRefusedError,
    QueryStoppedError,
    QueryWrongError,
    StoreError,
    StoreUnavailableError,
    WrongPasswordError,
)
from graph.store.host import Host

_NARROW = "Narrow it (name types, add WHERE or LIMIT, bound the length of paths)"
_CODES: dict[str, tuple[type[StoreError], str]] = {
    "Neo.ClientError.Transaction.TransactionTimedOut": (
        QueryStoppedError,
        f"The query was stopped: it ran out of time. {_NARROW}, or allow more time.",
    ),
    "Neo.TransientError.Transaction.Terminated": (
        QueryStoppedError,
        f"The server stopped the query. {_NARROW}, or allow more time.",
    ),
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": (
        QueryStoppedError,
        f"The query was stopped: it needs more memory than the server allows. {_NARROW}.",
    ),
    "Neo.TransientError.General.OutOfMemoryError": (
        QueryStoppedError,
        f"The query was stopped: it needs more memory than the server has. {_NARROW}.",
    ),
    "Neo.ClientError.Statement.AccessMode": (
        QueryRefusedError,
        "The query writes, and only reading is allowed here.",
    ),
    "Neo.ClientError.Security.Forbidden": (
        QueryRefusedError,
        "The query does something that this user may not do; only reading is allowed here.",
    ),
}


def translated(error: Exception, host: Host) -> StoreError:
    """Give the error of ours that says the same, for people.

    Args:
        error: What the driver raised: `neo4j.exceptions.Neo4jError` or `DriverError`.
        host: Where it happened.
    """
    if isinstance(error, driver.AuthError | driver.AuthConfigurationError):
        return WrongPasswordError(
            f"The store at {host.address} refuses the name or the password. Set NEO4J_USERNAME "
            "(default neo4j) and NEO4J_PASSWORD in the environment."
        )
    if isinstance(error, driver.Neo4jError):
        return _of_server(error, host)
    if isinstance(error, driver.DriverError):
        return unavailable(host, error)
    raise error


def unavailable(host: Host, error: Exception | None = None) -> StoreUnavailableError:
    """Say that nothing answers, or that the connection broke off."""
    reason = f" ({str(error).splitlines()[0]})" if error is not None and str(error) else ""
    if host.embedded:
        return StoreUnavailableError(
            f"The embedded engine of {host.address} ended while it was working{reason}. Run the "
            "command again: what was committed is kept, and the rest is written then."
        )
    return StoreUnavailableError(
        f"Nothing answers at {host.address}{reason}. Check that the server runs, that the address "
        "is right, and that no firewall is between; then run the command again."
    )


def wrong(error: driver.Neo4jError) -> QueryWrongError:
    """Repeat the server's words about a statement, with line and column when it gives them."""
    return QueryWrongError(f"The query is not right. {error.message or error.code}")


def _of_server(error: driver.Neo4jError, host: Host) -> StoreError:
    code = error.code or ""
    for prefix, (kind, sentence) in _CODES.items():
        if code.startswith(prefix):
            return kind(sentence)
    if code == "Neo.ClientError.Database.DatabaseNotFound":
        return AddressError(
            f"The server at {host.address} has no database of that name. Set NEO4J_DATABASE to "
            "one that it has (SHOW DATABASES lists them), or leave it unset for the default."
        )
    if isinstance(error, driver.ConstraintError):
        return ConflictError(
            f"The store at {host.address} refused a row: {error.message}. Something else in this "
            "database uses the same id or name; use a database of its own for this workspace."
        )
    if code.startswith(("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.")):
        return wrong(error)
    if isinstance(error, driver.TransientError):
        return StoreUnavailableError(
            f"The server at {host.address} is too busy or restarting: {error.message}. Run the "
            "command again in a moment."
        )
    return StoreError(f"The store at {host.address} says: {error.message} [{code}].")
