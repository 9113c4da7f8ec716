"""Where a workbook goes: whole or not at all, and never over a file that is something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from referent_desk.errors import RefusedInput
from referent_desk.language import _
from referent_desk.storage.files import starts_with, written_aside

_WORKBOOK = b"PK"


@contextmanager
def workbook_at(output: Path) -> Iterator[Callable[[bytes], None]]:
    """What is written takes its place when the block ends well; until then the old file stays."""
    if not starts_with(output, _WORKBOOK):
        raise RefusedInput(
            _("At {path} lies something that is not a workbook: it was left as it is.").format(
                path=output
            ),
            _("Give the name of a new file."),
        )
    with written_aside(output) as write:
        yield write
