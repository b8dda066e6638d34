"""Extractors: what turns articles into records; the grammar, or one of your own."""

from loaders.extractors.choice import Extractor, choose
from loaders.extractors.errors import ExtractorError
from loaders.extractors.pool import usable_cores

__all__ = ["Extractor", "ExtractorError", "choose", "usable_cores"]
