"""What is due and when, of one department or of all: verifications, reviews, approvals, actions,
appointments that end, checks of the shelf, and releases that go live.

Whatever else has days adds a contributor to `CONTRIBUTORS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.coverage import uses_of
from referent_desk.domain.dues import DueRow, Duty, in_order
from referent_desk.domain.group_coverage import group_coverage
from referent_desk.domain.procedures import RevisionState
from referent_desk.domain.readiness import DepartmentCoverage
from referent_desk.language import spoken
from referent_desk.storage.database import Connection
from referent_desk.storage.dues import DuePlace, DueReading, DueText
from referent_desk.storage.places import node_names, software_names
from referent_desk.storage.procedures import coverage_facts, functions_by_id
from referent_desk.storage.readiness import group_facts
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.due_plans import dial_dues, drill_dues, reading_dues, stop_dues
from referent_desk.usecases.readiness import department_coverage, uncollected


@dataclass(frozen=True, slots=True)
class DueGround:
    """What contributors begin from. `reviews` are the approved texts that hold and have a day.

    `department_id` None: all of them are asked for. Names are by id, in the reader's language.
    """

    connection: Connection
    department_id: str | None
    today: date
    departments: tuple[DepartmentCoverage, ...]
    reviews: tuple[DueText, ...]
    nodes: Mapping[str, str]
    functions: Mapping[str, str]
    software: Mapping[str, str]

    @property
    def reading(self) -> DueReading:
        return DueReading(self.connection, self.department_id, self.today)

    def subject(self, function_id: str, software_id: str) -> str:
        """`Prescription · Dossier+`"""
        function, software = self.functions.get(function_id, ""), self.software.get(software_id, "")
        return f"{function} · {software}" if function and software else function or software


Contributor = Callable[[DueGround], Iterable[DueRow]]


def list_dues(desk: Desk, department_id: str | None = None) -> tuple[DueRow, ...]:
    """The longest overdue first. What belongs to a node above is told once, as of that node."""
    today = desk.clock.today()
    with desk.database.read() as connection, uncollected():
        if department_id is None:
            ground = _ground_of_all(connection, today)
        else:
            ground = _ground_of_one(connection, department_id, today)
        return in_order(row for contribute in CONTRIBUTORS for row in contribute(ground))


def _ground_of_all(connection: Connection, today: date) -> DueGround:
    facts = group_facts(connection, today)
    reviews = tuple(
        DueText(owner_id, held[1], function_id, software_id, date.fromisoformat(held[5]))
        for owner_id, texts in facts.texts.items()
        for (function_id, software_id), held in texts.items()
        if held[5] and not held[2]
    )
    return _ground(connection, None, today, tuple(group_coverage(facts, today)), reviews)


def _ground_of_one(connection: Connection, department_id: str, today: date) -> DueGround:
    """Reviews are those of the texts that hold for it, whoever wrote them."""
    facts = coverage_facts(connection, department_id, today, texts=False)
    covered = department_coverage(connection, facts, today, survival=False)
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
    return _ground(connection, department_id, today, (covered,), tuple(reviews.values()))


def _ground(
    connection: Connection,
    department_id: str | None,
    today: date,
    departments: tuple[DepartmentCoverage, ...],
    reviews: tuple[DueText, ...],
) -> DueGround:
    code = spoken().code
    return DueGround(
        connection,
        department_id,
        today,
        departments,
        reviews,
        node_names(connection),
        {f.id: f.name(code) for f in functions_by_id(connection).values()},
        software_names(connection),
    )


def _verifications(ground: DueGround) -> Iterator[DueRow]:
    """Each approved text with each software, since it holds or since the newer release runs."""
    for department in ground.departments:
        for use in department.uses:
            if use.since and use.software_id:
                yield DueRow(
                    Duty.VERIFICATION,
                    department.department_id,
                    department.name,
                    f"{use.revision_id} {use.software_id}",
                    ground.subject(use.function_id, use.software_id),
                    date.fromisoformat(use.since),
                )


def _reviews(ground: DueGround) -> Iterator[DueRow]:
    return _texts(ground, Duty.REVIEW, ground.reviews)


def _approvals(ground: DueGround) -> Iterator[DueRow]:
    return _texts(ground, Duty.APPROVAL, ground.reading.drafts())


def _texts(ground: DueGround, what: Duty, texts: Iterable[DueText]) -> Iterator[DueRow]:
    for text in texts:
        subject = ground.subject(text.function_id, text.software_id)
        name = ground.nodes.get(text.owner_id, "")
        yield DueRow(what, text.owner_id, name, text.revision_id, subject, text.day)


def _actions(ground: DueGround) -> Iterator[DueRow]:
    return _places(ground, Duty.ACTION, ground.reading.actions())


def _office_ends(ground: DueGround) -> Iterator[DueRow]:
    return _places(ground, Duty.APPOINTMENT_END, ground.reading.office_ends())


def _shelf_checks(ground: DueGround) -> Iterator[DueRow]:
    return _places(ground, Duty.SHELF_CHECK, ground.reading.shelf_checks())


def _places(ground: DueGround, what: Duty, places: Iterable[DuePlace]) -> Iterator[DueRow]:
    for place in places:
        name = ground.nodes.get(place.node_id, "")
        yield DueRow(what, place.node_id, name, place.key, place.subject, place.day, place.person)


def _releases(ground: DueGround) -> Iterator[DueRow]:
    for one in ground.reading.releases():
        subject = " ".join((ground.software.get(one.software_id, ""), one.version))
        name = ground.nodes.get(one.department_id, "")
        yield DueRow(Duty.RELEASE, one.department_id, name, one.release_id, subject, one.day)


CONTRIBUTORS: tuple[Contributor, ...] = (
    _verifications,
    _reviews,
    _approvals,
    _actions,
    _office_ends,
    _shelf_checks,
    _releases,
    drill_dues,
    stop_dues,
    dial_dues,
    reading_dues,
)
