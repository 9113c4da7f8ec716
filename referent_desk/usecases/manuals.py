"""Reading the manual, and printing it; no home is needed for either."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from referent_desk import __version__
from referent_desk.domain.manuals import Manual
from referent_desk.exchange.manuals import shipped_manual
from referent_desk.language import Language
from referent_desk.usecases.print_files import pdf_at


@dataclass(frozen=True, slots=True)
class PrintedManualFile:
    path: Path
    pages: int


def read_manual(language_code: str) -> Manual:
    """Fifteen small files, read once: quick enough to be asked while the reader waits."""
    return shipped_manual(language_code)


def print_manual(output: Path, language: Language, printed_at: datetime) -> PrintedManualFile:
    """Writes the whole manual as one PDF; the file is whole or not there."""
    from referent_desk.paper.manuals import write_manual

    printed = write_manual(read_manual(language.code), __version__, printed_at, language)
    with pdf_at(output) as write:
        write(printed.pdf)
    return PrintedManualFile(output, printed.pages)
