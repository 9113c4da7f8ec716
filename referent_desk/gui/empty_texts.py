"""Why nothing is shown, and what to do next: never a blank grid."""

from __future__ import annotations

from enum import StrEnum

from referent_desk.domain.values import dataclass
from referent_desk.language import _


class NextStep(StrEnum):
    """What a button of an empty page does; the window does it."""

    START = "start"
    IMPORT = "import"
    CHOOSE = "choose"
    FUNCTIONS = "functions"
    PRINT = "print"
    NEW = "new"
    SHOW_ALL = "show_all"
    EVERYWHERE = "everywhere"


_LOOKING = frozenset({NextStep.CHOOSE, NextStep.SHOW_ALL, NextStep.EVERYWHERE, NextStep.PRINT})


@dataclass(frozen=True, slots=True)
class EmptyText:
    """Why it is empty, what to do next, and the buttons that do it; the first is the usual one."""

    why: str
    next_step: str = ""
    steps: tuple[NextStep, ...] = ()


def step_text(step: NextStep) -> str:
    return {
        NextStep.START: _("Start with my department…"),
        NextStep.IMPORT: _("Import a file…"),
        NextStep.CHOOSE: _("Choose a department"),
        NextStep.FUNCTIONS: _("Tick its functions…"),
        NextStep.PRINT: _("Print the binder…"),
        NextStep.NEW: _("New…"),
        NextStep.SHOW_ALL: _("Show all the rows"),
        NextStep.EVERYWHERE: _("Look in all departments"),
    }[step]


def step_icon(step: NextStep) -> str:
    return {
        NextStep.START: "hospital",
        NextStep.IMPORT: "download",
        NextStep.NEW: "file-plus",
        NextStep.PRINT: "printer",
    }.get(step, "")


def no_department(can_save: bool) -> EmptyText:
    """No tab can speak of a department when none is chosen."""
    if not can_save:
        return EmptyText(
            _("No department is chosen."),
            _("Choose one at the top of the window."),
            (NextStep.CHOOSE,),
        )
    return EmptyText(
        _("No department is chosen."),
        _("Choose one at the top of the window, or make the first one."),
        (NextStep.CHOOSE, NextStep.START),
    )


def without_adding(text: EmptyText) -> EmptyText:
    """What is said where the home is only read: nothing is offered that adds something."""
    steps = tuple(step for step in text.steps if step in _LOOKING)
    if steps == text.steps:
        return text
    return EmptyText(
        text.why, _("This home is only read here: whoever writes in it can add something."), steps
    )


def departments_empty() -> EmptyText:
    return EmptyText(
        _("No department is known yet."),
        _("Start with your own in four short steps, or bring in the spreadsheet of the hospital."),
        (NextStep.START, NextStep.IMPORT),
    )


def software_empty() -> EmptyText:
    return EmptyText(
        _("No software is known here."),
        _("Type the first one, or bring in the list that your IT department keeps."),
        (NextStep.NEW, NextStep.IMPORT, NextStep.EVERYWHERE),
    )


def referents_empty() -> EmptyText:
    return EmptyText(
        _("Nobody is referent here."),
        _("Who is called first when a program stops? Appoint that person, and a deputy."),
        (NextStep.NEW, NextStep.IMPORT, NextStep.EVERYWHERE),
    )


def copies_empty() -> EmptyText:
    return EmptyText(
        _("No copy of the binder is known in this department."),
        _("Where does it stand, and who looks after it? Name the first copy, or print the binder."),
        (NextStep.NEW, NextStep.PRINT),
    )


def procedures_empty() -> EmptyText:
    return EmptyText(
        _("Nothing is known of what this department does."),
        _("Tick its functions: each of them then has its line here, and its sheet in the binder."),
        (NextStep.FUNCTIONS, NextStep.IMPORT),
    )
