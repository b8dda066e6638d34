"""The settings of docker/compose.yaml on a real Neo4j: it knows them all, and does what they say."""

import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import AuthError, ClientError

from tests.contract.neo4j.server import SETTINGS, Neo4jServer, missing
from tests.unit.test_docker import settings

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def hardened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[neo4j.Driver]:
    tools = missing()
    if tools:
        reason = f"Neo4j cannot be started: {tools} not found"
        if os.environ.get("GOVGRAPH_REQUIRE_ALL"):
            pytest.fail(reason)
        pytest.skip(reason)
    # A setting that stands twice is refused, so what the test server has by itself is left out.
    lines = [f"{name}={value}" for name, value in settings().items() if f"{name}=" not in SETTINGS]
    home = tmp_path_factory.mktemp("hardened")
    with Neo4jServer(home, more="\n".join(lines)) as server:
        auth = ("neo4j", server.password)
        with neo4j.GraphDatabase.driver(server.address, auth=auth) as driver:
            yield driver


class Listener:
    """A web server of this computer that remembers who came."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"secret\n")

            def log_message(self, *_: Any) -> None:
                """Print nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    opened = Listener()
    yield opened
    opened.close()


def load_csv(driver: neo4j.Driver, address: str) -> None:
    driver.execute_query("LOAD CSV FROM $address AS row RETURN row", address=address)


def test_server_starts_with_every_setting_and_has_it(hardened: neo4j.Driver) -> None:
    records, _, _ = hardened.execute_query(
        "SHOW SETTINGS YIELD name, value, isExplicitlySet WHERE isExplicitlySet RETURN name, value"
    )
    explicit = {record["name"]: record["value"] for record in records}
    # Internal settings are not shown; the test server holds its own page cache.
    shown = {name for name in settings() if not name.startswith("internal.")}
    assert shown <= set(explicit)
    assert explicit["dbms.security.allow_csv_import_from_file_urls"] == "false"
    assert explicit["server.http.enabled"] == "false"
    assert explicit["db.transaction.timeout"] == "2m"


def test_no_file_of_the_server_is_read(hardened: neo4j.Driver, tmp_path: Path) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("secret\n")
    with pytest.raises(ClientError, match="allow_csv_import_from_file_urls"):
        load_csv(hardened, file.as_uri())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0"])  # noqa: S104
def test_no_address_is_asked(hardened: neo4j.Driver, listener: Listener, host: str) -> None:
    with pytest.raises(ClientError, match="cypher_ip_blocklist"):
        load_csv(hardened, f"http://{host}:{listener.server.server_port}/rows.csv")
    assert listener.asked == []


def test_unhardened_server_would_have_asked(neo4j_server: Neo4jServer, listener: Listener) -> None:
    auth = ("neo4j", neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.address, auth=auth) as driver:
        load_csv(driver, f"http://127.0.0.1:{listener.server.server_port}/rows.csv")
    assert listener.asked == ["/rows.csv"]


def test_no_procedure_of_a_plugin_is_there(hardened: neo4j.Driver) -> None:
    records, _, _ = hardened.execute_query(
        "SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'apoc' OR name STARTS WITH 'gds' "
        "RETURN count(*) AS n"
    )
    assert records[0]["n"] == 0


def test_short_password_is_refused(hardened: neo4j.Driver) -> None:
    with pytest.raises(ClientError, match="12 characters"):
        hardened.execute_query(
            "CREATE USER guest SET PASSWORD 'elevenchars' CHANGE NOT REQUIRED", database_="system"
        )


@pytest.mark.parametrize("auth", [("neo4j", "neo4j"), None], ids=["default password", "nobody"])
def test_nobody_enters_without_the_password(
    hardened: neo4j.Driver, auth: tuple[str, str] | None
) -> None:
    address = hardened.get_server_info().address
    with (
        neo4j.GraphDatabase.driver(f"bolt://{address[0]}:{address[1]}", auth=auth) as stranger,
        pytest.raises((AuthError, ClientError)),
    ):
        stranger.verify_connectivity()
