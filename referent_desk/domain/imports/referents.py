"""Who looks after a software, as the list of a ward says it: its referent in that department."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from referent_desk.domain.departments import Node
from referent_desk.domain.imports.answers import Choice, Offer, Reply, chosen, same_or_other
from referent_desk.domain.imports.beside import people_beside
from referent_desk.domain.imports.callers import call_person
from referent_desk.domain.imports.capitals import first_name_written, last_name_written
from referent_desk.domain.imports.heads import BETWEEN_PEOPLE, is_sure
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.names import Who, person_key, who_is, without_service
from referent_desk.domain.imports.namesakes import (
    Likeness,
    NamesOfFile,
    Written,
    likeness,
    lookups,
    written_person,
)
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.roles import is_doubted
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.software import Software

_RANKS = {
    Field.REFERENT: tuple(AppointmentRank),
    Field.DEPUTY: (AppointmentRank.DEPUTY,),
}
"""The first that a list names as the referent is the main one, the next their deputy."""
_RANKS_OF_FIRST = (*AppointmentRank, AppointmentRank.MAIN)
"""Where both are held, the last of these is shared: each line of a program names its own."""
_NUMBERS = {
    Field.REFERENT: Field.REFERENT_TELEPHONE,
    Field.DEPUTY: Field.DEPUTY_TELEPHONE,
}


def settle_referents(
    run: Run, department: Node | None, software: Software, line: SourceLine, work: LineWork
) -> None:
    if department is None:
        for text in filter(None, map(line.text, _RANKS)):
            work.say(Concern.NOTE, "referent_not_stored", name=text)
        return
    if department.closed_on is not None:
        for text in filter(None, map(line.text, _RANKS)):
            work.say(Concern.NOTE, "department_closed", name=text, value=department.name)
        return
    for place, (field, part, number) in enumerate(_in_order(line)):
        if _is_person(run, part, work):
            person = _person(run, department, part, number, work)
            since = line.day(Field.REFERENT_SINCE) if field is Field.REFERENT else None
            ranks = _RANKS[field] if place or field is Field.DEPUTY else _RANKS_OF_FIRST
            if person is not None:
                _appoint(run, department, software, person, ranks, since, work)


def _in_order(line: SourceLine) -> Iterable[tuple[Field, str, str]]:
    """The first referent, who stands in the column of deputies, then other names of referents.

    Each with their number; of several people, numbers that are not as many are nobody's.
    """
    named, deputies = ([*_numbered(line, field)] for field in _RANKS)
    return (*named[:1], *deputies, *named[1:])


def _numbered(line: SourceLine, field: Field) -> Iterable[tuple[Field, str, str]]:
    names = tuple(_people(line.text(field)))
    text = line.text(_NUMBERS[field])
    numbers = (text,) if len(names) == 1 else tuple(_parts(text))
    if len(numbers) != len(names):
        numbers = ("",) * len(names)
    return ((field, name, number) for name, number in zip(names, numbers, strict=True))


def _parts(text: str) -> Iterable[str]:
    return filter(None, BETWEEN_PEOPLE.split(text))


def _people(text: str) -> Iterable[str]:
    return map(without_service, _parts(text))


def _names(run: Run) -> NamesOfFile:
    """Of the whole file and of the staff that stands on its other sheets, read once."""
    if run.names is None:
        cells = (line.text(field) for line in run.lines for field in _RANKS)
        named = (part for cell in cells for part in _people(cell))
        people = (part for part in named if who_is(part) in {Who.PERSON, Who.UNSURE})
        beside = people_beside(run.choices.beside)
        run.names = NamesOfFile(people, run.ledger.people, tuple(beside))
    return run.names


def posts_of(text: str) -> tuple[str, ...]:
    """What a cell of referents names that is no person: `service technique`."""
    return tuple(part for part in _people(text) if who_is(part) is Who.POST)


def whole_name(run: Run, text: str) -> str:
    """As the file spells in full whom it calls shorter; the text itself where several may be."""
    parts = tuple(_people(text))
    if len(parts) != 1:
        return text
    meant = _names(run).meant(_names(run).read(parts[0]))
    if len(meant) != 1:
        return text
    return f"{first_name_written(meant[0].first)} {last_name_written(meant[0].last)}".strip()


def _is_person(run: Run, text: str, work: LineWork) -> bool:
    """Of a single word that may be a name it is asked, unless somebody is called so."""
    who = who_is(text)
    if who in {Who.PERSON, Who.UNSURE} and is_doubted(text):
        return is_sure(text, work)
    match who:
        case Who.PERSON:
            return True
        case Who.POST:
            work.say(Concern.NOTE, "referent_is_post", name=text)
        case Who.UNSURE:
            names = _names(run)
            if names.is_known(text) or _alike(run, names.read(text)):
                return True
            offers = (Offer(Reply(Choice.SAME)), Offer(Reply(Choice.PART)))
            reply = work.ask("is_person", offers, name=text)
            return reply is not None and reply.choice is Choice.SAME
        case Who.NOBODY:
            pass
    return False


def _person(run: Run, department: Node, text: str, number: str, work: LineWork) -> Person | None:
    """Who is meant, or somebody new; None while that is asked, or where nobody is to be added.

    `number` has a column of its own: it counts as that of a staff list does.
    """
    people = run.ledger.people
    written = _written(run, department, _names(run).read(text), work)
    if written is None:
        return None
    last, first = last_name_written(written.last), first_name_written(written.first)
    written = replace(written, last=last, first=first)
    person, is_settled = _known(run, department, written, work)
    if not is_settled:
        return None
    if person is None:
        run.unknown_people.setdefault(person_key(written.last, written.first), written.full_name)
        if not run.choices.answers.adds_people:
            work.say(Concern.NOTE, "person_not_added", name=written.full_name)
            return None
        person = Person(run.new_id(), last, first, department_id=department.id)
        run.add(people, person, work, "person", person.full_name)
    is_fuller = len(name_key(written.first)) > len(name_key(person.first_name))
    wanted = {
        "first_name": first if is_fuller and person.first_name else "",
        "role": "" if person.role else written.role,
        "telephone": number or ("" if person.telephone else written.telephone),
    }
    person = run.settle(people, person, wanted, person.full_name, work)
    return call_person(run, person, work)


def _written(run: Run, department: Node, written: Written, work: LineWork) -> Written | None:
    """The fullest name of the one who is meant, in the file or here; asked where several fit."""
    meant = _names(run).meant(written)
    if likeness(meant[0], written) is not Likeness.SAME:
        alike = [(how, person) for how, person in _alike(run, written) if how > Likeness.NEAR]
        here = [written_person(p) for _how, p in alike if p.department_id == department.id]
        others = [p for p in here if all(likeness(p, m) is Likeness.OTHER for m in meant)]
        meant += [replace(p, role=written.role, telephone=written.telephone) for p in others]
    if len(meant) == 1:
        return meant[0]
    offers = chosen((each.full_name, each.full_name) for each in meant)
    reply = work.ask("ambiguous", offers, name=written.full_name)
    return next((each for each in meant if reply and each.full_name == reply.value), None)


def _known(
    run: Run, department: Node, written: Written, work: LineWork
) -> tuple[Person | None, bool]:
    """The one person whom the name fits, first of those of the department; else it is asked."""
    people, name = run.ledger.people, written.full_name
    alike = _alike(run, written)
    sure = [p for how, p in alike if how is Likeness.SAME] or [
        p for how, p in alike if how is Likeness.FITS
    ]
    here = [person for person in sure if person.department_id == department.id]
    sure = here if len(here) == 1 else sure
    if len(sure) > 1:
        reply = work.ask("ambiguous", chosen((p.id, p.full_name) for p in sure), name=name)
        return (people.get(reply.value), True) if reply else (None, False)
    if sure:
        return sure[0], True
    for _how, near in alike:
        reply = work.ask("same_person", same_or_other(), name=name, near=near.full_name)
        if reply is None or reply.choice is Choice.SAME:
            return (near if reply else None), reply is not None
    return None, True


def _alike(run: Run, written: Written) -> list[tuple[Likeness, Person]]:
    """Who may be meant."""
    found = {p.id: p for key in lookups(written) for p in run.ledger.people.find(key)}
    alike = ((likeness(written, written_person(each)), each) for each in found.values())
    return [(how, each) for how, each in alike if how is not Likeness.OTHER]


def _appoint(
    run: Run,
    department: Node,
    software: Software,
    person: Person,
    ranks: tuple[AppointmentRank, ...],
    since: date | None,
    work: LineWork,
) -> None:
    """To the first of these ranks that nobody holds: nobody is put aside.

    Where the file itself names who holds them, both answer: a ward often has two of a rank.
    """
    shelf, name = run.ledger.appointments, f"{person.full_name} – {software.name}"
    for_all = (each for each in shelf.find((department.id, None)) if each.until is None)
    known = shelf.find((department.id, software.id))
    theirs = [each for each in known if each.person_id == person.id]
    if theirs:
        run.settle(shelf, theirs[-1], {"since": since}, name, work)
        return
    if any(each.person_id == person.id and each.rank is ranks[0] for each in for_all):
        work.touched = True
        work.say(Concern.NOTE, "answers_for_all", name=name)
        return
    held = {each.rank: each for each in known if each.until is None}
    free = [rank for rank in ranks if rank not in held]
    main = held.get(AppointmentRank.MAIN) if AppointmentRank.MAIN in ranks else None
    holder = main if main is not None else held.get(ranks[-1])
    if holder is not None and holder.id not in run.seen and (main is not None or not free):
        stored = run.ledger.people.get(holder.person_id).full_name
        is_deputy = holder.rank is AppointmentRank.DEPUTY
        code = "deputy_kept" if is_deputy else "referent_kept"
        work.touched = True
        work.say(Concern.KEPT, code, name=name, stored=stored)
        return
    rank = next(iter(free), ranks[-1])
    appointment = Appointment(
        run.new_id(), person.id, department.id, AppointmentKind.SOFTWARE, rank, software.id, since
    )
    is_deputy = appointment.rank is AppointmentRank.DEPUTY
    run.add(shelf, appointment, work, "deputy" if is_deputy else "appointment", name)
