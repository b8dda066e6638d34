"""The control port: the engine counts its clients, and ends when asked or long without any.

A client connects, says the token of the state file in one line, reads `ok`, and stays connected;
when its process ends, however it ends, the system closes the connection. `stop` ends the engine in
good order, `kill` at once: that is how a query that will not stop is stopped.
"""

import hmac
import os
import selectors
import socket
import time
from enum import Enum

_LINE = 200  # bytes; no client says more
_KILLED = 137  # exit status, as of SIGKILL


class Verdict(Enum):
    """Why the engine ends."""

    IDLE = "no client for a while"
    STOP = "a client asked for it"
    SIGNAL = "the system asked for it"


class Clients:
    """Accepts clients, counts those who know the token, and waits for a reason to end."""

    def __init__(self, token: str, idle: float) -> None:
        """Listen on a free port of 127.0.0.1; `idle` is in seconds."""
        self._token = token.encode()
        self._idle = idle
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setblocking(False)
        self._waker, self._woken = socket.socketpair()
        self._waker.setblocking(False)
        self._said: dict[socket.socket, bytes] = {}
        self._known: set[socket.socket] = set()
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._selector.register(self._woken, selectors.EVENT_READ)

    @property
    def port(self) -> int:
        """The port that clients connect to."""
        return int(self._listener.getsockname()[1])

    @property
    def waker(self) -> int:
        """A descriptor that ends the waiting when a byte is written to it."""
        return self._waker.fileno()

    def wait(self) -> Verdict:
        """Serve clients until there is a reason to end, then accept no more."""
        alone_since = time.monotonic()
        while True:
            for key, _ in self._selector.select(timeout=min(1.0, self._idle)):
                verdict = self._serve(key.fileobj)
                if verdict is not None:
                    self._listener.close()
                    return verdict
            if self._known:
                alone_since = time.monotonic()
            elif time.monotonic() - alone_since > self._idle:
                self._listener.close()
                return Verdict.IDLE

    def _serve(self, ready: object) -> Verdict | None:
        if ready is self._woken:
            return Verdict.SIGNAL
        if ready is self._listener:
            client, _ = self._listener.accept()
            client.setblocking(False)
            self._said[client] = b""
            self._selector.register(client, selectors.EVENT_READ)
            return None
        assert isinstance(ready, socket.socket)  # noqa: S101 - nothing else is registered
        return self._listen(ready)

    def _listen(self, client: socket.socket) -> Verdict | None:
        try:
            heard = client.recv(_LINE)
        except OSError:
            heard = b""
        lines = (self._said[client] + heard).split(b"\n")
        self._said[client] = lines.pop()
        for line in lines:
            if client not in self._known:
                if not hmac.compare_digest(line, self._token):
                    heard = b""
                    break
                self._known.add(client)
                client.send(b"ok\n")
            elif line == b"stop":
                return Verdict.STOP
            elif line == b"kill":
                os._exit(_KILLED)
        if not heard or len(self._said[client]) > _LINE:
            self._forget(client)
        return None

    def _forget(self, client: socket.socket) -> None:
        self._selector.unregister(client)
        self._known.discard(client)
        del self._said[client]
        client.close()


class Membership:
    """A client's place at a running engine, kept until it is closed."""

    def __init__(self, connection: socket.socket) -> None:
        """Keep a connection on which the engine has said `ok`."""
        self._connection = connection

    def alive(self) -> bool:
        """Tell whether the engine still runs."""
        try:
            return self._connection.recv(1, socket.MSG_PEEK) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    def say(self, word: str) -> None:
        """Say `stop` or `kill`; an engine that is gone already is no error."""
        try:
            self._connection.sendall(f"{word}\n".encode())
        except OSError:
            return

    def wait(self, patience: float) -> None:
        """Wait until the engine is gone, up to `patience` seconds."""
        until = time.monotonic() + patience
        while self.alive() and time.monotonic() < until:
            time.sleep(0.01)

    def close(self) -> None:
        """Leave the engine."""
        self._connection.close()


def join(port: int, token: str, patience: float = 2.0) -> Membership | None:
    """Join the engine that a state file names, or say None when no such engine answers.

    Another program may have taken the port since: only the answer `ok` counts.
    """
    connection = socket.socket()
    try:
        connection.settimeout(patience)
        connection.connect(("127.0.0.1", port))
        connection.sendall(f"{token}\n".encode())
        joined = connection.recv(3) == b"ok\n"
    except OSError:
        joined = False
    if not joined:
        connection.close()
        return None
    connection.setblocking(False)
    return Membership(connection)
