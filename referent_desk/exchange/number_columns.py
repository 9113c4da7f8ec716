"""Which columns of a list of numbers hold the numbers and whose they are, told from the cells."""

from __future__ import annotations

import re

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.texts import folded
from referent_desk.exchange.tables import Fields, Table, guess_fields

_FEWEST = 2
_LONGER_THAN_CODES = 9
_BESIDE = re.compile(r"\([^)]*\)|\b(?:poste|dect|int|interne|ext|tel|n°|bip|ligne directe)\b\.?:?")
"""What stands beside a number in its cell."""
_DIALLED = re.compile(r"\+?[\d ./()-]*\d[\d ./()-]*")
_NOT_DIALLED = re.compile(r"\d{4}-\d\d|\d\d?/\d\d?/\d\d|^(?:19|20)\d\d$")
"""Days and years."""
_OTHER = re.compile(
    r"\b(?:n|no|num|numero)? ?(?:uf|code|codes|matricule|lits|places|prix|quantite|qte|etage|"
    r"chambres?|finess|rpps|version|annee|date|nombre|nb|effectif|etp)\b"
)


def is_dialled(text: str) -> bool:
    """`4850`, `4 8 5 0`, `06.98.76.54.32`, `+33 4 77 12 34 80`, `18 / int. 4444`."""
    bare = _BESIDE.sub(" ", folded(text)).strip()
    if not _DIALLED.fullmatch(bare) or _NOT_DIALLED.search(bare):
        return False
    lengths = [len(re.sub(r"\D", "", part)) for part in bare.split("/")]
    return all(1 <= length <= 5 or 8 <= length <= 14 for length in lengths)


def is_no_code(text: str) -> bool:
    """`4127` may be the code of a ward; what is set as a telephone number is none."""
    return is_dialled(text) and (not text.isdigit() or len(text) >= _LONGER_THAN_CODES)


def counts_lines(texts: list[str]) -> bool:
    """Whether the cells number the lines."""
    filled = [text for text in texts if text]
    return filled == [str(number) for number in range(1, len(filled) + 1)]


def columns_of_numbers(table: Table, fields: Fields) -> None:
    """Where titles do not say it: the first column of numbers, and the first of words before it."""
    taken = set(fields.values())
    if not {Field.NUMBER, Field.DECT} & taken:
        place = next((p for p in _free(table, fields) if _holds_numbers(table, p)), None)
        if place is None:
            return
        fields[place] = Field.NUMBER
    if Field.LABEL not in taken:
        called = (p for p in _free(table, fields) if _holds_words(table, p))
        fields.update(dict.fromkeys(list(called)[:1], Field.LABEL))


def fields_of_numbers(table: Table) -> Fields:
    fields = guess_fields(ImportKind.DIRECTORY, table.titles)
    columns_of_numbers(table, fields)
    return fields


def _free(table: Table, fields: Fields) -> list[int]:
    return [place for place in range(len(table.titles)) if place not in fields]


def _holds_numbers(table: Table, place: int) -> bool:
    filled = [text for text in table.column(place) if text]
    dialled = [text for text in filled if is_dialled(text)]
    is_other = bool(_OTHER.search(folded(table.titles[place].shown)))
    enough = len(dialled) >= _FEWEST and 3 * len(dialled) >= 2 * len(filled)
    return enough and not counts_lines(filled) and not is_other


def _holds_words(table: Table, place: int) -> bool:
    filled = [text for text in table.column(place) if text]
    return len(filled) >= _FEWEST and all(any(c.isalpha() for c in text) for text in filled)
