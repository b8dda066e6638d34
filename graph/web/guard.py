"""Guard: who may talk to the page's server, decided before any of its code sees the request.

Other pages in the same browser, and other programs behind a name that points at this computer, can
send requests to 127.0.0.1. What is served here is about named people, so each of them is refused.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

import msgspec
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LARGEST_BODY = 1_000_000
"""Bytes; a canvas of 1,500 ids takes about 60,000."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer without data: the status and a sentence."""

    status: HTTPStatus
    reason: str


@dataclass(frozen=True, slots=True)
class Gate:
    """What a request must show. Pure, so that each rule is tested without a server.

    Attributes:
        hosts: The exact `Host` headers that are ours, port included.
        token: What every request for data carries as `Authorization: Bearer …`.
    """

    hosts: frozenset[str]
    token: str

    def refusal(
        self, method: str, path: str, headers: Iterable[tuple[bytes, bytes]]
    ) -> Refusal | None:
        """Tell why a request is refused, or None when it may pass."""
        found = list(headers)
        host = _only(found, b"host")
        if host not in self.hosts:
            return Refusal(
                HTTPStatus.MISDIRECTED_REQUEST,
                "This server answers only under its own address; open the link it printed.",
            )
        if method not in ("GET", "HEAD", "POST"):
            return Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "The page only reads.")
        if not path.startswith("/api/"):
            return None
        return self._foreign(found) or self._unknown(found) or _body(method, found)

    def _foreign(self, found: list[tuple[bytes, bytes]]) -> Refusal | None:
        origins = _all(found, b"origin")
        if any(origin not in {f"http://{host}" for host in self.hosts} for origin in origins):
            return Refusal(HTTPStatus.FORBIDDEN, "Another page may not ask for this data.")
        # A page on another port of this computer is "same-site": it is refused as well.
        sites = _all(found, b"sec-fetch-site")
        if any(site not in ("same-origin", "none") for site in sites):
            return Refusal(HTTPStatus.FORBIDDEN, "Another page may not ask for this data.")
        return None

    def _unknown(self, found: list[tuple[bytes, bytes]]) -> Refusal | None:
        given = _only(found, b"authorization")
        if not secrets.compare_digest(given.encode(), f"Bearer {self.token}".encode()):
            return Refusal(
                HTTPStatus.UNAUTHORIZED,
                "The page does not carry this server's token; open the link it printed.",
            )
        return None


class Guard:
    """The gate in front of an application; adds the headers that keep a browser strict."""

    def __init__(self, inner: ASGIApp, gate: Gate) -> None:
        """Stand before `inner`."""
        self._inner = inner
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on. Paths and headers are read raw: no URL is ever put together."""
        if scope["type"] != "http":
            return

        async def strict(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if scope["path"].startswith("/api/"):
                    headers["cache-control"] = "no-store"
            await send(message)

        refusal = self._gate.refusal(scope["method"], scope["path"], scope["headers"])
        if refusal is None:
            await self._inner(scope, receive, strict)
        else:
            await _answer(refusal, strict)


def hosts(port: int) -> frozenset[str]:
    """Give the `Host` headers that a browser sends for this computer and that port."""
    names = ("127.0.0.1", "localhost")
    return frozenset(f"{name}:{port}" for name in names) | (
        frozenset(names) if port == _HTTP else frozenset()
    )


_HTTP = 80  # browsers leave this port out


async def _answer(refusal: Refusal, send: Send) -> None:
    body = msgspec.json.encode({"error": refusal.reason})
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),  # a refused body is not read
    ]
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _body(method: str, found: list[tuple[bytes, bytes]]) -> Refusal | None:
    if method != "POST":
        return None
    if _only(found, b"content-type").partition(";")[0].strip().lower() != "application/json":
        return Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "A request body must be JSON.")
    length = _only(found, b"content-length")
    if not length.isascii() or not length.isdigit():
        return Refusal(HTTPStatus.LENGTH_REQUIRED, "A request body must state its length.")
    if int(length[:10]) > LARGEST_BODY:
        return Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too large.")
    return None


def _all(found: list[tuple[bytes, bytes]], name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in found if key.lower() == name]


def _only(found: list[tuple[bytes, bytes]], name: bytes) -> str:
    """Give the one value of a header; a header sent twice counts as none."""
    values = _all(found, name)
    return values[0] if len(values) == 1 else ""
