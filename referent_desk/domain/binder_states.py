"""What is true of each sheet of each copy of a binder: from what lies there to what should."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from referent_desk.domain.copies import CopyContent, PrintedSheet, Run, RunStage
from referent_desk.domain.sheet_states import CopyState, Reason, SheetState, SheetStatus
from referent_desk.domain.sheets import LIST_CODE, Sheet, SheetContent


@dataclass(frozen=True, slots=True)
class Shelf:
    """One copy as far as signed insertions tell, and how far its newest printing has come."""

    content: CopyContent
    stage: RunStage | None = None
    last_check: date | None = None
    check_due: date | None = None
    forgotten: bool = False


class Explains(Protocol):
    """Tells why a sheet is not what it should be."""

    def why_changed(
        self, printed: str, present: SheetContent, printed_on: date | None = None
    ) -> tuple[Reason, ...]: ...

    def why_new(self, subject: str, filed_on: date | None = None) -> tuple[Reason, ...]: ...

    def why_gone(self, subject: str) -> tuple[Reason, ...]: ...


class Unexplained:
    """Where only the states are asked for: looking for reasons takes longer than all the rest."""

    def why_changed(
        self, printed: str, present: SheetContent, printed_on: date | None = None
    ) -> tuple[Reason, ...]:
        return ()

    def why_new(self, subject: str, filed_on: date | None = None) -> tuple[Reason, ...]:
        return ()

    def why_gone(self, subject: str) -> tuple[Reason, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """The sheets of a binder as they should lie in every copy today, in its order.

    `pages` are those of sheets that were printed before, by code and body hash; `subjects` tells
    what each code that was ever printed is about.
    """

    sheets: Sequence[Sheet]
    explainer: Explains
    subjects: Mapping[str, str]
    pages: Mapping[tuple[str, str], int]


def copy_state(shelf: Shelf, wanted: Wanted) -> CopyState:
    """Every sheet that lies in the copy or should, in the order of the binder; gone ones last."""
    content = shelf.content
    pending = {sheet.code: sheet for sheet in content.pending.sheets} if content.pending else {}
    waits = _waits(shelf)
    states = [_state(sheet, content, pending, wanted, waits) for sheet in wanted.sheets]
    named = {sheet.content.code for sheet in wanted.sheets}
    gone = [sheet for code, sheet in content.sheets.items() if code not in named]
    taken_out = waits if _is_taken_out(content.pending, wanted.sheets) else None
    states += [_gone(sheet, wanted, taken_out) for sheet in gone]
    return CopyState(
        copy=content.copy,
        sheets=tuple(states),
        pending=content.pending,
        stage=shelf.stage,
        last_check=shelf.last_check,
        check_due=shelf.check_due,
        forgotten=shelf.forgotten,
    )


def _state(
    sheet: Sheet,
    content: CopyContent,
    pending: Mapping[str, PrintedSheet],
    wanted: Wanted,
    waits: Reason | None,
) -> SheetState:
    code = sheet.content.code
    lies, brought = content.sheets.get(code), pending.get(code)
    status, reasons = SheetStatus.UP_TO_DATE, tuple[Reason, ...]()
    if lies is None or lies.body_hash != sheet.body_hash:
        status = SheetStatus.OUT_OF_DATE
        if lies is not None:
            reasons = wanted.explainer.why_changed(lies.body, sheet.content, lies.printed_on)
        elif code not in content.amiss:
            status = SheetStatus.NEVER_PRINTED
            reasons = wanted.explainer.why_new(sheet.content.subject, content.filed_on)
        if code in content.amiss:
            reasons = (Reason(content.amiss[code][0], {}, content.amiss[code][1]), *reasons)
        if brought is not None and brought.body_hash == sheet.body_hash and waits is not None:
            status = SheetStatus.PRINTED_NOT_FILED
            reasons = _with_waiting(reasons, waits)
    return SheetState(
        code=code,
        title=sheet.content.title,
        status=status,
        reasons=reasons,
        shelf=(lies.revision, lies.check_code) if lies else None,
        wanted=(sheet.revision, sheet.check_code),
        pages=wanted.pages.get((code, sheet.body_hash), 0),
    )


def _gone(sheet: PrintedSheet, wanted: Wanted, waits: Reason | None) -> SheetState:
    """`waits` where the slip of what was printed and not filed takes it out."""
    status = SheetStatus.TO_BE_REMOVED
    reasons = wanted.explainer.why_gone(wanted.subjects.get(sheet.code, ""))
    if waits is not None:
        status, reasons = SheetStatus.PRINTED_NOT_FILED, _with_waiting(reasons, waits)
    shelf = (sheet.revision, sheet.check_code)
    return SheetState(sheet.code, sheet.title, status, reasons, shelf)


def _is_taken_out(pending: Run | None, wanted: Iterable[Sheet]) -> bool:
    """Whether what was printed and not filed brings the present list: its slip says what goes."""
    present = next((s.body_hash for s in wanted if s.content.code == LIST_CODE), None)
    brought = pending.sheets if pending is not None else ()
    return any(s.code == LIST_CODE and s.body_hash == present for s in brought)


def _waits(shelf: Shelf) -> Reason | None:
    """How far the printing has come that waits to be filed, and since when."""
    run = shelf.content.pending
    if run is None:
        return None
    mark = run.confirmed or run.sent
    day = mark.day if mark is not None else run.printed_at.astimezone().date()
    return Reason("waits_for_filing", {"run": run.number, "stage": str(shelf.stage or "")}, day)


def _with_waiting(reasons: tuple[Reason, ...], waits: Reason) -> tuple[Reason, ...]:
    return (*(reason for reason in reasons if reason.code != "never_printed"), waits)
