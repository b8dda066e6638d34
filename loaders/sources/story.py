"""Story: which paragraphs of a web page are its article, and which are the site's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from loaders.sources.errors import SourceError
from loaders.sources.markup import Block, Markup, Paragraph


@dataclass(frozen=True, slots=True)
class Story:
    """The article of a page.

    Attributes:
        first: Its first paragraph among those of the page.
        stop: The one after its last.
        paragraphs: Those between that are its own.
    """

    first: int
    stop: int
    paragraphs: Sequence[Paragraph]


def story(page: Markup) -> Story:
    """Find the article of a page: the block in which most is said and least is linked.

    Each paragraph counts for the blocks around it by its length, a link, a menu or a line of the site
    against them; the innermost block with the highest sum is the article's.

    Raises:
        SourceError: No block says anything.
    """
    sums = [0.0, *accumulate(_weight(one) for one in page.paragraphs)]
    best = max(page.blocks, key=lambda one: sums[one.stop] - sums[one.first])
    if sums[best.stop] - sums[best.first] < _LEAST:
        raise SourceError(
            "no article was found in it, only links and short lines; save the page of one article, "
            "or give its text as .txt"
        )
    best = _with_edges(page.blocks, best, sums)
    kept = [one for one in page.paragraphs[best.first : best.stop] if not of_site(one)]
    first = next((at for at, one in enumerate(kept) if not _above(one)), 0)
    last = max((at for at, one in enumerate(kept) if _SAYS.search(one.text)), default=len(kept))
    return Story(best.first, best.stop, kept[first : last + 1 + _AFTER])


def _with_edges(blocks: Sequence[Block], best: Block, sums: Sequence[float]) -> Block:
    """Give the outermost block that adds little to an article: a signature, a last line of two words."""
    least = sums[best.stop] - sums[best.first] - _EDGES
    for one in blocks[blocks.index(best) + 1 :]:
        if one.first <= best.first and best.stop <= one.stop:
            if sums[one.stop] - sums[one.first] < least:
                break
            best = one
    return best


_LEAST = 30.0  # what an article's block has
_EDGES = 24.0  # what the lines around its last sentence speak against a block, and one of the site doesn't
_AFTER = 5  # paragraphs after the last sentence that may still be its own: signature, date, byline
_SAYS = re.compile("[，。；：！？]")
_OF_SITE = re.compile(
    r"(?:责任编辑|责编|编辑|编审|审核|初审|复审|终审|校对|监制|值班编委|供稿|撰稿)[:：]\s*\S{0,12}(?:\s+\S{1,12}){0,2}$"
    r"|[\[【(（]?\s*(?:责任编辑|责编|编辑)[:：]?.{0,12}[\])）】]$"
    r"|(?:文章)?(?:来源|稿源|信息来源|作者|发布人|发布单位|发布机构|发布时间|发布日期|发稿时间|发表时间|更新时间|时间|日期|浏览次数|浏览量?|阅读次数"
    r"|阅读量?|点击数|点击量|点击次数|访问量|字号|字体|字体大小|视力保护色|打印|分享到?|扫一扫|索引号|主题分类|发文字号|文号|当前位置|您?现在的位置|您的位置|位置)"
    r"\s*[:：]"
    r"|[\[(（]?(?:19|20)\d\d[年/.-]\d{1,2}[月/.-]\d{1,2}.{0,12}?(?:来源|稿源|作者|编辑|浏览|阅读|点击|访问|字号|字体|分享)"
    r"|(?:上一篇|下一篇|上一条|下一条|上一版|下一版|上一页|下一页|相关(?:阅读|链接|新闻|文章|附件|文档)|延伸阅读|推荐阅读|热门(?:推荐|文章|新闻)|猜你喜欢|返回(?:顶部|首页|列表)|打印本页|关闭窗口|【?(?:打印|关闭)】?"
    r"|分享到|扫一扫|版权(?:所有|声明)|免责声明|主办单位|承办单位|网站标识码|技术支持|[沪京津渝浙苏鲁粤皖川豫鄂湘冀晋辽吉黑闽赣桂琼贵滇藏陕甘青宁新蒙][A-Z]{0,3}ICP备|Copyright|©"
    r"|凡(?:本网|本报|本站|注明|来源)|(?:特别|郑重)?声明[:：]|本(?:网|站|网站|报)(?:所有|转载|刊载|登载|未注明|致力)|未经.{0,14}(?:授权|许可|同意)"
    r"|(?:违法|不良).{0,8}(?:举报|信息)|举报(?:电话|邮箱|热线)|(?:互联网新闻信息服务|增值电信|广播电视节目).{0,10}许可|公安备案|.{0,3}公网安备|我要(?:评论|留言|纠错)|网友评论|最新评论|发表评论|登录|注册"
    r"|附件下载|APP下载|客户端下载|微信公众号|长按二维码|点击(?:查看|进入|下载)|本文(?:链接|网址)|打开.{0,8}APP|(?:大|中|小)\s*(?:大|中|小)\s*(?:大|中|小)?$|A[+-]$)",
    re.IGNORECASE,
)
_TEASER = re.compile(r"(?<![….])(?:…|\.\.\.)(?:\s*[\[【]?(?:详细|全文|更多|查看)\S{0,4})?$")
_WORDS = re.compile(r"[一-鿿\d]")
_LINKED = 0.5  # part of a paragraph in links from which on it is the site's
_SHORT = 2.0  # what a line without any mark speaks against its block
_SITE, _LABEL = 8.0, 40  # what one of the site does, and a label's code points
_LONG = 60  # what links, or a long line of the site, do more at most


def before_lead(some: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs above the sentence with which an article begins."""
    return takewhile(lambda one: "。" not in one.text or len(one.text) < _LEAD, some)


_LEAD = 30  # code points of such a sentence


def of_site(one: Paragraph) -> bool:
    """Tell whether a paragraph belongs to the site: links, labels, what has no word."""
    bare = len("".join(one.text.split()))
    linked = one.linked > bare * _LINKED
    if one.beside or linked or not _WORDS.search(one.text):
        return True
    return _OF_SITE.match(one.text) is not None or _TEASER.search(one.text) is not None


_DATE = re.compile(
    r"[\[(（]?(?:19|20)\d\d[年/.-]\d{1,2}[月/.-]\d{1,2}日?[\s\d:：]*(?:星期.)?[\])）]?"
)


def _above(one: Paragraph) -> bool:
    """Tell whether a paragraph at the start is a heading or a date rather than the text."""
    return one.heading or _DATE.fullmatch(one.text) is not None


def _weight(one: Paragraph) -> float:
    if of_site(one):
        return -_SITE - min(max(one.linked, len(one.text) - _LABEL, 0), _LONG)
    return float(len(one.text)) if _SAYS.search(one.text) else -_SHORT
