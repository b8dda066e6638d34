"""Latin: names of persons in Latin letters, straight after a title: 副校长Ann Lindqvist."""

import re

from loaders.names.candidates import PUNCTUATED, Candidate

_NAME = re.compile(
    r"[A-Z](?:[a-z]+|\.)(?:[ .·-]{0,2}[A-Z](?:[a-z]+|\.)){1,3}(?![A-Za-z])|[A-Z]\. ?[A-Z][a-z]+"
)


def latin(text: str, at: int) -> Candidate | None:
    """Read a name of two words and more in Latin letters at a position; one word may be a firm or a thing."""
    at += text[at : at + 1] == " "
    found = _NAME.match(text, at)
    return Candidate(at, found.end(), PUNCTUATED) if found else None
