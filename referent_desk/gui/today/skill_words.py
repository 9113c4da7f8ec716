"""Who arrived, whom nobody helps, which trainings end, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.domain.tasks import Task
from referent_desk.gui.today.phrases import TaskWords, day_of, name_of, number_of, with_names
from referent_desk.language import _, ngettext


def _newcomers(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name} is new: show what is needed", "{count} new colleagues to welcome", count
    ).format(name=name_of(task), count=count)
    reason = _("Here since {day}; no list for new colleagues was made yet.")
    if number_of(task, "of"):
        reason = ngettext(
            "Here since {day}; {done} of {of} lines of the list are done.",
            "The first since {day}, with {done} of {of} lines of the list done.",
            count,
        )
    said = reason.format(
        day=day_of(task, "since"), done=number_of(task, "done"), of=number_of(task, "of")
    )
    return TaskWords(title, with_names(task, said), _("Open the list…"))


def _nobody_helps(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: nobody helps the others", "{count} critical software nobody helps with", count
    ).format(name=name_of(task), count=count)
    reason = _("Say who can help, or have somebody trained.")
    return TaskWords(title, with_names(task, reason), _("Open the grid of skills…"))


def _training_ends(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{count} colleague to train again", "{count} colleagues to train again", count
    ).format(count=count)
    reason = _("Their training ends within 60 days.")
    if number_of(task, "over"):
        reason = _("Their training is over, or a new version asks for another one.")
    return TaskWords(title, with_names(task, reason), _("Open the grid of skills…"))


SKILL_WORDS: Mapping[str, Callable[[Task], TaskWords]] = {
    "newcomers_unwelcomed": _newcomers,
    "nobody_helps": _nobody_helps,
    "training_ends": _training_ends,
}
