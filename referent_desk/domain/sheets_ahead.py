"""Which sheets the known facts of the future will put out of date, and on which days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from referent_desk.domain.binders import Draft
from referent_desk.domain.check_codes import canonical_json
from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.people import Person
from referent_desk.domain.sheet_reasons import Explainer
from referent_desk.domain.sheet_states import Ahead
from referent_desk.domain.sheets import SheetContent

LOOKED_AHEAD = timedelta(days=60)
_NEXT_DAY = timedelta(days=1)


def days_ahead(
    coverage: CoverageFacts, staff: Iterable[Person], ends_of_uses: Iterable[date], today: date
) -> list[date]:
    """The days after today, within the time looked ahead, on which a known fact may count.

    What has a last day is gone on the day after it; a use is over on its last day already.
    """
    leaving = (_after(person.left_on) for person in staff)
    found = {
        day
        for day in (*_days(coverage), *leaving, *ends_of_uses)
        if day is not None and today < day <= today + LOOKED_AHEAD
    }
    return sorted(found)


def _days(coverage: CoverageFacts) -> Iterator[date | None]:
    for appointment in coverage.appointments:
        yield appointment.since
        yield _after(appointment.until)
    for person in coverage.people.values():
        yield _after(person.left_on)
    for lives in coverage.lives.values():
        yield from (live.live_on for live in lives)
    for revisions in coverage.revisions.values():
        for revision in revisions:
            yield revision.in_force_on
            yield _after(revision.review_due_on)
            yield revision.withdrawn_on


def _after(day: date | None) -> date | None:
    return day + _NEXT_DAY if day is not None and day < date.max else None


def ahead_on(
    day: date,
    before: Mapping[str, Draft],
    then: Mapping[str, Draft],
    codes: Mapping[str, str],
    language: str,
    explainer: Explainer,
) -> Iterator[Ahead]:
    """What `day` changes: `before` and `then` are the sheets by subject, `codes` theirs."""
    for subject, draft in then.items():
        former = before.get(subject)
        if former is None:
            yield Ahead(day, codes[subject], draft.title, explainer.why_new(subject))
        elif former.body is not draft.body and former.body != draft.body:
            content = SheetContent(subject, codes[subject], draft.title, language, draft.body)
            printed = canonical_json(former.body, language)
            yield Ahead(day, content.code, draft.title, explainer.why_changed(printed, content))
    for subject, draft in before.items():
        if subject not in then:
            yield Ahead(day, codes[subject], draft.title, explainer.why_gone(subject))
