"""Papers of a text: the sheet by which it is approved, and what differs between two revisions."""

from __future__ import annotations

from pathlib import Path

from referent_desk.domain.approvals import REVIEW_MONTHS, fingerprint, is_submitted
from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.differences import compare
from referent_desk.domain.procedures import Procedure, ProcedureText, Revision, RevisionState
from referent_desk.domain.sheets import Head
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import Language, _, language
from referent_desk.paper.approval_sheets import AskedApproval, lay_out_approval
from referent_desk.paper.department_pages import PageMarks, write_department_pages
from referent_desk.paper.difference_lists import lay_out_differences
from referent_desk.storage.binders import binder_of
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.drafts import Written, written
from referent_desk.storage.procedures import functions_by_id, revisions_of
from referent_desk.storage.served_departments import departments_served
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_sources import software_name
from referent_desk.usecases.drafts import open_one
from referent_desk.usecases.print_files import pdf_at

_MOST_NAMED = 24
"""Departments that a sheet names; of more it says how many."""
_LONGEST_NAME = 60
"""Letters of a title in the name of a file."""


def write_approval_sheet(desk: Desk, revision_id: str, output: Path) -> Path:
    """To be signed. Raises RefusedInput for a draft that was not submitted as it stands."""
    with desk.database.read() as connection:
        found = open_one(connection, revision_id)
        draft, procedure = found.revision, found.procedure
        if not is_submitted(draft):
            raise RefusedInput(
                _("This text was not submitted: whoever signs must know which text it is."),
                _("Submit it first, then print its sheet."),
            )
        said = _language(connection, desk, procedure)
        known = revisions_of(connection, [procedure.id])[procedure.id]
        asked = _asked(connection, desk, found, known, said)
        head = _head(path_to(connection, procedure.owner_id))
    before = _approved(known)
    differences = compare(before.text if before else draft.text, draft.text)
    gettext = said.gettext
    marks = PageMarks(
        title=gettext("To approve: {title}").format(title=asked.title),
        code=asked.mark,
        under=gettext("approval sheet, revision {number}").format(number=asked.number),
        foot=gettext(
            "Once signed: file it in the document system, then record it in the program with its "
            "reference."
        ),
    )
    pages = lay_out_approval(asked, differences, said)
    with pdf_at(output) as write:
        write(write_department_pages(pages, head, marks, desk.clock.now().astimezone(), said))
    return output


def write_differences(desk: Desk, before_id: str, after_id: str, output: Path) -> Path:
    """Two revisions, of one procedure or of two, line by line."""
    with desk.database.read() as connection:
        before, after = written(connection, before_id), written(connection, after_id)
        if before is None or after is None:
            raise NotFound(_("This revision is not here any more."), _("Choose another one."))
        said = _language(connection, desk, after.procedure)
        head = _head(path_to(connection, after.procedure.owner_id))
    title = after.revision.text.title
    gettext = said.gettext
    marks = PageMarks(
        title=gettext("Differences: {title}").format(title=title),
        code=fingerprint(after.revision.text),
        under=gettext("differences between two texts"),
        foot=gettext("For information: what holds is the sheet in the binder."),
    )
    named = revision_said(before.revision, said), revision_said(after.revision, said)
    pages = lay_out_differences(
        title, named, compare(before.revision.text, after.revision.text), said
    )
    with pdf_at(output) as write:
        write(write_department_pages(pages, head, marks, desk.clock.now().astimezone(), said))
    return output


def suggested_path(desk: Desk, what: str, revision_id: str) -> Path:
    """Where the PDF goes if nobody says otherwise; `what`: approval or differences."""
    with desk.database.read() as connection:
        found = written(connection, revision_id)
        if found is None:
            raise NotFound(_("This revision is not here any more."), _("Choose another one."))
        said = _language(connection, desk, found.procedure)
    gettext = said.gettext
    named = gettext("approval") if what == "approval" else gettext("differences")
    text: ProcedureText = found.revision.text
    name = clean_line(f"{named} {text.title[:_LONGEST_NAME]} {fingerprint(text)}")
    safe = "".join(sign if sign.isalnum() or sign in " -–.'’" else "-" for sign in name)
    return desk.home.prints / f"{safe}.pdf"


def revision_said(revision: Revision, said: Language) -> str:
    gettext = said.gettext
    if revision.number is None:
        return gettext("the draft (mark {mark})").format(mark=fingerprint(revision.text))
    return gettext("revision {number}, in force from {day}").format(
        number=revision.number, day=said.date(revision.begins_on)
    )


def _asked(
    connection: Connection,
    desk: Desk,
    found: Written,
    known: tuple[Revision, ...],
    said: Language,
) -> AskedApproval:
    draft, procedure = found.revision, found.procedure
    before = _approved(known)
    names = departments_served(connection, procedure, desk.clock.today())
    if len(names) > _MOST_NAMED:
        more = len(names) - _MOST_NAMED
        others = said.ngettext("and {count} other", "and {count} others", more).format(count=more)
        names = (*names[:_MOST_NAMED], others)
    path = path_to(connection, procedure.owner_id)
    return AskedApproval(
        title=draft.text.title,
        function=functions_by_id(connection)[procedure.function_id].name(said.code),
        software=software_name(connection, procedure.software_id),
        owner=path[0].name if path else "",
        departments=names,
        number=max((r.number or 0 for r in known), default=0) + 1,
        mark=fingerprint(draft.text),
        submitted_on=draft.submitted_on or desk.clock.today(),
        submitted_by=draft.submitted_by,
        replaces=revision_said(before, said) if before else "",
        review_months=procedure.review_months or REVIEW_MONTHS,
    )


def _approved(known: tuple[Revision, ...]) -> Revision | None:
    """The newest one, against which the draft is read."""
    approved = [r for r in known if r.state is RevisionState.APPROVED]
    return max(approved, key=lambda r: r.number or 0, default=None)


def _language(connection: Connection, desk: Desk, procedure: Procedure) -> Language:
    known = binder_of(connection, procedure.owner_id)
    return language(known[1] if known else desk.language)


def _head(path: tuple[Node, ...]) -> Head:
    """Of the node that owns the text, which need not keep a binder."""
    node = path[0]
    by_kind = {one.kind: one.name for one in path}
    return Head(
        establishment=by_kind.get(NodeKind.ESTABLISHMENT, ""),
        pole=by_kind.get(NodeKind.POLE, "") if node.kind is not NodeKind.POLE else "",
        department=node.name,
        code=node.code,
        place=node.place,
        beds=node.beds,
        paper_code=node.paper_code,
    )
