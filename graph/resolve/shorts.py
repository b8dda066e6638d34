"""Short names: an article that gives a company's full and short name joins the two elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.resolve.clusters import PREFIXES, Cluster
from graph.resolve.keys import Key
from graph.resolve.surface import normal, points_only
from graph.schema import identifier

_TYPES = ("Enterprise", "Organization")
_LEAST = 4  # code points of a short name that hardly two companies share: 栎石精工, not 精工


def short_names(clusters: Iterable[Cluster], keys: Mapping[str, Key]) -> dict[str, tuple[str, str]]:
    """Give for the id of a short name the id of the one full name that it stands for, and why.

    Only what some article itself says counts, and only where all articles say the same: a short
    form of two full names stays alone.
    """
    meant: dict[tuple[str, str], dict[str, Cluster]] = defaultdict(dict)
    used: set[str] = set()
    for one in sorted(clusters, key=lambda each: each.order):
        if one.type not in _TYPES or keys[one.id].id == one.id:
            continue
        used.add(keys[one.id].id)
        for form in one.forms[1:]:
            if _is_short(one.type, form, one.name):
                meant[(one.type, form)].setdefault(keys[one.id].id, one)
    found: dict[str, tuple[str, str]] = {}
    for (kind, form), fulls in sorted(meant.items()):
        short = identifier(PREFIXES[kind], normal(form))
        if len(fulls) == 1 and short in used and short not in fulls:
            ((full, first),) = fulls.items()
            why = f"“{form}”即“{first.name}”（{first.origin.article.id}）"
            found[short] = full, why
    return {short: _end(short, found) for short in found}


def _is_short(kind: str, form: str, name: str) -> bool:
    """Tell whether a form is made of characters of the name, in their order."""
    if points_only(kind, form) or len(form) >= len(name):
        return False
    if len(form) < _LEAST and not (form.isascii() and form.isalnum()):
        return False
    rest = iter(normal(name))
    return all(one in rest for one in normal(form))


def _end(short: str, found: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """Follow short names of short names to the fullest; each is longer than the last."""
    full, why = found[short]
    while full in found:
        full = found[full][0]
    return full, why
