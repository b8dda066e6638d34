"""Grammar: what one article says, by rules; a pure function from Article to Record."""

from loaders.grammar.extract import extract

__all__ = ["extract"]
