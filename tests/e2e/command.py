"""Run the command as a user does: in a process of its own, in an empty folder."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

GOVGRAPH = str(Path(sys.executable).with_name("govgraph"))


def govgraph(
    *words: str, folder: Path, environment: Mapping[str, str] | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run `govgraph WORDS…` in `folder` and give what it printed and how it ended."""
    clean = {key: value for key, value in os.environ.items() if key != "NEO4J_URI"}
    return subprocess.run(
        [GOVGRAPH, *words],
        cwd=folder,
        env={**clean, **(environment or {})},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
