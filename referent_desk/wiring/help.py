"""Help: the manual in the language of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.clock import Clock
from referent_desk.gui.questions_help import HelpQuestions, PrintedManualFile
from referent_desk.home import Home
from referent_desk.language import _, spoken

if TYPE_CHECKING:
    from referent_desk.domain.manuals import Manual


def help_questions(home: Home, clock: Clock) -> HelpQuestions:
    def read() -> Manual:
        from referent_desk.usecases.manuals import read_manual

        return read_manual(spoken().code)

    def write(path: Path) -> PrintedManualFile:
        from referent_desk.usecases.manuals import print_manual

        return print_manual(path, spoken(), clock.now().astimezone())

    name = _("manual")
    return HelpQuestions(read, write, home.prints / f"{name}.pdf")
