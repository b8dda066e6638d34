"""Saved web pages: the article is found, the site left out, and what the page says of it read."""

from pathlib import Path

import pytest

from graph.evidence import Article, Issue
from loaders.sources import Given, expand, read

# All invented: sites, places, people.
LEAD = "5月10日下午，云湖区区长林秋带队调研防汛备汛工作，先后察看了南塘河闸站改造工程和区防汛物资仓库。"
SAID = "林秋指出，今年汛期雨水偏多，要把预案做细、把队伍练强、把物资备足，确保安全度汛。"
LAST = "副区长贺明川、区水务局局长何清越参加调研。"
TITLE = "林秋调研防汛备汛工作"

OFFICE = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8">
<title>{TITLE}_今日云湖_云湖区人民政府</title>
<meta name="SiteName" content="云湖区人民政府">
<meta name="ArticleTitle" content="{TITLE}">
<meta name="PubDate" content="2024-05-11 09:30">
<meta name="ContentSource" content="云湖报">
<meta name="Url" content="https://www.yunhu.example/jryh/t20240511_1.html">
<style>.a {{ color: red }}</style></head>
<body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/xx">信息公开</a></li></ul></div>
<div class="position">您现在的位置：<a href="/">首页</a> &gt; <a href="/jryh">今日云湖</a></div>
<div class="article">
<h1>{TITLE}</h1>
<div class="info"><span>发布时间：2024-05-11 09:30</span><span>来源：云湖报</span><span>浏览次数：<i>128</i></span>
<span>字体：[<a>大</a> <a>中</a> <a>小</a>]</span></div>
<div class="TRS_Editor"><style>p {{ margin: 0 }}</style>
<p>　　{LEAD}</p>
<p>&emsp;&emsp;{SAID.replace("，要", "，&#35201;", 1).replace("“", "&ldquo;")}</p>
<p style="display:none">本站提示：会议另行通知，请注意。</p>
<p>　　{LAST}</p>
</div>
<div class="print"><a href="#">【打印本页】</a><a href="#">【关闭窗口】</a></div>
<div>责任编辑：赵青</div>
</div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/1">云湖区召开全区安全生产工作会议，部署下一阶段重点任务</a></li>
<li><a href="/2">12个项目落户柳浦产业园</a></li></ul></div>
<div class="footer"><p>主办单位：云湖区人民政府办公室　网站标识码：1234567890</p><p>版权所有，未经许可不得转载。</p></div>
<script>var a = "区长，林秋。";</script>
</body></html>"""

PAPER = f"""<HTML><HEAD><TITLE>云湖报数字报-{TITLE}</TITLE>
<META http-equiv=Content-Type content="text/html; charset=gb2312"></HEAD>
<BODY><TABLE><TR><TD><TABLE><TR><TD>2024年5月11日 星期六</TD></TR><TR><TD>第02版：要闻</TD></TR></TABLE>
<A href="node_3.htm">下一版</A> <A href="node_1.htm">上一版</A>
<UL><LI><A href="content_1.htm">全区安全生产工作会议召开</A><LI><A href="content_2.htm">12个项目落户柳浦产业园</A></UL></TD>
<TD><TABLE><TBODY><TR><TD class=yinti>立足防大汛抢大险</TD></TR><TR><TD><STRONG>{TITLE}</STRONG></TD></TR>
<TR><TD><DIV id=ozoom><founder-content><P>本报讯（记者 赵青）{LEAD}<P>{SAID}<P>{LAST}</founder-content></DIV></TD></TR>
</TBODY></TABLE></TD></TR></TABLE>
<!--enpproperty <founder-date>2024-05-11</founder-date><founder-author>赵青</founder-author><founder-title>{TITLE}</founder-title>/enpproperty-->
</BODY></HTML>"""

SOUP = f"""<html><head><title>{TITLE} - 云湖在线</title><meta charset=utf-8></head><body><form><div id=wrap>
<div class="top">2024年5月12日 星期日 今日多云，东南风。</div>
<div><h2>{TITLE}</h2><p class=meta>2024-05-11 来源：云湖融媒 作者：薛冬青、赵青</p>
<div><font size=3>　　{LEAD[:20]}
{LEAD[20:]}<br><br>　　{SAID}<br/>　　{LAST}</font></div></div>
<div class="hot"><p><a href=1>要闻</a></p><p>市民关注的问题，这里有答案。</p></div></div></form></body></html>"""


DAILY = f"""<html><head><title>{TITLE}--云湖报</title></head><body><div class="right">
<div class="article"><h3>立足防大汛抢大险</h3><h1>{TITLE}</h1><h2>物资备足预案做细</h2>
<p class="sec">本报记者 赵青<br><span class="date">《云湖报》（2024年05月11日 第 04 版）</span></p>
<div id="ozoom"><P>{LEAD}</P><P>{SAID}</P></div></div></div>
<!--enpproperty <articleid>1</articleid><date>2024-05-11 00:00:00.0</date><author></author><title>{TITLE}_云湖报</title> /enpproperty-->
</body></html>"""


def one(path: Path, content: str | bytes, given: Given | None = None) -> Article:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = list(read(path, given or Given()))
    assert isinstance(found, Article), found
    return found


def refused(path: Path, content: str | bytes) -> str:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = list(read(path, Given()))
    assert isinstance(found, Issue), found
    assert found.whole
    return found.reason


def test_an_office_s_page_gives_the_article_and_what_its_head_says(tmp_path: Path) -> None:
    article = one(tmp_path / "a.html", OFFICE)
    assert article.text == f"{LEAD}\n{SAID}\n{LAST}"
    assert (article.title, article.date, article.source) == (TITLE, "2024-05-11", "云湖报")
    assert article.url == "https://www.yunhu.example/jryh/t20240511_1.html"
    assert (article.file, article.file_start) == ("a.html", 0)


def test_a_paper_s_digital_edition_in_gb18030_is_read_with_its_page(tmp_path: Path) -> None:
    article = one(tmp_path / "content_3.htm", PAPER.encode("gb18030"))
    assert article.text == f"本报讯（记者 赵青）{LEAD}\n{SAID}\n{LAST}"
    assert (article.title, article.date, article.page) == (TITLE, "2024-05-11", "02")
    assert (article.source, article.authors) == ("云湖报", ("赵青",))


def test_a_page_with_an_empty_title_is_called_by_the_line_above_its_date(tmp_path: Path) -> None:
    page = (
        f'<title></title><div id="main"><div class="t">{TITLE}</div><div>发稿时间：2024/5/11</div>'
        f'<div class="c"><p>{LEAD}</p><p>{SAID}</p><p>{LAST}</p></div></div>'
    )
    article = one(tmp_path / "a.html", page)
    assert (article.title, article.date) == (TITLE, "2024-05-11")
    assert article.text == f"{LEAD}\n{SAID}\n{LAST}"


def column(source: str, width: int = 17) -> str:
    """Set a source as a narrow column, as a text layer has it."""
    lines = [
        line[at : at + width] for line in source.split("\n") for at in range(0, len(line), width)
    ]
    return "\n\n".join(lines)


PASTED = OFFICE[OFFICE.index('<div class="article">') : OFFICE.index('<div class="print">')]


@pytest.mark.parametrize("source", [PASTED, column(PASTED)], ids=["lines", "column"])
def test_the_source_of_a_page_in_a_text_file_is_read_as_a_page(source: str, tmp_path: Path) -> None:
    article = one(tmp_path / "a.txt", source)
    assert (article.text, article.date) == (f"{LEAD}\n{SAID}\n{LAST}", "2024-05-11")


def test_a_text_that_mentions_a_tag_stays_a_text(tmp_path: Path) -> None:
    text = f"{LEAD}\n页面上写着<br>和<b>欢迎</b>。\n{LAST}"
    assert one(tmp_path / "a.txt", text).text == text


def test_a_line_of_paper_day_and_page_dates_an_article(tmp_path: Path) -> None:
    article = one(tmp_path / "a.html", DAILY)
    assert (article.title, article.date, article.page) == (TITLE, "2024-05-11", "04")
    assert (article.source, article.text.endswith(f"{LEAD}\n{SAID}")) == ("云湖报", True)
    assert "立足" not in article.text


def test_a_page_of_unnamed_blocks_and_line_breaks_keeps_its_paragraphs(tmp_path: Path) -> None:
    article = one(tmp_path / "a.htm", SOUP)
    assert article.text == f"{LEAD}\n{SAID}\n{LAST}"
    assert (article.title, article.date, article.source) == (TITLE, "2024-05-11", "云湖融媒")
    assert article.authors == ("薛冬青", "赵青")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "gb2312"),  # the mark tells the truth
        ("gb18030", "gb2312"),
        ("gb18030", "GBK"),
        ("gb18030", ""),
        ("utf-16", "utf-16"),
        ("utf-8", ""),
        ("gb18030", "utf-8"),  # the head does not
        ("utf-8", "gbk"),
    ],
)
def test_an_encoding_is_known_by_its_mark_its_name_or_its_bytes(
    encoding: str, declared: str, tmp_path: Path
) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    source = f"<html><head>{head if declared else ''}<title>{TITLE}</title></head><body><h1>{TITLE}</h1><div><p>{LEAD}<p>{SAID}</div>"
    article = one(tmp_path / "a.html", source.encode(encoding))
    assert (article.text, article.title) == (f"{LEAD}\n{SAID}", TITLE)


def test_a_broken_byte_does_not_lose_a_page(tmp_path: Path) -> None:
    content = OFFICE.replace('charset="utf-8"', 'charset="gbk"').encode("gb18030")
    at = content.index("赵青".encode("gb18030"))
    article = one(tmp_path / "a.html", content[:at] + b"\xff" + content[at + 1 :])
    assert article.text == f"{LEAD}\n{SAID}\n{LAST}"


def test_the_options_win_over_the_page_and_the_sidecar_too(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_text('{"title": "另一个题目", "source": "旁注报"}', "utf-8")
    article = one(tmp_path / "a.html", OFFICE, Given(date="2024-05-13", place="上海市徐汇区"))
    assert (article.title, article.source, article.date) == ("另一个题目", "旁注报", "2024-05-13")
    assert article.place == "上海市徐汇区"
    assert article.url.startswith("https://www.yunhu.example/")


def test_a_signature_below_the_last_sentence_stays_the_article_s(tmp_path: Path) -> None:
    source = f"<title>公告</title><div><h1>进驻公告</h1><p>{LEAD}</p><p>特此公告。</p><p>云湖区第三督导组</p><p>2024年5月8日</p></div>"
    assert one(tmp_path / "a.html", source).text.endswith(
        "特此公告。\n云湖区第三督导组\n2024年5月8日"
    )


def test_a_folder_of_saved_pages_is_read_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(OFFICE, "utf-8")
    (tmp_path / "b.htm").write_bytes(PAPER.encode("gb18030"))
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "style.css").write_text("p {}")
    found = [one for path in expand([tmp_path]) for one in read(path, Given())]
    assert [one.title for one in found if isinstance(one, Article)] == [TITLE, TITLE]


LINKS = "".join(
    f'<li><a href="{n}.html">云湖区召开第{n}次会议，部署有关工作</a></li>' for n in range(40)
)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (f"<html><title>要闻</title><body><ul>{LINKS}</ul></body></html>", "no article was found"),
        ("<html><script>location = '/'</script></html>", "no article was found"),
        (b"", "the file is empty"),
        (b"%PDF-1.7 ...", "it is a PDF document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "it is a PNG picture"),
        ("<p>" + "云" * 3_000_000, "it has 9 MB"),
        ("<!-- nothing -->", "no article was found"),
    ],
    ids=["links", "script", "empty", "pdf", "picture", "huge", "comment"],
)
def test_what_has_no_article_is_refused_with_a_sentence(
    content: str | bytes, says: str, tmp_path: Path
) -> None:
    assert says in refused(tmp_path / "a.html", content)


@pytest.mark.parametrize(
    "hostile",
    ["<div>" * 100_000, "<a " * 100_000, "<!--" * 50_000, "<" * 300_000, "&#" * 200_000, "\0" * 9],
)
def test_hostile_markup_before_an_article_ends_soon(hostile: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<title>题</title><p>{LEAD}</p>{hostile}", "utf-8")
    (found,) = list(read(tmp_path / "a.html", Given()))
    assert isinstance(found, Article | Issue)
