"""The hotlines of a department's programs, as lines of its emergency directory."""

from __future__ import annotations

import re
from collections.abc import Iterable

from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.sheets import DirectoryLine

_NUMBER = re.compile(r"\+?\d[\d .\-]*")
_HOURS = re.compile(r"(.*\d)\s*\(([^()]+)\)")


def support_lines(facts: CoverageFacts, numbers: Iterable[str]) -> tuple[DirectoryLine, ...]:
    """One for each hotline that is not among `numbers`, named by the programs it helps with."""
    known = {_dialled(number) for number in numbers}
    names: dict[str, list[str]] = {}
    used = {d.software_id for d in facts.deployments}
    software = (facts.software[id_] for id_ in used if id_ in facts.software)
    for one in sorted(software, key=lambda s: (s.name.casefold(), s.id)):
        contact = one.support_contact
        if contact and _dialled(contact) not in known:
            names.setdefault(contact, []).append(one.name)
    return tuple(_line(", ".join(called), contact) for contact, called in names.items())


def _dialled(number: str) -> str:
    """The digits of the first number in a text; the text itself where there is none."""
    found = _NUMBER.search(number)
    return "".join(filter(str.isdigit, found[0])) if found else number.casefold()


def _line(label: str, contact: str) -> DirectoryLine:
    parts = _HOURS.fullmatch(contact)
    number, hours = parts.groups() if parts else (contact, "")
    return DirectoryLine(label, number, hours=hours)
