"""From a draft to the shelf: submitted, approved by somebody else, reviewed after some months."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.check_codes import check_code
from referent_desk.domain.drafts import text_mark
from referent_desk.domain.procedures import ProcedureText, Reason, Revision, RevisionState
from referent_desk.domain.texts import folded

REVIEW_MONTHS = 12
LONGEST_REVIEW = 60
SIGNED_WITHIN = 14
"""Days after which an approval that was asked for is overdue."""
_TITLES = frozenset(
    [
        "dr",
        "docteur",
        "docteure",
        "pr",
        "prof",
        "professeur",
        "professeure",
        "m",
        "mr",
        "mme",
        "mlle",
        "mrs",
        "ms",
        "miss",
    ]
)
_BETWEEN_NAMES = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Submission:
    """Who gave the text out to be approved, and when; `seen` marks the text that they saw."""

    who: str
    day: date
    seen: str = ""


def is_submitted(revision: Revision) -> bool:
    """Whether the text that was submitted is the one that still stands there."""
    return (
        revision.state is RevisionState.DRAFT
        and revision.submitted_on is not None
        and revision.submitted_mark == text_mark(revision.text)
    )


def changed_since_submitted(revision: Revision) -> bool:
    """A draft that was submitted, and written on since: what is signed is another text."""
    return (
        revision.state is RevisionState.DRAFT
        and revision.submitted_on is not None
        and revision.submitted_mark != text_mark(revision.text)
    )


def submitted_reason(revision: Revision) -> Reason:
    fields = {
        "day": revision.submitted_on,
        "who": revision.submitted_by,
        "mark": fingerprint(revision.text),
    }
    return Reason("draft_submitted", fields)


def fingerprint(text: ProcedureText) -> str:
    """Four signs by which paper and program recognise one text."""
    return check_code(text_mark(text))


def review_due(approved_on: date, months: int | None) -> date:
    """The same day of the month, or the last one where that month has none."""
    year, month = divmod(approved_on.month - 1 + (months or REVIEW_MONTHS), 12)
    year, month = approved_on.year + year, month + 1
    return date(year, month, min(approved_on.day, monthrange(year, month)[1]))


def review_months(revision: Revision) -> int:
    """After how many months it is read again, by its days; a year where that is not known."""
    first, last = revision.approved_on, revision.review_due_on
    if first is None or last is None:
        return REVIEW_MONTHS
    return (last.year - first.year) * 12 + last.month - first.month


def same_person(one: str, other: str) -> bool:
    """Whether two names may be those of one person: `Dr C. DURAND` and `Claire Durand, cadre`.

    Case, accents, order, titles and what stands after a comma do not count; an initial stands for
    a name. A family name alone may be anybody of that name. Nobody is the same as a name not given.
    """
    fewer, more = sorted((_names(one), _names(other)), key=len)
    if not fewer:
        return False
    rest = list(more)
    for name in sorted(fewer, key=len, reverse=True):
        found = next((r for r in rest if _fits(name, r)), None)
        if found is None:
            return False
        rest.remove(found)
    return any(len(name) > 1 for name in fewer)


def _names(person: str) -> list[str]:
    words = _BETWEEN_NAMES.split(folded(person.partition(",")[0]))
    return [word for word in words if word and word not in _TITLES]


def _fits(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other
