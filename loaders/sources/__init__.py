"""From files to articles: kinds of file, encodings, pages of a newspaper, metadata."""

from loaders.sources.errors import SourceError
from loaders.sources.given import Given
from loaders.sources.reading import KINDS, expand, read

__all__ = ["KINDS", "Given", "SourceError", "expand", "read"]
