"""An example hospital as rows, table by table; ids are the same in every home that is filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from referent_desk.domain.procedure_texts import to_json
from referent_desk.domain.texts import searched, spelling_key
from referent_desk.exchange.examples_references import example_id
from referent_desk.exchange.examples_values import Example

Rows = Iterator[dict[str, object]]
_LONG_AGO = ""
"""Known for longer than is kept: nobody of the example is new to it, and no number."""


def nodes(example: Example) -> Rows:
    for node in example.nodes:
        yield {
            "id": node.id,
            "parent_id": node.parent_id,
            "kind": node.kind,
            "name": node.name,
            "code": node.code,
            "finess": node.finess,
            "place": node.place,
            "beds": node.beds,
            "opening_hours": node.opening_hours,
            "telephone": node.telephone,
            "paper_code": node.paper_code or None,
            "closed_on": node.closed_on,
            "folded": searched(node.name, node.code),
        }


def vendors(example: Example) -> Rows:
    names = {spelling_key(s.vendor): s.vendor for s in example.software if s.vendor}
    for spelling, name in names.items():
        yield {"id": _vendor_id(name), "name": name, "spelling": spelling}


def _vendor_id(name: str) -> str | None:
    return example_id("vendor", spelling_key(name)) if name else None


def software(example: Example, kinds: Mapping[str, str]) -> Rows:
    """`kinds`: this home's ids, by code. What is replaced comes after what replaces it."""
    for one in sorted(example.software, key=lambda s: s.replaced_by_id is not None):
        yield {
            "id": one.id,
            "name": one.name,
            "spelling": spelling_key(one.name),
            "vendor_id": _vendor_id(one.vendor),
            "kind_id": kinds[one.kind_id] if one.kind_id else None,
            "criticality": one.criticality,
            "support_contact": one.support_contact,
            "it_owner": one.it_owner,
            "hosting": one.hosting,
            "tolerated_interruption": one.tolerated_interruption,
            "recovery_time": one.recovery_time,
            "recovery_point": one.recovery_point,
            "status": one.status,
            "replaced_by_id": one.replaced_by_id,
            "closed_on": one.closed_on,
            "folded": searched(one.name, one.vendor, *one.aliases),
        }


def aliases(example: Example) -> Rows:
    for one in example.software:
        for name in one.aliases:
            yield {
                "id": example_id("alias", name),
                "software_id": one.id,
                "name": name,
                "spelling": spelling_key(name),
            }


def releases(example: Example) -> Rows:
    for release in example.releases:
        yield {
            "id": release.id,
            "software_id": release.software_id,
            "version": release.version,
        }


def releases_live(example: Example) -> Rows:
    for live in example.lives:
        yield {
            "id": example_id("live", live.release_id, live.establishment_id),
            "release_id": live.release_id,
            "establishment_id": live.establishment_id,
            "valid_on": live.live_on,
        }


def deployments(example: Example, functions: Mapping[str, str]) -> Rows:
    """`functions`: this home's ids, by code."""
    for deployment in example.deployments:
        yield {
            "id": deployment.id,
            "software_id": deployment.software_id,
            "department_id": deployment.department_id,
            "function_id": functions[deployment.function_id] if deployment.function_id else None,
            "since": deployment.since,
            "until": deployment.until,
            "users": deployment.users,
            "tolerated_outage": deployment.tolerated_outage,
        }


def people(example: Example) -> Rows:
    for person in example.people:
        yield {
            "id": person.id,
            "last_name": person.last_name,
            "first_name": person.first_name,
            "role": person.role,
            "department_id": person.department_id,
            "telephone": person.telephone,
            "working_hours": person.working_hours,
            "left_on": person.left_on,
            "folded": searched(person.last_name, person.first_name),
            "recorded_at": _LONG_AGO,
        }


def appointments(example: Example) -> Rows:
    for appointment in example.appointments:
        yield {
            "id": appointment.id,
            "person_id": appointment.person_id,
            "department_id": appointment.department_id,
            "kind": appointment.kind,
            "rank": appointment.rank,
            "software_id": appointment.software_id,
            "since": appointment.since,
            "until": appointment.until,
        }


def procedures(example: Example, functions: Mapping[str, str]) -> Rows:
    """`functions`: this home's ids, by code."""
    for procedure in example.procedures:
        yield {
            "id": procedure.id,
            "owner_id": procedure.owner_id,
            "function_id": functions[procedure.function_id],
            "software_id": procedure.software_id,
            "closed_on": procedure.closed_on,
        }


def revisions(example: Example) -> Rows:
    for revision in example.revisions:
        yield {
            "id": revision.id,
            "procedure_id": revision.procedure_id,
            "state": revision.state,
            "number": revision.number,
            "title": revision.text.title,
            "text": to_json(revision.text),
            "author": revision.author,
            "approver": revision.approver,
            "approved_on": revision.approved_on,
            "in_force_on": revision.in_force_on,
            "review_due_on": revision.review_due_on,
        }


def verifications(example: Example) -> Rows:
    for tried in example.tried:
        verification = tried.verification
        yield {
            "id": tried.id,
            "revision_id": verification.revision_id,
            "release_id": verification.release_id,
            "department_id": verification.department_id,
            "result": verification.result,
            "who": tried.who,
            "valid_on": verification.valid_on,
            "seen": tried.seen,
            "to_change": tried.action.what if tried.action is not None else "",
        }


def local_values(example: Example) -> Rows:
    for local in example.local_values:
        yield {
            "id": example_id("local_value", local.department_id, local.name),
            "department_id": local.department_id,
            "name": local.name,
            "value": local.value,
        }


def directory(example: Example) -> Rows:
    for entry in example.directory:
        yield {
            "id": entry.id,
            "owner_id": entry.owner_id,
            "heading": entry.heading,
            "label": entry.label,
            "number": entry.number,
            "line_type": entry.line_type,
            "works_without_network": entry.works_without_network,
            "private": entry.private,
            "hours": entry.hours,
            "purpose": entry.purpose,
            "position": entry.position,
            "folded": searched(entry.heading, entry.label),
            "recorded_at": _LONG_AGO,
        }


def diallings(example: Example) -> Rows:
    for dialling in example.diallings:
        yield {
            "id": example_id("dialling", dialling.entry_id, dialling.number),
            "entry_id": dialling.entry_id,
            "number": dialling.number,
            "answered": dialling.answered,
            "who": dialling.who,
            "valid_on": dialling.valid_on,
        }


def binders(example: Example) -> Rows:
    """French, as everything in the example."""
    for department_id in dict.fromkeys(copy.department_id for copy in example.copies):
        yield {
            "id": _binder_id(department_id),
            "department_id": department_id,
            "language": "fr",
        }


def _binder_id(department_id: str) -> str:
    return example_id("binder", department_id)


def copies(example: Example) -> Rows:
    for copy in example.copies:
        yield {
            "id": example_id("copy", copy.department_id, str(copy.number)),
            "binder_id": _binder_id(copy.department_id),
            "number": copy.number,
            "place": copy.place,
            "holder": copy.holder,
            "colour": copy.colour,
        }
