"""What a web page says about its article: in `<meta>`, in its headings, in the lines around it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.sources.headers import header
from loaders.sources.markup import Markup, Paragraph
from loaders.sources.metadata import Metadata, dated, head_line
from loaders.sources.story import Story, before_lead

# Names in order of trust. The first ones are those that government sites must have. Source: the State
# Council's guide to government sites (政府网站发展指引, 国办发〔2017〕47号), its table of page tags.
_TITLES = ("founder-title", "articletitle", "og:title", "twitter:title", "dc.title")
_DATES = (
    "founder-date", "pubdate", "publishdate", "article:published_time", "og:release_date", "datepublished", "publish_time",
    "publishtime", "dc.date", "weibo:article:create_at", "date",
)  # fmt: skip
_SOURCES = ("contentsource", "source", "og:article:source", "article:publisher", "mediaid")
_SITES = ("sitename", "og:site_name")
_AUTHORS = ("founder-author", "author", "article:author", "og:article:author", "dc.creator")
_ADDRESSES = ("url", "og:url", "canonical")

_DAY = re.compile(r"((?:19|20)\d\d)\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)")
_WHEN = re.compile(
    r"(?:发布|发表|刊发|更新|发稿|成文|印发)?(?:时间|日期)[:：]?\s*[\[【(（]?\s*((?:19|20)\d\d\D.{0,8})"
)
_FROM = re.compile(
    r"(?:信息|文章|新闻|稿件)?(?:来源|稿源|出处)[:：]\s*[《<]?([^\s|｜，。：:;；《》<>【】\[\]（）()]{2,24})"
)
_BY = re.compile(r"(?:作者|记者|通讯员)[:：]\s*([一-鿿·\s、,，]{2,40})")
_NAME = re.compile(r"[一-鿿]{2,4}|[一-鿿]{1,8}(?:·[一-鿿]{1,8})+")
_PART = re.compile(r"\s*[_|｜\-—–·]+\s*")
_BEFORE, _INSIDE, _AFTER = 25, 6, 6  # paragraphs before an article, at its start, after it


def web_metadata(page: Markup, found: Story) -> Metadata:
    """Give what a page says about its article; empty where it says nothing."""
    near = page.paragraphs[max(0, found.first - _BEFORE) : found.first + _INSIDE]
    after = page.paragraphs[found.stop - 1 : found.stop + _AFTER]
    lines = [one.text for one in (*near, *after) if len(one.text) <= _LINE]
    printed = _printed([one.text for one in near])
    return Metadata(
        date=_date(page, lines, _nearest(page, found)) or printed.date,
        source=_clean(_named(page, _SOURCES)) or _first(_FROM, lines) or printed.source
        or _clean(_named(page, _SITES)) or _paper(page.title),
        page=printed.page,
        title=_title(page, near),
        url=next((url for url in _all(page, _ADDRESSES) if url.startswith(("http://", "https://"))), ""),
        authors=_authors(_named(page, _AUTHORS)) or _authors(_first(_BY, lines)),
    )  # fmt: skip


_LINE = 120  # code points of a line with such facts


def is_title(one: Paragraph, title: str) -> bool:
    """Tell whether a paragraph only repeats the title, or nearly all of it."""
    bare, whole = _bare(one.text), _bare(title)
    return len(bare) >= _MOST * len(whole) and bare in whole


_MOST = 0.8  # of the title; a body's name is less of it: 某区督导组进驻公告
_TITLE = 4  # code points of the shortest title


def _title(page: Markup, near: Sequence[Paragraph]) -> str:
    """Give the title as the page shows it, where what it shows is also in its `<title>`."""
    stated = _named(page, _TITLES)
    whole = _bare(stated + "|" + page.title)
    shown = [one.text for one in near if len(_bare(one.text)) >= _TITLE and not one.linked]
    repeated = [text for text in shown if _bare(text) in whole]
    if repeated:
        return max(repeated, key=lambda text: len(_bare(text)))
    headings = [one.text for one in near if one.tag == "h1" and len(_bare(one.text)) >= _TITLE]
    if headings:
        return headings[-1]
    parts = _PART.split(stated or page.title)
    return max(parts, key=len) or _above_date(near)


def _above_date(near: Sequence[Paragraph]) -> str:
    """Give the line above 发布时间：…, for pages whose `<title>` was left empty."""
    return next(
        (
            title.text
            for title, line in pairwise(near)
            if _WHEN.match(line.text) and len(_bare(title.text)) >= _TITLE and not title.linked
        ),
        "",
    )


def _nearest(page: Markup, found: Story) -> list[str]:
    """Give the short lines above an article's first sentence, the nearest first."""
    start = list(before_lead(page.paragraphs[found.first : found.stop]))
    above = (*page.paragraphs[max(0, found.first - _BEFORE) : found.first], *start[:_BEFORE])
    return [one.text for one in reversed(above) if len(one.text) <= _SHORT]


def _date(page: Markup, lines: Sequence[str], nearest: Sequence[str]) -> str:
    labelled = (_day(one) for one in (*_all(page, _DATES), *_found(_WHEN, lines)))
    return next((day for day in (*labelled, *map(_day, nearest)) if day), "")


_SHORT = 40  # code points of a line in which a date without a label is that of the page


def _day(text: str) -> str:
    found = _DAY.search(text)
    if not found:
        return ""
    day = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return day if dated(day) else ""


def _printed(lines: Sequence[str]) -> Metadata:
    """Give what the header of a paper's page says, as its digital edition repeats it."""
    known = Metadata()
    for line in lines:
        # 《云湖报》（2024年5月11日 第 02 版）
        if (found := header(_BRACKETS.sub(" ", line))) and found.sure:
            known = known.over(Metadata(found.date, found.source, page=found.page))
        elif (other := head_line(line)) and other.whole:
            known = known.over(other.known)
    return known


def _paper(title: str) -> str:
    """Give the paper whose digital edition a page is: 云湖报数字报-林秋调研防汛备汛工作."""
    return next((found[1] for part in _PART.split(title) if (found := _PAPER.fullmatch(part))), "")


_PAPER = re.compile(r"《?([一-鿿]{1,10}?报)》?(?:数字报|电子报|电子版|数字版|多媒体版|网)?")


_BRACKETS = re.compile(r"[（()）]")


def _authors(stated: str) -> tuple[str, ...]:
    names = re.split(r"[\s、,，;；/]+", re.sub(r"本报|记者|通讯员|[:：]", " ", stated))
    return tuple(dict.fromkeys(name for name in names if _NAME.fullmatch(name)))


def _all(page: Markup, names: Sequence[str]) -> Iterator[str]:
    return (page.named[name] for name in names if page.named.get(name))


def _named(page: Markup, names: Sequence[str]) -> str:
    return next(_all(page, names), "")


def _found(pattern: re.Pattern[str], lines: Sequence[str]) -> Iterator[str]:
    return (found[1] for line in lines if (found := pattern.search(line)))


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str:
    return next(_found(pattern, lines), "")


def _clean(stated: str) -> str:
    return stated.strip().strip("《》") if len(stated.strip()) <= _SOURCE else ""


_SOURCE = 30  # code points of a paper's or an office's name


def _bare(text: str) -> str:
    return "".join(text.split())
