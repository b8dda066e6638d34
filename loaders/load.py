"""The pipeline, in the order it happens: read, extract, verify, keep, resolve, load."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.evidence import Article, Issue, Record, verify
from graph.resolve import resolve
from graph.schema import Graph
from graph.store import Store, SyncReport
from loaders.grammar import extract
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
    """

    records: list[Record] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    files: int = 0


def gather(paths: Iterable[Path], given: Given) -> Gathered:
    """Read files, extract what their articles say, verify it."""
    gathered = Gathered()
    for path in paths:
        gathered.files += 1
        for found in _records(path, given):
            if isinstance(found, Issue):
                gathered.issues.append(found)
            else:
                gathered.records.append(found)
    return gathered


def _records(path: Path, given: Given) -> Iterator[Record | Issue]:
    for found in read(path, given):
        if isinstance(found, Article):
            record, issues = verify(extract(found), path.name)
            yield from issues
            if record is not None:
                yield record
        else:
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
