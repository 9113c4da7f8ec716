"""Who has read what, and which numbers are to be dialled, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.domain.tasks import Task
from referent_desk.gui.today.phrases import TaskWords, day_of, name_of, number_of, with_names
from referent_desk.language import _, ngettext


def _newcomers_unread(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name} has read no degraded mode yet",
        "{count} new colleagues have read no degraded mode yet",
        count,
    ).format(name=task.names[0] if task.names else "", count=count)
    reason = ngettext(
        "New here since {day}: show the binder, then record what was read.",
        "The first since {day}: show the binder, then record what was read.",
        count,
    ).format(day=day_of(task, "since"))
    return TaskWords(title, with_names(task, reason), _("Record who has read…"))


def _reading_low(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: read by {percent} % of the staff",
        "{count} degraded modes that too few have read",
        count,
    ).format(name=name_of(task), count=count, percent=number_of(task, "percent"))
    reason = _("The sheet F33 goes round and is signed; what was signed is typed in afterwards.")
    return TaskWords(title, with_names(task, reason), _("Open the register…"))


def _dial_check(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: number to dial this month", "{count} numbers to dial this month", count
    ).format(name=name_of(task), count=count)
    reason = _("A wrong number shows when it is dialled: better today than during an outage.")
    return TaskWords(title, with_names(task, reason), _("Dial…"))


def _never_dialled(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: number never dialled", "Numbers never dialled: {count} to begin with", count
    ).format(name=name_of(task), count=count)
    reason = _("Nobody has tried yet whether the numbers of the binder answer.")
    return TaskWords(title, with_names(task, reason), _("Dial…"))


READING_WORDS: Mapping[str, Callable[[Task], TaskWords]] = {
    "newcomers_unread": _newcomers_unread,
    "reading_low": _reading_low,
    "dial_check": _dial_check,
    "never_dialled": _never_dialled,
}
