"""Pool: the grammar in several processes, with the answers in the order of the articles."""

import itertools
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from graph.evidence import Article, Record
from loaders.extractors.errors import ExtractorError
from loaders.grammar import extract

_WORTH = 200_000
"""Code points of text below which starting processes takes longer than it saves."""

_AHEAD = 64
"""Articles that wait for each process; more would only fill memory."""


def usable_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Pool:
    """The grammar, in as many processes as are worth it.

    Attributes:
        jobs: How many processes at most; with 1 everything happens in this one.
    """

    jobs: int

    def __call__(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Extract every article; the answers stand in order, whatever the number of processes.

        Raises:
            ExtractorError: A process was killed.
        """
        rest = iter(articles)
        first = list(_worth(rest)) if self.jobs > 1 else []
        if sum(len(one.text) for one in first) < _WORTH:
            yield from map(extract, itertools.chain(first, rest))
            return
        # A new process, not a fork of this one: threads of a progress bar or a store are not copied.
        with ProcessPoolExecutor(self.jobs, get_context("spawn"), _leave_stopping) as pool:
            try:
                yield from self._spread(pool, itertools.chain(first, rest))
            except BrokenProcessPool as error:
                raise ExtractorError(
                    "a process that read articles was killed, most likely for want of memory; "
                    "run the command again with --jobs 1. Nothing was changed"
                ) from error
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _spread(self, pool: ProcessPoolExecutor, articles: Iterable[Article]) -> Iterator[Record]:
        waiting: deque[Future[Record]] = deque()
        for article in articles:
            waiting.append(pool.submit(extract, article))
            if len(waiting) >= self.jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _leave_stopping() -> None:
    """Leave Ctrl-C to the process that gives the work; it ends these."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _worth(articles: Iterator[Article]) -> Iterator[Article]:
    """Take as many articles as make more processes worth it, if there are so many."""
    taken = 0
    while taken < _WORTH and (article := next(articles, None)) is not None:
        taken += len(article.text)
        yield article
