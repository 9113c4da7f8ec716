"""The words of dialling."""

from __future__ import annotations

from referent_desk.domain.dial_checks import CallOutcome, CheckedLine, DialCheck
from referent_desk.gui.field_words import choice_word
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import short_day
from referent_desk.language import _, ngettext


def outcome_state(outcome: CallOutcome) -> State:
    return {
        CallOutcome.RIGHT: State(_("answers"), Shape.TICK, Tone.GOOD),
        CallOutcome.NO_ANSWER: State(_("no answer"), Shape.RING, Tone.WARNING),
        CallOutcome.WRONG: State(_("was wrong"), Shape.CROSS, Tone.BAD),
    }[outcome]


def last_words(line: CheckedLine) -> str:
    """When the number that stands there was dialled, with what outcome and by whom."""
    call = line.last
    if call is None:
        return _corrected(line) or _("never dialled")
    said = _("dialled on {day}: {outcome}").format(
        day=short_day(call.day), outcome=outcome_state(call.outcome).word
    )
    return _("{said}, by {name}").format(said=said, name=call.who) if call.who else said


def _corrected(line: CheckedLine) -> str:
    """Of a number that took the place of a wrong one and was not dialled itself."""
    wrong = line.calls[0] if line.calls else None
    if wrong is None or wrong.outcome is not CallOutcome.WRONG:
        return ""
    if not line.number:
        return _("{wrong} was wrong; nobody knows the right one").format(wrong=wrong.number)
    return _("{wrong} was wrong → {right}, to be dialled").format(
        wrong=wrong.number, right=line.number
    )


def elsewhere_sentence(line: CheckedLine) -> str:
    """Where else the number was typed; nothing where it was not."""
    return (
        _("{number} also stands in: {names}.").format(
            number=line.number, names=", ".join(line.elsewhere)
        )
        if line.elsewhere
        else ""
    )


def about_words(line: CheckedLine) -> str:
    """What kind of line, when, and whose it is where it is not the department's own."""
    kind = (
        choice_word("directory_entry", "line_type", str(line.line_type)) if line.line_type else ""
    )
    return " · ".join(part for part in (kind, line.hours, line.owner) if part)


def progress_sentence(check: DialCheck) -> str:
    total, left = len(check.drawn), len(check.left)
    if not total:
        return _("The directory of this department has no number to dial yet.")
    if not left:
        return _("All the numbers of this month are dialled.")
    return ngettext(
        "{left} of {total} number of this month is left.",
        "{left} of {total} numbers of this month are left.",
        left,
    ).format(left=left, total=total)
