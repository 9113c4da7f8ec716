"""What a draft may begin from, and who may own it."""

from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.coverage import Use, uses_of
from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.drafts import Beginning, OwnerChoice, Source, SourceKind, source_of
from referent_desk.domain.procedures import (
    Procedure,
    ProcedureText,
    Revision,
    RevisionState,
)
from referent_desk.domain.revisions import last_withdrawn, revision_in_force
from referent_desk.domain.texts import folded, searched
from referent_desk.exchange.starters import starter_procedures
from referent_desk.language import spoken
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to, read_node
from referent_desk.storage.drafts import procedures_for
from referent_desk.storage.procedures import coverage_facts, functions_by_id, revisions_of
from referent_desk.storage.software import software_by_id
from referent_desk.usecases.desks import Desk

MOST_SOURCES = 40


def begin_draft(
    desk: Desk, department_id: str, function_id: str, software_id: str | None
) -> Beginning:
    """What a draft for this department may begin from, and who may own it."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        facts = coverage_facts(connection, department_id, today)
        path = path_to(connection, department_id)
        use = _use(uses_of(facts, today), function_id, software_id)
        function = functions_by_id(connection)[function_id]
        software = software_name(connection, software_id)
        owners = tuple(
            owner_choice(connection, node, function_id, software_id)
            for node in path
            if _may_own(node, path[0], use)
        )
    present = None
    if use is not None and use.revision is not None:
        present = replace(_source(use.revision), owner=use.owner)
    starter = starter_text(function.code, spoken().code)
    return Beginning(
        department=path[0].name,
        function=function.name(spoken().code),
        software=software,
        owners=owners,
        present=present,
        present_owner_id=use.procedure.owner_id if use and use.procedure else "",
        draft_owner_id=use.waiting.owner_id if use and use.waiting and use.draft else "",
        starter=source_of(starter, SourceKind.STARTER) if starter else None,
    )


def _may_own(node: Node, department: Node, use: Use | None) -> bool:
    """The department, its establishment, whoever owns what holds now or the draft beside it."""
    known = (use.procedure, use.waiting) if use else ()
    owners = {procedure.owner_id for procedure in known if procedure is not None}
    return node.kind is NodeKind.ESTABLISHMENT or node.id in {department.id, *owners}


def _use(uses: tuple[Use, ...], function_id: str, software_id: str | None) -> Use | None:
    for use in uses:
        same = use.deployment.software_id == software_id or software_id is None
        if use.function is not None and use.function.id == function_id and same:
            return use
    return None


def software_name(connection: Connection, software_id: str | None) -> str:
    if not software_id:
        return ""
    found = software_by_id(connection, {software_id}).get(software_id)
    return found.name if found else ""


def owner_choice(
    connection: Connection, node: Node, function_id: str, software_id: str | None
) -> OwnerChoice:
    procedure = owned(connection, node.id, function_id, software_id)
    draft_id = ""
    if procedure is not None:
        draft_id = next((r.id for r in all_revisions(connection, procedure) if is_draft(r)), "")
    return OwnerChoice(node.id, node.name, node.kind, procedure.id if procedure else "", draft_id)


def owned(
    connection: Connection, owner_id: str, function_id: str, software_id: str | None
) -> Procedure | None:
    """The one for this software, or else the one for any software."""
    own = [p for p in procedures_for(connection, function_id) if p.owner_id == owner_id]
    fitting = [p for p in own if p.software_id in {software_id, None}]
    return min(fitting, key=lambda p: p.software_id is None, default=None)


def all_revisions(connection: Connection, procedure: Procedure) -> tuple[Revision, ...]:
    return revisions_of(connection, [procedure.id]).get(procedure.id, ())


def is_draft(revision: Revision) -> bool:
    return revision.state is RevisionState.DRAFT


def _source(revision: Revision) -> Source:
    return replace(
        source_of(revision.text, SourceKind.PROCEDURE),
        revision_id=revision.id,
        state=revision.state,
        number=revision.number,
    )


def starter_text(function_code: str, language_code: str) -> ProcedureText | None:
    shipped = starter_procedures(language_code)
    return next((file.text for file in shipped if file.function == function_code), None)


def draft_sources(desk: Desk, function_id: str, text: str = "") -> tuple[Source, ...]:
    """What anybody in the home has written for the function, found by half words."""
    today, words = desk.clock.today(), folded(text).split()
    with desk.database.read() as connection:
        procedures = procedures_for(connection, function_id)
        revisions = revisions_of(connection, [p.id for p in procedures])
        software = software_by_id(connection, {p.software_id for p in procedures if p.software_id})
        found = []
        for procedure in procedures:
            known = revisions.get(procedure.id, ())
            revision = revision_in_force(known, today) or last_withdrawn(known, today)
            owner = read_node(connection, procedure.owner_id)
            if revision is None or owner is None:
                continue
            served = software.get(procedure.software_id or "")
            source = replace(
                _source(revision), owner=owner.name, software=served.name if served else ""
            )
            if all(w in searched(source.title, source.owner, source.software) for w in words):
                found.append(source)
    found.sort(key=lambda s: (s.state is RevisionState.DRAFT, folded(s.owner), folded(s.title)))
    return tuple(found[:MOST_SOURCES])
