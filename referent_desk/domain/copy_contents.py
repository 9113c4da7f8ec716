"""What lies in a copy: follows from its filed printings and from nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from referent_desk.domain.copies import Copy, CopyContent, PrintedSheet, Run, RunStage
from referent_desk.domain.sheets import COVER_CODE, LIST_CODE


def content_of(copy: Copy, runs: Iterable[Run]) -> CopyContent:
    """`runs` may be those of the whole department, in any order.

    Each filed printing puts its sheets over those of the same code; when it brings a list, what the
    list does not name is taken out.
    """
    own = sorted((run for run in runs if run.copy_id == copy.id), key=lambda run: run.number)
    filed = [run for run in own if run.filed is not None]
    sheets: dict[str, PrintedSheet] = {}
    for run in filed:
        sheets.update((sheet.code, sheet) for sheet in run.sheets)
        if LIST_CODE in {sheet.code for sheet in run.sheets}:
            named = {code for code, _revision in listed(sheets[LIST_CODE])}
            kept = named | {LIST_CODE, COVER_CODE}
            sheets = {code: sheet for code, sheet in sheets.items() if code in kept}
    newest = filed[-1] if filed else None
    return CopyContent(
        copy=copy,
        sheets=sheets,
        pending=pending_of(own),
        filed_on=newest.filed.day if newest is not None and newest.filed is not None else None,
    )


def pending_of(runs_of_copy: Sequence[Run]) -> Run | None:
    """The newest printing of a copy, unless it is filed: older ones are superseded by it."""
    newest = max(runs_of_copy, key=lambda run: run.number, default=None)
    return newest if newest is not None and newest.filed is None else None


def stage_of(run: Run, runs_of_copy: Iterable[Run]) -> RunStage:
    """How far a printing has come. A later one holds all that differs, so that it supersedes it."""
    if run.filed is not None:
        return RunStage.FILED
    if run.copy_id is not None and any(
        other.number > run.number for other in runs_of_copy if other.copy_id == run.copy_id
    ):
        return RunStage.SUPERSEDED
    if run.confirmed is not None:
        return RunStage.CONFIRMED
    return RunStage.SENT if run.sent is not None else RunStage.PREPARED


def listed(sheet: PrintedSheet) -> tuple[tuple[str, int | None], ...]:
    """(code, revision) of the lines of a printed list of effective sheets, in its order."""
    body = json.loads(sheet.body).get("body", {})
    return tuple((line["code"], line.get("revision")) for line in body.get("lines", ()))
