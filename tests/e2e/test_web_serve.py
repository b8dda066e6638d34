"""Serving the page the way the command does: printed link, no display needed, Ctrl-C ends it."""

import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from graph.store import Store
from graph.web.app import app
from graph.web.errors import PageMissingError

PROGRAM = """
import sys
from pathlib import Path
from graph.store import open_store
from graph.web import serve
with open_store(Path(sys.argv[1])) as store:
    serve(store, port=0, open_page=True)
"""


def test_the_printed_link_works_and_an_interrupt_ends_it_in_good_order(tmp_path: Path) -> None:
    words = [sys.executable, "-u", "-c", PROGRAM, str(tmp_path / "store")]
    # No display: that no browser can be opened is no error.
    with subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PATH": "/usr/bin:/bin"},
    ) as process:
        assert process.stdout
        line = process.stdout.readline()
        address, token = line.split()[-1].split("/#token=")
        assert len(token) == 32
        answer = httpx.get(f"{address}/api/schema", headers={"authorization": f"Bearer {token}"})
        assert answer.status_code == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert out.splitlines()[-1] == "Stopped."
    assert token not in err


def test_an_installation_without_the_page_says_how_to_get_it(town: Store, tmp_path: Path) -> None:
    with pytest.raises(PageMissingError, match="GOVGRAPH_SKIP_PAGE"):
        app(town, "token", static=tmp_path)
