"""Headlines: what their lines look like, which lines are one, and which is the main one."""

import re
from collections.abc import Callable, Sequence

from loaders.sources.notices import ends_as_notice
from loaders.sources.rows import Row, Span, text_of

SHORTEST = 4  # code points

# A sentence, an address or a piece of a web page; no headline has these.
_NONE_HAS = re.compile(
    "[；;{}<>=]|电话[:：号]|邮编|邮箱[:：]|地址[:：]|传真[:：]|网址|原标题|正文[:：]|(?:来源|作者|编辑)[:：]|查看更多|https?:|www\\."
)
_ITEM = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．])"
)
# With what headlines of reports and notices end.
_ENDING = re.compile(
    "(?:举行|召开|举办|启动|签约|公告|通告|公示|通知|揭牌|开工|竣工|调研|督[察导查]|巡[视察]|检查|走访|慰问|座谈|落户"
    "|落地|开幕|闭幕|任免|名单|通报|会议?|仪式|发布|成立|投用|开业|开放|推进|部署|动员|进驻|考察|表彰|活动|行动|工作"
    r"|项目|协议|合作|致辞|讲话|介绍|宣布|视察|出席|主持|建设|发展|[!！])[”’」』）)》\"]*$"
)
# The line above a headline often ends so: 沈知远在全区安全生产工作会议上强调.
_KICKER = re.compile(r"(?:强调|指出|要求|表示|时说|主持|出席|致辞|讲话|见证(?:签约)?|[：:])$")
_SAYS = re.compile(r"(?:强调|指出|要求|表示|时说)$")
# A line that names who acts wants another that says what was done.
_NAME = re.compile(
    r"(?:组|局|厅|部|委|常委会|委员会|办|院|府|中心|公司|集团|大学|学院|街道|镇|乡|县|区|市|与|和|对|向|为|将|在|把|获|的)$"
)
_DASH = ("—", "-", "─", "－")
_OPEN, _CLOSED = "“‘《（(【〈「『", "”’》）)】〉」』"


def possible(row: Row) -> bool:
    """Tell whether a row could be a line of a headline."""
    if row.ended or row.byline or row.date_only or _NONE_HAS.search(row.text):
        return False
    return any(character.isalpha() for character in row.text)


def item(text: str) -> bool:
    """Tell whether a line is numbered, as parts of a text are.

    >>> item("一、提高认识"), item("（二）压实责任"), item("一季度开门红")
    (True, True, False)
    """
    return _ITEM.match(text) is not None


def reads_as_headline(text: str) -> bool:
    """Tell whether a line ends as headlines do.

    >>> reads_as_headline("全区安全生产工作会议召开"), reads_as_headline("一是坚持问题导向")
    (True, False)
    """
    return len(text) >= 2 * SHORTEST and bool(_ENDING.search(text))


def says(text: str) -> bool:
    """Tell whether a line names who speaks, so that what was said stands below it.

    >>> says("沈知远在调研时强调"), says("沈知远强调安全")
    (True, False)
    """
    return _SAYS.search(text) is not None


# --- lines that are one headline -------------------------------------------------------------


_SEAM = "|"
_DOES = re.compile(r"[组团队]\|(?:到|在|对|赴|进驻|入驻|督|巡|检查|来)")  # …督查组|到云湖区开展督查


def joint(before: str, after: str, *, known: bool) -> float:
    """Weigh whether a line goes on with the one above it; above 0 it does.

    Args:
        before: The upper line.
        after: The lower line.
        known: The last character of the upper and the first of the lower one stand together in
            the article, as in 开展|督导 of 对全区开展督导.
    """
    if after.startswith(_DASH) or before.endswith(("：", ":")):
        return -4.0
    if left_open(before):
        return 4.0
    longer, shorter = max(len(before), len(after)), min(len(before), len(after))
    weight = 2.0 if known else -0.5
    weight += 2.0 if before.endswith(("，", "、")) else 0.0
    weight -= 2.0 if before.endswith(("！", "!", "？", "?")) else 0.0
    weight -= 2.0 if _KICKER.search(before) and not known else 0.0
    weight -= 2.0 if ends_as_notice(before) and not known else 0.0
    weight -= 0.4 if reads_as_headline(before) else 0.0
    weight += 1.5 if _NAME.search(before) else 0.0
    weight += 2.0 if _DOES.search(before + _SEAM + after) else 0.0
    weight -= 1.0 if longer + shorter > _LONGEST and not known else 0.0
    if shorter < _SHORT:
        return weight + 1.0
    return weight + (1.0 if longer - shorter <= max(2, longer // 4) else -0.7)


_SHORT = 6  # code points of a line that is hardly a whole headline
_LONGEST = 19  # code points of two lines that are complete each and still one headline


def left_open(text: str) -> bool:
    """Tell whether a quotation or a bracket of a line is still open at its end."""
    return sum(one in _OPEN for one in text) > sum(one in _CLOSED for one in text)


def units(page: Sequence[Row], span: Span, known: Callable[[str], bool]) -> list[Span]:
    """Give the headlines that stand in some rows: main one, the ones above and below it.

    Args:
        page: The rows of a page.
        span: Those that are headlines of one article.
        known: Whether two neighbouring characters stand in the article.
    """
    found: list[Span] = []
    for at in range(span.first, span.stop):
        if found:
            before, after = page[at - 1].text, page[at].text
            if joint(before, after, known=known(before[-1] + after[0])) > 0:
                found[-1] = Span(found[-1].first, at + 1)
                continue
        found.append(Span(at, at + 1))
    return found


def main(page: Sequence[Row], found: Sequence[Span], echo: Callable[[Span], float]) -> str:
    """Give the main headline of those that stand together; the others are left out.

    Set largest, it has few characters; it reads as one, and its article has its words. One above it
    ends as 沈知远强调 or is a slogan of two halves, one below begins with a dash. Where nothing tells,
    the first is the main one.
    """
    best = max(
        found, key=lambda span: _weight(page, span, echo(span)) + _FIRST * (span is found[0])
    )
    return text_of(page, best)


_FIRST = 0.6


def _weight(page: Sequence[Row], span: Span, echo: float) -> float:
    text = text_of(page, span)
    weight = _ECHO * min(echo, 0.8) - _LONG * len(text) + 0.6 * (span.height > 1)
    if span.height == 1 and page[span.first].halves and not any(map(str.isdigit, text)):
        weight -= _SLOGAN
    if text.startswith(_DASH) or text.endswith(("：", ":")):
        return weight - 5.0
    weight -= _SAYS_ONLY if says(text) else 1.5 if _KICKER.search(text) else 0.0
    return weight + (_READS if reads_as_headline(text) else 0.0)


_ECHO, _LONG, _READS = 2.5, 0.06, 1.0  # its article has its words; each character; it reads as one
_SLOGAN = 1.5  # 数聚西部 链动丝路, beside a line that tells what happened
_SAYS_ONLY = 5.0  # 沈知远强调, beside a line that tells what
