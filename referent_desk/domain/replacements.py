"""What must be done to a copy so that it holds the present binder: remove these, insert these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from referent_desk.domain.binders import NumberedSheets
from referent_desk.domain.check_codes import body_hash, check_code
from referent_desk.domain.copies import CopyContent, PrintedSheet, StraySheet
from referent_desk.domain.copy_contents import listed
from referent_desk.domain.sheets import (
    COVER_CODE,
    LIST_CODE,
    Sheet,
    SheetContent,
)
from referent_desk.domain.slips import SLIP_CODE, SheetNumber, SlipBody, SlipLine

MOST_REPLACED = 0.6
"""Above this share of the sheets, printing the whole binder is less work than replacing."""


@dataclass(frozen=True, slots=True)
class Replacements:
    """`changed` are the sheets to print and to insert, `removed` those that go without another.

    Both follow the binder, its list and its cover last: with the list the copy is whole. `share` is
    the part of the binder's sheets that would be inserted, `order` that of all codes of both.
    `strays` lie in the place of a sheet, by its code, and are taken out.
    """

    changed: tuple[Sheet, ...]
    removed: tuple[PrintedSheet, ...]
    kept: tuple[Sheet, ...]
    before: Mapping[str, PrintedSheet]
    order: tuple[str, ...]
    never_filed: bool
    strays: Mapping[str, StraySheet] = field(default_factory=dict)

    @property
    def share(self) -> float:
        return len(self.changed) / (len(self.changed) + len(self.kept))

    @property
    def full(self) -> bool:
        """Whether the whole binder is proposed."""
        return self.never_filed or self.share > MOST_REPLACED

    @property
    def nothing(self) -> bool:
        return not self.changed and not self.removed and not self.strays

    def lines(self, reasons: Mapping[str, str]) -> tuple[SlipLine, ...]:
        """What the slip says, in the order in which one leafs through the binder."""
        titles = {code: stray.title for code, stray in self.strays.items()}
        titles |= {sheet.code: sheet.title for sheet in self.removed}
        titles |= {sheet.content.code: sheet.content.title for sheet in self.changed}
        inserted = {sheet.content.code: _in(sheet) for sheet in self.changed}
        return tuple(
            SlipLine(
                code,
                titles[code],
                self._out(code),
                inserted.get(code),
                reasons.get(code, ""),
                self.strays.get(code),
            )
            for code in dict.fromkeys((*self.order, *self.strays))
            if code in titles
        )

    def _out(self, code: str) -> SheetNumber | None:
        old = self.before.get(code)
        return None if old is None else SheetNumber(old.revision, old.check_code)


def _in(sheet: Sheet) -> SheetNumber:
    return SheetNumber(sheet.revision, sheet.check_code)


def replacements(content: CopyContent, present: NumberedSheets) -> Replacements:
    """The difference between what is filed in a copy and the binder as it is now."""
    ends = {LIST_CODE: 1, COVER_CODE: 2}
    wanted = sorted(present.sheets, key=lambda sheet: ends.get(sheet.content.code, 0))
    before = content.sheets
    changed: list[Sheet] = []
    kept: list[Sheet] = []
    for sheet in wanted:
        old = before.get(sheet.content.code)
        same = old is not None and old.body_hash == sheet.body_hash
        (kept if same else changed).append(sheet)
    order = _merged([sheet.content.code for sheet in wanted], _order_of(before))
    codes = {sheet.content.code for sheet in wanted}
    return Replacements(
        changed=tuple(changed),
        removed=tuple(before[code] for code in order if code not in codes),
        kept=tuple(kept),
        before=before,
        order=order,
        never_filed=content.filed_on is None,
        strays=content.strays,
    )


def _order_of(before: Mapping[str, PrintedSheet]) -> tuple[str, ...]:
    """Codes as the filed list names them, which is the order of the binder; its ends last."""
    named = [code for code, _revision in listed(before[LIST_CODE])] if LIST_CODE in before else []
    inner = dict.fromkeys(code for code in named if code in before)
    return (*inner, *(code for code in before if code not in inner))


def _merged(wanted: Sequence[str], filed: Sequence[str]) -> tuple[str, ...]:
    """The wanted codes; one that only was filed stands behind the one it stood behind."""
    known, last = set(wanted), ""
    behind: dict[str, list[str]] = {}
    for code in filed:
        if code in known:
            last = code
        else:
            behind.setdefault(last, []).append(code)
    merged = list(behind.get("", ()))
    for code in wanted:
        merged += [code, *behind.get(code, ())]
    return tuple(merged)


def slip_sheet(body: SlipBody, language: str, taken: Iterable[str]) -> Sheet:
    """The slip as a sheet to print; its check code is none of those `taken`."""
    number = "—" if body.run_number is None else str(body.run_number)
    content = SheetContent("slip", f"{SLIP_CODE} {number}", body.title, language, body)
    digest = body_hash(body, language)
    return Sheet(content, digest, None, check_code(digest, frozenset(taken)))
