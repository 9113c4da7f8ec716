"""The tab of software: what runs, where, in which version, and who is called."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.changes import Kind
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.software import Software, SoftwareDetail, SoftwareRow
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.list_panes import EmptyText
from referent_desk.gui.list_tabs import Scope, Subject
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.states import software_status
from referent_desk.gui.wordings import criticality, day, duration, function_name, hosting
from referent_desk.language import _, ngettext


def subject(
    list_rows: Callable[[Listing], Page[SoftwareRow]], read: Callable[[str], SoftwareDetail]
) -> Subject:
    return Subject(
        name=TabName.SOFTWARE,
        title=_("Software"),
        columns=columns(),
        list_rows=list_rows,
        key_of=lambda row: (row.id,),
        read=lambda key, _department: read(str(key[0])),
        show=show,
        leads_to=lambda _row: None,
        kinds=frozenset({Kind.SOFTWARE, Kind.DEPLOYMENTS, Kind.DEPARTMENTS}),
        scope=Scope.CHOSEN_OR_ALL,
        empty=EmptyText(
            _("No software is known here."),
            _(
                "Tick “All departments” to see every program, or bring in your inventory with the "
                "command “referent-desk import FILE”, then press F5."
            ),
        ),
    )


def columns() -> tuple[Column, ...]:
    return (
        Column(_("Name"), _name, "name", 130, 3),
        Column(_("Kind"), lambda row: row.kind, "kind", 110, 3, yields=1),
        Column(_("Version"), lambda row: row.release, "", 84, 1, yields=2),
        Column(_("Departments"), lambda row: str(row.departments), "departments", 120, 0,
               is_number=True),
        state_column(_("Status"), lambda row: software_status(row.status), "status", 150),
    )  # fmt: skip


def _name(row: SoftwareRow) -> str:
    return _("{name} (closed)").format(name=row.name) if row.closed else row.name


def show(pane: DetailPane, detail: SoftwareDetail) -> None:
    software = detail.software
    pane.title(software.name, software_status(software.status))
    pane.muted(" · ".join(part for part in (detail.kind, software.vendor) if part))
    if software.closed_on is not None:
        pane.notice(_("No longer used since {day}.").format(day=day(software.closed_on)))
    if detail.replaced_by:
        pane.notice(_("Replaced by {name}.").format(name=detail.replaced_by))
    pane.facts(_facts(software))
    _show_releases(pane, detail)
    _show_deployments(pane, detail)


def _facts(software: Software) -> tuple[tuple[str, str], ...]:
    undefined = _("not defined")
    return (
        (_("Criticality"), criticality(software.criticality) or undefined),
        (_("Support"), software.support_contact),
        (_("Owner in the IT department"), software.it_owner),
        (_("Hosted"), hosting(software.hosting)),
        (_("Tolerated interruption"), duration(software.tolerated_interruption) or undefined),
        (_("Recovery time"), duration(software.recovery_time) or undefined),
        (_("Data loss at most"), duration(software.recovery_point) or undefined),
        (_("Also called"), ", ".join(software.aliases)),
    )


def _show_releases(pane: DetailPane, detail: SoftwareDetail) -> None:
    pane.heading(_("Versions in service"))
    if detail.undated_versions:
        versions = ", ".join(detail.undated_versions)
        pane.text(_("Known, but since when is not: {versions}.").format(versions=versions))
    elif not detail.releases:
        pane.text(_("No version is known. A procedure cannot be verified on an unknown version."))
    if not detail.releases:
        return
    pane.lines(
        _("Versions in service"),
        (
            Column(_("Establishment"), lambda row: row.establishment, "", 160, 3),
            Column(_("Version"), lambda row: row.version, "", 80, 1),
            Column(_("Since"), lambda row: day(row.live_on), "", 150, 0),
        ),
        detail.releases,
        lambda _row: None,
    )


def _show_deployments(pane: DetailPane, detail: SoftwareDetail) -> None:
    pane.heading(_("Used by"))
    if not detail.deployments:
        pane.text(_("No department is known to use it."))
        return
    if len(detail.deployments) < detail.deployments_total:
        pane.muted(
            ngettext(
                "The first {shown} of {count} use", "The first {shown} of {count} uses",
                detail.deployments_total,
            ).format(shown=len(detail.deployments), count=detail.deployments_total)
        )  # fmt: skip
    pane.lines(
        _("Departments that use it"),
        (
            Column(_("Department"), lambda row: row.department, "", 130, 3),
            Column(_("Establishment"), lambda row: row.establishment, "", 110, 2, yields=1),
            Column(_("For"), lambda row: function_name(row.function), "", 110, 3),
            Column(_("Tolerated outage"), lambda row: duration(row.tolerated_outage), "", 130, 0),
        ),
        detail.deployments,
        lambda row: Place(TabName.DEPARTMENTS, (row.department_id,)),
    )
