"""Predicates: what a sentence says that a list of persons or bodies did at an event."""

import re
from dataclasses import dataclass

from loaders.grammar import roles
from loaders.grammar.reading import Reading
from loaders.grammar.roles import Spoken

_ADVERBS = (
    r"(?:[（(][^）)]{1,8}[）)]|同志|等[省市区县]?领导|等有关领导|等同志|等人|等|[一两三四五六七八九十\d]+[人位]|一行|先生|女士|分别|共同|先后|现场|依次|还|也|并|均|都|全程|应邀|受邀|亲自|一同|一起|"
    r"则|主任|书记|局长|县长|市长|区长|在[^，。；！？\n]{1,30}?(?:上|中|现场|会场|就座)|在主会场|在分会场|代表[^，。；\n]{1,24}?(?=致|发言|发表|作|讲话|签|上台|汇报)|"
    r"就[^。；\n]{1,60}?(?=作|做|进行|讲|发)|对[^。；\n]{1,40}?(?=作|做|进行)|围绕[^。；\n]{1,60}?(?=作|做|进行|发|交|讲)|"
    r"向[^，。；\n]{1,10}?(?=宣誓|致)|结合[^。；\n]{1,40}?(?=作|做|进行|发)|为[^。；\n]{1,30}?(?=揭|授|颁|致|作))*"
)
_LEAD = re.compile(_ADVERBS)
_MORE = re.compile(
    r"(?:(?:，)?(?:等|及|以及|和|与|、)|，(?=[^。；！？，\n]{2,30}(?:成员|领导|负责人|负责同志|代表|干部|部门|同志)))"
    r"[^。；！？\n]{0,90}?(?=出席|参加|参会|列席|陪同|见证|与会|到会)"
)
_LIGHT = re.compile(
    r"(?:作|做|进行|发表|致)(?:了|出)?[^，。；！？\n]{0,40}?"
    r"(?=部署|汇报|讲话|发言|报告|通报|点评|推介|致辞|表态|介绍|解读|辞|词|总结|宣誓|安排)"
)
_SPEECH = re.compile(r"指出|强调|要求|表示|认为|说|提出|希望|介绍说|告诉|称|坦言|透露")
_REPORTING = re.compile(r"(?:介绍|通报|报告|发布|宣布|传达|推介|解读)(?:[，：:]|说|道|，说)")
_STAND = re.compile(
    r"(?:等)?(?:\d+个|[一二两三四五六七八九十]+个)?(?:有关|相关)?(?:单位|部门|企业|机构|地区)?(?:的)?(?:主要|相关|有关|分管|部分)?"
    r"(?:负责人|负责同志|领导班子成员|领导班子|班子成员|领导|代表|全体成员|成员|同志|有关同志|全体负责人|全体同志|志愿者|嘉宾|专家)?(?:等|等人)?"
)
_MORE_NAMES = re.compile(r"(?:及|以及|和|、)[^，。；\n]{1,30}?(?=出席|参加|参会|列席|陪同|汇报)")
_MORE_BODIES = re.compile(
    r"(?:及|以及|和|、|，|；)[^。\n]{1,90}?(?=出席|参加|参会|列席|陪同|汇报|作?交流发言)"
)
_GOES_ON = re.compile(r"，(?:并|还|同时|随后)")
_BY_STOP = 4  # 由甲主持: the verb follows at once
_QUIET = ("出席", "参加", "列席", "陪同", "见证")
_OF_BODIES = (*_QUIET, "汇报", "发言", "介绍", "讲话")
_SPEAKING = ("讲话", "发言", "致辞")


@dataclass(frozen=True, slots=True)
class Said:
    """A role, and where the words that state it stand."""

    role: str
    start: int
    stop: int


def of_people(reading: Reading, start: int, at: int, end: int, stop: int) -> Said | None:
    """Read what the words after a list of persons say that they did.

    Args:
        reading: The article.
        start: Where the list begins.
        at: Where it ends.
        end: Where the next list of persons begins, or the sentence ends.
        stop: Where the sentence ends.
    """
    text = reading.text
    passive = (
        roles.find(text, at, min(end, at + _BY_STOP)) if text[start - 1 : start] == "由" else []
    )
    if passive and passive[0].start == at:
        return Said(passive[0].role, at, passive[0].stop)
    company = re.compile(r"(?:等[^，。；]{0,12}?)?(?:的)?陪同下").match(text, at)
    if company:
        return Said("陪同", at, company.end() - 1)
    lead = at + len(_lead(text, at, stop))
    more = _MORE.match(text, at, stop)
    if more is not None:
        lead = more.end()
        end = end if reading.names.within(at, stop, "Person") else stop
    words = _words(text, lead, min(end, stop))
    if not words or (_REPORTING.match(text, words[0].start) and not _on_stage(reading, at, lead)):
        return _spoke(reading, at, lead)
    kept = list(_kept(reading, words))
    return Said(roles.telling(word.role for word in kept), at, max(word.stop for word in kept))


def of_bodies(reading: Reading, at: int, stop: int) -> Said | None:
    """Read what the words after a list of bodies say: …、区城管局负责人参加."""
    text = reading.text
    stand = _STAND.match(text, at, stop)
    standing = stand is not None and stand.end() > at
    lead = stand.end() if stand else at
    more = (_MORE_BODIES if standing else _MORE_NAMES).match(text, lead, stop)
    lead = more.end() if more else lead
    lead += len(_lead(text, lead, stop))
    words = _words(text, lead, min(stop, lead + 50))
    if not words or words[0].role not in _OF_BODIES:
        return None
    if not standing and words[0].role not in (*_QUIET, "发言"):
        return None
    return Said(words[0].role, lead, words[0].stop)


def _words(text: str, at: int, stop: int) -> list[Spoken]:
    """Give the words of roles from a position on, when one stands there, or after 作 and the like."""
    words = roles.find(text, at, stop)
    if words and words[0].start == at:
        return words
    light = _LIGHT.match(text, at, stop)
    words = roles.find(text, light.end(), stop) if light else []
    return words if light and words and words[0].start == light.end() else []


def _kept(reading: Reading, words: list[Spoken]) -> "list[Spoken]":
    """Keep the words that belong to one subject: in its clause, and after 并 in the next."""
    text = reading.text
    first = words[0]
    clause_end = reading.clause(first.start)[1]
    kept = [first]
    for word in words[1:]:
        near = word.start < clause_end and not _SPEECH.search(text, first.start, word.start)
        goes_on = (
            _GOES_ON.match(text, clause_end) and word.start < reading.clause(clause_end + 1)[1]
        )
        joined = text[word.start - 1] in "并了，、会式动讲作言表" or word.role in _SPEAKING
        if (near or goes_on) and joined:
            kept.append(word)
    return kept


def _lead(text: str, at: int, stop: int) -> str:
    match = _LEAD.match(text, at, stop)
    return match.group() if match else ""


def _spoke(reading: Reading, at: int, lead: int) -> Said | None:
    """Read 在开班式上说 as a speech; who is merely quoted attends nothing."""
    speech = _SPEECH.match(reading.text, lead)
    stage = re.search(
        r"在[^，]{1,24}(?:会|式|仪式|论坛|大会)上$|在会上(?:分别)?$", reading.text[at:lead]
    )
    return Said("讲话", at, speech.end()) if speech and stage else None


def _on_stage(reading: Reading, at: int, lead: int) -> bool:
    """Tell whether 介绍 was said at the event itself and not to a reporter."""
    if re.search(r"在[^，]{0,24}(?:会|式|活动|论坛)(?:上|中)", reading.text[at:lead]):
        return True
    return any(one.player.kind == "press" and one.start < at for one in reading.happenings)
