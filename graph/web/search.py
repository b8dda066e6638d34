"""Search: entities by name, in characters, pinyin or initials; namesakes are told apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.store import Store
from graph.web.elements import nodes, page_of
from graph.web.fetch import ITEM, fetch

_NAMES_READ = 60
"""Names that the full-text index gives for one search, best first."""
_NAMED = """
UNWIND $names AS text
MATCH (x:Name {text: text})-[e:NAMES]->(n:Entity)
RETURN n.id AS id, x.text AS text, x.search AS search, e.kind AS kind
ORDER BY id, text
"""


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """How well a name answers a search; the smallest is the best.

    Attributes:
        distance: 0 the name itself, 1 its beginning, 2 its end, 3 inside it, 4 pinyin or initials.
        place: Place in the order of the index.
        text: The name.
        kind: han, pinyin, initials or alias: how it was found.
    """

    distance: int
    place: int
    text: str
    kind: str


def search(store: Store, wanted: str, limit: int) -> ITEM:
    """Find entities, the best fit first, of two equal ones the better connected."""
    names = store.search(wanted, limit=_NAMES_READ)
    places = {name: place for place, name in enumerate(names)}
    best: dict[str, Fit] = {}
    for row in fetch(store, _NAMED, {"names": names}) if names else ():
        found = _fit(wanted, row, places[str(row["text"])])
        identity = str(row["id"])
        best[identity] = min(found, best.get(identity, found))
    items = [
        {**one, "matched": best[str(one["id"])].text, "kind": best[str(one["id"])].kind}
        for one in nodes(store, list(best))
    ]
    items.sort(key=lambda one: _rank(one, best))
    return {"query": wanted, **page_of(items[:limit], len(items))}


def _rank(item: Mapping[str, object], best: Mapping[str, Fit]) -> tuple[int, int, str]:
    degree = item["degree"]
    identity = str(item["id"])
    return (best[identity].distance, -degree if isinstance(degree, int) else 0, identity)


def _fit(wanted: str, row: Mapping[str, object], place: int) -> Fit:
    text = str(row["text"])
    asked, found = _plain(wanted), _plain(text)
    if asked in found:
        return Fit(
            _distance(asked, found), place, text, "alias" if row["kind"] == "alias" else "han"
        )
    return Fit(4, place, text, _latin(asked, found, str(row["search"] or "").lower().split()))


def _distance(asked: str, found: str) -> int:
    if asked == found:
        return 0
    if found.startswith(asked):
        return 1
    return 2 if found.endswith(asked) else 3


def _latin(asked: str, found: str, words: Sequence[str]) -> str:
    """Tell whether it was the initials that fit, one letter a character, or the pinyin.

    >>> _latin("zxy", "钟晓咏", ["钟晓咏", "zhongxiaoyong", "zxy"])
    'initials'
    >>> _latin("zhong", "钟晓咏", ["钟晓咏", "zhongxiaoyong", "zxy"])
    'pinyin'
    """
    fitting = [one for one in words if one.startswith(asked)]
    return "initials" if any(len(one) <= len(found) for one in fitting) else "pinyin"


def _plain(text: str) -> str:
    return "".join(text.lower().split())
