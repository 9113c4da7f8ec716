"""Who looks after a software, as the list of a ward says it: its referent in that department."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.departments import Node
from referent_desk.domain.imports import Concern, Field, SourceLine
from referent_desk.domain.imports_answers import Choice, Offer, Reply, chosen, same_or_other
from referent_desk.domain.imports_heads import BETWEEN_PEOPLE, known_by_initials
from referent_desk.domain.imports_matching import name_key
from referent_desk.domain.imports_names import (
    NUMBER_BESIDE,
    Who,
    person_key,
    said_in_brackets,
    split_written_name,
    who_is,
)
from referent_desk.domain.imports_runs import LineWork, Run
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.software import Software


@dataclass(frozen=True, slots=True)
class _Written:
    """A person as the cell gives them."""

    last: str
    first: str
    role: str
    telephone: str

    @property
    def full_name(self) -> str:
        return f"{self.first} {self.last}".strip()


def settle_referents(
    run: Run, department: Node | None, software: Software, line: SourceLine, work: LineWork
) -> None:
    text = line.text(Field.REFERENT)
    if text and department is None:
        work.say(Concern.NOTE, "referent_not_stored", name=text)
        return
    for part in filter(None, BETWEEN_PEOPLE.split(text)):
        if department is not None and _is_person(run, part, work):
            person = _person(run, department, _written(part), work)
            if person is not None:
                _appoint(run, department, software, person, work)


def _is_person(run: Run, text: str, work: LineWork) -> bool:
    """Of a single word that may be a name it is asked, unless somebody here is called so."""
    match who_is(text):
        case Who.PERSON:
            return True
        case Who.POST:
            work.say(Concern.NOTE, "referent_is_post", name=text)
        case Who.UNSURE:
            if run.ledger.people.find(name_key(split_written_name(text)[0])):
                return True
            offers = (Offer(Reply(Choice.SAME)), Offer(Reply(Choice.PART)))
            reply = work.ask("is_person", offers, name=text)
            return reply is not None and reply.choice is Choice.SAME
        case Who.NOBODY:
            pass
    return False


def _written(text: str) -> _Written:
    number = NUMBER_BESIDE.search(text)
    plain = text[: number.start()] if number else text
    last, first = split_written_name(plain)
    return _Written(last, first, said_in_brackets(plain), number.group(1) if number else "")


def _person(run: Run, department: Node, written: _Written, work: LineWork) -> Person | None:
    """Who is meant, or somebody new; None while that is asked, or where nobody is to be added."""
    people = run.ledger.people
    person, is_settled = _known(run, department, written, work)
    if not is_settled:
        return None
    if person is None:
        run.unknown_people.setdefault(person_key(written.last, written.first), written.full_name)
        if not run.choices.answers.adds_people:
            work.say(Concern.NOTE, "person_not_added", name=written.full_name)
            return None
        person = Person(run.new_id(), written.last, written.first, department_id=department.id)
        run.add(people, person, work, "person", person.full_name)
    wanted = {
        "role": "" if person.role else written.role,
        "telephone": "" if person.telephone else written.telephone,
    }
    return run.settle(people, person, wanted, person.full_name, work)


def _known(
    run: Run, department: Node, written: _Written, work: LineWork
) -> tuple[Person | None, bool]:
    """A last name alone is the one person of that name, first of those of the department."""
    people = run.ledger.people
    found = people.find(person_key(written.last, written.first))
    if not found and not written.first:
        found = people.find(name_key(written.last))
    here = [person for person in found if person.department_id == department.id]
    found = here if len(here) == 1 else found
    if len(found) > 1:
        offers = chosen((person.id, person.full_name) for person in found)
        reply = work.ask("ambiguous", offers, name=written.full_name)
        return (people.get(reply.value), True) if reply else (None, False)
    if found:
        return found[0], True
    near = _nearly(run, written)
    if near is None:
        return None, True
    reply = work.ask("near_name", same_or_other(), name=written.full_name, near=near.full_name)
    return (near if reply and reply.choice is Choice.SAME else None), reply is not None


def _nearly(run: Run, written: _Written) -> Person | None:
    """Somebody of that last name and initial, or `Karim B.` of whom the whole name is known."""
    last = name_key(written.last)
    if len(last) > 1:
        return known_by_initials(run, written.last, written.first)
    first = name_key(written.first)
    namesakes = (p for p in run.ledger.people if name_key(p.first_name) == first)
    return next((p for p in namesakes if name_key(p.last_name).startswith(last)), None)


def _appoint(
    run: Run, department: Node, software: Software, person: Person, work: LineWork
) -> None:
    """The first that a list names is the main one, the next their deputy; nobody is put aside."""
    shelf, name = run.ledger.appointments, f"{person.full_name} – {software.name}"
    for_all = (each for each in shelf.find((department.id, None)) if each.until is None)
    known = shelf.find((department.id, software.id))
    if any(each.person_id == person.id for each in (*for_all, *known)):
        work.touched = True
        return
    held = {each.rank: each for each in known if each.until is None}
    free = [rank for rank in AppointmentRank if rank not in held]
    main = held.get(AppointmentRank.MAIN)
    if not free or (main is not None and main.id not in run.seen):
        holder = main or next(iter(held.values()))
        stored = run.ledger.people.get(holder.person_id).full_name
        work.touched = True
        work.say(Concern.KEPT, "referent_kept", name=name, stored=stored)
        return
    appointment = Appointment(
        run.new_id(), person.id, department.id, AppointmentKind.SOFTWARE, free[0], software.id
    )
    run.add(shelf, appointment, work, "appointment", name)
