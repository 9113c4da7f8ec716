"""People and numbers that a list of departments names beside each: its head, ward manager, DECT."""

from __future__ import annotations

import re

from referent_desk.domain.departments import BINDER_KINDS, Node
from referent_desk.domain.directory import DirectoryEntry, LineType, line_of
from referent_desk.domain.imports.answers import Choice, Offer, Reply, chosen, same_or_other
from referent_desk.domain.imports.capitals import first_name_written, last_name_written
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.names import (
    number_beside,
    person_key,
    refusal_of_name,
    split_full_name,
    split_role,
    without_title,
)
from referent_desk.domain.imports.namesakes import (
    Likeness,
    Written,
    is_called_short,
    likeness,
    lookups,
    written_person,
)
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.roles import is_doubted, is_role, without_doubt
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.people import Person

BETWEEN_PEOPLE = re.compile(
    r"\s*(?:[/;|\n&+]|\bet\b|\band\b)\s*|,\s*(?=(?:M|Mr|Mme|Mlle|Dr|Pr|Mrs|Ms)\b\.?\s)"
    r"|(?<=[a-zß-ÿ]),\s+(?!Cadre|Chef|M[ée]decin|Infirmi|Aide|Assistant|Secr[ée]taire|Interne|Pharmac|"
    r"Sage|Praticien|Responsable|R[ée]f[ée]rent|Technicien|Manip|Agent|Coord|Direct|Pu[ée]ri|Psycho)"
    r"(?=[A-ZÀ-Þ][^\W\d]+\s+[A-ZÀ-Þ])"
)
"""A comma before a title, and behind a name in small letters before two words that are one, and not
what somebody is."""
_HEADS = (Field.HEAD, Field.WARD_MANAGER)


def settle_beside(run: Run, node: Node, line: SourceLine, work: LineWork) -> None:
    """What the line says of a department besides what the department itself holds."""
    if line.text(Field.DECT):
        settle_carried(run, node.id, "", run.choices.label(Field.DECT), line, work)
    for field in _HEADS:
        for name in filter(None, BETWEEN_PEOPLE.split(line.text(field))):
            if node.kind in BINDER_KINDS:
                _settle_head(run, node, name, run.choices.label(field), work)
            else:
                work.say(Concern.NOTE, "head_not_stored", name=name, value=node.name)


def settle_carried(
    run: Run, owner_id: str, heading: str, label: str, line: SourceLine, work: LineWork
) -> None:
    """The telephone that somebody of the department carries, in the emergency directory."""
    shelf, number = run.ledger.entries, line.text(Field.DECT)
    known = shelf.find((owner_id, name_key(heading), name_key(label)))
    entry = next((each for each in known if each.closed_on is None), None)
    line_type = line_of(number, LineType.DECT)
    if entry is None:
        entry = DirectoryEntry(
            run.new_id(), owner_id, heading, label, number, line_type, position=line.row
        )
        run.add(shelf, entry, work, "directory_entry", label)
    run.settle(shelf, entry, {"number": number, "line_type": line_type}, label, work)


def known_by_initials(run: Run, last: str, first: str) -> Person | None:
    """Somebody of that last name of whom one of the two sides gives no more than initials or a
    shortened first name, of whom it gives the same words in another order, or whose last name
    alone is known, and begins or ends a name that nothing splits."""
    key = name_key(first)
    for person in run.ledger.people.find(name_key(last)):
        other = name_key(person.first_name)
        shorter, longer = sorted((key, other), key=len)
        if len(shorter) <= 1 and longer.startswith(shorter):
            return person
    written = Written(last, first)
    namesakes = [p for sought in lookups(written) for p in run.ledger.people.find(sought)]
    same = (p for p in namesakes if likeness(written, written_person(p)) is Likeness.SAME)
    lone = (p for p in namesakes if not (first or p.first_name) and first_beside(p, last, ""))
    short = (p for p in namesakes if is_called_short(written, written_person(p)))
    return next(same, None) or next(lone, None) or next(short, None)


def first_beside(person: Person, last: str, first: str) -> str:
    """The first name that a name tells of somebody whose last name is known: all the rest of one
    that nothing splits; empty where it does not tell."""
    known = name_key(person.last_name)
    if known == name_key(last) or first:
        return first if known == name_key(last) else ""
    words = last.split()
    for place in range(1, len(words)):
        head, tail = " ".join(words[:place]), " ".join(words[place:])
        if known in {name_key(head), name_key(tail)}:
            return tail if known == name_key(head) else head
    return ""


def is_sure(text: str, work: LineWork) -> bool:
    """Whether somebody says that the name is right that the list itself doubts."""
    offers = (Offer(Reply(Choice.SAME)), Offer(Reply(Choice.PART)))
    reply = work.ask("unsure_person", offers, name=text, near=without_doubt(text))
    return reply is not None and reply.choice is Choice.SAME


def _settle_head(run: Run, node: Node, text: str, role: str, work: LineWork) -> None:
    """Their role and department are only ever filled in: a staff list knows them better."""
    plain, number = number_beside(without_doubt(text))
    name, said = split_role(without_title(plain))
    last, first = split_full_name(name)
    if refusal_of_name(last):
        return
    if is_role(name):
        work.say(Concern.NOTE, "role_is_nobody", name=text)
        return
    if is_doubted(text) and not is_sure(text, work):
        return
    person, is_settled = _known(run, node, last, first, work)
    if not is_settled:
        return
    if person is None:
        person = Person(run.new_id(), last_name_written(last), first_name_written(first))
        run.add(run.ledger.people, person, work, "person", person.full_name)
    wanted = {
        "role": "" if person.role else said or role,
        "department_id": None if person.department_id else node.id,
        "telephone": "" if person.telephone else number,
    }
    run.settle(run.ledger.people, person, wanted, person.full_name, work)


def _known(
    run: Run, node: Node, last: str, first: str, work: LineWork
) -> tuple[Person | None, bool]:
    """Who is meant, and whether that is settled: None is somebody new, or not told yet."""
    found = run.ledger.people.find(person_key(last, first))
    here = [person for person in found if person.department_id == node.id]
    found = here if len(here) == 1 else found
    name = f"{first} {last}".strip()
    if len(found) > 1:
        reply = work.ask("ambiguous", chosen((p.id, p.full_name) for p in found), name=name)
        return (run.ledger.people.get(reply.value), True) if reply else (None, False)
    near = None if found else known_by_initials(run, last, first)
    if near is None:
        return (found[0] if found else None), True
    reply = work.ask("near_name", same_or_other(), name=name, near=near.full_name)
    return (near if reply and reply.choice is Choice.SAME else None), reply is not None
