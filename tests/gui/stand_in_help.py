"""A manual of three topics, for tests of the window alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from referent_desk.domain.manuals import (
    Heading,
    Manual,
    Meanings,
    Note,
    Paragraph,
    Points,
    Steps,
    Topic,
)
from referent_desk.gui.questions_help import HelpQuestions, PrintedManualFile

MANUAL = Manual(
    "en",
    (
        Topic("index", "The window", (Paragraph("A <b>bold</b> word & more."),)),
        Topic(
            "departments",
            "Departments",
            (
                Paragraph("The wards of the hospital."),
                Heading("To add one"),
                Steps(("Press the button.", "Type its name.")),
                Points(("A pole holds departments.",)),
                Note("Nothing about patients."),
            ),
        ),
        Topic("software", "Software", (Meanings((("Ctrl+K", "finds everything"),)),)),
        Topic("binder", "Printing", (Paragraph("A preview, then a file."),)),
    ),
)


@dataclass(frozen=True, slots=True)
class WrittenManual:
    path: Path
    pages: int = 24


def write(path: Path) -> PrintedManualFile:
    return WrittenManual(path)


STAND_IN_HELP = HelpQuestions(lambda: MANUAL, write, Path("manual.pdf"))
