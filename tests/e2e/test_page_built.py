"""The page over graphs that the pipeline built: the bundled sample, and pages of other places."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.resolve import resolve
from graph.schema import FACTS
from graph.store import Store, open_store
from loaders.load import Manner, gather
from loaders.sources import expand

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "loaders" / "sample"
BUILT = [SAMPLE, *sorted(HERE.joinpath("pages").glob("*.txt"))]
_EDGES = "MATCH (a)-[e:{type}]->(b) RETURN e.id AS id, e.quote AS quote ORDER BY id"


@pytest.fixture(scope="module", params=BUILT, ids=lambda one: one.stem)
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A store that holds what the pipeline reads in one place."""
    gathered = gather(expand([request.param]), Manner())
    with open_store(tmp_path_factory.mktemp("built") / "store") as store:
        store.sync(resolve(gathered.records), "built")
        yield store


@pytest.fixture(scope="module")
def opened(
    built: Store, served: Callable[[Store], object], chromium: Browser
) -> Iterator[tuple[Page, str]]:
    """One page over it, and its address without token or state."""
    with served(built) as site:  # type: ignore[attr-defined]
        context = chromium.new_context(reduced_motion="reduce")
        page = context.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "console", lambda said: problems.append(said.text) if said.type == "error" else None
        )
        page.goto(site.link)
        page.wait_for_selector(".home-page")
        yield page, site.address
        context.close()
        assert problems == []


def bare(text: str) -> str:
    """Leave out white space and unify widths, as the healing of a text does."""
    return re.sub(r"\s", "", text).translate(
        {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF5B))}
    )


def test_every_fact_shows_its_sentence_with_its_own_quote_highlighted(
    built: Store, opened: tuple[Page, str]
) -> None:
    page, address = opened
    seen = 0
    for kind in FACTS:
        for row in built.read(_EDGES.format(type=kind), {}).rows:
            page.goto(f"{address}/#s=l:{kind}~{row['id']}")
            quotes = page.locator(f".edge[data-edge='{row['id']}'] .card")
            expect(quotes.first).to_be_visible()
            marks = [bare("".join(one.locator("mark").all_text_contents())) for one in quotes.all()]
            assert bare(str(row["quote"])) in marks
            seen += 1
    assert seen > 10


def test_every_person_is_found_by_name(built: Store, opened: tuple[Page, str]) -> None:
    page, address = opened
    people = built.read("MATCH (p:Person) RETURN DISTINCT p.name AS name ORDER BY name", {}).rows
    assert people
    page.goto(f"{address}/#")
    for row in people:
        page.keyboard.press("/")
        page.locator("#search").fill(str(row["name"]))
        first = page.locator("#hits [role=option] .what").first
        expect(first).to_have_text(str(row["name"]))
    page.keyboard.press("Escape")


def test_an_entity_opens_with_everything_next_to_it_and_its_article_reads_on(
    built: Store, opened: tuple[Page, str]
) -> None:
    page, address = opened
    busiest = built.read(
        "MATCH (p:Person)-[e:ATTENDS|HOLDS]->() RETURN p.id AS id, p.name AS name, "
        "count(e) AS degree ORDER BY degree DESC, id LIMIT 1",
        {},
    ).rows[0]
    page.goto(f"{address}/#s=e:{busiest['id']}")
    expect(page.locator(".entity-page h2")).to_have_text(str(busiest["name"]))
    page.locator(".row.fact").first.click()
    page.locator(".open-text").first.click()
    expect(page.locator(".text mark, .article-page h2 mark").first).to_be_in_viewport()
    assert page.locator(".text .named").count() > 3
