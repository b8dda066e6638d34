"""Stages: words that put who speaks at an event (会上，甲…; 乙在座谈会上…), and what is done there."""

import re
from dataclasses import dataclass

from loaders.grammar import lists, roles
from loaders.grammar.reading import Reading

_GATHERING = (
    "会议|(?<![员省社机都工商学协教不也才就将误体领约国议帮聚理])会|式|典礼|论坛|活动|沙龙|座谈|培训班?|研讨|大赛|"
    "讲堂|讲坛|讲座|庭审|发布|签约|揭牌|推介|路演|开班"
)
_BEFORE = re.compile(
    rf"(?:{_GATHERING})(?:上|中|现场|期间|当天|当日|过程中)(?:，|、)?|(?:会见|会谈|会晤|座谈|交流|宴会)(?:时|中|期间)，?|(?<=[。；，\n”])(?:现场|席间)，"
)
_WITHIN = re.compile(rf"(?:在[^，。；\n]{{0,30}}?(?:{_GATHERING})(?:上|中|现场|期间)|会上)")
_ELSEWHERE = re.compile(r"去年|此前|曾|前不久|上[届次]|往年|采访|[\d一二两三四五六七八九十]年前")
_SAID = re.compile(
    r"(?:指出|强调|要求|表示|认为|说|提出|希望|介绍|称|谈到|透露|坦言|建议|呼吁)(?:[，：]|[^，。；\n]{0,3}，)"
)
_FAR = 600  # code points from such words to a name further on in the sentence
_BREAK = "，。；！？”\n、和与及"
_TOLD = "分享|阐述|解读|分析|建议|呼吁|讲述|剖析|讲解|交流|谈|展示|演示|认为|探讨|论述|忆|答|建言|聚焦|紧扣|立足|回应|演讲|反映|提交|作答"
_ADDRESSED = (
    "指出|强调|要求|表示|说(?!明)|坦言|直言|解释|称|提出|希望|告诉|回顾|寄语|勉励|感谢|祝贺|欢迎|鼓励|肯定|充分肯定|高度|总结|重申|透露|号召|动员|传授|"
    "缅怀|倡议|承诺|期待|期望|祝愿|相信|叮嘱|嘱托|补充|点赞|赞|评价|关切|深情|向|对|就|从|围绕|结合|针对|代表|用|以|与|和|同"
)
_DONE = "捐赠|捐款|捐物|捐资|认捐|互赠|回赠|赠予|领取|接过|表演|演唱|朗诵|合影"
_SPOKEN = (
    ("介绍", "介绍"),
    ("通报", "通报"),
    ("汇报", "汇报"),
    ("发布", "发布"),
    ("宣布", "宣布"),
    (_TOLD, "发言"),
    (_DONE, "参加"),
    (_ADDRESSED, roles.SAYING),
)
_TELLS = re.compile(
    r"(?:详细|深入|简要|重点|着重|首先|最后|还|也|又|并|先后|分别|共同|一致|逐一|纷纷|，)*(?:"
    + "|".join(f"(?P<r{number}>{words})" for number, (words, _) in enumerate(_SPOKEN))
    + ")"
)


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody does at an event: the role, and where the word stands that tells."""

    role: str
    start: int
    stop: int


def before(reading: Reading, start: int, at: int) -> tuple[int, int] | None:
    """Give the words before a name that say where: 会上，, 在某论坛开幕式上，; `None` for a name that begins no clause.

    Args:
        reading: The article.
        start: Where the sentence begins.
        at: Where the posts of the name begin.
    """
    text = reading.text
    stage = reading.last_match(_BEFORE, start, at)
    if stage is None:
        return None
    begins = stage.end() == at or text[at - 1] in _BREAK
    if not begins and not lists.only_nouns(text, stage.end(), at):
        return None
    between = text[stage.end() : at]
    if len(between) > _FAR or between.count("“") != between.count("”"):
        return None
    if _SAID.search(between[between.rfind("；") + 1 :]):
        return None  # 会上，甲表示，乙…: what follows is what 甲 says
    begin = reading.clause(stage.start())[0]
    if _ELSEWHERE.search(text, begin, stage.end()):
        return None
    return max(begin, start), stage.end()


def within(text: str, at: int, stop: int) -> tuple[int, int] | None:
    """Give the words between a name and its verb that say where: 甲 + 在座谈会上."""
    stage = _WITHIN.search(text, at, stop)
    return stage.span() if stage else None


def act(text: str, at: int, stop: int) -> Act | None:
    """Read what is said or done at a position, on a stage."""
    told = _TELLS.match(text, at, stop)
    if told is None or told.lastgroup is None:
        return None
    return Act(_SPOKEN[int(told.lastgroup[1:])][1], at, told.end())


def together(text: str, at: int, lead: int) -> bool:
    """Tell whether several are said to do something one after another, as only at an event: 甲、乙等单位纷纷 + 捐款."""
    return _TOGETHER.search(text, at, lead) is not None


_TOGETHER = re.compile("纷纷|依次|轮流|相继|踊跃|逐一")


def talks(text: str, at: int, act: Act) -> bool:
    """Tell whether what is done is a talk or a deed before an audience, where no words say so: 甲教授阐述了….

    Args:
        text: A healed text.
        at: Where the list ends.
        act: What stands after it.
    """
    if together(text, at, act.start):
        return act.role != roles.SAYING
    return _TALK.match(text, act.start) is not None


_TALK = re.compile(
    "(?:详细|深入|系统|重点|着重|还|并)*(?:分享|阐述|解读|剖析|讲解|讲述|探讨|论述|演示)了"
)
