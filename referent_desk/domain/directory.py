"""The emergency directory: whom one can reach when the network is gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LineType(StrEnum):
    UNKNOWN = ""
    ANALOGUE = "analogue"
    IP = "ip"
    DECT = "dect"
    MOBILE = "mobile"
    PAGER = "pager"
    RUNNER = "runner"


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
