"""The base of every error that is meant for people, and the exit codes of the command."""

from enum import IntEnum
from typing import ClassVar


class Exit(IntEnum):
    """How the command ends."""

    DONE = 0
    PARTLY = 1  # something of the input was refused; the rest went in
    USAGE = 2  # unknown command, option, query or parameter
    INPUT = 3  # nothing of the input could be used
    WORKSPACE = 4  # damaged, of a newer version, or busy
    STORE = 5  # cannot be reached, wrong password, somebody else's database
    QUERY = 6  # refused, wrong, or stopped at a limit
    OUTPUT = 7  # a file could not be written
    UNSOUND = 8  # doctor found something that needs mending
    STOPPED = 130  # by Ctrl-C, as shells count signals


class GovgraphError(Exception):
    """An error whose message is a sentence for people: what, where, what to do."""

    exit: ClassVar[Exit] = Exit.PARTLY
