"""Writing a procedure: where its draft begins, opening it, saving it, giving it up."""

from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.departments import Node
from referent_desk.domain.drafts import (
    Draft,
    OwnerChoice,
    SourceKind,
    TextChanged,
    TextFault,
    WantedDraft,
    fault_of,
    text_mark,
    tidied,
)
from referent_desk.domain.procedure_texts import to_json
from referent_desk.domain.procedures import (
    Procedure,
    ProcedureText,
)
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.drafts import Written, procedure_of, written
from referent_desk.storage.procedures import functions_by_id
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_history import carry_on
from referent_desk.usecases.draft_sources import (
    all_revisions,
    is_draft,
    owner_choice,
    software_name,
    starter_text,
)
from referent_desk.usecases.replaced_texts import replaced_text

CHANGED = frozenset({Kind.PROCEDURES})


def open_draft(desk: Desk, wanted: WantedDraft) -> Draft:
    """The owner's draft that is open already, else a new one that begins from the source."""
    with desk.database.read() as connection:
        owner = _present_node(connection, wanted.owner_id)
        choice = owner_choice(connection, owner, wanted.function_id, wanted.software_id)
        text = None if choice.draft_id else _text_of(connection, wanted)
        procedure = procedure_of(connection, choice.procedure_id) if choice.procedure_id else None
    if choice.draft_id or text is None:
        return read_draft(desk, choice.draft_id, wanted)
    if procedure is not None and _stays_general(desk, procedure, wanted):
        procedure = None
    deed = Deed(Verb.ADDED, "revision", text.title)
    with doing(desk, "open_draft", deed) as work:
        revision_id = _add_draft(work, wanted, procedure, text)
    made = saved(desk, CHANGED, revision_id)
    return replace(read_draft(desk, revision_id, wanted), saved=made)


def _stays_general(desk: Desk, procedure: Procedure, wanted: WantedDraft) -> bool:
    """A text begun anew for one software leaves alone the one that serves any software."""
    if procedure.software_id == wanted.software_id or wanted.software_id is None:
        return False
    with desk.database.read() as connection:
        own = {revision.id for revision in all_revisions(connection, procedure)}
    return bool(own) and wanted.source.revision_id not in own


def _present_node(connection: Connection, node_id: str) -> Node:
    node = read_node(connection, node_id)
    if node is None:
        raise NotFound(_("This department is not here any more."), _("Choose another one."))
    return node


def _text_of(connection: Connection, wanted: WantedDraft) -> ProcedureText:
    function = functions_by_id(connection)[wanted.function_id]
    if wanted.source.kind is SourceKind.STARTER:
        text = starter_text(function.code, spoken().code)
    elif wanted.source.kind is SourceKind.PROCEDURE:
        found = written(connection, wanted.source.revision_id)
        text = found.revision.text if found else None
    else:
        text = ProcedureText(function.name(spoken().code))
    if text is None:
        raise NotFound(_("The text to start from is not here any more."), _("Choose another one."))
    return text


def _add_draft(
    work: Work, wanted: WantedDraft, procedure: Procedure | None, text: ProcedureText
) -> str:
    procedure_id = procedure.id if procedure else work.new_id()
    if procedure is None:
        row = {
            "id": procedure_id,
            "owner_id": wanted.owner_id,
            "function_id": wanted.function_id,
            "software_id": wanted.software_id,
        }
        work.add(schema.procedure, [row])
    revision_id = work.new_id()
    draft = {"id": revision_id, "procedure_id": procedure_id, "state": "draft"}
    work.add(schema.revision, [{**draft, "title": text.title, "text": to_json(text)}])
    return revision_id


def read_draft(desk: Desk, revision_id: str, wanted: WantedDraft) -> Draft:
    """As it lies in the home now, seen from the department that `wanted` it."""
    with desk.database.read() as connection:
        found = open_one(connection, revision_id)
        function = functions_by_id(connection)[found.procedure.function_id]
        node = _present_node(connection, found.procedure.owner_id)
        software = software_name(connection, wanted.software_id)
        known = all_revisions(connection, found.procedure)
        before = replaced_text(connection, found.procedure, desk.clock.today())
    return Draft(
        revision_id=revision_id,
        procedure_id=found.procedure.id,
        department_id=wanted.department_id,
        function_id=function.id,
        software_id=wanted.software_id,
        text=found.revision.text,
        seen=text_mark(found.revision.text),
        function=function.name(spoken().code),
        software=software,
        owner=OwnerChoice(node.id, node.name, node.kind, found.procedure.id, revision_id),
        number=max((r.number or 0 for r in known), default=0) + 1,
        today=desk.clock.today(),
        submitted_on=found.revision.submitted_on,
        submitted_by=found.revision.submitted_by,
        submitted_mark=found.revision.submitted_mark,
        review_months=found.procedure.review_months,
        author=found.revision.author,
        above=before.owner if before else "",
    )


def open_one(connection: Connection, revision_id: str) -> Written:
    """The draft with that id. Raises RefusedInput where it is none any more."""
    found = written(connection, revision_id)
    if found is None:
        raise NotFound(_("This draft is not here any more."), _("Go back and open it again."))
    if not is_draft(found.revision):
        raise RefusedInput(
            _("This text is approved: it does not change any more."),
            _("Open a new draft to write the next revision."),
        )
    return found


def save_draft(
    desk: Desk, revision_id: str, text: ProcedureText, seen: str, *, carries_on: bool = False
) -> Saved:
    """Keep the text of a draft. `seen` marks the text that it was typed over.

    `carries_on`: taken back together with the save before it. Raises TextChanged with the other
    text where somebody else wrote meanwhile: nothing is changed then.
    """
    text = tidied(text)
    fault = fault_of(text)
    if fault is not None:
        raise RefusedInput(*fault_sentences(fault))
    with desk.database.read() as connection:
        found = open_one(connection, revision_id)
    present = found.revision.text
    if text == present:
        return saved(desk, frozenset(), revision_id)
    if text_mark(present) != seen:
        raise TextChanged(
            _("This draft was changed elsewhere while you were writing."),
            _("Compare the two texts and choose which one stays."),
            present,
        )
    deed = Deed(Verb.WROTE, "revision", text.title)
    with doing(desk, "save_draft", deed, record_id=revision_id) as work:
        work.change(schema.revision, revision_id, {"title": text.title, "text": to_json(text)})
    if carries_on:
        carry_on(desk.history)
    return saved(desk, CHANGED, revision_id)


def fault_sentences(fault: TextFault) -> tuple[str, str]:
    return {
        "no_title": (_("The procedure has no title."), _("Give it one to save it.")),
        "long_title": (
            _("The title is longer than {most} letters.").format(most=fault.most),
            _("Shorten it to save the text."),
        ),
        "many_steps": (
            _("There are more than {most} steps.").format(most=fault.most),
            _("Split the procedure to save it."),
        ),
        "many_lines": (
            _("A part has more than {most} lines.").format(most=fault.most),
            _("Shorten it to save the text."),
        ),
        "many_forms": (
            _("A step names more than {most} forms.").format(most=fault.most),
            _("Split the step to save the text."),
        ),
        "many_means": (
            _("A step names more than {most} means.").format(most=fault.most),
            _("Split the step to save the text."),
        ),
        "long_piece": (
            _("A line is longer than {most} letters.").format(most=fault.most),
            _("Split it to save the text."),
        ),
    }[fault.code]
