"""Implied: bodies that only a post before a person's name gives away: 排水管理处 + 党总支副书记甲, 某大学 + 学生处 + 处长乙."""

import re
from collections.abc import Iterator

from loaders import lexicons
from loaders.grammar import titles
from loaders.grammar.posted import BODIES, CONTRACTED, REACH, SHORTEST, Post, Scene, body, kind_of
from loaders.grammar.shortened import Shortened
from loaders.names.edges import HARD, Edges
from loaders.names.found import Found
from loaders.names.mention import Mention, Mentions
from loaders.names.pointers import POINTERS


def put(text: str, named: Mentions, districts: Found, edges: Edges) -> Mentions:
    """Put such bodies among the names of a text, over what is cut short inside them."""
    longer = Shortened(named)
    made = [longer.of(one) or one for one in find(text, named, districts, edges)]
    made = [one for one in made if named.ending(one.stop, "InspectionTeam") is None]
    named = Mentions(longer.cut(one) or one for one in named)
    if not made:
        return named
    begins = {one.start: one.stop for one in made}
    ends = {one.stop: one.start for one in made}
    places = {at for one in made for at in range(one.start, one.stop)}
    kept = [
        one
        for one in named
        if not (
            one.type == "Place"
            and one.start in places
            and one.stop <= begins.get(one.start, one.stop)
        )
        and not ends.get(one.stop, one.stop) < one.start
    ]
    return Mentions([*made, *kept])


def find(text: str, named: Mentions, districts: Found, edges: Edges) -> Iterator[Mention]:
    """Yield the bodies that posts before persons are of, where no grammar of names finds them.

    Args:
        text: A healed text.
        named: The names found in it, persons among them.
        districts: Its districts.
        edges: Where names may begin.
    """
    scene = Scene(text, named, districts, edges)
    yield from _given(scene)
    floor = 0
    for one in named:
        if one.type != "Person":
            continue
        least, floor = max(floor, one.start - REACH), one.stop
        if one.byline:
            continue
        listed = one.start - (text[one.start - 1 : one.start] in ("：", ":"))
        firm = False
        for start, stop, title in _posts(text, listed, least):
            firm = firm or title.head in lexicons.words("firm_heads")
            if stop == start:
                continue
            made = body(scene, (start, stop), Post(title, firm))
            firm = False
            if made is not None:
                yield made


def _given(scene: Scene) -> Iterator[Mention]:
    """Yield the bodies of posts that follow a verb: 任某实验室主任, 历任某镇党委书记、某接待办主任.

    What is listed without a name or a pointer after another post may be a division of its body, and is left.
    """
    text = scene.text
    for verb in _VERBS.finditer(text):
        if verb.group() == "任" and not _taken(scene, verb.start()):
            continue
        at, first = verb.end(), True
        for _ in range(_STEPS):
            part = _PART.match(text, at)
            if part is None or scene.named.within(at, part.end(), "Person"):
                break
            words = part.group()
            title = titles.last(words)
            if title is None and not _PASSED.search(words):
                break
            if title is not None and title.start:
                made = body(
                    scene,
                    (at, at + title.start),
                    Post(title, title.head in lexicons.words("firm_heads")),
                )
                own = first or words.startswith(POINTERS) or scene.named.starting(at, *BODIES)
                if made is not None and own and not _inner(made):
                    yield made
            end = _ASIDE.match(text, part.end())
            if end is None:
                break
            at, first = end.end(), False


def _inner(made: Mention) -> bool:
    """Tell whether a body is a department of a firm, whose posts careers tell as the firm's own."""
    return made.type == "Enterprise" and made.text.endswith(("部", "处", "室", "科"))


_VERBS = re.compile(
    r"(?:[历曾担出升转调改现时先后拟已兼]任|任|当选为?|(?:任命|聘任|提名|选举)[\u4e00-\u9fff·]{2,8}为|辞去|免去[\u4e00-\u9fff·]{2,8}的)"
    r"(?:(?<=任)为)?(?![期务命职何免意性])"
)
_BEFORE_TAKING = frozenset("年月日后，起者士志")


def _taken(scene: Scene, at: int) -> bool:
    """Tell whether 任 alone is a verb: after a time, a comma or a person's name."""
    return scene.text[at - 1 : at] in _BEFORE_TAKING or scene.named.ending(at, "Person") is not None


_PART = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9·]{2,40}?(?=等职|等(?=[，。；])|职务|一职|的|期间|[、，。；（(\n]|$)"
)
_ASIDE = re.compile(r"(?:[（(][^（）()\n]{1,20}[）)])?[、，；]")
_PASSED = re.compile(r"(?:科员|干部|秘书|调研员|巡视员|干事|教师|办事员|工程师)$")
_STEPS = 12
"""The most posts that one verb is followed through."""


def _posts(text: str, stop: int, floor: int) -> Iterator[tuple[int, int, titles.Title]]:
    """Yield what stands before each title of the chain that ends at a position, the last post first."""
    while stop > floor:
        start = stop
        while start > floor and text[start - 1] not in HARD:
            start -= 1
        words = text[start:stop]
        title = titles.last(words)
        second = _second(text, start, stop) if "兼" in words else None
        if second is not None:
            at, title = second
            yield at, at + title.start, title
            stop = at - 1
            continue
        if title is not None and text[start - 1 : start] not in ("）", ")"):
            yield start, start + title.start, title
        if title is None and not titles.rank(words):
            return
        if text[start - 1 : start] != "、":
            return
        stop = start - 1


def _second(text: str, start: int, stop: int) -> tuple[int, titles.Title] | None:
    """Give where a post of another body begins after 兼, and its title: 国务委员会主席兼 + 部长会议主席.

    What a firm calls 董事长兼资金部总经理 is one title.
    """
    at = text.rfind("兼", start, stop) + 1
    title = titles.last(text[at:stop]) if at > start + 1 else None
    if title is None or title.start < SHORTEST - 1 or titles.last(text[start : at - 1]) is None:
        return None
    words = text[at : at + title.start] + (title.text[:1] if title.text in CONTRACTED else "")
    if title.head.endswith(_OF_FIRMS) or titles.scoped(words) or kind_of(words, title) is None:
        return None
    return at, title


_OF_FIRMS = ("经理", "总监", "总裁", "董事", "董事长")
