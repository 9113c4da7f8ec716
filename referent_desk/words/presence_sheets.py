"""When the referents are there, as the sheet of decisions prints it: the usual weeks alone.

Absences are left out: a holiday makes no sheet out of date.
"""

from __future__ import annotations

from collections.abc import Sequence

from referent_desk.domain.neighbours import NearReferent
from referent_desk.domain.people import Person
from referent_desk.domain.rotations import read_rotation
from referent_desk.domain.sheets import DirectoryLine
from referent_desk.domain.timed_numbers import number_by_night
from referent_desk.language import Language
from referent_desk.words.presences import weeks_in_turn


def present_lines(
    officers: tuple[Sequence[Person], Sequence[Person], Sequence[Person]],
    on_call: str,
    near: Sequence[NearReferent],
    language: Language,
    *,
    singly: bool = False,
) -> tuple[DirectoryLine, ...]:
    """`officers`: for software, their deputy, for security. Nothing where nobody's hours are known.

    After them the referents of the neighbours; the last line says whom to call at any other hour,
    or at all where nobody is referent. `singly`: somebody is, of one program alone; the IT on call
    stands beside its role.
    """
    _ = language.gettext
    roles = _("software referent"), _("deputy"), _("security referent")
    held: dict[str, list[str]] = {}
    people: dict[str, Person] = {}
    for role, those in zip(roles, officers, strict=True):
        for person in those:
            people[person.id] = person
            held.setdefault(person.id, []).append(role)
    lines = [_line(people[key], ", ".join(told), language) for key, told in held.items()]
    known = [line for line in lines if line.hours]
    if lines and not known:
        return ()
    called = [_neighbour(one, language) for one in near]
    if singly and not lines:
        where = _("hours on its sheet, or at the end of the directory (ANN)")
        return (DirectoryLine(_("Referent of each program"), "", hours=where), *called)
    if on_call:
        orphan = _("at any hour: no referent here for all the software")
        when = _("nights, weekends and any other hour") if lines else orphan
        number = number_by_night(on_call) if lines else on_call
        called.append(DirectoryLine(_("IT on call"), number, hours=when))
    return (*known, *called)


def _neighbour(one: NearReferent, language: Language) -> DirectoryLine:
    """Name and number each alone: erasing the name finds both."""
    said = language.gettext("neighbour department {department}, {hours}")
    hours = said.format(department=one.department, hours=_line(one.person, "", language).hours)
    return DirectoryLine(one.person.full_name, one.person.printed_telephone, hours=hours)


def _line(person: Person, role: str, language: Language) -> DirectoryLine:
    """Their number stands on the sheet beside their role."""
    rotation = read_rotation(person.working_hours, person.week_one)
    hours: tuple[str, ...] = ()
    if person.working_hours and rotation is not None:
        hours = weeks_in_turn(rotation, language)
    return DirectoryLine(
        f"{person.full_name} ({role})", "", hours=language.gettext("; ").join(hours)
    )
