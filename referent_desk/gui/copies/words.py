"""A copy of the binder in words: its state, what is next, what became of a printing."""

from __future__ import annotations

from referent_desk.domain.copies import Copy, CopyEnd, Mark, Run, RunStage
from referent_desk.domain.copy_tasks import is_empty, is_uncertain, sheets_to_replace
from referent_desk.domain.sheet_states import BinderState, CopyState, SheetState, SheetStatus
from referent_desk.gui.copies.actions import Step
from referent_desk.gui.questions_copies import Proposal
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import counted, day
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.states import status_word, waiting_word

_SHAPES = {
    SheetStatus.UP_TO_DATE: (Shape.TICK, Tone.GOOD),
    SheetStatus.OUT_OF_DATE: (Shape.TRIANGLE, Tone.WARNING),
    SheetStatus.NEVER_PRINTED: (Shape.RING, Tone.WARNING),
    SheetStatus.TO_BE_REMOVED: (Shape.CROSS, Tone.WARNING),
    SheetStatus.PRINTED_NOT_FILED: (Shape.DIAMOND, Tone.WARNING),
}


def sheet_state(status: SheetStatus) -> State:
    return State(status_word(status, spoken()), *_SHAPES[status])


def is_missing(sheet: SheetState) -> bool:
    """Whether it was filed, and a check of the shelf did not find it."""
    return sheet.status is SheetStatus.OUT_OF_DATE and sheet.shelf is None


def group_word(sheet: SheetState, stage: RunStage | None) -> str:
    """What sheets are put together under; those that are missing stand for themselves."""
    if sheet.status is SheetStatus.PRINTED_NOT_FILED:
        return waiting_word(stage, spoken())
    return _("missing from the shelf") if is_missing(sheet) else sheet_state(sheet.status).word


def copy_name(copy: Copy) -> str:
    return _("Copy {number}").format(number=copy.number)


def end_word(end: CopyEnd | None) -> str:
    """In lower case; copies closed before anybody said why are only gone."""
    if end is None:
        return _("gone")
    return {
        CopyEnd.LOST: _("lost"),
        CopyEnd.DESTROYED: _("destroyed"),
        CopyEnd.WITHDRAWN: _("withdrawn"),
    }[end]


def copy_state(state: CopyState) -> State:
    if state.copy.closed_on is not None:
        return State(end_word(state.copy.closed_because), Shape.DASH, Tone.NEUTRAL)
    if state.stage is None:
        return State(_("nothing printed"), Shape.SQUARE, Tone.BAD)
    if is_uncertain(state):
        return State(_("not certain"), Shape.HOLLOW_TRIANGLE, Tone.WARNING)
    if is_empty(state):
        word = _("nothing filed") if state.stage is RunStage.CONFIRMED else _("nothing printed")
        return State(word, Shape.SQUARE, Tone.BAD)
    if state.to_replace:
        count = len(sheets_to_replace(state))
        word = ngettext("{count} to replace", "{count} to replace", count)
        return State(word.format(count=counted(count)), Shape.TRIANGLE, Tone.WARNING)
    if state.forgotten or state.count(SheetStatus.PRINTED_NOT_FILED):
        return State(waiting_word(state.stage, spoken()), Shape.DIAMOND, Tone.WARNING)
    return State(_("up to date"), Shape.TICK, Tone.GOOD)


def state_sentence(state: CopyState) -> str:
    """Where the copy stands, in one sentence."""
    copy = state.copy
    if copy.closed_on is not None:
        return _("This copy is closed since {day}: {why}. Its history stays.").format(
            day=day(copy.closed_on), why=end_word(copy.closed_because)
        )
    if state.stage is None:
        return _("Nothing has been printed for this copy: it is empty as far as anybody knows.")
    if is_uncertain(state):
        return forgotten_sentence()
    if is_empty(state):
        return _(
            "Nothing lies in this copy yet, and what was prepared for it is no longer right: "
            "print the whole binder again."
        )
    if state.to_replace:
        return _replace_sentence(state)
    if state.pending is not None:
        return _pending_sentence(state.pending, state.stage)
    total = len(state.sheets)
    return ngettext(
        "The only sheet on the shelf is up to date.",
        "All {count} sheets on the shelf are up to date.",
        total,
    ).format(count=counted(total))


def forgotten_sentence() -> str:
    return _(
        "A backup was put back: sheets may lie in this copy that the program does not know any "
        "more. Print the whole binder for it, and record that it was filed."
    )


def _replace_sentence(state: CopyState) -> str:
    count, total = len(sheets_to_replace(state)), len(state.sheets)
    text = ngettext(
        "{count} sheet of {total} is not on the shelf as it should be.",
        "{count} sheets of {total} are not on the shelf as they should be.",
        count,
    ).format(count=counted(count), total=counted(total))
    if state.pending is None:
        return text
    return _(
        "{sentence} Print run {number}, not filed yet, does not hold all of it: the next one takes "
        "its place."
    ).format(sentence=text, number=state.pending.number)


def _pending_sentence(run: Run, stage: RunStage) -> str:
    fields = {"number": run.number, "day": day(run.printed_at.date()), "sheets": sheets_of(run)}
    if stage is RunStage.CONFIRMED:
        return _("Print run {number} ({sheets}) lies on paper and waits to be filed.").format(
            **fields
        )
    if stage is RunStage.SENT:
        return _(
            "Print run {number} ({sheets}) was sent to the printer. Nobody has said yet that the "
            "paper came out."
        ).format(**fields)
    return _(
        "Print run {number} ({sheets}) was prepared on {day}. Nobody has said yet that the paper "
        "came out."
    ).format(**fields)


def sheets_of(run: Run) -> str:
    count = len(run.sheets)
    if not run.replacements:
        return ngettext(
            "the whole binder, {count} sheet", "the whole binder, {count} sheets", count
        ).format(count=counted(count))
    return ngettext("{count} replacement sheet", "{count} replacement sheets", count).format(
        count=counted(count)
    )


def run_title(run: Run) -> str:
    pages = ngettext("{count} page", "{count} pages", run.pages).format(count=counted(run.pages))
    return _("Print run {number}: {sheets}, {pages}").format(
        number=run.number, sheets=sheets_of(run), pages=pages
    )


def fact_sentences(run: Run) -> tuple[tuple[str, bool], ...]:
    """The four facts, each with whether it is one already."""
    prepared = _("Prepared on {day}").format(day=day(run.printed_at.date()))
    return (
        (_with_person(prepared, run.who), True),
        _sent(run.sent),
        _marked(run.confirmed, _("On paper on {day}"), _("Nobody has said that paper came out")),
        _marked(run.filed, _("Filed and signed on {day}"), _("Not filed")),
    )


def _sent(mark: Mark | None) -> tuple[str, bool]:
    if mark is None:
        return _("Not sent to a printer from here"), False
    said = _("Sent to the printer {printer} on {day}")
    return _with_person(said.format(printer=mark.printer, day=day(mark.day)), mark.who), True


def _marked(mark: Mark | None, said: str, unsaid: str) -> tuple[str, bool]:
    if mark is None:
        return unsaid, False
    return _with_person(said.format(day=day(mark.day)), mark.who), True


def _with_person(fact: str, person: str) -> str:
    return _("{fact}, {person}").format(fact=fact, person=person) if person else fact


def step_text(step: Step, state: CopyState, replaced: int) -> str:
    """What the button says that it does."""
    match step:
        case Step.WHOLE:
            if state.stage is not None and state.to_replace:
                total = len(state.sheets) - state.count(SheetStatus.TO_BE_REMOVED)
                return ngettext(
                    "Print the &whole binder ({count} sheet)…",
                    "Print the &whole binder ({count} sheets)…",
                    total,
                ).format(count=counted(total))
            return _("Print the &whole binder…")
        case Step.REPLACE:
            if not replaced:
                return _("Print the s&lip of what is to be removed…")
            return ngettext(
                "Print {count} &replacement sheet…", "Print {count} &replacement sheets…", replaced
            ).format(count=counted(replaced))
        case Step.CONFIRM:
            return _("The paper has &come out…")
        case Step.FILE:
            return _("F&iled and signed…")


def proposal_sentence(proposal: Proposal) -> str:
    """Why the whole binder is printed rather than what changed; empty where it need not be."""
    if proposal.never_filed:
        return _(
            "Nothing was ever filed in this copy: all of it is printed, not only what changed."
        )
    if proposal.forgotten:
        return forgotten_sentence()
    if not proposal.full:
        return ""
    return _(
        "{share} % of the sheets have changed: printing all of it is quicker and surer than "
        "replacing them one by one."
    ).format(share=round(100 * proposal.share))


def revision_text(sheet: SheetState) -> str:
    """`rev. 3 → rev. 4`, what lies there and what should."""
    shelf, wanted = sheet.shelf, sheet.wanted
    there = _("rev. {number}").format(number=shelf[0]) if shelf else _("not there")
    if sheet.status is SheetStatus.UP_TO_DATE or wanted is None:
        return there
    should = _("new") if wanted[0] is None else _("rev. {number}").format(number=wanted[0])
    return _("{before} → {after}").format(before=there, after=should)


def check_due_sentence(state: CopyState, today: BinderState) -> str:
    """When the shelf is to be looked at next."""
    if not today.months_between_checks:
        return _("The shelf is not checked by a calendar here.")
    if state.check_due is None:
        return _("The shelf is checked once something has been filed.")
    if state.check_due <= today.day:
        return _("A check has been due since {day}.").format(day=day(state.check_due))
    return _("Next check on {day}.").format(day=day(state.check_due))
