"""What can go wrong with an extractor of the user's own."""

from loaders.errors import LoadError


class ExtractorError(LoadError):
    """The extractor is not there, does not start, or ended before its work was done."""
