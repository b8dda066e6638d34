"""A README as its reader goes through it: files to write, commands to type, what they print.

A fenced block in `console` holds commands behind `$ ` with their output; any fenced block behind
`<!-- file: NAME -->` is a file to write. All other blocks are to be looked at only.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx

PROGRAMS = Path(sys.executable).parent
"""Where the command `govgraph` and `python` are, for a shell."""

_BLOCK = re.compile(
    r"(?:^<!-- file: (?P<file>\S+) -->\n)?^```(?P<language>\S*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_ID = re.compile(r"\b[a-z]+(?:-[a-z]+)*-[0-9a-f]{16}\b")
_LINK = re.compile(r"(http://127\.0\.0\.1:\d+)/#token=(\S+)")

VARYING = {
    r"[ \t]+$": "",  # a table is padded to its width, and editors strip the ends of lines
    r"^\n": "",  # a table stands between blank lines, which only lengthen a README
    r"\([0-9a-f]{32}\)": "(…)",  # the workspace's random id
    r"(?<=ok    Python: ).+$": "…",  # version and system
    r"(?<=ArcadeDB )[\w.]+": "…",  # version
    r"(?<=Neo4j )[\w.]+": "…",  # version
    r"^Port \d+ is in use; taking \d+ instead\.\n": "",
    r"http://127\.0\.0\.1:\d+/#token=\S+": "http://127.0.0.1:8765/#token=…",
}
"""What is not the same in two runs, or on two machines, and how a README has it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command and what the README says that it prints."""

    command: str
    output: str


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; `file` names the file that it writes, if it does."""

    language: str
    file: str
    body: str

    @property
    def steps(self) -> tuple[Step, ...]:
        """Give the commands of a console block; none of another."""
        if self.language != "console":
            return ()
        parts = re.split(r"^\$ ", self.body, flags=re.MULTILINE)
        assert parts[0] == "", f"a console block begins with {parts[0]!r}, not with a command"
        return tuple(Step(*part.split("\n", 1)) for part in parts[1:])


def blocks(text: str) -> tuple[Block, ...]:
    """Find the fenced blocks of a README."""
    return tuple(
        Block(found["language"], found["file"] or "", found["body"])
        for found in _BLOCK.finditer(text)
    )


def settled(output: str) -> str:
    """Replace what varies, so that two runs of one command say the same.

    >>> settled("workspace: .govgraph (0123456789abcdef0123456789abcdef)  \\n")
    'workspace: .govgraph (…)\\n'
    """
    for pattern, word in VARYING.items():
        output = re.sub(pattern, word, output, flags=re.MULTILINE)
    return output


@dataclass(slots=True)
class Reader:
    """Somebody who follows a README in an empty folder.

    Attributes:
        exports: What `export` is to mean instead of what the README says: a real server has
            another address and password than an example.
        shown: What was exported, with what the README has for it.
        renamed: Ids of the README's outputs, with those that stand in their places now; a later
            command that names the one is run with the other.
    """

    folder: Path
    exports: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start with the shell of somebody who has no display and has set nothing for Neo4j."""
        unset = ("DISPLAY", "WAYLAND_DISPLAY", "COLUMNS")
        self.environment = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith("NEO4J_") and key not in unset
        }
        self.environment["PATH"] = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"

    def follow(self, block: Block) -> Block:
        """Write the block's file, or run its commands; give it with what they printed."""
        if block.file:
            (self.folder / block.file).write_text(block.body, "utf-8")
        if not block.steps:
            return block
        return replace(block, body="".join(self._ran(step) for step in block.steps))

    def _ran(self, step: Step) -> str:
        """Run a command and give it with what it printed, as a README has them."""
        command = _ID.sub(lambda one: self.renamed.get(one[0], one[0]), step.command)
        output = self._printed(command)
        old, new = _ID.findall(step.output), _ID.findall(output)
        if len(old) == len(new):
            self.renamed |= dict(zip(old, new, strict=True))
        return f"$ {command}\n{output}"

    def _printed(self, command: str) -> str:
        if command.startswith("export "):
            given = dict(one.split("=", 1) for one in shlex.split(command)[1:])
            real = {key: self.exports.get(key, value) for key, value in given.items()}
            self.environment |= real
            self.shown |= {real[key]: value for key, value in given.items()}
            return ""
        output = self.run(command).replace(f"{self.folder}/", "…/")
        assert output, f"{command} printed nothing: does it name what is no longer there?"
        for real_value, value in self.shown.items():
            output = output.replace(real_value, value)
        return settled(output)

    def run(self, command: str) -> str:
        """Run a command line and give all that it printed; it must end well.

        `browse` runs until Ctrl-C, so its link is asked once and then it gets one.
        """
        if "govgraph browse" in command:
            with browsing(shlex.split(command), self.folder, self.environment) as page:
                httpx.get(page.address).raise_for_status()
            return page.said
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{command}: exit {done.returncode}\n{done.stdout}"
        return done.stdout


@dataclass(slots=True)
class Served:
    """A page that `govgraph browse` serves; `said` is whole once it has ended."""

    address: str
    link: str
    said: str


@contextmanager
def browsing(words: Sequence[str], folder: Path, environment: dict[str, str]) -> Iterator[Served]:
    """Run `govgraph browse` until the block ends, then press Ctrl-C."""
    with subprocess.Popen(
        [*words],
        cwd=folder,
        env=environment | {"PYTHONUNBUFFERED": "1"},
        executable=str(PROGRAMS / words[0]),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        said = ""
        while not (found := _LINK.search(said)):
            line = process.stdout.readline()
            assert line, f"govgraph browse ended before it gave a link: {said}"
            said += line
        page = Served(found[1], found[0], said)
        try:
            yield page
        finally:
            process.send_signal(signal.SIGINT)
            page.said += process.stdout.read()  # communicate() would lose what is buffered here
            process.wait(30)
    assert process.returncode == 0, page.said
