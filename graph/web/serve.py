"""Serve: the page on this computer only, until the person who started it stops it."""

import os
import secrets
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable

import click
import uvicorn

from graph.store import Store
from graph.web.app import app

HOST = "127.0.0.1"
PORT = 8765
"""A fixed port, so that bookmarks hold; another one is taken, with a message, when it is busy."""
_TOKEN_BYTES = 24


def serve(
    store: Store,
    *,
    port: int = PORT,
    open_page: bool = True,
    say: Callable[[str], object] = click.echo,
) -> None:
    """Serve the page until interrupted.

    Args:
        store: What is shown.
        port: The port to prefer; 0 takes a free one.
        open_page: Open a browser when there is a display.
        say: Where the link goes, one line at a time.

    Raises:
        PageMissingError: The page was not built into this installation.
    """
    listener = listen(port)
    taken = int(listener.getsockname()[1])
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    try:
        server = uvicorn.Server(_config(app(store, token, taken)))
        link = f"http://{HOST}:{taken}/#token={token}"
        if port not in (0, taken):
            say(f"Port {port} is in use; taking {taken} instead.")
        say(f"The graph is at {link}")
        say("Keep this link to yourself; stop with Ctrl-C.")
        if open_page:
            _open_soon(link)
        server.run(sockets=[listener])
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        listener.close()


def listen(port: int) -> socket.socket:
    """Listen on this computer's own address, on a free port when the wanted one is taken."""
    for one in (port, 0):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # elsewhere this would let two programs share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, one))
            listener.listen()
        except OSError:
            listener.close()
            if one == 0:
                raise
        else:
            return listener
    raise AssertionError("the loop returns or raises")


def _config(application: object) -> uvicorn.Config:
    return uvicorn.Config(
        application,  # type: ignore[arg-type]
        http="h11",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
    )


def _open_soon(link: str) -> None:
    """Open the link in a browser, if there is a display; that it fails is no error."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return  # a browser of the terminal would take the terminal away
    # The listener is open already: a request waits until the server answers.
    threading.Thread(target=webbrowser.open, args=(link,), daemon=True).start()
