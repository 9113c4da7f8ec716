"""What a binder would print now: its facts gathered, its sheets numbered, nothing laid out yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from referent_desk.domain.binders import (
    Draft,
    KnownSheet,
    NumberedSheets,
    highest_given,
    number_sheets,
    with_list_title,
)
from referent_desk.domain.copies import Copy
from referent_desk.domain.departments import BINDER_KINDS, Node, propose_paper_code
from referent_desk.domain.sheets import BinderStamp, Head
from referent_desk.errors import NotFound
from referent_desk.exchange.forms import form_definitions
from referent_desk.language import Language, _
from referent_desk.storage import binders as stored
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import paper_codes, read_node
from referent_desk.storage.high_marks import NO_MARKS, Marks, read_marks
from referent_desk.usecases.binder_contents import (
    BinderFacts,
    binder_drafts,
    read_binder_facts,
)
from referent_desk.usecases.binder_heads import head_of
from referent_desk.usecases.binder_languages import binder_language
from referent_desk.usecases.binder_stamps import stamp_of
from referent_desk.usecases.copy_numbers import chosen_copy
from referent_desk.usecases.desks import Desk


@dataclass(frozen=True, slots=True)
class GatheredBinder:
    """A binder gathered and numbered, not yet laid out.

    `copy` is None where its number was not recorded yet, or no copy was meant.
    """

    facts: BinderFacts
    head: Head
    language: Language
    numbered: NumberedSheets
    stamp: BinderStamp
    copy: Copy | None
    refused_forms: tuple[str, ...]


def gather(
    desk: Desk,
    connection: Connection,
    department_id: str,
    copy_number: int | None,
    now: datetime,
    *,
    allot: bool = False,
    on: date | None = None,
) -> GatheredBinder:
    """The binder as it is on the day `on`, today where that is None.

    `allot` False gives new sheets and the run no number. Raises NotFound where the department keeps
    no binder and for a copy that cannot begin, RefusedInput for one that is closed.
    """
    node = binder_node(connection, department_id)
    paper_language = binder_language(connection, desk, department_id)
    today = on or desk.clock.today()
    facts = read_binder_facts(connection, department_id, paper_language.code, today)
    copy = chosen_copy(desk, connection, department_id, copy_number)
    forms = form_definitions(paper_language.code, desk.home.forms)
    drafts = binder_drafts(facts, paper_language, today, forms.forms)
    marks = read_marks(desk.home.marks, desk.home_id, department_id) if allot else NO_MARKS
    run_number = highest_given(stored.last_run_number(connection), marks.run) + 1 if allot else None
    head = head_of(facts)
    if not head.paper_code:
        code = propose_paper_code(node.name, paper_codes(connection))
        head = replace(head, paper_code=code)
    return GatheredBinder(
        facts=facts,
        head=head,
        language=paper_language,
        numbered=_numbered(connection, facts, drafts, paper_language, marks if allot else None),
        stamp=stamp_of(now, facts, today, copy, copy_number, run_number),
        copy=copy,
        refused_forms=tuple(str(refusal) for refusal in forms.refused),
    )


def binder_node(connection: Connection, department_id: str) -> Node:
    """Raises NotFound where the department keeps no binder."""
    node = read_node(connection, department_id)
    if node is None or node.kind not in BINDER_KINDS:
        raise NotFound(
            _("This department keeps no binder."), _("Choose a department or a unit of the list.")
        )
    return node


def _numbered(
    connection: Connection,
    facts: BinderFacts,
    drafts: Sequence[Draft],
    paper_language: Language,
    marks: Marks | None,
) -> NumberedSheets:
    """`marks` None is a preview: nothing is allotted."""
    numbered = number_sheets(
        drafts,
        stored.sheet_codes(connection, facts.node.id),
        [
            KnownSheet(k.code, k.revision, k.check_code, k.body_hash)
            for k in stored.known_revisions(connection, facts.node.id)
        ],
        paper_language.code,
        allot=marks is not None,
        marks=marks.revisions if marks else None,
    )
    title = paper_language.gettext("Sheets in force")
    return replace(
        numbered,
        sheets=with_list_title(numbered.sheets, title),
        new_sheets=with_list_title(numbered.new_sheets, title),
    )
