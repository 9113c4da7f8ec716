"""Printing the binder of a department: preview, print, print all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from referent_desk.domain.binders import (
    KnownSheet,
    NumberedSheets,
    number_sheets,
    with_list_title,
)
from referent_desk.domain.departments import BINDER_KINDS, Node, propose_paper_code
from referent_desk.domain.sheets import BinderStamp, Head
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound
from referent_desk.exchange.forms import form_definitions
from referent_desk.language import Language, _, language
from referent_desk.paper.binder import PrintedBinder, write_binder
from referent_desk.storage import binders as stored
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import binder_departments, paper_codes, read_node
from referent_desk.storage.work import Work
from referent_desk.usecases.binder_contents import (
    BinderFacts,
    binder_drafts,
    head_of,
    read_binder_facts,
)
from referent_desk.usecases.binder_stamps import stamp_of
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.print_files import pdf_at
from referent_desk.usecases.print_runs import Printing, record_printing

Progress = Callable[[int, int], None]
_UNFIT_FOR_FILES = re.compile(r'[<>:"/\\|?*]')  # on Windows
_LONGEST_IN_FILE_NAME = 60


@dataclass(frozen=True, slots=True)
class PrintResult:
    """`set_plain` names the codes of sheets whose layout failed and that were set as plain text.

    `run_number` is None when the home could only be read: nothing was recorded. `refused_forms`
    says which of the hospital's own forms were not used, and why.
    """

    path: Path
    pages: int
    sheets: int
    copy_number: int | None
    run_number: int | None
    set_plain: tuple[str, ...]
    refused_forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A binder gathered and numbered, not yet laid out."""

    facts: BinderFacts
    head: Head
    language: Language
    numbered: NumberedSheets
    stamp: BinderStamp
    copy: stored.Copy | None
    refused_forms: tuple[str, ...]


def preview_binder(
    desk: Desk,
    department_id: str,
    *,
    copy_number: int | None = None,
    one_sided: bool = False,
    progress: Progress | None = None,
) -> PrintedBinder:
    """The binder as it would print now; no number is allotted and nothing is recorded."""
    with desk.database.read() as connection:
        now = desk.clock.now()
        ready = _gather(desk, connection, department_id, copy_number, now, allot=False)
    return _write(ready, one_sided, progress)


def suggested_path(desk: Desk, department_id: str) -> Path:
    """Where the PDF goes if nobody says otherwise: in the home's folder of prints."""
    with desk.database.read() as connection:
        node = read_node(connection, department_id)
    named = (node.name, node.paper_code or "") if node else ()
    said = (*(_UNFIT_FOR_FILES.sub(" ", part)[:_LONGEST_IN_FILE_NAME] for part in named),)
    name = clean_line(" ".join((*said, desk.clock.today().isoformat())))
    return desk.home.prints / f"{name}.pdf"


def print_binder(
    desk: Desk,
    department_id: str,
    output: Path,
    *,
    copy_number: int | None = None,
    one_sided: bool = False,
    who: str = "",
    progress: Progress | None = None,
) -> PrintResult:
    """Write the binder to `output` and record what was printed: sheets, revisions, run.

    The file takes its place after the facts are kept: no number lies on paper that is not known.

    A binder printed again on the same day, unchanged, is the same run: the same bytes and no new
    fact. Where the home can only be read, the PDF comes out as a preview.
    """
    if desk.read_only:
        with desk.database.read() as connection:
            now = desk.clock.now()
            ready = _gather(desk, connection, department_id, copy_number, now, allot=False)
        printed = _write(ready, one_sided, progress)
        with pdf_at(output) as write:
            write(printed.pdf)
        return _result(output, ready, printed)
    with pdf_at(output) as write, desk.database.write("print_binder", actor_name=who) as work:
        _freeze_paper_code(work, department_id)
        ready = _gather(desk, work.connection, department_id, copy_number, work.now, allot=True)
        run, ready = _same_run_today(desk, work.connection, ready, one_sided)
        printed = _write(ready, one_sided, progress)
        if run is None:
            record_printing(work, _printing(desk, ready, printed, one_sided, who), ready.numbered)
        write(printed.pdf)
    return _result(output, ready, printed)


def _result(output: Path, ready: _Ready, printed: PrintedBinder) -> PrintResult:
    return PrintResult(
        output,
        printed.pages,
        len(printed.pages_of),
        ready.stamp.copy_number,
        ready.stamp.run_number,
        printed.set_plain,
        ready.refused_forms,
    )


def print_all(
    desk: Desk,
    folder: Path,
    *,
    one_sided: bool = False,
    progress: Progress | None = None,
) -> tuple[PrintResult, ...]:
    """One PDF for each department that keeps a binder, named by its code.

    What departments share is laid out once. Stopped on the way, the binders written stay.
    """
    with desk.database.read() as connection:
        departments = binder_departments(connection)
    if not desk.read_only:
        departments = _with_paper_codes(desk, departments)
    results = []
    for done, node in enumerate(departments):
        if progress is not None:
            progress(done, len(departments))
        output = folder / f"{node.paper_code or node.id}.pdf"
        results.append(print_binder(desk, node.id, output, one_sided=one_sided))
    if progress is not None:
        progress(len(departments), len(departments))
    return tuple(results)


def _with_paper_codes(desk: Desk, departments: tuple[Node, ...]) -> tuple[Node, ...]:
    with desk.database.write("allot_paper_codes") as work:
        for node in departments:
            _freeze_paper_code(work, node.id)
    with desk.database.read() as connection:
        return binder_departments(connection)


def _write(ready: _Ready, one_sided: bool, progress: Progress | None) -> PrintedBinder:
    title = ready.language.gettext("Sheets in force")
    return write_binder(
        with_list_title(ready.numbered.sheets, title),
        ready.head,
        ready.stamp,
        ready.language,
        one_sided=one_sided,
        progress=progress,
    )


def _freeze_paper_code(work: Work, department_id: str) -> None:
    """A department that has no paper code yet gets one at its first print, for good."""
    node = read_node(work.connection, department_id)
    if node is not None and not node.paper_code:
        code = propose_paper_code(node.name, paper_codes(work.connection))
        work.change(schema.node, department_id, {"paper_code": code})


def _gather(
    desk: Desk,
    connection: Connection,
    department_id: str,
    copy_number: int | None,
    now: datetime,
    *,
    allot: bool,
) -> _Ready:
    node = read_node(connection, department_id)
    if node is None or node.kind not in BINDER_KINDS:
        raise NotFound(
            _("This department keeps no binder."), _("Choose a department or a unit of the list.")
        )
    known = stored.binder_of(connection, department_id)
    paper_language = language(known[1] if known else desk.language)
    today = desk.clock.today()
    facts = read_binder_facts(connection, department_id, paper_language.code, today)
    copy = _chosen_copy(connection, department_id, copy_number)
    forms = form_definitions(paper_language.code, desk.home.forms)
    drafts = binder_drafts(facts, paper_language, today, forms.forms)
    numbered = number_sheets(
        drafts,
        stored.sheet_codes(connection, department_id),
        [
            KnownSheet(k.code, k.revision, k.check_code, k.body_hash)
            for k in stored.known_revisions(connection, department_id)
        ],
        paper_language.code,
        allot=allot,
    )
    run_number = stored.next_run_number(connection) if allot else None
    stamp = stamp_of(now, facts, today, copy, copy_number, run_number)
    head = head_of(facts)
    if not head.paper_code:
        code = propose_paper_code(node.name, paper_codes(connection))
        head = replace(head, paper_code=code)
    refused = tuple(str(refusal) for refusal in forms.refused)
    return _Ready(facts, head, paper_language, numbered, stamp, copy, refused)


def _chosen_copy(
    connection: Connection, department_id: str, number: int | None
) -> stored.Copy | None:
    """The copy of that number, or the only one there is; None: it has not been recorded yet."""
    copies = stored.copies_of(connection, department_id)
    if number is None:
        return copies[0] if len(copies) == 1 else None
    return next((copy for copy in copies if copy.number == number), None)


def _same_run_today(
    desk: Desk, connection: Connection, ready: _Ready, one_sided: bool
) -> tuple[stored.Run | None, _Ready]:
    """The run that printed exactly this today, with its number and hour put into the stamp."""
    if ready.numbered.new_sheets:
        return None, ready
    wanted = [(s.content.code, s.revision) for s in ready.numbered.sheets]
    for run in stored.runs_of_day(connection, ready.facts.node.id, desk.clock.today()):
        same = (run.copy_id, run.one_sided) == (ready.copy.id if ready.copy else None, one_sided)
        if same and stored.sheets_of_run(connection, run.id) == wanted:
            printed_at = datetime.fromisoformat(run.recorded_at).astimezone()
            stamp = replace(ready.stamp, run_number=run.number, printed_at=printed_at)
            return run, replace(ready, stamp=stamp)
    return None, ready


def _printing(
    desk: Desk, ready: _Ready, printed: PrintedBinder, one_sided: bool, who: str
) -> Printing:
    return Printing(
        home_id=desk.home_id,
        department_id=ready.facts.node.id,
        run_number=ready.stamp.run_number or 0,
        copy_number=ready.stamp.copy_number,
        copy_id=ready.copy.id if ready.copy else None,
        language=ready.language.code,
        one_sided=one_sided,
        pages=printed.pages,
        pages_of=printed.pages_of,
        who=who,
        day=desk.clock.today(),
    )
