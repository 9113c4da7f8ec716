"""What the life of a text gives to do: a signature, a review, a newer text above one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from referent_desk.domain.approvals import SIGNED_WITHIN
from referent_desk.domain.tasks import Due, Lead, Task, Urgency

REVIEW_NEAR = 30
"""Days before a review is due."""
APPROVAL_MINUTES: Mapping[str, int] = {
    "approval_waits": 3,
    "review_due": 10,
    "review_near": 10,
    "upper_text": 5,
}


@dataclass(frozen=True, slots=True)
class WaitingText:
    """A text of a use that the department has, and the day it is about.

    Who `about`: who submitted it, or whose the newer text is.
    """

    function_id: str
    software_id: str | None
    revision_id: str
    title: str
    day: date
    about: str = ""
    is_own: bool = True


@dataclass(frozen=True, slots=True)
class ApprovalFacts:
    """Each text once, however many uses it serves.

    `submitted` drafts wait for a signature, `reviews` are texts in force with the day their review
    is due, `uppers` those with a newer text above; `beginnings` and `withdrawals` are yet to come.
    """

    submitted: tuple[WaitingText, ...] = ()
    reviews: tuple[WaitingText, ...] = ()
    uppers: tuple[WaitingText, ...] = ()
    beginnings: tuple[WaitingText, ...] = ()
    withdrawals: tuple[WaitingText, ...] = ()


def approval_tasks(facts: ApprovalFacts, today: date) -> Iterable[Task]:
    """What belongs to a node above is its owner's: here it is told when late, and can wait."""
    near = today + timedelta(days=REVIEW_NEAR)
    late = [text for text in facts.reviews if text.day < today]
    soon = [text for text in facts.reviews if today <= text.day <= near and text.is_own]
    for urgency, is_own in ((Urgency.SOON, True), (Urgency.LATER, False)):
        yield from _task("approval_waits", urgency, Lead.APPROVAL, _of(facts.submitted, is_own))
        yield from _task("review_due", urgency, Lead.PROCEDURE, _of(late, is_own))
        yield from _task("upper_text", urgency, Lead.UPPER_TEXT, _of(facts.uppers, is_own))
    yield from _task("review_near", Urgency.LATER, Lead.PROCEDURE, soon)


def _of(texts: Iterable[WaitingText], is_own: bool) -> list[WaitingText]:
    return [text for text in texts if text.is_own is is_own]


def _task(code: str, urgency: Urgency, lead: Lead, texts: Iterable[WaitingText]) -> Iterable[Task]:
    """One task for all of them: it leads to the one that has waited longest."""
    waiting = sorted(texts, key=lambda text: (text.day, text.title.casefold()))
    if waiting:
        first = waiting[0]
        yield Task(
            code,
            urgency,
            APPROVAL_MINUTES[code] * len(waiting),
            lead,
            (first.function_id, first.software_id),
            tuple(dict.fromkeys(text.title for text in waiting)),
            {"count": len(waiting), "day": first.day, "about": first.about},
        )


def approval_dues(facts: ApprovalFacts, today: date) -> Iterable[Due]:
    """The days to come, those of today among them."""
    signed = timedelta(days=SIGNED_WITHIN)
    dated = (
        *(("approval_due", text.day + signed, text.title) for text in facts.submitted),
        *(("review_due", text.day, text.title) for text in facts.reviews),
        *(("text_begins", text.day, text.title) for text in facts.beginnings),
        *(("text_withdrawn", text.day, text.title) for text in facts.withdrawals),
    )
    for code, day, title in dated:
        if day >= today:
            yield Due(code, day, title)
