"""The record log keeps every record once, whole, and says when it is damaged."""

import json
from pathlib import Path

import pytest
from msgspec import structs

from graph.evidence import Article, Record, article_id
from loaders.errors import WorkspaceError
from loaders.records.log import RecordLog, Withdrawal
from loaders.workspace import open_workspace


@pytest.fixture
def log(tmp_path: Path) -> RecordLog:
    return RecordLog(tmp_path / "records", tmp_path / "withdrawn.jsonl")


def record(text: str, extractor: str = "test") -> Record:
    return Record(Article(article_id(text), text, file="a.txt"), [], [], extractor)


def test_what_was_appended_comes_back(log: RecordLog) -> None:
    assert log.append([record("甲"), record("乙")], ["a.txt"], ["a.txt: refused"]) == 2
    assert list(log.records()) == [record("甲"), record("乙")]
    header = log.header(log.segments()[0])
    assert (header.inputs, header.issues) == (("a.txt",), ("a.txt: refused",))


def test_the_same_records_again_add_nothing(log: RecordLog) -> None:
    log.append([record("甲")])
    assert log.append([record("甲")]) == 0
    assert len(log.segments()) == 1


def test_a_record_that_reads_differently_now_takes_the_place_of_the_earlier_one(
    log: RecordLog,
) -> None:
    log.append([record("甲"), record("乙")])
    assert log.append([record("甲", extractor="newer")]) == 1
    assert list(log.records()) == [record("甲", extractor="newer"), record("乙")]


def test_of_two_copies_of_one_article_the_first_file_holds_in_any_order(tmp_path: Path) -> None:
    copies = [record("甲"), record("甲")]
    copies[1] = structs.replace(copies[1], article=structs.replace(copies[1].article, file="b.txt"))
    for number, order in enumerate((copies, copies[::-1])):
        log = RecordLog(tmp_path / str(number), tmp_path / f"{number}.jsonl")
        for one in order:
            log.append([one])
        assert list(log.records()) == [copies[0]]
        assert log.append(order) == 0


def test_a_withdrawn_article_stays_out_until_that_is_undone(log: RecordLog) -> None:
    log.append([record("甲"), record("乙")])
    log.withdraw(Withdrawal(article_id("甲"), "误报"))
    assert log.withdrawn() == {article_id("甲"): "误报"}
    assert list(log.records()) == [record("乙")]
    assert log.append([record("甲")]) == 0
    log.withdraw(Withdrawal(article_id("甲"), undone=True))
    assert list(log.records()) == [record("甲"), record("乙")]


def test_every_torn_tail_and_every_flipped_byte_is_noticed(log: RecordLog) -> None:
    log.append([record("甲"), record("乙")])
    segment = log.segments()[0]
    whole = segment.read_bytes()
    for stop in range(len(whole) - 1):
        segment.write_bytes(whole[:stop])
        with pytest.raises(WorkspaceError, match="is damaged"):
            list(log.records())
    body = range(whole.index(b"\n") + 1, whole.rindex(b'{"records"'))
    for place in body:
        segment.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(WorkspaceError, match="is damaged"):
            list(log.records())


def test_a_workspace_keeps_its_identity(tmp_path: Path) -> None:
    made = open_workspace(tmp_path / "ws", create=True)
    assert open_workspace(tmp_path / "ws") == made


def test_a_missing_newer_or_damaged_workspace_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=r"no workspace in .*govgraph build"):
        open_workspace(tmp_path / "none")
    open_workspace(tmp_path / "ws", create=True)
    file = tmp_path / "ws" / "workspace.json"
    file.write_text(json.dumps({"govgraph_workspace": 2, "id": "x"}))
    with pytest.raises(WorkspaceError, match="install a newer govgraph"):
        open_workspace(tmp_path / "ws")
    file.write_text("{")
    with pytest.raises(WorkspaceError, match="is damaged"):
        open_workspace(tmp_path / "ws")


def test_a_folder_of_other_things_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("…")
    with pytest.raises(WorkspaceError, match="name an empty or new folder"):
        open_workspace(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]
