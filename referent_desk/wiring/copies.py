"""The binder on the shelf: its state, replacement sheets, checks, numbered forms, printers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.jobs import Progress
from referent_desk.gui.questions import PreviewedBinder, PrintedFile
from referent_desk.gui.questions_copies import (
    CheckQuestions,
    CopyQuestions,
    LotQuestions,
    PrintedLot,
    Proposal,
    RecordedCheck,
    ReplacementQuestions,
    StateQuestions,
)
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.copies import CopyEnd, Run
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.lots import Lot
    from referent_desk.domain.printing import PrinterRow
    from referent_desk.domain.sheet_states import BinderState
    from referent_desk.domain.shelf_checks import DrawnSheet, Reading, ShelfCheck


def copy_questions(held: HeldDesk) -> CopyQuestions:
    def list_printers(department_id: str) -> tuple[PrinterRow, ...]:
        from referent_desk.usecases.printing import list_ward_printers

        return list_ward_printers(held.desk, department_id)

    return CopyQuestions(
        states=_states(held),
        replacements=_replacements(held),
        checks=_checks(held),
        lots=_lots(held),
        list_printers=list_printers,
    )


def _states(held: HeldDesk) -> StateQuestions:
    def read_state(department_id: str) -> BinderState:
        from referent_desk.usecases.binder_states import read_state

        return read_state(held.desk, department_id)

    def list_runs(copy_id: str) -> tuple[Run, ...]:
        from referent_desk.usecases.copies import list_runs

        return list_runs(held.desk, copy_id)

    def sheet_subjects(department_id: str) -> Mapping[str, str]:
        from referent_desk.usecases.copies import sheet_subjects

        return sheet_subjects(held.desk, department_id)

    return StateQuestions(read_state, list_runs, sheet_subjects)


class _Replacements:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def propose(self, department_id: str, copy_number: int) -> Proposal:
        from referent_desk.usecases.replacements import propose

        return propose(self._held.desk, department_id, copy_number)

    def preview(
        self, department_id: str, copy_number: int, one_sided: bool, progress: Progress
    ) -> PreviewedBinder:
        from referent_desk.usecases.replacements import preview_replacements

        return preview_replacements(
            self._held.desk, department_id, copy_number, one_sided=one_sided, progress=progress
        )

    def write(
        self,
        department_id: str,
        copy_number: int,
        path: Path,
        one_sided: bool,
        progress: Progress,
    ) -> PrintedFile:
        from referent_desk.usecases.replacements import print_replacements

        return print_replacements(
            self._held.desk,
            department_id,
            copy_number,
            path,
            one_sided=one_sided,
            progress=progress,
        )

    def suggest_path(self, department_id: str, copy_number: int) -> Path:
        from referent_desk.usecases.replacements import suggested_path

        return suggested_path(self._held.desk, department_id, copy_number)

    def confirm(self, run_id: str, who: str, day: date) -> Saved:
        from referent_desk.usecases.run_facts import confirm_printing

        return confirm_printing(self._held.desk, run_id, who, day)

    def file(self, run_id: str, who: str, day: date) -> Saved:
        from referent_desk.usecases.run_facts import record_insertion

        return record_insertion(self._held.desk, run_id, who, day)

    def annul(self, run_id: str, reason: str) -> Saved:
        from referent_desk.usecases.run_facts import annul_mark

        return annul_mark(self._held.desk, run_id, reason)

    def close(self, copy_id: str, because: CopyEnd, day: date) -> Saved:
        from referent_desk.usecases.copies import close_copy

        return close_copy(self._held.desk, copy_id, because, day)


def _replacements(held: HeldDesk) -> ReplacementQuestions:
    asked = _Replacements(held)
    return ReplacementQuestions(
        propose=asked.propose,
        preview=asked.preview,
        write=asked.write,
        suggest_path=asked.suggest_path,
        confirm=asked.confirm,
        file=asked.file,
        annul=asked.annul,
        close=asked.close,
    )


class _Checks:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def draw(self, copy_id: str) -> tuple[DrawnSheet, ...]:
        from referent_desk.usecases.shelf_checks import draw

        return draw(self._held.desk, copy_id)

    def read(self, copy_id: str, sheet_code: str, typed: str) -> Reading:
        from referent_desk.usecases.shelf_checks import read

        return read(self._held.desk, copy_id, sheet_code, typed)

    def record(self, copy_id: str, who: str, day: date, typed: Mapping[str, str]) -> RecordedCheck:
        from referent_desk.usecases.shelf_checks import record_check

        return record_check(self._held.desk, copy_id, who, day, typed)

    def list_checks(self, copy_id: str) -> tuple[ShelfCheck, ...]:
        from referent_desk.usecases.shelf_checks import list_checks

        return list_checks(self._held.desk, copy_id)

    def annul(self, check_id: str, reason: str) -> Saved:
        from referent_desk.usecases.shelf_checks import annul_check

        return annul_check(self._held.desk, check_id, reason)

    def set_months(self, department_id: str, months: int) -> Saved:
        from referent_desk.usecases.shelf_checks import set_months

        return set_months(self._held.desk, department_id, months)


def _checks(held: HeldDesk) -> CheckQuestions:
    asked = _Checks(held)
    return CheckQuestions(
        draw=asked.draw,
        read=asked.read,
        record=asked.record,
        list_checks=asked.list_checks,
        annul=asked.annul,
        set_months=asked.set_months,
    )


class _Lots:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def list_lots(self, department_id: str) -> tuple[Lot, ...]:
        from referent_desk.usecases.lots import list_lots

        return list_lots(self._held.desk, department_id)

    def list_forms(self) -> tuple[tuple[str, str], ...]:
        from referent_desk.usecases.lots import list_forms

        return list_forms(self._held.desk)

    def print_lot(
        self,
        form_code: str,
        department_id: str,
        amount: int,
        path: Path,
        who: str,
        progress: Progress,
    ) -> PrintedLot:
        from referent_desk.usecases.lots import print_lot

        return print_lot(self._held.desk, form_code, department_id, amount, path, who, progress)

    def suggest_path(self, form_code: str, department_id: str) -> Path:
        from referent_desk.usecases.lots import suggested_path

        return suggested_path(self._held.desk, form_code, department_id)

    def annul(self, lot_id: str, reason: str) -> Saved:
        from referent_desk.usecases.lots import annul_lot

        return annul_lot(self._held.desk, lot_id, reason)


def _lots(held: HeldDesk) -> LotQuestions:
    asked = _Lots(held)
    return LotQuestions(
        list_lots=asked.list_lots,
        list_forms=asked.list_forms,
        print_lot=asked.print_lot,
        suggest_path=asked.suggest_path,
        annul=asked.annul,
    )
