"""Choice: from what stands after `--extractor` to the extractor that is meant."""

import re
import shlex
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from graph.evidence import Article, Issue, Record
from loaders.extractors.errors import UnknownExtractorError
from loaders.extractors.pool import Pool

Extractor: TypeAlias = Callable[[Iterable[Article]], Iterator[Record | Issue]]
"""Maps articles to records, and to an issue for each article that gave none; not yet verified."""

_COMMAND, _FUNCTION = "command:", re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*")


def choose(name: str = "", jobs: int = 1) -> Extractor:
    """Give the extractor of a name.

    Args:
        name: `grammar` (or nothing), `openai`, `module:function`, or `command:` and a command line.
        jobs: In how many processes the grammar may read; the others see to that themselves.

    Raises:
        UnknownExtractorError: There is none of that name, or what it needs is missing.
    """
    if name in ("", "grammar"):
        return Pool(jobs)
    if name == "openai":
        from loaders.extractors.endpoint import Endpoint  # noqa: PLC0415 -- an extra

        return Endpoint.from_environment()
    if name.startswith(_COMMAND):
        from loaders.extractors.command import Command  # noqa: PLC0415

        return Command(tuple(shlex.split(name.removeprefix(_COMMAND))))
    if _FUNCTION.fullmatch(name):
        from loaders.extractors.function import Function  # noqa: PLC0415

        return Function.named(name)
    raise UnknownExtractorError(
        f"there is no extractor {name!r}; write grammar, openai, module:function, or "
        "'command:PROGRAM ARGUMENTS'"
    )
