"""Header lines of a printed page: 云湖报 2024年4月11日 星期四 第02版 要闻.

They belong to the page, not to an article, and say of all its articles when and where they stood.
"""

import re
from dataclasses import dataclass

from graph.evidence import first_day

_DAY = r"(?P<year>(?:19|20)\d\d)\s*(?:年|[-/.])\s*(?P<month>\d{1,2})\s*(?:月|[-/.])\s*(?P<day>\d{1,2})(?!\d)\s*日?"
_SECTION = (
    "要闻|综合|综合新闻|时政|时政要闻|新闻|本地新闻|本地|头版|经济|社会|民生|文化|文体|体育|教育|健康|法治|农业|三农|生活"
    "|副刊|专题|专版|专刊|特刊|广告|公告|国内|国际|理论|评论|视点|视界|关注|聚焦|深度|区县|乡镇|基层|融媒|党建"
)
_STAFF = "责任编辑|本版编辑|本版责编|责编|文字编辑|编辑|值班编委|值班主任|值班总编|主编|版式设计|版式|版面设计|版面|美术编辑|美编|组版|排版|校对|审读"
_PART = re.compile(
    rf"(?P<date>{_DAY})"
    r"|(?P<weekday>(?:星期|周)[一二三四五六日天])"
    r"|(?P<lunar>(?:农历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|农历)"
    r"[闰正一二三四五六七八九十冬腊]{1,3}月(?:初|十|廿|卅|二十|三十)[一二三四五六七八九十]?)"
    r"|(?P<total>(?:今日|本期|共)\s*[\d一二三四五六七八九十]{1,3}\s*版)"
    r"|第?\s*(?P<page>[A-D]?\d{1,3})\s*版(?![本画式面])"
    r"|第(?P<written>[一二三四五六七八九十]{1,3})版"
    r"|(?P<issue>(?:总?第\s*\d+\s*期|国内统一(?:连续出版物号|刊号)[:：]?\s*(?:CN)?[\s\d-]+|CN\s*\d\d-\d{4}|邮发代号[:：]?\s*[\d-]+))"
    rf"|(?P<staff>(?:{_STAFF})[:：/／\s]\s*[一-鿿]{{2,4}}(?![一-鿿]))"
    r"|(?P<contact>(?:新闻热线|热线电话|热线|电话|投稿邮箱|邮箱|E-?mail|网址)[:：]\s*[\w@.:/-]+)"
    r"|(?P<publisher>[一-鿿、]{2,30}?(?:主管|主办|出版|承办)(?![一-鿿]))"
    r"|(?P<latin>[A-Za-z][A-Za-z.'-]*)(?![\w@])"
    rf"|(?P<section>(?:{_SECTION})(?![一-鿿]))"
    r"|《?(?P<paper>[一-鿿]{1,10}?(?:日报|晚报|晨报|早报|时报|周报|商报|报|周刊|时讯|快报))》?(?![一-鿿])"
    r"|(?P<number>(?:[A-D]\d{1,2}|\d{1,2})(?![\d一-鿿%.:：]))"
    r"|(?P<word>[一-鿿]{2,8}(?![一-鿿，。、；！？]))"
)
_BETWEEN = re.compile(r"[\s|｜·•/／:：,，—\-●■□◆]+")
_LONGEST = 90  # code points of such a line
_NUMERALS = {sign: number for number, sign in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True, slots=True)
class Header:
    """What a line, or a few lines one under the other, of a page's header say.

    Attributes:
        date: Day of publication, ISO; empty when it isn't there, as the others.
        source: Name of the paper.
        page: Page of the paper, as printed.
        kinds: Which kinds of parts it has.
    """

    date: str = ""
    source: str = ""
    page: str = ""
    kinds: frozenset[str] = frozenset()

    @property
    def sure(self) -> bool:
        """Tell whether these parts together stand in a header and nowhere else."""
        named = self.kinds & {"weekday", "lunar", "paper", "issue", "total", "section"}
        return bool(self.page or "issue" in self.kinds or (self.date and named))

    def with_next(self, other: "Header") -> "Header":
        """Give what this and the line below say together."""
        return Header(
            self.date or other.date,
            self.source or other.source,
            self.page or other.page,
            self.kinds | other.kinds,
        )

    def contradicts(self, other: "Header") -> bool:
        """Tell whether two headers are of two pages."""
        return any(
            one and another and one != another
            for one, another in ((self.date, other.date), (self.page, other.page))
        )


def header(line: str) -> Header | None:
    """Read a line that has nothing but parts of a page's header; else None.

    >>> header("2024年4月11日 星期四 第02版 云湖报")
    Header(date='2024-04-11', source='云湖报', page='02', kinds=...)
    >>> header("2024年4月11日，会议召开。") is None
    True
    """
    parts = _parts(line.strip())
    if not parts:
        return None
    kinds = frozenset(kind for kind, _ in parts)
    known = dict(reversed(parts))  # the first of each kind
    if "word" in known and (
        sum(kind == "word" for kind, _ in parts) > 1 or not kinds >= {"date"} or len(kinds) < _KNOWN
    ):
        return None
    paged = known.get("page") or known.get("written") or ""
    if not paged and "number" in known and {"date", "paper", "section"} & kinds:
        paged = known["number"]
    if "date" in known and not _is_day(known["date"]):
        return None
    source = known.get("paper") or (known.get("word", "") if paged or "weekday" in known else "")
    return Header(known.get("date", ""), source, paged, kinds)


def _is_day(stated: str) -> bool:
    try:
        first_day(stated)
    except ValueError:
        return False
    return True


_KNOWN = 3  # kinds of parts, when a word among them may be the name of the paper


def _parts(line: str) -> list[tuple[str, str]]:
    """Give the parts of a line, or none when anything else stands in it."""
    parts: list[tuple[str, str]] = []
    at = 0
    while at < len(line) <= _LONGEST:
        if gap := _BETWEEN.match(line, at):
            at = gap.end()
            continue
        found = _PART.match(line, at)
        if not found:
            return []
        kind = next(one for one in _KINDS if found[one])
        parts.append((kind, _value(kind, found)))
        at = found.end()
    return parts


_KINDS = tuple(name for name in _PART.groupindex if name not in ("year", "month", "day"))


def _value(kind: str, found: re.Match[str]) -> str:
    if kind == "date":
        return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
    if kind == "written":
        return str(_number(found[kind]))
    return _GLUED.sub("", found[kind]) if kind == "paper" else found[kind]


_GLUED = re.compile(rf"^(?:{_SECTION})(?=[一-鿿]{{2}})")


def _number(written: str) -> int:
    """Give 1 to 99 of 一 to 九十九."""
    tens, ten, ones = written.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)
