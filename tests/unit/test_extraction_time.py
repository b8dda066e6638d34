"""Extraction takes time in proportion to the text, whatever the text is."""

import importlib
import itertools
import pkgutil
import random
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from graph.evidence import Article
from loaders.grammar import extract
from tests.unit.hostile import SHAPES

_SIZE = 3_000  # code points; the doubled text is as long as six pages of a newspaper
_TWICE = 3.0  # what a text of twice the length may take: in proportion 2, quadratic 4
_SLACK = 0.015  # seconds that a measurement of this size may be off
_LEAST = 4_000  # characters a second, on any machine; far below what is usual
_TRIES = 6


def _seconds(text: str) -> float:
    article = Article("hostile", text)
    began = time.process_time()
    extract(article)
    return time.process_time() - began


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Build the automata and lexicons once, before anything is measured."""
    _seconds(SHAPES["stories"](300))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_of_twice_the_length_takes_about_twice_the_time(shape: str) -> None:
    once, twice = SHAPES[shape](_SIZE), SHAPES[shape](2 * _SIZE)
    short, long = _seconds(once), _seconds(twice)
    for _ in range(_TRIES):
        if long <= _TWICE * short + _SLACK:
            break
        short, long = min(short, _seconds(once)), min(long, _seconds(twice))
    assert long <= _TWICE * short + _SLACK, f"{long / short:.1f} times as long"
    assert len(twice) / long > _LEAST, f"{len(twice) / long:.0f} characters a second"


# --- patterns --------------------------------------------------------------------------------

_WORD = re.compile("[\u4e00-\u9fff]+|[、，。；：“”（）《》]")
_ONE_OF = re.compile(r"\[([^\]]+)\]")
_LONG = 1_000  # code points; half of the longest sentence
_ENOUGH = 1.0  # seconds for all texts of one pattern; one that tries every combination takes hours
_MIXTURES = 16


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every pattern that a module of extraction keeps, or makes in a function without arguments."""
    for package in ("text", "names", "grammar", "sources"):
        path = importlib.import_module(f"loaders.{package}").__path__
        for found in pkgutil.iter_modules(path):
            module = importlib.import_module(f"loaders.{package}.{found.name}")
            for name, value in vars(module).items():
                made = value() if _makes_a_pattern(value) else value
                if isinstance(made, re.Pattern) and isinstance(made.pattern, str):
                    yield f"{package}.{found.name}.{name}", made


def _makes_a_pattern(value: object) -> bool:
    annotations = getattr(value, "__annotations__", {})
    return callable(value) and annotations == {"return": re.Pattern[str]}


PATTERNS = dict(_patterns())


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Stop what takes longer: a pattern that tries every combination ends on no day of ours."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _mixtures(pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield long texts of the words of a pattern, a few of them over and over."""
    chance = random.Random(pattern.pattern)  # noqa: S311 -- the same texts every time
    inside = "".join(_ONE_OF.findall(pattern.pattern))
    words = sorted({*_WORD.findall(pattern.pattern), *_WORD.findall(" ".join(inside)), "甲"})
    for size in itertools.islice(itertools.cycle((1, 1, 2, 3, 5, 8)), _MIXTURES):
        piece = "".join(chance.choices(words, k=size))
        yield (piece * (_LONG // len(piece) + 1))[:_LONG]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer of CPU time")
@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_tries_every_combination(name: str) -> None:
    pattern, text = PATTERNS[name], ""
    try:
        with _at_most(_ENOUGH):
            for text in _mixtures(pattern):
                pattern.search(text)
                pattern.fullmatch(text)
    except TimeoutError:
        pytest.fail(f"it does not end on {text[:40]!r}, repeated")
