"""Signers: parties to an agreement that only their place in its sentence gives away (甲铝业 in 某银行与甲铝业签订协议)."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.names import members
from loaders.names.agreements import ADVERBS, HELD, SIGN
from loaders.names.edges import Edges
from loaders.names.members import TITLE, Clause, Member, is_branded
from loaders.names.mention import Mention

_PARTIES = ("Enterprise", "Organization", "PublicBody", "District", "Place")
_CLAUSES = re.compile(
    r"[。；：！？!?\n<>]|[：，]“|[一二三四五六]是(?=[\u4e00-\u9fff])|(?<=[；。：，])[^，。；]{1,6}[上中]，"
)
_FACES = "与|同|和|携手|牵手|联合|联手|会同"
_JOINTS = re.compile(
    rf"，?(?:分别|先后|依次|则|也|还|再|又|将|并|成功|已)*(?P<face>{_FACES})(?:来自[^，、]{{1,8}}?的)?|以及|及|、(?:来自[^，、]{{1,8}}?的)?|，"
)
_MATTER = re.compile(
    rf"等(?!级)|就|围绕|通过|以[^，。、]{{2,30}}?(?:方式|形式|为主题)|[在于]|举行|[签进完]|[“《（，]|达成|战略|全面|框架|合作(?!社|总社|联社)|{ADVERBS}"
)
_PACT = re.compile(
    r"[^。；]{0,50}?(?:合作|战略|框架|备忘录|共建|投资|项目|入驻|入园|帮扶|协作|友好|结好|姊妹|招商)"
)
_PETTY = re.compile(
    r"[^，。；]{0,30}?(?:劳动|收购|购销|订单|责任|承诺|赔偿|补偿|服务协议|认养|租赁|缴存|委托书|流转)"
)
_REACH, _SHORTEST = 160, 2
_ALL = re.compile(r"共同|三方|四方|五方|多方|各方")
_SHORT = 10  # code points before the verb, where 三方 may stand


def spans(
    text: str, edges: Edges, known: Iterable[Mention]
) -> Iterator[tuple[int, int, Mention | None]]:
    """Yield where unknown parties stand in lists that face one another before a verb of signing.

    With each stands the known name that it ends with, where the list shows that name to be cut short.

    A name counts where a party that is known otherwise stands in the list and what is signed is
    an agreement such as bodies make, or where it ends as short names of firms do; so 双方, 村民
    and 职工 sign nothing.

    Args:
        text: A healed text.
        edges: Where names may begin.
        known: Names found otherwise.
    """
    names = sorted((one for one in known if one.type in _PARTIES), key=lambda one: one.start)
    starts = [one.start for one in names]
    for verb in (*SIGN.finditer(text), *HELD.finditer(text)):
        stop = verb.start("verb")
        begin = max(0, stop - _REACH)
        if _WATCHED.search(text, begin, stop):
            continue  # who attends a ceremony does not sign at it
        stops = [match.end() for match in _CLAUSES.finditer(text, begin, stop)]
        begin = stops[-1] if stops else begin
        near = names[bisect_left(starts, begin) : bisect_left(starts, stop)]
        clause = Clause(text, edges, list(_outermost(near, stop)))
        yield from _unknown(clause, begin, stop)


_WATCHED = re.compile(r"(?:出席|参加|见证|观看)了?[^，。；]*$")


def schools(text: str, known: Iterable[Mention]) -> Iterator[Mention]:
    """Yield 我校, 学院 in the place of a party, standing for the school that the text names first."""
    named = sorted(
        (one for one in known if one.type == "Organization" and one.text.endswith(_SCHOOLS)),
        key=lambda one: one.start,
    )
    starts = [one.start for one in named]
    for verb in (*SIGN.finditer(text), *HELD.finditer(text)) if named else ():
        for match in _OURS.finditer(text, max(0, verb.start() - _REACH), verb.start()):
            start, stop = match.span("who")
            place = bisect_left(starts, start)
            if place and not any(one.stop == stop for one in named[max(0, place - 2) : place]):
                full = named[place - 1 if match["who"].startswith("该") else 0]
                yield replace(full, start=start, stop=stop, text=match["who"], stands_for=full.text)


_OURS = re.compile(
    rf"(?:[，、。；与和同]|代表)(?P<who>[我该本][校院]|学院|学校)(?=[与和同、签]|(?:{ADVERBS}))"
)
_SCHOOLS = ("大学", "学院", "学校", "中学", "小学")


def _outermost(names: Iterable[Mention], stop: int) -> Iterator[Mention]:
    reach = -1
    for one in names:
        if reach < one.stop <= stop:
            reach = one.stop
            yield one


def _unknown(clause: Clause, begin: int, stop: int) -> Iterator[tuple[int, int, Mention | None]]:
    """Yield the unknown members of the lists before a verb.

    Args:
        clause: The clause, with what is known in it.
        begin: Where it begins.
        stop: Where the verb stands.
    """
    row: list[Member] = []
    pieces = _pieces(clause, begin, stop)
    weighty = _is_weighty(clause.text, pieces[-1][1] if pieces else stop, stop)
    faced = _ALL.search(clause.text, max(begin, stop - _SHORT), stop) is not None
    alone = False  # 与甲 after a comma: the other side stands before
    for start, end, joint in reversed(pieces):
        if TITLE.match(clause.text, start, end):
            continue  # 董事长甲, a second post of who is named before
        member = members.read(clause, start, end)
        if member is None:
            break
        row.append(member)
        faced = faced or joint in ("face", "，face")
        if joint == "，face":
            alone = True
        if joint.startswith("，") or member.start != start:
            break  # a comma, or words before the first name, end the list
    if not faced or not (len(row) > 1 or alone):
        return
    yield from ((one.start, one.stop, one.cut) for one in row if one.cut is not None)
    unknown = [(one.start, one.stop) for one in row if not one.known]
    branded = [one for one in unknown if is_branded(clause.text[one[0] : one[1]])]
    sure = len(unknown) < len(row)
    if sure or (branded and weighty) or branded == unknown:
        trusted = len(branded) * 2 >= len(unknown) or weighty
        yield from ((start, end, None) for start, end in (unknown if trusted else branded))


def _is_weighty(text: str, matter: int, verb: int) -> bool:
    """Tell whether what is signed is what bodies sign, a framework or a project, no contract of work.

    It may be named after the verb (签署合作协议) or before it (战略合作签约仪式).
    """
    if _PETTY.match(text, verb) is not None:
        return False
    return _PACT.match(text, verb) is not None or _PACT.match(text, matter, verb) is not None


def _pieces(clause: Clause, begin: int, stop: int) -> list[tuple[int, int, str]]:
    """Part the lists before a verb at the words that join parties.

    Returns:
        Start and stop of each piece, and the joint before it: 、, ，, face, or ，face.
    """
    joints = [
        (match.start(), match.end(), _kind(match))
        for match in _JOINTS.finditer(clause.text, begin, stop)
        if not clause.within_name(match.start("face") if match["face"] else match.start())
        and _parts(clause, match)
    ]
    faces = [end for _, end, kind in joints if kind.endswith("face")]
    together = _ALL.search(clause.text, max(begin, stop - _SHORT), stop)
    if not faces and (together is None or not joints):
        return []
    stop = _matter(clause, (faces or [joints[-1][1]])[-1], stop)
    found: list[tuple[int, int, str]] = []
    at, joint = begin, "，"
    for start, end, kind in joints:
        if start < stop:
            found.append((at, start, joint))
            at, joint = end, kind
    return [*found, (at, stop, joint)]


def _kind(match: re.Match[str]) -> str:
    comma = "，" if match.group().startswith("，") else ""
    return comma + ("face" if match["face"] else "" if comma else "、")


def _parts(clause: Clause, match: re.Match[str]) -> bool:
    """Tell whether a joint parts two names: not 和 of 和平科技, nor 同 of 同济."""
    if match["face"] == "同":
        return any(one.start == match.end() for one in clause.inside)
    return match.group()[-1] not in "与和及" or clause.edges.is_edge(match.end())


def _matter(clause: Clause, start: int, stop: int) -> int:
    """Give where the last list ends: before 等企业, adverbs and the matter that was agreed on."""
    for match in _MATTER.finditer(clause.text, start + _SHORTEST, stop):
        if not clause.within_name(match.start()):
            return match.start()
    return stop
