"""What is drawn on every sheet of one printing and is no part of what the sheets say."""

from __future__ import annotations

from datetime import date, datetime

from referent_desk.domain.copies import Copy
from referent_desk.domain.people import Person
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

    def called(person: Person | None) -> str:
        return (
            " · ".join(part for part in (person.full_name, person.telephone) if part)
            if person
            else ""
        )

    return BinderStamp(
        printed_at=printed_at.astimezone(),
        run_number=run_number,
        copy_number=copy.number if copy else copy_number,
        copy_place=copy.place if copy else "",
        holder=copy.holder if copy else "",
        referent=called(officers.referent),
        deputy=called(officers.deputy),
        security_referent=called(officers.security),
    )
