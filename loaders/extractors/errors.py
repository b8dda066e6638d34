"""What can go wrong with an extractor of the user's own."""

from typing import ClassVar

from graph.schema import Exit
from loaders.errors import LoadError


class ExtractorError(LoadError):
    """The extractor does not start, or ended before its work was done."""


class UnknownExtractorError(ExtractorError):
    """There is no extractor of that name, or what it needs is not there."""

    exit: ClassVar[Exit] = Exit.USAGE
