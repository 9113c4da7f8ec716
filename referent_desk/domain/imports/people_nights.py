"""Whom to call at night, where a list of staff has a column for it: lines of the directory."""

from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.nights import settle_night
from referent_desk.domain.imports.number_cells import read_part
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.people import Person
from referent_desk.domain.posts import is_on_call_alone
from referent_desk.domain.private_mobiles import printed_telephone


def settle_by_night(run: Run, person: Person, line: SourceLine, work: LineWork) -> None:
    """Called like who answers, `cadre de garde 4999`; like the person where the cell does not say.

    A mobile that may be their own is kept nowhere.
    """
    text = line.text(Field.NIGHT)
    told = read_part(text)
    is_post = bool(told.before) and not is_on_call_alone(told.before)
    is_own = not is_post and printed_telephone(text) != text
    if not text or is_own or person.department_id is None:
        return
    label, night = person.full_name, text
    if is_post:
        label, night = told.before[0].upper() + told.before[1:], f"{told.number} {told.after}"
    by_day = line.text(Field.TELEPHONE) or line.text(Field.DECT)
    values = {Field.NUMBER: by_day, Field.NIGHT: night.strip()}
    settle_night(run, person.department_id, replace(line, values=values), work, label)
