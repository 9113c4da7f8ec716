"""What bears on reading and practising, gathered for one department or for many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256

from referent_desk.domain.acknowledgements import Share, Taught
from referent_desk.domain.check_codes import check_code
from referent_desk.domain.coverage import CoverageFacts, Use
from referent_desk.domain.dues import DueRow
from referent_desk.domain.procedures import RevisionState
from referent_desk.domain.reading_tasks import (
    Newcomer,
    ReadingFacts,
    ReadProcedure,
    reading_rows,
)
from referent_desk.domain.sheet_reasons import subject_of
from referent_desk.language import spoken
from referent_desk.storage.acknowledgements import (
    newcomers_in,
    readers_counts,
    share_in,
    staff_counts,
)
from referent_desk.storage.database import Connection


@dataclass(frozen=True, slots=True)
class ReadingCounts:
    """Of many departments: their staff, and how many of it have read each revision."""

    staff: Mapping[str, int]
    readers: Mapping[tuple[str, str], int]

    def share(self, department_id: str, revision_id: str) -> Share:
        return share_in(self.staff, self.readers, department_id, revision_id)


def reading_counts(
    connection: Connection, today: date, department_ids: Iterable[str] | None = None
) -> ReadingCounts:
    """Of these departments or of all: two questions to the database."""
    ids = None if department_ids is None else sorted(set(department_ids))
    return ReadingCounts(
        staff_counts(connection, today, ids), readers_counts(connection, today, ids)
    )


def reading_facts(
    connection: Connection, coverage: CoverageFacts, uses: Iterable[Use], today: date
) -> ReadingFacts:
    """`uses` are those of `coverage` on that day."""
    department_id = coverage.department_id
    taught = taught_of(coverage, uses)
    if not taught:
        return ReadingFacts()
    counts = reading_counts(connection, today, [department_id])
    new = newcomers_in(connection, today, department_id, (one.revision_id for one in taught))
    return ReadingFacts(
        tuple(_read_procedures(counts, department_id, taught)),
        tuple(Newcomer(p.person_id or "", p.name, p.known_since or today) for p in new),
        has_begun=bool(counts.readers),
    )


def reading_due_rows(
    counts: ReadingCounts, coverage: CoverageFacts, uses: Iterable[Use]
) -> Iterator[DueRow]:
    """Of one of many departments: `counts` were read once for all of them."""
    department_id = coverage.department_id
    read = _read_procedures(counts, department_id, taught_of(coverage, uses))
    return reading_rows(department_id, coverage.path_names.get(department_id, ""), read)


def _read_procedures(
    counts: ReadingCounts, department_id: str, taught: Iterable[Taught]
) -> Iterator[ReadProcedure]:
    for one in taught:
        if one.is_critical:
            share = counts.share(department_id, one.revision_id)
            yield ReadProcedure(one.revision_id, one.function, one.in_force_on, share)


def taught_of(
    coverage: CoverageFacts, uses: Iterable[Use], codes: Mapping[str, str] | None = None
) -> tuple[Taught, ...]:
    """Each approved text in force once, in the order of functions; a draft is taught to nobody.

    `codes` of the sheets, by their subject.
    """
    found: dict[str, Taught] = {}
    for use in uses:
        revision = use.revision
        if revision is None or revision.state is RevisionState.DRAFT or use.function is None:
            continue
        rated = _criticality(coverage, use)
        before = found.get(revision.id)
        if before is not None and (before.criticality or 9) <= (rated or 9):
            continue
        found[revision.id] = Taught(
            procedure_id=revision.procedure_id,
            revision_id=revision.id,
            number=revision.number or 0,
            title=revision.text.title,
            function=use.function.name(spoken().code),
            software=use.software.name,
            sheet_code=(codes or {}).get(subject_of(use), ""),
            mark=revision_mark(revision.id),
            criticality=rated,
            in_force_on=revision.in_force_on or revision.approved_on,
            approved_on=revision.approved_on,
        )
    return tuple(found.values())


@lru_cache(maxsize=4096)
def revision_mark(revision_id: str) -> str:
    """Four characters that tell a revision from every other on the sheet that is signed."""
    return check_code(sha256(revision_id.encode()).hexdigest())


def _criticality(coverage: CoverageFacts, use: Use) -> int | None:
    """Of the use, else of the software, else of what is usual for software of its kind."""
    kind = coverage.kinds.get(use.software.kind_id or "")
    return (
        use.deployment.criticality
        or use.software.criticality
        or (kind.criticality if kind is not None else None)
    )
