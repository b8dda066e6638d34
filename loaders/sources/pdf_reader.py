"""The PDF reader in a process of its own: a file that breaks it, or fills the memory, breaks no more."""

import subprocess
import sys
from collections.abc import Sequence

import msgspec

from loaders.sources.errors import SourceError
from loaders.sources.text_layer import Printed, pages

if sys.platform != "win32":
    import resource

SECONDS = 90
"""How long a file may take. An issue of a hundred pages takes three seconds."""
_MEMORY = 1_500_000_000  # bytes
_REFUSED = 3  # exit code: what is wrong stands in the answer
_START = "from loaders.sources.pdf_reader import answer; answer()"


def layer(content: bytes) -> list[list[Printed]]:
    """Give the printed lines of each page of a file.

    Raises:
        SourceError: It is damaged, locked, too long, or the reader fails or takes too long.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-c", _START],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError(
            f"reading it takes more than {SECONDS} seconds; give its text as .txt"
        ) from error
    if done.returncode == 0:
        return msgspec.json.decode(done.stdout, type=list[list[Printed]])
    if done.returncode == _REFUSED:
        raise SourceError(done.stdout.decode())
    raise SourceError(
        "the PDF reader fails on it: it is damaged, or made to fill the memory; give its text as .txt"
    )


def answer() -> None:
    """Read a file from the standard input, and write its lines, or what is wrong with it."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        found: Sequence[Sequence[Printed]] = list(pages(sys.stdin.buffer.read()))
    except SourceError as error:
        sys.stdout.buffer.write(str(error).encode())
        sys.exit(_REFUSED)
    sys.stdout.buffer.write(msgspec.json.encode(found))
