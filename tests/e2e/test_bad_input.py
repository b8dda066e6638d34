"""Bad input ends in one clear sentence, the documented exit code, and nothing half-written."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.schema import Exit
from tests.conftest import StorePlace
from tests.contract.neo4j.server import Neo4jServer
from tests.e2e.command import govgraph

PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de")
GOOD = "本报讯 3月12日，云溪区召开会议，区长林知远出席会议。\n"
RECORD = {
    "govgraph": 1,
    "article": {"id": "a-1", "file": "x.txt", "title": "", "text": "区长林知远到会。"},
    "entities": [
        {"id": "e1", "type": "Person", "name": "林知远"},
        {"id": "e2", "type": "District", "name": "云溪区"},
    ],
    "relations": [],
}


def relation(**changes: object) -> dict[str, object]:
    evidence = [{"start": 0, "stop": 5, "quote": "区长林知远"}]
    return {
        "type": "HOLDS",
        "source": "e1",
        "target": "e2",
        "title": "区长",
        "evidence": evidence,
    } | changes


@dataclass(frozen=True)
class Case:
    """What is prepared, what is called, how it must end."""

    prepare: Callable[[Path], None]
    words: tuple[str, ...]
    exit: Exit
    says: str
    environment: tuple[tuple[str, str], ...] = ()


def file(name: str, content: bytes | str) -> Callable[[Path], None]:
    data = content.encode() if isinstance(content, str) else content
    return lambda folder: (folder / name).write_bytes(data) and None


def records(*lines: object) -> Callable[[Path], None]:
    text = "".join(
        (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n"
        for line in lines
    )
    return file("records.jsonl", text)


def unreadable(folder: Path) -> None:
    (folder / "secret.txt").symlink_to(folder / "gone")


def newer_workspace(folder: Path) -> None:
    (folder / ".govgraph").mkdir()
    (folder / ".govgraph" / "workspace.json").write_text('{"govgraph_workspace": 9, "id": "x"}')
    file("good.txt", GOOD)(folder)


def nothing(folder: Path) -> None:
    """Prepare nothing."""


DOWN = ("--store", "bolt://127.0.0.1:9")

CASES = {
    "a file that is not there": Case(nothing, ("build", "missing.txt"), Exit.INPUT, "missing.txt"),
    "a link to nothing": Case(unreadable, ("build", "secret.txt"), Exit.INPUT, "secret.txt"),
    "an empty file": Case(file("empty.txt", ""), ("build", "empty.txt"), Exit.INPUT, "empty"),
    "a picture named .txt": Case(file("photo.txt", PNG), ("build", "photo.txt"), Exit.INPUT, "photo.txt"),
    "a kind of file that is not read": Case(file("a.docx", GOOD), ("build", "a.docx"), Exit.INPUT, ".txt"),
    "a folder without anything to read": Case(lambda f: (f / "d").mkdir(), ("build", "d"), Exit.INPUT, "d"),
    "a line that is no JSON": Case(records("{"), ("load", "records.jsonl"), Exit.INPUT, "records.jsonl:1"),
    "a record of a later version": Case(
        records(RECORD | {"govgraph": 2}), ("load", "records.jsonl"), Exit.INPUT, "version 2"
    ),
    "a record with a quote that is not there": Case(
        records(RECORD | {"relations": [relation(evidence=[{"start": 0, "stop": 5, "quote": "市长林知远"}])]}),
        ("load", "records.jsonl"), Exit.PARTLY, "the quote says",
    ),
    "a record with an unknown relation": Case(
        records(RECORD | {"relations": [relation(type="MARRIES")]}), ("load", "records.jsonl"), Exit.PARTLY, "MARRIES"
    ),
    "a date that is none": Case(
        file("good.txt", GOOD), ("build", "good.txt", "--date", "yesterday"), Exit.INPUT, "yesterday"
    ),
    "a picture to extract from": Case(
        file("photo.txt", PNG), ("extract", "photo.txt", "-o", "out.jsonl"), Exit.INPUT, "photo.txt"
    ),
    "records into a folder that is not there": Case(
        file("good.txt", GOOD), ("extract", "good.txt", "-o", "no/out.jsonl"), Exit.OUTPUT, "no/"
    ),
    "an unknown extractor": Case(
        file("good.txt", GOOD), ("build", "good.txt", "--extractor", "best"), Exit.USAGE, "module:function"
    ),
    "an extractor that fails": Case(
        file("good.txt", GOOD), ("build", "good.txt", "--extractor", "command:false"), Exit.INPUT, "exit code 1"
    ),
    "an unknown flag": Case(nothing, ("build", "--fast", "a.txt"), Exit.USAGE, "--fast"),
    "an unknown command": Case(nothing, ("biuld", "a.txt"), Exit.USAGE, "biuld"),
    "a question without a workspace": Case(nothing, ("status",), Exit.WORKSPACE, "govgraph build"),
    "a workspace of a newer version": Case(newer_workspace, ("build", "good.txt"), Exit.WORKSPACE, "newer govgraph"),
    "a store that is down": Case(file("good.txt", GOOD), (*DOWN, "build", "good.txt"), Exit.STORE, "127.0.0.1:9"),
    "a store address that is none": Case(
        file("good.txt", GOOD), ("--store", "localhost", "build", "good.txt"), Exit.STORE, "bolt://"
    ),
    "asking a store that is down": Case(nothing, (*DOWN, "cypher", "RETURN 1"), Exit.STORE, "127.0.0.1:9"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_bad_input_ends_in_a_sentence_and_its_exit_code(case: Case, tmp_path: Path) -> None:
    case.prepare(tmp_path)
    done = govgraph(*case.words, folder=tmp_path, environment=dict(case.environment))
    assert done.returncode == case.exit, done.stderr
    assert case.says in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.skipif(os.name == "nt", reason="rights are another thing there")
def test_a_refused_first_build_leaves_no_records(tmp_path: Path) -> None:
    file("photo.txt", PNG)(tmp_path)
    govgraph("build", "photo.txt", folder=tmp_path)
    assert not list(tmp_path.rglob("records/*"))


ASKED = {
    "a misspelt query name": (("query", "run", "people/post_of"), Exit.USAGE, "people/posts_of"),
    "a parameter that the query has not": (
        ("query", "run", "people/posts_of", "-p", "name=x"), Exit.USAGE, "person",
    ),
    "a parameter without a value": (("query", "run", "people/posts_of", "-p", "x"), Exit.USAGE, "key=value"),
    "a missing parameter": (("query", "run", "people/posts_of"), Exit.USAGE, "person"),
    "a date parameter that is none": (
        ("query", "run", "activity/attendance", "-p", "from=soon", "-p", "to=2024-03-01"), Exit.USAGE, "soon",
    ),
    "a writing statement": (("cypher", "MATCH (n) DETACH DELETE n"), Exit.QUERY, "DETACH"),
    "a misspelt statement": (("cypher", "MATCH (n RETURN n"), Exit.QUERY, "bracket"),
    "a withdrawal of what is not there": (("withdraw", "article-0"), Exit.INPUT, "article-0"),
    "an export around nobody": (("export", "out.graphml", "--around", "无此人"), Exit.USAGE, "无此人"),
    "an export of an unknown kind": (("export", "out.xyz"), Exit.USAGE, "graphml"),
    "an export into a folder that is not there": (("export", "no/out.graphml"), Exit.OUTPUT, "no"),
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    file("good.txt", GOOD)(folder)
    done = govgraph("build", "good.txt", "--date", "2024-03-13", folder=folder)
    assert done.returncode == Exit.DONE, done.stderr
    return folder


@pytest.mark.parametrize(("words", "code", "says"), ASKED.values(), ids=ASKED.keys())
def test_a_bad_question_ends_in_a_sentence_and_its_exit_code(
    words: tuple[str, ...], code: Exit, says: str, built: Path
) -> None:
    before = sorted(path.name for path in built.iterdir())
    done = govgraph(*words, folder=built)
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in built.iterdir()) == before


def test_an_unknown_name_gives_no_rows_and_near_names(built: Path) -> None:
    done = govgraph("query", "run", "people/posts_of", "-p", "person=林知元", folder=built)
    assert done.returncode == Exit.DONE
    assert "林知远" in done.stderr


@pytest.mark.neo4j
def test_a_wrong_password_is_said_and_never_shown(
    tmp_path: Path, neo4j_server: Neo4jServer
) -> None:
    file("good.txt", GOOD)(tmp_path)
    secret = "canary-5b1f"  # noqa: S105 — a wrong one, on purpose
    done = govgraph(
        "--store", neo4j_server.address, "build", "good.txt",
        folder=tmp_path, environment={"NEO4J_PASSWORD": secret},
    )  # fmt: skip
    assert done.returncode == Exit.STORE
    assert "NEO4J_PASSWORD" in done.stderr
    assert "Traceback" not in done.stderr
    assert secret not in done.stdout + done.stderr
    assert not list(tmp_path.rglob("records/*"))


@pytest.mark.neo4j
def test_a_database_of_somebody_else_is_refused_and_left_alone(
    tmp_path: Path, store_place: StorePlace
) -> None:
    if not store_place.address:
        return  # the embedded store belongs to its workspace
    file("good.txt", GOOD)(tmp_path)
    with store_place.driver() as driver:
        driver.execute_query("CREATE (:Book {title: '别人的书'})")
        done = govgraph("--store", store_place.address, "build", "good.txt", folder=tmp_path)
        records, _, _ = driver.execute_query("MATCH (n) RETURN n.title AS title")
    assert done.returncode == Exit.STORE
    assert "empty database" in done.stderr
    assert [record["title"] for record in records] == ["别人的书"]
    assert not list(tmp_path.rglob("records/*"))
