"""The tab of software: what runs, where, in which version, and who is called."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.changes import Kind
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.records import RecordKind
from referent_desk.domain.software import SoftwareDetail, SoftwareRow
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.editing import Editing
from referent_desk.gui.empty_texts import software_empty
from referent_desk.gui.places import TabName, tab_title
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.software.details import ShownSoftware, show
from referent_desk.gui.states import software_status
from referent_desk.gui.subjects import NewRecord, Scope, Subject
from referent_desk.language import _

_ASKED = ("name", "kind_id", "vendor", "criticality", "support_contact", "it_owner", "hosting")


def subject(
    list_rows: Callable[[Listing], Page[SoftwareRow]],
    read: Callable[[str], SoftwareDetail],
    editing: Editing,
    chosen: Callable[[], DepartmentChoice | None],
    advise: Callable[[str], None],
) -> Subject:
    """`advise` shows what is said of a software for those who buy."""

    def read_shown(software_id: str) -> ShownSoftware:
        record = editing.records.read(RecordKind.SOFTWARE, software_id)
        tips = editing.records.list(RecordKind.TIP, "software_id", software_id)
        return ShownSoftware(read(software_id), record, tips)

    return Subject(
        name=TabName.SOFTWARE,
        title=tab_title(TabName.SOFTWARE),
        columns=columns(),
        list_rows=list_rows,
        key_of=lambda row: (row.id,),
        read=lambda key, _department: read_shown(str(key[0])),
        show=lambda pane, shown: show(pane, shown, editing, chosen(), advise),
        leads_to=lambda _row: None,
        kinds=frozenset(
            {
                Kind.SOFTWARE,
                Kind.DEPLOYMENTS,
                Kind.DEPARTMENTS,
                Kind.PROCEDURES,
                Kind.HELP,
                Kind.SKILLS,
            }
        ),
        scope=Scope.CHOSEN_OR_ALL,
        empty=software_empty(),
        new=NewRecord(_("&New"), lambda _row, _department: new_form(editing)),
    )


def new_form(editing: Editing) -> RecordForm:
    beginning = Beginning(
        kind=RecordKind.SOFTWARE,
        title=_("New software"),
        create=_("&Create the software"),
        names=_ASKED,
        values={"status": "in_use"},
        says=_("Its name is enough; the rest can be filled in later."),
    )
    return RecordForm(beginning, editing)


def columns() -> tuple[Column, ...]:
    return (
        Column(_("Name"), _name, "name", 122, 3),
        Column(_("Kind"), lambda row: row.kind, "kind", 112, 3, yields=1),
        Column(_("Version"), _version, "", 128, 1, yields=2),
        Column(_("Departments"), lambda row: str(row.departments), "departments", 110, 0,
               is_number=True),
        state_column(_("Status"), lambda row: software_status(row.status), "status", 150),
    )  # fmt: skip


def _version(row: SoftwareRow) -> str:
    return _("{version}, no date").format(version=row.undated) if row.undated else row.release


def _name(row: SoftwareRow) -> str:
    return _("{name} (closed)").format(name=row.name) if row.closed else row.name
