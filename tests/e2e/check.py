"""Build the graph of newspaper pages with the command, ask it, and compare with what they say.

    python tests/e2e/check.py PAGE... [--facts FILE.toml] [--store bolt://127.0.0.1:7687]

The facts of a page stand in a TOML file of the same name beside it; `README.md` says how to write
one. What is asked is asked as a user would: by `govgraph query run` and `govgraph cypher`, in a
new workspace. Credentials for --store come from the environment, as for the command itself.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.schema import FACTS

Row = dict[str, Any]

PROGRAM = Path(sys.executable).with_name("govgraph")
"""The command of the environment that runs this."""

STATEMENTS = {
    "check/posts": """
        MATCH (p:Person)-[e:HOLDS]->(t:Post)-[:OF]->(b:Entity)
        RETURN p.name AS person, t.title AS title, b.name AS body, e.status AS status,
               e.quote AS quote""",
    "check/teams": """
        MATCH (p:Person)-[e:LEADS|DEPUTY_LEADS]->(t:InspectionTeam)
        RETURN p.name AS person, type(e) AS edge, t.name AS team, e.quote AS quote""",
    "check/inspections": """
        MATCH (t:InspectionTeam)-[e:INSPECTS]->(x:Entity)
        RETURN t.name AS team, x.name AS target, e.valid_from AS valid_from,
               e.valid_to AS valid_to, e.quote AS quote""",
    "check/visits": """
        MATCH (p:Person)-[e:VISITS]->(x:Entity)
        RETURN p.name AS person, x.name AS target, e.date AS date, e.quote AS quote""",
    "check/signings": """
        MATCH (:Name {text: $party})-[:NAMES]->(a:Entity)-[e:SIGNS_WITH]-(b:Entity)
        RETURN DISTINCT b.name AS counterpart, e.date AS date, e.n_articles AS independent,
               e.quote AS quote""",
    "check/agreements": "MATCH (:Entity)-[e:SIGNS_WITH]->(:Entity) RETURN count(e) AS n",
    "check/organizers": """
        MATCH (o:Entity)-[e:ORGANIZES]->(v:Event)
        RETURN o.name AS organizer, v.date AS date, e.quote AS quote""",
    "check/venues": """
        MATCH (v:Event)-[e:HELD_IN]->(x:Entity)
        RETURN x.name AS venue, v.date AS date, e.quote AS quote""",
    "check/events": "MATCH (v:Event) RETURN v.date AS date, v.kind AS kind, v.name AS event",
    "check/persons": """
        MATCH (p:Person) OPTIONAL MATCH (p)-[:HOLDS]->(t:Post)
        WITH p.id AS id, p.name AS person, count(DISTINCT t.id) AS posts
        RETURN person, posts, count(id) AS n""",
}
"""Questions that need no saved query of their own; one row per edge, or per thing counted."""

_EDGES = f"MATCH (:Entity)-[e:{'|'.join(FACTS)}]->(:Entity) RETURN e.id AS edge"
_PIECES = """
    MATCH (v:Evidence)-[:FROM_ARTICLE]->(a:Article)
    RETURN v.edge_id AS edge, a.id AS article, v.in AS place, v.start AS start, v.stop AS stop,
           v.quote AS quote"""
_ARTICLES = "MATCH (a:Article) RETURN a.id AS article, a.title AS title, a.text AS text"


class CommandError(RuntimeError):
    """The command ended with another code than 0."""


@dataclass(frozen=True, slots=True)
class Command:
    """The command `govgraph` on one workspace and one store ("" is the embedded one)."""

    workspace: Path
    store: str = ""
    program: Path = PROGRAM

    def run(self, *words: str) -> str:
        """Run it and give what it prints."""
        start = [str(self.program), "--workspace", str(self.workspace)]
        start += ["--store", self.store] if self.store else []
        done = subprocess.run(
            [*start, *words], capture_output=True, encoding="utf-8", check=False, timeout=300
        )
        if done.returncode:
            said = done.stderr.strip()[-600:]
            raise CommandError(f"{' '.join(words)[:120]}: exit {done.returncode}: {said}")
        return done.stdout

    def ask(self, query: str, parameters: Mapping[str, str]) -> list[Row]:
        """Run a saved query, or a statement of this file, and give its rows."""
        option = "--param" if query in STATEMENTS else "-p"
        given = [word for key, value in parameters.items() for word in (option, f"{key}={value}")]
        if query in STATEMENTS:
            return self.cypher(STATEMENTS[query], *given)
        return list(json.loads(self.run("query", "run", query, *given, "--format", "json")))

    def cypher(self, statement: str, *options: str) -> list[Row]:
        """Run a statement and give its rows."""
        text = " ".join(statement.split())
        return list(json.loads(self.run("cypher", text, *options, "--format", "json")))


def differences(pages: Sequence[Path], facts: Path, store: str = "") -> list[str]:
    """Build `pages` in a new workspace and say how the graph differs from `facts`.

    Args:
        pages: Newspaper pages, or folders of them.
        facts: The TOML file that says what they say.
        store: The Bolt address of an empty database, or "" for the embedded store.

    Returns:
        One line for each fact that is missing, and each thing that no page says; none when all
        is well.
    """
    expected = tomllib.loads(facts.read_text(encoding="utf-8"))
    texts = _plain("".join(file.read_text(encoding="utf-8") for file in _files(pages)))
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        command = Command(Path(folder) / "workspace", store)
        try:
            command.run("build", *(str(page) for page in pages))
            for ask in expected["ask"]:
                rows = command.ask(ask["query"], ask.get("parameters", {}))
                found += (f"{_title(ask)}: {one}" for one in _compared(ask, rows))
                found += (f"{_title(ask)}: {one}" for one in _unquoted(rows, texts))
            found += _unsupported(command)
        except CommandError as error:
            found.append(str(error))
    return found


def _files(pages: Sequence[Path]) -> Iterator[Path]:
    for page in pages:
        yield from sorted(page.glob("*.txt")) if page.is_dir() else [page]


def _title(ask: Row) -> str:
    given = ", ".join(f"{key}={value}" for key, value in ask.get("parameters", {}).items())
    return f"{ask['query']}({given})"


def _compared(ask: Row, rows: list[Row]) -> Iterator[str]:
    """Say what is missing, what stands there twice, what is forbidden, what nobody expects."""
    expected, optional = ask.get("rows", []), ask.get("optional", [])
    for one in expected:
        times = sum(_says(row, one) for row in rows)
        if not times:
            yield f"missing {_shown(one)}"
        if ask.get("exact") and times > 1:
            yield f"{times} times {_shown(one)}"
    for row in rows:
        if any(_says(row, one) for one in ask.get("never", [])):
            yield f"wrong {_shown(row)}"
        elif ask.get("exact") and not any(_says(row, one) for one in (*expected, *optional)):
            yield f"unexpected {_shown(row)}"


def _says(row: Row, expected: Row) -> bool:
    """Tell whether the row has every expected value; a list gives the values that are as good."""
    for column, value in expected.items():
        good = value if isinstance(value, list) else [value]
        if _plain(row.get(column)) not in {_plain(one) for one in good}:
            return False
    return True


def _unquoted(rows: list[Row], texts: str) -> Iterator[str]:
    for row in rows:
        if "quote" not in row:
            continue
        quote = _plain(row["quote"])
        if not quote or quote not in texts:
            yield f"its quote stands on no page: {_shown(row)} quotes {row['quote']!r}"


def _unsupported(command: Command) -> Iterator[str]:
    """Say which fact edges have no evidence, and which evidence does not re-read to its quote."""
    articles = {row["article"]: row for row in command.cypher(_ARTICLES)}
    pieces = command.cypher(_PIECES)
    for piece in pieces:
        article = articles[piece["article"]]
        text = article["title"] if piece["place"] == "title" else article["text"]
        if text[piece["start"] : piece["stop"]] != piece["quote"]:
            yield f"evidence of {piece['edge']} does not re-read to its quote {piece['quote']!r}"
    supported = {piece["edge"] for piece in pieces}
    for row in command.cypher(_EDGES):
        if row["edge"] not in supported:
            yield f"the edge {row['edge']} has no evidence"


def _plain(value: object) -> str:
    """Give a value as text without white space, in half width; nothing at all for None."""
    return "".join(unicodedata.normalize("NFKC", "" if value is None else str(value)).split())


def _shown(row: Row) -> str:
    return ", ".join(f"{key}={value}" for key, value in row.items() if key != "quote")


def main() -> int:
    """Check the pages of the command line; 0 when nothing differs."""
    parser = argparse.ArgumentParser(description="Compare the graph of pages with what they say.")
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--facts", type=Path)
    parser.add_argument("--store", default="")
    options = parser.parse_args()
    facts = options.facts or options.pages[0].with_suffix(".toml")
    found = differences(options.pages, facts, options.store)
    for line in found:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"{len(found)} differences\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
