"""Proposals: somebody is asked to be referent, and has not said yes yet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from referent_desk.domain.nominations import ANSWER_WITHIN
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A line of the list of referents. Nobody counts as referent before they accept."""

    id: str
    person_id: str
    person: str
    role: str
    telephone: str
    department_id: str
    department: str
    kind: AppointmentKind
    rank: AppointmentRank
    software: str
    since: date | None
    until: date | None
    proposed_on: date
    proposed_by: str = ""

    def is_late(self, today: date) -> bool:
        return self.proposed_on + timedelta(days=ANSWER_WITHIN) <= today

    def fits(self, text: str) -> bool:
        """As the filter of the list finds: each word in a name."""
        names = folded(f"{self.person} {self.department} {self.software}")
        return all(word in names for word in folded(text).split())


def late_ones(proposals: Iterable[ProposalRow], today: date) -> tuple[ProposalRow, ...]:
    return tuple(one for one in proposals if one.is_late(today))
