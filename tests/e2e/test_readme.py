"""Whatever the two READMEs show is run, in order, and compared with what they say it prints.

`tests/e2e/readme.py` says what varies between two runs and is not compared. With
GOVGRAPH_UPDATE_GOLDEN=1 the outputs are written anew into both files.
"""

import os
import re
import struct
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.schema import Exit
from tests.conftest import StorePlace
from tests.contract.neo4j.server import Neo4jServer
from tests.e2e.readme import Block, Reader, blocks
from tests.e2e.screenshot import PICTURES, SIZE, Picture, take

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
SET_UP = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/govgraph demo",
    "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest",
)
"""The two commands that `.ci/run` runs on a bare machine, so no test does."""

CI_SAYS = {
    '"$work/venv/bin/': ".venv/bin/",
    '"$work/venv"': ".venv",
    ' --workspace "$work/demo"': "",
    " --no-open": "",
    " -q": "",
}
"""What differs there, and only there: another folder, no display, fewer words."""

NO_ENGINE = "no container engine where the tests run; tests/unit/test_docker.py checks the files"
NOT_RUN = {
    "cd docker": NO_ENGINE,
    '(umask 077; echo "NEO4J_PASSWORD=$(openssl rand -hex 16)" > .env)': NO_ENGINE,
    "docker compose run --rm app demo --no-open": NO_ENGINE,
    "docker compose up -d page": NO_ENGINE,
}
"""The only commands of the READMEs that nothing runs, each with the reason."""

LONGEST = 300
LARGEST = 400_000

each_language = pytest.mark.parametrize("readme", LANGUAGES.values(), ids=LANGUAGES.keys())


def text_of(readme: Path) -> str:
    return readme.read_text("utf-8")


def followed(readme: Path) -> tuple[list[Block], list[Block]]:
    """Give the blocks that a reader follows: those for the embedded store, those for Neo4j."""
    found = [one for one in blocks(text_of(readme))[len(SET_UP) :] if one.file or one.steps]
    first = next(n for n, one in enumerate(found) if "export NEO4J_URI" in one.body)
    return found[:first], found[first:]


def update(shown: list[Block], real: list[Block]) -> None:
    """Write what was really printed into both READMEs, where they say something else."""
    for readme in LANGUAGES.values():
        text = text_of(readme)
        for old, new in zip(shown, real, strict=True):
            text = text.replace(
                f"```{old.language}\n{old.body}```", f"```{new.language}\n{new.body}```"
            )
        readme.write_text(text, "utf-8")


def compare(shown: list[Block], reader: Reader) -> None:
    real = [reader.follow(block) for block in shown]
    if os.environ.get("GOVGRAPH_UPDATE_GOLDEN"):
        update(shown, real)
        return
    for old, new in zip(shown, real, strict=True):
        assert new.body == old.body


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(tmp_path_factory.mktemp("reader"))


def test_each_command_prints_what_the_readme_shows(reader: Reader) -> None:
    embedded, _ = followed(LANGUAGES["en"])
    compare(embedded, reader)


@pytest.mark.neo4j
def test_each_command_for_neo4j_prints_what_the_readme_shows(
    reader: Reader, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded, server = followed(LANGUAGES["en"])
    if not any(reader.folder.iterdir()):  # this test runs alone
        for block in embedded:
            reader.follow(block)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    StorePlace(Path(), neo4j_server.address).wipe()
    reader.exports = {"NEO4J_URI": neo4j_server.address, "NEO4J_PASSWORD": neo4j_server.password}
    compare(server, reader)


def test_both_readmes_have_the_same_files_commands_and_outputs_in_the_same_order() -> None:
    english, chinese = (
        [(one.language, one.file, one.body) for one in blocks(text_of(readme))]
        for readme in LANGUAGES.values()
    )
    assert english == chinese


@each_language
def test_a_readme_opens_with_one_sentence_and_the_two_commands(readme: Path) -> None:
    title, sentence, _, first, _, second, *_ = text_of(readme).split("\n\n")
    assert title == "# govgraph"
    assert len(re.findall(r"[.。]", sentence)) == 1
    assert (first, second) == tuple(f"```console\n$ {command}\n```" for command in SET_UP)


def test_ci_runs_the_two_commands_part_by_part_in_their_order() -> None:
    script = text_of(ROOT / ".ci" / "run")
    for own, plain in CI_SAYS.items():
        script = script.replace(own, plain)
    lines = [line.partition(" | ")[0] for line in script.replace('"', "").splitlines()]
    parts = [part for command in SET_UP for part in command.split(" && ")]
    places = [lines.index(part) for part in parts[:3]]
    places += [lines.index(part, places[-1]) for part in parts[3:]]
    assert all(one < other for one, other in pairwise(places))


@each_language
def test_a_command_that_is_not_run_has_a_reason(readme: Path) -> None:
    shell = [one for one in blocks(text_of(readme)) if one.language in ("sh", "bash", "shell")]
    lines = [line for one in shell for line in one.body.splitlines()]
    assert lines == list(NOT_RUN)
    loose = re.sub(r"```.*?```", "", text_of(readme), flags=re.DOTALL)
    assert not re.search(r"^\$ ", loose, re.MULTILINE)


@each_language
def test_the_table_of_exit_codes_names_each_of_them(readme: Path) -> None:
    assert [
        int(code) for code in re.findall(r"^\| (\d+) \|", text_of(readme), re.MULTILINE)
    ] == list(Exit)


@each_language
def test_every_link_of_a_readme_leads_somewhere(readme: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)\)", text_of(readme))
    assert not [one for one in links if "://" not in one and not (ROOT / one).exists()]


@each_language
def test_a_readme_is_read_in_one_sitting(readme: Path) -> None:
    assert text_of(readme).count("\n") <= LONGEST


@pytest.mark.parametrize("picture", PICTURES, ids=[one.name for one in PICTURES])
def test_a_picture_in_a_readme_is_one_of_the_page_and_loads_fast(picture: Picture) -> None:
    file = ROOT / "graph" / "web" / picture.name
    assert f"(graph/web/{picture.name})" in text_of(LANGUAGES[picture.language])
    assert file.stat().st_size < LARGEST
    assert struct.unpack(">II", file.read_bytes()[16:24]) == (SIZE["width"], SIZE["height"])


@pytest.mark.browser
def test_the_pictures_can_be_taken_anew(chromium: Browser, tmp_path: Path) -> None:
    chinese = tuple(one for one in PICTURES if one.language == "zh")
    take(chromium, tmp_path / "workspace", chinese, tmp_path)
    assert all((tmp_path / one.name).stat().st_size < LARGEST for one in chinese)
