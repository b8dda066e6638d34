"""What can go wrong while a file is read."""

from loaders.errors import LoadError


class SourceError(LoadError):
    """A file cannot be read, or is not what its name says; the message is a sentence for people."""
