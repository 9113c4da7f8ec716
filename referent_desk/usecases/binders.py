"""Printing the binder of a department: preview, print, print all."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from referent_desk.domain.departments import Node, propose_paper_code
from referent_desk.domain.texts import clean_line
from referent_desk.language import _
from referent_desk.paper.binder import PrintedBinder
from referent_desk.storage import binders as stored
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import binder_departments, paper_codes, read_node
from referent_desk.storage.work import Work
from referent_desk.usecases.binder_gathering import GatheredBinder, gather
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.print_files import pdf_at
from referent_desk.usecases.print_results import PrintResult, Progress, write_sheets
from referent_desk.usecases.print_runs import Printing, keep_marks, record_printing

_UNFIT_FOR_FILES = re.compile(r'[<>:"/\\|?*]')  # on Windows
_LONGEST_IN_FILE_NAME = 60


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
        ready = gather(desk, connection, department_id, copy_number, now)
    return write_sheets(desk, ready, ready.numbered.sheets, one_sided, progress)


def suggested_path(desk: Desk, department_id: str) -> Path:
    """Where the PDF goes if nobody says otherwise: in the home's folder of prints."""
    with desk.database.read() as connection:
        node = read_node(connection, department_id)
    named = clean_line(_UNFIT_FOR_FILES.sub(" ", node.name if node else ""))
    name = _("{department} – binder {day}").format(
        department=named[:_LONGEST_IN_FILE_NAME].strip(), day=desk.clock.today().isoformat()
    )
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

    The file takes its place after the facts are kept, and the numbers are marked as given: none
    lies on paper that is not known.

    A binder printed again on the same day, unchanged, is the same run: the same bytes and no new
    fact. Where the home can only be read, the paper says that it was not registered.
    """
    if desk.read_only:
        return _print_unregistered(desk, department_id, output, copy_number, one_sided, progress)
    with pdf_at(output) as write:
        with desk.database.write("print_binder", actor_name=who) as work:
            freeze_paper_code(work, department_id)
            ready = gather(desk, work.connection, department_id, copy_number, work.now, allot=True)
            run, ready = _same_run_today(desk, work.connection, ready, one_sided)
            printed = write_sheets(desk, ready, ready.numbered.sheets, one_sided, progress)
            printing = _printing(desk, ready, printed, one_sided, who)
            run_id = record_printing(work, printing, ready.numbered) if run is None else run.id
            write(printed.pdf)
        keep_marks(desk, printing)
    new_copy = ready.copy is None and ready.stamp.copy_number is not None
    return replace(_result(output, ready, printed), run_id=run_id, new_copy=new_copy)


def _print_unregistered(
    desk: Desk,
    department_id: str,
    output: Path,
    copy_number: int | None,
    one_sided: bool,
    progress: Progress | None,
) -> PrintResult:
    """The paper itself says that the program does not know of it."""
    with desk.database.read() as connection:
        ready = gather(desk, connection, department_id, copy_number, desk.clock.now())
    ready = replace(ready, stamp=replace(ready.stamp, unregistered=True))
    printed = write_sheets(desk, ready, ready.numbered.sheets, one_sided, progress)
    with pdf_at(output) as write:
        write(printed.pdf)
    return _result(output, ready, printed)


def _result(output: Path, ready: GatheredBinder, printed: PrintedBinder) -> PrintResult:
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
            freeze_paper_code(work, node.id)
    with desk.database.read() as connection:
        return binder_departments(connection)


def freeze_paper_code(work: Work, department_id: str) -> None:
    """A department that has no paper code yet gets one at its first print, for good."""
    node = read_node(work.connection, department_id)
    if node is not None and not node.paper_code:
        code = propose_paper_code(node.name, paper_codes(work.connection))
        work.change(schema.node, department_id, {"paper_code": code})


def _same_run_today(
    desk: Desk, connection: Connection, ready: GatheredBinder, one_sided: bool
) -> tuple[stored.RunOfDay | None, GatheredBinder]:
    """The run that printed exactly this today, with its number and hour put into the stamp.

    For a copy it must be the newest one: what was printed after it supersedes it.
    """
    begins = ready.copy is None and ready.stamp.copy_number is not None
    if ready.numbered.new_sheets or begins:
        return None, ready
    wanted = [(s.content.code, s.revision) for s in ready.numbered.sheets]
    runs = stored.runs_of_day(connection, ready.facts.node.id, desk.clock.today())
    copy_id = ready.copy.id if ready.copy else None
    own = [run for run in runs if run.copy_id == copy_id]
    for run in own[:1] if copy_id else own:
        same = run.one_sided == one_sided and not run.replacements
        if same and stored.sheets_of_run(connection, run.id) == wanted:
            printed_at = datetime.fromisoformat(run.recorded_at).astimezone()
            stamp = replace(ready.stamp, run_number=run.number, printed_at=printed_at)
            return run, replace(ready, stamp=stamp)
    return None, ready


def _printing(
    desk: Desk, ready: GatheredBinder, printed: PrintedBinder, one_sided: bool, who: str
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
        sheets=tuple(zip(ready.numbered.sheets, printed.pages_of, strict=True)),
        who=who,
        day=desk.clock.today(),
    )
