"""Parts of a detail that several tabs show: appointments, numbers, local values, copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.dial_checks import CallOutcome
from referent_desk.domain.local_values import AskedValue
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.records import Link, Record, RecordKind
from referent_desk.gui.appoint_forms import appoint_form
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import choice_word
from referent_desk.gui.local_value_rows import LocalValueRows
from referent_desk.gui.number_forms import NumberForm, proposed_numbers
from referent_desk.gui.open_records import LineSubject
from referent_desk.gui.parts import PART, asked_about
from referent_desk.gui.people.roles import software_role
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions_records import RecordQuestions
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.record_lines import RecordLines
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _


@dataclass(frozen=True, slots=True)
class DepartmentSections:
    """What belongs to a department and is listed beneath its own fields."""

    department: Link
    appointments: tuple[Record, ...]
    numbers: tuple[Record, ...]
    values: tuple[AskedValue, ...]
    copies: tuple[Record, ...]


def read_department_sections(records: RecordQuestions, department_id: str) -> DepartmentSections:
    node = records.read(RecordKind.NODE, department_id)
    return DepartmentSections(
        department=Link(node.id, node.name),
        appointments=records.list(RecordKind.APPOINTMENT, "department_id", department_id),
        numbers=records.list(RecordKind.DIRECTORY_ENTRY, "owner_id", department_id),
        values=records.asked_values(department_id),
        copies=records.list(RecordKind.COPY, "department_id", department_id),
    )


def show_lines(
    pane: DetailPane, editing: Editing, subject: LineSubject, rows: tuple[Any, ...]
) -> RecordLines:
    """Lines that open on their fields and stay open while the pane is shown anew."""

    def make() -> RecordLines:
        made = RecordLines(subject, editing)
        made.followed.connect(pane.followed)
        made.line_focused.connect(lambda widget: _bring_into_sight(pane, widget))
        return made

    lines = pane.keep(f"records:{subject.kind}", make)
    lines.show_rows(rows)
    return lines


def _bring_into_sight(pane: DetailPane, widget: QWidget) -> None:
    """Once it has its place: what was just added is laid out first."""

    def show() -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        pane.ensureWidgetVisible(widget, 0, 24)

    QTimer.singleShot(0, widget, show)


def offer_form(
    pane: DetailPane,
    editing: Editing,
    text: str,
    make: Callable[[], RecordForm],
    part: str = "",
) -> None:
    """A button that lays the form of a new record over the detail; see `parts` for `part`."""
    if editing.is_possible:
        pane.button(text, lambda: pane.form_asked.emit(make()), "plus", part)


def record_id(record: Record) -> str:
    return record.id


def link_name(record: Record, field: str) -> str:
    link = record.links.get(field)
    return link.name if link is not None else ""


def role_text(record: Record) -> str:
    """What somebody is appointed to, as one says it."""
    kind, rank = AppointmentKind(record.values["kind"]), AppointmentRank(record.values["rank"])
    return software_role(kind, rank, link_name(record, "software_id"))


def show_appointments(pane: DetailPane, editing: Editing, read: DepartmentSections) -> None:
    pane.heading(_("Appointed here"))
    if not read.appointments:
        pane.text(_("Nobody is appointed in this department itself."))
    show_lines(pane, editing, _appointments(), read.appointments)
    appoint = _("Appoint a referent…")

    def make() -> RecordForm:
        """Asked for by its rank, with whom it may go to."""
        rank, *person = asked_about(pane.kept(f"button:{appoint}")).split(":", 2)
        proposed = Link(person[0], person[1]) if len(person) > 1 else None
        return appoint_form(editing, department=read.department, rank=rank, proposed=proposed)

    offer_form(pane, editing, appoint, make, "appoint")


def _appointments() -> LineSubject:
    return LineSubject(
        kind=RecordKind.APPOINTMENT,
        title=_("Appointed here"),
        columns=(
            Column(_("Name"), lambda r: link_name(r, "person_id"), "", 140, 3),
            Column(_("Role"), role_text, "", 160, 3),
            Column(_("Since"), lambda r: r.values.get("since", ""), "", 100, 0, yields=1),
            Column(
                _("Until"), lambda r: r.values.get("until", "") or _("no end"), "", 100, 0, yields=2
            ),
        ),
        names=("kind", "rank", "software_id", "since", "until"),
        id_of=record_id,
        close=_("Not in office any more, from today on"),
        go=_("Show this person"),
        leads_to=_person_of,
    )


def _person_of(record: Record) -> Place | None:
    link = record.links.get("person_id")
    return Place(TabName.REFERENTS, (link.id,)) if link is not None else None


def show_numbers(pane: DetailPane, editing: Editing, read: DepartmentSections) -> None:
    pane.heading(_("Numbers in the emergency directory"))
    if not read.numbers:
        pane.text(_("None of its own. The binder prints the numbers of what stands above it."))
    show_lines(pane, editing, _numbers(editing), read.numbers)
    headings = [number.values.get("heading", "") for number in read.numbers]
    held = {number.values.get("purpose", "") for number in read.numbers}
    key = f"new:{RecordKind.DIRECTORY_ENTRY}:{read.department.id}"

    add = _("Add a number…")

    def make() -> RecordForm:
        """Asked for by its purpose, a number is named by it."""
        purpose, _colon, number = asked_about(pane.kept(f"button:{add}")).partition(":")
        label = choice_word(RecordKind.DIRECTORY_ENTRY, "purpose", purpose) if purpose else ""
        beginning = Beginning(
            kind=RecordKind.DIRECTORY_ENTRY,
            title=_("New number for {name}").format(name=read.department.name),
            create=_("Add the nu&mber"),
            leave=_("Do not add"),
            values={
                "heading": headings[-1] if headings else "",
                "purpose": purpose,
                "label": sentence_case(label),
                "number": number,
            },
            given={"owner_id": read.department.id},
            says=_(
                "Enter after the number adds it and begins the next one; without a number it "
                "passes over whom the form proposes. Escape ends."
            ),
            keeps=("heading",),
            proposes=lambda: proposed_numbers(editing, read.department.id),
            adds_at="number",
        )
        return NumberForm(beginning, editing, key=key, held=held)

    offer_form(pane, editing, add, make, "add_number")


def _numbers(editing: Editing) -> LineSubject:
    kind = RecordKind.DIRECTORY_ENTRY
    return LineSubject(
        kind=kind,
        title=_("Numbers in the emergency directory"),
        columns=(
            Column(_("Whom one reaches"), lambda r: r.name, "", 160, 3),
            Column(_("Number"), lambda r: r.values.get("number", ""), "", 132, 2),
            Column(_("Line"), _line, "", 100, 0, yields=2),
            state_column(_("Without network"), _without_network, "", 132),
            Column(_("Last dialled"), _dialled, "", 150, 2, yields=1),
        ),
        names=(
            "label",
            "number",
            "line_type",
            "works_without_network",
            "hours",
            "heading",
            "purpose",
            "private",
        ),
        id_of=record_id,
        close=_("Take this number out"),
        move=editing.records.move_number,
    )


def _line(record: Record) -> str:
    stored = record.values.get("line_type", "")
    return choice_word(record.kind, "line_type", stored) if stored else ""


def _dialled(record: Record) -> str:
    """The day and who did it; what the call showed, where nobody answered."""
    if not record.values.get("number"):
        return ""
    day, who = record.values.get("dialled_on", ""), record.values.get("dialled_by", "")
    if not day:
        return _("never")
    said = ", ".join(part for part in (day, who) if part)
    answered = record.values.get("outcome") != CallOutcome.NO_ANSWER
    return said if answered else _("no answer on {said}").format(said=said)


def _without_network(record: Record) -> State:
    stored = record.values.get("works_without_network", "")
    word = choice_word(record.kind, "works_without_network", stored)
    if stored == "yes":
        return State(word, Shape.TICK, Tone.GOOD)
    return State(word, Shape.CROSS if stored else Shape.RING, Tone.NEUTRAL)


def show_local_values(pane: DetailPane, editing: Editing, read: DepartmentSections) -> None:
    """Nothing where no text asks for anything."""
    if not read.values:
        return
    pane.heading(_("What the procedures ask this department for"))
    rows = pane.keep(
        f"values:{read.department.id}", lambda: LocalValueRows(read.department.id, editing)
    )
    rows.setProperty(PART, "local_values")
    rows.show_values(read.values)


def show_copies(
    pane: DetailPane, editing: Editing, read: DepartmentSections, choice: DepartmentChoice
) -> None:
    pane.heading(_("Copies of the binder"))
    if not read.copies:
        pane.text(_("No copy is known: nobody can say where the binder stands."))
    show_lines(pane, editing, _copies(choice), read.copies)
    beginning = Beginning(
        kind=RecordKind.COPY,
        title=_("New copy of the binder of {name}").format(name=read.department.name),
        create=_("Add the &copy"),
        leave=_("Do not add"),
        given={"department_id": read.department.id},
    )
    key = f"new:{beginning.kind}:{read.department.id}"
    offer_form(pane, editing, _("Add a copy…"), lambda: RecordForm(beginning, editing, key=key))


def _copies(choice: DepartmentChoice) -> LineSubject:
    return LineSubject(
        kind=RecordKind.COPY,
        title=_("Copies of the binder"),
        columns=(
            Column(
                _("Copy number"), lambda r: _("Copy {number}").format(number=r.name), "", 116, 0
            ),
            Column(_("Place"), lambda r: r.values.get("place", ""), "", 140, 3),
            Column(_("Kept by"), lambda r: r.values.get("holder", ""), "", 120, 2),
        ),
        names=("place", "holder", "colour"),
        id_of=record_id,
        go=_("Show what lies in it"),
        leads_to=lambda r: Place(TabName.BINDERS, (r.id,), choice),
    )
