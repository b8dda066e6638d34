"""Event ends: the words that end names of events in a text, and of what kind each is."""

import functools
import re
from collections.abc import Iterator

import daachorse

from loaders import lexicons
from loaders.grammar import event_signs
from loaders.grammar.reading import Reading


@functools.cache
def _machine() -> tuple[tuple[tuple[str, str], ...], "daachorse.CharwiseDoubleArrayAhoCorasick"]:
    found = tuple((row[0], row[1]) for row in lexicons.rows("event_tails"))
    longest = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    return found, daachorse.CharwiseDoubleArrayAhoCorasick([one[0] for one in found], longest)


def words() -> frozenset[str]:
    """Give the words that end names of events (会议, 座谈会)."""
    return frozenset(word for word, _ in _machine()[0])


def ends(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield the ends of names of events; of two that touch, the later (签约仪式 + 举行)."""
    text = reading.text
    table, machine = _machine()
    found = machine.find(text)
    begins = {start for start, _, _ in found}
    declared = {at for one in DECLARED.finditer(text) for at in range(*one.span())}
    editions = list(_editions(reading))
    for start, end, which in found:
        while editions and editions[0][0] < start:
            yield editions.pop(0)
        stop = end + 1 if text[end - 1 : end + 1] == "会议" else end  # 党组会 of 党组会议
        if (
            start in declared
            or stop in begins
            or text[stop : stop + 1] in _NOT_AFTER
            or _GOES_ON.match(text, stop)
        ):
            continue
        plain = stop - start == 1
        if not plain or (_is_any(reading, stop) and text[start - 1] not in _OTHER_WORDS):
            yield start, stop, table[which][1]
    yield from editions


DECLARED = re.compile(
    r"[（(](?:以下|下)?(?:简?称)(?:为|：|:)?[“\"]?(?P<short>[^（）()“”\"\n]{2,20})[”\"]?[）)]"
)
"""A short name that stands in brackets behind the full one: （以下简称“云博会”）."""

_EDITION = re.compile(
    r"(?:第[\d一二三四五六七八九十百]+|首)届(?=(?P<name>[^，。；！？、\n（()）]{3,24}))"
)
_OCCASIONS = frozenset("周月季节展营赛汇秀")


def _editions(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield the ends of occasions that no list of words knows, by their edition: 第四届视听周 + 开幕."""
    for edition in _EDITION.finditer(reading.text):
        for at in range(edition.start("name") + 2, edition.end("name")):
            if (
                reading.text[at] in _OCCASIONS
                and event_signs.held_after(reading, at + 1) >= 0
                and reading.text[at - 1 : at + 1] not in words()
                and not _MONTHS.match(reading.text, at - 1)
            ):
                yield edition.end(), at + 1, "other"
                break


_MONTHS = re.compile(r"[\d一二三四五六七八九十本上下每当个]")


def _is_any(reading: Reading, stop: int) -> bool:
    """Tell whether 会 alone can end the name of a meeting there; it ends too many of bodies: 商会, 理事会."""
    if _PAUSE.match(reading.text, stop) is not None:
        return True
    return not _HOSTS.match(reading.text, stop) and event_signs.held_after(reading, stop) >= 0


_HOSTS = re.compile(
    "(?:（[^（）]{1,20}）)?(?:联合|共同)?(?:主办|承办|举办|主持|组织)"
)  # who does so is a body: 青年会主办
_PAUSE = re.compile(r"[”》]?(?:[，。；！上]|$)")
_OTHER_WORDS = frozenset("委员续省社机都工商学协教不也才就将误体领约国议帮聚")  # 省会, 社会, 机会 …
_GOES_ON = re.compile(
    r"组织(?=[（(第成])|第[\d一二三四五六七八九十百]+[届次](?:(?![举召])[\u4e00-\u9fff]){0,12}?(?:会议|年会|大会|峰会)|(?:(?![举召开在于上中并和与的将以由当今昨获])[\u4e00-\u9fff]){1,8}?(?:仪式|典礼|大会|会议|(?:推进|动员|视频|启动|座谈|总结|部署|表彰|发布|说明|筹备|交流)会)|”[\u4e00-\u9fff]{0,8}?(?:活动|仪式|典礼|座谈会|发布会|推介会|启动会)"
)  # …活动 + 冲刺视频会
_NOT_AFTER = frozenset("员厅堂馆场室所长费址客暨")  # of 甲大会暨乙仪式 the last word ends the name
