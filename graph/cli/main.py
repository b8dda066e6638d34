"""`govgraph`: the group of commands, each in a module that is imported when it is called."""

import importlib
import sys
from importlib.metadata import version

import click

from graph.cli.options import with_settings
from graph.schema import Exit, GovgraphError

# In the order of a researcher's work; `--help` shows them so.
COMMANDS = {
    "demo": "demo:demo",
    "build": "build:build",
    "extract": "build:extract",
    "load": "build:load",
    "query": "ask:query",
    "cypher": "ask:cypher",
    "export": "export:export",
    "browse": "browse:browse",
    "withdraw": "upkeep:withdraw",
    "rebuild": "upkeep:rebuild",
    "status": "upkeep:status",
    "doctor": "doctor:doctor",
}

_EPILOG = """\
Exit codes: 0 done; 1 part of the input was refused; 2 wrong use; 3 no input could be used;
4 workspace; 5 store; 6 query refused, wrong or stopped; 7 output not written; 8 doctor found
something to mend; 130 stopped by Ctrl-C.
"""


class Commands(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 — click calls it so
        """Name the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 — same
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        found = getattr(importlib.import_module(f"graph.cli.{module}"), name)
        assert isinstance(found, click.Command)  # noqa: S101 — the table above is wrong otherwise
        return found

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; errors of the project end in a sentence and their exit code."""
        try:
            return super().invoke(ctx)
        except GovgraphError as error:
            click.echo(f"Error: {error}", err=True)
            raise SystemExit(error.exit) from error
        except KeyboardInterrupt:
            click.echo(
                "stopped; what was already written stays, and the same command goes on", err=True
            )
            raise SystemExit(Exit.STOPPED) from None
        except BrokenPipeError:
            sys.stderr.close()  # the reader of our output has left, as `head` does
            raise SystemExit(Exit.DONE) from None


@click.group(cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@with_settings
@click.version_option(version("govgraph"), prog_name="govgraph")
def group() -> None:
    """Build and ask a knowledge graph of Chinese government activity.

    Read newspaper articles, find officials, inspection teams, districts, bodies, enterprises and
    events, and the facts between them; every fact keeps the sentence that says so.
    """


def main() -> None:
    """Run the command; output is UTF-8 whatever the console says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    group(prog_name="govgraph")
