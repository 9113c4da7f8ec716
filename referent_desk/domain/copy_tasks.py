"""What there is to do with the copies of a binder: print, file, look at the shelf, see ahead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from referent_desk.domain.copies import RunStage
from referent_desk.domain.sheet_states import BinderState, CopyState, SheetState, SheetStatus
from referent_desk.domain.sheets import COVER_CODE, LIST_CODE
from referent_desk.domain.task_facts import TaskFacts
from referent_desk.domain.tasks import Due, Lead, Task, Urgency

COPY_MINUTES: Mapping[str, int] = {
    "replacements": 4,
    "to_file": 4,
    "copy_empty": 5,
    "not_certain": 6,
    "shelf_check": 6,
    "sheets_ahead": 1,
}
"""For one copy: to print and look at the pages, to take out and put in, to read six codes."""

AHEAD = timedelta(days=14)
LOOKED_AT = timedelta(days=7)
"""So long a look at the shelf serves a copy that is not certain: its paper is printed next."""

MISLEADING = frozenset(
    {
        *("number_changed", "contact_number", "contact_changed", "contact_gone", "contact_added"),
        *("person_left", "appointment_ended", "appointed", "support_changed"),
        *("line_added", "line_gone", "value_changed", "fallback_changed"),
        *("procedure_written", "procedure_gone", "procedure_drafted", "verification_failed"),
        *("revision_approved", "text_changed", "draft_edited", "chapter_accepted"),
        "need_unknown",
    }
)
"""Reasons for which somebody would dial or do the wrong thing tonight; the others are of form."""


def copy_tasks(facts: TaskFacts, today: date) -> Iterable[Task]:
    """One task for all copies that want the same; it leads to the first of them."""
    binder = facts.binder
    if binder is None or facts.last_printed is None:
        return
    uncertain = [copy for copy in binder.copies if is_uncertain(copy)]
    certain = [copy for copy in binder.copies if not is_uncertain(copy)]
    begun = [copy for copy in certain if copy.stage is not None]
    empty = [copy for copy in certain if copy.stage is None or is_empty(copy)]
    yield from _not_certain(uncertain, today)
    yield from _replacements([copy for copy in begun if sheets_to_replace(copy)])
    yield from _to_file([copy for copy in begun if _waits(copy)])
    yield from _of_copies("copy_empty", Urgency.SOON, "next", empty)
    due = [copy for copy in begun if copy.check_due is not None and copy.check_due <= today]
    yield from _of_copies("shelf_check", Urgency.SOON, "check", due)
    if begun or uncertain:
        yield from _ahead(binder, today)


def is_uncertain(copy: CopyState) -> bool:
    """Whether other sheets may lie in it than are known here: a backup was put back.

    Not where a whole binder waits to be filed that is right: nothing else need be done.
    """
    run = copy.pending
    is_whole = run is not None and not run.replacements and not copy.to_replace
    return copy.forgotten and copy.stage is not None and not is_whole


def is_empty(copy: CopyState) -> bool:
    """Nothing was filed yet, and what waits to be is no longer right: all of it is printed."""
    is_filed = copy.stage is RunStage.FILED or any(sheet.shelf for sheet in copy.sheets)
    return bool(copy.to_replace) and not is_filed


def sheets_to_replace(copy: CopyState) -> tuple[SheetState, ...]:
    """All that the next printing brings or takes out: where something has changed again, also
    what was printed and is still right, as the new printing takes the place of that one."""
    if not copy.to_replace or is_empty(copy):
        return ()
    return tuple(sheet for sheet in copy.sheets if sheet.status is not SheetStatus.UP_TO_DATE)


def sheets_to_file(copy: CopyState) -> tuple[SheetState, ...]:
    return tuple(s for s in copy.sheets if s.status is SheetStatus.PRINTED_NOT_FILED)


def _waits(copy: CopyState) -> bool:
    return not copy.to_replace and bool(sheets_to_file(copy))


def _of_copies(
    code: str,
    urgency: Urgency,
    part: str,
    copies: list[CopyState],
    names: tuple[str, ...] = (),
    **fields: object,
) -> Iterable[Task]:
    if copies:
        first = copies[0].copy
        yield Task(
            code,
            urgency,
            COPY_MINUTES[code] * len(copies),
            Lead.COPY,
            (first.id, part),
            names,
            {"copies": len(copies), "copy": first.number, **fields},
        )


def _not_certain(copies: list[CopyState], today: date) -> Iterable[Task]:
    """The shelf is looked at first, where something is known to lie there; then all is printed."""
    if not copies:
        return
    first = copies[0]
    looked_at = first.last_check is not None and first.last_check >= today - LOOKED_AT
    is_checked = looked_at or first.check_due is None
    [task] = _of_copies(
        "not_certain",
        Urgency.SOON,
        "next" if is_checked else "check",
        copies,
        checked=is_checked,
    )
    minutes = COPY_MINUTES["copy_empty" if is_checked else "not_certain"] * len(copies)
    yield replace(task, minutes=minutes)


def _replacements(copies: list[CopyState]) -> Iterable[Task]:
    sheets = {s.code: s for copy in copies for s in sheets_to_replace(copy)}
    told = {reason.code for sheet in sheets.values() for reason in sheet.reasons}
    urgency = Urgency.NOW if told & MISLEADING else Urgency.SOON
    titles = [s.title for s in sheets.values() if s.code not in (COVER_CODE, LIST_CODE)]
    names = tuple(dict.fromkeys(titles))
    yield from _of_copies("replacements", urgency, "next", copies, names, count=len(sheets))


def _to_file(copies: list[CopyState]) -> Iterable[Task]:
    """SOON even where nothing was ever filed: the paper is in the ward already."""
    count = len({sheet.code for copy in copies for sheet in sheets_to_file(copy)})
    on_paper = all(copy.stage is RunStage.CONFIRMED for copy in copies)
    part = "file" if on_paper and len(copies) == 1 else "next"
    yield from _of_copies("to_file", Urgency.SOON, part, copies, count=count, on_paper=on_paper)


def _ahead(binder: BinderState, today: date) -> Iterable[Task]:
    """The first day within two weeks; nothing can be printed for it before."""
    coming = [fact for fact in binder.ahead if today < fact.day <= today + AHEAD]
    if coming:
        first = min(fact.day for fact in coming)
        titles = {fact.code: fact.title for fact in coming if fact.day == first}
        yield Task(
            "sheets_ahead",
            Urgency.LATER,
            COPY_MINUTES["sheets_ahead"],
            Lead.COPY,
            names=tuple(dict.fromkeys(t for code, t in titles.items() if code != LIST_CODE)),
            fields={"count": len(titles), "day": first},
        )


def copy_dues(facts: TaskFacts, today: date) -> Iterable[Due]:
    """What comes next on the shelf, and is not to be done yet."""
    if facts.binder is None:
        return
    for copy in facts.binder.copies:
        if copy.check_due is not None and copy.check_due > today:
            yield Due("shelf_check", copy.check_due, str(copy.copy.number))
    for fact in facts.binder.ahead:
        if fact.day > today and fact.code != LIST_CODE:
            yield Due("sheets_ahead", fact.day, fact.title)
