"""Files to articles: encodings, kinds, metadata, and what is refused."""

import contextlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.evidence import Article, Issue, Record, article_id
from loaders.sources import Given, SourceError, expand, read
from loaders.sources.bylines import authors, is_byline
from loaders.sources.decode import decode
from loaders.sources.metadata import head

TEXT = (
    "云湖区召开安全生产工作会议\n\n"
    "5月8日上午，云湖区召开安全生产工作会议，区委书记沈知远出席会议并讲话，"
    "区长林秋主持会议。各街道、镇和区有关部门主要负责人参加会议。\n"
)
BODY = TEXT[TEXT.index("5月8日") :].strip()
ENCODINGS = [
    "utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32",
]  # fmt: skip


def articles(path: Path, given: Given | None = None) -> list[Article]:
    found = list(read(path, given or Given()))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def issues(path: Path, given: Given | None = None) -> list[Issue]:
    return [one for one in read(path, given or Given()) if isinstance(one, Issue)]


# --- encodings ---------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [TEXT, "区长", "2023年", TEXT.replace("\n", "\r\n")])
def test_a_text_reads_the_same_in_every_common_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_traditional_text_in_big5_is_read() -> None:
    text = "市政府召開會議，區長出席並發表談話，強調推動各項工作的進行與發展。" * 4
    assert decode(text.encode("big5")) == text


@given(st.text(alphabet="区委书记出席会议并讲话，。0123456789 \n", min_size=4, max_size=80))
def test_any_news_text_survives_gb18030(text: str) -> None:
    if text.strip():
        assert decode(text.encode("gb18030")) == text


REFUSED = [
    (b"", "empty"),
    (b" \r\n \n", "empty"),
    ("\ufeff \n".encode(), "empty"),
    (b"\0\0\0\0", "empty"),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG picture"),
    (b"\xff\xd8\xff\xe0" + bytes(range(256)), "a JPEG picture"),
    (b"GIF89a" + bytes(range(256)), "a GIF picture"),
    (b"BM\x10\0\0\0\0\0" + bytes(range(256)), "a BMP picture"),
    (b"%PDF-1.7 ...", "a PDF document"),
    (b"PK\x03\x04....", "a ZIP archive"),
    (b"\x7fELF\x02\x01", "a program"),
    (bytes(range(256)) * 8, "no text"),
    ("区长".encode("gb18030") + b"\xff\xff\x80", "no text"),
    (b"\xff\xfe\x00\xd8\x00", "save it as UTF-8"),
    (b"abc\0\1\2" * 40, "no text"),
]


@pytest.mark.parametrize(("content", "said"), REFUSED)
def test_what_is_no_text_is_refused_in_a_sentence(
    content: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    (issue,) = read(path, Given())
    assert isinstance(issue, Issue)
    assert said in issue.reason
    assert issue.whole
    assert issue.file == "page.txt"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(SourceError):
        assert isinstance(decode(content), str)


# --- files ---------------------------------------------------------------------------------------


def test_a_missing_file_a_folder_and_another_kind_are_named(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "page.docx").write_bytes(b"PK")
    for name, said in (
        ("none.txt", "no such file"),
        ("folder.txt", "folder"),
        ("page.docx", ".txt or .jsonl"),
    ):
        (issue,) = issues(tmp_path / name)
        assert said in issue.reason
        assert issue.file == name
        assert issue.whole


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="only Unix has users who may not read")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    user = os.geteuid()
    try:
        os.seteuid(user or 65534)  # the superuser may read every file: be nobody for a while
        (issue,) = issues(path)
    finally:
        os.seteuid(user)
    assert "may not read it" in issue.reason


def test_folders_stand_for_their_files_in_order(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.TXT",
        "c.jsonl",
        "b.meta.json",
        "README.md",
        ".hidden.txt",
        "sub/d.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / ".govgraph").mkdir()
    (tmp_path / ".govgraph" / "log.jsonl").write_text("x")
    found = expand([tmp_path, tmp_path / "b.txt", tmp_path / "README.md", tmp_path / "none.txt"])
    assert [str(one.relative_to(tmp_path)) for one in found] == [
        "README.md", "a.TXT", "b.txt", "c.jsonl", "none.txt", "sub/d.txt",
    ]  # fmt: skip


def test_offsets_count_the_text_without_its_mark_and_with_its_line_ends(tmp_path: Path) -> None:
    for encoding in ENCODINGS:
        text = TEXT.replace("\n", "\r\n")
        path = tmp_path / "page.txt"
        path.write_bytes(text.encode(encoding))
        (article,) = articles(path)
        assert text[article.file_start :].startswith(article.text)
        assert article.text == BODY.replace("\n", "\r\n")


# --- metadata --------------------------------------------------------------------------------------


def page(tmp_path: Path, text: str = TEXT, **known: object) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    if known:
        (tmp_path / "page.meta.json").write_text(json.dumps(known, ensure_ascii=False), "utf-8")
    return path


def test_a_flat_text_is_one_article_with_its_first_line_for_a_title(tmp_path: Path) -> None:
    (article,) = articles(page(tmp_path))
    assert article.title == "云湖区召开安全生产工作会议"
    assert article.text == BODY
    assert article.file == "page.txt"
    assert article.id == article_id(BODY, article.title)


def test_a_sidecar_says_what_the_text_does_not(tmp_path: Path) -> None:
    (article,) = articles(
        page(
            tmp_path, date="2024-05-09", source="云湖报", page=2, place="临川市云湖区",
            authors=["赵甲"], url="https://example.org/1", title="全区安全生产会议",
        )
    )  # fmt: skip
    assert article.date == "2024-05-09"
    assert (article.source, article.page, article.place) == ("云湖报", "2", "临川市云湖区")
    assert (article.authors, article.url) == (("赵甲",), "https://example.org/1")
    assert article.title == "全区安全生产会议"


def test_an_option_wins_over_the_sidecar_and_that_over_the_text(tmp_path: Path) -> None:
    path = page(tmp_path, "云湖报 2024年5月9日 星期四 第02版\n" + TEXT, source="云湖日报", page="3")
    (article,) = articles(path, Given(page="A4"))
    assert (article.date, article.source, article.page) == ("2024-05-09", "云湖日报", "A4")


def test_a_sidecar_that_cannot_be_used_is_an_issue_and_the_text_is_still_read(
    tmp_path: Path,
) -> None:
    path = page(tmp_path)
    for content, said in (
        ("{", "no JSON"),
        ("[1]", "should be an object"),
        ('{"date": 20240509}', "date should be a text"),
        ('{"date": "9. Mai"}', "no date such as"),
        ('{"datum": "2024-05-09"}', "not known here"),
    ):
        (tmp_path / "page.meta.json").write_text(content, "utf-8")
        found = list(read(path, Given()))
        assert [type(one) for one in found] == [Issue, Article], content
        assert isinstance(found[0], Issue)
        assert said in found[0].reason
        assert found[0].file == "page.meta.json"
        assert not found[0].whole


def test_a_date_that_is_none_is_refused_where_it_is_given() -> None:
    with pytest.raises(SourceError, match="write it as 2023-11-15"):
        Given(date="gestern")


HEADS = [
    ("云湖报 2024年5月9日 星期四 第02版 要闻\n", ("2024-05-09", "云湖报", "02")),
    ("2024年5月9日 星期四\n第A3版\n", ("2024-05-09", "", "A3")),
    ("发布时间：2024-05-09 08:30\n", ("2024-05-09", "", "")),
    ("题目\n2024-5-9 14:33:00\n正文。", ("2024-05-09", "", "")),
    ("来源：云湖日报 | 2024年05月09日 10:47:32，正文： 会议召开。", ("2024-05-09", "云湖日报", "")),
    ("2024-05-09 10:12，正文：会议召开。", ("2024-05-09", "", "")),
    ("2024年5月9日，会议召开。", ("", "", "")),
    ("2024年5月9日上午，云湖区召开会议", ("", "", "")),
    ("会议于2024年5月9日召开", ("", "", "")),
    ("3版", ("", "", "3")),
    ("6.0版政策发布", ("", "", "")),
]


@pytest.mark.parametrize(("text", "known"), HEADS)
def test_the_head_of_a_page_says_when_and_where_it_appeared(
    text: str, known: tuple[str, str, str]
) -> None:
    found = head(text)
    assert (found.date, found.source, found.page) == known


def test_the_day_of_a_dateline_is_used_when_its_year_is_known(tmp_path: Path) -> None:
    (article,) = articles(page(tmp_path, "本报2024年5月8日讯 " + BODY))
    assert article.date == "2024-05-08"
    (article,) = articles(page(tmp_path, "本报5月8日讯 " + BODY))
    assert article.date == ""


BYLINES = [
    ("本报讯（记者 赵甲乙）昨日，会议召开。", ("赵甲乙",)),
    ("本报讯（记者 赵甲 钱乙 通讯员 孙丙、李丁）昨日", ("赵甲", "钱乙", "孙丙", "李丁")),
    ("本报讯（记者 文静 通\n\n讯员 李 丁）昨日", ("文静", "李丁")),
    ("（本报记者 赵甲 文/图）", ("赵甲",)),
    ("会议召开。\n■ 本报记者 赵甲", ("赵甲",)),
    ("会议召开。\n责任编辑：赵甲 美编：钱乙", ("赵甲", "钱乙")),
    ("某社临川5月8日电（记者阿布都·热合曼）今日", ("阿布都·热合曼",)),
    ("记者从会上获悉，项目开工。", ()),
    ("区长答记者问（全文）", ()),
    ("会议召开（编号12）。", ()),
]


@pytest.mark.parametrize(("text", "names"), BYLINES)
def test_bylines_give_who_wrote(text: str, names: tuple[str, ...]) -> None:
    assert authors(text) == names


def test_a_line_of_a_body_is_no_byline() -> None:
    assert is_byline("责任编辑：赵甲")
    assert not is_byline("记者在现场看到，工程进展顺利")
    assert not is_byline("本报讯（记者 赵甲）昨日，会议召开")


# --- JSON Lines --------------------------------------------------------------------------------------

RECORD = {
    "article": {"id": "a1", "text": "区长林秋主持会议。"},
    "entities": [{"id": "e1", "type": "Person", "name": "林秋", "mentions": [[2, 4]]}],
    "relations": [],
}


def lines(tmp_path: Path, *objects: object) -> Path:
    path = tmp_path / "in.jsonl"
    text = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in objects)
    path.write_text("\ufeff" + text + "\n", "utf-8")
    return path


def test_lines_are_records_or_articles(tmp_path: Path) -> None:
    path = lines(tmp_path, RECORD, "", {"text": "区长林秋主持会议。", "date": "2024-05-09"})
    record, article = read(path, Given(source="云湖报"))
    assert isinstance(record, Record)
    assert record.article.id == "a1"
    assert isinstance(article, Article)
    assert (article.date, article.source, article.file) == ("2024-05-09", "云湖报", "in.jsonl")


def test_a_bad_line_is_named_and_the_others_go_in(tmp_path: Path) -> None:
    bad_type = {**RECORD, "entities": [{"id": "e1", "type": "Planet", "name": "林秋"}]}
    path = lines(
        tmp_path, RECORD, "{", {"title": "无文"}, {**RECORD, "govgraph": 2}, bad_type,
        {"text": " "}, {"text": "会议。", "date": "gestern"}, [1], RECORD,
    )  # fmt: skip
    found = list(read(path, Given()))
    said = [(one.line, one.reason) for one in found if isinstance(one, Issue)]
    assert [line for line, _ in said] == [2, 3, 4, 5, 6, 7, 8]
    for (_, reason), words in zip(
        said,
        (
            "no JSON",
            "no key 'text'",
            "version 2",
            "unknown type 'Planet'",
            "empty",
            "no date",
            "list",
        ),
        strict=True,
    ):
        assert words in reason
    assert sum(isinstance(one, Record) for one in found) == 3
