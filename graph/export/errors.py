"""What can go wrong with an export, each as a sentence that says what to do."""

from typing import ClassVar

from graph.schema import Exit, GovgraphError


class ExportError(GovgraphError):
    """Nothing was exported; a file that stood there before still stands there."""

    exit: ClassVar[Exit] = Exit.OUTPUT


class UnknownFormatError(ExportError):
    """There is no exporter of that name."""

    exit: ClassVar[Exit] = Exit.USAGE


class SelectionError(ExportError):
    """What should be exported cannot be told: no such name, or several things of that name."""

    exit: ClassVar[Exit] = Exit.USAGE


class TargetError(ExportError):
    """The file or folder cannot be written."""

    exit: ClassVar[Exit] = Exit.OUTPUT
