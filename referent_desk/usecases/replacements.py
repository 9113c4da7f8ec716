"""Printing for one copy only what changed since its last filing, with the slip that says what to
take out and what to put in.

A printing of replacements holds everything that differs between what is filed and what is true now:
one that was printed before and not filed is superseded by it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from referent_desk.domain.copies import Run
from referent_desk.domain.replacements import slip_sheet
from referent_desk.domain.sheets import Sheet
from referent_desk.domain.slips import SlipBody
from referent_desk.language import _
from referent_desk.paper.binder import PrintedBinder
from referent_desk.paper.sheets_lists import ListedSheet
from referent_desk.paper.sheets_slips import slip_title
from referent_desk.usecases import binders
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.print_files import pdf_at
from referent_desk.usecases.print_results import PrintResult, Progress, write_sheets
from referent_desk.usecases.print_runs import Printing, keep_marks, record_printing
from referent_desk.usecases.replacement_gathering import (
    GatheredReplacements,
    gather_replacements,
    refuse_needless,
)

_WAITS = "waits_for_filing"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What there is to do for a copy: sheets to `insert` and to `remove`.

    `full`: print the whole binder, because `share` of its sheets (0 to 1) would be replaced,
    because nothing was ever filed in this copy, or because a backup was put back that has
    `forgotten` what may lie in it. `superseded` is the number of a printing that was not filed and
    whose paper is thrown away.
    """

    copy_number: int
    full: bool
    never_filed: bool
    share: float
    insert: int
    remove: int
    superseded: int | None = None
    forgotten: bool = False


def propose(desk: Desk, department_id: str, copy_number: int | None = None) -> Proposal:
    """Without a number: for the only copy that there is."""
    with desk.database.read() as connection:
        ready = gather_replacements(desk, connection, department_id, copy_number)
    changes = ready.changes
    return Proposal(
        copy_number=ready.copy.number,
        full=changes.full or ready.forgotten,
        never_filed=changes.never_filed,
        share=changes.share,
        insert=len(changes.changed),
        remove=len(changes.removed),
        superseded=ready.superseded,
        forgotten=ready.forgotten,
    )


def suggested_path(desk: Desk, department_id: str, copy_number: int) -> Path:
    """Where the PDF goes if nobody says otherwise: in the home's folder of prints."""
    path = binders.suggested_path(desk, department_id)
    named = _("{binder}, replacements for copy {number}")
    return path.with_stem(named.format(binder=path.stem, number=copy_number))


def preview_replacements(
    desk: Desk,
    department_id: str,
    copy_number: int,
    *,
    one_sided: bool = False,
    progress: Progress | None = None,
) -> PrintedBinder:
    """The slip and the sheets as they would print now; no number is allotted."""
    with desk.database.read() as connection:
        ready = refuse_needless(gather_replacements(desk, connection, department_id, copy_number))
    return _write(desk, ready, one_sided, progress)


def print_replacements(
    desk: Desk,
    department_id: str,
    copy_number: int | None,
    output: Path,
    *,
    one_sided: bool = False,
    who: str = "",
    progress: Progress | None = None,
) -> PrintResult:
    """Write the slip and the sheets to `output` and record what was printed.

    Printed again on the same day, unchanged and not yet filed, it is the same run. Where the home
    can only be read, the paper says that it was not registered. Raises RefusedInput where nothing
    is to be replaced, or nothing was ever filed.
    """
    if desk.read_only:
        return _print_unregistered(desk, department_id, copy_number, output, one_sided, progress)
    with pdf_at(output) as write:
        with desk.database.write("print_replacements", actor_name=who) as work:
            known = work.connection
            found = gather_replacements(desk, known, department_id, copy_number, allot=True)
            run, ready = _same_run_today(desk, refuse_needless(found), one_sided)
            printed = _write(desk, ready, one_sided, progress)
            printing = _printing(desk, ready, printed, one_sided, who)
            numbered = ready.gathered.numbered
            run_id = record_printing(work, printing, numbered) if run is None else run.id
            write(printed.pdf)
        keep_marks(desk, printing)
    return _result(output, ready, printed, run_id)


def _print_unregistered(
    desk: Desk,
    department_id: str,
    copy_number: int | None,
    output: Path,
    one_sided: bool,
    progress: Progress | None,
) -> PrintResult:
    with desk.database.read() as connection:
        ready = refuse_needless(gather_replacements(desk, connection, department_id, copy_number))
    stamp = replace(ready.gathered.stamp, unregistered=True)
    ready = replace(ready, gathered=replace(ready.gathered, stamp=stamp))
    printed = _write(desk, ready, one_sided, progress)
    with pdf_at(output) as write:
        write(printed.pdf)
    return _result(output, ready, printed, None)


def _same_run_today(
    desk: Desk, ready: GatheredReplacements, one_sided: bool
) -> tuple[Run | None, GatheredReplacements]:
    """The run that printed exactly this today and is not filed, with its number and hour."""
    run = ready.content.pending
    if run is None or not run.replacements or ready.gathered.numbered.new_sheets:
        return None, ready
    filed = (other.filed.recorded_at for other in ready.runs if other.filed is not None)
    printed = [(sheet.code, sheet.revision) for sheet in run.sheets]
    wanted = [(sheet.content.code, sheet.revision) for sheet in ready.changes.changed]
    printed_at = run.printed_at.astimezone()
    is_same = (
        printed == wanted
        and run.one_sided == one_sided
        and printed_at.date() == desk.clock.today()
        and all(moment <= run.printed_at for moment in filed)
    )
    if not is_same:
        return None, ready
    stamp = replace(ready.gathered.stamp, run_number=run.number, printed_at=printed_at)
    return run, replace(ready, gathered=replace(ready.gathered, stamp=stamp))


def _write(
    desk: Desk, ready: GatheredReplacements, one_sided: bool, progress: Progress | None
) -> PrintedBinder:
    before = ready.content.sheets
    others = {
        sheet.content.code: ListedSheet(sheet.content.title, before[sheet.content.code].pages)
        for sheet in ready.changes.kept
    }
    sheets = (_slip(ready), *ready.changes.changed)
    return write_sheets(desk, ready.gathered, sheets, one_sided, progress, others)


def _slip(ready: GatheredReplacements) -> Sheet:
    lines = ready.changes.lines(ready.reasons)
    language = ready.gathered.language
    body = SlipBody(
        title=slip_title(lines, language),
        lines=lines,
        remaining=len(ready.changes.kept),
        copy_number=ready.copy.number,
        copy_place=ready.gathered.stamp.copy_place,
        run_number=ready.gathered.stamp.run_number,
        superseded=ready.superseded,
        unregistered=ready.gathered.stamp.unregistered,
    )
    taken = (sheet.check_code for sheet in ready.gathered.numbered.sheets)
    return slip_sheet(body, language.code, taken)


def _printing(
    desk: Desk, ready: GatheredReplacements, printed: PrintedBinder, one_sided: bool, who: str
) -> Printing:
    """The slip is no sheet of the binder: it is not recorded as one."""
    gathered = ready.gathered
    return Printing(
        home_id=desk.home_id,
        department_id=gathered.facts.node.id,
        run_number=gathered.stamp.run_number or 0,
        copy_number=ready.copy.number,
        copy_id=ready.copy.id,
        language=gathered.language.code,
        one_sided=one_sided,
        pages=printed.pages,
        sheets=tuple(zip(ready.changes.changed, printed.pages_of[1:], strict=True)),
        who=who,
        day=desk.clock.today(),
        replacements=True,
    )


def _result(
    output: Path, ready: GatheredReplacements, printed: PrintedBinder, run_id: str | None
) -> PrintResult:
    return PrintResult(
        output,
        printed.pages,
        len(ready.changes.changed),
        ready.copy.number,
        ready.gathered.stamp.run_number,
        printed.set_plain,
        ready.gathered.refused_forms,
        run_id,
    )
