"""The tab of degraded modes: for each function and program of the department, what is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from referent_desk.domain.changes import Kind
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.procedures import (
    ProcedureDetail,
    ProcedureRow,
    ProcedureState,
    ProcedureText,
    Revision,
    RevisionState,
)
from referent_desk.domain.text_lives import stage_of
from referent_desk.domain.verifications import Trials
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.empty_texts import procedures_empty
from referent_desk.gui.labels import escaped_mnemonic
from referent_desk.gui.list_tabs import Scope, Subject
from referent_desk.gui.places import Key, Place, TabName, tab_title
from referent_desk.gui.procedures.door_rows import Opening, show_doors
from referent_desk.gui.procedures.doors import ProcedureDoors
from referent_desk.gui.procedures.life_sections import show_life, show_notices
from referent_desk.gui.procedures.starter_offers import ICON, StarterOffers, take_text
from referent_desk.gui.procedures.trial_sections import show_actions, show_trials
from referent_desk.gui.states import procedure_state
from referent_desk.gui.wordings import day, function_name, reason
from referent_desk.language import _

Read = Callable[[str, str, str | None], ProcedureDetail]


@dataclass(frozen=True, slots=True)
class _Reading:
    opening: Opening
    detail: ProcedureDetail
    trials: Trials | None = None


def subject(
    list_rows: Callable[[Listing], Page[ProcedureRow]],
    read: Read,
    starters: StarterOffers,
    doors: ProcedureDoors | None = None,
) -> Subject:
    def read_key(key: Key, department_id: str | None) -> _Reading:
        function_id = str(key[0])
        software_id = key[1] if len(key) > 1 else None
        opening = Opening(str(department_id), function_id, software_id)
        detail = read(str(department_id), function_id, software_id)
        if doors is None:
            return _Reading(opening, detail)
        trials = doors.trials.questions.trials(str(department_id), function_id, software_id)
        return _Reading(opening, detail, trials)

    def show_reading(pane: DetailPane, reading: _Reading) -> None:
        offered = reading.opening.function_id in starters.functions
        offers = starters if offered else None
        show(pane, reading.detail, offers, doors, reading.opening, reading.trials)

    return Subject(
        name=TabName.PROCEDURES,
        title=tab_title(TabName.PROCEDURES),
        columns=columns(),
        list_rows=list_rows,
        key_of=lambda row: (row.function_id, row.software_id),
        read=read_key,
        show=show_reading,
        leads_to=lambda row: (
            Place(TabName.SOFTWARE, (row.software_id,))
            if row.software_id and row.state is not ProcedureState.MISSING
            else None
        ),
        kinds=frozenset(
            {Kind.PROCEDURES, Kind.DEPLOYMENTS, Kind.FUNCTIONS, Kind.SOFTWARE, Kind.ACTIONS}
        ),
        scope=Scope.CHOSEN_ONLY,
        empty=procedures_empty(),
    )


def columns() -> tuple[Column, ...]:
    return (
        Column(_("Function"), lambda row: function_name(row.function), "function", 150, 4),
        Column(_("Software used"), lambda row: row.software, "software", 120, 3),
        state_column(_("State"), lambda row: procedure_state(row.state, row.stage), "state", 176),
    )


def show(
    pane: DetailPane,
    detail: ProcedureDetail,
    starters: StarterOffers | None,
    doors: ProcedureDoors | None = None,
    opening: Opening | None = None,
    trials: Trials | None = None,
) -> None:
    """`starters` where they hold a procedure for this function; without `doors` it is only read."""
    state = detail.status.state
    revision = detail.revision
    title = revision.text.title if revision is not None else function_name(detail.function)
    life = detail.life
    stage = stage_of(revision, life.withdrawn, life.beside) if life is not None else None
    pane.title(title, procedure_state(state, stage))
    pane.muted(" · ".join(_identity(detail)))
    _show_reasons(pane, detail)
    if life is not None:
        show_notices(pane, life, revision)
    if not detail.function:
        _show_unnamed(pane)
    if doors is not None and opening is not None:
        show_doors(pane, detail, doors, opening, can_try=trials is not None and trials.can_try)
        if trials is not None:
            show_actions(pane, trials, doors.trials)
    if state is ProcedureState.MISSING and starters is not None:
        _offer_starters(pane, starters)
    if revision is not None:
        _show_text(pane, revision.text)
        if doors is not None and trials is not None:
            show_trials(pane, trials, doors.trials)
        _show_revision(pane, detail, revision)
        _offer_review(pane, revision, doors)
    if life is not None:
        show_life(pane, life, doors)
    if detail.contacts:
        pane.heading(_("Who to call"))
        pane.facts((role, _contact(name, number)) for role, name, number in detail.contacts)


def _show_reasons(pane: DetailPane, detail: ProcedureDetail) -> None:
    state = detail.status.state
    shown = procedure_state(state)
    for why in detail.status.reasons:
        if state is ProcedureState.UP_TO_DATE:
            pane.muted(reason(why))
        else:
            pane.notice(reason(why), shown.tone, shown.shape)


def _show_unnamed(pane: DetailPane) -> None:
    pane.text(
        _(
            "Nobody has said what the department uses this program for. Name the function in "
            "the spreadsheet and bring it in again: the procedure is found by its function."
        )
    )


def _offer_starters(pane: DetailPane, starters: StarterOffers) -> None:
    pane.gap()
    pane.text(_("The program brings a procedure to start from for this function."))
    pane.button(escaped_mnemonic(take_text(starters.count)), starters.take, ICON)


def _identity(detail: ProcedureDetail) -> Iterable[str]:
    software = detail.software or _("any software")
    if detail.running_version:
        yield _("{software}, version {version}").format(
            software=software, version=detail.running_version
        )
    else:
        yield software
    if detail.sheet_code:
        yield _("sheet {code}").format(code=detail.sheet_code)
    if detail.sheet_revision is not None:
        yield _("sheet revision {number}").format(number=detail.sheet_revision)
    if detail.check_code:
        yield _("check code {code}").format(code=detail.check_code)


def _contact(name: str, number: str) -> str:
    return " · ".join(part for part in (name, number) if part) or _("not known")


def _show_text(pane: DetailPane, text: ProcedureText) -> None:
    pane.section(_("When to switch to paper"), (text.trigger,))
    pane.section(_("Who decides"), (text.decides,))
    pane.section(_("What stops"), text.stops)
    pane.section(_("What still works"), text.still_works)
    if text.steps:
        pane.heading(_("Steps"))
        pane.steps(text.steps)
    if text.numbers:
        pane.heading(_("Useful numbers"))
        pane.facts((number.label, number.number) for number in text.numbers)
    pane.section(_("After 48 hours"), text.after_48_hours)
    pane.section(_("Back to normal"), text.back_to_normal)


def _show_revision(pane: DetailPane, detail: ProcedureDetail, revision: Revision) -> None:
    pane.heading(_("Where it comes from"))
    is_draft = revision.state is RevisionState.DRAFT
    pane.facts(
        (
            (_("Written for"), detail.owner),
            (_("Revision"), _("draft") if is_draft else str(revision.number or "")),
            (_("Written by"), revision.author),
            (_("Approved by"), revision.approved_by),
            (_("Approved on"), day(revision.approved_on)),
            (_("Reference"), revision.approval_reference),
            (_("Approved by its author because"), revision.exception),
            (_("In force from"), day(revision.in_force_on)),
            (_("To be reviewed by"), day(revision.review_due_on)),
        )
    )


def _offer_review(pane: DetailPane, revision: Revision, doors: ProcedureDoors | None) -> None:
    if doors is not None and doors.can_write and revision.approved_on is not None:
        text = _("Change when it is read again…")
        pane.button(text, lambda: pane.form_asked.emit(doors.review_form(revision)))
