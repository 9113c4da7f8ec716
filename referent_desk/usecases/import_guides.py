"""Bringing in a file step by step: looked at, settled, tried as often as wanted, then taken.

The file is read once, when it is opened: what was shown is what is taken, whatever becomes of the
file meanwhile.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

from referent_desk.domain.imports.answers import Answers
from referent_desk.domain.imports.guides import (
    Applied,
    FileLook,
    GuideLine,
    GuidePlan,
    ListChoices,
    TableLook,
    TextForm,
    line_title,
)
from referent_desk.domain.imports.kept import KeptImport
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key, share_a_word
from referent_desk.domain.imports.reports import ImportReport
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.imports.titles import ward_of_file
from referent_desk.domain.listings import Listing
from referent_desk.domain.texts import clean_line
from referent_desk.errors import RefusedInput
from referent_desk.exchange.file_contents import read_bytes
from referent_desk.exchange.function_words import function_words
from referent_desk.exchange.import_looks import (
    file_look,
    table_look,
    table_of,
    titled_beside,
    titles_key,
)
from referent_desk.exchange.import_reports import check_report_path
from referent_desk.exchange.lists import ListOptions, SourceList
from referent_desk.exchange.lists_beside import list_in_file
from referent_desk.exchange.spreadsheets import workbook_of
from referent_desk.exchange.workbooks import Workbook
from referent_desk.language import _, spoken
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import list_choices, read_node
from referent_desk.storage.import_shapes import establishment_names
from referent_desk.storage.imports import read_ledger
from referent_desk.storage.leads import choice_of
from referent_desk.usecases.deeds import saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.import_shapes import forget_shape, recall_shape, remember_shape
from referent_desk.usecases.imports import (
    Progress,
    Taken,
    bring_in,
    compare,
    labels,
    write_report,
)


@dataclass(slots=True)
class OpenedFile:
    """`ids_begin` is what the ids of new records begin with: the same from trial to trial."""

    path: Path
    content: bytes = field(repr=False)
    book: Workbook = field(repr=False)
    look: FileLook
    ids_begin: str = ""
    file_hash: str = ""
    _read: tuple[ListChoices, SourceList] | None = field(default=None, repr=False)

    def source(self, choices: ListChoices) -> SourceList:
        """The lines as those choices read them; answers do not make them be read again."""
        asked = replace(
            choices,
            establishment="",
            department_id="",
            department="",
            takes_title=False,
        )
        if self._read is None or self._read[0] != asked:
            options = ListOptions(
                kind=choices.kind,
                sheet=choices.sheet or "",
                header_row=choices.header_row,
                fields=choices.fields,
            )
            self._read = asked, list_in_file(self.book, options)
        return self._read[1]

    def new_ids(self) -> Callable[[], str]:
        numbers = itertools.count(1)
        return lambda: f"{self.ids_begin}{next(numbers):012x}"

    def begin_ids(self) -> None:
        self.ids_begin = str(uuid4())[:24]


def open_list(path: Path, form: TextForm) -> OpenedFile:
    """Raises RefusedInput, with the reader's own sentences."""
    return _opened(path, read_bytes(path), form)


def read_again(opened: OpenedFile, form: TextForm) -> OpenedFile:
    """The same content in other letters, or cut at another separator."""
    return _opened(opened.path, opened.content, form)


def go_on_with(kept: KeptImport) -> OpenedFile:
    """The file of an import that was begun, if it is still the same.

    Answers may name records that the file adds: their ids begin as they did.
    """
    path = Path(kept.path)
    try:
        opened = open_list(path, kept.form)
    except RefusedInput as error:
        raise RefusedInput(
            _("The import of {name} cannot go on: its file cannot be read any more.").format(
                name=path.name
            ),
            _("Choose a file: nothing of the import that was begun had been stored."),
        ) from error
    if opened.file_hash != kept.file_hash:
        raise RefusedInput(
            _("The file {name} has changed since its import was begun.").format(name=path.name),
            _("Choose it again: what was settled for it before is not taken over."),
        )
    opened.ids_begin = kept.ids_begin
    return opened


def _opened(path: Path, content: bytes, form: TextForm) -> OpenedFile:
    book = workbook_of(content, path.name, form)
    told = hashlib.sha256(content).hexdigest()
    opened = OpenedFile(path, content, book, file_look(book), file_hash=told)
    opened.begin_ids()
    return opened


def look_at_list(desk: Desk, opened: OpenedFile, choices: ListChoices) -> TableLook:
    table = table_of(opened.book, choices)
    recalled = recall_shape(desk, titles_key(table))
    look = table_look(table, choices, recalled[0] if recalled else None)
    is_recalled = recalled is not None and look.kind is recalled[0].kind
    if not (look.titled or choices.department_id or choices.department):
        look = _titled(opened, look) if look.needs_department else look
    with desk.database.read() as connection:
        known = establishment_names(connection)
        proposed = _with_title(connection, look, choices, known)
        choices = proposed or choices
        wanted = choices.department_id if look.needs_department else ""
        department = read_node(connection, wanted) if wanted else None
        departments = list_choices(connection, Listing()).rows if look.needs_department else ()
    is_typed = look.needs_department and not wanted
    typed = choices.department if is_typed else ""
    return replace(
        look,
        department=department.name if department else typed,
        department_id=department.id if department else "",
        departments=departments,
        proposed=proposed,
        adds_department=bool(typed),
        needs_establishment=look.needs_establishment
        or (bool(typed) and Field.ESTABLISHMENT not in look.fields.values()),
        remembered_on=recalled[1] if recalled and is_recalled else None,
        establishments=known,
    )


def _titled(opened: OpenedFile, look: TableLook) -> TableLook:
    """By another sheet of the same book, else by the name of the file."""
    ward, site = titled_beside(opened.book, look.sheet)
    if ward:
        return replace(look, titled=ward, titled_establishment=look.titled_establishment or site)
    told = ward_of_file(opened.path.stem)
    return replace(look, titled=told, is_titled_by_file=bool(told))


def _with_title(
    connection: Connection,
    look: TableLook,
    choices: ListChoices,
    establishments: tuple[str, ...],
) -> ListChoices | None:
    """The ward that the title names, by its id where it is known, in its establishment.

    The one that was chosen stays where the title may be another wording of its name.
    """
    if not choices.takes_title or not look.titled:
        return None
    listed = list_choices(connection, Listing(text=look.titled)).rows
    same = [choice.id for choice in listed if name_key(choice.name) == name_key(look.titled)]
    chosen = read_node(connection, choices.department_id) if choices.department_id else None
    is_said = chosen is not None and (
        chosen.id in same if same else share_a_word(chosen.name, look.titled)
    )
    if is_said:
        return None
    known = same[0] if len(same) == 1 else ""
    titled = "" if known else look.titled
    establishment = choices.establishment or ("" if establishments else look.titled_establishment)
    return replace(
        choices,
        establishment=establishment,
        department_id=known,
        department=titled,
    )


def plan_list(desk: Desk, opened: OpenedFile, choices: ListChoices, answers: Answers) -> GuidePlan:
    """What would be done; nothing is written."""
    source = opened.source(choices)
    with desk.database.read() as connection:
        ledger = read_ledger(connection)
    taken = _taken(opened, source)
    report = compare(taken, ledger, _choices(choices, answers), opened.new_ids(), dry_run=True)
    cells = {
        row.number: row.cells
        for sheet in opened.book.sheets
        if sheet.name == source.sheet
        for row in sheet.rows
    }
    lines = (
        GuideLine(
            line.row,
            line_title(source.kind, line) or next(filter(None, cells.get(line.row, ())), ""),
            told,
            cells.get(line.row, ()),
        )
        for line, told in zip(source.lines, report.lines, strict=True)
    )
    return GuidePlan(report, tuple(lines), answers)


def apply_list(
    desk: Desk, opened: OpenedFile, choices: ListChoices, answers: Answers, progress: Progress
) -> Applied:
    """Take the list as it was shown, all of it or nothing.

    Its columns are remembered first: once the list is taken, nothing may fail any more.
    """
    source = opened.source(choices)
    if choices.fields is not None:
        remember_shape(
            desk, titles_key(table_of(opened.book, choices)), source.kind, choices.fields
        )
    report = bring_in(
        desk,
        _taken(opened, source),
        _choices(choices, answers),
        opened.new_ids(),
        progress=progress,
    )
    opened.begin_ids()
    department = None
    if report.department_id:
        with desk.database.read() as connection:
            department = choice_of(connection, report.department_id)
    return Applied(report, saved(desk, report.changed_kinds), department)


def forget_columns(desk: Desk, opened: OpenedFile, choices: ListChoices) -> None:
    """The next look at a file with such titles guesses again."""
    forget_shape(desk, titles_key(table_of(opened.book, choices)))


def save_report(opened: OpenedFile, report: ImportReport, path: Path) -> None:
    check_report_path(path, opened.path)
    write_report(report, path)


def _taken(opened: OpenedFile, source: SourceList) -> Taken:
    return Taken(opened.path.name, opened.file_hash, source)


def _choices(choices: ListChoices, answers: Answers) -> Choices:
    return Choices(
        clean_line(choices.establishment),
        answers=answers,
        language=spoken().code,
        department_id=choices.department_id,
        department=clean_line(choices.department),
        labels=labels(),
        function_words=function_words(),
    )
