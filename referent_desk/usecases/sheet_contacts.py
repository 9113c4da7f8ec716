"""Whom a sheet says to call when a program is down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from referent_desk.domain.coverage import CoverageFacts, Use
from referent_desk.domain.directory import Purpose
from referent_desk.domain.hotlines import numbers_apart
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.procedures import UsefulNumber
from referent_desk.domain.sheets import Contact, DirectoryLine
from referent_desk.domain.software import Software
from referent_desk.domain.support_lines import (
    is_answered_by,
    programs_outside,
    with_hours_of,
)
from referent_desk.language import Language
from referent_desk.usecases.officers import called_for


def sheet_contacts(
    coverage: CoverageFacts,
    today: date,
    numbers: KnownNumbers,
    use: Use | None,
    language: Language,
) -> tuple[Contact, ...]:
    """In this order: referents, deputies, IT on call, support.

    A support that says no more than the IT's number is no other's: when it answers for the program
    stands beside that number.
    """
    _ = language.gettext
    software = use.software if use is not None and use.software.id else None
    found = called_for(coverage, today, software.id if software else None, language)
    on_call = numbers.of(Purpose.IT_ON_CALL)
    owner = software.it_owner if software else ""
    support = software.support_contact if software else ""
    if on_call or owner:
        found.append(Contact(_("IT on call"), owner, with_hours_of(on_call, support)))
    if software is not None and support and not is_answered_by(support, on_call):
        found.append(Contact(_("Support"), software.name, numbers_apart(support)))
    return tuple(found)


def sheet_numbers(
    written: Iterable[UsefulNumber], numbers: KnownNumbers, software: Software
) -> tuple[UsefulNumber, ...]:
    """Those that a procedure names: the IT's with the same hours as among the contacts."""
    on_call = numbers.of(Purpose.IT_ON_CALL)
    its = with_hours_of(on_call, software.support_contact)
    return tuple(replace(one, number=its) if one.number == on_call else one for one in written)


def referents_outside(
    coverage: CoverageFacts, today: date, language: Language
) -> tuple[DirectoryLine, ...]:
    """Who answers for programs that have no sheet, each person once; who answers for all of them
    stands on the first sheets.

    Name and number each alone: erasing the name finds both.
    """
    _ = language.gettext
    everywhere = {contact.name for contact in called_for(coverage, today, None, language)}
    held: dict[Contact, list[str]] = {}
    for software in programs_outside(coverage):
        for contact in called_for(coverage, today, software.id, language):
            if contact.name not in everywhere:
                held.setdefault(contact, []).append(software.name)
    people: dict[tuple[str, str, str], list[str]] = {}
    for contact, names in held.items():
        told = _("{role}: {programs}").format(role=contact.role, programs=", ".join(names))
        people.setdefault((contact.name, contact.number, contact.hours), []).append(told)
    return tuple(
        DirectoryLine(name, number, hours=" · ".join(filter(None, (*told, hours))))
        for (name, number, hours), told in people.items()
    )
