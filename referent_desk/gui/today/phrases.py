"""What the sentences of all things to do are made of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from referent_desk.domain.tasks import Task
from referent_desk.domain.values import dataclass
from referent_desk.gui.wordings import day, sentence_case
from referent_desk.language import _, ngettext

_NAMES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class TaskWords:
    title: str
    reason: str
    button: str


def number_of(task: Task, name: str = "count") -> int:
    """A number that the task tells; one where it tells none."""
    count = task.fields.get(name, 1)
    return count if isinstance(count, int) else 1


def name_of(task: Task) -> str:
    """The first name, as a title begins with it."""
    return sentence_case(task.names[0]) if task.names else ""


def day_of(task: Task, name: str = "day") -> str:
    """A day that the task tells, in words; empty where it tells none."""
    told = task.fields.get(name)
    return day(told) if isinstance(told, date) else ""


def listed(names: Iterable[str]) -> str:
    """The first ones by name, the others counted."""
    known = [name for name in names if name]
    shown, more = known[:_NAMES_SHOWN], len(known) - _NAMES_SHOWN
    if more == 1:
        shown, more = known, 0
    text = ", ".join(shown)
    if more > 0:
        return ngettext("{names} and {count} more", "{names} and {count} more", more).format(
            names=text, count=more
        )
    return text


def with_names(task: Task, sentence: str) -> str:
    """The names stand in the title already where there is one."""
    if number_of(task) == 1 or not task.names:
        return sentence
    return _("{names}. {sentence}").format(
        names=sentence_case(listed(task.names)), sentence=sentence
    )
