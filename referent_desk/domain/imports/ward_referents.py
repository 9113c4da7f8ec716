"""Whom a list of staff calls the software referent: that of the whole ward."""

from __future__ import annotations

import re

from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.texts import folded

_REFERENT = re.compile(
    r"(?:referente?|ref\.?) (?:(?:des?|du|en) |de l.)?"
    r"(?:logiciels?|informatique|applications?|applis?)(?: du service| de l.unite)?"
    r"|(?:software|it) referent"
)
_BETWEEN = re.compile(r"\s*(?:[,;/()\n]|\s[-–—]\s)\s*")
_KIND, _RANK = AppointmentKind.SOFTWARE, AppointmentRank.MAIN


def says_referent_alone(text: str) -> bool:
    return _REFERENT.fullmatch(folded(text).strip()) is not None


def settle_ward_referent(run: Run, person: Person, line: SourceLine, work: LineWork) -> None:
    """Nobody is put aside who holds it already."""
    said = (line.text(field) for field in (Field.ROLE, Field.REMARKS))
    text = next((each for each in said if any(map(says_referent_alone, _BETWEEN.split(each)))), "")
    if not text or person.department_id is None:
        return
    if run.node(person.department_id).closed_on is not None:
        return
    shelf, name = run.ledger.appointments, person.full_name
    known = shelf.find((person.department_id, None))
    held = [a for a in known if a.until is None and (a.kind, a.rank) == (_KIND, _RANK)]
    theirs = next((a for a in held if a.person_id == person.id), None)
    if theirs is None and held:
        stored = run.ledger.people.get(held[0].person_id).full_name
        work.say(Concern.KEPT, "referent_kept", name=name, stored=stored)
        return
    if theirs is None:
        place = person.department_id
        theirs = Appointment(run.new_id(), person.id, place, _KIND, _RANK)
        run.add(shelf, theirs, work, "appointment", name)
    work.say(Concern.NOTE, "referent_of_all", name=name, value=text)
