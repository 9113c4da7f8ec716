"""Who is missing, whose appointment ends, who has not answered, and letters to be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.tasks import Task
from referent_desk.gui.today.phrases import (
    TaskWords,
    day_of,
    listed,
    name_of,
    number_of,
    with_names,
)
from referent_desk.gui.wordings import day, referent_role, sentence_case
from referent_desk.language import _, ngettext


def _proposal_waits(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: proposed as referent, no answer yet",
        "{count} proposed referents have not answered",
        count,
    ).format(name=name_of(task), count=count)
    reason = ngettext(
        "Proposed since {day}. Ask: until they accept, nobody counts as referent.",
        "The first since {day}. Ask: until they accept, nobody counts as referent.",
        count,
    ).format(day=day_of(task))
    return TaskWords(title, with_names(task, reason), _("Note the answer…"))


def _no_security_referent(task: Task) -> TaskWords:
    reason = _(
        "By default it is {person}, who answers for the software: checks the degraded modes, "
        "follows the drills."
    ).format(person=task.fields.get("person", ""))
    return TaskWords(_("Nobody is security referent"), reason, _("Appoint for security…"))


def _letter_missing(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: letter of appointment to be printed",
        "{count} letters of appointment to be printed",
        count,
    ).format(name=name_of(task), count=count)
    reason = _("It says what is expected, what is not, and the time that is granted.")
    return TaskWords(title, with_names(task, reason), _("Write the letter…"))


def _no_referent(task: Task) -> TaskWords:
    reason = _("Nobody answers for its programs, and the binder names nobody to call first.")
    return TaskWords(
        _("The department has no software referent"), _since(task, reason), _("Appoint somebody…")
    )


def _no_deputy(task: Task) -> TaskWords:
    reason = _("When the referent is away, nobody answers.")
    return TaskWords(_("The referent has no deputy"), _since(task, reason), _("Appoint a deputy…"))


def _since(task: Task, reason: str) -> str:
    """Who answered before, where somebody did."""
    last = task.fields.get("day")
    if not isinstance(last, date):
        return reason
    return _("{person} answered until {day}. {sentence}").format(
        person=task.fields["before"], day=day(last), sentence=reason
    )


def _no_ward_referent(task: Task) -> TaskWords:
    """What the paper would say, and whom it could name."""
    count, person = number_of(task, "programs"), str(task.fields.get("person", ""))
    reason = ngettext(
        "The foot of the sheets can name nobody. {person} answers for {count} program already.",
        "The foot of the sheets can name nobody. {person} answers for {count} programs already.",
        count,
    ).format(person=person, count=count)
    if task.names:
        without = _("Without any referent: {names}.").format(names=listed(task.names))
        reason = f"{reason} {without}"
    button = _("Appoint {person} for all programs…").format(person=person)
    return TaskWords(_("Nobody is referent of the whole department"), reason, button)


def _appointment_ends(task: Task) -> TaskWords:
    last = task.fields["day"]
    role = referent_role(
        AppointmentKind(str(task.fields["kind"])), AppointmentRank(str(task.fields["rank"]))
    )
    return TaskWords(
        _("{person}: appointment ends on {day}").format(
            person=task.fields["person"], day=day(last if isinstance(last, date) else None)
        ),
        _("{role}. Nobody is appointed to follow.").format(role=sentence_case(role)),
        _("Appoint who follows…"),
    )


NOMINATION_WORDS: Mapping[str, Callable[[Task], TaskWords]] = {
    "no_referent": _no_referent,
    "no_deputy": _no_deputy,
    "no_ward_referent": _no_ward_referent,
    "appointment_ends": _appointment_ends,
    "proposal_waits": _proposal_waits,
    "no_security_referent": _no_security_referent,
    "letter_missing": _letter_missing,
}
