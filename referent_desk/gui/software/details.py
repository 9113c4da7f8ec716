"""One software in full: its fields, who uses it, its degraded modes, its versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.records import Link, Record, RecordKind
from referent_desk.domain.software import DeploymentRow, SoftwareDetail, SoftwareProcedureRow
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.open_records import LineSubject
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.record_sections import offer_form, show_lines
from referent_desk.gui.skill_lines import show_able_people
from referent_desk.gui.software.contracts import show_contract
from referent_desk.gui.software.tip_sections import say_shares, show_tips
from referent_desk.gui.states import State, procedure_state, software_status
from referent_desk.gui.wordings import day, duration, function_used, short_day
from referent_desk.language import _, ngettext

_FIRST = (
    *("name", "kind_id", "vendor", "support_contact", "criticality", "status", "replaced_by_id"),
    "aliases",
)
_TECHNICAL = (
    "it_owner",
    "hosting",
    "tolerated_interruption",
    "recovery_time",
    "recovery_point",
)


@dataclass(frozen=True, slots=True)
class ShownSoftware:
    detail: SoftwareDetail
    record: Record
    tips: tuple[Record, ...] = ()


def show(
    pane: DetailPane,
    shown: ShownSoftware,
    editing: Editing,
    chosen: DepartmentChoice | None,
    advise: Callable[[str], None],
) -> None:
    software = shown.detail.software
    pane.title(software.name, software_status(software.status))
    if software.closed_on is not None:
        pane.notice(_("No longer used since {day}.").format(day=day(software.closed_on)))
    pane.edit(shown.record, editing, _FIRST)
    show_tips(pane, shown.tips)
    _show_uses(pane, shown.detail, editing, chosen)
    _show_procedures(pane, shown.detail)
    _show_releases(pane, shown.detail, editing)
    show_able_people(pane, shown.detail.able)
    pane.heading(_("What the IT department says"))
    pane.edit(shown.record, editing, _TECHNICAL)
    say_shares(pane, software)
    show_contract(pane, shown.record, editing, advise)
    _offer_ends(pane, shown, editing)


def _show_uses(
    pane: DetailPane, detail: SoftwareDetail, editing: Editing, chosen: DepartmentChoice | None
) -> None:
    pane.heading(_("Used by"))
    if not detail.deployments:
        pane.text(_("No department is known to use it."))
    elif len(detail.deployments) < detail.deployments_total:
        pane.muted(
            ngettext(
                "The first {shown} of {count} use",
                "The first {shown} of {count} uses",
                detail.deployments_total,
            ).format(shown=len(detail.deployments), count=detail.deployments_total)
        )
    show_lines(pane, editing, _uses(), detail.deployments)
    offer_form(pane, editing, _("Add a department…"), lambda: _new_use(detail, editing, chosen))


def _uses() -> LineSubject:
    return LineSubject(
        kind=RecordKind.DEPLOYMENT,
        title=_("Departments that use it"),
        columns=(
            Column(_("Department"), lambda row: row.department, "", 190, 3),
            Column(_("Establishment"), lambda row: row.establishment, "", 110, 2, yields=2),
            Column(
                _("For"), lambda row: function_used(row.function, outside=row.outside), "", 150, 3
            ),
            Column(_("Since"), lambda row: short_day(row.since), "", 100, 0, yields=1),
            Column(_("Tolerated outage"), lambda row: duration(row.tolerated_outage), "", 128, 0),
        ),
        names=(
            "function_id",
            "criticality",
            "tolerated_outage",
            "users",
            "since",
            "until",
            "purpose",
        ),
        id_of=lambda row: str(row.id),
        close=_("End this use today"),
        go=_("Show the department"),
        leads_to=_department_of,
    )


def _department_of(row: DeploymentRow) -> Place:
    return Place(TabName.DEPARTMENTS, (row.department_id,))


def _new_use(
    detail: SoftwareDetail, editing: Editing, chosen: DepartmentChoice | None
) -> RecordForm:
    """The department of the window is proposed where it does not use the software yet."""
    software = detail.software
    using = {row.department_id for row in detail.deployments}
    proposed = {}
    if chosen is not None and chosen.id not in using:
        proposed["department_id"] = Link(chosen.id, chosen.name, chosen.establishment)
    beginning = Beginning(
        kind=RecordKind.DEPLOYMENT,
        title=_("A department that uses {name}").format(name=software.name),
        create=_("Add this us&e"),
        leave=_("Do not add"),
        names=("department_id", "function_id", "tolerated_outage", "users", "since"),
        links=proposed,
        given={"software_id": software.id},
    )
    return RecordForm(beginning, editing, key=f"new:{beginning.kind}:{software.id}")


def _show_procedures(pane: DetailPane, detail: SoftwareDetail) -> None:
    if not detail.procedures:
        return
    pane.heading(_("Degraded modes"))
    software_id = detail.software.id

    def leads_to(row: SoftwareProcedureRow) -> Place:
        return Place(TabName.PROCEDURES, (row.function_id, software_id), row.department)

    pane.lines(
        _("Degraded modes"),
        (
            Column(_("Function"), lambda row: row.function, "", 130, 3),
            Column(_("Written for"), lambda row: row.owner, "", 120, 2, yields=2),
            Column(_("Departments"), lambda row: str(row.departments), "", 104, 0, yields=1,
                   is_number=True),
            state_column(_("State"), state_of, "", 230),
        ),
        detail.procedures,
        leads_to,
    )  # fmt: skip


def state_of(row: SoftwareProcedureRow) -> State:
    """The worst one; where not all departments stand so, every other one with its count too."""
    worst = procedure_state(row.state)
    if len(row.states) == 1:
        return worst
    said = _("{state} ({count})")
    words = (
        said.format(state=procedure_state(state).word, count=count) for state, count in row.states
    )
    return State(", ".join(words), worst.shape, worst.tone)


def _show_releases(pane: DetailPane, detail: SoftwareDetail, editing: Editing) -> None:
    pane.heading(_("Versions in service"))
    if detail.undated_versions:
        versions = ", ".join(detail.undated_versions)
        pane.text(_("Known, but since when is not: {versions}.").format(versions=versions))
        if editing.is_possible:
            pane.muted(_("To say since when, add the version again with its day."))
    elif not detail.releases:
        pane.text(_("No version is known. A procedure cannot be verified on an unknown version."))
    if detail.releases:
        pane.lines(
            _("Versions in service"),
            (
                Column(_("Establishment"), lambda row: row.establishment, "", 160, 3),
                Column(_("Version"), lambda row: row.version, "", 80, 1),
                Column(_("Since"), lambda row: day(row.live_on), "", 150, 0),
            ),
            detail.releases,
            lambda row: Place(TabName.DEPARTMENTS, (row.establishment_id,)),
        )
    offer_form(pane, editing, _("Add a version…"), lambda: _new_release(detail, editing))


def _new_release(detail: SoftwareDetail, editing: Editing) -> RecordForm:
    """The establishment is proposed where it went live in one only."""
    software = detail.software
    sites = {live.establishment_id: live.establishment for live in detail.releases}
    proposed = {}
    if len(sites) == 1:
        proposed["establishment_id"] = next(Link(key, name) for key, name in sites.items())
    beginning = Beginning(
        kind=RecordKind.RELEASE,
        title=_("New version of {name}").format(name=software.name),
        create=_("Add the &version"),
        leave=_("Do not add"),
        names=("version", "establishment_id", "live_on"),
        links=proposed,
        given={"software_id": software.id},
    )
    return RecordForm(beginning, editing, key=f"new:{beginning.kind}:{software.id}")


def _offer_ends(pane: DetailPane, shown: ShownSoftware, editing: Editing) -> None:
    if not editing.is_possible:
        return
    records, software_id = editing.records, shown.record.id
    kind = RecordKind.SOFTWARE

    def close() -> None:
        editing.saver.save(lambda: records.close(kind, software_id))

    def reopen() -> None:
        editing.saver.save(lambda: records.reopen(kind, software_id))

    if shown.record.closed_on is not None:
        pane.button(_("Open this software again"), reopen)
    elif shown.record.can_close:
        pane.button(_("Close this software"), close)
    elif shown.detail.deployments:
        pane.gap()
        pane.muted(_("It can be closed once no department uses it any more."))
