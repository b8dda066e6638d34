"""The build of the page: when it runs, what it must leave, what its sources may not do."""

import importlib.util
import json
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "graph" / "web" / "page"
SOURCES = sorted(PAGE.joinpath("src").rglob("*.ts"))


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The build hook, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec
    assert spec.loader
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A copy of the page's sources."""
    copy = tmp_path / "page"
    shutil.copytree(PAGE, copy, ignore=shutil.ignore_patterns("node_modules"))
    return copy


def test_the_digest_follows_every_source_and_ignores_what_was_installed(
    hook: ModuleType, page: Path
) -> None:
    first = hook.digest(page)
    (page / "node_modules").mkdir()
    (page / "node_modules" / "x.js").write_text("1")
    assert hook.digest(page) == first
    (page / "src" / "main.ts").write_text("changed")
    assert hook.digest(page) != first


def test_a_renamed_source_is_another_page(hook: ModuleType, page: Path) -> None:
    first = hook.digest(page)
    (page / "src" / "icon.ts").rename(page / "src" / "sign.ts")
    assert hook.digest(page) != first


def test_a_page_is_current_only_when_it_is_whole(hook: ModuleType, tmp_path: Path) -> None:
    for name in (*hook.BUILT, hook.STAMP):
        assert not hook.is_current(tmp_path, "abc")
        (tmp_path / name).write_text("abc")
    assert hook.is_current(tmp_path, "abc")
    assert not hook.is_current(tmp_path, "abd")
    (tmp_path / "index.html").unlink()
    assert not hook.is_current(tmp_path, "abc")


@pytest.mark.parametrize(
    ("version", "enough"),
    [
        ("v18.20.0", False),
        ("v20.18.9", False),
        ("v20.19.0", True),
        ("v21.9.9", False),
        ("v22.11.0", False),
        ("v22.12.0", True),
        ("v24.0.0", True),
        ("", False),
        ("node", False),
    ],
)
def test_only_a_node_that_the_bundler_supports_is_used(
    hook: ModuleType, version: str, *, enough: bool
) -> None:
    assert hook.new_enough(version) is enough


def test_the_lock_file_names_no_address_to_download_from() -> None:
    packages = json.loads(PAGE.joinpath("package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, one in packages.items() if "resolved" in one] == []
    assert all("integrity" in one for name, one in packages.items() if name)


def test_the_lock_file_serves_every_platform() -> None:
    packages = json.loads(PAGE.joinpath("package-lock.json").read_text("utf-8"))["packages"]
    bindings = [one for one in packages if "/@rolldown/binding-" in one]
    assert len(bindings) >= 15


def test_every_version_of_the_page_is_exact() -> None:
    package = json.loads(PAGE.joinpath("package.json").read_text("utf-8"))
    versions = [*package["dependencies"].values(), *package["devDependencies"].values()]
    assert [one for one in versions if not re.fullmatch(r"\d+\.\d+\.\d+", one)] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda one: one.name)
def test_no_source_of_the_page_turns_data_into_markup_or_code(path: Path) -> None:
    text = path.read_text("utf-8")
    found = re.findall(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function",
        text,
    )
    assert found == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda one: one.name)
def test_no_source_of_the_page_names_another_server(path: Path) -> None:
    addresses = re.findall(r"https?://[^\s\"'`]+", path.read_text("utf-8"))
    assert [one for one in addresses if not one.startswith("http://www.w3.org/")] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda one: one.name)
def test_sources_of_the_page_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


def test_both_languages_say_the_same_things() -> None:
    keys = [
        re.findall(
            r"^  (\w+)[:(]",
            PAGE.joinpath("src", "words", f"{one}.ts").read_text("utf-8"),
            re.MULTILINE,
        )
        for one in ("zh", "en")
    ]
    assert keys[0] == keys[1]
