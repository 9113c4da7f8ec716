"""What is drawn on every sheet of one printing and is no part of what the sheets say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from referent_desk.domain.copies import Copy
from referent_desk.domain.coverage import referents_of
from referent_desk.domain.local_values import binder_place
from referent_desk.domain.people import AppointmentKind, AppointmentRank, Person
from referent_desk.domain.sheets import BinderStamp
from referent_desk.usecases.binder_contents import BinderFacts
from referent_desk.usecases.officers import officers_of


def stamp_of(
    printed_at: datetime,
    facts: BinderFacts,
    today: date,
    copy: Copy | None,
    copy_number: int | None,
    run_number: int | None,
) -> BinderStamp:
    officers = officers_of(facts.coverage, today)

    def called(people: Iterable[Person]) -> str:
        return ", ".join(
            " · ".join(filter(None, (person.full_name, person.printed_telephone)))
            for person in people
        )

    number = copy.number if copy else copy_number
    return BinderStamp(
        printed_at=printed_at.astimezone(),
        run_number=run_number,
        copy_number=number,
        copy_place=_place(facts, copy, number),
        holder=copy.holder if copy else "",
        referent=called(officers.referents),
        deputy=called(officers.deputies),
        security_referent=called(officers.security),
        referent_count=len(officers.referents) or len(_of_programs(facts, today)),
    )


def _of_programs(facts: BinderFacts, today: date) -> set[str]:
    """Who are referents of a program of the department, where nobody is for all of them."""
    kind, rank, coverage = AppointmentKind.SOFTWARE, AppointmentRank.MAIN, facts.coverage
    used = dict.fromkeys(use.software_id for use in coverage.deployments)
    found = (referents_of(coverage, today, kind, rank, software_id) for software_id in used)
    return {person.id for people in found for person in people}


def _place(facts: BinderFacts, copy: Copy | None, number: int | None) -> str:
    """What the department says of its binder holds for the first copy: others stand elsewhere."""
    if copy is not None and copy.place:
        return copy.place
    return binder_place(facts.local) if number in {None, 1} else ""
