"""Whatever bytes a file holds, it is read, or refused with a sentence that says why."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from graph.evidence import Article, Issue, Record, verify
from graph.evidence.heal import LONGEST_SENTENCE, heal, overlong, sentences
from graph.schema import Exit
from loaders.grammar import extract
from loaders.records import decode, encode
from loaders.sources import Given, read
from loaders.sources.limits import LONGEST
from loaders.sources.page import MOST_ROWS
from tests.unit.hostile import SENTENCE, SHAPES

_SIZE = 4_000
_COMMAND = Path(sys.executable).with_name("govgraph")
_CHANCE = random.Random(7)  # noqa: S311 -- the same bytes every time

REFUSED = {
    "NULs": b"\0" * _SIZE,
    "spaces": b" " * _SIZE,
    "random bytes": _CHANCE.randbytes(_SIZE),
    "random bytes after a mark of UTF-8": b"\xef\xbb\xbf" + _CHANCE.randbytes(_SIZE),
    "lone surrogates": ("王\ud800明" * 1000).encode("utf-8", "surrogatepass"),
    "half of a UTF-16 text": "区长王明".encode("utf-16")[:-1],
    "control characters": bytes(range(1, 9)) * 500,
}

DEEP = {
    "a text": b'{"text":' + b"[" * 100_000,
    "an unknown key": b'{"text": "a", "other": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "entities": b'{"entities": ' + b'[{"a": ' * 100_000,
    "the line": b"[" * 100_000,
}


def _read(path: Path) -> tuple[list[Article], list[Issue]]:
    found = list(read(path, Given()))
    articles = [one for one in found if isinstance(one, Article)]
    issues = [one for one in found if isinstance(one, Issue)]
    assert len(articles) + len(issues) == len(found)
    return articles, issues


def _record(article: Article) -> Record:
    """Extract, verify, write and read back; nothing of it may be refused."""
    record, issues = verify(extract(article))
    assert not issues
    assert record is not None
    assert decode(encode(record)).article.text == article.text
    return record


@pytest.mark.parametrize("shape", SHAPES)
def test_a_hostile_text_is_read_or_refused_with_a_reason(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(SHAPES[shape](_SIZE).encode())
    articles, issues = _read(path)
    assert articles or issues
    assert all(len(issue.reason.split()) > 3 for issue in issues)
    for one in articles:
        _record(one)


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_text_is_refused_with_a_reason(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(REFUSED[kind])
    articles, issues = _read(path)
    assert not articles
    assert [issue.whole for issue in issues] == [True]
    assert len(issues[0].reason.split()) > 3


@pytest.mark.parametrize("where", DEEP)
def test_a_line_nested_without_end_is_refused_and_the_next_is_read(
    where: str, tmp_path: Path
) -> None:
    path = tmp_path / "deep.jsonl"
    path.write_bytes(DEEP[where] + b"\n" + '{"text": "王明到会。"}'.encode())
    articles, issues = _read(path)
    assert [one.text for one in articles] == ["王明到会。"]
    assert [issue.line for issue in issues] == [1]


def test_an_article_with_lone_surrogates_keeps_its_offsets() -> None:
    text = "县长\ud800王明\udfff主持会议。" * 50
    record, issues = verify(extract(Article("surrogates", text)))
    assert record is not None
    assert not issues
    for entity in record.entities:
        assert all(0 <= start < stop <= len(text) for start, stop in entity.mentions)


def test_a_long_text_is_read_in_pieces_that_together_are_the_text(tmp_path: Path) -> None:
    text = SENTENCE * (2 * LONGEST // len(SENTENCE))
    path = tmp_path / "long.txt"
    path.write_text(text, "utf-8")
    articles, issues = _read(path)
    assert len(articles) > 1
    assert "".join(one.text for one in articles) == text
    for one in articles:
        assert len(one.text) <= LONGEST
        assert one.text.endswith("。")
        assert text[one.file_start : one.file_start + len(one.text)] == one.text
    assert len({one.id for one in articles}) == len(articles)
    assert [f"read as {len(articles)} articles" in issue.reason for issue in issues] == [True]


def test_columns_without_end_are_read_in_parts_and_that_is_said(tmp_path: Path) -> None:
    story = "云湖区今日召开会议区委书记王建国\n出席会议并讲话区长李明华主持会议。\n\n\n"
    path = tmp_path / "columns.txt"
    path.write_text(story * MOST_ROWS, "utf-8")
    articles, issues = _read(path)
    assert len(articles) > 1
    assert "more than 2,500 lines without the header of a page" in issues[0].reason


def test_a_long_sentence_is_read_in_parts_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "endless.txt"
    path.write_text("区长王建国、" * LONGEST_SENTENCE, "utf-8")
    articles, issues = _read(path)
    assert [one.text for one in articles] == [path.read_text("utf-8")]
    assert "sentences have more than 2,000 characters" in issues[0].reason
    record = _record(articles[0])
    assert [one.name for one in record.entities if one.type == "Person"] == ["王建国"]


def test_the_parts_of_a_long_sentence_are_the_sentence() -> None:
    text = heal("区长王建国、" * 1000 + "到会。" + "书记李明华到会。").text
    spans = list(sentences(text))
    assert overlong(text) == 1
    assert "".join(text[start:stop] for start, stop in spans) == text
    assert all(stop - start <= LONGEST_SENTENCE for start, stop in spans)
    assert all(text[stop - 1] in "、。" for _, stop in spans)


def test_the_command_reads_what_it_can_and_says_what_it_cannot(tmp_path: Path) -> None:
    (tmp_path / "a-line.txt").write_text(SENTENCE * (LONGEST // 20), "utf-8")
    (tmp_path / "marks.txt").write_text("、" * LONGEST, "utf-8")
    (tmp_path / "noise.txt").write_bytes(REFUSED["random bytes"])
    command = [_COMMAND, "extract", tmp_path, "-o", tmp_path / "records.jsonl"]
    said = subprocess.run(command, check=False, capture_output=True, text=True)
    assert said.returncode == Exit.PARTLY, said.stderr
    assert "Traceback" not in said.stderr
    for reason in ("no article has more than", "were read in parts", "it is no text"):
        assert reason in said.stderr
    lines = (tmp_path / "records.jsonl").read_bytes().splitlines()
    assert {decode(line).article.file for line in lines} == {"a-line.txt", "marks.txt"}
