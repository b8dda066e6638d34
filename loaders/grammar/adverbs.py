"""Adverbs: what may stand between who acts and the verb: times, manner, company, 一行, in any order."""

import re

from loaders.grammar.reading import Reading

_ACTS = "到|赴|深入|来|前往|对|在|走|开展|进行|调研|检查|督导|视察|看望|慰问|考察"
# Each alternative takes at least one character, so that the walk always ends.
_BETWEEN = re.compile(
    r"[（(][^）)\n]{1,60}[）)]|(?:等)?一行(?:[\d一二三四五六七八九十]+余?人)?|等[省市区县州]?(?:有关|相关)?领导(?:同志)?|等人?|"
    r"(?:全体|部分)?成员(?:单位)?(?!会)|同志|先生|女士|"
    r"(?:副?组长|负责人)[^，。；\n]{2,30}?(?=一行|等|率|带|同志|到|赴|深入|来|对|在|先后)|"
    r"在[^，。；\n]{1,60}?(?:带领|陪同|率领|见证)下|由[^。；，\n]{1,40}?(?:带队|率领|任组长|陪同)|"
    r"(?:采取|采用|通过|以|按照|根据|围绕|针对|聚焦|结合|利用|代表|带着|怀着|受)[^，。；\n]{1,60}(?=，)|"
    r"(?:以|采取|采用)“[^”\n]{2,12}”(?:的)?(?:方式|形式)|"
    rf"就[^，。；\n]{{1,60}}?(?={_ACTS})|为[^，。；\n]{{2,30}}，|"
    r"(?:冒着|顶着|迎着|不顾|踏着|头顶)[^，。；\n]{2,10}?(?=，|来|到|赴|深入|前往|走|对|检查|率|带)|冒雨|冒雪|顶风冒雪|轻车简从|不打招呼|直奔基层|"
    r"(?:兵分|分为|分成|分)[一二三四五六七八九十两\d]+个?[路组]|分组|分批|分路|分头|"
    r"[\u4e00-\u9fff]{0,3}(?:春节|元旦|节日|五一|国庆|中秋|端午|假期|七一|八一|重阳节|教师节|建军节|儿童节|高考)(?:假期)?(?:前夕|期间|前|当天|来临之际)|"
    r"已经|已|全部|正式|分别|陆续|集中|先后|将|完成|顺利|如期|再次|随机|重点|专门|专程|专题|突击|现场(?!调度|办公)|实地|随后|随即|接着|首先|首站|第一站|最后|"
    r"继续|迅速|立即|日前|近日|近期|连日来|还|又|也|了|并|自|从|于|起|开始|至|亲自|一同|一起|一道|共同|会前|会后|期间|其间|，"
)


def past(reading: Reading, at: int, stop: int) -> int:
    """Give the position after everything that may stand before a verb, `at` when nothing does."""
    while at < stop:
        time = next((one for one in reading.times if one.start == at), None)
        between = _BETWEEN.match(reading.text, at, stop)
        if time is not None:
            at = time.stop
        elif between is not None:
            at = between.end()
        else:
            break
    return at
