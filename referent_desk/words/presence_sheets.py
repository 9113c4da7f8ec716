"""When the referents are there, as the sheet of decisions prints it: the usual weeks alone.

Absences are left out: a holiday makes no sheet out of date.
"""

from __future__ import annotations

from referent_desk.domain.people import Person
from referent_desk.domain.rotations import read_rotation
from referent_desk.domain.sheets import DirectoryLine
from referent_desk.language import Language
from referent_desk.words.presences import on_call_text, weeks_in_turn


def present_lines(
    officers: tuple[Person | None, Person | None, Person | None],
    on_call: str,
    language: Language,
) -> tuple[DirectoryLine, ...]:
    """`officers`: for software, their deputy, for security. Nothing where nobody's hours are known.

    The last line says whom to call at any other hour.
    """
    _ = language.gettext
    roles = _("software referent"), _("deputy"), _("security referent")
    held: dict[str, list[str]] = {}
    people: dict[str, Person] = {}
    for role, person in zip(roles, officers, strict=True):
        if person is not None:
            people[person.id] = person
            held.setdefault(person.id, []).append(role)
    found = [_line(people[key], ", ".join(those), language) for key, those in held.items()]
    known = [line for line in found if line.hours]
    if known and on_call:
        known.append(
            DirectoryLine(_("at any other hour"), "", hours=on_call_text(on_call, language))
        )
    return tuple(known)


def _line(person: Person, role: str, language: Language) -> DirectoryLine:
    """Their number stands on the sheet beside their role."""
    rotation = read_rotation(person.working_hours, person.week_one)
    hours: tuple[str, ...] = ()
    if person.working_hours and rotation is not None:
        hours = weeks_in_turn(rotation, language)
    return DirectoryLine(
        f"{person.full_name} ({role})", "", hours=language.gettext("; ").join(hours)
    )
