"""Who answers for a department on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.coverage import CoverageFacts, referent_of
from referent_desk.domain.people import AppointmentKind, AppointmentRank, Person


@dataclass(frozen=True, slots=True)
class Officers:
    """None where nobody does."""

    referent: Person | None
    deputy: Person | None
    security: Person | None

    @property
    def people(self) -> Iterable[Person]:
        return filter(None, (self.referent, self.deputy, self.security))


def officers_of(coverage: CoverageFacts, today: date) -> Officers:
    software, main = AppointmentKind.SOFTWARE, AppointmentRank.MAIN
    return Officers(
        referent_of(coverage, today, software, main),
        referent_of(coverage, today, software, AppointmentRank.DEPUTY),
        referent_of(coverage, today, AppointmentKind.SECURITY, main),
    )
