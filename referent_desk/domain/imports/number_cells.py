"""A cell of a list of numbers: the number, who else answers, and what is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from referent_desk.domain.hotlines import BETWEEN, TIMES
from referent_desk.domain.texts import clean_line, folded

_NUMBER = re.compile(
    r"(?P<line>(?<!\w)(?:dect|bip|bleep)[\s.:°]*)?"
    r"(?:(?<!\w)(?:postes?|t[ée]l|t[ée]l[ée]phone|port|portable|interne|int|ext|phone"
    r"|no|n|n°)(?!\w)|☎)?[\s.:°]*(?<![\w/])(?<!h )"
    r"(?P<number>\+?\d(?:(?:[\d .-]|\(0\))*\d)?(?![\w/]|\s*h\b)"
    r"(?:\s*,?\s*(?:puis )?(?:tapez|taper|touche|choix|option|press) ?\d\b)?)",
    re.IGNORECASE,
)
NUMBERS_ALONE = re.compile(r"[\d\s.+()/,;–-]+")
_SAYS_A_NUMBER = frozenset(
    {"poste", "postes", "tel", "telephone", "dect", "bip", "bleep", "port", "portable", "interne",
     "int", "ext", "extension", "phone", "no", "n", "numero", "ou", "puis", "or", "then"}
)  # fmt: skip
_INSIDE = re.compile(r"\b(\d{1,5}) (int(?:erne)?)\b[\s.:]*(?=\d{2})", re.IGNORECASE)
_THROUGH = re.compile(
    r"\b(?:par|via|passer|appeler|composer|faire|demander|voir|standard|through|via|ask|call|dial|see"
    r"|switchboard)\b"
)
"""Somebody else puts one through: what is dialled then is theirs."""
_NO_NUMBER = re.compile(
    rf"{TIMES.pattern}|\b(?:bureau|porte|salle|chambre|[ée]tage|niveau|b[âa]t\w*|box|room|floor)\W*"
    r"\d{1,3}(?!\d|[ .]\d)|\b(?:client|code)\W*\d+|(?<![\d ])\d(?= lignes?\b)",
    re.IGNORECASE,
)
"""Digits that nobody dials: hours, places, codes."""
_ASIDE = re.compile(r"\([^()]*\)")
_DASHES = re.compile(r"[\s–—/_-]+")
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = " :,;–-"


class Part(NamedTuple):
    """Who answers, where it is said before the number; what is said behind it."""

    before: str
    number: str
    after: str

    @property
    def words(self) -> str:
        return ", ".join(filter(None, (self.before, self.after)))


class NumberCell(NamedTuple):
    """`beside` is said of the number; `others` are numbers with words of their own."""

    number: str
    beside: str = ""
    others: tuple[Part, ...] = ()


def is_put_through(text: str) -> bool:
    """`voir standard`: words without a number, that stand where it would."""
    return not any(map(str.isdigit, text)) and leads_through(text)


def leads_through(text: str) -> bool:
    return _THROUGH.search(folded(text)) is not None


def is_dash(text: str) -> bool:
    """`-`: whoever leaves no cell empty says so that there is no number."""
    return _DASHES.fullmatch(text) is not None


def read_number_cell(text: str) -> NumberCell:
    """As it stands, where it holds numbers alone, or words that lead to somebody's number."""
    words = _WORD.findall(folded(text))
    if _SAYS_A_NUMBER.issuperset(words) and not any(map(_WORD.search, _ASIDE.findall(text))):
        return NumberCell(_INSIDE.sub(r"\1 / \2 ", text))
    parts = [_read(part) for part in _parts(text)]
    numbered = [part for part in parts if part.number]
    if not any(_digits(part.number) > 1 or _digits(part.after) > 1 for part in numbered):
        return NumberCell(text)
    first, *more = numbered
    plain = (part.number for part in more if not part.words)
    beside = (first.words, *(part.words for part in parts if not part.number))
    return NumberCell(
        " / ".join((first.number, *plain)),
        ", ".join(filter(None, beside)),
        tuple(part for part in more if part.words),
    )


def read_part(text: str) -> Part:
    """Of a cell with one number; all of it stands for the number where it has none."""
    part = Part("", "", "") if NUMBERS_ALONE.fullmatch(text) else _read(text)
    return part if part.number else Part("", text, "")


def _parts(text: str) -> Iterator[str]:
    whole = [found.span() for form in (_ASIDE, TIMES) for found in form.finditer(text)]
    begin = 0
    for found in BETWEEN.finditer(text):
        if not any(first <= found.start() < last for first, last in whole):
            yield text[begin : found.start()]
            begin = found.end()
    yield text[begin:]


def _read(text: str) -> Part:
    """Without a number where it has none, or only that of somebody who puts one through."""
    hidden = _NO_NUMBER.sub(lambda found: "_" * len(found[0]), text)
    for found in _NUMBER.finditer(hidden):
        before = _plain(text[: found.start()])
        if before and _digits(found["number"]) < 2:
            continue
        if _THROUGH.search(folded(before)):
            break
        number = f"{found['line'] or ''}{found['number']}"
        return Part(before, number, _plain(text[found.end() :]))
    return Part(_plain(text), "", "")


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _plain(text: str) -> str:
    words = clean_line(text).strip(_ENDS)
    inner = words[1:-1].strip(_ENDS)
    return inner if _ASIDE.fullmatch(words) else words
