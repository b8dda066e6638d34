"""Pairs of neighbouring characters: what two texts have in common, without a word list."""

import unicodedata


def grams(text: str) -> frozenset[str]:
    """Give the pairs of neighbouring characters of a text, marks and spaces left out."""
    bare = "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
    return frozenset(bare[at : at + 2] for at in range(len(bare) - 1))


def overlap(headline: str, body: frozenset[str]) -> float:
    """Tell which share of a headline's pairs stands in a body, 0 to 1."""
    pairs = grams(headline)
    return len(pairs & body) / len(pairs) if pairs else 0.0
