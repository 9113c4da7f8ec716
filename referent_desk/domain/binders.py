"""Which sheets a binder holds, under which code and revision: facts once printed.

A code is allotted to a subject the first time it is printed and never used again for another. A
revision number is allotted to a body the first time it is printed under its code; a body that
comes back takes its old number back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from referent_desk.domain.check_codes import body_hash, check_code
from referent_desk.domain.sheets import (
    COVER_CODE,
    LIST_CODE,
    UNSTAMPED,
    Body,
    ListBody,
    ListLine,
    Sheet,
    SheetContent,
    SheetStamp,
)

_HUNDRED = 100
_NUMBERED = re.compile(r"^(.+)-(\d+)$")


@dataclass(frozen=True, slots=True)
class Draft:
    """A sheet before it has a code: `prefix` of a numbered one (`PRE`), or a fixed `code`."""

    subject: str
    title: str
    body: Body
    prefix: str = ""
    code: str = ""
    stamp: SheetStamp = UNSTAMPED


@dataclass(frozen=True, slots=True)
class KnownSheet:
    """A revision that was printed for the department before."""

    code: str
    revision: int
    check_code: str
    body_hash: str


@dataclass(frozen=True, slots=True)
class NumberedSheets:
    """The sheets in binder order, and which codes and revisions are new facts when printed."""

    sheets: tuple[Sheet, ...]
    new_codes: tuple[tuple[str, str], ...]
    new_sheets: tuple[Sheet, ...]


def highest_given(last_known: int, mark: int, step: int = _HUNDRED) -> int:
    """The highest number that was given, of revisions and of runs; the next one is free.

    `mark` is 0 where the mark is lost. What was given since the database was written, as after a
    backup was put back on another PC, is then unknown: the numbers go on after the full hundred, or
    after the next full `step`.
    """
    if mark or not last_known:
        return max(last_known, mark)
    return (last_known // step + 1) * step


def allot_codes(
    drafts: Sequence[Draft], known: Mapping[str, str], given: Iterable[str] = ()
) -> dict[str, str]:
    """The code of every draft's subject: the one it always had, else the next of its prefix.

    `given` are codes of which no subject is known any more.
    """
    codes = dict(known)
    highest: dict[str, int] = {}
    for code in (*known.values(), *given):
        numbered = _NUMBERED.match(code)
        if numbered:
            highest[numbered[1]] = max(highest.get(numbered[1], 0), int(numbered[2]))
    for draft in drafts:
        if draft.subject in codes:
            continue
        if draft.code:
            codes[draft.subject] = draft.code
            continue
        highest[draft.prefix] = highest.get(draft.prefix, 0) + 1
        codes[draft.subject] = f"{draft.prefix}-{highest[draft.prefix]:02}"
    return codes


def number_sheets(
    drafts: Sequence[Draft],
    known_codes: Mapping[str, str],
    known_sheets: Iterable[KnownSheet],
    language: str,
    *,
    allot: bool,
    marks: Mapping[str, int] | None = None,
) -> NumberedSheets:
    """Drafts in binder order, cover first; the list of effective sheets is made and put second.

    `allot` False is a preview: what was printed before shows its number, what is new has none.
    `marks` are the highest revisions that were ever given, by code; a restored backup may know
    fewer. A code that was printed and has no mark goes on after the next full hundred: nobody can
    tell what was given since. Without any marks (None) the sheets that are known decide.
    """
    codes = allot_codes(drafts, known_codes, marks or ())
    register = _Register(known_sheets, allot, marks)
    numbered = [register.number(_content(d, codes, language), d.stamp) for d in drafts]
    lines = tuple(
        ListLine(s.content.code, s.revision, s.check_code)
        for s in numbered
        if s.content.code != COVER_CODE
    )
    listing = SheetContent("list", LIST_CODE, "", language, ListBody(lines))
    codes.setdefault("list", LIST_CODE)
    ordered = (numbered[0], register.number(listing, UNSTAMPED), *numbered[1:])
    new_codes = tuple((s, c) for s, c in codes.items() if s not in known_codes)
    return NumberedSheets(ordered, new_codes if allot else (), tuple(register.new))


def _content(draft: Draft, codes: Mapping[str, str], language: str) -> SheetContent:
    return SheetContent(draft.subject, codes[draft.subject], draft.title, language, draft.body)


class _Register:
    """Revisions and check codes of one department, while a binder is numbered."""

    def __init__(
        self, known: Iterable[KnownSheet], allot: bool, marks: Mapping[str, int] | None
    ) -> None:
        self._allot = allot
        self._by_body: dict[tuple[str, str], KnownSheet] = {}
        self._highest: dict[str, int] = dict(marks or {})
        self._taken: set[str] = set()
        self.new: list[Sheet] = []
        for sheet in known:
            self._by_body[sheet.code, sheet.body_hash] = sheet
            self._highest[sheet.code] = max(self._highest.get(sheet.code, 0), sheet.revision)
            self._taken.add(sheet.check_code)
        for code in self._highest.keys() - (self._highest if marks is None else marks).keys():
            self._highest[code] = highest_given(self._highest[code], 0)

    def number(self, content: SheetContent, stamp: SheetStamp) -> Sheet:
        digest = body_hash(content.body, content.language)
        before = self._by_body.get((content.code, digest))
        if before is not None:
            return Sheet(content, digest, before.revision, before.check_code, stamp)
        code = check_code(digest, self._taken)
        self._taken.add(code)
        if not self._allot:
            return Sheet(content, digest, None, code, stamp)
        revision = self._highest.get(content.code, 0) + 1
        self._highest[content.code] = revision
        sheet = Sheet(content, digest, revision, code, stamp)
        self.new.append(sheet)
        return sheet


def with_list_title(sheets: Iterable[Sheet], title: str) -> tuple[Sheet, ...]:
    """The list's title is in the reader's language and is not part of what is hashed."""
    return tuple(
        replace(s, content=replace(s.content, title=title)) if s.content.subject == "list" else s
        for s in sheets
    )
