"""Exports of awkward values: what goes out comes back, or the manifest says what did not."""

import csv
import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import OWL, RDF, URIRef

from graph.export import (
    EXPORTERS,
    ExportError,
    Manifest,
    Options,
    Selection,
    SelectionError,
    TargetError,
    as_networkx,
    write,
)
from graph.export.rdf import triples, vocabulary
from graph.export.tables import TABLES
from graph.export.terms import OA, TERMS
from graph.schema import EDGES, NODES, Edge, Node
from graph.store.errors import StoreError

AWKWARD = '引"号，逗,号\n换\r\n行\t]]> <b>&amp; 😀 𬱖 \\ """ \'= 末"'
FORMULA = "=HYPERLINK(0)"
PEOPLE = [
    Node("Person", "person-1", {"name": "甲", "official": True, "aliases": [AWKWARD, "甲,乙"]}),
    Node("Enterprise", "enterprise-1", {"name": FORMULA, "n_articles": 2}),
    Node("Article", "article-1", {"title": "＋题", "text": AWKWARD, "date": "2024-03"}),
    Node(
        "Evidence",
        "evidence-1",
        {"edge_id": "visits-1", "edge_type": "VISITS", "source": "person-1",
         "target": "enterprise-1", "quote": AWKWARD[3:9], "article": "article-1", "start": 3,
         "stop": 9, "in": "text", "confidence": 0.5},
    ),
    Node("Name", "name-1", {"text": FORMULA, "search": FORMULA}),
]  # fmt: skip
LINKS = [
    Edge("VISITS", "visits-1", "person-1", "enterprise-1", {"date": "2024-03-01", "confidence": 1}),
    Edge("VISITS", "visits-2", "person-1", "enterprise-1", {"date": "2024", "quote": AWKWARD}),
    Edge("NAMES", "names-1", "name-1", "enterprise-1", {"kind": "full"}),
    Edge("FROM_ARTICLE", "from_article-1", "evidence-1", "article-1"),
]
ELEMENTS = [*PEOPLE, *LINKS]
Made = Callable[..., tuple[Path, Manifest]]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Write an export of some elements and give its place and manifest."""

    def make(
        name: str, elements: list[Node | Edge] = ELEMENTS, *, faithful: bool = False
    ) -> object:
        target = tmp_path / f"out{EXPORTERS[name].suffix}"
        return target, write(EXPORTERS[name], iter(elements), target, Options(faithful))

    return make


def rows(folder: Path, table: str, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding=encoding, newline="") as opened:
        return list(csv.DictReader(opened))


def test_graphml_comes_back_from_networkx_with_everything(made: Made) -> None:
    target, manifest = made("graphml")
    back = nx.read_graphml(target, force_multigraph=True)
    assert manifest.notes == []
    assert set(back.edges(keys=True)) == {(one.source, one.target, one.id) for one in LINKS}
    for one in PEOPLE:
        found = dict(back.nodes[one.id])
        assert found.pop("type") == one.type
        assert found.pop("label")
        for name in ("aliases", "all_ids"):
            if name in found:
                found[name] = json.loads(found[name])
        assert found == dict(one.properties)
    for link in LINKS:
        assert back.edges[link.source, link.target, link.id] == {
            "type": link.type,
            **link.properties,
        }


def test_graphml_declares_one_typed_key_for_each_property(made: Made) -> None:
    target, _ = made("graphml")
    keys = re.findall(
        r'<key id="([ne]-\w+)" for="(\w+)" attr.name="\w+" attr.type="(\w+)"',
        target.read_text("utf-8"),
    )
    assert len({key for key, _, _ in keys}) == len(keys)
    assert ("n-official", "node", "boolean") in keys
    assert ("e-order", "edge", "long") in keys
    assert ("e-confidence", "edge", "double") in keys


def test_a_property_has_one_kind_on_all_nodes_and_one_on_all_edges() -> None:
    for types in (NODES, EDGES):
        kinds: dict[str, set[str]] = {}
        for kind in types.values():
            for one in kind.properties:
                kinds.setdefault(one.name, set()).add(one.kind)
        assert [name for name, found in kinds.items() if len(found) > 1] == []


def test_what_xml_cannot_hold_is_replaced_and_counted(made: Made) -> None:
    target, manifest = made("graphml", [Node("Place", "place-1", {"name": "广\x00场\x0b\ufffe"})])
    assert nx.read_graphml(target).nodes["place-1"]["name"] == "广\ufffd场\ufffd\ufffd"
    assert manifest.notes == [
        "3 characters that XML cannot hold were written as U+FFFD, in 1 elements: place-1."
    ]


def test_node_link_json_comes_back_from_networkx_with_everything(made: Made) -> None:
    target, _ = made("json")
    back = nx.node_link_graph(json.loads(target.read_text("utf-8")), edges="edges")
    assert nx.utils.nodes_equal(back.nodes(data=True), as_networkx(ELEMENTS).nodes(data=True))
    assert nx.utils.edges_equal(
        back.edges(keys=True, data=True), as_networkx(ELEMENTS).edges(keys=True, data=True)
    )
    assert back.is_directed()
    assert back.is_multigraph()


@pytest.mark.parametrize("elements", [[], PEOPLE], ids=["nothing", "nodes only"])
@pytest.mark.parametrize("name", EXPORTERS)
def test_an_export_without_edges_is_still_whole(
    name: str, elements: list[Node | Edge], made: Made
) -> None:
    target, manifest = made(name, elements)
    assert manifest.edges == {}
    if name == "json":
        assert json.loads(target.read_text("utf-8"))["edges"] == []
    if name == "graphml":
        assert len(nx.read_graphml(target)) == len(elements)


def test_faithful_csv_holds_every_value_as_it_is(made: Made) -> None:
    folder, manifest = made("csv", faithful=True)
    assert manifest.notes == []
    assert not (folder / "nodes.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    person, enterprise = rows(folder, "nodes", "utf-8")
    assert json.loads(person["aliases"]) == [AWKWARD, "甲,乙"]
    assert person["official"] == "true"
    assert enterprise["name"] == FORMULA
    assert rows(folder, "articles", "utf-8")[0]["text"] == AWKWARD
    assert [one["quote"] for one in rows(folder, "edges", "utf-8")] == ["", AWKWARD]


def test_csv_for_people_runs_no_formula(made: Made) -> None:
    folder, manifest = made("csv")
    assert (folder / "nodes.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert rows(folder, "nodes")[1]["name"] == f"'{FORMULA}"
    assert rows(folder, "articles")[0]["title"] == "'＋题"
    assert rows(folder, "names")[0]["text"] == f"'{FORMULA}"
    for table in TABLES:
        for row in rows(folder, table.name):
            assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in row.values())
    assert any("nodes.csv that a spreadsheet would take for a formula" in x for x in manifest.notes)


def test_csv_says_which_cells_a_spreadsheet_cuts(made: Made) -> None:
    _, manifest = made("csv", [Node("Article", "article-1", {"text": "长" * 32_768})])
    assert manifest.notes == [
        "1 cells of articles.csv are longer than 32767 characters; a spreadsheet cuts them."
    ]


def test_a_row_of_an_edge_can_be_read_by_itself(made: Made) -> None:
    folder, _ = made("csv", faithful=True)
    first = rows(folder, "edges", "utf-8")[0]
    assert (first["source_name"], first["type"], first["target_name"]) == ("甲", "VISITS", FORMULA)
    assert rows(folder, "evidence", "utf-8")[0]["source_name"] == "甲"


def test_every_type_has_its_table_and_every_property_its_column() -> None:
    for name, kind in (NODES | EDGES).items():
        if name in ("Name", "FROM_ARTICLE"):
            continue
        (table,) = [one for one in TABLES if name in one.types]
        assert {one.name for one in kind.properties} - {"digest"} <= set(table.columns)


def test_turtle_comes_back_from_rdflib_as_the_same_triples(made: Made) -> None:
    target, _ = made("turtle")
    expected = set(vocabulary()) | {triple for one in ELEMENTS for triple in triples(one)}
    assert set(rdflib.Graph().parse(target)) == expected


def test_a_query_finds_the_quote_of_each_of_two_visits(made: Made) -> None:
    target, _ = made("turtle")
    found = rdflib.Graph().parse(target).query(
        """
        SELECT ?visit ?date ?words ?start WHERE {
          ?visit a gv:VISITS ; gv:source ?who ; dcterms:date ?date .
          ?who skos:prefLabel "甲"@zh .
          OPTIONAL { ?proof oa:hasBody ?visit ; oa:hasTarget/oa:hasSelector ?span, ?quote .
                     ?span oa:start ?start . ?quote oa:exact ?words }
        } ORDER BY ?visit
        """
    )  # fmt: skip
    assert [tuple(str(cell) if cell is not None else None for cell in row) for row in found] == [
        ("urn:govgraph:id:visits-1", "2024-03-01", AWKWARD[3:9], "3"),
        ("urn:govgraph:id:visits-2", "2024", None, None),
    ]


def test_every_own_term_that_is_used_is_declared_with_its_labels(made: Made) -> None:
    target, _ = made("turtle")
    graph = rdflib.Graph().parse(target)
    used = {one for triple in graph for one in triple if str(one).startswith(TERMS)}
    declared = {one for one in used if (one, rdflib.RDFS.label, None) in graph}
    assert used - declared == {TERMS.source, TERMS.target} - declared
    assert (TERMS.leads, RDF.type, OWL.ObjectProperty) in graph


def test_no_two_properties_of_a_type_share_a_predicate() -> None:
    from graph.export.rdf import predicate  # noqa: PLC0415

    for kind in (*NODES.values(), *EDGES.values()):
        found: list[URIRef] = [predicate(kind.name, one.name) for one in kind.properties]
        assert len(set(found)) == len(found), kind.name


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_as_it_went_in(text: str, tmp_path: Path) -> None:
    node = Node("Place", "place-1", {"name": text})
    places = {name: tmp_path / name for name in EXPORTERS}
    for name, place in places.items():
        write(EXPORTERS[name], [node], place, Options(faithful=True))
    assert json.loads(places["json"].read_text("utf-8"))["nodes"][0]["name"] == text
    assert rows(places["csv"], "nodes", "utf-8")[0]["name"] == text
    assert set(triples(node)) <= set(rdflib.Graph().parse(places["turtle"], format="turtle"))
    allowed = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    assert nx.read_graphml(places["graphml"]).nodes["place-1"].get("name", "") == allowed


@pytest.mark.parametrize("name", EXPORTERS)
def test_the_manifest_counts_and_hashes_what_was_written(name: str, made: Made) -> None:
    target, manifest = made(name)
    assert manifest.nodes["Person"] == 1
    assert manifest.edges == {"VISITS": 2, "NAMES": 1, "FROM_ARTICLE": 1}
    for file in manifest.files:
        written = (target / file.name if target.is_dir() else target).read_bytes()
        assert (file.bytes, file.sha256) == (len(written), sha256(written).hexdigest())
    saved = json.loads(target.with_name(f"{target.name}.manifest.json").read_text("utf-8"))
    assert saved["format"] == name
    assert saved["schema_version"] == 1
    assert saved["software"].startswith("govgraph ")


@pytest.mark.parametrize("name", EXPORTERS)
def test_the_same_graph_gives_the_same_bytes(name: str, made: Made) -> None:
    assert made(name)[1].files == made(name)[1].files


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_stream_that_breaks_off_leaves_what_stood_there(name: str, made: Made) -> None:
    def broken() -> object:
        yield PEOPLE[0]
        raise StoreError("the store went away")

    target, _ = made(name)
    before = {one: one.read_bytes() for one in target.parent.rglob("*") if one.is_file()}
    with pytest.raises(StoreError):
        write(EXPORTERS[name], broken(), target)
    assert {one: one.read_bytes() for one in target.parent.rglob("*") if one.is_file()} == before


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_full_disk_leaves_what_stood_there(name: str, made: Made) -> None:
    resource = pytest.importorskip("resource", reason="this system has no limits on file sizes")
    target, _ = made(name)
    before = {one: one.read_bytes() for one in target.parent.rglob("*") if one.is_file()}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(TargetError, match=f"cannot write .*out{EXPORTERS[name].suffix}: "):
            made(name)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {one: one.read_bytes() for one in target.parent.rglob("*") if one.is_file()} == before


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(TargetError, match=r"holds thesis\.docx, which no export wrote"):
        write(EXPORTERS["csv"], ELEMENTS, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["thesis.docx"]


@pytest.mark.parametrize(
    ("name", "target", "reason"),
    [
        ("json", "nowhere/out.json", "there is no folder"),
        ("json", ".", "is a folder"),
        ("csv", "file", "is a file"),
    ],
)
def test_a_target_that_cannot_be_is_refused(
    name: str, target: str, reason: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(TargetError, match=reason):
        write(EXPORTERS[name], ELEMENTS, tmp_path / target)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_date_that_is_none_stops_the_turtle_with_a_sentence(made: Made) -> None:
    with pytest.raises(ExportError, match=r"Event\.date is '近日', no date such as 2024"):
        made("turtle", [Node("Event", "event-1", {"date": "近日"})])


def test_hops_have_a_limit() -> None:
    with pytest.raises(SelectionError, match="give a number from 0 to 6"):
        Selection("青禾区", 7)


def test_web_annotation_is_where_the_w3c_says() -> None:
    assert str(OA) == "http://www.w3.org/ns/oa#"
