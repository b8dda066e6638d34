"""Predicates: what a sentence says that a list of persons or bodies did at an event."""

import functools
import itertools
import re
from dataclasses import dataclass

from loaders.grammar import lists, roles
from loaders.grammar.reading import Reading
from loaders.grammar.roles import Spoken

_SAYS = "(?<![工合协操动])作(?![用为风品家者])|做(?![好实到强大细优])|进行|发表|发言|讲话|致|表态|提|汇报|通报|介绍|推介|点评|部署|宣布|宣读|授课|主讲"
_STEP = re.compile(
    r"[（(][^）)]{1,8}[）)]|同志|等[省市区县]?(?:有关)?领导|等同志|等人|"
    r"等(?:[一二两三四五六七八九十\d]+[余多]?)[位名个家][^，。；\n]{0,20}?(?=进行|作|做|发表|围绕|就|分别|先后|参加|出席|在|依次|交流)|等|"
    r"[一二两三四五六七八九十\d]+[位名][^，。；\n的]{0,6}?(?:干部|代表|委员|同志|领导|专家|负责人|嘉宾|学者|教授|老师|企业家|院士)|"
    r"[一两三四五六七八九十\d]+[人位]|一行|先生|女士|分别|共同|先后|现场|依次|还|也|亦|并|均|都|纷纷|轮流|相继|接连|踊跃|依序|逐个|全程|应邀|受邀|亲自|一同|一起|"
    r"详细|重点|简要|着重|逐一|首先|最后|随后|随即|继续|专程|(?:到会|到场)(?=[^，。；\n指督祝])|深情|隆重|集中|上台|[激动热]情(?:洋溢地?|地)?(?=[演致发讲])|"
    r"作为[^，。；\n]{2,40}?(?:代表|，)，?|通过[^，。；\n]{1,12}?(?:方式|形式|连线|视频)|受[^，。；\n]{2,30}?(?:委托|委派|邀请|邀)，?|"
    r"率[^，。；\n]{1,24}?(?:团|队|组|一行|人)(?=参加|出席|参会|赴会|列席)|"
    r"与[^，。；\n]{2,60}?(?=签约|签署|签订)|则|会上|登台|副教授|副研究员|讲师|高级工程师|在[^，。；\n]{1,16}?(?=共同|分别|主持|出席|会见|参加|宣布|发表)|在(?:大会|会议|会)(?=[作做发交])|会[见谈]时|(?:系统|详细|全面|生动|深刻|细致|深入)地?(?=向|对|就|介绍|讲|从|围绕|阐|解|分|通|汇|回|总)|派员|派代表|派出代表|教授|研究员|院士|博士|老师|[少中上]将|大校|在[^，。；！？\n]{1,48}?(?:(?<![线以网])上(?![海市级班午])|中(?![国央心学共外华])|现场|会场|[辞话言词]时)|在主会场|在分会场|通过视频|"
    r"代表[^，。；\n]{1,24}?(?=致|出席|参加|列席|参会|发言|发表|祝贺|感谢|欢迎|就|对|围绕|(?<![工合协操动制创])作|讲话|签|上台|汇报|介绍|推介|表态|宣读|宣布|反馈|通报|报告|接受|向|在)|"
    rf"就[^。；\n]{{1,60}}?(?={_SAYS})|对[^。；\n]{{1,40}}?(?={_SAYS}|予以)|围绕[^。；\n]{{1,160}}?(?={_SAYS}|交流|协商建言|建言)|"
    rf"向[^，。；\n]{{1,16}}?(?=宣誓|{_SAYS}|颁|授|赠|捐)|结合[^。；\n]{{1,40}}?(?={_SAYS}|，)，?|为[^。；\n]{{1,60}}?(?=揭|授[牌旗课予衔]|颁|致[辞词欢开闭贺]|(?<![工合协操动制创])作(?![为品家用])|剪彩|奠基|培土|担任|佩戴|送上|启动|鸣)|"
    r"针对[^。；\n]{1,60}?(?=(?<![工合协操动制创])作|做|进行|提|发表|开展|分享|介绍)|(?:与|和|同|及)[^，。；\n]{2,40}?(?:负责人|代表|领导|同志|人员|嘉宾|老师|学生|官兵|企业家)(?=共同|一起|一同|一道|分别|先后|签|为)|"
    r"，(?=均|都(?!市)|分别|先后|依次|共同|一同|一起|围绕)|"
    rf"以[^。；\n]{{1,40}}?(?:为题|为主题|为例|形式|方式|身份)，?|从[^。；\n]{{1,40}}?(?:方面|角度|层面|维度)(?:，?(?=针对|围绕|就|对|结合)|(?={_SAYS}|分享|阐|解|剖|探))"
)
"""What may stand between a list and what it did; each takes at least one character."""

_ALONG = re.compile(
    r"(?:等(?:[省市区县]?(?:有关)?领导|同志)?|也|均)?(?:一同|一起|一道|随同|随行|全程|同行)(?:前往|参与|现场)?"
    r"(?:调研|考察|检查|督导|督查|走访|慰问|看望|视察|巡查|参观|出访|活动)?(?:活动)?(?=[，。；])"
)
"""…、局长乙一同调研: who goes along takes part."""

_LIGHT = re.compile(
    r"(?:作|做|进行|发表|致)(?:了|出|出了)?(?:《[^》\n]{1,80}》|“[^”\n]{1,80}”|[^，。；！？\n《“]){0,80}?"
    r"(?=部署|汇报|讲话|发言|报告(?!会|时|中)|通报|点评|讲评|推介|致辞|表态|介绍|解读|欢迎|开幕|闭幕|答谢|辞|词|宣誓|安排|演讲|辅导|授课|宣讲|反馈|动员|总结|说明|培训|讲解|分享|解答|示范|研讨|讨论|交流|回应|答复|提示|阐述|剖析)"
)
_PLAIN_ROLES = {"安排": "部署", "动员": "讲话", "总结": "讲话", "辅导": "主讲", "说明": "介绍", "培训": "授课", "讲解": "介绍", "分享": "发言", "研讨": "发言", "交流": "发言", "讨论": "发言", "表态": "发言", "回应": "发言", "答复": "发言", "提示": "发言", "阐述": "发言", "剖析": "发言", "辞": "致辞", "词": "致辞"}  # fmt: skip
_PLAIN_NOUN = re.compile("|".join(_PLAIN_ROLES))
_ALSO_HELD = re.compile(
    r"(?:在[^，。；\n]{2,24}|[^。；\n]{2,100}?，?并?(?:亲自|现场)?(?=主持|组织))(?:主持|组织)?召开"
)  # 甲到某地调研并主持召开…
_NOTED = re.compile(
    r"(?:提出|提|讲|谈)(?:了)?[^，。；！？\n的]{0,8}?(?:要求|意见(?!建议)|希望|期望)"
)
_GREETS = re.compile(
    r"(?:代表[^，。；\n]{1,40}?)?(?:对|向)[^，。；\n]{0,40}?(?:到来|莅临|来访|光临|(?:大会|论坛|活动|仪式|会议)的?[^，。；\n]{0,4}?(?:召开|举行|举办|开幕)|嘉宾|来宾|客人|一行|各位|大家)[^，。；\n]{0,12}?"
    r"(?:表示|致以)[^，。；\n]{0,12}?(?:欢迎|祝贺|感谢|谢意|问候|敬意)"
)
_HOSTS = re.compile(r"担任(?:了|本次|此次)*[^，。；！？\n]{0,16}?主持人?(?=[，。；和、与及])")
_SPEECH = re.compile(r"指出|强调|要求|表示|认为|说|提出|希望|介绍说|告诉|称|坦言|透露")
_IN_SPEECH = re.compile(
    r"在(?:[^，。；]{0,48}?)?(讲话|致辞|致[^，。；]{0,4}[辞词]|发言|汇报|表态发言|总结讲话|演讲)(?:中|时)$"
)
_REPORTING = re.compile(r"(?:介绍|通报|报告|发布|宣布|传达|推介|解读)(?:[，：:]|说|道|，说)")
_BENEATH = re.compile(r"(?:等[^，。；]{0,12}?)?(?:的)?(?:共同)?(陪同|见证|主持)下")
_HEARD = re.compile(
    r"(?:分别|所)*(?:关于|作的|作|做的|就|对)[^。；！？\n]{0,60}?(汇报|报告|介绍|通报|说明)"
)
_HEARING = re.compile(r"听取(?:了|和审议了|和审议)?$")
_STAGE = re.compile(r"在[^，]{1,24}(?:会|式|仪式|论坛|大会)上$|在会上(?:分别)?$")
_ON_STAGE = re.compile(r"在[^，]{0,24}(?:会|式|活动|论坛)(?:上|中)")
_CLAUSE = re.compile(r"[，。；！？\n]")
_GOES_ON = re.compile(r"，(?:并|还|同时|随后)")
_FOR = re.compile(
    r"[^，。；\n]{0,12}，?并(?:为|向|代表)[^，。；\n]{1,40}"
)  # 出席活动并为获奖选手 + 颁奖
_OF_EVENT = re.compile("仪式|典礼|大会|会议|活动|[会式]")  # 参加了启动仪式: no 启动 of theirs
_TWICE = re.compile(r"和|、|与|以及")
_QUIET = ("出席", "参加", "列席", "陪同", "见证")
_OF_BODIES = (*_QUIET, "汇报", "发言", "介绍", "讲话", "部署")
_HEARD_NEAR = 60  # code points before a list within which 听取 governs it
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
    lead = _lead(reading, at, stop)
    if text[row[0] - 1 : row[0]] == "由":
        passive = roles.find(text, lead, end)
        if passive and passive[0].start == lead:
            return Said(passive[0].role, at, passive[0].stop)
    more = lists.past(text, at, end)
    if more > at:
        lead = _lead(reading, more, stop)
    words = _words(text, lead, stop if lead > end else min(end, stop))  # 围绕甲的思想 + 作报告
    along = _ALONG.match(text, more, stop)
    if along is not None:
        return Said("参加", at, along.end())
    if not words:
        return _also_held(reading, at, end) or _spoke(reading, at, lead)
    told = words[0].start == lead and _REPORTING.match(text, lead)
    if told and not _on_stage(reading, at, lead):
        return _spoke(reading, at, lead)
    kept = _kept(reading, words)
    own = _IN_SPEECH.search(text, at, lead)
    if own is not None:  # 在致辞中回顾了: it was an address
        spoken = roles.find(text, *own.span(1))[:1]
        kept = [*spoken, *(word for word in kept if word.role not in ("讲话", roles.SAYING))]
    each = _each(text, kept, count) if "分别" in text[at:lead] else ()
    return Said(
        roles.telling(word.role for word in kept), at, max(word.stop for word in kept), each
    )


def _also_held(reading: Reading, at: int, end: int) -> Said | None:
    """Read 甲到某地调研并主持召开座谈会, where the event is named right after the verb."""
    held = _ALSO_HELD.match(reading.text, at, end)
    if held is None:
        return None
    near = any(
        0 <= start - held.end() <= len("了")
        for one in reading.happenings
        for start in (one.start, *(begin for begin, _ in one.player.spans))
    )
    return Said("主持", held.end() - len("召开"), held.end()) if near else None


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
    group = lists.past(text, at, stop, attached=True)
    standing = group > at
    beneath = _BENEATH.match(text, group, stop)
    if standing and beneath is not None and beneath.group(1) == "陪同":
        return Said("陪同", at, beneath.end() - 1, beneath=True)
    lead = _lead(reading, group, stop)
    words = _words(text, lead, min(stop, lead + 50))
    if words and words[0].role == "汇报" and "听取" in text[max(0, at - _HEARD_NEAR) : at]:
        return None
    people = reading.names.within(at, words[0].start, "Person") if words else ()
    if people and not lists.grouped(text, at, people[0].start):
        return None  # 省委宣传部部务委员甲
    if not words or words[0].role not in _OF_BODIES:
        return None
    noun = text[words[0].start - 1 : words[0].start] in "作做了体"
    if not standing and words[0].role not in (*_QUIET, "发言") and not noun:
        return None
    return Said(words[0].role, lead, words[0].stop)


def _words(text: str, at: int, stop: int) -> list[Spoken]:
    """Give the words of roles from a position on, when one stands there, or after 作 and the like."""
    words = roles.find(text, at, stop)
    if words and words[0].start == at:
        return words
    hosts = _HOSTS.match(text, at)
    if hosts is not None:
        return [Spoken("主持", at, hosts.end())]
    greeted = _GREETS.match(text, at)
    if greeted is not None:
        return [Spoken(roles.SAYING, at, greeted.end()), *roles.find(text, greeted.end(), stop)]
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
        named = _OF_EVENT.match(text, word.stop) is not None
        joined = text[word.start - 1] in "并了，、会式动讲作言表" or word.role in _SPEAKING
        joined = joined or _FOR.fullmatch(text, kept[-1].stop, word.start) is not None
        if (near or goes_on) and joined and not named:
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


def after(reading: Reading, at: int, stop: int) -> int:
    """Give where the verb of a list stands: after the rest of the list, and times, places and manner."""
    return _lead(reading, lists.past(reading.text, at, stop), stop)


def _lead(reading: Reading, at: int, stop: int) -> int:
    """Give the position after everything that may stand between a list and its verb."""
    while at < stop:
        time = reading.time_at(at)
        step = _STEP.match(reading.text, at, stop) or _title().match(reading.text, at, stop)
        if time is not None:
            at = time.stop
        elif step is not None:
            at = step.end()
        else:
            break
    return at


@functools.cache
def _title() -> re.Pattern[str]:
    """Match a title after a name: 甲委员长, 乙院士; one that goes on is none (主任医师)."""
    return re.compile(rf"{lists.titles()}(?!、)")


def _spoke(reading: Reading, at: int, lead: int) -> Said | None:
    """Read 在开班式上说 as a speech; who is merely quoted attends nothing."""
    speech = _SPEECH.match(reading.text, lead)
    own = _IN_SPEECH.search(reading.text, at, lead)
    if own is not None:
        return Said(roles.find(reading.text, *own.span(1))[0].role, at, own.end())
    stage = _STAGE.search(reading.text, at, lead)
    return Said(roles.SAYING, at, speech.end()) if speech and stage else None


def _on_stage(reading: Reading, at: int, lead: int) -> bool:
    """Tell whether 介绍 was said at the event itself and not to a reporter."""
    if _ON_STAGE.search(reading.text, at, lead):
        return True
    return any(one.player.kind == "press" and one.start < at for one in reading.happenings)
