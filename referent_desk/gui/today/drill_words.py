"""What drills and means give to do, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.domain.tasks import Task
from referent_desk.gui.today.phrases import (
    TaskWords,
    day_of,
    listed,
    name_of,
    number_of,
    with_names,
)
from referent_desk.language import _, ngettext


def _drill_due(task: Task) -> TaskWords:
    if "last" in task.fields:
        reason = _("The last one was held on {day}.").format(day=day_of(task, "last"))
    else:
        reason = _("None was ever held here.")
    if task.names:
        behind = _("Not played for three years: {names}.").format(names=listed(task.names))
        reason = f"{reason} {behind}"
    return TaskWords(_("A drill to prepare"), reason, _("Prepare the drill…"))


def _drill_near(task: Task) -> TaskWords:
    return TaskWords(
        _("{name}: drill on {day}").format(name=name_of(task), day=day_of(task)),
        _near_reason(task),
        _("Print the grid…"),
    )


def _near_reason(task: Task) -> str:
    reason = _("Whoever observes it notes times and findings on the printed grid.")
    if "stopped" not in task.fields:
        return reason
    stopped = _("It was stopped half way on {day}: to be played again.")
    return f"{stopped.format(day=day_of(task, 'stopped'))} {reason}"


def _drill_replay(task: Task) -> TaskWords:
    return TaskWords(
        _("{name}: drill to be played again").format(name=name_of(task)),
        _("It was stopped half way on {day} and counts as not played.").format(day=day_of(task)),
        _("See the drill…"),
    )


def _drill_missed(task: Task) -> TaskWords:
    return TaskWords(
        _("{name}: what became of the drill of {day}?").format(
            name=name_of(task), day=day_of(task)
        ),
        _("Its day has passed: type in how it went, or give it another day."),
        _("See the drill…"),
    )


def _lessons_unwritten(task: Task) -> TaskWords:
    overdue, fields = number_of(task, "overdue"), {"due": day_of(task, "due"), "day": day_of(task)}
    if overdue:
        reason = ngettext(
            "The drill was held on {day}; the lessons were due on {due}, {count} day ago.",
            "The drill was held on {day}; the lessons were due on {due}, {count} days ago.",
            overdue,
        ).format(count=overdue, **fields)
    else:
        reason = _("The drill was held on {day}; the lessons are due by {due}.").format(**fields)
    title = _("{name}: lessons of the drill to be written").format(name=name_of(task))
    return TaskWords(title, reason, _("Write the lessons…"))


def _means_unknown(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "“{name}” is named by a procedure and unknown here",
        "{count} means are named by procedures and unknown here",
        count,
    ).format(name=name_of(task), count=count)
    reason = _("Nobody can tell whether it would still work when something fails.")
    return TaskWords(title, with_names(task, reason), _("See the means…"))


def _fallback_falls(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: the degraded mode falls with the network",
        "{count} degraded modes fall with the network",
        count,
    ).format(name=name_of(task), count=count)
    reason = _("No way is left when the network, the logins and the telephones fail at once.")
    return TaskWords(title, with_names(task, reason), _("See what falls…"))


DRILL_WORDS: Mapping[str, Callable[[Task], TaskWords]] = {
    "drill_due": _drill_due,
    "drill_near": _drill_near,
    "drill_missed": _drill_missed,
    "drill_replay": _drill_replay,
    "lessons_unwritten": _lessons_unwritten,
    "means_unknown": _means_unknown,
    "fallback_falls": _fallback_falls,
}
