"""What a check has seen on the shelf, against what was recorded as filed: the eye is believed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from referent_desk.domain.copies import CopyContent, PrintedSheet, Run
from referent_desk.domain.shelf_checks import Found

MISSING, OLD = "missing_on_shelf", "old_on_shelf"
"""Codes of the reasons."""
_RIGHT = frozenset({Found.PRESENT, Found.NEWER})


@dataclass(frozen=True, slots=True)
class Look:
    """One sheet of one check of a copy; `found_id` is the revision that was found, if it is known.

    `day` is that of the check.
    """

    code: str
    found: Found
    found_id: str | None
    day: date
    recorded_at: datetime


def as_seen(content: CopyContent, runs: Iterable[Run], looks: Iterable[Look]) -> CopyContent:
    """What lies in the copy once its checks are counted: a sheet that was not there is not there.

    `runs` are those of the department. A look counts until the sheet is filed once more, or is
    found in its place by a later look.
    """
    newest = {look.code: look for look in sorted(looks, key=lambda look: look.recorded_at)}
    known = tuple(runs)
    sheets, amiss = dict(content.sheets), {}
    for code, look in newest.items():
        if code not in sheets or look.found in _RIGHT or _is_filed_since(look, content, known):
            continue
        lies = _revision(known, look.found_id) if look.found is Found.OLD else None
        if lies is not None:
            sheets[code] = lies
        else:
            del sheets[code]
        amiss[code] = (OLD if lies is not None else MISSING, look.day)
    return replace(content, sheets=sheets, amiss=amiss)


def _is_filed_since(look: Look, content: CopyContent, runs: tuple[Run, ...]) -> bool:
    return any(
        run.filed is not None
        and run.filed.recorded_at > look.recorded_at
        and any(sheet.code == look.code for sheet in run.sheets)
        for run in runs
        if run.copy_id == content.copy.id
    )


def _revision(runs: tuple[Run, ...], revision_id: str | None) -> PrintedSheet | None:
    sheets = (sheet for run in runs for sheet in run.sheets)
    return next((sheet for sheet in sheets if sheet.revision_id == revision_id), None)
