"""What lies around 青穗科技, exported from both stores, is the same to the byte."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.export import EXPORTERS, Options, Selection, SelectionError, export
from graph.export.selection import elements
from graph.schema import ENTITIES, FACTS, Edge, Graph, Node
from graph.store import Store

HERE = Path(__file__).parent / "exports"
AROUND = Selection("青穗科技", 1)


@pytest.mark.parametrize("name", EXPORTERS)
def test_an_export_is_the_same_to_the_byte(name: str, asked: Store, tmp_path: Path) -> None:
    target = tmp_path / f"qingsui{EXPORTERS[name].suffix}"
    export(asked, name, target, AROUND, Options(faithful=True))
    for file in _files(tmp_path):
        golden = HERE / file.relative_to(tmp_path)
        if file.name.endswith(".manifest.json"):
            continue  # it carries the version of the software
        if os.environ.get("GOVGRAPH_UPDATE_GOLDEN"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(file.read_bytes())
        assert file.read_bytes() == golden.read_bytes(), file.name


def test_everything_is_what_the_store_was_given(asked: Store, invented: Graph) -> None:
    assert list(elements(asked, Selection())) == [*invented.nodes, *invented.edges]


def test_a_neighbourhood_keeps_parallel_edges_evidence_and_articles(asked: Store) -> None:
    found = list(elements(asked, AROUND))
    visits = [one for one in found if one.type == "VISITS"]
    assert [one.id for one in visits] == ["visits-1", "visits-2"]
    facts = {one.id for one in found if one.type in FACTS}
    proofs = [one for one in found if isinstance(one, Node) and one.type == "Evidence"]
    assert {one.properties["edge_id"] for one in proofs} == facts
    assert [one.id for one in found if one.type == "Article"] == ["article-3"]


@pytest.mark.parametrize("hops", range(7))
def test_every_end_of_an_edge_is_in_the_neighbourhood(hops: int, asked: Store) -> None:
    found = list(elements(asked, Selection("江念慈", hops)))
    nodes = {one.id for one in found if isinstance(one, Node)}
    for one in found:
        if isinstance(one, Edge):
            assert {one.source, one.target} <= nodes


def test_a_neighbourhood_is_a_part_of_the_whole_in_its_order(asked: Store, invented: Graph) -> None:
    whole = [*invented.nodes, *invented.edges]
    found = list(elements(asked, Selection("青禾区", 2)))
    assert found == [one for one in whole if one in found]
    assert 0 < len(found) < len(whole)


def test_what_something_is_part_of_is_kept_and_not_walked_on_from(asked: Store) -> None:
    found = set(_entities(asked, Selection("石桥广场", 2)))
    assert {"district-990104003", "event-signing", "person-jiang"} <= found
    # The square's subdistrict is kept; the district above it, and all in that, would be next.
    assert not {"district-990104", "district-990122"} & found


def _entities(store: Store, selection: Selection) -> Iterator[str]:
    return (one.id for one in elements(store, selection) if one.type in ENTITIES)


def test_no_hops_give_the_entity_alone_with_its_names(asked: Store) -> None:
    found = list(elements(asked, Selection("team-2", 0)))
    assert [one.type for one in found].count("InspectionTeam") == 1
    assert {one.type for one in found} == {"InspectionTeam", "Name", "NAMES"}


def test_an_id_of_before_a_merge_still_answers(asked: Store) -> None:
    assert "person-jiang" in list(_entities(asked, Selection("person-0ld", 0)))


def test_namesakes_are_listed_with_their_ids(asked: Store) -> None:
    with pytest.raises(SelectionError, match=r"names 2 things: person-lin-a .*; person-lin-b"):
        list(elements(asked, Selection("林知远", 1)))


def test_an_unknown_name_is_answered_with_near_ones(asked: Store, tmp_path: Path) -> None:
    with pytest.raises(
        SelectionError, match=r"nothing is named '青穗科枝'; did you mean .*青穗科技"
    ):
        export(asked, "json", tmp_path / "out.json", Selection("青穗科枝", 1))
    assert list(tmp_path.iterdir()) == []


def test_the_manifest_says_what_was_selected(asked: Store, tmp_path: Path) -> None:
    export(asked, "json", tmp_path / "out.json", AROUND)
    manifest = json.loads((tmp_path / "out.json.manifest.json").read_text("utf-8"))
    assert manifest["selection"] == "1 hop around 青穗科技"
    assert manifest["edges"]["VISITS"] == 2


def _files(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if one.is_file())
