"""The lists of the tabs, and one thing of each in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.gui.questions import ListQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.departments import DepartmentChoice, DepartmentDetail, DepartmentRow
    from referent_desk.domain.listings import Listing, Page
    from referent_desk.domain.people import AppointmentRow, PersonDetail, PersonRow
    from referent_desk.domain.procedures import ProcedureDetail, ProcedureRow
    from referent_desk.domain.proposals import ProposalRow
    from referent_desk.domain.software import SoftwareDetail, SoftwareRow


class _Lists:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def list_departments(self, listing: Listing) -> Page[DepartmentRow]:
        from referent_desk.usecases.departments import list_departments

        return list_departments(self._held.desk, listing)

    def list_choices(self, listing: Listing) -> Page[DepartmentChoice]:
        from referent_desk.usecases.departments import list_choices

        return list_choices(self._held.desk, listing)

    def read_department(self, department_id: str) -> DepartmentDetail:
        from referent_desk.usecases.departments import department_detail

        return department_detail(self._held.desk, department_id)

    def list_software(self, listing: Listing) -> Page[SoftwareRow]:
        from referent_desk.usecases.software import list_software

        return list_software(self._held.desk, listing)

    def read_software(self, software_id: str) -> SoftwareDetail:
        from referent_desk.usecases.software import software_detail

        return software_detail(self._held.desk, software_id)

    def list_appointments(self, listing: Listing) -> Page[AppointmentRow | ProposalRow]:
        from referent_desk.usecases.proposals import list_referents

        return list_referents(self._held.desk, listing)

    def list_people(self, listing: Listing) -> Page[PersonRow]:
        from referent_desk.usecases.people import list_people

        return list_people(self._held.desk, listing)

    def read_person(self, person_id: str) -> PersonDetail:
        from referent_desk.usecases.people import person_detail

        return person_detail(self._held.desk, person_id)

    def list_procedures(self, listing: Listing) -> Page[ProcedureRow]:
        from referent_desk.usecases.procedures import list_procedures

        return list_procedures(self._held.desk, listing)

    def read_procedure(
        self, department_id: str, function_id: str, software_id: str | None
    ) -> ProcedureDetail:
        from referent_desk.usecases.procedures import procedure_detail

        return procedure_detail(self._held.desk, department_id, function_id, software_id)


def list_questions(held: HeldDesk) -> ListQuestions:
    lists = _Lists(held)
    return ListQuestions(
        list_departments=lists.list_departments,
        list_choices=lists.list_choices,
        read_department=lists.read_department,
        list_software=lists.list_software,
        read_software=lists.read_software,
        list_appointments=lists.list_appointments,
        list_people=lists.list_people,
        read_person=lists.read_person,
        list_procedures=lists.list_procedures,
        read_procedure=lists.read_procedure,
    )
