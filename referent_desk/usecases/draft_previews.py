"""The sheet of a draft as it would print now, while it is being written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from referent_desk.domain.binders import KnownSheet, number_sheets
from referent_desk.domain.coverage import Use, uses_of
from referent_desk.domain.departments import propose_paper_code
from referent_desk.domain.drafts import Draft, DraftAids, tidied
from referent_desk.domain.filled_texts import local_value_names
from referent_desk.domain.procedure_states import NOTHING_KNOWN, status_of
from referent_desk.domain.procedures import ProcedureText, Revision, RevisionState
from referent_desk.domain.sheets import Sheet
from referent_desk.errors import NotFound
from referent_desk.exchange.forms import form_definitions
from referent_desk.exchange.starters import starter_procedures
from referent_desk.language import _, spoken
from referent_desk.paper.binder import write_binder
from referent_desk.storage import binders as stored
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import paper_codes, path_to
from referent_desk.storage.directory import local_values
from referent_desk.storage.drafts import names_of_values, roles_of_people
from referent_desk.storage.means import reach_of
from referent_desk.usecases.binder_contents import (
    BinderFacts,
    Composer,
    read_binder_facts,
)
from referent_desk.usecases.binder_heads import head_of
from referent_desk.usecases.binder_languages import binder_language
from referent_desk.usecases.binder_stamps import stamp_of
from referent_desk.usecases.desks import Desk


@dataclass(frozen=True, slots=True)
class PreviewedSheet:
    """`pages` counts those that say something, not a back left empty.

    `set_plain`: the layout failed, and the sheet stands there as plain text.
    """

    pdf: bytes
    pages: int
    set_plain: bool


def preview_draft(desk: Desk, draft: Draft, text: ProcedureText) -> PreviewedSheet:
    """With the bar of a draft, the department's values filled in; nothing is recorded."""
    now, today = desk.clock.now(), desk.clock.today()
    with desk.database.read() as connection:
        paper = binder_language(connection, desk, draft.department_id)
        facts = read_binder_facts(connection, draft.department_id, paper.code, today)
        use = _use_of(facts, draft, desk)
        revision = Revision(
            draft.revision_id, draft.procedure_id, RevisionState.DRAFT, tidied(text)
        )
        status = status_of(revision, (), NOTHING_KNOWN, today)
        composer = Composer(facts, paper, today)
        shown = replace(use, revision=revision, status=status)
        sheet = _numbered(connection, draft.department_id, composer, shown, paper.code)
        head = head_of(facts)
        if not head.paper_code:
            code = propose_paper_code(head.department, paper_codes(connection))
            head = replace(head, paper_code=code)
        stamp = stamp_of(now, facts, today, None, None, None)
    printed = write_binder([sheet], head, stamp, paper, one_sided=True)
    return PreviewedSheet(printed.pdf, printed.pages_of[0], bool(printed.set_plain))


def _numbered(
    connection: Connection, department_id: str, composer: Composer, use: Use, code: str
) -> Sheet:
    """Under its own code, with the revision under which this very text was printed, if it was."""
    numbered = number_sheets(
        (composer.cover(), composer.sheet_of(use)),
        stored.sheet_codes(connection, department_id),
        [
            KnownSheet(k.code, k.revision, k.check_code, k.body_hash)
            for k in stored.known_revisions(connection, department_id)
        ],
        code,
        allot=False,
    )
    return numbered.sheets[-1]


def _use_of(facts: BinderFacts, draft: Draft, desk: Desk) -> Use:
    for use in uses_of(facts.coverage, desk.clock.today()):
        if use.function is None or use.function.id != draft.function_id:
            continue
        if draft.software_id in {None, use.deployment.software_id}:
            return use
    raise NotFound(
        _("The department does not use this software for this function any more."),
        _("The text is kept; go back and choose another degraded mode."),
    )


def draft_aids(desk: Desk, department_id: str) -> DraftAids:
    """Known roles, forms and local values; those of the shipped procedures among them."""
    with desk.database.read() as connection:
        paper = binder_language(connection, desk, department_id)
        roles = roles_of_people(connection)
        names = names_of_values(connection)
        values = local_values(connection, department_id)
        path = [node.id for node in path_to(connection, department_id)]
        means = reach_of(connection, path).means.values()
    shipped = [file.text for file in starter_procedures(spoken().code)]
    usual = dict.fromkeys(step.who for text in shipped for step in text.steps if step.who)
    named = dict.fromkeys(name for text in shipped for name in local_value_names(text))
    forms = form_definitions(paper.code, desk.home.forms).forms
    return DraftAids(
        roles=tuple(dict.fromkeys((*usual, *roles))),
        forms=tuple((form.code, form.title) for form in forms),
        local_names=tuple(sorted({*names, *named}, key=str.casefold)),
        values=values,
        means=tuple(one.name for one in means),
    )
