"""Structure: what lies in what, whose post it is, what an article names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.divisions import COUNTRY
from graph.resolve.areas import Area
from graph.resolve.bodies import Body
from graph.resolve.clusters import Cluster, Origin, Reading
from graph.resolve.edges import stated
from graph.resolve.facts import Fact, PostOf
from graph.resolve.identity import Identity
from graph.resolve.teams import Team
from graph.schema import Edge, Node, identifier

_SETTLEMENT = re.compile("(?:村|社区|居民区|小区|居委会|村委会)$")


def homes(identity: Identity, venues: Iterable[str]) -> dict[str, tuple[Area, str]]:
    """Give the district that each body, place or organisation lies in, and how that is known.

    Args:
        identity: Who is who.
        venues: Ids of places where an event was held: unless said otherwise they lie in the
            county that their article is about.
    """
    found: dict[str, tuple[Area, str]] = {}
    held_in = set(venues)
    for key, members in identity.members.items():
        natural = identity.keys.get(members[0].id)
        if natural is None or isinstance(natural.what, Area | Team):
            continue
        said = {home.id: home for one in members if (home := identity.keys[one.id].home)}
        if isinstance(natural.what, Body):
            found[key] = natural.what.area, "stated"
        elif said:
            found[key] = said[max(said, key=lambda one: (len(said[one].chain), one))], "stated"
        elif key in held_in or _SETTLEMENT.search(members[0].name):
            place = identity.scenes[members[0].origin.reading].place
            if place and place.code != COUNTRY and members[0].type == "Place":
                found[key] = place.county or place, "article"
    return found


def areas(identity: Identity, found: Mapping[str, tuple[Area, str]]) -> dict[str, Area]:
    """Give every area that is named, or that something named lies in, by its id."""
    lowest = [area for area, _ in found.values()]
    for key in identity.keys.values():
        if isinstance(key.what, Area):
            lowest.append(key.what)
        elif isinstance(key.what, Team):
            lowest.append(key.what.founder)
    return {area.id: area for one in lowest for area in one.chain}


def part_of(around: Mapping[str, Area], found: Mapping[str, tuple[Area, str]]) -> Iterator[Edge]:
    """Yield what lies in what: districts, bodies, places."""
    for area in around.values():
        if area.parent:
            yield _lies_in(area.id, area.parent.id, "register" if area.code else "stated")
    for key, (home, basis) in found.items():
        yield _lies_in(key, home.id, basis)


def posts_of(posts: Mapping[str, PostOf]) -> Iterator[Edge]:
    """Yield the body of each post."""
    for key, post in posts.items():
        yield Edge("OF", identifier("of", key, post.owner), key, post.owner)


def mentions(identity: Identity) -> Iterator[Edge]:
    """Yield which article names which entity, and how often."""
    for key, members in identity.members.items():
        counts: dict[str, int] = {}
        for one in members:
            article = one.origin.article.id
            counts[article] = max(counts.get(article, 0), _count(one))
        for article, count in counts.items():
            if count:
                edge = identifier("mentions", article, key)
                yield Edge("MENTIONS", edge, article, key, {"count": count})


def articles(readings: Sequence[Reading]) -> Iterator[Node]:
    """Yield each article, whole."""
    for origin in {one.origin.article.id: one.origin for one in readings}.values():
        yield Node("Article", origin.article.id, _article(origin))


def venues(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield the ids of where events were held."""
    return (one.target for one in facts if one.type == "HELD_IN")


def _lies_in(inner: str, outer: str, basis: str) -> Edge:
    return Edge("PART_OF", identifier("part-of", inner, outer), inner, outer, {"basis": basis})


def _count(cluster: Cluster) -> int:
    """Count its mentions; where an extractor gives none, how often the name stands there."""
    if cluster.mentions:
        return len(cluster.mentions)
    article = cluster.origin.article
    return "".join((article.title + article.text).split()).count("".join(cluster.name.split()))


def _article(origin: Origin) -> dict[str, str | int | float | bool | list[str]]:
    article = origin.article
    found = stated(
        {
            "title": article.title,
            "date": article.date,
            "source": article.source,
            "page": article.page,
            "place": article.place,
            "authors": list(article.authors),
            "url": article.url,
            "file": article.file,
            "same_text": origin.same_text,
        }
    )
    return {**found, "text": article.text, "file_start": article.file_start}
