"""Antecedents: firms that only a post at 公司 after them gives away: 同在园区的甲轴承…，公司执行总裁乙告诉记者."""

import functools
import re
from collections.abc import Iterable, Iterator

from loaders import lexicons
from loaders.names import places
from loaders.names.mention import Mention

_POSTED = re.compile(
    r"(?<=[，。；])(?:该|其)?(?:公司|集团|企业)(?=[^，。；：、的在]{0,14}?(?:总裁|总经理|董事长|总监|首席[\u4e00-\u9fff]{2,4}[官家]|创始人|合伙人|负责人|厂长|社长|总工程师|副总))"
)
_SENTENCE_ENDS = re.compile(r"[。！？\n]")
_REACH = 90  # code points between a firm and its post


def find(text: str, known: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """Yield where the firm stands that 公司 before a post means, in the sentence of the post.

    Args:
        text: A healed text.
        known: Names found otherwise; where a firm is among them, it is the one that is meant.
    """
    firms = sorted(one.start for one in known if one.type in ("Enterprise", "Organization"))
    for posted in _POSTED.finditer(text):
        begin = max(0, posted.start() - _REACH)
        ends = [one.end() for one in _SENTENCE_ENDS.finditer(text, begin, posted.start() - 1)]
        begin = ends[-1] if ends else begin
        if any(begin <= one < posted.start() for one in firms):
            continue
        for firm in _named().finditer(text, begin, posted.start()):
            if places.own(firm.group(1)):
                yield firm.span(1)
                break


@functools.cache
def _named() -> re.Pattern[str]:
    """Match a firm's short name at the head of a clause, or after a clause that describes it."""
    words = {*lexicons.words("brand_tails"), *lexicons.words("trade_words")}
    tails = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?:(?<=[的，。；：“”])|^)((?:(?!的)[\u4e00-\u9fffA-Za-z]){{2,7}}(?:{tails}))(?!项目|企业|产业|行业|领域|发展|等|、|的)"
    )
