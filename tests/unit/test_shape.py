"""The limits of the house style: small modules, small functions, one family of errors each."""

import ast
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    path
    for folder in ("graph", "loaders", "queries", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if "node_modules" not in path.parts
)
NAMES = [str(path.relative_to(ROOT)) for path in MODULES]


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_module_is_over_400_lines_and_no_function_over_60(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < 60, node.name


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_module_catches_exception_itself(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"line {node.lineno}"
            caught = {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)}
            assert not caught & {"Exception", "BaseException"}, f"line {node.lineno}"


def test_no_module_is_a_junk_drawer() -> None:
    drawers = {"utils", "helpers", "common", "manager", "misc"}
    assert not [name for path, name in zip(MODULES, NAMES, strict=True) if path.stem in drawers]


def test_every_package_says_what_lives_in_it() -> None:
    packages = {
        path.parent for path in MODULES if path.name == "__init__.py" and "tests" not in path.parts
    } - {ROOT / "graph"}
    assert not [str(one.relative_to(ROOT)) for one in packages if not (one / "README.md").exists()]


def test_docker_is_no_package() -> None:
    assert not (ROOT / "docker" / "__init__.py").exists()


@pytest.mark.parametrize("package", ["graph", "loaders", "queries"])
def test_no_other_distribution_owns_our_packages(package: str) -> None:
    assert set(packages_distributions().get(package, [])) <= {"govgraph"}
