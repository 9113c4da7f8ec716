"""Which columns of a list of numbers hold the numbers and whose they are, told from the cells."""

from __future__ import annotations

import re

from referent_desk.domain.hotlines import Hotline, hotlines
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.number_cells import is_put_through
from referent_desk.domain.post_hours import is_by_night
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
    r"chambres?|finess|rpps|contrats?|client|licences?|version|annee|date|nombre|nb|effectif|etp)\b"
)


_LINE = re.compile(
    r"\b(?:bips?|bleep|pager|portables?|mobiles?|gsm|sda|fax|fixe|lignes?|directe?s?|externes?|"
    r"exterieure?s?|internes?|abreges?|postes?|tel|tels|telephones?|numeros?|dect|phone)\b"
)
_VAGUE = re.compile(r"^n°?s?$|\bcontacts?\b")
_HELP = re.compile(r"\b(?:appeler|joindre|hotline|support|assistance|depannage)\b")
_HOURS = frozenset({"horaires", "heures", "disponibilite", "joignable", "plage horaire", "quand"})
_SHORTEST_EXTENSION = 3
_LATE = re.compile(r"\bhno\b|\bnon[ -]ouvr")


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
    """Where titles do not say it: the first column of numbers, and the first of words before it.

    Others whose title says so are of the night, or further lines of each row.
    """
    _free_names(table, fields)
    taken = set(fields.values())
    if not {Field.NUMBER, Field.DECT} & taken:
        places = [p for p in _free(table, fields) if _holds_numbers(table, p)]
        if not places:
            return
        fields[min(places, key=lambda place: (_is_late(table, place), place))] = Field.NUMBER
    if Field.NIGHT not in taken:
        late = (p for p in _free(table, fields) if _is_late(table, p) and _calls(table, p))
        fields.update(dict.fromkeys(list(late)[:1], Field.NIGHT))
    further = [p for p in _free(table, fields) if _is_line(table, p) and _calls(table, p)]
    fields.update(dict.fromkeys(further, Field.NUMBER))
    if Field.LABEL not in taken:
        called = (p for p in _free(table, fields) if _holds_words(table, p))
        fields.update(dict.fromkeys(list(called)[:1], Field.LABEL))


def columns_of_support(table: Table, fields: Fields) -> None:
    """Of a list of software: its only column of numbers, and when these answer."""
    taken = set(fields.values())
    if Field.SUPPORT_CONTACT not in taken:
        called = (p for p in _free(table, fields) if _helps(table, fields, p))
        fields.update(dict.fromkeys(list(called)[:1], Field.SUPPORT_CONTACT))
    if Field.SUPPORT_CONTACT in fields.values() and Field.SUPPORT_HOURS not in taken:
        hours = (p for p in _free(table, fields) if table.titles[p].key in _HOURS)
        fields.update(dict.fromkeys(list(hours)[:1], Field.SUPPORT_HOURS))


def _helps(table: Table, fields: Fields, place: int) -> bool:
    """A bare `Tél.` right of somebody may be theirs."""
    title, filled = folded(table.titles[place].shown), [t for t in table.column(place) if t]
    called = [text for text in filled if any(map(_is_long, hotlines(text)))]
    is_beside = fields.get(place - 1) in {Field.REFERENT, Field.DEPUTY}
    is_vague = not is_beside and bool(_LINE.search(title) or _VAGUE.search(title))
    is_meant = (is_vague or bool(_HELP.search(title))) and not _OTHER.search(title)
    return is_meant and 0 < 3 * len(filled) <= 5 * len(called)


def _is_long(line: Hotline) -> bool:
    return sum(map(str.isdigit, line.number)) >= _SHORTEST_EXTENSION


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


def _free_names(table: Table, fields: Fields) -> None:
    """`Numéros | Jour | Nuit`: the first of these names whom one calls."""
    named = [place for place, field in fields.items() if field is Field.NUMBER]
    is_other = any(_holds_numbers(table, place) for place in _free(table, fields))
    if named and is_other and _names(table, named[0]):
        del fields[named[0]]


def _names(table: Table, place: int) -> bool:
    """Words without a digit, in every cell."""
    filled = [text for text in table.column(place) if text]
    return len(filled) >= _FEWEST and not any(c.isdigit() for text in filled for c in text)


def _is_late(table: Table, place: int) -> bool:
    title = table.titles[place].shown
    return is_by_night(title) or bool(_LATE.search(folded(title)))


def _is_line(table: Table, place: int) -> bool:
    title = folded(table.titles[place].shown)
    return bool(_LINE.search(title)) and not _OTHER.search(title)


def _calls(table: Table, place: int) -> bool:
    """Whether most cells lead to somebody: by a number, or by whoever puts one through."""
    filled = [text for text in table.column(place) if text]
    called = [text for text in filled if is_dialled(text) or is_put_through(text)]
    return 0 < 3 * len(filled) <= 5 * len(called) and not counts_lines(filled)


def _holds_words(table: Table, place: int) -> bool:
    filled = [text for text in table.column(place) if text]
    return len(filled) >= _FEWEST and all(any(c.isalpha() for c in text) for text in filled)
