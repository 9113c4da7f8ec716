"""What proposals, letters and the office of security give to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from referent_desk.domain.people import Person
from referent_desk.domain.proposals import ProposalRow, late_ones
from referent_desk.domain.tasks import Lead, Task, Urgency
from referent_desk.domain.values import dataclass

LETTER_WITHIN = timedelta(days=90)
"""For so long after an office began its letter is asked for: of older ones it lies on paper."""
NOMINATION_MINUTES: Mapping[str, int] = {
    "proposal_waits": 3,
    "no_security_referent": 2,
    "letter_missing": 4,
}


@dataclass(frozen=True, slots=True)
class Unwritten:
    """Somebody in office since a while whose letter of appointment was never written."""

    appointment_id: str
    person_id: str
    person: str
    since: date


@dataclass(frozen=True, slots=True)
class NominationFacts:
    """Of one department. `referent` answers for its software, `has_security`: somebody answers for
    its security, here or above."""

    proposals: tuple[ProposalRow, ...] = ()
    unwritten: tuple[Unwritten, ...] = ()
    referent: Person | None = None
    has_security: bool = False


def nomination_tasks(facts: NominationFacts, today: date) -> Iterable[Task]:
    late = sorted(late_ones(facts.proposals, today), key=lambda one: (one.proposed_on, one.id))
    if late:
        first = late[0]
        yield Task(
            "proposal_waits",
            Urgency.SOON,
            NOMINATION_MINUTES["proposal_waits"] * len(late),
            Lead.PROPOSAL,
            (first.person_id, first.id),
            tuple(one.person for one in late),
            {"count": len(late), "day": first.proposed_on},
        )
    if facts.referent is not None and not facts.has_security:
        person = facts.referent
        yield Task(
            "no_security_referent",
            Urgency.LATER,
            NOMINATION_MINUTES["no_security_referent"],
            Lead.APPOINTMENT,
            ("security", person.id, person.full_name),
            (),
            {"person": person.full_name},
        )
    recent = [one for one in facts.unwritten if today - one.since <= LETTER_WITHIN]
    if recent:
        yield Task(
            "letter_missing",
            Urgency.LATER,
            NOMINATION_MINUTES["letter_missing"] * len(recent),
            Lead.PROPOSAL,
            (recent[0].person_id, recent[0].appointment_id),
            tuple(one.person for one in recent),
            {"count": len(recent)},
        )
