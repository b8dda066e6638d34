"""Campaigns: rounds of inspection that an article is about: 第三轮巡视, 开展安全生产法执法检查."""

import re

from loaders.grammar import event_dates, event_names
from loaders.grammar.reading import Reading
from loaders.names.cast import Player

_TASK = r"(?:督察|巡视|巡察|督查|督导|执法检查|专项检查|大检查|大督查)"
_ROUND = re.compile(
    rf"第[\d一二三四五六七八九十]+轮(?:第[\d一二三四五六七八九十]+批)?(?:[\u4e00-\u9fff]{{2,8}}?)?{_TASK}(?![组办员工])"
)
_BEGUN = re.compile(
    r"(?:开展|启动|展开|部署)(?:了|为期[^，。；的]{1,6}的)?"
    rf"(?P<name>(?!(?:常规|机动|提级|交叉|专项|综合|例行|实地|现场|全面){{1,2}}{_TASK})(?:(?!开展|启动|[的，。；！？\n])[\u4e00-\u9fff“”《》]){{2,30}}?{_TASK})(?=工作|[，。；！？\n]|$)"
)
_LAST = re.compile(rf"(?:专项|例行|现场)?{_TASK}$")
_OPENING = 400  # code points of the text in which an article says what it is about
_KINDS = ("visit", "inspection")


def find(reading: Reading) -> list[Player]:
    """Give the round of inspection that an article with a team of inspectors is about, at most one.

    Where a trip to the spot is an event already, it stands for the round.
    """
    teams = any(one.type == "InspectionTeam" for one in reading.names)
    if not teams or any(one.player.kind in _KINDS for one in reading.happenings):
        return []
    found = _ROUND.search(reading.text, 0, _OPENING)
    begun = _BEGUN.search(reading.text, 0, _OPENING)
    span = found.span() if found else begun.span("name") if begun else None
    if span is None:
        return []
    player = Player("Event", kind="inspection", date=event_dates.of(reading, span, []))
    start = event_names.trimmed(reading, reading.clause(span[0])[0], span[0]) if found else span[0]
    head = reading.text[start : span[0]]
    if found and 0 < len(head) <= _HEAD and not _VERB.search(head):
        player.call(reading.text[start : span[1]], start, span[1])
    player.call(event_names.unquoted(reading.text[slice(*span)]), *span)
    last = _LAST.search(player.names[-1])
    for name in (last.group(), last.group()[-2:]) if last else ():
        if name not in player.names:
            player.call(name)
    return [player]


_HEAD = 12
_VERB = re.compile("[在对由从于把被的]|开展|启动|部署|完成|进入|根据|按照")
