"""From files to records: in the order of the files, in any number of processes, and going on."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.evidence import Article
from loaders.errors import LoadError
from loaders.extractors import ExtractorError, pool
from loaders.extractors.pool import Pool
from loaders.load import Manner, gather
from loaders.records import encode
from loaders.records.journal import Journal
from loaders.sources import expand

TEXTS = [f"5月{day}日，云湖区委书记沈知远到柳浦镇调研。" for day in range(1, 10)]

READER = """
from pathlib import Path
def read(article):
    with open("asked.log", "a") as asked:
        print(article.file, file=asked)
    if article.file == "3.txt" and not Path("mended").exists():
        raise ZeroDivisionError
    return {"entities": [{"id": "e1", "type": "Place", "name": article.file}]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for number, text in enumerate(TEXTS, 1):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    (tmp_path / "reader.py").write_text(READER, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield tmp_path
    sys.modules.pop("reader", None)


def test_the_records_are_the_same_in_any_number_of_processes_and_order_of_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_WORTH", 50)
    alone = gather(expand(sorted(folder.glob("*.txt"))), Manner())
    monkeypatch.setattr(pool, "_AHEAD", 2)
    spread = gather(expand(sorted(folder.glob("*.txt"), reverse=True)), Manner(jobs=2))
    assert len(alone.records) == len(TEXTS)
    assert [encode(one) for one in alone.records] == [encode(one) for one in spread.records]


def test_a_process_that_is_killed_ends_the_run_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "_WORTH", 50)
    monkeypatch.setattr(pool, "_AHEAD", 1)
    answers = Pool(2)(Article(str(number), text) for number, text in enumerate(TEXTS * 5))
    next(answers)
    for process in multiprocessing.active_children():
        if process.pid is not None:
            os.kill(process.pid, signal.SIGKILL)
    with pytest.raises(ExtractorError, match="was killed"):
        list(answers)


def test_what_is_read_ahead_keeps_its_place(folder: Path) -> None:
    (folder / "2.jsonl").write_text('{"text": ""}\n{"text": "今日无事。", "id": "j"}\n', "utf-8")
    gathered = gather(expand([folder]), Manner())
    files = [one.article.file for one in gathered.records]
    assert files == ["1.txt", "2.jsonl", *(f"{number}.txt" for number in range(2, 10))]
    assert len(gathered.issues) == 1


def test_a_stopped_run_goes_on_where_it_was(folder: Path) -> None:
    output, manner = folder / "out.jsonl", Manner(extractor="reader:read")
    with (
        pytest.raises(ZeroDivisionError),
        Journal.beside(output, manner.extractor) as journal,
    ):
        gather(expand([folder]), manner, journal)
    (folder / "mended").touch()
    sys.modules.pop("reader", None)
    with Journal.beside(output, manner.extractor) as journal:
        assert journal.resumed == 2
        gathered = gather(expand([folder]), manner, journal)
    asked = (folder / "asked.log").read_text("utf-8").split()
    assert asked == ["1.txt", "2.txt", "3.txt", *(f"{number}.txt" for number in range(3, 10))]
    assert [one.entities[0].name for one in gathered.records] == [
        f"{number}.txt" for number in range(1, 10)
    ]
    assert not list(folder.glob(".*.part"))


@pytest.fixture
def stopped(folder: Path) -> Path:
    """Give the output of a run that was stopped after its last record."""
    output = folder / "out.jsonl"
    with pytest.raises(KeyboardInterrupt), Journal.beside(output, "grammar") as journal:
        _stopped(journal, folder)
    return output


def _stopped(journal: Journal, folder: Path) -> None:
    gather(expand([folder]), Manner(), journal)
    raise KeyboardInterrupt


def test_a_changed_article_is_read_again(stopped: Path, folder: Path) -> None:
    (folder / "1.txt").write_text("今日无事。", "utf-8")
    with Journal.beside(stopped, "grammar") as journal:
        assert journal.resumed == len(TEXTS)
        again = gather(expand([folder]), Manner(), journal)
    assert again.records[0].article.text == "今日无事。"


def test_another_extractor_takes_nothing_from_a_journal(stopped: Path) -> None:
    with Journal.beside(stopped, "reader:read") as journal:
        assert journal.resumed == 0


def test_a_journal_that_was_cut_short_gives_its_whole_lines(stopped: Path) -> None:
    part = stopped.with_name(".out.jsonl.part")
    part.write_bytes(part.read_bytes()[:-30])
    with Journal.beside(stopped, "grammar") as journal:
        assert journal.resumed == len(TEXTS) - 1


def test_a_damaged_journal_gets_a_sentence(stopped: Path) -> None:
    part = stopped.with_name(".out.jsonl.part")
    part.write_bytes(part.read_bytes() + b"nonsense\n")
    with (
        pytest.raises(LoadError, match="is damaged; remove it"),
        Journal.beside(stopped, "grammar"),
    ):
        pass


def test_the_less_certain_is_left_out_and_counted(folder: Path) -> None:
    everything = gather(expand([folder]), Manner())
    certain = gather(expand([folder]), Manner(least=1.0))
    assert not everything.doubtful
    assert certain.doubtful == sum(len(one.relations) for one in everything.records) > 0
    assert not any(one.relations for one in certain.records)
