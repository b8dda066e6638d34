"""Departments: the offices of schools, associations and firms, named before who heads them: 明河大学学生处处长."""

import re
from collections.abc import Iterable

from loaders.names.found import Found
from loaders.names.mention import Mention
from loaders.names.occurrences import occurrences

_HEADED = re.compile(
    r"(?:研究生院(?=(?:党[总支部委]+)?(?:常务|执行)?副?院长)|[院校党]办(?=副?主任)"
    r"|(?:(?!的|等|将|由|副|驻)[\u4e00-\u9fff]){1,10}?"
    r"(?:(?:处(?=(?:党[总支部委]+)?(?:常务|执行)?副?处长)|部(?=(?:党[总支部委]+)?(?:常务|执行)?副?部长)|科(?=副?科长)"
    r"|学?系(?=系?(?:常务|执行)?副?主任)|团委(?=副?书记))"
    r"|(?:[处部科室]|办公室|中心|教研室|委员会)(?=(?:党[总支部委]+(?:副?书记)|(?:常务|执行)?副?(?:主任(?!医)|秘书长)|负责人))))"
)
_OTHER = re.compile(
    r"[校院会社行所]长|书记|主任|主席|董事|理事|经理|总裁|总监|出席|参加|主持|任命|介绍|表示|联合|领导|干部|教授|支部|总支|党组|党委(?!办|宣|组|统|教|学|研|保)"
)
_OWNERS = ("Organization", "Enterprise")


def put(text: str, districts: Found, names: Iterable[Mention]) -> list[Mention]:
    """Add the departments of the organisations and firms of a text; each is of its owner's type.

    Args:
        text: A healed text.
        districts: The districts of the text; no department's name holds one.
        names: Names found so far; all of them stay.
    """
    known = list(names)
    stops = {one.stop for one in known}
    starts = {one.start for one in known}
    made: list[Mention] = []
    for one in known:
        if one.type not in _OWNERS or one.generic:
            continue
        match = _HEADED.match(text, one.stop)
        if match is None or match.end() in stops or _OTHER.search(match.group()):
            continue
        inner = districts.within(*match.span())
        if inner or any(at in starts for at in range(*match.span())):
            continue
        words = text[one.start : match.end()]
        made.append(Mention(one.type, one.start, match.end(), words, organ=words))
        made.append(_brief(match.group(), match.start(), words, one.type))
    covered = {at for one in (*known, *made) for at in range(one.start, one.stop)}
    briefs = {one.text: one for one in made if one.stands_for and len(one.text) >= _OWN}
    places = occurrences(text, briefs)
    for brief, one in briefs.items():
        again = (at for at, _ in places.get(brief, ()) if at not in covered)
        made += [_brief(brief, at, one.stands_for, one.type) for at in again]
    return [*known, *made]


_OWN = 3  # code points: shorter names, such as 财务部, are of no one owner


def _brief(words: str, start: int, full: str, kind: str) -> Mention:
    """Name a department without its owner: 学生处 of 明河大学学生处."""
    return Mention(kind, start, start + len(words), words, organ=full, stands_for=full)
