"""What can go wrong between a file and the graph, as sentences for people."""

from typing import ClassVar

from graph.schema import Exit, GovgraphError


class LoadError(GovgraphError):
    """Something on the way from files to the graph failed."""

    exit: ClassVar[Exit] = Exit.INPUT


class WorkspaceError(LoadError):
    """The workspace is missing, damaged, of a newer version, or in use."""

    exit: ClassVar[Exit] = Exit.WORKSPACE


class OutputError(LoadError):
    """A file cannot be written."""

    exit: ClassVar[Exit] = Exit.OUTPUT
