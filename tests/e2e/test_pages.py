"""Whole pages through the command, on both stores: what they say is in the graph, and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from graph.store import Store
from tests.conftest import StorePlace
from tests.e2e.check import Command, differences

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SAMPLE = ROOT / "loaders" / "sample"
PAGES = sorted((HERE / "pages").glob("*.txt"))
OUTSIDE = ROOT.parent / "shared" / "checks" / "seed.py"
"""A check that may stand beside the checkout; CI runs it when it does."""


def test_the_sample_newspaper_says_what_it_says(store_place: StorePlace) -> None:
    assert differences([SAMPLE], HERE / "sample_facts.toml", store_place.address) == []


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_a_page_of_another_place_says_what_it_says(page: Path, store_place: StorePlace) -> None:
    assert differences([page], page.with_suffix(".toml"), store_place.address) == []


def test_building_the_same_pages_twice_changes_nothing_and_both_stores_are_equal(
    tmp_path: Path, store_place: StorePlace, neo4j_server: object
) -> None:
    command = Command(tmp_path / "workspace", store_place.address)
    command.run("build", *map(str, PAGES), str(SAMPLE))
    once = dump(command, store_place)
    assert "nothing to write" in command.run("build", *map(str, PAGES), str(SAMPLE))
    assert dump(command, store_place) == once
    command.run("rebuild")
    assert dump(command, store_place) == once
    if not store_place.address:
        command.run("rebuild", "--discard")
        assert dump(command, store_place) == once
    other = Command(tmp_path / "other")
    other.run("build", str(SAMPLE), *map(str, reversed(PAGES)))
    assert dump(other, StorePlace(tmp_path / "other" / "store", "")) == once


def test_withdrawing_an_article_is_as_if_it_had_never_been_read(
    tmp_path: Path, store_place: StorePlace
) -> None:
    command = Command(tmp_path / "workspace", store_place.address)
    command.run("build", str(PAGES[0]))
    before = dump(command, store_place)
    command.run("build", str(SAMPLE))
    rows = json.loads(command.run("query", "run", "evidence/articles", "--format", "json"))
    known = {row["article"] for row in rows}
    kept = {json.loads(line).get("id") for line in before}
    command.run("withdraw", *sorted(known - kept), "--why", "测试")
    assert dump(command, store_place) == before


def test_a_strangers_node_survives_load_rebuild_and_withdrawal(
    tmp_path: Path, store_place: StorePlace
) -> None:
    command = Command(tmp_path / "workspace", store_place.address)
    command.run("build", str(PAGES[0]))
    place = store_place if store_place.address else StorePlace(tmp_path / "workspace" / "store", "")
    with place.driver() as driver, driver.session(database=place.database) as session:
        session.run(
            "CREATE (:Person {id: 'mine', note: '勿动'})-[:KNOWS]->(:Thing {n: 1})"
        ).consume()
    command.run("build", str(SAMPLE))
    command.run("rebuild")
    rows = json.loads(command.run("query", "run", "evidence/articles", "--format", "json"))
    command.run("withdraw", *(row["article"] for row in rows))
    asked = "MATCH (p:Person {id: 'mine'})-[:KNOWS]->(t:Thing) RETURN p.note AS note, t.n AS n"
    assert command.cypher(asked) == [{"note": "勿动", "n": 1}]


@pytest.mark.skipif(not OUTSIDE.exists(), reason="there is no check beside this checkout")
def test_the_check_beside_the_checkout_holds(store_place: StorePlace) -> None:
    govgraph = str(Path(sys.executable).with_name("govgraph"))
    words = [sys.executable, str(OUTSIDE), "--govgraph", govgraph]
    words += ["--store", store_place.address] if store_place.address else []
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False, timeout=300)
    assert done.returncode == 0, done.stdout


def dump(command: Command, place: StorePlace) -> list[str]:
    """Give the canonical dump of the store that a command writes to."""
    folder = place if place.address else StorePlace(command.workspace / "store", "")
    store: Store
    with folder.open() as store:
        return list(store.dump())
