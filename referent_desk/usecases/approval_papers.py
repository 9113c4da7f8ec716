"""Papers of a text: the sheet by which it is approved, and what differs between two revisions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from referent_desk.domain.approvals import REVIEW_MONTHS, fingerprint, is_submitted
from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.differences import compare
from referent_desk.domain.procedures import Procedure, ProcedureText, Revision
from referent_desk.domain.sheets import Head
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import Language, _, language
from referent_desk.paper.approval_sheets import AskedApproval, lay_out_approval
from referent_desk.paper.department_pages import PageMarks, write_department_pages
from referent_desk.paper.difference_lists import lay_out_differences
from referent_desk.storage.binders import binder_of
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to, read_node
from referent_desk.storage.drafts import Written, written
from referent_desk.storage.procedures import functions_by_id, revisions_of
from referent_desk.storage.served_departments import departments_served
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_sources import software_name
from referent_desk.usecases.drafts import open_one
from referent_desk.usecases.filled_texts import filling
from referent_desk.usecases.print_files import pdf_at
from referent_desk.usecases.replaced_texts import ReplacedText, replaced_text

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
        today = desk.clock.today()
        before = replaced_text(connection, procedure, today)
        fill = filling(connection, procedure, said, today)
        asked = _asked(connection, desk, found, before, said)
        asked = replace(asked, title=fill(draft.text).title)
        head = _head(path_to(connection, procedure.owner_id))
    text = fill(draft.text)
    differences = compare(fill(before.revision.text) if before else text, text)
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
        fill = filling(connection, after.procedure, said, desk.clock.today())
        owners = [owner_name(connection, one, after) for one in (before, after)]
    was, text = fill(before.revision.text), fill(after.revision.text)
    title = text.title
    gettext = said.gettext
    marks = PageMarks(
        title=gettext("Differences: {title}").format(title=title),
        code=fingerprint(after.revision.text),
        under=gettext("differences between two texts"),
        foot=gettext("For information: what holds is the sheet in the binder."),
    )
    named = (
        revision_said(before.revision, said, owners[0]),
        revision_said(after.revision, said, owners[1]),
    )
    pages = lay_out_differences(title, named, compare(was, text), said)
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


def revision_said(revision: Revision, said: Language, owner: str = "") -> str:
    """`owner` where it is that of another node than one reads about."""
    gettext = said.gettext
    if owner:
        said_alone = revision_said(revision, said)
        return gettext("{owner}, {revision}").format(owner=owner, revision=said_alone)
    if revision.number is None:
        return gettext("the draft (mark {mark})").format(mark=fingerprint(revision.text))
    return gettext("revision {number}, in force from {day}").format(
        number=revision.number, day=said.date(revision.begins_on)
    )


def _asked(
    connection: Connection,
    desk: Desk,
    found: Written,
    before: ReplacedText | None,
    said: Language,
) -> AskedApproval:
    draft, procedure = found.revision, found.procedure
    known = revisions_of(connection, [procedure.id])[procedure.id]
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
        replaces=_replaced(before, said) if before else "",
        review_months=procedure.review_months or REVIEW_MONTHS,
    )


def _replaced(before: ReplacedText, said: Language) -> str:
    words = revision_said(before.revision, said, before.owner)
    if not before.owner:
        return words
    return said.gettext("{text}; it stays in force elsewhere").format(text=words)


def owner_name(connection: Connection, one: Written, other: Written) -> str:
    """Whose the one is, where the other is somebody else's."""
    if one.procedure.owner_id == other.procedure.owner_id:
        return ""
    node = read_node(connection, one.procedure.owner_id)
    return node.name if node else ""


def _language(connection: Connection, desk: Desk, procedure: Procedure) -> Language:
    known = binder_of(connection, procedure.owner_id)
    return language(known[1] if known else desk.language)


def _head(path: tuple[Node, ...]) -> Head:
    """Of the node that owns the text, which need not keep a binder."""
    node = path[0]
    by_kind = {one.kind: one.name for one in path}
    is_whole = node.kind is NodeKind.ESTABLISHMENT
    return Head(
        establishment=by_kind.get(NodeKind.ESTABLISHMENT, "") if not is_whole else "",
        pole=by_kind.get(NodeKind.POLE, "") if node.kind is not NodeKind.POLE else "",
        department=node.name,
        code=node.code,
        place=node.place,
        beds=node.beds,
        paper_code=node.paper_code,
    )
