"""Take the pictures of the READMEs anew: the page in a real Chromium, over the bundled sample.

    python -m tests.e2e.screenshot

They go into `graph/web`. Look at them before they are kept.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.e2e.command import govgraph
from tests.e2e.conftest import CHROMIUM, QUIET
from tests.e2e.readme import browsing

FOLDER = Path(__file__).resolve().parents[2] / "graph" / "web"
SIZE = {"width": 1400, "height": 900}
LANGUAGES = {"en": "", "zh": ".zh-CN"}
VIEWS = ("article", "evidence")
_DRAWN = 500
"""Milliseconds in which the canvas takes its new size and draws; nothing announces that it has."""

TEAM = "泽川市第二安全生产督导组"
EVENT = "泽川市第二安全生产督导组督导沛南区工作动员会"
ARTICLE = "市安全生产督导组进驻沛南区"
LEADER = "宗建平"
QUOTE = "督导组组长、市应急管理局副局长宗建平"


@dataclass(frozen=True, slots=True)
class Picture:
    """One of the pictures: the page in a language, its panel open at an article or at a fact."""

    language: str
    view: str

    @property
    def name(self) -> str:
        """Name of its file.

        >>> Picture("zh", "evidence").name
        'screenshot-evidence.zh-CN.png'
        """
        view = "" if self.view == "article" else f"-{self.view}"
        return f"screenshot{view}{LANGUAGES[self.language]}.png"


PICTURES = tuple(Picture(language, view) for language in LANGUAGES for view in VIEWS)


def take(browser: Browser, workspace: Path, pictures: tuple[Picture, ...], folder: Path) -> None:
    """Build the sample in a new workspace and picture it.

    Args:
        browser: A Chromium.
        workspace: A folder that is not there yet.
        pictures: Which ones.
        folder: Where the PNG files go.
    """
    done = govgraph("--workspace", str(workspace), "demo", "--no-open", folder=folder)
    assert done.returncode == 0, done.stderr
    words = ("govgraph", "--workspace", str(workspace), "browse", "--no-open", "--port", "0")
    with browsing(words, folder, dict(os.environ)) as served:
        for picture in pictures:
            for page in _opened(browser, served.link, picture.language):
                _arrange(page)
                _open_article(page) if picture.view == "article" else _open_evidence(page)
                page.mouse.move(SIZE["width"] / 2, 30)  # no row is lit by the pointer
                page.wait_for_timeout(_DRAWN)
                page.keyboard.press("f")
                page.wait_for_timeout(_DRAWN)
                page.screenshot(path=folder / picture.name)


def _opened(browser: Browser, link: str, language: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport=SIZE,  # type: ignore[arg-type]
        color_scheme="light",
        reduced_motion="reduce",
    )
    context.add_init_script(f"localStorage.setItem('govgraph.language', '{language}')")
    page = context.new_page()
    page.goto(link)
    page.wait_for_selector(".home-page")
    yield page
    context.close()


def _arrange(page: Page) -> None:
    """Put the team, its kick-off meeting and who was there on the canvas, the team chosen."""
    for name in (TEAM, EVENT):
        _find(page, name)
        if name != TEAM:  # what comes first onto an empty canvas comes with its neighbours
            page.keyboard.press("e")
        expect(page.locator(".notice")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".notice")).to_be_hidden()
    _find(page, TEAM)


def _find(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.locator("#hits").get_by_text(text, exact=True).click()
    expect(page.locator(".entity-page h2")).to_have_text(text)


def _open_article(page: Page) -> None:
    """Open an article at the words that say who leads the team."""
    page.locator(".row", has_text=ARTICLE).click()
    page.locator(".article-page .row", has_text=TEAM).filter(has_text=QUOTE).first.click()
    expect(page.locator(".text mark").first).to_be_visible()


def _open_evidence(page: Page) -> None:
    """Open the sentences that say who leads the team."""
    page.locator(".row.fact", has_text=LEADER).first.click()
    expect(page.locator(".edge-page .card mark").first).to_be_visible()


def main() -> int:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        take(browser, Path(scratch) / "workspace", PICTURES, FOLDER)
        browser.close()
    sys.stdout.write("".join(f"{FOLDER / one.name}\n" for one in PICTURES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
