"""Hours that an absence leaves to nobody, and people of whom nobody knows when they work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from referent_desk.domain.tasks import Task
from referent_desk.gui.today.phrases import TaskWords, name_of, number_of, with_names
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.coverage import length_text


def _hours_uncovered(task: Task) -> TaskWords:
    lost, monday = task.fields.get("lost"), task.fields.get("monday")
    hours = length_text(lost if isinstance(lost, int) else 0, spoken())
    title = _("{hours} are not covered because of an absence").format(hours=hours)
    day = spoken().short_date(monday) if isinstance(monday, date) else ""
    reason = _("In the week of {day}. Agree who answers meanwhile, and say it on the ward.")
    return TaskWords(title, with_names(task, reason.format(day=day)), _("Show the week…"))


def _hours_unknown(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: nobody knows when they work",
        "{count} referents: nobody knows when they work",
        count,
    ).format(name=name_of(task), count=count)
    reason = _("With their hours the program shows when nobody answers, and the binder says it.")
    return TaskWords(title, with_names(task, reason), _("Say the hours…"))


PRESENCE_WORDS: Mapping[str, Callable[[Task], TaskWords]] = {
    "hours_uncovered": _hours_uncovered,
    "hours_unknown": _hours_unknown,
}
