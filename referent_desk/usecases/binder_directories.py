"""The emergency directory of a department, under its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.departments import Node
from referent_desk.domain.directory import NUMBERS_BETWEEN, DirectoryEntry, label_beside
from referent_desk.domain.directory_sections import Section, section_of
from referent_desk.domain.hotlines import Hotline, dialled, hotlines
from referent_desk.domain.missing_numbers import called, is_number_of
from referent_desk.domain.people import Person
from referent_desk.domain.post_hours import is_by_night
from referent_desk.domain.posts import post_words
from referent_desk.domain.sheets import DirectoryGroup, DirectoryLine
from referent_desk.domain.support_lines import outside_lines, support_lines
from referent_desk.domain.texts import folded
from referent_desk.language import Language
from referent_desk.paper.number_words import without_duty

_NUMBER_AND_HOURS = re.compile(r"(\+?[\d .-]*\d)\s*\(([^()]*)\)")


def directory_groups(
    path: tuple[Node, ...],
    entries: tuple[DirectoryEntry, ...],
    local: Mapping[str, str],
    coverage: CoverageFacts,
    language: Language,
    staff: Iterable[Person] = (),
) -> tuple[DirectoryGroup, ...]:
    """The department's own first, then what hospitals headed, then by what the words mean.

    `local` are the values of the department by name: its sheets print the numbers among them.
    Of the `staff` those whom no line reaches already stand with its own lines.
    """
    _ = language.gettext
    groups: dict[str, list[DirectoryLine]] = {}
    for node in path:
        if node.telephone:
            line = DirectoryLine(node.name, node.telephone)
            groups.setdefault(_("This department"), []).append(line)
    for entry in (entry for entry in entries if entry.heading):
        groups.setdefault(entry.heading, []).append(_line(entry))
    said = tuple(_said_numbers(local, entries))
    unheaded = [*(entry for entry in entries if not entry.heading), *said]
    for section, heading in _headings(language).items():
        found = [_line(e) for e in unheaded if section_of(e, path[0].id) is section]
        if section is Section.DEPARTMENT:
            found += staff_lines(staff, (*entries, *said))
        if found:
            groups.setdefault(heading, []).extend(found)
    support = support_lines(coverage, (*entries, *said))
    if support:
        groups.setdefault(_("Support of the programs"), []).extend(support)
    return tuple(DirectoryGroup(heading, tuple(lines)) for heading, lines in groups.items())


def outside_groups(
    coverage: CoverageFacts, on_call: str, referents: Sequence[DirectoryLine], language: Language
) -> tuple[DirectoryGroup, ...]:
    """Programs that no sheet is about: none where each has one. `on_call` helps where no number of
    theirs is known; after them their `referents`."""
    _ = language.gettext
    lines = (*outside_lines(coverage, tuple(_helpers(on_call, _("IT on call")))), *referents)
    heading = _("Programs without a sheet in this binder")
    return (DirectoryGroup(heading, lines),) if lines else ()


def _helpers(on_call: str, called: str) -> Iterator[Hotline]:
    """Each number with its hours: `4040 (8 h-18 h) · 4041 (nuit)` are two."""
    parts = [part for part in on_call.split(NUMBERS_BETWEEN) if part]
    for part in parts:
        number, hours = _number_and_hours(part)
        is_late = len(parts) == 1 or is_by_night(hours)
        yield Hotline(number, called if is_late else without_duty(called), hours)


def _number_and_hours(text: str) -> tuple[str, str]:
    """`4040`, `8 h-18 h` of `4040 (8 h-18 h)`; the text alone of others."""
    found = _NUMBER_AND_HOURS.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def with_manager(
    entries: tuple[DirectoryEntry, ...], manager: Person | None
) -> tuple[DirectoryEntry, ...]:
    """The number of the ward's manager stands in the directory too, from the list of staff."""
    known = {dialled(entry.number) for entry in entries}
    if manager is None or dialled(manager.printed_telephone) in known:
        return entries
    label = f"{manager.role[:1].upper()}{manager.role[1:]} ({manager.full_name})"
    owner_id = manager.department_id or ""
    return (DirectoryEntry("", owner_id, "", label, manager.printed_telephone), *entries)


def staff_lines(
    staff: Iterable[Person], entries: Iterable[DirectoryEntry]
) -> Iterator[DirectoryLine]:
    """Name and number each alone: erasing the name finds both.

    None of somebody whom a line names by that number already; a post alone names nobody.
    """
    called = [(folded(entry.label), _dialled_in(entry.number)) for entry in entries]
    for person in staff:
        theirs = _dialled_in(person.printed_telephone)
        name = folded(person.last_name)
        told = set[str]().union(*(numbers for label, numbers in called if name in label))
        if theirs and not theirs <= told:
            yield DirectoryLine(person.full_name, person.printed_telephone, hours=person.role)


def _dialled_in(telephone: str) -> set[str]:
    """The digits of each number of a telephone as it was typed."""
    found = {dialled(line.number) for line in hotlines(telephone)}
    return found or ({dialled(telephone)} if any(map(str.isdigit, telephone)) else set())


def _said_numbers(
    local: Mapping[str, str], entries: Sequence[DirectoryEntry]
) -> Iterator[DirectoryEntry]:
    """What the department said for its sheets and no line says already of the same post."""
    said = sorted((name, v) for name, text in local.items() for v in text.split(NUMBERS_BETWEEN))
    for name, value in said:
        if not is_number_of(name) or not any(map(str.isdigit, value)):
            continue
        label, (number, hours) = called(name), _number_and_hours(value)
        words = post_words(label)
        if not any(
            dialled(entry.number) == dialled(number) and words & post_words(entry.label)
            for entry in entries
        ):
            yield DirectoryEntry("", "", "", label, number, hours=hours)


def _headings(language: Language) -> dict[Section, str]:
    _ = language.gettext
    return {
        Section.DEPARTMENT: _("This department"),
        Section.EMERGENCIES: _("Emergencies"),
        Section.SAFETY: _("Fire and security"),
        Section.MANAGEMENT: _("Management and on call"),
        Section.PLATFORMS: _("Diagnostics and treatment"),
        Section.IT: _("IT and telephony"),
        Section.LOGISTICS: _("Supply and transport"),
        Section.OTHER: _("Other numbers"),
    }


def _line(entry: DirectoryEntry) -> DirectoryLine:
    return DirectoryLine(
        label_beside(entry.label, entry.line_type),
        entry.number,
        entry.line_type,
        entry.works_without_network,
        entry.private,
        entry.hours,
    )
