"""One copy of the binder in full: how it stands, what is next, its sheets, its history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from referent_desk.domain.copy_tasks import is_empty, sheets_to_replace
from referent_desk.domain.records import RecordKind
from referent_desk.domain.sheet_states import Ahead, CopyState, SheetState, SheetStatus
from referent_desk.gui.colour_dots import ColourDot, colour_of
from referent_desk.gui.copies.action_rows import ActionRow, Offered
from referent_desk.gui.copies.actions import Step, has_next, steps_of
from referent_desk.gui.copies.department_sections import show_department
from referent_desk.gui.copies.histories import RunHistory, last_marked
from referent_desk.gui.copies.mark_forms import AnnulForm, CloseForm, confirm_form, file_form
from referent_desk.gui.copies.sheet_lists import FoldedSheets, SheetLines, why_text
from referent_desk.gui.copies.sheet_places import place_of
from referent_desk.gui.copies.shelf_sections import show_checks
from referent_desk.gui.copies.shelves import ShownShelf
from referent_desk.gui.copies.words import (
    copy_name,
    copy_state,
    group_word,
    proposal_sentence,
    state_sentence,
    step_text,
)
from referent_desk.gui.copy_doors import CopyDoors
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.places import Place
from referent_desk.gui.wordings import counted, day, sentence_case
from referent_desk.language import _, ngettext

_ORDER = (
    SheetStatus.OUT_OF_DATE,
    SheetStatus.NEVER_PRINTED,
    SheetStatus.TO_BE_REMOVED,
    SheetStatus.PRINTED_NOT_FILED,
    SheetStatus.UP_TO_DATE,
)
_FIELDS = ("place", "holder", "colour")
_AHEAD_SHOWN = 12


@dataclass(frozen=True, slots=True)
class _Page:
    """What every part of the detail is shown with."""

    pane: DetailPane
    shown: ShownShelf
    copy: CopyState
    editing: Editing
    doors: CopyDoors


def show(pane: DetailPane, shown: ShownShelf, editing: Editing, doors: CopyDoors) -> None:
    if shown.copy is None:
        _show_no_copy(pane, shown, editing, doors)
        return
    page = _Page(pane, shown, shown.copy, editing, doors)
    pane.title(copy_name(page.copy.copy), copy_state(page.copy))
    _show_place(page)
    pane.add(PlainLabel(state_sentence(page.copy), Look.STRONG))
    if not editing.is_possible:
        pane.muted(_("This home is only read here: paper can be printed, nothing is recorded."))
    _show_actions(page)
    _show_sheets(page)
    if page.copy.copy.closed_on is None:
        show_ahead(pane, shown.state.ahead)
    _show_history(page)
    show_checks(pane, shown, editing, doors)
    _show_record(page)
    show_department(pane, shown, editing, doors)


def _show_no_copy(pane: DetailPane, shown: ShownShelf, editing: Editing, doors: CopyDoors) -> None:
    pane.title(shown.state.department)
    pane.text(
        _("Printing the binder for copy 1 makes the first copy. A copy can also be named before.")
    )
    pane.button(_("Print the &whole binder…"), lambda: doors.print_whole(1), "printer", "print")
    show_ahead(pane, shown.state.ahead)
    show_department(pane, shown, editing, doors)


def _show_place(page: _Page) -> None:
    copy = page.copy.copy
    said = " · ".join(part for part in (copy.place, copy.holder) if part)
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 4)
    layout.setSpacing(8)
    if copy.colour:
        colour = colour_of(copy.colour)
        if colour:
            layout.addWidget(ColourDot(colour), 0, Qt.AlignmentFlag.AlignTop)
        folder = _("Colour: {colour}").format(colour=copy.colour)
        said = " · ".join(part for part in (folder, said) if part)
    layout.addWidget(PlainLabel(said or _("Nobody has said where it stands."), Look.MUTED), 1)
    page.pane.add(row)


def _show_actions(page: _Page) -> None:
    proposal, state = page.shown.proposal, page.copy
    said = proposal is not None and (
        proposal.forgotten or (proposal.never_filed and is_empty(state))
    )
    if proposal is not None and not said:  # else the state has said that
        page.pane.text(proposal_sentence(proposal))
    replaced = proposal.insert if proposal is not None else len(sheets_to_replace(state))
    steps = steps_of(state, proposal, can_save=page.editing.is_possible)
    row = page.pane.keep("actions", ActionRow)
    offered = [Offered(s, step_text(s, state, replaced), _press(s, page)) for s in steps]
    row.show_actions(tuple(offered), is_urgent=has_next(state))


def _press(step: Step, page: _Page) -> Callable[[], None]:
    number, today = page.copy.copy.number, page.shown.state.day
    asked, run = page.doors.questions.replacements, page.copy.pending
    if step is Step.WHOLE:
        return lambda: page.doors.print_whole(number)
    if step is Step.REPLACE:
        return lambda: page.doors.print_replacements(number)
    assert run is not None, "only what was printed is confirmed or filed"
    if step is Step.CONFIRM:
        return lambda: page.pane.form_asked.emit(
            confirm_form(run, asked.confirm, page.editing, today)
        )
    return lambda: page.pane.form_asked.emit(
        file_form(run, page.copy.copy, asked.file, page.editing, today)
    )


def _show_sheets(page: _Page) -> None:
    groups: dict[str, list[SheetState]] = {}
    for sheet in sorted(page.copy.sheets, key=lambda sheet: _ORDER.index(sheet.status)):
        groups.setdefault(group_word(sheet, page.copy.stage), []).append(sheet)
    for word, sheets in groups.items():
        status, name = sheets[0].status, sentence_case(word)
        page.pane.heading(_("{state}: {count}").format(state=name, count=counted(len(sheets))))
        folded = status is SheetStatus.UP_TO_DATE or _is_all(status, page.copy)
        make = partial(FoldedSheets, name) if folded else SheetLines
        lines = page.pane.keep(f"sheets:{word}:{folded}", partial(_linked, page, make))
        lines.show_sheets(tuple(sheets), _lead(page))


def _is_all(status: SheetStatus, copy: CopyState) -> bool:
    """Nothing of the copy was ever printed, or nothing filed: one sentence says it of all."""
    whole = (SheetStatus.NEVER_PRINTED, SheetStatus.PRINTED_NOT_FILED)
    return status in whole and copy.count(status) == len(copy.sheets)


def _linked(
    page: _Page, make: Callable[[], SheetLines | FoldedSheets]
) -> SheetLines | FoldedSheets:
    lines = make()
    lines.followed.connect(page.pane.followed)
    return lines


def _lead(page: _Page) -> Callable[[SheetState], Place | None]:
    subjects, department_id = page.shown.subjects, page.shown.state.department_id
    return lambda sheet: place_of(subjects.get(sheet.code, ""), department_id)


def show_ahead(pane: DetailPane, ahead: tuple[Ahead, ...]) -> None:
    """What will make a sheet out of date, by its day; nothing where nothing is known to come."""
    if not ahead:
        return
    pane.heading(_("What comes"))
    for on, facts in list(_by_day(ahead).items())[:_AHEAD_SHOWN]:
        for fact in facts:
            pane.text(
                _("{day}: {code} {title}. {why}").format(
                    day=sentence_case(day(on)), code=fact.code, title=fact.title, why=_why(fact)
                )
            )
    more = len(_by_day(ahead)) - _AHEAD_SHOWN
    if more > 0:
        text = ngettext("… and {count} later day.", "… and {count} later days.", more)
        pane.muted(text.format(count=counted(more)))


def _by_day(ahead: tuple[Ahead, ...]) -> dict[date, list[Ahead]]:
    days: dict[date, list[Ahead]] = {}
    for fact in ahead:
        days.setdefault(fact.day, []).append(fact)
    return days


def _why(fact: Ahead) -> str:
    sheet = SheetState(fact.code, fact.title, SheetStatus.OUT_OF_DATE, fact.reasons)
    return why_text(sheet)


def _show_history(page: _Page) -> None:
    page.pane.heading(_("Printings"))
    if not page.shown.runs:
        page.pane.text(_("Nothing was printed for this copy yet."))
        return
    page.pane.keep("runs", RunHistory).show_runs(page.shown.runs)
    marked = last_marked(page.shown.runs)
    if marked is not None and page.editing.is_possible:
        annul = page.doors.questions.replacements.annul
        page.pane.button(
            _("Take back what was said of print run {number}…").format(number=marked.number),
            lambda: page.pane.form_asked.emit(AnnulForm(marked, annul, page.editing)),
        )


def _show_record(page: _Page) -> None:
    record, copy = page.shown.record, page.copy.copy
    if record is None:
        return
    page.pane.heading(_("This copy"))
    page.pane.edit(record, page.editing, _FIELDS)
    if not page.editing.is_possible:
        return
    if copy.closed_on is not None:
        page.pane.button(_("It was found: open it again"), partial(_reopen, page.editing, copy.id))
        return
    close = page.doors.questions.replacements.close
    page.pane.button(
        _("This copy is gone…"),
        lambda: page.pane.form_asked.emit(
            CloseForm(copy, close, page.editing, page.shown.state.day)
        ),
    )


def _reopen(editing: Editing, copy_id: str) -> None:
    records = editing.records
    editing.saver.save(lambda: records.reopen(RecordKind.COPY, copy_id))
