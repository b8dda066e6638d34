"""Function: any Python callable that maps an article to a record."""

import importlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from graph.evidence import Article, Issue, Record
from loaders.extractors.answers import record_of, refused
from loaders.extractors.errors import UnknownExtractorError


@dataclass(frozen=True, slots=True)
class Function:
    """A callable that is given one article after the other.

    Attributes:
        call: Takes an `Article`; returns a `Record`, or a dictionary of a record's form. What it
            raises is not caught: its author needs the traceback.
    """

    call: Callable[[Article], Record | Mapping[str, Any]]

    @classmethod
    def named(cls, name: str) -> "Function":
        """Import `module:function`; modules of the current folder are found too.

        Raises:
            UnknownExtractorError: There is no such module, or nothing callable of that name in it.
        """
        module, _, attribute = name.partition(":")
        if "" not in sys.path:
            sys.path.insert(0, "")
        try:
            found = getattr(importlib.import_module(module), attribute)
        except (ImportError, AttributeError) as error:
            raise UnknownExtractorError(
                f"the extractor {name} cannot be imported: {error}; run the command in the folder of "
                f"{module.partition('.')[0]}.py, or install it beside govgraph"
            ) from error
        if not callable(found):
            raise UnknownExtractorError(f"{name} is no function; name one that takes an article")
        return cls(found)

    def __call__(self, articles: Iterable[Article]) -> Iterator[Record | Issue]:
        """Call it for each article, in order."""
        for article in articles:
            said = self.call(article)
            if isinstance(said, Record):
                said = msgspec.to_builtins(said)
            if isinstance(said, Mapping):
                yield record_of(article, said)
            else:
                yield refused(
                    article,
                    f"the extractor returned {type(said).__name__}; return a Record or a dictionary",
                )
