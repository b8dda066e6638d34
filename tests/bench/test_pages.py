"""How much of each page is found: printed, not judged."""

import tomllib
from pathlib import Path

import pytest

from tests.e2e.check import differences

PAGES = sorted((Path(__file__).parent / "pages").glob("*/*.txt"))


@pytest.mark.bench
@pytest.mark.parametrize("page", PAGES, ids=[f"{page.parent.name}-{page.stem}" for page in PAGES])
def test_a_page_is_measured(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = page.with_suffix(".toml")
    asks = tomllib.loads(facts.read_text("utf-8"))["ask"]
    required = sum(len(ask.get("rows", [])) for ask in asks)
    found = differences([page], facts)
    missing = sum(": missing " in line for line in found)
    with capsys.disabled():
        print(
            f"\n{page.parent.name}/{page.stem}: {required - missing} of {required} rows found, "
            f"{len(found) - missing} others wrong"
        )
    assert required
