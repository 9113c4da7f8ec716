"""Who of the demo hospital has read what, and a number that was dialled. All of it is invented.

Done by the same use cases as by a person, with a clock that was put back.
"""

from __future__ import annotations

from referent_desk.domain.acknowledgements import Level, Mark, Register, Taught
from referent_desk.domain.dial_checks import CallOutcome, WantedCall
from referent_desk.domain.records import RecordKind
from referent_desk.usecases.acknowledgements import read_register, record_acknowledgements
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_shelves import days_ago
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dial_checks import read_dial_check, record_dialling
from referent_desk.usecases.records import add_record

_LONG_AGO, _LATELY, _SINCE = 300, 17, 11
"""Days ago: an earlier revision was read, the present ones were, and somebody new came."""
_WHO = "Maryse Aubry"
_NEW = {"last_name": "Keller", "first_name": "Jonas", "role": "Infirmier"}
_TEMPORARY = "Sonia Okafor"
"""Written on the sheet by hand; nobody of that name is known."""


def fill_demo_practice(desk: Desk) -> None:
    department = showcase_department(desk)
    with days_ago(desk, _LONG_AGO):
        register = read_register(desk, department)
        _record(desk, register, _marks(register, texts=2, people=len(register.staff)))
    with days_ago(desk, _LATELY):
        register = read_register(desk, department)
        count = len(register.staff)
        marks = _marks(register, texts=4, people=count - 2)
        marks += [Mark(marks[0].revision_id, _TEMPORARY, None, Level.READ)] if marks else []
        _record(desk, register, marks)
    with days_ago(desk, _SINCE):
        add_record(desk, RecordKind.PERSON, {**_NEW, "department_id": department})
    left = read_dial_check(desk, department).left
    if left:
        line = left[0]
        call = WantedCall(line.entry_id, line.number, CallOutcome.RIGHT, desk.clock.today(), _WHO)
        record_dialling(desk, call)
    desk.history.to_undo.clear()


def _marks(register: Register, texts: int, people: int) -> list[Mark]:
    """Fewer of them from text to text; the first of each have practised it too."""
    found = []
    for column, taught in enumerate(_approved(register)[:texts]):
        for place, reader in enumerate(register.staff[: max(people - column, 0)]):
            level = Level.PRACTISED if place < 2 else Level.READ
            found.append(Mark(taught.revision_id, reader.name, reader.person_id, level))
    return found


def _approved(register: Register) -> list[Taught]:
    """On that day: the clock was put back, the example was filled in today."""
    days = ((one, one.approved_on) for one in register.taught)
    return [one for one, day in days if day is None or day <= register.today]


def _record(desk: Desk, register: Register, marks: list[Mark]) -> None:
    record_acknowledgements(desk, register.department_id, marks, desk.clock.today(), _WHO)
