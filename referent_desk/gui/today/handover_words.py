"""Handovers to begin and to finish, and names to erase, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.domain.tasks import Task
from referent_desk.gui.today.phrases import TaskWords, day_of, number_of, with_names
from referent_desk.language import _, ngettext


def _to_begin(task: Task) -> TaskWords:
    title = _("{person}: handover not begun").format(person=task.fields["person"])
    reason = _(
        "The last day is {day}: the binder, the tips and the open tasks want to be passed on "
        "before."
    ).format(day=day_of(task))
    return TaskWords(title, reason, _("Begin the handover…"))


def _open(task: Task) -> TaskWords:
    title = _("{person}: handover to be finished").format(person=task.fields["person"])
    done, count = number_of(task, "done"), number_of(task)
    reason = _("{done} of {count} lines are done; the last day is not said yet.")
    if "day" in task.fields:
        reason = _("{done} of {count} lines are done; both sign by {day}.")
    said = reason.format(done=done, count=count, day=day_of(task) if "day" in task.fields else "")
    return TaskWords(title, said, _("Open the handover…"))


def _to_erase(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name} left: the name can be erased",
        "{count} people left: their names can be erased",
        count,
    ).format(name=task.names[0] if task.names else "", count=count)
    reason = _(
        "Whoever left a year ago need not be named any more; the history keeps a neutral label."
    )
    return TaskWords(title, with_names(task, reason), _("Erase a name…"))


HANDOVER_WORDS: Mapping[str, Callable[[Task], TaskWords]] = {
    "handover_to_begin": _to_begin,
    "handover_open": _open,
    "name_to_erase": _to_erase,
}
