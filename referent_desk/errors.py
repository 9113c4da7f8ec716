"""Errors meant for people, each with the exit code of the command line.

A `DeskError` carries one sentence on what happened and one on what to do, already in the reader's
language. Every other exception is a bug: it is logged and shown as a report that can be copied.
"""

from __future__ import annotations


class DeskError(Exception):
    """Something the reader can act on: `happened` and `what_to_do` are whole sentences."""

    exit_code = 2

    def __init__(self, happened: str, what_to_do: str = "") -> None:
        super().__init__(happened)
        self.happened = happened
        self.what_to_do = what_to_do

    def __str__(self) -> str:
        return f"{self.happened} {self.what_to_do}".strip()


class RefusedInput(DeskError):
    """What was given cannot be taken as it is; nothing was changed."""

    exit_code = 2


class RefusedField(RefusedInput):
    """What was typed into a field of a form; `code` says why, for a form with its own words."""

    def __init__(self, field: str, code: str, happened: str, what_to_do: str = "") -> None:
        super().__init__(happened, what_to_do)
        self.field = field
        self.code = code


class NotFound(RefusedInput):
    """What was named does not exist here, or the name fits several things."""


class DamagedData(DeskError):
    """The file is not what was written; says what still works."""

    exit_code = 3


class NewerData(DeskError):
    """The file was written by a newer version of the program: it is only read."""

    exit_code = 4


class NoRoom(DeskError):
    """Disk full, quota reached, or no permission to write there."""

    exit_code = 5


class OutOfReach(DeskError):
    """The stick, disk or network drive was taken away while its files were open."""

    exit_code = 5


class Busy(DeskError):
    """Another program or another PC is writing."""

    exit_code = 6


class NotPrinted(DeskError):
    """The paper cannot come from here; the PDF can still be saved. `code` says why."""

    exit_code = 5

    def __init__(self, happened: str, what_to_do: str, code: str) -> None:
        super().__init__(happened, what_to_do)
        self.code = code


class Cancelled(Exception):
    """The reader asked a long piece of work to stop; nothing of it was kept."""
