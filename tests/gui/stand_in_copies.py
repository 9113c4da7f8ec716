"""The shelf of a department in memory: two copies, what was printed for them, what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from referent_desk.domain.copies import Copy, CopyEnd, Mark, PrintedSheet, Run, RunStage
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.lots import Lot
from referent_desk.domain.printing import PrinterRow
from referent_desk.domain.sheet_states import (
    Ahead,
    BinderState,
    CopyState,
    Reason,
    SheetState,
    SheetStatus,
)
from referent_desk.domain.shelf_checks import CheckedSheet, DrawnSheet, Found, Reading, ShelfCheck
from referent_desk.gui.jobs import Progress
from referent_desk.gui.questions_copies import (
    CheckQuestions,
    CopyQuestions,
    LotQuestions,
    ReplacementQuestions,
    StateQuestions,
)
from tests.gui.stand_in_records import StandInRecords

TODAY = date(2026, 11, 9)
PRINTED_AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
WHY = Reason("title", {"before": "Meals", "after": "Meals on wards"}, date(2026, 11, 5))


def sheet(
    code: str,
    status: SheetStatus = SheetStatus.UP_TO_DATE,
    title: str = "Prescription",
    reasons: tuple[Reason, ...] = (),
) -> SheetState:
    shelf = None if status is SheetStatus.NEVER_PRINTED else (3, "K7M4")
    wanted = None if status is SheetStatus.TO_BE_REMOVED else (4, "P2Q8")
    if status is SheetStatus.UP_TO_DATE:
        wanted = shelf
    return SheetState(code, title, status, reasons, shelf, wanted, 2)


def printed(code: str) -> PrintedSheet:
    return PrintedSheet(f"id-{code}", code, 3, "K7M4", "hash", "Prescription", "{}", 2, TODAY)


def run(number: int = 31, copy_id: str = "c1", **said: Mark | None) -> Run:
    return Run(
        id=f"run-{number}",
        number=number,
        copy_id=copy_id,
        printed_at=PRINTED_AT,
        who="Ada Moreau",
        pages=6,
        one_sided=False,
        replacements=number > 30,
        sheets=(printed("PRE-01"), printed("SOM")),
        **said,
    )


def mark(day: date = TODAY, printer: str = "") -> Mark:
    return Mark("Zoé Roy", day, datetime(2026, 11, 9, 13, 2, tzinfo=UTC), printer)


def copy_state(
    number: int = 1,
    *sheets: SheetState,
    pending: Run | None = None,
    stage: RunStage | None = RunStage.FILED,
    text: str = "Ward office",
    check_due: date | None = TODAY,
) -> CopyState:
    copy = Copy(f"c{number}", number, text, text, "rouge")
    return CopyState(copy, sheets, pending, stage, None, check_due)


@dataclass(frozen=True)
class StandInProposal:
    full: bool
    share: float
    insert: int
    remove: int
    never_filed: bool = False
    forgotten: bool = False


@dataclass(frozen=True)
class StandInPages:
    pdf: bytes
    pages: int


@dataclass(frozen=True)
class StandInSheets:
    path: Path
    pages: int
    sheets: int
    copy_number: int | None
    run_number: int | None = 32
    set_plain: tuple[str, ...] = ()
    new_copy: bool = False


@dataclass(frozen=True)
class StandInLot:
    path: Path
    lot: Lot
    pages: int
    saved: Saved


@dataclass(frozen=True)
class StandInRecorded:
    check: ShelfCheck
    saved: Saved


@dataclass
class StandInCopies:
    """`states` may be changed between two readings; `said` holds what was recorded."""

    records: StandInRecords
    text: str = "Ward office"
    copies: tuple[CopyState, ...] = ()
    closed: tuple[Copy, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    runs: tuple[Run, ...] = ()
    proposal: StandInProposal = field(default_factory=lambda: StandInProposal(False, 0.1, 2, 0))
    subjects: Mapping[str, str] = field(
        default_factory=lambda: {"PRE-01": "procedure:f1:s1", "ANN-01": "chapter:ANN"}
    )
    lots: tuple[Lot, ...] = ()
    printers: tuple[PrinterRow, ...] = ()
    checks: tuple[ShelfCheck, ...] = ()
    said: list[tuple[object, ...]] = field(default_factory=list)
    read: list[str] = field(default_factory=list)

    def state(self, department_id: str) -> BinderState:
        self.read.append(department_id)
        return BinderState(
            department_id, self.text, "CAR", TODAY, self.copies, self.closed, self.ahead
        )

    def note(self, verb: Verb, *said: object) -> Saved:
        self.said.append(said)
        return self.records.saved(Deed(verb, "copy"), str(said[1]))

    def questions(self) -> CopyQuestions:
        return CopyQuestions(
            states=StateQuestions(
                read_state=self.state,
                list_runs=lambda copy_id: tuple(r for r in self.runs if r.copy_id == copy_id),
                sheet_subjects=lambda _id: self.subjects,
            ),
            replacements=ReplacementQuestions(
                propose=lambda _id, _number: self.proposal,
                preview=preview,
                write=write,
                suggest_path=lambda _id, number: Path(f"copy-{number}.pdf"),
                confirm=lambda run_id, who, day: self.note(
                    Verb.EDITED, "confirmed", run_id, who, day
                ),
                file=lambda run_id, who, day: self.note(Verb.EDITED, "filed", run_id, who, day),
                annul=lambda run_id, why: self.note(Verb.EDITED, "annulled", run_id, why),
                close=self.close,
            ),
            checks=CheckQuestions(
                draw=lambda _copy: (DrawnSheet("PRE-01", self.text, "r1", 3, "K7M4"),),
                read=lambda _copy, code, _typed: Reading(Found.PRESENT, None, code, 3),
                record=self.record,
                list_checks=lambda _copy: self.checks,
                annul=lambda check_id, why: self.note(Verb.EDITED, "annulled", check_id, why),
                set_months=lambda key, months: self.note(Verb.EDITED, "months", key, months),
            ),
            lots=LotQuestions(
                list_lots=lambda _id: self.lots,
                list_forms=lambda: (("F05", self.text),),
                print_lot=self.print_lot,
                suggest_path=lambda code, _id: Path(f"{code}.pdf"),
                annul=lambda lot_id, why: self.note(Verb.EDITED, "annulled", lot_id, why),
            ),
            list_printers=lambda _id: self.printers,
        )

    def close(self, copy_id: str, why: CopyEnd, day: date) -> Saved:
        return self.note(Verb.CLOSED, "closed", copy_id, why, day)

    def record(
        self, copy_id: str, who: str, day: date, typed: Mapping[str, str]
    ) -> StandInRecorded:
        saved = self.note(Verb.EDITED, "checked", copy_id, who, day, dict(typed))
        return StandInRecorded(ShelfCheck("k1", 1, who, day, ()), saved)

    def print_lot(
        self, code: str, key: str, amount: int, path: Path, who: str, progress: Progress
    ) -> StandInLot:
        progress(1, amount)
        path.write_bytes(b"%PDF")
        saved = self.note(Verb.EDITED, "lot", key, code, amount, who)
        made = Lot("l1", code, self.text, "1", 1, amount, who, TODAY)
        return StandInLot(path, made, amount, saved)


def preview(_id: str, _copy: int, _one_sided: bool, progress: Progress) -> StandInPages:
    progress(1, 2)
    return StandInPages(b"%PDF", 6)


def write(_id: str, copy: int, path: Path, _one_sided: bool, progress: Progress) -> StandInSheets:
    progress(1, 2)
    path.write_bytes(b"%PDF")
    return StandInSheets(path, 6, 2, copy)


def shelf_check(who: str = "Zoé Roy", missing: int = 1) -> ShelfCheck:
    found = [Found.MISSING] * missing + [Found.PRESENT] * (6 - missing)
    sheets = tuple(
        CheckedSheet(f"PRE-{n:02}", "Prescription", "K7M4", one, 3) for n, one in enumerate(found)
    )
    return ShelfCheck("k1", 1, who, TODAY, sheets)


def lot(first: int = 1, text: str = "Prescription") -> Lot:
    return Lot(f"l{first}", "F05", text, "2", first, 100, "Ada Moreau", TODAY)


def printer(text: str = "Office printer") -> PrinterRow:
    return PrinterRow("p1", text, text, "queue", True, None, TODAY, "")


def outdated(count: int = 3, kept: int = 4) -> tuple[SheetState, ...]:
    """Sheets to be replaced, then those that may stay."""
    gone = tuple(
        sheet(f"PRE-{n:02}", SheetStatus.OUT_OF_DATE, reasons=(WHY,)) for n in range(1, count + 1)
    )
    return (*gone, *(sheet(f"LAB-{n:02}") for n in range(1, kept + 1)))


def renamed(state: CopyState, text: str) -> CopyState:
    return replace(state, sheets=tuple(replace(one, title=text) for one in state.sheets))
