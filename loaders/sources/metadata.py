"""What is known about an article: from the options, else a sidecar file, else the text's own head."""

import re
from dataclasses import dataclass, fields
from pathlib import Path

import msgspec

from graph.evidence import Article, Issue, article_id, first_day
from graph.evidence.heal import heal
from loaders.records import explain
from loaders.sources.bylines import authors
from loaders.sources.given import Given
from loaders.sources.headers import header
from loaders.text import times


@dataclass(frozen=True, slots=True)
class Metadata:
    """Facts about an article or a whole page; empty where nothing is known."""

    date: str = ""
    source: str = ""
    place: str = ""
    page: str = ""
    title: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()

    def over(self, other: "Metadata") -> "Metadata":
        """Give these facts, and those of `other` where these are silent."""
        pairs = {
            one.name: getattr(self, one.name) or getattr(other, one.name) for one in fields(self)
        }
        return Metadata(**pairs)


SIDECAR = ".meta.json"
_KEYS = tuple(one.name for one in fields(Metadata))


class _Sidecar(msgspec.Struct):
    date: str = ""
    source: str = ""
    place: str = ""
    page: str | int = ""
    title: str = ""
    url: str = ""
    authors: list[str] | str = []


def of(given: Given) -> Metadata:
    """Give what the options say."""
    return Metadata(given.date, given.source, given.place, given.page)


def sidecar(path: Path) -> tuple[Metadata, list[Issue]]:
    """Read `NAME.meta.json` beside `NAME.txt`, when there is one.

    Returns:
        What it says, and an issue for each thing in it that could not be used.
    """
    file = path.with_name(path.stem + SIDECAR)
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return Metadata(), []
    except OSError as error:
        reason = f"it cannot be read ({error.strerror}); check the file's rights"
        return Metadata(), [Issue(file.name, 0, "metadata", reason)]
    try:
        raw = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=dict[str, object])
        read = msgspec.convert(raw, _Sidecar)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = f"{explain(error)}; it should be an object with the keys {', '.join(_KEYS)}"
        return Metadata(), [Issue(file.name, 0, "metadata", reason)]
    issues = [
        Issue(
            file.name, 0, f"key {key!r}", f"it is not known here; the keys are {', '.join(_KEYS)}"
        )
        for key in raw
        if key not in _KEYS
    ]
    if read.date and not dated(read.date):
        reason = f"{read.date!r} is no date such as 2023-11-15"
        issues.append(Issue(file.name, 0, "key 'date'", reason))
        read.date = ""
    names = [read.authors] if isinstance(read.authors, str) else read.authors
    known = Metadata(
        read.date, read.source, read.place, str(read.page), read.title, read.url, tuple(names)
    )
    return known, issues


def dated(stated: str) -> bool:
    """Tell whether a date is an ISO prefix of a real day."""
    try:
        first_day(stated)
    except ValueError:
        return False
    return True


# The head of a page or of a text from the web.
_DAY = r"(?P<year>(?:19|20)\d\d)(?:年|[-/.])(?P<month>\d{1,2})(?:月|[-/.])(?P<day>\d{1,2})日?"
_CLOCK = r"(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_PUBLISHED = re.compile(
    rf"^[\s\[【(（]*(?:(?:发布|发表|更新|刊发)?(?:时间|日期)[:：]\s*)?(?:来源[:：]?\s*(?P<from>[^\s|，：]{{2,16}})\s*[|｜\s]\s*)?"
    rf"(?P<paper>[《]?[一-鿿]{{1,12}}(?:报|报社|新闻网|周刊)[》]?)?\s*{_DAY}{_CLOCK}[\])】）]*\s*(?P<rest>.*)$"
)
_WEEKDAY = re.compile(r"^(?:星期|周)[一二三四五六日天]")
_PAGE = re.compile(r"第?\s*(?P<page>[A-D]?\d{1,3})\s*版")
_TEXT_MARK = re.compile(r"^，?\s*正文[:：]")
# A time cut short by whoever kept the text, and what a web page says beside its date.
_BARE_MARK = re.compile(r"^[\d\s\-/.:：\[\]]{0,24}[，,]?\s*正文[:：]")
_BESIDE = re.compile(
    r"^(?:发布人|发布单位|发布机构|作者|信息来源|浏览次数|阅读次数|阅读量|点击数|点击次数|访问量|字号|字体)"
    r"[:：]\s*\S{0,12}$"
)
_SOURCE = re.compile(
    r"^\s*(?:来源|稿源|文章来源)[:：]\s*(?P<from>[^\s|，。：]{2,16})\s*(?:$|[|｜])"
)
_HEAD = 8  # lines at the start of a file, and code points of each, that may be its head
_HEAD_LINE = 80


@dataclass(frozen=True, slots=True)
class Head:
    """What one line of a page's or a text's head says; the line holds nothing else when `whole`."""

    known: Metadata
    whole: bool
    text_start: int = 0


def head_line(line: str) -> Head | None:
    """Read a line such as 2023年11月16日 星期四 第01版, 发布时间：2023-11-16, 来源：某报; else None.

    Returns:
        `text_start` is where the story begins when it follows in the same line after 正文：.
    """
    printed = header(line)
    if printed is not None and printed.sure:
        return Head(Metadata(printed.date, printed.source, page=printed.page), whole=True)
    published = _PUBLISHED.match(line[: _HEAD_LINE * 2])
    if published:
        stated = f"{published['year']}-{int(published['month']):02}-{int(published['day']):02}"
        rest = published["rest"].strip(" ，,|｜\u3000")
        mark = _TEXT_MARK.match(published["rest"].lstrip(" \u3000"))
        # In a narrow column 2023年11月10日，县委书记 is a row of a report.
        apart = not published["rest"] or line[published.start("rest") - 1].isspace()
        tail = (
            (not rest and apart)
            or _WEEKDAY.match(rest)
            or _PAGE.search(rest[:12])
            or (apart and len(rest) < len("阅读次数：100000"))
        )
        if dated(stated) and (mark or (tail and not re.search("[，。]", rest))):
            source = published["from"] or (published["paper"] or "").strip("《》")
            page = _PAGE.search(rest)
            start = line.index("正文") + 3 if mark else 0
            known = Metadata(
                date=stated, source=source, page=page["page"] if page and not mark else ""
            )
            return Head(known, not mark, start)
    mark = _BARE_MARK.match(line)
    if mark:
        return Head(Metadata(), whole=False, text_start=mark.end())
    source = _SOURCE.match(line)
    if source:
        return Head(Metadata(source=source["from"]), whole=True)
    page = re.fullmatch(rf"{_PAGE.pattern}\s*[一-鿿]{{2,6}}", line.strip())
    if page:
        return Head(Metadata(page=page["page"]), whole=True)
    return Head(Metadata(), whole=True) if _BESIDE.match(line.strip()) else None


def head(text: str) -> Metadata:
    """Give what the first lines of a file say about it: date, paper, page."""
    known = Metadata()
    lines = [line for line in text[: _HEAD * _HEAD_LINE * 4].splitlines() if line.strip()]
    for line in lines[:_HEAD]:
        found = head_line(line)
        if found:
            known = known.over(found.known)
    return known


_DATELINE = re.compile(r"(?:电|讯|消息)")


def dateline(text: str, title: str) -> str:
    """Give the day of a report when its dateline (某社某市2023年11月13日电) lets it be worked out."""
    healed = heal(text[: _HEAD_LINE * 2]).text
    for one in times(healed, title=title):
        if len(one.date) == len("2023-11-13") and _DATELINE.match(healed, one.stop):
            return one.date
    return ""


def article(text: str, known: Metadata, path: Path, start: int = 0) -> Article:
    """Make an article of a file, its date and authors read from its text where nothing else tells."""
    date = known.date or dateline(text, known.title)
    return Article(
        id=article_id(text, known.title, date, known.source),
        text=text,
        title=known.title,
        date=date,
        source=known.source,
        page=known.page,
        place=known.place,
        authors=known.authors or authors(text),
        url=known.url,
        file=path.name,
        file_start=start,
    )
