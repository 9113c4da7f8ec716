"""Why another person stands on a sheet, or none: who left, whose time ended, who was appointed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from referent_desk.domain.body_differences import BodyDifference
from referent_desk.domain.change_logs import ChangeLog
from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.sheet_states import Reason
from referent_desk.language import language

_RANKS = {"referent": AppointmentRank.MAIN, "deputy": AppointmentRank.DEPUTY}
_NAMES_ON_SOFTWARE = frozenset({"software.it_owner", "software.name"})


def role_code(label: str, language_code: str) -> str:
    """`referent`, `deputy`, or nothing for a role that the paper itself names."""
    gettext = language(language_code).gettext
    known = {gettext("Software referent"): "referent", gettext("Deputy"): "deputy"}
    return known.get(label, "")


class People:
    """Those who are or were appointed in a department or above it, as they stand on `day`."""

    def __init__(self, coverage: CoverageFacts, day: date, log: ChangeLog) -> None:
        self.log = log
        self._day = day
        self._appointments = coverage.appointments
        self._people = coverage.people
        self._by_name = {person.full_name: person for person in coverage.people.values()}

    def reason(self, difference: BodyDifference, language_code: str) -> Reason:
        """Of a PERSON difference: `before` and `after` are the names on the two sheets."""
        was, now, label = difference.before, difference.after, difference.subject
        role = role_code(label, language_code)
        fields = {"role": role, "label": label, "was": was, "name": now}
        former, follower = self._by_name.get(was), self._by_name.get(now)
        if former is not None:
            role = fields["role"] = role or self._role_of(former)
            fields["post"] = former.role
            gone = self._departure(former, role)
            if gone is not None:
                return Reason(gone[0], fields, gone[1])
        if follower is not None and was and former is None:
            renamed = self._renamed_on(follower)
            if renamed is not None:
                return Reason("renamed", fields, renamed)
        if follower is not None:
            since = self._appointed_on(follower, role)
            if since is not None:
                return Reason("appointed", {**fields, "post": follower.role}, since)
        day = self.log.day_of(_NAMES_ON_SOFTWARE, was, now)
        return Reason(_changed(was, now), fields, day)

    def _departure(self, person: Person, role: str) -> tuple[str, date] | None:
        if person.left_on is not None and person.left_on < self._day:
            return "person_left", person.left_on
        ends = [a.until for a in self._held_by(person, role) if a.until and a.until < self._day]
        return ("appointment_ended", max(ends)) if ends else None

    def _appointed_on(self, person: Person, role: str) -> date | None:
        begun = [a.since for a in self._held_by(person, role) if a.since and a.since <= self._day]
        return max(begun, default=None)

    def _renamed_on(self, person: Person) -> date | None:
        return self.log.newest("person", ("last_name", "first_name"), {person.id})

    def _role_of(self, person: Person) -> str:
        """What somebody is whom a chapter names under a role of its own; nothing if two things."""
        held = {(a.kind, a.rank) for a in self._held_by(person, "") if a.software_id is None}
        [(kind, rank)] = held if len(held) == 1 else [(None, None)]
        if kind is not AppointmentKind.SOFTWARE:
            return ""
        return next(code for code, known in _RANKS.items() if known is rank)

    def _held_by(self, person: Person, role: str) -> Iterator[Appointment]:
        rank = _RANKS.get(role)
        for appointment in self._appointments:
            if appointment.person_id == person.id and (
                rank is None
                or (appointment.rank is rank and appointment.kind is AppointmentKind.SOFTWARE)
            ):
                yield appointment


def _changed(was: str, now: str) -> str:
    if not was:
        return "contact_added"
    return "contact_changed" if now else "contact_gone"
