"""What a field of a record may hold."""

from __future__ import annotations

from enum import StrEnum

from referent_desk.domain.texts import LONGEST_NAME, LONGEST_TEXT
from referent_desk.domain.values import dataclass


class FieldKind(StrEnum):
    LINE = "line"
    TEXT = "text"
    CODE = "code"
    FINESS = "finess"
    TELEPHONE = "telephone"
    COUNT = "count"
    MINUTES = "minutes"
    DAY = "day"
    HOURS = "hours"
    WEEKS = "weeks"
    CHOICE = "choice"
    YES_NO = "yes_no"
    LINK = "link"
    TICKS = "ticks"


@dataclass(frozen=True, slots=True)
class RecordField:
    """`choices` are the stored words of a CHOICE, `to` what a LINK or each of TICKS leads to.

    `to` is a `RecordKind`, `function`, `software_kind`, or those nodes alone that are meant:
    `establishment`, `department`. `fixed`: said when the record is made, never edited.
    """

    name: str
    kind: FieldKind
    required: bool = False
    choices: tuple[str, ...] = ()
    to: str = ""
    fixed: bool = False

    @property
    def longest(self) -> int:
        is_long = self.kind in (FieldKind.TEXT, FieldKind.TICKS)
        return LONGEST_TEXT if is_long else LONGEST_NAME
