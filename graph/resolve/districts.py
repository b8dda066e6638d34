"""Districts: which division an article means by 徐汇区, 鼓楼区 or 我区."""

from collections.abc import Iterable, Sequence

from graph.divisions import LEVELS
from graph.resolve.areas import Area, choose, find, is_general, level_of, nearest, parse, written
from graph.resolve.surface import AREA_POINTER


def districts(named: Sequence[Sequence[str]], day: str, place: Area | None) -> list[Area | None]:
    """Tell which areas an article means by the districts that it names.

    Args:
        named: The forms of each district, the name first.
        day: Day by which names of divisions are read.
        place: Where the article is about.

    Returns:
        For each its area, or None when the name may mean several and nothing tells which.
    """
    firm = [one for forms in named if (one := _alone(forms, day)) is not None]
    if place:
        firm = [*place.chain, *firm]
    return [_district(forms, day, place, firm) for forms in named]


def locate(name: str, day: str, place: Area | None, others: Iterable[Area]) -> Area | None:
    """Find the area that a name means in an article about `place` that also names `others`.

    >>> locate("云湖区", "2024-03-12", parse("临川市青溪县", "2024-03-12"), ()).full_name
    '临川市云湖区'

    Returns:
        The area, of the register or as written; None when nothing tells which it is.
    """
    hits = find(name, day)
    if hits:
        found = _narrowed(hits, place, others)
        if found or len(hits) > 1:
            return found
    alike = {one.id: one for one in others if one.name == name}
    if len(alike) == 1:
        return next(iter(alike.values()))
    path = parse(name, day) if not hits else None
    if path and (path.chain[0].code or path.chain[0].level == "province"):
        return path
    names = [one.name for one in path.chain] if path else [name]
    return _placed(names, place)


def _district(
    forms: Sequence[str], day: str, place: Area | None, others: Sequence[Area]
) -> Area | None:
    for form in sorted(forms, key=len, reverse=True):
        if AREA_POINTER.fullmatch(form):
            continue
        found = locate(form, day, place, others)
        if found:
            return found
    for form in forms:
        if AREA_POINTER.fullmatch(form):
            return nearest(form.lstrip("我全本该此"), place)
    return None


def _alone(forms: Sequence[str], day: str) -> Area | None:
    """Give the one area of the register that these forms may mean whatever the context."""
    for form in sorted(forms, key=len, reverse=True):
        hits = find(form, day)
        if len(hits) == 1 and hits[0].level != LEVELS[-1]:
            return hits[0]
    return None


def _narrowed(hits: Sequence[Area], place: Area | None, others: Iterable[Area]) -> Area | None:
    """Choose by the place first, then by what else is named, then by usage."""
    for around in reversed(place.chain if place else ()):
        inside = [one for one in hits if around.holds(one) or one.holds(around)]
        if inside:
            return choose(inside)
    inside = [one for one in hits if any(_tells(area, one) for area in others)]
    if inside:
        return choose(inside)
    if place and not place.code and all(one.level == LEVELS[-1] for one in hits):
        return None  # the register does not know where the article plays, nor its towns
    return choose(hits)


def _tells(area: Area, candidate: Area) -> bool:
    return area.id != candidate.id and area.level != "country" and area.holds(candidate)


def _placed(names: Sequence[str], place: Area | None) -> Area | None:
    """Nest written names in the part of `place` that can hold them."""
    top = names[0]
    same = next((one for one in (place.chain if place else ()) if one.name == top), None)
    here = same or _container(top, place)
    if here is None and is_general(top):
        return None
    for name in names[1:] if same else names:
        here = written(name, here)
    return here


def _container(name: str, place: Area | None) -> Area | None:
    """Give the part of `place` that an area lies in which the register does not know."""
    level = level_of(name)
    if place is None or not level:
        return place
    above = LEVELS[: LEVELS.index(level)]
    here = next((one for one in reversed(place.chain) if one.level in above), None)
    if here and here.code and level != LEVELS[-1] and not is_general(name):
        return None  # the register knows every county of its provinces: it lies elsewhere
    return here
