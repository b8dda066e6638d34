"""Extractors of one's own: a function, a program, a model; each held to the words of the article."""

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from graph.evidence import Article, Issue, Record, verify
from loaders.extractors import ExtractorError, choose
from loaders.extractors.endpoint import Endpoint

ARTICLE = Article(
    "a1",
    "本报讯 5月8日，云湖区第三督导组\n组长沈知远到柳浦镇督导。沈知远说，明年再来。",
    date="2024-05-09",
)
OTHER = Article("a2", "今日无事。")

FUNCTION = """
def read(article):
    text, name = article.text, "沈知远"
    at = text.find(name)
    if at < 0:
        return None
    return {
        "article": {"id": "another", "text": "another text"},
        "entities": [
            {"id": "e1", "type": "Person", "name": name},
            {"id": "e2", "type": "District", "name": "柳浦镇"},
        ],
        "relations": [
            {"type": "VISITS", "source": "e1", "target": "e2",
             "evidence": [{"start": at, "stop": at + 7, "quote": text[at : at + 7]}]},
            {"type": "VISITS", "source": "e1", "target": "e2",
             "evidence": [{"start": 0, "stop": 12, "quote": "another text"}]},
        ],
    }
"""
PROGRAM = """
import json, sys
from reader import read
class Given:
    def __init__(self, line): self.__dict__ = json.loads(line)
for article in reversed([Given(line) for line in sys.stdin]):
    said = read(article)
    if said:
        said["article"]["id"] = article.id
        print(json.dumps(said))
"""


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "reader.py").write_text(FUNCTION, "utf-8")
    (tmp_path / "program.py").write_text(PROGRAM, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield tmp_path
    sys.modules.pop("reader", None)


def told(extractor: str) -> tuple[list[Record], list[Issue]]:
    found = list(choose(extractor)([ARTICLE, OTHER]))
    records = [one for one in found if isinstance(one, Record)]
    return records, [one for one in found if isinstance(one, Issue)]


@pytest.mark.parametrize("extractor", ["reader:read", f"command:{sys.executable} program.py"])
def test_what_a_foreign_extractor_says_is_held_to_our_text(reader: Path, extractor: str) -> None:
    [record], issues = told(extractor)
    assert record.article == ARTICLE
    kept, refused = verify(record)
    assert kept is not None
    assert [one.evidence[0].quote for one in kept.relations] == ["沈知远到柳浦镇"]
    assert any("the quote says 'another text'" in str(one) for one in refused)
    assert len(issues) == 1
    assert issues[0].whole


def test_the_grammar_is_the_extractor_when_none_is_named() -> None:
    records, issues = told("")
    assert [one.article.id for one in records] == ["a1", "a2"]
    assert not issues


def test_a_program_that_fails_is_an_error_not_an_empty_answer(reader: Path) -> None:
    (reader / "program.py").write_text("raise SystemExit(3)", "utf-8")
    with pytest.raises(ExtractorError, match="ended with exit code 3"):
        told(f"command:{sys.executable} program.py")


def test_a_line_that_is_no_answer_is_an_issue_with_its_first_words(reader: Path) -> None:
    (reader / "program.py").write_text(
        'print(\'hello\'); print(\'{"article": {"id": "a9"}}\')', "utf-8"
    )
    records, issues = told(f"command:{sys.executable} program.py")
    assert not records
    assert ["hello" in issues[0].reason, "'a9'" in issues[1].reason] == [True, True]
    assert [one.reason for one in issues[2:]] == ["the extractor gave no record of it"] * 2


@pytest.mark.parametrize(
    ("extractor", "words"),
    [
        ("nonsense", "there is no extractor 'nonsense'"),
        ("no_such_module:read", "cannot be imported"),
        ("reader:absent", "cannot be imported"),
        ("json:__doc__", "is no function"),
        ("command:", "no program stands after"),
        ("command:/no/such/program", "cannot be started"),
        ("openai", "needs OPENAI_BASE_URL and OPENAI_API_KEY and GOVGRAPH_MODEL"),
    ],
)
def test_a_wrong_name_gets_a_sentence(
    reader: Path, monkeypatch: pytest.MonkeyPatch, extractor: str, words: str
) -> None:
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY", "GOVGRAPH_MODEL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(ExtractorError, match=words):
        told(extractor)


class Model(BaseHTTPRequestHandler):
    """A server that speaks as an OpenAI-compatible one does, and gives the answer it is told to."""

    answer: ClassVar[str] = ""
    status: ClassVar[int] = 200
    asked: ClassVar[list[dict[str, Any]]] = []

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.asked.append(json.loads(self.rfile.read(length)) | {"path": self.path})
        message = {"role": "assistant", "content": self.answer}
        body: dict[str, Any] = {
            "id": "1", "object": "chat.completion", "created": 0, "model": "stub",
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        }  # fmt: skip
        if self.status != 200:
            body = {"error": {"message": "no such key"}}
        content = json.dumps(body).encode()
        self.send_response(self.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(Model, "asked", [])
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{server.server_port}/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "key")
    monkeypatch.setenv("GOVGRAPH_MODEL", "stub")
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


PEOPLE = [
    {"id": "p", "type": "Person", "name": "沈知远"},
    {"id": "t", "type": "InspectionTeam", "name": "云湖区第三督导组"},
    {"id": "d", "type": "District", "name": "柳浦镇", "aliases": ["云湖区柳浦镇"]},
    {"id": "x", "type": "Person", "name": "从未提及"},
]


def asked(monkeypatch: pytest.MonkeyPatch, answer: str) -> tuple[list[Record], list[Issue]]:
    monkeypatch.setattr(Model, "answer", answer)
    found = list(choose("openai")([ARTICLE]))
    records = [one for one in found if isinstance(one, Record)]
    return records, [one for one in found if isinstance(one, Issue)]


def test_a_model_enters_only_what_its_quotes_bear_out(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = [
        {"type": "LEADS", "source": "p", "target": "t", "title": "组长", "quote": "云湖区第三督导组组长沈知远"},
        {"type": "VISITS", "source": "p", "target": "d", "quote": "沈知远视察柳浦镇"},
        {"type": "VISITS", "source": "p", "target": "d", "quote": "明年再来"},
        {"type": "VISITS", "source": "x", "target": "d", "quote": "沈知远到柳浦镇督导"},
    ]  # fmt: skip
    answer = f"```json\n{json.dumps({'entities': PEOPLE, 'relations': claims})}\n```"
    [record], issues = asked(monkeypatch, answer)
    kept, refused = verify(record)
    assert not refused
    assert kept is not None
    assert [(one.type, one.evidence[0].quote) for one in kept.relations] == [
        ("LEADS", "云湖区第三督导组\n组长沈知远")
    ]
    assert [one.resolved for one in kept.entities if one.name == "柳浦镇"] == [["云湖区柳浦镇"]]
    reasons = " ".join(one.reason for one in issues)
    assert "its names stand nowhere in the text" in reasons
    assert "'沈知远视察柳浦镇' does not stand in the text" in reasons
    assert "'明年再来' names neither end" in reasons
    assert "an end of it is no entity" in reasons
    assert Model.asked[0]["path"] == "/v1/chat/completions"
    assert "云湖区第三督导组组长沈知远" in Model.asked[0]["messages"][1]["content"]


def test_an_answer_that_is_no_json_refuses_the_article(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    records, [issue] = asked(monkeypatch, "I cannot help with that.")
    assert not records
    assert "cannot be read" in issue.reason


def test_a_key_that_is_refused_stops_with_a_sentence(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Model, "status", 401)
    with pytest.raises(ExtractorError, match=r"answered 401: .*check OPENAI_API_KEY"):
        asked(monkeypatch, "")


def test_an_address_where_nobody_listens_stops_with_a_sentence(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openai import OpenAI  # noqa: PLC0415 -- only here

    silent = Endpoint(OpenAI(base_url="http://127.0.0.1:9/v1", max_retries=0), "stub")
    with pytest.raises(ExtractorError, match="cannot be reached"):
        list(silent([ARTICLE]))
