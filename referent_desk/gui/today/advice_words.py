"""What contracts give to do, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.domain.tasks import Task
from referent_desk.gui.today.phrases import TaskWords, day_of, name_of
from referent_desk.language import _


def _contract_ends(task: Task) -> TaskWords:
    return TaskWords(
        _("{name}: say what its users think before it is bought again").format(name=name_of(task)),
        _("The contract ends on {day}. One page tells the buyers.").format(day=day_of(task)),
        _("Write the advice…"),
    )


def _contract_over(task: Task) -> TaskWords:
    return TaskWords(
        _("{name}: is there a new contract?").format(name=name_of(task)),
        _("The one that is known ended on {day}.").format(day=day_of(task)),
        _("Type its end…"),
    )


ADVICE_WORDS: Mapping[str, Callable[[Task], TaskWords]] = {
    "contract_ends": _contract_ends,
    "contract_over": _contract_over,
}
