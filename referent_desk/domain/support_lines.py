"""The hotlines of a department's programs, as lines of its emergency directory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from referent_desk.domain.directory import NUMBERS_BETWEEN, DirectoryEntry
from referent_desk.domain.hotlines import SAYS_TELEPHONE, TIMES, Hotline, dialled, hotlines
from referent_desk.domain.limits_told import limit_told
from referent_desk.domain.passwords import may_hold_password
from referent_desk.domain.post_hours import is_around_the_clock, is_by_night, span_told
from referent_desk.domain.posts import is_on_call_alone
from referent_desk.domain.sheets import DirectoryLine
from referent_desk.domain.texts import folded

if TYPE_CHECKING:
    from referent_desk.domain.coverage import CoverageFacts  # paper needs numbers, not these
    from referent_desk.domain.software import Deployment, Software

_SAYS_NO_MORE = SAYS_TELEPHONE.union(
    folded(
        "de du des l a au et en ou to and or h j lun mar mer jeu ven sam dim lundi mardi mercredi "
        "jeudi vendredi samedi dimanche mon tue wed thu fri sat sun monday tuesday wednesday "
        "thursday friday saturday sunday jour jours nuit nuits soir week end weekend we day night "
        "férié fériés ouvré ouvrés ouvrable ouvrables ouvrée ouvrées heure heures ho hno journée "
        "semaine avant après garde astreinte on dsi info informatique it technique"
    ).split()
)
"""Words beside the number of the IT department that tell who it is and when, and nothing else."""
_LONGEST_EXTENSION = 6


def is_extension(contact: str) -> bool:
    """Whether all its numbers are too short for one outside: somebody of the hospital answers."""
    lines = hotlines(contact)
    digits = (sum(map(str.isdigit, line.number)) for line in lines)
    return bool(lines) and max(digits) <= _LONGEST_EXTENSION


def is_among(contact: str, numbers: str) -> bool:
    """Whether every number of a contact is one of those."""
    known = {dialled(number) for number in numbers.split("·")}
    lines = hotlines(contact)
    return bool(lines) and known.issuperset(dialled(line.number) for line in lines)


def is_answered_by(contact: str, numbers: str) -> bool:
    """Whether it says no more than those numbers do: `3000 tapez 1` does."""
    return is_among(contact, numbers) and not any(
        _says_more(line.hours) for line in hotlines(contact)
    )


def with_hours_of(numbers: str, contact: str) -> str:
    """`4800 (24h/24) · 4899 (nuit)`: beside those numbers when they answer for a program, as its
    support `DSI 4800 (24h/24)` tells it."""
    told = {dialled(line.number): _hours_alone(line.hours) for line in hotlines(contact)}
    parts = numbers.split(NUMBERS_BETWEEN) if any(told.values()) else [numbers]
    return NUMBERS_BETWEEN.join(_with_hours(part, told.get(dialled(part), "")) for part in parts)


def _with_hours(number: str, hours: str) -> str:
    """What it is limited to stays; one that answers at night alone does so for all programs."""
    plain, _between, said = number.partition(" (")
    if not hours or is_by_night(said):
        return number
    return f"{plain} ({', '.join(filter(None, (hours, limit_told(said.removesuffix(')')))))})"


def _hours_alone(said: str) -> str:
    """`24h/24` as it stands; of words, `info, de 8h à 18h`, the hours among them."""
    if is_around_the_clock(said):
        return ", ".join(found[0].strip() for found in TIMES.finditer(said)) or said
    parts = map(str.strip, said.split(","))
    return span_told(", ".join(part for part in parts if any(map(str.isdigit, part))))


def _says_more(beside: str) -> bool:
    """Whether words beside a number tell more than whose it is, and when."""
    words = re.findall(r"[^\W\d_]+", folded(TIMES.sub(" ", beside)))
    return not _SAYS_NO_MORE.issuperset(words)


def answering(software: Iterable[Software]) -> tuple[DirectoryEntry, ...]:
    """Whom a list of programs names beside a number: the kitchen of `Cuisine centrale 5230`.

    In `DSI 5000 / astreinte 5099` the second number is that of the first one's on call.
    """
    found: list[DirectoryEntry] = []
    for contact in sorted({one.support_contact for one in software if one.support_contact}):
        first = ""
        for line in hotlines(contact):
            label = f"{line.who} {first}" if first and is_on_call_alone(line.who) else line.who
            first = first or line.who
            if label:
                found.append(DirectoryEntry("", "", "", label, line.number, hours=line.hours))
    return tuple(found)


def support_lines(
    facts: CoverageFacts, entries: Iterable[DirectoryEntry]
) -> tuple[DirectoryLine, ...]:
    """One for each hotline, named by the programs it helps with.

    Where one of the `entries` has its number, the line says whose: `Orvane, Prescia · Hotline`,
    and when they answer for these, if that is told otherwise.
    """
    known: dict[str, DirectoryEntry] = {}
    for entry in entries:
        known.setdefault(dialled(entry.number), entry)
    names: dict[Hotline, list[str]] = {}
    shared: dict[tuple[str, str], list[str]] = {}
    for contact, name in _contacts(facts):
        for line in hotlines(contact):
            number = dialled(line.number)
            if number in known and not _says_more(line.hours):
                if folded(known[number].label) != folded(name):
                    told = _hours_alone(line.hours) or line.hours
                    hours = told if line.hours != known[number].hours else ""
                    shared.setdefault((number, hours), []).append(name)
            else:
                names.setdefault(line, []).append(name)
    own = (_line(line, called) for line, called in names.items())
    others = (_line_of(known[at], hours, called) for (at, hours), called in shared.items())
    return (*own, *others)


def _line_of(entry: DirectoryEntry, hours: str, called: Iterable[str]) -> DirectoryLine:
    programs = ", ".join(dict.fromkeys(called))
    told = " · ".join(filter(None, (entry.label, hours)))
    return DirectoryLine(programs, entry.number, private=entry.private, hours=told)


def printed_remark(text: str) -> str:
    """What a department remarks of a program as paper says it: nothing that may be a password."""
    return "" if may_hold_password(text) else text


def outside_lines(facts: CoverageFacts, helpers: Sequence[Hotline]) -> tuple[DirectoryLine, ...]:
    """Of each program without a sheet: its name, what it is used for, whom to call for it: the
    `helpers` where no number of its own is known."""
    uses = [(facts.software[u.software_id], printed_remark(u.purpose)) for u in _outside(facts)]
    lines: list[DirectoryLine] = []
    for software, purpose in sorted(uses, key=lambda use: (use[0].name.casefold(), use[0].id)):
        label = f"{software.name} ({purpose})" if purpose else software.name
        for line in hotlines(software.support_contact) or helpers or (Hotline(""),):
            hours = " · ".join(filter(None, (line.who, line.hours)))
            lines.append(DirectoryLine(label, line.number, hours=hours))
    return tuple(dict.fromkeys(lines))


def programs_outside(facts: CoverageFacts) -> tuple[Software, ...]:
    """Those without a sheet, by name."""
    found = {use.software_id: facts.software[use.software_id] for use in _outside(facts)}
    return tuple(sorted(found.values(), key=lambda one: (one.name.casefold(), one.id)))


def _outside(facts: CoverageFacts) -> list[Deployment]:
    """Uses that no function holds, of programs that have no other use there."""
    asked = {d.software_id for d in facts.deployments if d.function_id or not d.outside}
    return [d for d in facts.deployments if d.software_id not in asked | {""}]


def hotline_numbers(facts: CoverageFacts) -> tuple[str, ...]:
    """One for each program that has one, as often as programs name it."""
    return tuple(line.number for contact, _name in _contacts(facts) for line in hotlines(contact))


def _contacts(facts: CoverageFacts) -> list[tuple[str, str]]:
    """Of each program with a sheet what is typed as its support, and its name."""
    used = {d.software_id for d in facts.deployments} - {d.software_id for d in _outside(facts)}
    software = (facts.software[id_] for id_ in used if id_ in facts.software)
    ordered = sorted(software, key=lambda s: (s.name.casefold(), s.id))
    return [(one.support_contact, one.name) for one in ordered if one.support_contact]


def _line(line: Hotline, called: list[str]) -> DirectoryLine:
    programs = ", ".join(called)
    label = f"{line.who} ({programs})" if line.who else programs
    return DirectoryLine(label, line.number, hours=line.hours)
