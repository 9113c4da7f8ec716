"""Who answers for a department on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.chapters import Holder
from referent_desk.domain.coverage import CoverageFacts, referents_of
from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.people import AppointmentKind, AppointmentRank, Person
from referent_desk.domain.sheets import Contact
from referent_desk.domain.support_lines import answering
from referent_desk.language import Language
from referent_desk.words.short_hours import short_hours


@dataclass(frozen=True, slots=True)
class Officers:
    """For all the software of the department, longest in office first; none where nobody does.

    `singly`: the ranks in which somebody answers for one of its programs alone.
    """

    referents: tuple[Person, ...]
    deputies: tuple[Person, ...]
    security: tuple[Person, ...]
    singly: frozenset[AppointmentRank] = frozenset()

    @property
    def people(self) -> Iterable[Person]:
        return (*self.referents, *self.deputies, *self.security)


def officers_of(coverage: CoverageFacts, today: date) -> Officers:
    software, main = AppointmentKind.SOFTWARE, AppointmentRank.MAIN
    return Officers(
        referents_of(coverage, today, software, main),
        referents_of(coverage, today, software, AppointmentRank.DEPUTY),
        referents_of(coverage, today, AppointmentKind.SECURITY, main),
        frozenset(_ranks_held_singly(coverage, today)),
    )


def _ranks_held_singly(coverage: CoverageFacts, today: date) -> Iterator[AppointmentRank]:
    kind, used = AppointmentKind.SOFTWARE, {use.software_id for use in coverage.deployments}
    for rank in AppointmentRank:
        one_by_one = {
            a.software_id for a in coverage.appointments if a.rank is rank and a.kind is kind
        }
        if any(referents_of(coverage, today, kind, rank, id_) for id_ in one_by_one & used):
            yield rank


def holders_of(
    officers: Officers, numbers: KnownNumbers, language: Language
) -> dict[Holder, tuple[Contact, ...]]:
    """Who holds each role of the first sheets; without the roles that nobody holds."""
    named = {
        Holder.SOFTWARE_REFERENT: officers.referents,
        Holder.SOFTWARE_DEPUTY: officers.deputies,
        Holder.SECURITY_REFERENT: officers.security,
    }
    holders = {
        holder: tuple(Contact("", each.full_name, each.printed_telephone) for each in people)
        for holder, people in named.items()
        if people
    }
    ranks = {
        Holder.SOFTWARE_REFERENT: AppointmentRank.MAIN,
        Holder.SOFTWARE_DEPUTY: AppointmentRank.DEPUTY,
    }
    for holder, rank in ranks.items():
        if rank in officers.singly:
            told = Contact("", language.gettext("named on each sheet"))
            holders.setdefault(holder, (told,))
    for purpose in Purpose:
        if number := numbers.of(purpose):
            holders[Holder(str(purpose))] = (Contact("", "", number),)
    return holders


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
        Contact(role, person.full_name, person.printed_telephone, short_hours(person, language))
        for rank, role in roles
        for person in referents_of(coverage, today, AppointmentKind.SOFTWARE, rank, software_id)
    ]
