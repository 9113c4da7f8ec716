"""Coverage by function and readiness: what departments can do without their software today.

A department is covered when each of its critical functions is, with each software that it uses for
it: an approved procedure holds there, it worked when somebody tried it in this department on the
release that runs, and it has not failed since. Critical is what is rated 1 or 2 for the department,
for the software or for its kind, and whatever nobody has rated: nobody said that it can wait. A
review that is overdue is said and does not uncover anything. A department that has said nothing is
not covered; one that has said what it does, none of it critical, does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from referent_desk.domain.means import Standing
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.values import dataclass

CRITICAL = 2
CARE_SHARE = 66
"""Per cent of the activity that plans must cover: CaRE domain 2, objective O1.C."""
DRILL_WITHIN = timedelta(days=365)
_STATES = {state: number for number, state in enumerate(ProcedureState)}
_UNWRITTEN = frozenset({ProcedureState.MISSING, ProcedureState.DRAFT_ONLY})
_COVERED = frozenset({ProcedureState.UP_TO_DATE, ProcedureState.REVIEW_DUE})


class CoveredUse(NamedTuple):
    """One function × software of a department. There are tens of thousands: so a tuple.

    `function_id` is empty where nobody said what the software is for, `software_id` where nobody
    said which software does it. `outage` is the tolerated interruption in minutes. `owner_id` is
    the node whose procedure holds. `standing`: what survives the usual failure; None where
    that was not asked, as it takes longer than all the rest. `since` is the day
    (ISO) since which it waits to be verified, empty where it does not.
    """

    function_id: str
    software_id: str
    criticality: int | None
    outage: int | None
    state: ProcedureState
    revision_id: str = ""
    owner_id: str = ""
    has_referent: bool = False
    standing: Standing | None = None
    since: str = ""

    @property
    def is_critical(self) -> bool:
        return self.criticality is None or self.criticality <= CRITICAL

    @property
    def is_written(self) -> bool:
        return self.state not in _UNWRITTEN

    @property
    def is_covered(self) -> bool:
        return self.state in _COVERED

    @property
    def is_nobodys(self) -> bool:
        """Critical and not covered, and nobody answers for it, whatever the software."""
        return not self.has_referent and self.is_critical and not self.is_covered

    @property
    def is_hole(self) -> bool:
        """Neither approved nor, if it was tried, found to work."""
        return not self.is_written or self.state is ProcedureState.FAILED


class Cover(StrEnum):
    """How a department stands, from the worst to the best."""

    UNSAID = "unsaid"
    HOLES = "holes"
    WRITTEN = "written"
    COVERED = "covered"
    NOTHING_CRITICAL = "nothing_critical"


class BinderStanding(StrEnum):
    """OLDER: a procedure that holds now was approved, or came into force, after the last filing.

    FILED says no more than that none was: the state of each sheet is told by the binder.
    """

    NONE = "none"
    OLDER = "older"
    FILED = "filed"


@dataclass(frozen=True, slots=True)
class DepartmentCoverage:
    """`uses` in the order of functions. `establishment` and `pole` are names, empty where none is.

    `beds` are those that no unit below counts; None where nobody said. `newest_text` is the day
    since which the youngest of its procedures holds, `filed_on` the day of the last signed filing.
    """

    department_id: str
    name: str
    code: str = ""
    establishment: str = ""
    pole: str = ""
    beds: int | None = None
    uses: tuple[CoveredUse, ...] = ()
    has_referent: bool = False
    filed_on: date | None = None
    newest_text: date | None = None
    last_drill: date | None = None

    @property
    def cover(self) -> Cover:
        critical = [use for use in self.uses if use.is_critical]
        if not self.uses:
            return Cover.UNSAID
        if not critical:
            return Cover.NOTHING_CRITICAL
        if all(use.is_covered for use in critical):
            return Cover.COVERED
        return Cover.HOLES if any(use.is_hole for use in critical) else Cover.WRITTEN

    @property
    def binder(self) -> BinderStanding:
        if self.filed_on is None:
            return BinderStanding.NONE
        is_older = self.newest_text is not None and self.newest_text > self.filed_on
        return BinderStanding.OLDER if is_older else BinderStanding.FILED

    def has_played(self, today: date) -> bool:
        return self.last_drill is not None and self.last_drill + DRILL_WITHIN >= today

    def is_ready(self, today: date) -> bool:
        """Covered, with a referent, a binder on the shelf, and a drill within the year."""
        return (
            self.cover in {Cover.COVERED, Cover.NOTHING_CRITICAL}
            and self.has_referent
            and self.binder is BinderStanding.FILED
            and self.has_played(today)
        )


def worst_use(uses: Iterable[CoveredUse]) -> CoveredUse | None:
    """Of a function with several software, the one that tells how it stands; of those that stand
    alike, the one that is nobody's."""
    return min(uses, key=lambda use: (_STATES[use.state], not use.is_nobodys), default=None)


def uses_by_function(uses: Iterable[CoveredUse]) -> Mapping[str, tuple[CoveredUse, ...]]:
    found: dict[str, tuple[CoveredUse, ...]] = {}
    for use in uses:
        found[use.function_id] = (*found.get(use.function_id, ()), use)
    return found


@dataclass(frozen=True, slots=True)
class FunctionCounts:
    """Functions × software of one department; `critical` and what follows are of these only."""

    uses: int = 0
    critical: int = 0
    written: int = 0
    covered: int = 0
    nobodys: int = 0


def counts_of(uses: Iterable[CoveredUse]) -> FunctionCounts:
    known = tuple(uses)
    critical = [use for use in known if use.is_critical]
    return FunctionCounts(
        len(known),
        len(critical),
        sum(use.is_written for use in critical),
        sum(use.is_covered for use in critical),
        sum(use.is_nobodys for use in known),
    )


@dataclass(frozen=True, slots=True)
class Totals:
    """Of many departments. `beds…` are of those whose beds are known, `beds_unknown` counts others.

    Departments where nothing is critical are in `nothing_critical` and in no other number.
    """

    departments: int = 0
    covered: int = 0
    written: int = 0
    unsaid: int = 0
    nothing_critical: int = 0
    beds: int = 0
    beds_covered: int = 0
    beds_unknown: int = 0

    @property
    def share(self) -> int | None:
        return per_cent(self.covered, self.departments)

    @property
    def written_share(self) -> int | None:
        """Of departments that have an approved procedure for all that is critical, or more."""
        return per_cent(self.covered + self.written, self.departments)

    @property
    def beds_share(self) -> int | None:
        return per_cent(self.beds_covered, self.beds)


def per_cent(part: int, whole: int) -> int | None:
    """Rounded down: 65.9 is not 66. None of nothing."""
    return part * 100 // whole if whole else None


def totals_of(departments: Iterable[DepartmentCoverage]) -> Totals:
    counts = dict.fromkeys(Cover, 0)
    beds = beds_covered = beds_unknown = 0
    for department in departments:
        cover = department.cover
        counts[cover] += 1
        if cover is Cover.NOTHING_CRITICAL:
            continue
        if department.beds is None:
            beds_unknown += 1
        else:
            beds += department.beds
            beds_covered += department.beds if cover is Cover.COVERED else 0
    nothing_critical = counts[Cover.NOTHING_CRITICAL]
    return Totals(
        departments=sum(counts.values()) - nothing_critical,
        covered=counts[Cover.COVERED],
        written=counts[Cover.WRITTEN],
        unsaid=counts[Cover.UNSAID],
        nothing_critical=nothing_critical,
        beds=beds,
        beds_covered=beds_covered,
        beds_unknown=beds_unknown,
    )


def own_beds(
    beds: Mapping[str, int | None], parents: Mapping[str, str | None]
) -> dict[str, int | None]:
    """By department: its beds less those of the units right below it, so that none counts twice.

    Both are of departments that keep a binder only. One that said nothing has none of its own
    where its units said theirs.
    """
    below: dict[str, int] = {}
    for key, parent in parents.items():
        count = beds.get(key)
        if parent is not None and parent in beds and count is not None:
            below[parent] = below.get(parent, 0) + count
    found: dict[str, int | None] = {}
    for key, count in beds.items():
        units = below.get(key)
        if units is None:
            found[key] = count
        else:
            found[key] = max(0, (count or 0) - units)
    return found
