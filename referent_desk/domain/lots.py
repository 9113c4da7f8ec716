"""Blank forms printed with serials: never given twice.

A serial is six digits and a character that checks them together with the department and the form:
`000137 K` of another form, or with two digits swapped, is not one that was given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from referent_desk.domain.check_codes import CHECK_ALPHABET

MOST_AT_ONCE = 2_000
HIGHEST_SERIAL = 999_999
_DIGITS = 6
_THOUSAND = 1_000
_ALIKE = str.maketrans("ILOU", "110V")


@dataclass(frozen=True, slots=True)
class Lot:
    """`first`…`last` are the serials. `annulled` is why the lot is no longer to be accounted for:
    nobody may use its sheets, and its serials are never given again either."""

    id: str
    form_code: str
    form_title: str
    form_revision: str
    first: int
    amount: int
    who: str
    day: date
    annulled: str = ""

    @property
    def last(self) -> int:
        return self.first + self.amount - 1


def next_serial(last_known: int, mark: int) -> int:
    """The first serial of the next lot, of one form and one department.

    `last_known` is the highest in the database, `mark` the highest that was ever given according to
    the file beside it; 0 where there is none. A mark lower than what the database knows is an old
    one, so nobody can tell what was given since: the numbers go on after the next full thousand.
    """
    if mark >= last_known:
        return mark + 1
    return (last_known // _THOUSAND + 1) * _THOUSAND + 1


def serial_digits(serial: int) -> str:
    return f"{serial:0{_DIGITS}}"


def serial_check(paper_code: str, form_code: str, serial: int) -> str:
    """One wrong character, or two swapped ones, give another check character.

    Each character is multiplied by a power of 2 of its own in the field of 32 elements, so this
    holds for up to 31 characters.
    """
    total = 0
    for character in f"{paper_code}{form_code}{serial_digits(serial)}".upper().translate(_ALIKE):
        place = CHECK_ALPHABET.find(character)
        total = _double(total ^ (place if place >= 0 else ord(character) & 31))
    return CHECK_ALPHABET[total]


def serial_words(paper_code: str, form_code: str, serial: int) -> str:
    """As it is printed and read aloud: `000137 K`."""
    return f"{serial_digits(serial)} {serial_check(paper_code, form_code, serial)}"


def form_payload(paper_code: str, form_code: str, serial: int) -> str:
    """What the symbol of a numbered sheet says: `RD1 F CAR2 F05 000137 K`."""
    return f"RD1 F {paper_code} {form_code} {serial_words(paper_code, form_code, serial)}"


def _double(element: int) -> int:
    """Times x modulo x⁵ + x² + 1."""
    doubled = element << 1
    return doubled ^ 0b100101 if doubled & 0b100000 else doubled
