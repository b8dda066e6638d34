"""The files of docker/: against the compose specification, a Dockerfile linter, and our own rules.

What they do inside a container engine is not tested here; docker/README.md says so.
"""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from dockerfile_parse import DockerfileParser
from ruamel.yaml import YAML

DOCKER = Path(__file__).resolve().parents[2] / "docker"
COMPOSE = DOCKER / "compose.yaml"
DOCKERFILE = DOCKER / "Dockerfile"
PROGRAMS = Path(sys.executable).parent

Service = dict[str, Any]


def compose() -> dict[str, Any]:
    return dict(YAML(typ="safe").load(COMPOSE.read_text(encoding="utf-8")))


def services() -> list[tuple[str, Service]]:
    return list(compose()["services"].items())


NAMES = [name for name, _ in services()]


def service(name: str) -> Service:
    return dict(compose()["services"][name])


def settings() -> dict[str, str]:
    """Give the server's settings under their own names, as the image's entry point makes them."""
    found = {}
    for name, value in service("neo4j")["environment"].items():
        if name != "NEO4J_AUTH":
            own = name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".")
            plain = re.sub(r"\$\{\w+:-(\w+)\}", r"\1", str(value))  # the default of a variable
            found[own.replace("\0", "_")] = plain
    return found


def instructions() -> list[tuple[str, str]]:
    parser = DockerfileParser(fileobj=BytesIO(DOCKERFILE.read_bytes()))
    return [(one["instruction"], one["value"]) for one in parser.structure]


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)


def test_compose_file_keeps_the_compose_specification() -> None:
    done = run(
        str(PROGRAMS / "check-jsonschema"),
        "--builtin-schema",
        "vendor.compose-spec",
        str(COMPOSE),
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_dockerfile_passes_the_linter_without_a_remark() -> None:
    done = run(str(PROGRAMS / "hadolint"), str(DOCKERFILE))
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("name", NAMES)
def test_every_published_port_is_on_loopback(name: str) -> None:
    assert all(str(port).startswith("127.0.0.1:") for port in service(name).get("ports", []))


@pytest.mark.parametrize("name", NAMES)
def test_no_service_has_powers_or_appetite_without_bounds(name: str) -> None:
    one = service(name)
    assert one["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in one["security_opt"]
    assert not one.get("privileged")
    assert one["mem_limit"]
    assert one["pids_limit"]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "neo4j"])
def test_our_own_containers_cannot_write_their_system(name: str) -> None:
    one = service(name)
    assert one["read_only"] is True
    papers = [each for each in one["volumes"] if isinstance(each, dict)]
    assert all(each["read_only"] is True for each in papers)


def test_no_password_is_written_down_and_none_is_optional() -> None:
    texts = [COMPOSE.read_text("utf-8"), DOCKERFILE.read_text("utf-8")]
    secrets = [
        service("neo4j")["environment"]["NEO4J_AUTH"],
        *(one["environment"]["NEO4J_PASSWORD"] for name, one in services() if name != "neo4j"),
    ]
    assert all("${NEO4J_PASSWORD:?" in one for one in secrets)
    assert not any("NEO4J_AUTH: none" in text or "auth_enabled" in text for text in texts)
    assert ".env" in (DOCKER / ".gitignore").read_text("utf-8").split()


def test_server_runs_without_root_plugins_or_its_http_door() -> None:
    one = service("neo4j")
    assert one["image"].startswith("neo4j:5.26")
    assert one["user"] == "7474:7474"
    assert "NEO4J_PLUGINS" not in one["environment"]
    assert not any("plugins" in str(volume) for volume in one["volumes"])
    assert settings()["server.http.enabled"] == "false"


def test_server_reads_no_file_and_no_address_and_stops_what_never_ends() -> None:
    found = settings()
    assert found["dbms.security.allow_csv_import_from_file_urls"] == "false"
    assert set(found["internal.dbms.cypher_ip_blocklist"].split(",")) == {"0.0.0.0/0", "::/0"}
    assert found["db.transaction.timeout"] not in ("0", "0s")
    assert found["db.memory.transaction.max"] != "0"
    assert found["dbms.memory.transaction.total.max"] != "0"


def test_memory_of_the_server_fits_its_container() -> None:
    found, limit = settings(), service("neo4j")["mem_limit"]
    heap, cache = found["server.memory.heap.max_size"], found["server.memory.pagecache.size"]
    # A quarter is left for the virtual machine itself and for the health check's client.
    assert mebibytes(heap) + mebibytes(cache) <= 0.75 * mebibytes(limit)
    assert mebibytes(found["dbms.memory.transaction.total.max"]) < mebibytes(heap)


def mebibytes(size: str) -> int:
    return int(size[:-1]) * {"m": 1, "g": 1024}[size[-1]]


def test_environment_of_the_server_holds_only_its_settings() -> None:
    # The image's entry point takes every other NEO4J_ variable for a setting, and the server
    # refuses to start with one that it does not know.
    clients = {"NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"}
    assert not clients & set(service("neo4j")["environment"])


def test_health_check_keeps_the_password_off_the_command_line() -> None:
    test = service("neo4j")["healthcheck"]["test"]
    assert test[0] == "CMD-SHELL"
    assert 'NEO4J_PASSWORD="$${NEO4J_AUTH#neo4j/}"' in test[1]
    assert " -p " not in test[1]
    assert "--password" not in test[1]


def test_image_has_glibc_two_stages_and_no_root() -> None:
    found = instructions()
    stages = [value for name, value in found if name == "FROM"]
    assert stages == ["python:3.12-slim AS build", "python:3.12-slim"]
    last = len(found) - 1 - [name for name, _ in reversed(found)].index("FROM")
    users = [value for name, value in found[last:] if name == "USER"]
    assert users == ["10001:10001"]
    assert ("HEALTHCHECK", "NONE") in found
    assert all("pip install" not in value for name, value in found[last:] if name == "RUN")


def test_image_is_built_from_the_sources_and_nothing_else() -> None:
    kept = (DOCKER / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    assert "*" in kept
    root = DOCKER.parent
    for line in kept:
        if line.startswith("!"):
            assert (root / line[1:]).exists(), line


def test_page_is_reached_through_the_port_that_it_prints() -> None:
    page = service("page")
    (command,) = page["command"]
    assert page["ports"] == ["127.0.0.1:8765:8766"]
    assert "TCP-LISTEN:8766" in command
    assert "TCP:127.0.0.1:8765" in command
    assert "browse --no-open --port 8765" in command
