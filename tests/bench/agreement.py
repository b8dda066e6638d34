"""How well extraction agrees with people: facts found beside a gold set, and what a confidence means.

    python -m tests.bench.agreement FOLDER

FOLDER holds `dev/text`, `dev/gold`, the scorer `score.py` and `wrap.py`. Texts with odd numbers are
those that rules are written from; of those with even numbers only the figures are looked at. Printed:
the scorer's tables of both halves, the same for the texts set in narrow columns, precision by stated
confidence (even half), precision by rule (odd half only), and the length of quotes. `--sample N` prints
N quotes of the odd half, with what each is said to state, to be read by eye.
"""

import argparse
import importlib.util
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

Document = dict[str, Any]
_COMMAND = Path(sys.executable).with_name("govgraph")
_BINS = 10


@dataclass(frozen=True, slots=True)
class Gold:
    """A folder with texts, what two people say of them, and the scorer that goes with it."""

    folder: Path
    scorer: ModuleType

    def half(self, name: str) -> dict[str, Document]:
        """Give what people say of the texts with `odd` or `even` numbers."""
        documents = self.scorer.read(self.folder / "dev/gold")
        return {key: one for key, one in documents.items() if _half(key) == name}

    def found(self, texts: Path) -> dict[str, Document]:
        """Extract a folder of texts; every file is one document."""
        with tempfile.TemporaryDirectory() as scratch:
            records, system = Path(scratch, "records.jsonl"), Path(scratch, "system.jsonl")
            subprocess.run([_COMMAND, "extract", texts, "-o", records], check=True)
            put_together = [sys.executable, str(self.folder / "from_records.py"), str(records)]
            system.write_bytes(subprocess.run(put_together, check=True, capture_output=True).stdout)
            found: dict[str, Document] = self.scorer.read(system)
            return found


def _half(key: str) -> str:
    return ("even", "odd")[int(key) % 2]


def opened(folder: Path) -> Gold:
    """Load the scorer of a folder."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return Gold(folder, scorer)


def confidence(relation: Document) -> float:
    """Give what a relation states of itself: the best of its evidence."""
    return max((float(one.get("confidence", 1.0)) for one in relation["evidence"]), default=0.0)


def rule(relation: Document) -> str:
    """Give the rule that found a relation first."""
    return str(relation["evidence"][0].get("rule", ""))


def kept(found: dict[str, Document], keep: Callable[[Document], bool]) -> dict[str, Document]:
    """Leave out the relations that do not pass."""
    return {
        key: one | {"relations": [each for each in one["relations"] if keep(each)]}
        for key, one in found.items()
    }


def precision(gold: Gold, half: str, found: dict[str, Document]) -> tuple[int, int]:
    """Count the relations that people agree with, and those that they do not."""
    _, relations, _ = gold.scorer.score(gold.half(half), found)
    return sum(one[0] for one in relations.values()), sum(one[1] for one in relations.values())


def _within(low: float, high: float, relation: Document) -> bool:
    return low <= confidence(relation) < high


def _stated(name: str, certain: float, relation: Document) -> bool:
    return (rule(relation), confidence(relation)) == (name, certain)


def bins(gold: Gold, half: str, found: dict[str, Document]) -> Iterator[str]:
    """Write stated beside observed precision, in ten bins of as many relations each."""
    stated = sorted(
        confidence(each)
        for key, one in found.items()
        if _half(key) == half
        for each in one["relations"]
    )
    edges = [*sorted({stated[len(stated) * step // _BINS] for step in range(_BINS)}), 1.01]
    yield "| stated | relations | observed |"
    yield "|---|---|---|"
    for low, high in pairwise(edges):
        within = partial(_within, low, high)
        right, wrong = precision(gold, half, kept(found, within))
        total = right + wrong
        yield f"| {low:.2f} to {min(high, 1):.2f} | {total} | {right / max(total, 1):.3f} |"


def by_rule(gold: Gold, half: str, found: dict[str, Document]) -> Iterator[str]:
    """Write for each rule what it states and what is right of it."""
    stated: dict[tuple[str, float], None] = {}
    for one in found.values():
        stated.update({(rule(each), confidence(each)): None for each in one["relations"]})
    for name, certain in sorted(stated):
        right, wrong = precision(gold, half, kept(found, partial(_stated, name, certain)))
        if right + wrong:
            yield f"{name:<34} {certain:.2f} {right:4d} {wrong:4d} {right / (right + wrong):.3f}"


def quotes(found: dict[str, Document], half: str) -> Iterator[tuple[str, str]]:
    """Yield what a relation says, and the quote that it gives for it."""
    for key, one in found.items():
        names = {each["id"]: each["name"] for each in one["entities"]}
        for each in one["relations"] if _half(key) == half else ():
            detail = each.get("title") or each.get("role") or ""
            says = f"{names[each['source']]} {each['type']} {detail} {names[each['target']]}"
            for piece in each["evidence"]:
                yield says, "".join(piece["quote"].split())


def main() -> None:
    """Print it all."""
    reader = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    reader.add_argument("folder", type=Path)
    reader.add_argument("--sample", type=int, default=0, metavar="N")
    asked = reader.parse_args()
    folder = asked.folder
    gold = opened(folder)
    flat = gold.found(folder / "dev/text")
    with tempfile.TemporaryDirectory() as narrow:
        command = [sys.executable, folder / "wrap.py", folder / "dev/text", narrow]
        subprocess.run(command, check=True, capture_output=True)
        wrapped = gold.found(Path(narrow))
    for half in ("even", "odd"):
        for how, found in (("as published", flat), ("in narrow columns", wrapped)):
            print(f"\n== {half} half, {how}")
            entities, relations, _ = gold.scorer.score(gold.half(half), found)
            gold.scorer.table("entities", entities)
            gold.scorer.table("relations", relations)
            for kind, (right, total) in sorted(gold.scorer.details.items()):
                print(f"{kind:<16}{right / total:7.3f}{total:14d}")
    right, wrong = precision(gold, "even", kept(flat, lambda one: confidence(one) >= 0.9))
    print(f"\n== even half, confidence 0.9 and more: {right} right, {wrong} wrong, "
          f"precision {right / max(right + wrong, 1):.3f}")  # fmt: skip
    lengths = sorted(len(quote) for half in ("even", "odd") for _, quote in quotes(flat, half))
    print(f"\n== quotes: {len(lengths)}, median length {lengths[len(lengths) // 2]} characters")
    print("\n== even half: stated and observed precision", *bins(gold, "even", flat), sep="\n")
    print(
        "\n== odd half: rule, stated, right, wrong, precision",
        *by_rule(gold, "odd", flat),
        sep="\n",
    )
    every = list(quotes(flat, "odd"))
    for says, quote in random.Random(7).sample(every, min(asked.sample, len(every))):  # noqa: S311
        print(f"{says}\n    {quote}")


if __name__ == "__main__":
    main()
