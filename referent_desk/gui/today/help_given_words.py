"""What help that was given leaves to do, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.domain.tasks import Task
from referent_desk.gui.today.phrases import TaskWords, day_of, name_of, number_of, with_names
from referent_desk.language import _, ngettext


def _ticket_unanswered(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext("{name}: no answer yet", "{count} requests without an answer", count)
    reason = ngettext(
        "Handed over on {day}. Ask again, or type the reference that they gave.",
        "The first was handed over on {day}. Ask again, or type the references that they gave.",
        count,
    ).format(day=day_of(task, "day"))
    return TaskWords(
        title.format(name=name_of(task), count=count),
        with_names(task, reason),
        _("Open the request…"),
    )


def _ticket_to_hand_over(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext("{name}: to be handed over", "{count} requests to be handed over", count)
    reason = _("Print the sheet, put it into their tray, and note the day.")
    return TaskWords(
        title.format(name=name_of(task), count=count),
        with_names(task, reason),
        _("Open the request…"),
    )


def _help_open(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext("{name}: still open", "{count} troubles are still open", count)
    reason = _("Say how it ended, or hand it over to the IT department.")
    return TaskWords(
        title.format(name=name_of(task), count=count),
        with_names(task, reason),
        _("Open the journal…"),
    )


HELP_GIVEN_WORDS: Mapping[str, Callable[[Task], TaskWords]] = {
    "ticket_unanswered": _ticket_unanswered,
    "ticket_to_hand_over": _ticket_to_hand_over,
    "help_open": _help_open,
}
