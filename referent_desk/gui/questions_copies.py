"""What the window may ask about the binder on the shelf; all on the worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from datetime import date

    from referent_desk.domain.copies import CopyEnd, Run
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.lots import Lot
    from referent_desk.domain.printing import PrinterRow
    from referent_desk.domain.sheet_states import BinderState
    from referent_desk.domain.shelf_checks import DrawnSheet, Reading, ShelfCheck
    from referent_desk.gui.jobs import Progress
    from referent_desk.gui.questions import PreviewedBinder, PrintedFile


class Proposal(Protocol):
    """What is proposed to be printed for a copy. `full`: everything, because `share` of the sheets
    (0 to 1) would be replaced, because nothing was ever filed: then nothing can be replaced, or
    because a backup was put back that has `forgotten` what may lie in the copy."""

    @property
    def full(self) -> bool: ...

    @property
    def never_filed(self) -> bool: ...

    @property
    def forgotten(self) -> bool: ...

    @property
    def share(self) -> float: ...

    @property
    def insert(self) -> int: ...

    @property
    def remove(self) -> int: ...


class RecordedCheck(Protocol):
    @property
    def check(self) -> ShelfCheck: ...

    @property
    def saved(self) -> Saved: ...


class PrintedLot(Protocol):
    @property
    def saved(self) -> Saved: ...

    @property
    def path(self) -> Path: ...

    @property
    def lot(self) -> Lot: ...

    @property
    def pages(self) -> int: ...


@dataclass(frozen=True, slots=True)
class StateQuestions:
    """`read_state` of a department; `list_runs` of a copy's id, the newest first.

    `sheet_subjects` of a department: what each sheet that was ever printed is made of, by its code,
    as `procedure:FUNCTION:SOFTWARE`, `software:ID`, `chapter:CODE`, `form:CODE`, `cover`, `list`.
    """

    read_state: Callable[[str], BinderState]
    list_runs: Callable[[str], tuple[Run, ...]]
    sheet_subjects: Callable[[str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class ReplacementQuestions:
    """`preview` and `write` print for the copy of that number; `write` records the printing.

    `confirm`, `file` take the run, who, and the day; `annul` the run and a reason, and takes back
    the last of its marks. `close` a copy: id, why, day.
    """

    propose: Callable[[str, int], Proposal]
    preview: Callable[[str, int, bool, Progress], PreviewedBinder]
    write: Callable[[str, int, Path, bool, Progress], PrintedFile]
    suggest_path: Callable[[str, int], Path]
    confirm: Callable[[str, str, date], Saved]
    file: Callable[[str, str, date], Saved]
    annul: Callable[[str, str], Saved]
    close: Callable[[str, CopyEnd, date], Saved]


@dataclass(frozen=True, slots=True)
class CheckQuestions:
    """`draw` the sheets of a check of a copy; `read` what was typed or scanned for one of them.

    `record`: the copy, who, the day, what was typed by sheet code ("" is a missing sheet).
    `annul`: a check and the reason.
    """

    draw: Callable[[str], tuple[DrawnSheet, ...]]
    read: Callable[[str, str, str], Reading]
    record: Callable[[str, str, date, Mapping[str, str]], RecordedCheck]
    list_checks: Callable[[str], tuple[ShelfCheck, ...]]
    annul: Callable[[str, str], Saved]
    set_months: Callable[[str, int], Saved]


@dataclass(frozen=True, slots=True)
class LotQuestions:
    """`print_lot`: form code, department, how many, where, who. `suggest_path`: code, department.

    `list_forms`: code and title. `annul`: a lot and the reason.
    """

    list_lots: Callable[[str], tuple[Lot, ...]]
    list_forms: Callable[[], tuple[tuple[str, str], ...]]
    print_lot: Callable[[str, str, int, Path, str, Progress], PrintedLot]
    suggest_path: Callable[[str, str], Path]
    annul: Callable[[str, str], Saved]


@dataclass(frozen=True, slots=True)
class CopyQuestions:
    states: StateQuestions
    replacements: ReplacementQuestions
    checks: CheckQuestions
    lots: LotQuestions
    list_printers: Callable[[str], tuple[PrinterRow, ...]]
