"""Questions that the reading of a line leaves open, before it is compared with the home."""

from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.imports.answers import Choice, Offer, Reply, chosen, same_or_other
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.reports import Concern, Remark, SourceLine
from referent_desk.domain.imports.runs import LineWork
from referent_desk.domain.minutes import minutes_typed

_LOST_ZERO = "finess_zero_lost"
"""Damage to what tells an establishment from another: a person must look."""
_TWO_BOUNDS = "duration_range"


def is_question(remark: Remark) -> bool:
    return remark.concern is Concern.DOUBT or remark.code in {_LOST_ZERO, _TWO_BOUNDS}


def ask_of_reading(line: SourceLine, plain: SourceLine, work: LineWork) -> SourceLine:
    """Ask what the reader doubted; the line with what was answered. `plain` is without doubts."""
    values = dict(plain.values)
    for remark in filter(is_question, line.remarks):
        if remark.code == _LOST_ZERO:
            reply = _ask_of_zero(remark, work)
            if reply and reply.choice is Choice.SAME:
                values[Field.FINESS] = f"0{remark.value('value')}"
        elif remark.code == _TWO_BOUNDS:
            reply = _ask_of_bounds(remark, work)
            if reply:
                values[Field(remark.value("field"))] = int(reply.value)
        else:
            work.ask(remark.code, (Offer(Reply(Choice.SAME)),), **dict(remark.fields))
    return replace(plain, values=values)


def _ask_of_zero(remark: Remark, work: LineWork) -> Reply | None:
    """While nobody has answered it stays damage, which leaves the number out."""
    offers = (*same_or_other()[:1], Offer(Reply(Choice.PART)))
    reply = work.inquire(_LOST_ZERO, offers, **dict(remark.fields))
    if reply is None:
        work.remarks.append(remark)
    return reply


def _ask_of_bounds(remark: Remark, work: LineWork) -> Reply | None:
    """While nobody has answered, the lower one that was read stands."""
    bounds = (remark.value("low"), remark.value("high"))
    told = {name: remark.value(name) for name in ("field", "value")}
    reply = work.inquire(
        _TWO_BOUNDS, chosen((each, minutes_typed(int(each))) for each in bounds), **told
    )
    if reply is None:
        work.remarks.append(remark)
    return reply
