"""A department in full: its fields edited in place, what it does with what, and all that is its."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from referent_desk.domain.departments import (
    BINDER_KINDS,
    CoverageRow,
    DepartmentChoice,
    DepartmentDetail,
    NodeKind,
)
from referent_desk.domain.needed_functions import FunctionTick
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.records import Record, RecordKind
from referent_desk.domain.tasks import Urgency, procedure_urgency
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.departments.function_ticks import FunctionTicks
from referent_desk.gui.departments.moves import MoveForm
from referent_desk.gui.departments.unnamed_uses import show_remarks, show_unnamed
from referent_desk.gui.departments.uses import UseActions, UseOf
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.parts import PART
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.presence_leads import offer_presence
from referent_desk.gui.record_sections import (
    DepartmentSections,
    read_department_sections,
    show_appointments,
    show_copies,
    show_local_values,
    show_numbers,
)
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.states import coverage_state
from referent_desk.gui.wordings import day, function_used, referent_code
from referent_desk.language import _

_GROUP_FIELDS = ("name",)
_ESTABLISHMENT_FIELDS = ("name", "kind", "parent_id", "finess", "place", "telephone")
_DEPARTMENT_FIELDS = (
    *("name", "kind", "parent_id", "code", "place", "beds", "telephone"),
    "opening_hours",
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The department that the other tabs speak of."""

    is_chosen: Callable[[str], bool]
    choose: Callable[[DepartmentChoice], None]


@dataclass(frozen=True, slots=True)
class ShownDepartment:
    """`ticks` and `sections` are those of departments that print a binder.

    `last_days` holds, by the id of each use, its last day as one types it, empty where none is
    known.
    """

    detail: DepartmentDetail
    record: Record
    ticks: tuple[FunctionTick, ...] = ()
    sections: DepartmentSections | None = None
    last_days: Mapping[str, str] = field(default_factory=dict)


def read_shown(
    read: Callable[[str], DepartmentDetail], editing: Editing, department_id: str
) -> ShownDepartment:
    detail = read(department_id)
    record = editing.records.read(RecordKind.NODE, department_id)
    works = detail.node.kind in BINDER_KINDS
    sections = read_department_sections(editing.records, department_id)
    if not works:
        return ShownDepartment(detail, record, sections=sections)
    ticks = editing.records.needed_functions(department_id)
    uses = editing.records.list(RecordKind.DEPLOYMENT, "department_id", department_id)
    last_days = {use.id: use.values.get("until", "") for use in uses}
    return ShownDepartment(detail, record, ticks, sections, last_days)


def fields_of(kind: NodeKind) -> tuple[str, ...]:
    if kind is NodeKind.GROUP:
        return _GROUP_FIELDS
    return _ESTABLISHMENT_FIELDS if kind is NodeKind.ESTABLISHMENT else _DEPARTMENT_FIELDS


def show(pane: DetailPane, shown: ShownDepartment, chosen: Chosen, editing: Editing) -> None:
    detail = shown.detail
    node = detail.node
    pane.title(node.name)
    pane.muted(" › ".join(detail.path))
    if node.closed_on is not None:
        pane.notice(_("Closed since {day}.").format(day=day(node.closed_on)))
    if not editing.is_possible:
        pane.muted(_("This home is only read: nothing can be changed here."))
    if node.kind in BINDER_KINDS and not chosen.is_chosen(node.id) and node.closed_on is None:
        pane.button(_("&Work on this department"), lambda: chosen.choose(detail.choice), "check")
        pane.gap()
    pane.edit(shown.record, editing, fields_of(node.kind))
    pane.facts(
        (
            (_("Code on paper"), node.paper_code),
            (_("Binder last printed"), day(detail.last_printed) or _never(node.kind)),
        )
    )
    if node.kind in BINDER_KINDS:
        _show_functions(pane, shown, editing)
        _show_people(pane, shown, editing)
        offer_presence(pane, detail.choice)
        _show_sections(pane, shown, editing)
    elif shown.sections is not None:
        show_numbers(pane, editing, shown.sections)
        _name_part(pane, RecordKind.DIRECTORY_ENTRY, "numbers")
    if editing.is_possible:
        _offer_changes(pane, shown, editing)


def _never(kind: NodeKind) -> str:
    return _("never") if kind in BINDER_KINDS else ""


def _show_people(pane: DetailPane, shown: ShownDepartment, editing: Editing) -> None:
    """Who answers for it, where that is not said by the appointments of the department itself."""
    detail, sections = shown.detail, shown.sections
    here = {r.links["person_id"].id for r in sections.appointments} if sections else set()
    if not here or here != set(detail.referent_ids):
        pane.heading(_("Referents"))
        if detail.referents:
            _show_referents(pane, detail)
        else:
            pane.text(_("Nobody is referent of this department."))
    if sections is not None:
        show_appointments(pane, editing, sections)
        _name_part(pane, RecordKind.APPOINTMENT, "referents")


def _show_referents(pane: DetailPane, detail: DepartmentDetail) -> None:
    ids = dict(zip(detail.referents, detail.referent_ids, strict=False))
    pane.lines(
        _("Referents"),
        (
            Column(_("Role"), lambda row: referent_code(row[0]), "", 140, 2),
            Column(_("Name"), lambda row: row[1], "", 120, 3),
            Column(_("Telephone"), lambda row: row[2], "", 100, 1),
        ),
        detail.referents,
        lambda row: Place(TabName.REFERENTS, (ids[row],)) if row in ids else None,
    )


def _show_sections(pane: DetailPane, shown: ShownDepartment, editing: Editing) -> None:
    if shown.sections is not None:
        show_numbers(pane, editing, shown.sections)
        _name_part(pane, RecordKind.DIRECTORY_ENTRY, "numbers")
        show_local_values(pane, editing, shown.sections)
        show_copies(pane, editing, shown.sections, shown.detail.choice)
        _name_part(pane, RecordKind.COPY, "copies")


def _name_part(pane: DetailPane, kind: RecordKind, part: str) -> None:
    lines = pane.kept(f"records:{kind}")
    if lines is not None:
        lines.setProperty(PART, part)


def holes_first(row: CoverageRow) -> tuple[int, bool]:
    """What has no procedure, then what is not approved, then the rest; of each what no software
    does first."""
    if row.outside:
        return (Urgency.LATER, True)
    urgency = procedure_urgency(ProcedureState(row.state or ProcedureState.MISSING))
    return (urgency if urgency is not None else Urgency.LATER, bool(row.software))


def _show_functions(pane: DetailPane, shown: ShownDepartment, editing: Editing) -> None:
    detail = shown.detail
    pane.heading(_("What the department does, and with what"))
    rows = tuple(sorted(detail.coverage, key=holes_first))
    if rows:
        table = pane.lines(
            _("Functions and software"), _function_columns(shown), rows, _lead(detail)
        )
    else:
        table = None
        pane.text(_said_of_nothing(shown.ticks))
    show_remarks(pane, rows)
    if editing.is_possible and detail.node.closed_on is None:
        _offer_uses(pane, shown, editing, table)


def _lead(detail: DepartmentDetail) -> Callable[[CoverageRow], Place | None]:
    def leads_to(row: CoverageRow) -> Place | None:
        """A function without software has its degraded mode too."""
        if row.outside:
            return Place(TabName.SOFTWARE, (row.software_id or "",))
        return Place(TabName.PROCEDURES, (row.function_id, row.software_id), detail.choice)

    return leads_to


def _said_of_nothing(ticks: tuple[FunctionTick, ...]) -> str:
    if any(tick.needed is not None for tick in ticks):
        return _("This department needs none of the functions of the catalogue.")
    return _("Nobody has said yet what this department needs done, nor with which software.")


def _function_columns(shown: ShownDepartment) -> tuple[Column, ...]:
    def software(row: CoverageRow) -> str:
        if not row.software:
            return _("no software")
        until = shown.last_days.get(row.deployment_id)
        if not until:
            return row.software
        return _("{software} (until {day})").format(software=row.software, day=until)

    return (
        Column(
            _("Function"), lambda row: function_used(row.function, outside=row.outside), "", 140, 3
        ),
        Column(_("Software used"), software, "", 110, 2),
        state_column(
            _("Degraded mode"), lambda row: coverage_state(row.state, outside=row.outside), "", 176
        ),
    )


def _offer_uses(
    pane: DetailPane, shown: ShownDepartment, editing: Editing, table: LinesTable | None
) -> None:
    """Beneath the table: what can be said of the row that is chosen in it."""
    department_id = shown.detail.node.id
    unnamed = [row for row in shown.detail.coverage
               if row.deployment_id in shown.last_days and not row.function_id]  # fmt: skip
    show_unnamed(pane, department_id, unnamed, shown.ticks, editing)
    actions = pane.keep("uses", lambda: UseActions(department_id, editing))
    actions.setProperty(PART, "functions")
    actions.show_functions(shown.ticks)
    if table is not None:
        actions.listen_to(table, lambda row: _use_of(row, shown))

    def tick() -> None:
        ticks = FunctionTicks(department_id, shown.detail.node.name, shown.ticks, editing)
        pane.form_asked.emit(ticks)

    pane.button(_("&Functions of the department…"), tick, "list-checks", "tick")


def _use_of(row: CoverageRow, shown: ShownDepartment) -> UseOf:
    """A use whose last day is known needs no end any more."""
    ends = shown.last_days.get(row.deployment_id) != ""
    return UseOf(row.function_id, row.function, "" if ends else row.deployment_id, row.software)


def _offer_changes(pane: DetailPane, shown: ShownDepartment, editing: Editing) -> None:
    """Moving and closing: no question is asked, undo takes it back."""
    node, record = shown.detail.node, shown.record
    offered: list[tuple[str, Callable[[], None], str]] = []
    if node.kind is not NodeKind.GROUP and node.closed_on is None:
        offered.append((_("&Move…"), lambda: pane.form_asked.emit(MoveForm(record, editing)), ""))
    if node.closed_on is not None:
        offered.append((reopen_text(node.kind), lambda: _reopen(record, editing), ""))
    elif record.can_close:
        offered.append((close_text(node.kind), lambda: _close(record, editing), ""))
    pane.gap()
    pane.buttons(offered)


def _close(record: Record, editing: Editing) -> None:
    editing.saver.save(lambda: editing.records.close(record.kind, record.id))


def _reopen(record: Record, editing: Editing) -> None:
    editing.saver.save(lambda: editing.records.reopen(record.kind, record.id))


def close_text(kind: NodeKind) -> str:
    return {
        NodeKind.GROUP: _("Close this hospital group"),
        NodeKind.ESTABLISHMENT: _("Close this establishment"),
        NodeKind.POLE: _("Close this pole"),
        NodeKind.DEPARTMENT: _("Close this department"),
        NodeKind.UNIT: _("Close this functional unit"),
    }[kind]


def reopen_text(kind: NodeKind) -> str:
    return {
        NodeKind.GROUP: _("Open this hospital group again"),
        NodeKind.ESTABLISHMENT: _("Open this establishment again"),
        NodeKind.POLE: _("Open this pole again"),
        NodeKind.DEPARTMENT: _("Open this department again"),
        NodeKind.UNIT: _("Open this functional unit again"),
    }[kind]
