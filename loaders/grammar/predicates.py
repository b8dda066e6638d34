"""Predicates: what a sentence says that a list of persons or bodies did at an event."""

import itertools
import re
from dataclasses import dataclass

from loaders.grammar import roles
from loaders.grammar.reading import Reading
from loaders.grammar.roles import Spoken

_SAYS = "(?<![工合协操动])作|做|进行|发表|发言|讲话|致|表态|提|汇报|通报|介绍|推介|点评|部署|宣布|宣读|授课|主讲"
_ADVERBS = (
    r"(?:[（(][^）)]{1,8}[）)]|同志|等[省市区县]?(?:有关)?领导|等同志|等人|等|[一两三四五六七八九十\d]+[人位]|一行|先生|女士|分别|共同|先后|现场|依次|还|也|并|均|都|全程|应邀|受邀|亲自|一同|一起|"
    r"详细|重点|简要|着重|逐一|首先|最后|随后|随即|继续|专程|到会|到场|深情|隆重|集中|上台|作为[^，。；\n]{2,16}代表|"
    r"则|主任|书记|局长|县长|市长|区长|在[^，。；！？\n]{1,30}?(?:上|中|现场|会场|就座)|在主会场|在分会场|通过视频|"
    r"代表[^，。；\n]{1,24}?(?=致|发言|发表|作|讲话|签|上台|汇报|介绍|推介|表态|宣读|宣布|反馈|通报|接受|向|在)|"
    rf"就[^。；\n]{{1,60}}?(?={_SAYS})|对[^。；\n]{{1,40}}?(?={_SAYS}|予以)|围绕[^。；\n]{{1,60}}?(?={_SAYS}|交)|"
    rf"向[^，。；\n]{{1,16}}?(?=宣誓|{_SAYS}|颁|授)|结合[^。；\n]{{1,40}}?(?={_SAYS})|为[^。；\n]{{1,30}}?(?=揭|授|颁|致|作|剪彩|奠基|培土)|"
    rf"以[^。；\n]{{1,40}}?(?:为题|为主题|为例|形式|方式|身份)，?|从[^。；\n]{{1,40}}?(?:方面|角度)(?={_SAYS}))*"
)
_LEAD = re.compile(_ADVERBS)
_MORE = re.compile(
    r"(?:(?:，)?(?:等|及|以及|和|与|、)|，(?=[^。；！？，\n]{2,30}(?:成员|领导|负责人|负责同志|代表|干部|部门|同志)))"
    r"[^。；！？\n]{0,90}?(?=出席|参加|参会|列席|陪同|见证|与会|到会)"
)
_LIGHT = re.compile(
    r"(?:作|做|进行|发表|致)(?:了|出|出了)?[^，。；！？\n]{0,40}?"
    r"(?=部署|汇报|讲话|发言|报告|通报|点评|讲评|推介|致辞|表态|介绍|解读|欢迎|开幕|闭幕|答谢|辞|词|宣誓|安排|演讲|辅导|授课|宣讲|反馈|动员|总结|说明)"
)
_PLAIN_ROLES = {"安排": "部署", "动员": "讲话", "总结": "讲话", "辅导": "主讲", "说明": "介绍", "表态": "发言", "辞": "致辞", "词": "致辞"}  # fmt: skip
_PLAIN_NOUN = re.compile("|".join(_PLAIN_ROLES))
_NOTED = re.compile(r"(?:提出|提)(?:了)?[^，。；！？\n]{0,8}?要求")
_SPEECH = re.compile(r"指出|强调|要求|表示|认为|说|提出|希望|介绍说|告诉|称|坦言|透露")
_IN_SPEECH = re.compile(r"在(?:[^，。；]{0,6})?(讲话|致辞|发言|汇报|表态发言|总结讲话)(?:中|时)$")
_REPORTING = re.compile(r"(?:介绍|通报|报告|发布|宣布|传达|推介|解读)(?:[，：:]|说|道|，说)")
_BENEATH = re.compile(r"(?:等[^，。；]{0,12}?)?(?:的)?(?:共同)?(陪同|见证|主持)下")
_STOOD = (
    r"(?:负责人|负责同志|领导班子成员|领导班子|班子成员|领导|代表|全体成员|成员|同志|"
    r"全体负责人|志愿者|嘉宾|专家|干部|工作人员|有关人员|人员)"
)
_STAND = re.compile(
    rf"(?:等)?(?:\d+个|[一二两三四五六七八九十]+个)?(?:有关|相关)?(?:单位|部门|企业|机构|地区|科室)?(?:的)?(?:党政)?(?:主要|相关|有关|分管|部分|全体)?{_STOOD}?"
    rf"(?:[、和及][^，。；、\n]{{0,8}}?{_STOOD})?(?:等|等人)?"
)
_MORE_NAMES = re.compile(r"(?:及|以及|和|、)[^，。；\n]{1,30}?(?=出席|参加|参会|列席|陪同|汇报)")
_MORE_BODIES = re.compile(
    r"(?:及|以及|和|、|，|；)[^。\n]{1,160}?(?=出席|参加|参会|列席|陪同|汇报|作?交流发言)"
)
_HEARD = re.compile(
    r"(?:所)?(?:关于|作的|作|做的|就|对)[^。；！？\n]{0,60}?(汇报|报告|介绍|通报|说明)"
)
_HEARING = re.compile(r"听取(?:了|和审议了|和审议)?$")
_STAGE = re.compile(r"在[^，]{1,24}(?:会|式|仪式|论坛|大会)上$|在会上(?:分别)?$")
_ON_STAGE = re.compile(r"在[^，]{0,24}(?:会|式|活动|论坛)(?:上|中)")
_CLAUSE = re.compile(r"[，。；！？\n]")
_GOES_ON = re.compile(r"，(?:并|还|同时|随后)")
_TWICE = re.compile(r"和|、|与|以及")
_QUIET = ("出席", "参加", "列席", "陪同", "见证")
_OF_BODIES = (*_QUIET, "汇报", "发言", "介绍", "讲话")
_SPEAKING = ("讲话", "发言", "致辞")


@dataclass(frozen=True, slots=True)
class Said:
    """A role, and where the words that state it stand.

    Attributes:
        role: The most telling role.
        start: Where the words after the list begin.
        stop: Where the last word of a role ends.
        beneath: The words are 在…陪同下.
        each: One role for each name of the list (分别作动员讲话和工作部署); else empty.
    """

    role: str
    start: int
    stop: int
    each: tuple[str, ...] = ()
    beneath: bool = False


def of_people(
    reading: Reading, row: tuple[int, int], end: int, stop: int, *, count: int = 1
) -> Said | None:
    """Read what the words after a list of persons say that they did.

    Args:
        reading: The article.
        row: Where the list begins and ends.
        end: Where the next list of persons begins, or the sentence ends.
        stop: Where the sentence ends.
        count: How many names the list has.
    """
    text, at = reading.text, row[1]
    around = _around(text, *row)
    if around is not None:
        return around
    lead = at + len(_lead(text, at, stop))
    if text[row[0] - 1 : row[0]] == "由":
        passive = roles.find(text, lead, end)
        if passive and passive[0].start == lead:
            return Said(passive[0].role, at, passive[0].stop)
    more = _MORE.match(text, at, stop)
    if more is not None:
        lead = more.end()
        end = end if reading.names.within(at, stop, "Person") else stop
    words = _words(text, lead, min(end, stop))
    if not words or (_REPORTING.match(text, words[0].start) and not _on_stage(reading, at, lead)):
        return _spoke(reading, at, lead)
    kept = _kept(reading, words)
    each = _each(text, kept, count) if "分别" in text[at:lead] else ()
    return Said(
        roles.telling(word.role for word in kept), at, max(word.stop for word in kept), each
    )


def _around(text: str, start: int, at: int) -> Said | None:
    """Read 在甲陪同下, and 听取了甲关于…的汇报, where the words stand on both sides of the list."""
    beneath = _BENEATH.match(text, at)
    if beneath is not None:
        company = beneath.group(1) == "陪同"
        return Said(beneath.group(1), at, beneath.end() - 1, beneath=company)
    heard = _HEARD.match(text, at) if _HEARING.search(text, max(0, start - 8), start) else None
    if heard is not None:
        role = "介绍" if heard.group(1) == "说明" else heard.group(1)
        return Said(role, at, heard.end())
    return None


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
    noted = _NOTED.match(text, at, stop)
    if noted is not None:
        return [Spoken("讲话", at, noted.end()), *roles.find(text, noted.end(), stop)]
    light = _LIGHT.match(text, at, stop)
    if light is None:
        return []
    words = roles.find(text, light.end(), stop)
    if words and words[0].start == light.end():
        return words
    plain = _PLAIN_NOUN.match(text, light.end(), stop)
    return [Spoken(_PLAIN_ROLES[plain.group()], at, plain.end()), *words] if plain else []


def _kept(reading: Reading, words: list[Spoken]) -> list[Spoken]:
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


def _each(text: str, kept: list[Spoken], count: int) -> tuple[str, ...]:
    """Give each name its own role, when as many roles as names are joined by 和 or 、."""
    clause = _CLAUSE.search(text, kept[0].stop)
    words = roles.find(text, kept[0].start, clause.start() if clause else len(text))
    joined = all(
        _TWICE.match(text, one.stop) and two.start - one.stop <= len("和作了")
        for one, two in itertools.pairwise(words)
    )
    return tuple(one.role for one in words) if joined and len(words) == count > 1 else ()


def _lead(text: str, at: int, stop: int) -> str:
    match = _LEAD.match(text, at, stop)
    return match.group() if match else ""


def _spoke(reading: Reading, at: int, lead: int) -> Said | None:
    """Read 在开班式上说 as a speech; who is merely quoted attends nothing."""
    speech = _SPEECH.match(reading.text, lead)
    own = _IN_SPEECH.search(reading.text, at, lead) if speech else None
    if speech and own:
        return Said(roles.find(reading.text, *own.span(1))[0].role, at, speech.end())
    stage = _STAGE.search(reading.text, at, lead)
    return Said("讲话", at, speech.end()) if speech and stage else None


def _on_stage(reading: Reading, at: int, lead: int) -> bool:
    """Tell whether 介绍 was said at the event itself and not to a reporter."""
    if _ON_STAGE.search(reading.text, at, lead):
        return True
    return any(one.player.kind == "press" and one.start < at for one in reading.happenings)
