"""The page in a real browser, over an invented graph in a real store.

`served` is a function of a store, so that a test can hand it any graph.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from graph.evidence.heal import heal, sentence_around
from graph.schema import Edge, Graph, Node, Value, identifier
from graph.store import Store, open_store
from graph.web.app import app
from graph.web.serve import listen

CHROMIUM = next(
    (one for one in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
     if Path(one).exists()),
    "",
)  # fmt: skip
QUIET = (
    "--no-sandbox",  # the tests run as root in a container
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
)
TOKEN = "t" * 32
HOSTILE = "<img src=x onerror=window.hacked=1>"


@dataclass(frozen=True, slots=True)
class Site:
    """A page that is being served."""

    address: str
    link: str


@contextmanager
def serving(store: Store) -> Iterator[Site]:
    """Serve the page for a store, on a free port, until the block ends."""
    listener = listen(0)
    port = int(listener.getsockname()[1])
    config = uvicorn.Config(
        app(store, TOKEN, port), http="h11", ws="none", lifespan="off", log_level="error"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    address = f"http://127.0.0.1:{port}"
    try:
        httpx.get(f"{address}/", timeout=20).raise_for_status()
        yield Site(address, f"{address}/#token={TOKEN}")
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An embedded store that holds the invented district of Yunxi."""
    with open_store(tmp_path_factory.mktemp("town")) as store:
        store.sync(town_graph(), "town")
        yield store


@pytest.fixture(scope="session")
def yunxi() -> Graph:
    """The graph of the invented district, for a store of any kind."""
    return town_graph()


@pytest.fixture(scope="session")
def served() -> Callable[[Store], object]:
    return serving


@pytest.fixture(scope="session")
def site(town: Store) -> Iterator[Site]:
    with serving(town) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium of this machine; nothing is downloaded."""
    if not CHROMIUM:
        reason = "Chromium is not installed (Debian: apt-get install chromium fonts-noto-cjk)"
        if os.environ.get("GOVGRAPH_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@dataclass(slots=True)
class Heard:
    """What a page said on its console and whom it asked."""

    problems: list[str]
    asked: list[str]


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    """A fresh page; the test fails when it asked another server or its console had an error."""
    with listening(chromium, site) as (found, heard):
        found.wait_for_selector(".home-page")
        yield found
    assert heard.problems == []
    assert [
        one for one in heard.asked if not one.startswith((site.address, "data:", "blob:"))
    ] == []


@contextmanager
def listening(browser: Browser, site: Site, **options: object) -> Iterator[tuple[Page, Heard]]:
    """Open a page in a context of its own and note what it says and asks."""
    settings = {"viewport": {"width": 1360, "height": 860}, "reduced_motion": "reduce", **options}
    context = browser.new_context(**settings)  # type: ignore[arg-type]
    found, heard = context.new_page(), Heard([], [])
    found.on("pageerror", lambda error: heard.problems.append(str(error)))
    found.on(
        "console",
        lambda said: (
            heard.problems.append(said.text) if said.type in ("error", "warning") else None
        ),
    )
    found.on("request", lambda request: heard.asked.append(request.url))
    found.goto(site.link)
    try:
        yield found, heard
    finally:
        context.close()


# --- the invented district ---------------------------------------------------------------------

TEAM_TEXT = """3月11日，江州市第二生态环境保护

督察组督察云溪区动员汇报会召开。督

察组组长周明远、副组长柳𣲗清出席会

议，云溪区委书记单立诚作表态讲话，

区长缪若兰主持会议。

"""
SIGNING_TEXT = f"""3月12日，云溪区在溪口产业园举行重
点项目签约仪式，北辰智能、云帆药业
与云溪区签约，{HOSTILE}到
场。区长缪若兰出席签约仪式并致辞。
"""
REPRINT_TEXT = "云溪区区长缪若兰主持会议。江州大学教授周明远作了报告，会议在江州大学举行。"

ARTICLES: dict[str, tuple[str, str, str, str]] = {
    "article-1": ("省市联动 督察组进驻云溪区", "2024-03-12", "云溪时报", TEAM_TEXT),
    "article-2": (f"重点项目集中签约 {HOSTILE}", "2024-03-13", "云溪时报", SIGNING_TEXT),
    "article-3": ("江州大学举行报告会", "2024-03-20", "江州晚报", REPRINT_TEXT),
}

ENTITIES: dict[str, tuple[str, dict[str, Value]]] = {
    "district-900100": ("District", {"name": "江州市", "full_name": "江州市", "level": "prefecture"}),
    "district-900104": (
        "District",
        {"name": "云溪区", "full_name": "江州市云溪区", "level": "county", "code": "900104"},
    ),
    "team-1": ("InspectionTeam", {"name": "江州市第二生态环境保护督察组", "aliases": ["督察组"]}),
    "person-zhou": ("Person", {"name": "周明远", "official": True}),
    "person-zhou2": ("Person", {"name": "周明远"}),
    "person-liu": ("Person", {"name": "柳𣲗清", "official": True}),
    "person-shan": ("Person", {"name": "单立诚", "official": True}),
    "person-miao": (
        "Person",
        {"name": "缪若兰", "official": True, "reasons": ["同名，且同为云溪区区长"],
         "all_ids": ["person-miao", "person-miao-old"]},
    ),
    "event-1": (
        "Event",
        {"name": "动员汇报会", "kind": "meeting", "date": "2024-03-11",
         "date_min": "2024-03-11", "date_max": "2024-03-11"},
    ),
    "event-2": (
        "Event",
        {"name": "重点项目签约仪式", "kind": "signing", "date": "2024-03-12",
         "date_min": "2024-03-12", "date_max": "2024-03-12"},
    ),
    "place-1": ("Place", {"name": "溪口产业园"}),
    "enterprise-1": ("Enterprise", {"name": "北辰智能"}),
    "enterprise-2": ("Enterprise", {"name": "云帆药业"}),
    "enterprise-x": ("Enterprise", {"name": HOSTILE}),
    "organization-1": ("Organization", {"name": "江州大学"}),
    "body-1": ("PublicBody", {"name": "云溪区委", "area": "district-900104", "organ": "委员会"}),
    "post-1": ("Post", {"name": "云溪区区长", "title": "区长"}),
    "post-2": ("Post", {"name": "云溪区委书记", "title": "书记"}),
    "post-3": ("Post", {"name": "江州大学教授", "title": "教授"}),
    **{
        f"body-office-{number:02}": ("PublicBody", {"name": f"云溪区第{number}办事处"})
        for number in range(1, 41)
    },
}  # fmt: skip

READINGS = {"缪若兰": "miaoruolan mrl", "周明远": "zhoumingyuan zmy", "云溪区": "yunxiqu yxq"}

# type, source, target, [(article, quote)], own properties
FACTS: tuple[tuple[str, str, str, tuple[tuple[str, str], ...], dict[str, Value]], ...] = (
    ("LEADS", "person-zhou", "team-1", (("article-1", "督\n\n察组组长周明远"),), {"title": "组长"}),
    ("DEPUTY_LEADS", "person-liu", "team-1",
     (("article-1", "督\n\n察组组长周明远、副组长柳𣲗清"),), {"title": "副组长"}),
    ("INSPECTS", "team-1", "district-900104", (("article-1", "督察云溪区"),),
     {"valid_from": "2024-03-11", "valid_to": "2024-03-29"}),
    ("HOLDS", "person-shan", "post-2", (("article-1", "云溪区委书记单立诚"),), {"status": "current"}),
    ("HOLDS", "person-miao", "post-1",
     (("article-1", "区长缪若兰"), ("article-2", "区长缪若兰"), ("article-3", "云溪区区长缪若兰")),
     {"status": "current"}),
    ("HOLDS", "person-zhou2", "post-3", (("article-3", "江州大学教授周明远"),), {"status": "current"}),
    ("ATTENDS", "person-zhou", "event-1",
     (("article-1", "周明远、副组长柳𣲗清出席会\n\n议"),), {"role": "出席", "order": 1}),
    ("ATTENDS", "person-liu", "event-1",
     (("article-1", "柳𣲗清出席会\n\n议"),), {"role": "出席", "order": 2}),
    ("ATTENDS", "person-shan", "event-1",
     (("article-1", "单立诚作表态讲话"),), {"role": "讲话", "order": 3}),
    ("ATTENDS", "person-miao", "event-1",
     (("article-1", "区长缪若兰主持会议"),), {"role": "主持", "order": 4}),
    ("ATTENDS", "person-miao", "event-2",
     (("article-2", "区长缪若兰出席签约仪式并致辞"),), {"role": "致辞"}),
    ("ATTENDS", "enterprise-x", "event-2", (("article-2", f"{HOSTILE}到\n场"),), {"role": HOSTILE}),
    ("HELD_IN", "event-2", "place-1", (("article-2", "在溪口产业园举行重\n点项目签约仪式"),), {}),
    ("SIGNS_WITH", "district-900104", "enterprise-1",
     (("article-2", "北辰智能、云帆药业\n与云溪区签约"),), {"event": "event-2"}),
    ("SIGNS_WITH", "district-900104", "enterprise-2",
     (("article-2", "云帆药业\n与云溪区签约"),), {"event": "event-2"}),
    ("VISITS", "person-shan", "place-1", (("article-2", "溪口产业园"),), {"date": "2024-03-12"}),
    ("VISITS", "person-shan", "place-1", (("article-2", "产业园"),), {"date": "2024-03-14"}),
)  # fmt: skip

STRUCTURE: tuple[tuple[str, str, str, dict[str, Value]], ...] = (
    ("OF", "post-1", "district-900104", {}),
    ("OF", "post-2", "body-1", {}),
    ("OF", "post-3", "organization-1", {}),
    ("PART_OF", "body-1", "district-900104", {"basis": "stated"}),
    ("PART_OF", "district-900104", "district-900100", {"basis": "register"}),
    *(
        ("PART_OF", f"body-office-{number:02}", "district-900104", {"basis": "stated"})
        for number in range(1, 41)
    ),
)


def town_graph() -> Graph:
    """Make the graph of the invented district, evidence and all."""
    nodes = [Node(kind, one, {"n_articles": 1, **given}) for one, (kind, given) in ENTITIES.items()]
    edges = [
        Edge(kind, identifier(kind.lower(), a, b), a, b, given) for kind, a, b, given in STRUCTURE
    ]
    for one, (title, date, source, text) in ARTICLES.items():
        nodes.append(
            Node("Article", one, {"title": title, "date": date, "source": source, "text": text})
        )
    for made in (_names(), _mentions(), _facts()):
        nodes += made[0]
        edges += made[1]
    return Graph(
        tuple(sorted(nodes, key=lambda one: (one.type, one.id))),
        tuple(sorted(edges, key=lambda one: (one.type, one.id))),
    )


def _names() -> tuple[list[Node], list[Edge]]:
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for one, (_, given) in ENTITIES.items():
        aliases = given.get("aliases", [])
        for text in (str(given["name"]), *(aliases if isinstance(aliases, list) else [])):
            name = identifier("name", text)
            search = f"{text} {READINGS.get(text, '')}".strip()
            nodes[name] = Node("Name", name, {"text": text, "search": search})
            edges.append(Edge("NAMES", identifier("names", name, one), name, one, {"kind": "full"}))
    return list(nodes.values()), edges


def _mentions() -> tuple[list[Node], list[Edge]]:
    edges = [
        Edge(
            "MENTIONS",
            identifier("mentions", article, one),
            article,
            one,
            {"count": text.count(name)},
        )
        for article, text in ((key, heal(value[3]).text) for key, value in ARTICLES.items())
        for one, name in ((one, str(given["name"])) for one, (_, given) in ENTITIES.items())
        if name in text
    ]
    return [], edges


def _facts() -> tuple[list[Node], list[Edge]]:
    nodes: list[Node] = []
    edges: list[Edge] = []
    for kind, source, target, pieces, given in FACTS:
        edge = identifier(kind.lower(), source, target, str(given.get("date", "")))
        for place in pieces:
            piece = _evidence(kind, edge, (source, target), place, given)
            nodes.append(piece)
            edges.append(Edge("FROM_ARTICLE", identifier("from", piece.id), piece.id, place[0]))
        article, quote = pieces[0]
        facts = {"n_articles": len(pieces), "confidence": 0.6 if kind == "VISITS" else 0.97}
        edges.append(
            Edge(kind, edge, source, target, {**given, **facts, "quote": quote, "article": article})
        )
    return nodes, edges


def _evidence(
    kind: str, edge: str, ends: tuple[str, str], place: tuple[str, str], given: dict[str, Value]
) -> Node:
    article, quote = place
    text = ARTICLES[article][3]
    start = text.index(quote)
    stop = start + len(quote)
    own = {key: value for key, value in given.items() if key in ("title", "role", "order", "date")}
    return Node(
        "Evidence",
        identifier("evidence", edge, article, quote),
        {
            **own,
            "edge_id": edge,
            "edge_type": kind,
            "source": ends[0],
            "target": ends[1],
            "quote": quote,
            "article": article,
            "start": start,
            "stop": stop,
            "in": "text",
            "sentence": sentence_around(heal(text), start, stop),
            "rule": "invented",
            "confidence": 0.97,
        },
    )
