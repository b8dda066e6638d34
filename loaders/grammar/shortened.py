"""Shortened: names of which a name found by its post is a short form: 中国盲协 of 中国盲人协会."""

from dataclasses import replace

from loaders.names.mention import Mention, Mentions


class Shortened:
    """The names of a text of which a name found by its post may be a short form.

    Args:
        named: The names of the text.
    """

    def __init__(self, named: Mentions) -> None:
        """Sort the names of bodies by how they begin and how they end."""
        self._by: dict[tuple[str, str], dict[str, Mention]] = {}
        for one in named:
            if one.type in _HELD and not one.generic:
                self._by.setdefault(("", one.text[-_PAIR:]), {}).setdefault(one.text, one)
                self._by.setdefault((one.text[:_PAIR], ""), {}).setdefault(one.text, one)

    def of(self, made: Mention) -> Mention | None:
        """Give the same mention standing for the one name that it shortens: 中国盲协 of 中国盲人协会."""
        words = made.text
        ending = self._by.get(("", words[-_PAIR:]), {})
        whole = [one for one in self._few(ending) if one.text.endswith(words)]
        return self.cut(made) or self._standing(made, whole)

    def cut(self, short: Mention) -> Mention | None:
        """Give a short name standing for the one name of the text that it cuts short: 中国盲协."""
        if not short.text.endswith(_SHORT) or short.type not in _HELD or short.stands_for:
            return None
        begun = self._by.get((short.text[:_PAIR], ""), {})
        whole = [one for one in self._few(begun) if _shortens(short.text, one.text)]
        return self._standing(short, whole)

    def _standing(self, short: Mention, whole: list[Mention]) -> Mention | None:
        words = short.text
        kinds = {(one.type, one.area, one.organ) for one in whole if one.text != words}
        if len(kinds) != 1 or len(words) < _LEAST:
            return None
        one = whole[0]
        return replace(one, start=short.start, stop=short.stop, text=words, stands_for=one.text)

    def _few(self, names: dict[str, Mention]) -> list[Mention]:
        return list(names.values()) if len(names) <= _MOST else []


_SHORT = ("协", "联", "研会")


def _shortens(short: str, name: str) -> bool:
    """Tell whether a name is another with characters left out, and its last word cut short: 盲协.

    >>> _shortens("中国盲协", "中国盲人协会"), _shortens("中国盲协", "中国作家协会")
    (True, False)
    """
    if not any(short.endswith(one) and name.endswith(full) for one, full in _CUT):
        return False
    rest = iter(name)
    return all(one in rest for one in short)


_HELD = ("PublicBody", "Organization", "Enterprise")
_PAIR, _LEAST, _MOST = 2, 4, 20
_CUT = (("协", "协会"), ("联", "联合会"), ("研会", "研究会"))
