"""The slip that goes with replacement sheets: remove these, insert these, sign here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.copies import StraySheet  # few slips have one

SLIP_CODE = "BORD."
"""Before the number of the print run; a slip is no sheet of the binder and has no revision."""


@dataclass(frozen=True, slots=True)
class SheetNumber:
    """By what a sheet on the shelf is told from another one; `revision` is None on a preview."""

    revision: int | None
    check_code: str


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One sheet to take out of the copy, to put into it, or both.

    `reason` is said in the paper's language. `stray` was found in its place and goes too.
    """

    code: str
    title: str
    removed: SheetNumber | None = None
    inserted: SheetNumber | None = None
    reason: str = ""
    stray: StraySheet | None = None

    @property
    def takes_out(self) -> bool:
        return self.removed is not None or self.stray is not None

    @property
    def destroys(self) -> bool:
        """A sheet in a wrong place that is good in its own goes back there if it is missing."""
        return self.removed is not None or (self.stray is not None and not self.stray.is_current)


@dataclass(frozen=True, slots=True)
class SlipBody:
    """What is done with the sheets that are printed behind it, and the certificate to sign.

    `remaining` sheets stay where they are; the printing `superseded` was not filed and is thrown
    away. `unregistered`: no program knows of this printing, so its filing cannot be recorded.
    """

    title: str
    lines: tuple[SlipLine, ...]
    remaining: int
    copy_number: int
    copy_place: str = ""
    run_number: int | None = None
    superseded: int | None = None
    unregistered: bool = False

    @property
    def removed(self) -> int:
        return sum(1 for line in self.lines if line.destroys)
