"""Milestones: events that a verb reports without a noun for them: 某线开工, 某馆揭牌, 某桥正式通车."""

import re
from collections.abc import Iterator, Sequence

from loaders.grammar import event_dates, event_names
from loaders.grammar.reading import Happening, Reading
from loaders.names.cast import Player

_CEREMONIES = ("揭牌", "挂牌", "揭幕", "奠基", "授牌")
_HOW = "(?:今[天日]|昨[天日]|当[天日]|近日|日前|上午|下午|正式|全面|全线|集中|同步|同时|顺利|成功|重新|首次|宣布|双双|建成|竣工)*"
_VERB = re.compile(
    rf"{_HOW}(?:在[^，。；、\n]{{2,20}}?{_HOW})?"
    r"(?P<verb>开工建设|开工|奠基|竣工|落成|投产|投用|投入使用|启用|通车|开通运营|开通运行|开通|开街|开园|开馆|开业|开市|开航|首航|通航|通关运行|揭牌成立|揭牌|挂牌成立|挂牌|揭幕|启动|首发|发行|合龙|封顶|并网发电|上市交易|挂牌交易|首飞|下水|试运行|试运营)"
    r"(?:了)?(?=[，。；！\n]|$)"
)
_WHEN = re.compile(
    r"今[天日]|昨[天日]|当[天日]|近日|日前|上午|下午|同时|宣布|双双|在[^，。；、\n]{2,20}"
)
_CLAUSE = re.compile(r"[，。；：！？!?\n<>]")
_NOT_YET = re.compile(
    r"以来|自从?|将|拟|计划|预计|有望|力争|确保|推动|推进|加快|促进|争取|要|已有|累计|新增|陆续|目前|今年|去年|同年|如果|标志着|(?:[\d一二三四五六七八九十两多]+)年前"
)
_NO_EVENT = re.compile(
    rf"{_NOT_YET.pattern}|后|工作$|随[之即]$|预案|应急响应|[为向对给]|^因|延[迟后期]|才$|等(?:\d+|[一二三四五六七八九十]+)?个|\d+个|[？“]$"
)
_ON_STAGE = re.compile(r"(?:会上|仪式上|活动中|现场|期间|当天)[，]?$")
_LONGEST, _SHORTEST = 40, 4
_DAY = len("2023-11-13")


def find(reading: Reading, known: Sequence[Happening]) -> Iterator[Happening]:
    """Yield the events that verbs alone report, each with a day; of several, those of other names.

    A ceremony that the article names (开工仪式) stands for what is started at it.
    """
    found: list[Happening] = []
    for match in _VERB.finditer(reading.text):
        verb = match.group("verb")
        begin = _begin(reading, match.start())
        subject = reading.text[begin : match.start()]
        if not _stands(reading, begin, match, known):
            continue
        if any(_told(verb, subject, one) for one in (*known, *found)):
            continue
        found.append(_made(reading, begin, match, [*known, *found]))
    yield from found


def _begin(reading: Reading, at: int) -> int:
    """Give where the subject of a verb begins, in its clause and after times and the like."""
    text = reading.text
    start = at
    while start > 0 and not _CLAUSE.match(text, start - 1):
        start -= 1
    begin = event_names.trimmed(reading, start, at)
    if at - begin >= _SHORTEST:
        return begin
    whole = reading.text.rfind("的", start, begin)
    times = [one.stop for one in reading.times if start <= one.start and one.stop <= whole]
    return max([start, *times]) if whole >= 0 else begin  # 西安至延安的动车


def _stands(reading: Reading, begin: int, match: re.Match[str], known: Sequence[Happening]) -> bool:
    """Tell whether a verb reports something that has happened, with a day, or as a part of an event."""
    subject = reading.text[begin : match.start()]
    if not _SHORTEST <= len(subject) <= _LONGEST or _NO_EVENT.search(subject):
        return False
    if subject.count("“") != subject.count("”") or subject.count("《") != subject.count("》"):
        return False
    start, _ = reading.sentence(begin)
    lead = reading.text[start:begin]
    if reading.names.within(begin, match.start(), "Person") or _NOT_YET.search(lead):
        return False
    if _ON_STAGE.search(lead) or "同步" in match.group():
        return any(one.start < begin for one in known)
    return any(
        start <= one.start < match.end() and len(one.date) in (0, _DAY) and not one.until
        for one in reading.times
    )


def _told(verb: str, subject: str, one: Happening) -> bool:
    """Tell whether an event known by a noun is this one: 开工仪式, or the same thing again."""
    stem = verb[: len("开工")]
    return any(stem in name or subject in name for name in one.player.names)


def _made(
    reading: Reading, begin: int, match: re.Match[str], known: Sequence[Happening]
) -> Happening:
    text, verb = reading.text, match.group("verb")
    staged = f"{verb}仪式" in text
    kind = "ceremony" if staged or verb.startswith(_CEREMONIES) else "other"
    player = Player("Event", kind=kind)
    player.date = event_dates.of(reading, (begin, match.end("verb")), known)
    player.call(text[begin : match.end("verb")], begin, match.end("verb"))
    player.main = (
        text[begin : match.start()]
        + _WHEN.sub("", text[match.start() : match.start("verb")])
        + verb
    )
    player.call(player.main)
    player.call(re.sub("[（）()]", "", player.main))
    player.call(text[begin : match.start()] + verb)
    player.call(f"{verb}仪式" if staged else verb)
    return Happening(player, begin, match.end("verb"), match.start("verb"))
