"""What was read on a sheet of the shelf, typed or scanned, and what it is recognised as."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from referent_desk.domain.check_codes import CHECK_ALPHABET, is_check_code
from referent_desk.domain.keyboards import DIGITS_WITHOUT_SHIFT, undone
from referent_desk.domain.lots import serial_check
from referent_desk.domain.shelf_checks import DrawnSheet, Found, Reading, Slip

_CODE_LENGTH = 4
_SHEET = re.compile(
    r"RD1 S (?P<paper>[0-9A-Z]{1,8}) (?P<code>[0-9A-Z-]{1,12}) (?P<revision>\d{1,6})"
    r" (?P<check>[0-9A-Z]{4})"
)
_FORM = re.compile(
    r"RD1 F (?P<paper>[0-9A-Z]{1,8}) (?P<code>[0-9A-Z]{1,8}) (?P<serial>\d{6}) (?P<check>[0-9A-Z])"
)
_BETWEEN = re.compile(r"[\s.,:;/_\-–—·]+")
_ALIKE = str.maketrans("OIL", "011")


@dataclass(frozen=True, slots=True)
class Printed:
    """A revision of a sheet that was printed for the department, ever."""

    id: str
    code: str
    revision: int
    check_code: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is known of a department's paper. `departments` are names by paper code.

    `filed` are the ids of the revisions that lie in the copy as far as was recorded, `unfiled` of
    those that were printed for it and not yet filed.
    """

    paper_code: str
    printed: tuple[Printed, ...]
    departments: Mapping[str, str]
    unfiled: frozenset[str] = frozenset()
    filed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KeptReading:
    """What a kept answer says by itself; of a numbered form, `check` is the whole serial."""

    paper: str = ""
    code: str = ""
    revision: int | None = None
    check: str = ""


@dataclass(frozen=True, slots=True)
class _Symbol:
    """What a symbol says: of a sheet, or of a numbered form, which has no revision."""

    paper: str
    code: str
    revision: int | None
    check: str
    is_sound: bool


def read_answer(typed: str, drawn: DrawnSheet, shelf: Shelf) -> Reading:
    """What was typed or scanned for a drawn sheet; nothing at all is a missing sheet."""
    if not typed.strip():
        return Reading(Found.MISSING)
    symbols = tuple(_symbols(typed))
    if symbols:
        return _read_symbols(symbols, drawn, shelf)
    return _read_code(typed, drawn, shelf)


def kept_answer(typed: str, reading: Reading) -> str:
    """What was read as it is kept: the code in its own letters, a symbol as it was printed."""
    line = " ".join(typed.split())
    if not line:
        return ""
    fitting = [text for text in undone(line) if _SHEET.fullmatch(text) or _FORM.fullmatch(text)]
    if not fitting:
        return next((code for code in _codes(line) if is_check_code(code)), line.upper())
    said = (text for text in fitting if reading.sheet and f" {reading.sheet} " in text)
    return next(said, fitting[0])


def read_again(kept: str) -> KeptReading:
    """What `kept_answer` kept."""
    if sheet := _SHEET.fullmatch(kept):
        return KeptReading(sheet["paper"], sheet["code"], int(sheet["revision"]), sheet["check"])
    if form := _FORM.fullmatch(kept):
        serial = f"{form['serial']} {form['check']}"
        return KeptReading(form["paper"], form["code"], None, serial)
    return KeptReading(check=kept)


def _symbols(typed: str) -> Iterable[_Symbol]:
    for text in undone(typed):
        if sheet := _SHEET.fullmatch(text):
            check = sheet["check"]
            revision = int(sheet["revision"])
            yield _Symbol(sheet["paper"], sheet["code"], revision, check, is_check_code(check))
        elif form := _FORM.fullmatch(text):
            wanted = serial_check(form["paper"], form["code"], int(form["serial"]))
            yield _Symbol(form["paper"], form["code"], None, "", form["check"] == wanted)


def _read_symbols(symbols: tuple[_Symbol, ...], drawn: DrawnSheet, shelf: Shelf) -> Reading:
    """Letters that stand for two through a keyboard: what is known of this shelf comes first."""
    readings = [_read_symbol(symbol, drawn, shelf) for symbol in symbols if symbol.is_sound]
    if not readings:
        return Reading(None, Slip.CHECK_CHARACTER)
    return min(readings, key=_strangeness)


def _strangeness(reading: Reading) -> int:
    if reading.revision_id is not None:
        return 0
    return 1 if reading.found is not Found.OTHER_DEPARTMENT or reading.department else 2


def _read_symbol(symbol: _Symbol, drawn: DrawnSheet, shelf: Shelf) -> Reading:
    if symbol.paper != shelf.paper_code:
        name = shelf.departments.get(symbol.paper, symbol.paper)
        return Reading(
            Found.OTHER_DEPARTMENT, sheet=symbol.code, revision=symbol.revision, department=name
        )
    if symbol.revision is None:
        return Reading(Found.OTHER_SHEET, sheet=symbol.code)
    printed = next((p for p in shelf.printed if p.check_code == symbol.check), None)
    if printed is not None and (printed.code, printed.revision) == (symbol.code, symbol.revision):
        return _recognised(printed, drawn, shelf)
    revisions = [p.revision for p in shelf.printed if p.code == symbol.code]
    is_newer = symbol.revision > max(revisions, default=0)
    if symbol.code != drawn.code:
        found = Found.OTHER_SHEET if revisions or is_newer else Found.UNKNOWN
    else:
        found = Found.NEWER if is_newer else Found.UNKNOWN
    return Reading(found, sheet=symbol.code, revision=symbol.revision)


def _read_code(typed: str, drawn: DrawnSheet, shelf: Shelf) -> Reading:
    codes = _codes(typed)
    for code in codes:
        printed = next((p for p in shelf.printed if p.check_code == code), None)
        if printed is not None:
            return _recognised(printed, drawn, shelf)
    if any(is_check_code(code) for code in codes):
        return Reading(Found.UNKNOWN)
    return Reading(None, _slip(codes))


def _recognised(printed: Printed, drawn: DrawnSheet, shelf: Shelf) -> Reading:
    is_old = False
    if printed.id == drawn.revision_id:
        found = Found.PRESENT
    elif printed.code != drawn.code:
        found = Found.OTHER_SHEET
        is_old = printed.id not in shelf.filed | shelf.unfiled
    else:
        found = Found.NEWER if printed.id in shelf.unfiled else Found.OLD
    return Reading(
        found,
        sheet=printed.code,
        revision=printed.revision,
        revision_id=printed.id,
        is_old=is_old,
    )


def _codes(typed: str) -> tuple[str, ...]:
    """What was typed as a code, read in every way that makes sense, the plainest first."""
    plain = _BETWEEN.sub("", typed).upper().translate(_ALIKE)
    unshifted = "".join(typed.split()).lower().translate(DIGITS_WITHOUT_SHIFT)
    return tuple(dict.fromkeys((plain, unshifted.upper().translate(_ALIKE))))


def _slip(codes: tuple[str, ...]) -> Slip:
    lengths = {len(code) for code in codes if all(c in CHECK_ALPHABET for c in code)}
    if _CODE_LENGTH in lengths:
        return Slip.CHECK_CHARACTER
    if lengths and max(lengths) < _CODE_LENGTH:
        return Slip.TOO_SHORT
    return Slip.NOT_A_CODE
