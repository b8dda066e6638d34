"""Agreements: the words that say that something was signed, and those that say who signed."""

import re

_NOUNS = (
    "项目|仪式|活动|金额|企业|数量|合作项目|率|额|方|现场|环节|大会|会|总|客商|单位|服务|居民|家庭|医生|作家|歌手|演员|"
    "运动员|球员|主播|艺人|酒店|代表|双方|台|机构|对象|人数|人口|主体|地点|日期"
)
_TIMES = "后|前|时|的|以来|之|期间|者|人"
_PAPERS = "意见|承诺|保证|劳动|聘用|购房|租赁|买卖|请愿|命令|法案"
SIGN = re.compile(
    rf"(?:续|草|换|补|新)?(?P<verb>签约(?!{_NOUNS}|{_TIMES}|投资额)|(?:签署|签订|签定|签下|签字|签了|签成|签妥|缔结|结为(?=[^，。；]{{0,4}}(?:友好|姊妹|友城|兄弟))|达成(?=[^，。；、]{{0,10}}(?:合作协议|合作意向|框架协议|合作备忘录|意向协议|战略合作)))(?!了?(?:{_TIMES}|{_PAPERS}|仪式|率|方|双方(?:代表|将|在|表示|就|，|。))))(?:了)?"
)
"""A verb of signing; not 签约仪式, 签约率, 签署的, where nobody signs."""

HELD = re.compile(r"(?P<verb>签约|签字|签署|签订)(?:仪式|活动)")
"""甲与乙举行签约仪式, 甲与乙合作协议签约仪式: who holds a ceremony of signing together signs at it."""

KINDS = "企业|公司|单位|项目方|客商|机构|高校|院校|学校|医院|银行|金融机构|集团|商会|协会|国企|央企|民企|车企|药企|院所|科研院所|研究院|平台|商户|社区|村|镇|部门|合作方|合作伙伴|投资方|方"
"""What a list says that its members are, after 等 or before 有."""

UNITS = r"(?:[\d一二两三四五六七八九十百几数多]{1,4}(?:余|多)?(?:家|个|所|户|名|位))"
"""How parties are counted."""

COUNTED = rf"(?:(?:[等共]{UNITS}|等|{UNITS})(?:[A-Za-z\u4e00-\u9fff]{{0,8}}?(?:{KINDS}))?)?(?:主要|相关|有关)?(?:负责人|代表人|代表|负责同志)?"
"""等17家企业代表 after a list of parties."""

ADVERBS = (
    r"分别|正式|共同|现场|成功|顺利|双方|各自|联合|集中|也|还|已经|已|目前|便|则|并|又|再|进一步|同步|现已|先后|依次|再次|当场|率先|首批|上台|登台|集体|圆满|同时|陆续|相继|"
    r"代表[\u4e00-\u9fff]{0,4}?(?:双方|各方|三方|单位|企业|公司|集团|学校|学院|项目方|投资方)|代表|参会|(?:[\u4e00-\u9fff]{2}|两[市地省校院县区])双方|两[市地省校院县区]|三方|四方|多方|各方|三地|"
    r"日前|近日|近期|今[天日]|昨[天日]|当[天日]|上午|下午|\d{1,2}月\d{0,2}日?|\d{1,2}日"
)
"""What may stand between parties and their verb, or before the 与 between them."""

MATTER = (
    rf"{COUNTED}(?:{ADVERBS}|，|进行了?|完成了?|实现|(?:入驻|投资|合作)?项目|[一两三四五六七八九十\d]+个(?:重[点大])?项目|(?:深化|全面|系列|战略|框架|合作))*+"
    r"(?:(?:就|围绕|在|于|通过|以|举行|达成|共建|建立|联合)[^。；]{0,70}|“[^”]{1,40}”[^，。；]{0,20}(?:协议|合同|备忘录|项目|合作|框架)|《[^》]{1,60}》|的?[^，。；、与和同]{0,24}(?:协议|合同|备忘录|合作|框架|意向书)书?)?"
    rf"的?(?:{ADVERBS})*+将?"
)
"""What may stand between the last party and the verb: their number, adverbs, a place, and what is agreed on.

The repeats give nothing back, so that it takes no time without bound.
"""

SHOWN = re.compile(
    r"(?:签约|签署协议|签订协议)(?:的)?(?:首批|第[一二三四五六七八九十]批|[\d一二两三四五六七八九十]+家|重点|主要|合作)?"
    rf"(?:{KINDS})?(?:当)?(?:中)?(?:分别(?:为|是|有)|(?:既|便|就|还|也)?有|包括了?|为|：|是：?|依次为)(?!望|关|效|限|助|利|意|力|序|\d|一|两|三|多|几|个|的)：?"
)
"""签约企业有, 与云湖区签约的包括: a list of parties follows."""

LANDING = re.compile(r"(?:了)?(?:并)?(?:落户|落地|入驻|进驻|入园|投资|扎根)(?:到|在|于)?")
"""签约 + 落户云湖区: the host stands after the verb."""

REGIONS = "(?:中国)?(?:[东西]北|西南|东南|华[东南北中西]|[东西中]部|[南北]方|川渝|云贵|长三角)(?:大?区|地区|区域)"
"""Parts of a country that firms have heads for: 中国西南区总经理."""
