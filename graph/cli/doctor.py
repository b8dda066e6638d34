"""`govgraph doctor`: look at everything that can be wrong, and say how to mend it."""

import importlib.resources
import importlib.util
import platform
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from graph.cli.opening import store_of
from graph.cli.options import settings, with_settings
from graph.cli.output import counted
from graph.evidence.heal import heal
from graph.schema import FACTS, Exit, GovgraphError, Node
from graph.store import Store
from loaders.load import log_of
from loaders.workspace import Workspace, open_workspace


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        good: Nothing needs mending.
        said: What was found; when not good, also what to do.
    """

    good: bool
    about: str
    said: str


@click.command()
@with_settings
def doctor() -> None:
    """Check the installation, the workspace, the store, and that every fact has its sentence."""
    findings = []
    for finding in _findings():
        findings.append(finding)
        click.echo(f"{'ok  ' if finding.good else 'MEND'}  {finding.about}: {finding.said}")
    if not all(finding.good for finding in findings):
        raise SystemExit(Exit.UNSOUND)


def _findings() -> Iterator[Finding]:
    yield Finding(True, "Python", f"{platform.python_version()} on {platform.platform(terse=True)}")
    yield _driver()
    yield _page()
    folder = settings().workspace
    try:
        space = open_workspace(folder)
    except GovgraphError as error:
        yield Finding(False, "workspace", str(error))
        return
    yield from _workspace(space)
    try:
        with store_of(space) as store:
            yield from _store(store)
    except GovgraphError as error:
        yield Finding(False, "store", str(error))


def _driver() -> Finding:
    fast = importlib.util.find_spec("neo4j._rust") is not None
    said = "with its compiled part" if fast else (
        "without its compiled part, so loading is slow; install neo4j-rust-ext"
    )  # fmt: skip
    return Finding(fast, "driver", said)


def _page() -> Finding:
    page = importlib.resources.files("graph.web") / "static" / "index.html"
    if page.is_file():
        return Finding(True, "page", "built")
    return Finding(
        False, "page", "not built; install govgraph again with Node or a network at hand"
    )


def _workspace(space: Workspace) -> Iterator[Finding]:
    log = log_of(space)
    try:
        latest, withdrawn = log.latest(), log.withdrawn()
    except GovgraphError as error:
        yield Finding(False, "records", str(error))
        return
    yield Finding(
        True,
        "records",
        f"{counted(len(latest), 'article')} in {counted(len(log.segments()), 'segment')}, "
        f"{len(withdrawn)} withdrawn; "
        "every checksum holds",
    )
    yield from _secrets(space.store)


def _secrets(folder: Path) -> Iterator[Finding]:
    """Find secrets of the embedded store that others can read."""
    for file in sorted(folder.glob("*password*")):
        mode = stat.S_IMODE(file.stat().st_mode)
        if platform.system() != "Windows" and mode & 0o077:
            yield Finding(False, "password", f"others can read {file}; run chmod 600 on it")


def _store(store: Store) -> Iterator[Finding]:
    found = store.describe()
    yield Finding(True, "store", f"{found.product} {found.version} at {found.address} answers")
    for warning in found.warnings:
        yield Finding(False, "store", warning)
    yield _sentences(store)


def _sentences(store: Store) -> Finding:
    """Re-read every piece of evidence in its article, and look for facts that have none."""
    articles: dict[str, Node] = {}
    supported: set[str] = set()
    facts: set[str] = set()
    wrong: list[str] = []
    for one in store.elements():
        if isinstance(one, Node) and one.type == "Article":
            articles[one.id] = one
        elif isinstance(one, Node) and one.type == "Evidence":
            supported.add(str(one.properties["edge_id"]))
            if not _stands(one, articles[str(one.properties["article"])]):
                wrong.append(one.id)
        elif one.type in FACTS:
            facts.add(one.id)
    bare = facts - supported
    if wrong or bare:
        named = ", ".join([*wrong, *sorted(bare)][:3])
        return Finding(
            False,
            "evidence",
            f"{len(bare)} facts have none and {len(wrong)} quotes do not stand where they should "
            f"({named}); run `govgraph rebuild`",
        )
    return Finding(True, "evidence", f"each of {len(facts)} facts has its sentence")


def _stands(evidence: Node, article: Node) -> bool:
    said = evidence.properties
    text = str(article.properties.get(str(said.get("in", "text")), ""))
    start, stop = said["start"], said["stop"]
    assert isinstance(start, int)  # noqa: S101 — the schema says so
    assert isinstance(stop, int)  # noqa: S101 — same
    return text[start:stop] == said["quote"] and bool(heal(text[start:stop]).text)
