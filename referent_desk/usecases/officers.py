"""Who answers for a department on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.coverage import CoverageFacts, referent_of, referents_of
from referent_desk.domain.directory import DirectoryEntry
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.people import AppointmentKind, AppointmentRank, Person
from referent_desk.domain.sheets import Contact
from referent_desk.domain.support_lines import answering
from referent_desk.language import Language


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


def numbers_of(
    coverage: CoverageFacts,
    today: date,
    said: Mapping[str, str],
    directory: Iterable[DirectoryEntry],
    manager: Person | None,
) -> KnownNumbers:
    """What a department can call: what it said, its directory, its officers, its programs."""
    officers = (*officers_of(coverage, today).people, manager)
    used = dict.fromkeys(use.software_id for use in coverage.deployments)
    programs = (coverage.software[id_] for id_ in used if id_ in coverage.software)
    return KnownNumbers(said, directory, filter(None, officers), answering(programs))


def called_for(
    coverage: CoverageFacts, today: date, software_id: str | None, language: Language
) -> list[Contact]:
    """All who answer for a program, the referents first: where there are two, each is called."""
    _ = language.gettext
    roles = (
        (AppointmentRank.MAIN, _("Software referent")),
        (AppointmentRank.DEPUTY, _("Deputy")),
    )
    return [
        Contact(role, person.full_name, person.printed_telephone)
        for rank, role in roles
        for person in referents_of(coverage, today, AppointmentKind.SOFTWARE, rank, software_id)
    ]
