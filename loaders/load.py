"""The pipeline, in the order it happens: read, extract, verify, keep, resolve, load."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from graph.evidence import Article, Issue, Record, verify
from graph.resolve import resolve
from graph.schema import Graph
from graph.store import Store, SyncReport
from loaders.extractors import choose
from loaders.records.journal import Journal
from loaders.records.log import RecordLog
from loaders.sources import Given, read
from loaders.workspace import Workspace


@dataclass(slots=True)
class Gathered:
    """What came out of the files.

    Attributes:
        records: One for each article, in the order of the files.
        issues: What was refused, and why.
        files: How many files were read.
        doubtful: How many relations were left out because too little speaks for them.
    """

    records: list[Record] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    files: int = 0
    doubtful: int = 0


@dataclass(frozen=True, slots=True)
class Manner:
    """How files are read.

    Attributes:
        given: What the options say of every file.
        extractor: Name of what maps articles to records.
        jobs: In how many processes the grammar may read.
        least: Relations of which no evidence has this confidence are left out, 0 to 1.
    """

    given: Given = field(default_factory=Given)
    extractor: str = "grammar"
    jobs: int = 1
    least: float = 0.0


def gather(paths: Iterable[Path], manner: Manner, journal: Journal | None = None) -> Gathered:
    """Read files, extract what their articles say, verify it.

    Args:
        paths: Files, read in this order.
        manner: How.
        journal: Knows the records of an earlier run that was stopped, and takes those of this one.
    """
    gathered = Gathered()
    for found in _said(_counted(paths, gathered), manner, journal or Journal()):
        if isinstance(found, Issue):
            gathered.issues.append(found)
        else:
            gathered.records.append(_certain(found, manner.least, gathered))
    return gathered


def _counted(paths: Iterable[Path], gathered: Gathered) -> Iterator[Path]:
    for path in paths:
        gathered.files += 1
        yield path


def _certain(record: Record, least: float, gathered: Gathered) -> Record:
    kept = [
        one for one in record.relations if any(each.confidence >= least for each in one.evidence)
    ]
    gathered.doubtful += len(record.relations) - len(kept)
    return msgspec.structs.replace(record, relations=kept)


def _said(paths: Iterable[Path], manner: Manner, journal: Journal) -> Iterator[Record | Issue]:
    """Yield everything in the order of the files, though an extractor may read ahead."""
    aside: deque[tuple[int, Record | Issue]] = deque()
    asked = _articles(paths, manner.given, journal, aside)
    for answered, found in enumerate(choose(manner.extractor, manner.jobs)(asked)):
        while aside and aside[0][0] <= answered:
            yield aside.popleft()[1]
        if isinstance(found, Issue):
            yield found
            continue
        record, issues = verify(found, found.article.file)
        yield from issues
        if record is not None:
            journal.note(record, whole=not issues)
            yield record
    yield from (found for _, found in aside)


def _articles(
    paths: Iterable[Path],
    given: Given,
    journal: Journal,
    aside: deque[tuple[int, Record | Issue]],
) -> Iterator[Article]:
    """Yield what must be extracted; put aside what need not, with how many articles stood before."""
    asked = 0
    for path in paths:
        for found in read(path, given):
            if not isinstance(found, Article):
                aside.append((asked, found))
            elif (earlier := journal.earlier(found)) is not None:
                aside.append((asked, earlier))
            else:
                asked += 1
                yield found


def log_of(workspace: Workspace) -> RecordLog:
    """Give the record log of a workspace."""
    return RecordLog(workspace.records, workspace.withdrawals)


def graph_of(workspace: Workspace) -> Graph:
    """Resolve every record that holds in a workspace into one graph."""
    return resolve(log_of(workspace).records())


def keep(workspace: Workspace, gathered: Gathered) -> int:
    """Append what was gathered to the record log; return how many records were new."""
    files = sorted({record.article.file for record in gathered.records})
    return log_of(workspace).append(gathered.records, files, [str(one) for one in gathered.issues])


def load(workspace: Workspace, store: Store) -> SyncReport:
    """Make the store say what the record log says."""
    return store.sync(graph_of(workspace), workspace.id)
