"""What is read once of one department or of all, from which everything tells its days."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from referent_desk.domain.coverage import CoverageFacts, uses_of
from referent_desk.domain.group_coverage import GroupFacts, Waiting, group_coverage, waiting
from referent_desk.domain.procedures import RevisionState
from referent_desk.domain.readiness import DepartmentCoverage
from referent_desk.language import spoken
from referent_desk.storage.database import Connection
from referent_desk.storage.dues import DueReading, DueText, day_of
from referent_desk.storage.places import node_names, software_names
from referent_desk.storage.procedures import coverage_facts, functions_by_id
from referent_desk.storage.readiness import group_facts
from referent_desk.storage.software import retired_software
from referent_desk.usecases.readiness import department_coverage

Coverage = Callable[[Collection[str]], Iterable[DepartmentCoverage]]


@dataclass(frozen=True, slots=True)
class DueGround:
    """What contributors begin from: they tell what is due before a day, and may tell more.

    `department_id` None: all of them are asked for; `departments` are those that keep a binder.
    `waiting` are the texts to be verified, `reviews` the approved texts that hold and have a day.
    `coverage` of some of the departments takes long: it is asked where it is needed. Names are by
    id, in the reader's language.
    """

    connection: Connection
    department_id: str | None
    today: date
    before: date
    departments: tuple[str, ...]
    waiting: Iterable[Waiting]
    reviews: Iterable[DueText]
    coverage: Coverage
    nodes: Mapping[str, str]
    functions: Mapping[str, str]
    software: Mapping[str, str]

    @property
    def reading(self) -> DueReading:
        return DueReading(self.connection, self.department_id, self.today, self.before)

    def subject(self, function_id: str, software_id: str) -> str:
        """`Prescription · Dossier+`"""
        function, software = self.functions.get(function_id, ""), self.software.get(software_id, "")
        return f"{function} · {software}" if function and software else function or software


def ground_of_all(connection: Connection, today: date, before: date) -> DueGround:
    facts = group_facts(connection, today)

    def coverage(chosen: Collection[str]) -> Iterable[DepartmentCoverage]:
        places = tuple(place for place in facts.places if place.id in chosen)
        return group_coverage(replace(facts, places=places), today)

    return DueGround(
        connection,
        None,
        today,
        before,
        tuple(place.id for place in facts.places),
        _to_try(connection, waiting(facts, today, before)),
        _reviews_of_all(facts, before.isoformat()),
        coverage,
        *_names(connection),
    )


def _reviews_of_all(facts: GroupFacts, before: str) -> Iterator[DueText]:
    for owner_id, texts in facts.texts.items():
        for (function_id, software_id), held in texts.items():
            revision_id, is_draft, _number, _begins, due = held
            if due and due < before and not is_draft:
                yield DueText(owner_id, revision_id, function_id, software_id, day_of(due))


def ground_of_one(
    connection: Connection, department_id: str, today: date, before: date
) -> DueGround:
    """Reviews are those of the texts that hold for it, whoever wrote them."""
    facts = coverage_facts(connection, department_id, today, texts=False)
    covered = department_coverage(connection, facts, today, survival=False)
    return DueGround(
        connection,
        department_id,
        today,
        before,
        (department_id,),
        _to_try(connection, _waiting_in(covered)),
        _reviews_in(facts, today),
        lambda chosen: (covered,) if department_id in chosen else (),
        *_names(connection),
    )


def _to_try(connection: Connection, texts: Iterable[Waiting]) -> Iterator[Waiting]:
    gone = retired_software(connection)
    return (text for text in texts if text.software_id not in gone)


def _waiting_in(department: DepartmentCoverage) -> Iterator[Waiting]:
    key = department.department_id
    for use in department.uses:
        if use.since and use.software_id:
            yield Waiting(key, use.revision_id, use.function_id, use.software_id, use.since)


def _reviews_in(facts: CoverageFacts, today: date) -> Iterable[DueText]:
    reviews: dict[str, DueText] = {}
    for use in uses_of(facts, today):
        revision, procedure = use.revision, use.procedure
        if revision is None or procedure is None or revision.state is RevisionState.DRAFT:
            continue
        if revision.review_due_on is not None:
            reviews[revision.id] = DueText(
                procedure.owner_id,
                revision.id,
                procedure.function_id,
                procedure.software_id or "",
                revision.review_due_on,
            )
    return reviews.values()


def _names(
    connection: Connection,
) -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """Of nodes, functions and software."""
    code = spoken().code
    functions = {one.id: one.name(code) for one in functions_by_id(connection).values()}
    return node_names(connection), functions, software_names(connection)
