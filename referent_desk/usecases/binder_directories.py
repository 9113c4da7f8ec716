"""The emergency directory of a department, under its headings."""

from __future__ import annotations

from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.departments import Node
from referent_desk.domain.directory import DirectoryEntry, label_beside
from referent_desk.domain.directory_sections import Section, section_of
from referent_desk.domain.sheets import DirectoryGroup, DirectoryLine
from referent_desk.domain.support_lines import support_lines
from referent_desk.language import Language


def directory_groups(
    path: tuple[Node, ...],
    entries: tuple[DirectoryEntry, ...],
    coverage: CoverageFacts,
    language: Language,
) -> tuple[DirectoryGroup, ...]:
    """The department's own first, then what hospitals headed, then by what the words mean."""
    _ = language.gettext
    groups: dict[str, list[DirectoryLine]] = {}
    for node in path:
        if node.telephone:
            line = DirectoryLine(node.name, node.telephone)
            groups.setdefault(_("This department"), []).append(line)
    for entry in (entry for entry in entries if entry.heading):
        groups.setdefault(entry.heading, []).append(_line(entry))
    unheaded = [entry for entry in entries if not entry.heading]
    for section, heading in _headings(language).items():
        found = [_line(e) for e in unheaded if section_of(e, path[0].id) is section]
        if found:
            groups.setdefault(heading, []).extend(found)
    support = support_lines(coverage, (entry.number for entry in entries))
    if support:
        groups.setdefault(_("Support of the programs"), []).extend(support)
    return tuple(DirectoryGroup(heading, tuple(lines)) for heading, lines in groups.items())


def _headings(language: Language) -> dict[Section, str]:
    _ = language.gettext
    return {
        Section.DEPARTMENT: _("This department"),
        Section.EMERGENCIES: _("Emergencies"),
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
