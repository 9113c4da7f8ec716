"""The emergency directory: whom one can reach when the network is gone."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from referent_desk.domain.values import dataclass


class LineType(StrEnum):
    UNKNOWN = ""
    ANALOGUE = "analogue"
    IP = "ip"
    DECT = "dect"
    MOBILE = "mobile"
    PAGER = "pager"
    RUNNER = "runner"


NUMBERS_BETWEEN = " · "
_MOBILE = re.compile(r"(?:\+33|0033|33|0)[67]\d{8}")
_SAID_TWICE = re.compile(r"\s*\((?:dect|mobile|portable)\)$", re.IGNORECASE)


def line_of(number: str, said: LineType) -> LineType:
    """A number that begins with 06 or 07 is a mobile, in whatever column it stands."""
    digits = re.sub(r"\(0\)|[^\d+]", "", number)
    return LineType.MOBILE if _MOBILE.fullmatch(digits) else said


def labelled(label: str, line_type: LineType) -> str:
    """The second number of somebody, told from the first."""
    return f"{label} ({'mobile' if line_type is LineType.MOBILE else 'DECT'})"


def label_beside(label: str, line_type: LineType) -> str:
    """The label without its line, where that is said beside it."""
    return _SAID_TWICE.sub("", label) if line_type is not LineType.UNKNOWN else label


class Purpose(StrEnum):
    """Whom an entry reaches, where the program itself must name them on a sheet."""

    NONE = ""
    WARD_MANAGER = "ward_manager"
    PHYSICIAN = "physician"
    ADMINISTRATOR_ON_DUTY = "administrator_on_duty"
    IT_ON_CALL = "it_on_call"
    SWITCHBOARD = "switchboard"


WITHOUT_NETWORK: dict[LineType, bool | None] = {
    LineType.UNKNOWN: None,
    LineType.ANALOGUE: True,
    LineType.IP: False,
    LineType.DECT: None,
    LineType.MOBILE: True,
    LineType.PAGER: None,
    LineType.RUNNER: True,
}
"""What a line of that type does when the network is gone, unless the hospital knows better."""


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """`works_without_network` None: nobody knows.

    `private`: a person's own mobile, which is never put on a poster.
    """

    id: str
    owner_id: str
    heading: str
    label: str
    number: str
    line_type: LineType = LineType.UNKNOWN
    works_without_network: bool | None = None
    private: bool = False
    hours: str = ""
    purpose: Purpose = Purpose.NONE
    position: int = 0
    dialled_on: date | None = None
    closed_on: date | None = None
