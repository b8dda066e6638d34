"""A real Neo4j Community for the tests, from its published jars: no Docker, no installation.

Needs a JDK (17 or later) and Maven. The jars are fetched once into $GOVGRAPH_NEO4J_CACHE, default
~/.cache/govgraph-neo4j.
"""

import hashlib
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

HERE = Path(__file__).parent
JAVA = (
    "-Xmx768m",
    "-XX:+UseSerialGC",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
)
SETTINGS = """\
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
server.memory.pagecache.size=128m
{more}
"""


class Neo4jServer:
    """A running server over a folder; leaving the `with` statement stops it.

    Attributes:
        address: Its Bolt address.
        password: Of the user neo4j, made at random.
        process: The server itself: killing it is a true crash.
    """

    def __init__(self, home: Path, *, more: str = "") -> None:
        """Start it and wait until it answers; `more` are further lines of its configuration."""
        self.home = home
        self.port = free_port()
        self.address = f"bolt://127.0.0.1:{self.port}"
        self.password = secrets.token_urlsafe(12)
        (home / "conf").mkdir(parents=True, exist_ok=True)
        (home / "conf" / "neo4j.conf").write_text(SETTINGS.format(port=self.port, more=more))
        self.process = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        """Start the server over its folder, also after a crash."""
        jars = library()
        with (self.home / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                ["java", *JAVA, "-cp", f"{jars}:{jars}/*", "Neo4j", str(self.home), self.address],
                stdout=subprocess.PIPE,
                stderr=log,
                env={**os.environ, "NEO4J_PASSWORD": self.password},
            )
        assert self.process.stdout is not None
        line = self.process.stdout.readline().decode()
        if not line.startswith("ready"):
            self.process.wait(10)
            raise RuntimeError(f"Neo4j did not start: see {self.home / 'server.log'}")
        return self.process

    def stop(self) -> None:
        """Stop it in good order."""
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop."""
        self.stop()


def missing() -> str:
    """Name the tools that are missing, or nothing."""
    return ", ".join(tool for tool in ("java", "javac", "mvn") if shutil.which(tool) is None)


def library() -> Path:
    """Give the folder of the jars and the compiled launcher; make it the first time."""
    sources = HERE / "pom.xml", HERE / "Neo4j.java"
    key = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]
    default = Path.home() / ".cache" / "govgraph-neo4j"
    cache = Path(os.environ.get("GOVGRAPH_NEO4J_CACHE") or default)
    made = cache / key
    if made.is_dir():
        return made
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix="new.", ignore_cleanup_errors=True) as new:
        copy = ["mvn", "-q", "-B", "-Dstyle.color=never", "-f", str(sources[0])]
        subprocess.run(
            [*copy, "dependency:copy-dependencies", f"-DoutputDirectory={new}/jars"], check=True
        )
        jars = Path(new) / "jars"
        subprocess.run(["javac", "-cp", f"{jars}/*", "-d", str(jars), str(sources[1])], check=True)
        if not made.is_dir():  # another run may have been quicker
            jars.rename(made)
    return made


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
