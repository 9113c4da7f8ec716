"""Why a sheet is not what it was: each difference with the fact behind it and the day of that.

Facts carry their own day (a departure, a release gone live, a revision in force); of edited records
the log of changes tells it. Where nothing tells, there is no day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date

from referent_desk.domain.body_differences import BodyDifference, Difference, differences
from referent_desk.domain.change_logs import ChangeLog
from referent_desk.domain.check_codes import canonical_json
from referent_desk.domain.contact_reasons import People
from referent_desk.domain.coverage import CoverageFacts, Use, uses_of
from referent_desk.domain.filled_texts import texts_of
from referent_desk.domain.plain_reasons import (
    PLAIN,
    bar_reason,
    gone_reason,
    revision_reason,
    withdrawn_since,
    written_reason,
)
from referent_desk.domain.sheet_states import Reason
from referent_desk.domain.sheets import Bar, SheetContent
from referent_desk.domain.text_reasons import values_behind
from referent_desk.domain.values import dataclass

_MOST_TELLING_FIRST = (
    "procedure_written",
    "procedure_drafted",
    "procedure_gone",
    "procedure_withdrawn",
    "revision_approved",
    "newer_release",
    "verification_failed",
    "number_changed",
    "contact_number",
    "person_left",
    "appointment_ended",
    "appointed",
    "renamed",
    "contact_changed",
    "contact_gone",
    "contact_added",
    "need_unknown",
    "value_changed",
)
_RANK = {code: rank for rank, code in enumerate(_MOST_TELLING_FIRST)}
_ECHOES: Mapping[str, frozenset[str]] = {
    "running_release": frozenset({"newer_release", "verified"}),
    "never_verified": frozenset({"revision_approved", "procedure_written", "procedure_withdrawn"}),
    "is_draft": frozenset({"procedure_drafted", "procedure_withdrawn"}),
    "text_changed": frozenset({"revision_approved", "procedure_withdrawn"}),
    "bar_gone": frozenset(
        {"verified", "worked_partly", "verification_failed", "revision_approved", "newer_release"}
        | {"procedure_withdrawn"}
    ),
}
"""Reasons that say nothing more where one of the others is given."""


@dataclass(frozen=True, slots=True)
class AcceptedChapter:
    """A chapter that a department prints, and its present texts with their `{local values}`."""

    revision: int
    accepted_on: date | None
    templates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EndedUse:
    """A use of a software that has, or will have, a last day."""

    function_id: str
    software_id: str
    software: str
    until: date


@dataclass(frozen=True, slots=True)
class DatedFacts:
    """What may be behind a difference, as it is on `day`; `today` is when somebody asks.

    `chapters` are by code, `closed_lines` the last day of entries of the directory by label.
    """

    today: date
    day: date
    coverage: CoverageFacts
    log: ChangeLog = field(default_factory=ChangeLog)
    local: Mapping[str, str] = field(default_factory=dict)
    chapters: Mapping[str, AcceptedChapter] = field(default_factory=dict)
    closed_lines: Mapping[str, date] = field(default_factory=dict)
    ended_uses: tuple[EndedUse, ...] = ()


class Explainer:
    """Explains the sheets of one department; what all of them need is found once."""

    def __init__(self, facts: DatedFacts) -> None:
        self._facts = facts
        self._people = People(facts.coverage, facts.day, facts.log)
        self._uses: dict[str, Use] | None = None
        self._said: dict[tuple[str, str], tuple[Reason, ...]] = {}

    def why_changed(
        self, printed: str, present: SheetContent, printed_on: date | None = None
    ) -> tuple[Reason, ...]:
        """`printed` is the canonical JSON that was hashed. Never empty; the most telling first.

        The same paper in another copy has the same reasons.
        """
        key = present.subject, printed
        if key not in self._said:
            self._said[key] = self._why_changed(printed, present, printed_on)
        return self._said[key]

    def _why_changed(
        self, printed: str, present: SheetContent, printed_on: date | None
    ) -> tuple[Reason, ...]:
        now = json.loads(canonical_json(present.body, present.language))
        found: dict[tuple[object, ...], Reason] = {}
        for difference in differences(json.loads(printed), now):
            for reason in self._reasons(difference, present, printed_on):
                found.setdefault(_fact_behind(reason), reason)
        codes = {reason.code for reason in found.values()}
        telling = [r for r in found.values() if not codes & _ECHOES.get(r.code, frozenset())]
        telling.sort(key=lambda reason: _RANK.get(reason.code, len(_RANK)))
        return tuple(map(self._told, telling)) or (Reason("changed"),)

    def why_new(self, subject: str, filed_on: date | None = None) -> tuple[Reason, ...]:
        """A sheet that the copy does not hold yet; something was last filed on `filed_on`."""
        use = self._use(subject)
        since = use.deployment.since if use is not None else None
        if use is None or since is None or filed_on is None or since < filed_on:
            return (Reason("never_printed"),)
        return (self._told(Reason("used_since", {"software": use.software.name}, since)),)

    def why_gone(self, subject: str) -> tuple[Reason, ...]:
        """A sheet that the binder no longer wants."""
        kind, *ids = subject.split(":")
        if kind == "form":
            return (Reason("form_gone"),)
        for use in self._facts.ended_uses:
            key = [use.function_id, use.software_id] if use.function_id else [use.software_id]
            if ids == key and use.until <= self._facts.day:
                fields = {"software": use.software}
                return (self._told(Reason("no_longer_used", fields, use.until)),)
        return (Reason("no_longer_wanted"),)

    def _reasons(
        self, difference: BodyDifference, present: SheetContent, printed_on: date | None
    ) -> Iterator[Reason]:
        kind, use = difference.kind, self._use(present.subject)
        if kind is Difference.PERSON:
            yield self._people.reason(difference, present.language)
        elif kind is Difference.TEXTS:
            yield from self._texts(difference, present, use, printed_on)
        elif kind is Difference.BAR_ADDED:
            yield from filter(None, [withdrawn_since(use, printed_on)])
            yield bar_reason(Bar(difference.subject), use)
        elif kind is Difference.KIND:
            written = difference.after == "ProcedureBody"
            yield written_reason(use) if written else gone_reason(use)
        elif kind is Difference.LINE_GONE:
            label = difference.subject
            yield Reason("line_gone", {"label": label}, self._facts.closed_lines.get(label))
        elif kind is Difference.COVER and difference.subject == "opening_hours":
            fields = {"field": difference.subject}
            yield Reason("cover_changed", fields, self._hours_changed_on())
        else:
            yield PLAIN[kind](difference, use, self._facts.log)

    def _texts(
        self,
        difference: BodyDifference,
        present: SheetContent,
        use: Use | None,
        printed_on: date | None,
    ) -> Iterator[Reason]:
        """Local values first; what they do not account for is another text."""
        chapter = self._facts.chapters.get(present.subject.partition(":")[2])
        templates: tuple[str, ...] = ()
        if use is not None and use.revision is not None:
            templates = tuple(texts_of(use.revision.text))
        elif chapter is not None:
            templates = chapter.templates
        values, whole = values_behind(difference, templates, self._facts.local, self._facts.log)
        yield from values
        if whole:
            return
        if chapter is None:
            yield revision_reason(use, self._facts.log, printed_on)
        elif printed_on is None or chapter.accepted_on is None or chapter.accepted_on < printed_on:
            yield Reason("text_changed")
        else:
            yield Reason("chapter_accepted", {"number": chapter.revision}, chapter.accepted_on)

    def _use(self, subject: str) -> Use | None:
        """The uses are looked for once something is to be explained."""
        if self._uses is None:
            found = uses_of(self._facts.coverage, self._facts.day)
            self._uses = {subject_of(use): use for use in found}
        return self._uses.get(subject)

    def _hours_changed_on(self) -> date | None:
        facts = self._facts
        return facts.log.newest("node", ("opening_hours",), {facts.coverage.department_id})

    def _told(self, reason: Reason) -> Reason:
        """With what only today can tell: whether it is to come, and whether the year matters."""
        told: dict[str, object] = {}
        if self._facts.day > self._facts.today:
            told["to_come"] = True
        if reason.day is not None and reason.day.year != self._facts.today.year:
            told["year"] = reason.day.year
        return replace(reason, fields={**reason.fields, **told}) if told else reason


def _fact_behind(reason: Reason) -> tuple[object, ...]:
    """Equal for reasons that tell one fact: a new number is that of a person in every role."""
    fields = dict(reason.fields)
    if reason.code == "contact_number":
        fields.pop("label", None)
    return reason.code, reason.day, str(fields)


def subject_of(use: Use) -> str:
    """What a sheet of this use is about for good."""
    if use.function is None:
        return f"software:{use.software.id}"
    return f"procedure:{use.function.id}:{use.software.id}"
