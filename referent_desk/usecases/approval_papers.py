"""Papers of a text: the sheet by which it is approved, and what differs between two revisions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from referent_desk.domain.approvals import REVIEW_MONTHS, fingerprint, is_submitted
from referent_desk.domain.differences import compare
from referent_desk.domain.procedures import ProcedureText, Revision
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import Language, _
from referent_desk.paper.approval_sheets import AskedApproval, lay_out_approval
from referent_desk.paper.department_pages import PageMarks
from referent_desk.paper.difference_lists import lay_out_differences
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to, read_node
from referent_desk.storage.drafts import Written, written
from referent_desk.storage.procedures import functions_by_id, revisions_of
from referent_desk.storage.served_departments import departments_served
from referent_desk.usecases.binder_languages import binder_language
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_sources import software_name
from referent_desk.usecases.drafts import open_one
from referent_desk.usecases.filled_texts import filling
from referent_desk.usecases.paper_names import LONGEST_NAME, paper_path
from referent_desk.usecases.papers import head_of_node, write_paper
from referent_desk.usecases.replaced_texts import ReplacedText, replaced_text

_MOST_NAMED = 24
"""Departments that a sheet names; of more it says how many."""


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
        said = binder_language(connection, desk, procedure.owner_id)
        today = desk.clock.today()
        before = replaced_text(connection, procedure, today)
        fill = filling(connection, procedure, said, today)
        asked = _asked(connection, desk, found, before, said)
        asked = replace(asked, title=fill(draft.text).title)
        head = head_of_node(path_to(connection, procedure.owner_id))
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
    return write_paper(desk, output, pages, (head, marks, said))


def write_differences(desk: Desk, before_id: str, after_id: str, output: Path) -> Path:
    """Two revisions, of one procedure or of two, line by line."""
    with desk.database.read() as connection:
        before, after = written(connection, before_id), written(connection, after_id)
        if before is None or after is None:
            raise NotFound(_("This revision is not here any more."), _("Choose another one."))
        said = binder_language(connection, desk, after.procedure.owner_id)
        head = head_of_node(path_to(connection, after.procedure.owner_id))
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
    return write_paper(desk, output, pages, (head, marks, said))


def suggested_path(desk: Desk, what: str, revision_id: str) -> Path:
    """Where the PDF goes if nobody says otherwise; `what`: approval or differences."""
    with desk.database.read() as connection:
        found = written(connection, revision_id)
        if found is None:
            raise NotFound(_("This revision is not here any more."), _("Choose another one."))
        said = binder_language(connection, desk, found.procedure.owner_id)
    gettext = said.gettext
    named = gettext("approval") if what == "approval" else gettext("differences")
    text: ProcedureText = found.revision.text
    return paper_path(desk, named, text.title[:LONGEST_NAME], fingerprint(text))


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
