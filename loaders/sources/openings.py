"""How news texts begin: 本报讯（记者 …）, 某社某市11月13日电, 11月13日上午, 根据《…》."""

import re
from enum import IntEnum

_DAY = r"(?:\d{1,2}月)?\d{1,2}(?:日|号)"
# One of these stands at the head of one article and nowhere inside it.
_DATELINE = re.compile(
    rf"[■□●○]?(?:(?:《?[一-鿿]{{1,8}}(?:(?<!本)报|报社|社|网|台|在线|客户端|融媒(?:体)?)》?|本报|本刊|本台)"
    rf"(?:[一-鿿]{{0,8}}?(?:\d{{4}}年)?{_DAY})?(?:讯|电|消息)(?!话|视|子|力|息)"
    rf"|(?:(?!本报|本台|本刊)[一-鿿]){{2,12}}讯[（(](?:[一-鿿]{{0,4}})(?:记者|通讯员)"
    r"|[（(](?:本报|见习|实习)*(?:记者|通讯员)|(?:本报|本台|本刊)(?:记者|通讯员))"
)
# Reportages begin with the season (寒冬时节，…), or with a scene and then the day (湖畔桂香，宾朋满座。9月3日，…).
_SEASON = (
    r"(?:时值|正值|又是)?[初早阳仲暮盛金深寒隆严]?[春夏秋冬](?:时节|时分|日里|季节|日的|之际|暖阳)"
    r"|(?:时值|正值|又是)?[初早阳仲暮盛金深寒隆严][春夏秋冬](?:[，的]|[一-鿿]月)|[春夏秋][风雨意阳][^，。]{1,4}，"
    r"|岁末年初|岁尾年初|年终岁末|岁末[，将之]|新年伊始|新春伊始"
    rf"|[^，。、；：“”\d]{{4,9}}，[^，。、；：“”\d]{{4,12}}[。！](?:\d{{4}}年)?{_DAY}(?:[上下]午)?，"
)
# A decree opens with its day or with who was asked, and what it decides stands below it.
_DECREE = re.compile(
    rf"(?:(?:\d{{4}}年)?{_DAY}，?(?:经)?[^，。：:]{{2,40}}|经[^，。：:]{{2,30}}，?)"
    r"(?:决定(?:任命|任免|免去)?|(?:任免|任命)(?:名单)?(?:如下)?)[：:]"
    rf"|[（(]\d{{4}}年{_DAY}[^（）()。]{{4,50}}(?:通过|批准)[）)]"
)
_TIME = re.compile(
    rf"{_SEASON}|(?:\d{{4}}年)?{_DAY}|\d{{4}}年\d{{1,2}}月|近日|日前|昨[天日晚]|今[天日晨]|前[天日]|连日来|上午|下午|\d{{1,2}}月[上中下]旬"
)
# 县教育局近日公布: who, then when.
_SOON = re.compile(
    rf"[^，。：]{{2,16}}?(?:近日|日前|昨[日天]|今[日天]|(?:将?于|本月)?(?:\d{{4}}年)?\d{{1,2}}月{_DAY})"
)
_FORMAL = re.compile(
    "根据|按照|依据|遵照|为(?:了|深入|进一步|贯彻|全面|切实|扎实|推动|推进|做好|加强|确保|落实|保障|加快|提升|提高|规范|方便)"
    "|因[^，。]{2,24}，|受[^，。]{2,20}(?:委派|委托|指派|派遣)，|经[^，。]{2,20}(?:批准|同意|研究|决定)|现将|兹|各[^，。]{2,12}[：:]"
    "|据[^，。]{2,14}(?:消息|获悉|通报)|记者从[^，。]{2,20}获悉"
)


# So begins what goes on with something said before: 会上, 随后, 沈知远指出.
_INSIDE = re.compile(
    "会议(?:还|强调|指出|要求|认为|听取|审议|通过|决定|由)|会上|会后|会前|与会|随后|下一步|目前|截至|据(?:了解|悉|介绍)"
    "|(?:根据|按照)[^，。]{0,6}(?:协议|合同|约定)，|此次|本次|本届|他|她|其中|同时|此外|另外|最后|期间|座谈会上|仪式上|活动(?:中|现场|上)|(?:调研|检查|走访|督导|慰问)(?:中|时|期间)"
    "|当天|特此|施工期间|(?![^，。]{0,3}[区县市镇])[一-鿿]{2,3}(?:还|首先|先后)?(?:强调|指出|要求|表示|说|介绍|认为|希望|通报|汇报|代表)"
    "|[^。]{2,44}(?:参加|出席|列席|陪同)(?:会议|调研|活动|仪式|签约|检查|督办|走访|慰问|会见|培训)?。"
    "|[^，。]{2,16}(?:出席|参加|主持)了?(?:会议|仪式|活动|座谈会|签约仪式)(?:并|[，。])"
    "|“[^”]{2,80}[，。！？]”[^，。“]{2,24}(?:说|介绍|表示)"
)


class Opening(IntEnum):
    """How surely words open an article."""

    INSIDE = -1  # they go on with something said before
    NONE = 0
    LIKELY = 1  # a date or a formula, with which later paragraphs begin too
    SURE = 2  # a dateline


def opening(text: str) -> Opening:
    """Tell how surely a paragraph with these first words opens an article.

    >>> (
    ...     opening("本报讯（记者甲乙）昨日").name,
    ...     opening("11月13日上午，").name,
    ...     opening("他指出，").name,
    ... )
    ('SURE', 'LIKELY', 'INSIDE')
    """
    if _DATELINE.match(text) or _DECREE.match(text):
        return Opening.SURE
    if _INSIDE.match(text):
        return Opening.INSIDE
    likely = _TIME.match(text) or _FORMAL.match(text) or _SOON.match(text)
    return Opening.LIKELY if likely else Opening.NONE
