"""The application behind the page: JSON over the graph, and the built files of the page."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from graph.store import Store, StoreError
from graph.web import api
from graph.web.errors import PageMissingError, WebError
from graph.web.guard import Gate, Guard, hosts

STATIC = Path(__file__).parent / "static"

Answer = Callable[[Store, api.Question], object]
Endpoint = Callable[[Request], Awaitable[Response]]


def app(store: Store, token: str, port: int = 8765, static: Path = STATIC) -> ASGIApp:
    """Make the application for one store.

    Args:
        store: What is shown; it is only read.
        token: What every request for data has to carry.
        port: The port that the browser sees; part of the only addresses that are answered.
        static: Where the built page lies.

    Raises:
        PageMissingError: The page was not built.
    """
    if not (static / "index.html").is_file():
        raise PageMissingError(
            "The page was not built into this installation; install govgraph again without "
            "GOVGRAPH_SKIP_PAGE, with access to the npm registry or a mirror of it."
        )
    routes = [
        Route(path, _endpoint(store, answer), methods=[method])
        for method, path, answer in api.ROUTES
    ]
    inner = Starlette(
        routes=[*routes, Mount("/", StaticFiles(directory=static, html=True))],
        exception_handlers={WebError: _explain, StoreError: _explain, HTTPException: _explain},
    )
    return Guard(inner, Gate(hosts(port), token))


def _endpoint(store: Store, answer: Answer) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        question = api.Question(
            dict(request.path_params), dict(request.query_params), await request.body()
        )
        # The driver blocks; the store itself stops what runs too long.
        return _json(await run_in_threadpool(answer, store, question))

    return endpoint


async def _explain(_: Request, error: Exception) -> Response:
    if isinstance(error, WebError):
        return _json({"error": str(error)}, error.status)
    if isinstance(error, HTTPException):
        return _json({"error": error.detail}, error.status_code)
    return _json({"error": str(error)}, HTTPStatus.SERVICE_UNAVAILABLE)


def _json(value: object, status: int = HTTPStatus.OK) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")
