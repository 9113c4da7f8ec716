"""What the window may ask about bringing in a file; all of it runs on the worker, but the words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from referent_desk.domain.values import dataclass
from referent_desk.gui.jobs import Progress

if TYPE_CHECKING:
    from referent_desk.domain.imports.answers import Answers
    from referent_desk.domain.imports.guides import (
        Applied,
        FileLook,
        GuidePlan,
        ListChoices,
        TableLook,
        TextForm,
    )
    from referent_desk.domain.imports.kept import KeptImport
    from referent_desk.domain.imports.reports import ImportReport, Remark


class OpenedList(Protocol):
    """A file that was read; it is given back with each question about it."""

    @property
    def path(self) -> Path: ...

    @property
    def look(self) -> FileLook: ...

    @property
    def file_hash(self) -> str: ...

    @property
    def ids_begin(self) -> str: ...


@dataclass(frozen=True, slots=True)
class ImportWords:
    """Sentences for reasons, names for fields, in the language of the window; asked at once."""

    sentence: Callable[[Remark], str]
    field: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ImportQuestions:
    """`read_again` reads the letters of an opened text otherwise; `plan` writes nothing.
    `go_on` opens the file of an import that was begun, if it is still the same.

    What `open_list` gave is only ever passed on to the others.
    """

    open_list: Callable[[Path, TextForm], OpenedList]
    read_again: Callable[[Any, TextForm], OpenedList]
    look: Callable[[Any, ListChoices], TableLook]
    plan: Callable[[Any, ListChoices, Answers], GuidePlan]
    apply: Callable[[Any, ListChoices, Answers, Progress], Applied]
    forget_columns: Callable[[Any, ListChoices], None]
    save_report: Callable[[Any, ImportReport, Path], None]
    go_on: Callable[[KeptImport], OpenedList]
    words: ImportWords
