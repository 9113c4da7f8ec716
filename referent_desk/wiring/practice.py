"""Reading, practising and dialling, asked as the window asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_practice import (
    DialQuestions,
    PracticeQuestions,
    ReadingQuestions,
)
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.acknowledgements import Mark, Reader, Register
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.dial_checks import DialCheck, WantedCall


class _Readings:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def register(self, department_id: str) -> Register:
        from referent_desk.usecases.acknowledgements import read_register

        return read_register(self._held.desk, department_id)

    def record(self, department_id: str, marks: tuple[Mark, ...], day: date, who: str) -> Saved:
        from referent_desk.usecases.acknowledgements import record_acknowledgements

        return record_acknowledgements(self._held.desk, department_id, marks, day, who)

    def match(self, department_id: str, name: str, person_id: str) -> Saved:
        from referent_desk.usecases.acknowledgements import match_name

        return match_name(self._held.desk, department_id, name, person_id)

    def find(self, department_id: str, names: tuple[str, ...]) -> tuple[Reader, ...]:
        from referent_desk.usecases.acknowledgements import find_readers

        return find_readers(self._held.desk, department_id, names)

    def write(self, department_id: str, revision_ids: tuple[str, ...], path: Path) -> Path:
        from referent_desk.usecases.practice_papers import write_signing_sheet

        return write_signing_sheet(self._held.desk, department_id, revision_ids, path)

    def suggest_path(self, department_id: str) -> Path:
        from referent_desk.usecases.practice_papers import suggested_path

        return suggested_path(self._held.desk, "signing", department_id)


class _Dialling:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def check(self, department_id: str) -> DialCheck:
        from referent_desk.usecases.dial_checks import read_dial_check

        return read_dial_check(self._held.desk, department_id)

    def record(self, wanted: WantedCall) -> Saved:
        from referent_desk.usecases.dial_checks import record_dialling

        return record_dialling(self._held.desk, wanted)

    def annul(self, dialling_id: str, reason: str) -> Saved:
        from referent_desk.usecases.dial_checks import annul_dialling

        return annul_dialling(self._held.desk, dialling_id, reason)

    def write(self, department_id: str, path: Path) -> Path:
        from referent_desk.usecases.practice_papers import write_dial_list

        return write_dial_list(self._held.desk, department_id, path)

    def suggest_path(self, department_id: str) -> Path:
        from referent_desk.usecases.practice_papers import suggested_path

        return suggested_path(self._held.desk, "dialling", department_id)


def practice_questions(held: HeldDesk) -> PracticeQuestions:
    readings, dialling = _Readings(held), _Dialling(held)
    return PracticeQuestions(
        ReadingQuestions(
            register=readings.register,
            record=readings.record,
            match=readings.match,
            find=readings.find,
            write=readings.write,
            suggest_path=readings.suggest_path,
        ),
        DialQuestions(
            check=dialling.check,
            record=dialling.record,
            annul=dialling.annul,
            write=dialling.write,
            suggest_path=dialling.suggest_path,
        ),
    )
