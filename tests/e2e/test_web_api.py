"""The page's server over the wire: who gets in, what each request answers."""

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import neo4j
import pytest

from graph.schema import EDGES, NODES, Graph
from graph.store import open_store
from graph.web.guard import HEADERS
from graph.web.legend import LOOKS
from graph.web.serve import listen


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def site(request: pytest.FixtureRequest, yunxi: Graph) -> Iterator[object]:
    """The page's server over each kind of store."""
    served = request.getfixturevalue("served")
    if request.param == "embedded":
        with served(request.getfixturevalue("town")) as found:
            yield found
        return
    server = request.getfixturevalue("neo4j_server")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_PASSWORD", server.password)
        auth = ("neo4j", server.password)
        with neo4j.GraphDatabase.driver(server.address, auth=auth) as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n")
        with open_store(Path(), server.address) as store:
            store.sync(yunxi, "town")
            with served(store) as found:
                yield found


@pytest.fixture(scope="module")
def token(site: object) -> str:
    return str(site.link).partition("token=")[2]  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def ours(site: object, token: str) -> Iterator[httpx.Client]:
    """A client that shows the token, as the page does."""
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=site.address, headers=headers) as client:  # type: ignore[attr-defined]
        yield client


def raw(address: str, lines: list[str]) -> str:
    """Send a request byte for byte, and give the status line."""
    parts = urlsplit(address)
    with socket.create_connection((str(parts.hostname), int(parts.port or 0)), timeout=10) as wire:
        wire.sendall("\r\n".join([*lines, "", ""]).encode())
        return wire.recv(4096).decode("latin-1").splitlines()[0]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({}, 200),
        ({"host": "evil.example"}, 421),
        ({"host": "127.0.0.1"}, 421),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"authorization": "Bearer wrong"}, 401),
        ({"authorization": ""}, 401),
    ],
)
def test_only_the_page_itself_gets_data(
    ours: httpx.Client, change: dict[str, str], status: int
) -> None:
    assert ours.get("/api/meta", headers=change).status_code == status


def test_a_malformed_host_reaches_nothing(site: object, token: str) -> None:
    address = site.address  # type: ignore[attr-defined]
    for host in ("127.0.0.1:1/api/meta?", "evil@127.0.0.1", "[::1"):
        lines = ["GET /api/meta HTTP/1.1", f"Host: {host}", f"Authorization: Bearer {token}"]
        assert raw(address, lines).split()[1] in ("400", "421")


def test_every_answer_carries_the_strict_headers(ours: httpx.Client) -> None:
    for path in ("/", "/favicon.svg", "/api/meta", "/nothing"):
        found = ours.get(path).headers
        assert {name: found.get(name) for name in HEADERS} == dict(HEADERS)
        assert "access-control-allow-origin" not in found
    assert ours.get("/api/meta").headers["cache-control"] == "no-store"


def test_the_page_and_its_files_are_served_and_nothing_above_them(ours: httpx.Client) -> None:
    assert "<script" in ours.get("/").text
    assert ours.get("/favicon.svg").status_code == 200
    assert ours.get("/third-party-licences.md").status_code == 200
    for path in ("/../app.py", "/%2e%2e/app.py", "/..%2fapp.py", "/static/../../app.py"):
        assert ours.get(path).status_code == 404


def test_the_legend_shows_every_type_of_the_schema(ours: httpx.Client) -> None:
    found = ours.get("/api/schema").json()
    assert [one["name"] for one in found["nodes"]] == list(NODES)
    assert [one["name"] for one in found["edges"]] == list(EDGES)
    assert set(LOOKS) == set(NODES)


def test_the_overview_counts_what_was_loaded(ours: httpx.Client) -> None:
    found = ours.get("/api/meta").json()
    assert found["counts"]["nodes"]["Person"] == 5
    assert found["counts"]["edges"]["ATTENDS"] == 6
    assert found["span"] == ["2024-03-12", "2024-03-20"]


def test_a_short_list_says_what_it_leaves_out(ours: httpx.Client) -> None:
    found = ours.get("/api/search", params={"q": "办事处", "limit": "5"}).json()
    assert (found["shown"], found["total"], found["truncated"]) == (5, 40, True)


@pytest.mark.parametrize(
    ("typed", "kind"), [("缪若兰", "han"), ("miaoruo", "pinyin"), ("mrl", "initials")]
)
def test_a_hit_tells_how_it_was_found(ours: httpx.Client, typed: str, kind: str) -> None:
    first = ours.get("/api/search", params={"q": typed}).json()["items"][0]
    assert (first["id"], first["kind"], first["note"]) == ("person-miao", kind, "云溪区区长")


@pytest.mark.parametrize("typed", ["(((", '"', "*", "AND OR", "a:b", "\\", "' OR 1=1 //"])
def test_any_text_can_be_searched(ours: httpx.Client, typed: str) -> None:
    assert ours.get("/api/search", params={"q": typed}).status_code == 200


def test_pages_of_neighbours_give_each_one_once(ours: httpx.Client) -> None:
    cursor, found = "", []
    while True:
        page = ours.get(
            "/api/e/district-900104/neighbors", params={"limit": "20", "cursor": cursor}
        ).json()["nodes"]
        found += [one["id"] for one in page["items"]]
        cursor = page["cursor"]
        if not cursor:
            break
    assert len(found) == len(set(found)) == page["total"] == 46


def test_neighbours_that_are_shown_already_are_left_out(ours: httpx.Client) -> None:
    found = ours.post(
        "/api/e/team-1/neighbors", json={"without": ["person-zhou"], "types": ["LEADS", "INSPECTS"]}
    ).json()
    assert [one["id"] for one in found["nodes"]["items"]] == ["district-900104"]
    assert {one["type"]: one["edges"] for one in found["counts"]} == {
        "LEADS": 1,
        "DEPUTY_LEADS": 1,
        "INSPECTS": 1,
    }


def test_a_subgraph_has_all_edges_among_its_nodes_and_names_what_is_missing(
    ours: httpx.Client,
) -> None:
    ids = ["person-shan", "place-1", "event-1", "nobody"]
    found = ours.post("/api/subgraph", json={"ids": ids}).json()
    assert found["missing"] == ["nobody"]
    assert sorted(one["type"] for one in found["edges"]) == ["ATTENDS", "VISITS", "VISITS"]


def test_an_edge_is_found_with_and_without_its_type(ours: httpx.Client) -> None:
    edges = ours.post("/api/subgraph", json={"ids": ["post-1", "person-miao", "district-900104"]})
    for one in edges.json()["edges"]:
        for params in ({"type": one["type"]}, {}):
            found = ours.get(f"/api/edge/{one['id']}", params=params).json()
            assert found["edge"]["id"] == one["id"]
            assert found["evidence"]["total"] == (3 if one["type"] == "HOLDS" else 0)


def test_each_piece_of_evidence_rereads_to_its_quote(ours: httpx.Client) -> None:
    for article in ("article-1", "article-2", "article-3"):
        found = ours.get(f"/api/a/{article}").json()
        for one in found["evidence"]["items"]:
            assert found["article"]["text"][one["start"] : one["stop"]] == one["quote"]
            read = found["reading"]["text"][one["mark"]["start"] : one["mark"]["stop"]]
            assert read == "".join(one["quote"].split()).replace("<imgsrc=xo", "<img src=x o")


def test_facts_of_one_type_come_a_page_at_a_time(ours: httpx.Client) -> None:
    first = ours.get("/api/e/district-900104/facts", params={"type": "PART_OF"}).json()
    second = ours.get(
        "/api/e/district-900104/facts", params={"type": "PART_OF", "cursor": first["cursor"]}
    ).json()
    ids = [one["id"] for page in (first, second) for one in page["items"]]
    assert (len(ids), len(set(ids)), first["total"], first["truncated"]) == (40, 40, 42, True)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/e/nobody", 404),
        ("/api/e/' OR true //", 404),
        ("/api/a/nothing", 404),
        ("/api/edge/nothing", 404),
        ("/api/edge/x?type=LEADS`]->() DETACH DELETE a //", 400),
        ("/api/e/team-1/neighbors?type=NAMES", 400),
        ("/api/e/team-1/neighbors?limit=1501", 400),
        ("/api/e/team-1/neighbors?limit=-1", 400),
        ("/api/e/team-1/facts?type=X", 400),
        ("/api/search", 400),
        ("/api/search?q=" + "长" * 201, 400),
        ("/api/path?from=team-1&to=team-1", 400),
        ("/api/path?from=team-1&to=nobody", 404),
        ("/api/queries/people/nothing", 404),
        ("/api/queries/people/leaders_of", 400),
        ("/api/queries/activity/attendance?from=never&to=2024", 400),
        ("/api/nothing", 404),
    ],
)
def test_a_wrong_request_gets_a_sentence(ours: httpx.Client, path: str, status: int) -> None:
    answer = ours.get(path)
    assert answer.status_code == status
    assert len(answer.json()["error"]) > 5


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"ids": 1}', b'{"ids": [1]}', b'{"other": []}', b"\xff", b"{" * 5000]
)
def test_a_wrong_body_gets_a_sentence(ours: httpx.Client, body: bytes) -> None:
    answer = ours.post("/api/subgraph", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_more_nodes_than_a_picture_holds_are_refused(ours: httpx.Client) -> None:
    answer = ours.post("/api/subgraph", json={"ids": [f"n-{one}" for one in range(1501)]})
    assert answer.status_code == 400
    assert "1500" in answer.json()["error"]


def test_another_port_is_taken_when_the_wanted_one_is_busy() -> None:
    first = listen(0)
    second = listen(first.getsockname()[1])
    try:
        assert second.getsockname()[0] == "127.0.0.1"
        assert second.getsockname()[1] != first.getsockname()[1]
    finally:
        first.close()
        second.close()
