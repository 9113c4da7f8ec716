"""Somebody known here whom a list of accounts calls not active any more: did they leave, and when?

An account tells that, but never the day, and some are closed while their people stay. One that is
open of somebody who left may have been forgotten, or they came back: it is only said.
"""

from __future__ import annotations

from datetime import date

from referent_desk.domain.imports.answers import Choice, Offer, Reply
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork
from referent_desk.domain.imports.values import read_day
from referent_desk.domain.people import Person

_OFFERS = (Offer(Reply(Choice.TYPED)), Offer(Reply(Choice.PART)))


def left_on(line: SourceLine, person: Person, work: LineWork) -> date | None:
    """The last day that the line gives, or that somebody typed; None where nothing is to change."""
    day = line.day(Field.LEFT_ON)
    if day is None and line.flag(Field.ACTIVE) and person.left_on is not None:
        last = person.left_on.isoformat()
        work.say(Concern.NOTE, "left_but_active", name=person.full_name, value=last)
    if day is not None or line.flag(Field.ACTIVE) is not False or person.left_on is not None:
        return day
    reply = work.ask("not_active_left", _OFFERS, name=person.full_name)
    if reply is None:
        return None
    if reply.choice is Choice.PART:
        work.say(Concern.NOTE, "not_active_kept", name=person.full_name)
        return None
    typed = read_day(reply.value)
    if isinstance(typed, date):
        return typed
    work.doubt("not_active_left", name=person.full_name)
    return None
