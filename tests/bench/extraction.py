"""How fast extraction is, beside `jieba.posseg` on the same text in the same run, and how much memory it takes.

    python -m tests.bench.extraction [PATH…] [--rounds N] [--articles N]

PATH is a file or a folder that `govgraph extract` reads; without one, the bundled sample. Printed:
characters per CPU second in one process, which modules take the time, and the memory of many
articles in two processes. Needs the extra `bench`.
"""

import argparse
import cProfile
import gc
import itertools
import multiprocessing
import pstats
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import as_file, files
from pathlib import Path

import msgspec

from graph.evidence import Article
from loaders.grammar import extract
from loaders.load import Manner, gather
from loaders.sources import Given, expand, read

_Place = tuple[str, int, str]
"""File, line and name of a function, as the profiler writes them."""

_LEAST = 60_000  # code points of a round; less is not measured well
_MIB = 1 << 20
_SHOWN, _FOLDERS = 14, 5  # modules and folders that are named


def main() -> None:
    """Measure and print."""
    given = _arguments()
    if given.memory:
        _gathered(given.paths, given.jobs)
        return
    began = time.process_time()
    articles = list(_articles(given.paths))
    reading = time.process_time() - began
    size = sum(len(one.text) for one in articles)
    print(f"{len(articles)} articles, {size:,} characters")
    print(f"files to articles: {size / reading:,.0f} characters a CPU second")
    rounds = -(-_LEAST // size)
    _compared(articles * rounds, given.rounds)
    _shares(articles * rounds)
    _memory(articles, given.articles)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--rounds", type=int, default=5, help="measurements of each  [default: 5]")
    parser.add_argument("--articles", type=int, default=1000, help="for memory  [default: 1000]")
    parser.add_argument("--jobs", type=int, default=2, help=argparse.SUPPRESS)
    parser.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _articles(paths: Sequence[Path]) -> Iterator[Article]:
    """Yield the articles of some paths, or of the bundled sample."""
    with as_file(files("loaders") / "sample") as sample:
        for path in expand(paths or [sample]):
            yield from (one for one in read(path, Given()) if isinstance(one, Article))


# --- speed -----------------------------------------------------------------------------------


def _compared(articles: Sequence[Article], rounds: int) -> None:
    """Print the speed of extraction and of `jieba.posseg`, measured in turns."""
    size = sum(len(one.text) for one in articles)
    tagged = _tagger()
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds + 1):  # the first fills caches and is not counted
        ours.append(_seconds(lambda: [extract(one) for one in articles]))
        theirs.append(_seconds(lambda: [tagged(one.text) for one in articles]))
    ratios = [b / a for a, b in zip(ours[1:], theirs[1:], strict=True)]
    for name, spent in (("extraction", ours[1:]), ("jieba.posseg", theirs[1:])):
        print(
            f"{name}: {size / min(spent):,.0f} characters a CPU second at best, "
            f"{size / statistics.median(spent):,.0f} in the median of {rounds} rounds"
        )
    print(
        f"extraction is {statistics.median(ratios):.2f} times as fast as jieba.posseg "
        f"({min(ratios):.2f} to {max(ratios):.2f})"
    )


def _tagger() -> Callable[[str], object]:
    try:
        import jieba  # noqa: PLC0415 -- only this module needs it
        import jieba.posseg  # noqa: PLC0415
    except ImportError:
        sys.exit("jieba is not installed; install the extra: pip install 'govgraph[bench]'")
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    tagged: Callable[[str], object] = jieba.posseg.lcut
    return tagged


def _seconds(work: Callable[[], object]) -> float:
    """Give the CPU seconds of this process that some work takes."""
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began


# --- shares ----------------------------------------------------------------------------------


def _shares(articles: Sequence[Article]) -> None:
    """Print which modules take the time, by the profiler: what they call in C is theirs."""
    profiler = cProfile.Profile()
    profiler.runcall(lambda: [extract(one) for one in articles])
    spent = _by_module(pstats.Stats(profiler))
    total = sum(spent.values())
    print("shares, as the profiler sees them:")
    for module, seconds in _largest(spent)[:_SHOWN]:
        print(f"  {seconds / total:6.1%}  {module}")
    folders: defaultdict[str, float] = defaultdict(float)
    for module, seconds in spent.items():
        folders[".".join(module.split(".")[:2])] += seconds
    print(
        "  " + ", ".join(f"{name} {one / total:.0%}" for name, one in _largest(folders)[:_FOLDERS])
    )


def _largest(spent: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(spent.items(), key=lambda one: -one[1])


def _by_module(stats: pstats.Stats) -> dict[str, float]:
    spent: defaultdict[str, float] = defaultdict(float)
    table: dict[_Place, tuple[int, int, float, float, dict[_Place, tuple[int, int, float, float]]]]
    table = stats.stats  # type: ignore[attr-defined]
    for (file, _, _), (_, _, own, _, callers) in table.items():
        if file != "~":
            spent[_module(file)] += own
        else:
            for (caller, _, _), (_, _, inner, _) in callers.items():
                spent[_module(caller)] += inner
    return spent


def _module(file: str) -> str:
    """Name a module by its path: loaders.names.persons."""
    parts = Path(file).with_suffix("").parts
    top = next((at for at, part in enumerate(parts) if part in ("loaders", "graph")), None)
    return ".".join(parts[top:]) if top is not None else f"Python's own.{parts[-1]}"


# --- memory ----------------------------------------------------------------------------------


def _memory(articles: Sequence[Article], number: int) -> None:
    """Print the memory of many articles, read in two processes of a fresh Python."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        many = itertools.islice(itertools.cycle(articles), number)
        lines = (
            msgspec.json.encode({"text": one.text, "title": one.title, "id": f"{place}"})
            for place, one in enumerate(many)
        )
        path.write_bytes(b"\n".join(lines))
        command = [sys.executable, "-m", "tests.bench.extraction", "--memory", str(path)]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="")


def _gathered(paths: Sequence[Path], jobs: int) -> None:
    """Read files as the command does and print what it took; children are counted at their largest."""
    began = time.monotonic()
    gathered = gather(paths, Manner(jobs=jobs))
    wall = time.monotonic() - began
    for process in multiprocessing.active_children():
        process.join()  # a child is counted when it has ended
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = _peak(resource.RUSAGE_SELF)
    child = _peak(resource.RUSAGE_CHILDREN)
    print(
        f"{len(gathered.records)} articles in {jobs} processes: {wall:.1f} s by the clock, "
        f"{time.process_time() + used.ru_utime + used.ru_stime:.1f} CPU seconds with starting them; memory "
        f"{own:.0f} MiB and {jobs} times at most {child:.0f} MiB, together {own + jobs * child:.0f} MiB"
    )


def _peak(whose: int) -> float:
    """Give the largest resident memory in MiB; Linux counts in KiB, macOS in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(whose).ru_maxrss * unit / _MIB


if __name__ == "__main__":
    main()
