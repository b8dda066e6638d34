"""Who may talk to the page's server: the whole matrix, without a server."""

from http import HTTPStatus

import pytest

from graph.web.guard import LARGEST_BODY, Gate, hosts

OURS = "127.0.0.1:8765"
TOKEN = "t" * 32
GATE = Gate(hosts(8765), TOKEN)
RIGHT = {"host": OURS, "authorization": f"Bearer {TOKEN}"}
JSON = {**RIGHT, "content-type": "application/json", "content-length": "20"}


def status(
    headers: dict[str, str], path: str = "/api/meta", method: str = "GET"
) -> HTTPStatus | None:
    raw = [(key.encode(), value.encode()) for key, value in headers.items()]
    refusal = GATE.refusal(method, path, raw)
    return refusal.status if refusal else None


@pytest.mark.parametrize("host", [OURS, "localhost:8765"])
def test_our_own_addresses_pass(host: str) -> None:
    assert status({**RIGHT, "host": host}) is None


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8765.evil.example",
     "127.0.0.1:8765 ", "[::1]:8765", "0.0.0.0:8765", ""],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/api/meta", "/assets/index.js"])
def test_a_foreign_host_is_refused_on_every_path_even_with_the_token(host: str, path: str) -> None:
    assert status({**RIGHT, "host": host}, path) == HTTPStatus.MISDIRECTED_REQUEST


def test_two_host_headers_are_refused() -> None:
    raw = [(b"host", OURS.encode()), (b"host", OURS.encode())]
    refusal = GATE.refusal("GET", "/", raw)
    assert refusal
    assert refusal.status == HTTPStatus.MISDIRECTED_REQUEST


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "http://127.0.0.1:9999",
        "https://127.0.0.1:8765",
        f"http://{OURS}/",
    ],
)
def test_a_foreign_origin_is_refused_even_with_the_token(origin: str) -> None:
    assert status({**RIGHT, "origin": origin}) == HTTPStatus.FORBIDDEN


def test_our_own_origin_passes() -> None:
    assert status({**RIGHT, "origin": f"http://{OURS}"}) is None


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_request_of_another_page_is_refused_even_with_the_token(site: str) -> None:
    assert status({**RIGHT, "sec-fetch-site": site}) == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_a_request_of_the_page_or_of_the_person_passes(site: str) -> None:
    assert status({**RIGHT, "sec-fetch-site": site}) is None


@pytest.mark.parametrize(
    "authorization", ["", TOKEN, f"Bearer {TOKEN}x", "Bearer ", "Bearer é", f"bearer {TOKEN}"]
)
def test_no_data_without_the_token(authorization: str) -> None:
    assert status({"host": OURS, "authorization": authorization}) == HTTPStatus.UNAUTHORIZED


def test_the_page_itself_needs_no_token() -> None:
    assert status({"host": OURS}, "/") is None


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE"])
def test_only_reading_methods_pass(method: str) -> None:
    assert status(RIGHT, method=method) == HTTPStatus.METHOD_NOT_ALLOWED


def test_a_json_body_passes() -> None:
    assert status(JSON, method="POST") is None


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"content-type": "text/plain"}, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
        ({"content-type": "application/x-www-form-urlencoded"}, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
        ({"content-length": "many"}, HTTPStatus.LENGTH_REQUIRED),
        ({"content-length": "-1"}, HTTPStatus.LENGTH_REQUIRED),
        ({"content-length": str(LARGEST_BODY + 1)}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
        ({"content-length": "9" * 400}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    ],
)
def test_any_other_body_is_refused(changed: dict[str, str], refused: HTTPStatus) -> None:
    assert status({**JSON, **changed}, method="POST") == refused
