"""What can go wrong with a saved query, each as a sentence that says what to do."""

from typing import ClassVar

from graph.schema import Exit, GovgraphError


class QueryError(GovgraphError):
    """A saved query cannot be read, found or run as asked."""

    exit: ClassVar[Exit] = Exit.USAGE


class CatalogueError(QueryError):
    """A `.cypher` file breaks the rules of the catalogue; the message gives file and line."""


class UnknownQueryError(QueryError):
    """There is no query of that name."""


class ParameterError(QueryError):
    """A parameter is missing, unknown, or its value is not of the declared type."""
