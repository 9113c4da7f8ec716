"""What was found on the shelf, in a word with its shape, and what is to be done about it."""

from __future__ import annotations

from referent_desk.domain.shelf_checks import CheckedSheet, Found, Reading, ShelfCheck, Slip
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.language import _, ngettext

NOT_READ = State("", Shape.RING, Tone.NEUTRAL)


def reading_state(reading: Reading) -> State:
    if reading.found is Found.OTHER_SHEET and reading.is_old:
        word = _("another sheet: {code}, old no. {revision}, to be destroyed")
        said = word.format(code=reading.sheet, revision=reading.revision)
        return State(said, Shape.DIAMOND, Tone.WARNING)
    return found_state(reading.found, reading.sheet, reading.revision, reading.department)


def checked_state(sheet: CheckedSheet) -> State:
    return found_state(sheet.found, sheet.found_code, sheet.found_revision, "")


def found_state(found: Found | None, sheet: str, revision: int | None, department: str) -> State:
    match found:
        case Found.PRESENT:
            return State(_("as it should be"), Shape.TICK, Tone.GOOD)
        case Found.OLD:
            word = _("old: revision {revision}").format(revision=revision)
            return State(word, Shape.TRIANGLE, Tone.WARNING)
        case Found.NEWER:
            word = _("newer: revision {revision}").format(revision=revision)
            return State(word, Shape.HOLLOW_TRIANGLE, Tone.WARNING)
        case Found.MISSING:
            return State(_("not there"), Shape.SQUARE, Tone.BAD)
        case Found.OTHER_SHEET:
            word = _("another sheet: {code}").format(code=sheet)
            return State(word if sheet else _("another sheet"), Shape.DIAMOND, Tone.WARNING)
        case Found.OTHER_DEPARTMENT:
            word = _("of {department}").format(department=department)
            said = word if department else _("of another department")
            return State(said, Shape.DIAMOND, Tone.BAD)
        case Found.UNKNOWN:
            return State(_("unknown code"), Shape.CROSS, Tone.BAD)
        case None:
            return NOT_READ


def slip_sentence(slip: Slip) -> str:
    """Why it is asked again; nothing was recorded."""
    return {
        Slip.CHECK_CHARACTER: _(
            "One of the characters is not right. Read the code again, from the first one."
        ),
        Slip.TOO_SHORT: _("Characters are missing: the code has four."),
        Slip.NOT_A_CODE: _(
            "This is not the code of a sheet. It stands at the top, after the word “check”: four "
            "letters and digits, never I, L, O or U."
        ),
    }[slip]


def doubt_sentence(reading: Reading) -> str:
    """Said before an answer is taken that is seldom meant; Enter once more takes it."""
    if reading.found is Found.MISSING:
        return _("Nothing is typed. If the sheet is not in the binder, press Enter once more.")
    if reading.found is Found.UNKNOWN:
        return _("No sheet ever printed here has this code. Read it again; if it is right, press "
                 "Enter once more.")  # fmt: skip
    return ""


def result_sentence(check: ShelfCheck) -> str:
    total = len(check.sheets)
    if check.current == total:
        return ngettext(
            "The sheet lies there as it should.", "All {count} sheets lie there as they should.",
            total,
        ).format(count=total)  # fmt: skip
    return ngettext(
        "{current} of {count} sheet lies there as it should.",
        "{current} of {count} sheets lie there as they should.",
        total,
    ).format(current=check.current, count=total)


def advice_sentences(check: ShelfCheck) -> tuple[str, ...]:
    """What to do, the most urgent first; nothing where all is well."""
    said = (
        (
            {Found.MISSING, Found.OLD, Found.OTHER_SHEET, Found.OTHER_DEPARTMENT, Found.UNKNOWN},
            _("To be printed again and put in place: {codes}."),
        ),
        (
            {Found.OLD, Found.OTHER_SHEET, Found.OTHER_DEPARTMENT, Found.UNKNOWN},
            _("Take out what lies in the place of {codes}: it must not be read in an outage."),
        ),
        (
            {Found.NEWER},
            _(
                "Newer than what is recorded as filed: {codes}. Record the filing of the last "
                "printing; if this PC knows no such printing, the home was restored from a backup."
            ),
        ),
    )
    lists = ((_codes(check, kinds), sentence) for kinds, sentence in said)
    return tuple(sentence.format(codes=codes) for codes, sentence in lists if codes)


def _codes(check: ShelfCheck, kinds: set[Found]) -> str:
    return ", ".join(sheet.code for sheet in check.sheets if sheet.found in kinds)


def needs_paper(check: ShelfCheck) -> bool:
    return any(sheet.found not in {Found.PRESENT, Found.NEWER} for sheet in check.sheets)
