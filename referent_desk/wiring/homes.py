"""Opening, filling and closing the home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.domain.listings import Listing
from referent_desk.errors import NotFound
from referent_desk.gui.questions import HomeQuestions, OpenedHome
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.changes import Kind
    from referent_desk.domain.departments import DepartmentChoice


def home_questions(held: HeldDesk) -> HomeQuestions:
    def open_home(remembered: str | None) -> OpenedHome:
        return _open_home(held, remembered)

    def close_home() -> None:
        desk = held.let_go()
        trouble = desk.close() if desk is not None else None
        if trouble is not None:
            raise trouble

    def fill_demo() -> frozenset[Kind]:
        from referent_desk.usecases.demo_hospital import fill_demo_hospital

        return fill_demo_hospital(held.desk)

    return HomeQuestions(open_home, close_home, fill_demo)


def _open_home(held: HeldDesk, remembered: str | None) -> OpenedHome:
    from referent_desk.usecases.departments import list_departments
    from referent_desk.usecases.desks import open_desk, reopen_desk
    from referent_desk.usecases.software import list_software

    held.take(reopen_desk(held.desk) if held.is_open else open_desk(held.home, held.clock))
    one = Listing(limit=1)
    known = list_departments(held.desk, one).total + list_software(held.desk, one).total
    return OpenedHome(
        read_only=held.desk.read_only,
        notices=held.desk.notices,
        is_empty=known == 0,
        department=_department(held, remembered or _showcase(held)),
        waits_for_writer=held.desk.waits_for_writer,
    )


def _showcase(held: HeldDesk) -> str | None:
    """Where the demo hospital is first seen: in the ward that shows most."""
    from referent_desk.usecases.demo import showcase_department

    return showcase_department(held.desk) if held.desk.demo else None


def _department(held: HeldDesk, wanted: str | None) -> DepartmentChoice | None:
    """The one of last time while it exists, else the first."""
    from referent_desk.usecases.departments import department_detail, list_choices

    if wanted is not None:
        try:
            return department_detail(held.desk, wanted).choice
        except NotFound:
            pass
    return next(iter(list_choices(held.desk, Listing(limit=1)).rows), None)
