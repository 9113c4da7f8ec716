"""What a check has seen on the shelf, against what was recorded as filed: the eye is believed."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import date, datetime

from referent_desk.domain.copies import CopyContent, PrintedSheet, Run, StraySheet
from referent_desk.domain.shelf_checks import Found
from referent_desk.domain.shelf_readings import read_again

MISSING, OLD = "missing_on_shelf", "old_on_shelf"
"""Codes of the reasons."""
_RIGHT = frozenset({Found.PRESENT, Found.NEWER})
_STRAY = frozenset({Found.OTHER_SHEET, Found.OTHER_DEPARTMENT, Found.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Look:
    """One sheet of one check of a copy; `found_id` is the revision that was found, if it is known.

    `day` is that of the check, `read` what was typed or scanned, as it is kept.
    """

    code: str
    found: Found
    found_id: str | None
    day: date
    recorded_at: datetime
    read: str = ""


def as_seen(content: CopyContent, runs: Iterable[Run], looks: Iterable[Look]) -> CopyContent:
    """What lies in the copy once its checks are counted: a sheet that was not there is not there.

    `runs` are those of the department. A look counts until the sheet is filed once more, or is
    found in its place by a later look. What lies in its place instead lies there until a slip has
    named it, or the whole binder was filed anew.
    """
    newest = {look.code: look for look in sorted(looks, key=lambda look: look.recorded_at)}
    known = tuple(runs)
    sheets, amiss, strays = dict(content.sheets), {}, {}
    for code, look in newest.items():
        if code not in sheets or look.found in _RIGHT or _is_filed_since(look, content, known):
            continue
        lies = _revision(known, look.found_id) if look.found is Found.OLD else None
        place = sheets.pop(code)
        if lies is not None:
            sheets[code] = lies
        elif look.found is not Found.MISSING:
            strays[code] = (look, place.title)
        amiss[code] = (OLD if lies is not None else MISSING, look.day)
    lying = {sheet.revision_id for sheet in sheets.values()}
    found = {code: _stray(look, title, known, lying) for code, (look, title) in strays.items()}
    return replace(content, sheets=sheets, amiss=amiss, strays=found)


def _is_filed_since(look: Look, content: CopyContent, runs: tuple[Run, ...]) -> bool:
    return any(
        run.filed is not None
        and run.filed.recorded_at > look.recorded_at
        and any(sheet.code == look.code for sheet in run.sheets)
        and not _leaves_stray(run, look)
        for run in runs
        if run.copy_id == content.copy.id
    )


def _leaves_stray(run: Run, look: Look) -> bool:
    """A slip that was printed before the check could not say that this sheet must go."""
    return look.found in _STRAY and run.replacements and run.printed_at < look.recorded_at


def _stray(look: Look, title: str, runs: tuple[Run, ...], lying: Set[str]) -> StraySheet:
    printed = _revision(runs, look.found_id) if look.found_id is not None else None
    if printed is not None:
        is_current = printed.revision_id in lying
        return StraySheet(
            title, printed.code, printed.revision, printed.check_code, is_current=is_current
        )
    read = read_again(look.read)
    paper_code = read.paper if look.found is Found.OTHER_DEPARTMENT else ""
    return StraySheet(title, read.code, read.revision, read.check, paper_code)


def _revision(runs: tuple[Run, ...], revision_id: str | None) -> PrintedSheet | None:
    sheets = (sheet for run in runs for sheet in run.sheets)
    return next((sheet for sheet in sheets if sheet.revision_id == revision_id), None)
