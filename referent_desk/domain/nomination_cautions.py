"""What is to be seen before somebody is proposed or appointed; nothing of it forbids anything."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from referent_desk.domain.nominations import (
    MANY_OFFICES,
    Caution,
    Colleague,
    Namesake,
    Wanted,
    Warn,
    is_much_time,
)
from referent_desk.domain.people import (
    IN_OFFICE,
    Appointment,
    AppointmentRank,
    Person,
    appointment_state,
)


def cautions_of(
    wanted: Wanted,
    person: Person | None,
    colleague: Colleague | None,
    appointments: Iterable[Appointment],
    people: dict[str, Person],
    namesakes: tuple[Namesake, ...],
    today: date,
) -> tuple[Caution, ...]:
    """`appointments` are those of the department and of what it stands under."""
    day = max(wanted.since or today, today)
    in_office = [
        (one, holder)
        for one in appointments
        if (holder := people.get(one.person_id)) is not None
        and appointment_state(one.since, one.until, holder.left_on, day) in IN_OFFICE
    ]
    held = [(one, holder) for one, holder in in_office if one.kind is wanted.kind]
    return (
        *_of_name(person, namesakes),
        *_of_rank(wanted, held),
        *_of_person(wanted, person, held),
        *_of_burden(wanted, colleague, [one for one, _holder in in_office]),
    )


def _of_name(person: Person | None, namesakes: tuple[Namesake, ...]) -> Iterable[Caution]:
    if person is not None and len(namesakes) > 1:
        told = [one.told_by for one in sorted(namesakes, key=lambda n: n.id != person.id)]
        yield Caution(Warn.NAMESAKE, (person.full_name, *told), len(namesakes))


def _of_rank(wanted: Wanted, held: list[tuple[Appointment, Person]]) -> Iterable[Caution]:
    main = AppointmentRank.MAIN
    if wanted.rank is AppointmentRank.DEPUTY and not any(
        one.rank is main and one.software_id in {None, wanted.software_id} for one, _who in held
    ):
        yield Caution(Warn.DEPUTY_WITHOUT_MAIN)
    others = tuple(
        who.full_name
        for one, who in held
        if one.rank is wanted.rank
        and one.software_id == wanted.software_id
        and one.department_id == wanted.department_id
        and one.person_id != wanted.person_id
        and (wanted.until is None or one.since is None or one.since <= wanted.until)
    )
    if others:
        yield Caution(Warn.OTHER_HOLDER, others, len(others))


def _of_person(
    wanted: Wanted, person: Person | None, held: list[tuple[Appointment, Person]]
) -> Iterable[Caution]:
    if person is None:
        return
    if any(
        one.person_id == person.id
        and one.rank is not wanted.rank
        and one.software_id == wanted.software_id
        and one.department_id == wanted.department_id
        for one, _who in held
    ):
        yield Caution(Warn.BOTH_RANKS, (person.full_name,))
    if person.left_on is not None and (wanted.until is None or person.left_on < wanted.until):
        yield Caution(Warn.LEAVES_BEFORE, (person.full_name,), day=person.left_on)


def _of_burden(
    wanted: Wanted, colleague: Colleague | None, held: list[Appointment]
) -> Iterable[Caution]:
    if colleague is None:
        return
    offices = colleague.offices - _held_with_all(wanted, colleague.id, held)
    if offices >= MANY_OFFICES:
        yield Caution(Warn.MANY_OFFICES, (colleague.name,), offices)
    minutes = colleague.minutes_granted + wanted.minutes_a_week
    if is_much_time(minutes, colleague):
        yield Caution(Warn.MUCH_TIME, (colleague.name,), minutes)


def _held_with_all(wanted: Wanted, person_id: str, held: list[Appointment]) -> int:
    """Who answers for all the software of a department answers for each: that is no more work."""
    own = [
        one.software_id
        for one in held
        if one.person_id == person_id and one.department_id == wanted.department_id
    ]
    answers_for_all = wanted.software_id is None or None in own
    return sum(software_id is not None for software_id in own) if answers_for_all else 0
