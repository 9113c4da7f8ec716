"""From gathered sheets to paper, and what is told of it afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from referent_desk.domain.sheets import Sheet
from referent_desk.paper.binder import PrintedBinder, write_binder
from referent_desk.paper.sheets_lists import ListedSheet
from referent_desk.usecases.binder_gathering import GatheredBinder
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.kept_sheets import kept_sheets_of

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PrintResult:
    """`set_plain` names the codes of sheets whose layout failed and that were set as plain text.

    `run_number` and `run_id` are None when the home could only be read: nothing was recorded.
    `refused_forms` says which of the hospital's own forms were not used, and why; `new_copy`,
    whether the copy was not there before this printing.
    """

    path: Path
    pages: int
    sheets: int
    copy_number: int | None
    run_number: int | None
    set_plain: tuple[str, ...]
    refused_forms: tuple[str, ...]
    run_id: str | None = None
    new_copy: bool = False


def write_sheets(
    desk: Desk,
    ready: GatheredBinder,
    sheets: Sequence[Sheet],
    one_sided: bool,
    progress: Progress | None,
    others: Mapping[str, ListedSheet] | None = None,
) -> PrintedBinder:
    """`others` lie in the copy already: the list names them, they are not printed."""
    return write_binder(
        sheets,
        ready.head,
        ready.stamp,
        ready.language,
        one_sided=one_sided,
        progress=progress,
        kept=kept_sheets_of(desk),
        others=others,
    )
