"""The exceptions of the lexicons."""


class LexiconError(LookupError):
    """A word list that does not exist."""
