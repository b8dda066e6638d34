"""The register: every division by code, by name, and by the path that a text writes."""

import functools
import gzip
from collections.abc import Iterable, Iterator
from importlib import resources

from graph.divisions.division import (
    COUNTRY,
    LEVELS,
    Division,
    DivisionError,
    autonomous_form,
    short_form,
    shorter_form,
)

_COUNTIES, _TOWNSHIPS = "divisions.tsv.gz", "townships.tsv.gz"
_TOWN_ENDS = ("街道", "镇", "乡", "苏木", "地区")
_FULL_COUNTRY = "中华人民共和国"
_CODE = 6  # digits of a county's code; a township's has three more
_LEAST = 2  # characters of the shortest name or short form


@functools.cache
def register() -> "Register":
    """Give the register; it is read once, and its townships only when one is asked for."""
    return Register()


class Register:
    """Chinese administrative divisions from 1980 on, and the countries of the world."""

    def __init__(self) -> None:
        """Read the divisions down to counties."""
        self._codes: dict[str, list[Division]] = {}
        self._names: dict[str, list[Division]] = {}
        self._shorts: dict[str, list[Division]] = {}
        self._townships_read = False
        for one in _read(_COUNTIES):
            self._add(one)
        self._names[_FULL_COUNTRY] = self._names["中国"]
        self._found = functools.lru_cache(maxsize=65536)(self._find)

    def get(self, code: str) -> Division:
        """Give the division of a code, under its latest name.

        Raises:
            DivisionError: No such code.
        """
        if code not in self._codes and len(code) > _CODE:
            self._read_townships()
        found = self._codes.get(code)
        if not found:
            raise DivisionError(f"the register has no division with the code {code!r}")
        return found[-1]

    def path(self, code: str) -> tuple[Division, ...]:
        """Give what the division lies in from the province down, and the division itself.

        >>> [one.name for one in register().path("430104")]
        ['湖南省', '长沙市', '岳麓区']

        Raises:
            DivisionError: No such code.
        """
        here = self.get(code)
        steps = [here]
        while here.parent and here.parent != COUNTRY:
            here = self.get(here.parent)
            steps.append(here)
        return tuple(reversed(steps))

    def full_name(self, code: str) -> str:
        """Give the path as texts write it.

        >>> register().full_name("310104")
        '上海市徐汇区'

        Raises:
            DivisionError: No such code.
        """
        return "".join(one.name for one in self.path(code))

    def find(self, name: str, within: str = "", date: str = "") -> list[Division]:
        """Give every division that a text may mean by a name, the most likely first.

        >>> [one.code for one in register().find("上海市徐汇区")]
        ['310104']
        >>> [register().full_name(one.code) for one in register().find("鼓楼区", "江苏省")]
        ['江苏省南京市鼓楼区', '江苏省徐州市鼓楼区']

        Args:
            name: Its own name (徐汇区), the short form (徐汇), or a path (上海市徐汇区).
            within: Code or name of what it lies in, at any depth; empty for anywhere.
            date: An ISO prefix; who existed then is given, or everyone when none did.
        """
        return list(self._found("".join(name.split()), within, date))

    def names(self, *, townships: bool = True, foreign: bool = False) -> Iterator[tuple[str, str]]:
        """Yield every own name and short form with its code, for automata; no paths."""
        if townships:
            self._read_townships()
        for table in (self._names, self._shorts):
            for surface, found in table.items():
                for one in found:
                    if foreign or one.level != LEVELS[0] or one.code == COUNTRY:
                        yield surface, one.code

    def short(self, division: Division) -> str:
        """Give the short form in use: 徐汇, 延边; empty when there is none."""
        return short_form(division.name, division.level)

    def _find(self, name: str, within: str, date: str) -> tuple[Division, ...]:
        places = self._places(within, date) if within else ("",)
        found = [one for one in self._direct(name) if one.code.startswith(places)]
        if not found:
            found = list(self._by_path(name, places, date))
        then = [one for one in found if one.existed(date)] if date else found
        return tuple(sorted(dict.fromkeys(then or found), key=_likelihood))

    def _direct(self, name: str) -> Iterable[Division]:
        if not self._townships_read and name.endswith(_TOWN_ENDS):
            self._read_townships()
        return (*self._names.get(name, ()), *self._shorts.get(name, ()))

    def _by_path(self, name: str, places: tuple[str, ...], date: str) -> Iterator[Division]:
        """Read a path from its head: the longest head first, each tail within its head."""
        for cut in range(len(name) - _LEAST, _LEAST - 1, -1):
            for head in self._direct(name[:cut]):
                if head.level == LEVELS[-1] or not (
                    head.code == COUNTRY or head.code.startswith(places)
                ):
                    continue
                tails = self._found(name[cut:], head.code, date)
                yield from (one for one in tails if one.code != head.code)

    def _places(self, within: str, date: str) -> tuple[str, ...]:
        """Give the beginnings of the codes of what lies within; none fits an unknown area."""
        if within == COUNTRY:
            return tuple("123456789")
        codes = (
            [within] if within in self._codes else [one.code for one in self.find(within, "", date)]
        )
        return tuple(_beginning(code) for code in codes) or ("?",)

    def _read_townships(self) -> None:
        if not self._townships_read:
            self._townships_read = True
            for one in _read(_TOWNSHIPS):
                self._add(one)

    def _add(self, one: Division) -> None:
        self._codes.setdefault(one.code, []).append(one)
        self._names.setdefault(one.name, []).append(one)
        for short in (short_form, shorter_form, autonomous_form):
            form = short(one.name, one.level)
            if form:
                self._shorts.setdefault(form, []).append(one)


def _read(file: str) -> Iterator[Division]:
    packed = resources.files(__package__).joinpath(file).read_bytes()
    for line in gzip.decompress(packed).decode().splitlines():
        yield Division(*line.split("\t"))


def _beginning(code: str) -> str:
    """Give the digits that the codes of everything inside begin with: 3101 of 310100."""
    if len(code) != _CODE:
        return code
    while code.endswith("00"):
        code = code[:-2]
    return code


def _likelihood(one: Division) -> tuple[bool, int, bool, str]:
    foreign = one.level == LEVELS[0] and one.code != COUNTRY
    return foreign, LEVELS.index(one.level), bool(one.until), one.code
