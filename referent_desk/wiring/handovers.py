"""Handing over and erasing a name, asked as the window asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_handovers import HandoverQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.erasures import ErasureSurvey
    from referent_desk.domain.handovers import AfterSigning, DepartmentHandovers, Given


class _Handovers:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def list_handovers(self, department_id: str) -> DepartmentHandovers:
        from referent_desk.usecases.handovers import list_handovers

        return list_handovers(self._held.desk, department_id)

    def tick(self, handover_id: str, item_id: str, is_done: bool) -> Saved:
        from referent_desk.usecases.handovers import tick_item

        return tick_item(self._held.desk, handover_id, item_id, is_done)

    def add_item(self, handover_id: str, what: str) -> Saved:
        from referent_desk.usecases.handovers import add_item

        return add_item(self._held.desk, handover_id, what)

    def give(self, handover_id: str, given: tuple[Given, ...]) -> Saved:
        from referent_desk.usecases.handovers import give_over

        return give_over(self._held.desk, handover_id, given)

    def sign(self, handover_id: str, day: date, after: AfterSigning) -> Saved:
        from referent_desk.usecases.handovers import sign_handover

        return sign_handover(self._held.desk, handover_id, day, after)

    def give_up(self, handover_id: str) -> Saved:
        from referent_desk.usecases.handovers import give_up_handover

        return give_up_handover(self._held.desk, handover_id)

    def write_file(self, handover_id: str, output: Path) -> Path:
        from referent_desk.usecases.handovers_files import write_handover_file

        return write_handover_file(self._held.desk, handover_id, output)

    def suggest_path(self, handover_id: str) -> Path:
        from referent_desk.usecases.handovers_files import suggested_path

        return suggested_path(self._held.desk, handover_id)

    def days(self, person_id: str) -> tuple[date | None, date | None, date]:
        from referent_desk.usecases.erasures import erasure_days

        return erasure_days(self._held.desk, person_id)

    def survey(self, person_id: str) -> ErasureSurvey:
        from referent_desk.usecases.erasures import survey_erasure

        return survey_erasure(self._held.desk, person_id)

    def plan(self, person_id: str, day: date | None) -> Saved:
        from referent_desk.usecases.erasures import plan_erasure

        return plan_erasure(self._held.desk, person_id, day)

    def erase(self, person_id: str, by_text: bool | None) -> Saved:
        from referent_desk.usecases.erasures import erase_name

        return erase_name(self._held.desk, person_id, by_text)


def handover_questions(held: HeldDesk) -> HandoverQuestions:
    asked = _Handovers(held)
    return HandoverQuestions(
        list_handovers=asked.list_handovers,
        tick=asked.tick,
        add_item=asked.add_item,
        give=asked.give,
        sign=asked.sign,
        give_up=asked.give_up,
        write_file=asked.write_file,
        suggest_path=asked.suggest_path,
        days=asked.days,
        survey=asked.survey,
        plan=asked.plan,
        erase=asked.erase,
    )
