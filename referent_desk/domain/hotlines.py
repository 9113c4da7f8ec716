"""The numbers of a contact as people type it: `DSI 5000 (7h30-19h) / astreinte 5099 la nuit`."""

from __future__ import annotations

import re
from functools import lru_cache

from referent_desk.domain.directory import NUMBERS_BETWEEN
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

_NUMBER = re.compile(
    r"\+?(?:\(0\)|\d)[\d .\-]*(?:\(0\)[\d .\-]+)?(?!\w|\s?h(?![^\W\d_]))", re.IGNORECASE
)
_BESIDE = re.compile(r"\(((?!0\))[^()]*)\)?|([^\s,;()]*(?:@|://|\bwww\.)[^\s,;()]*)")
"""What is in brackets, and addresses: no digit of these is dialled."""
BETWEEN = re.compile(
    r"\s*(?:[/;|\n]|\bou\b|\bor\b|,\s*(?=(?:(?:astreintes?|gardes?|nuits?|soir|jour|we|"
    r"week-?ends?|dsi|hotline|poste|t[ée]l|dect|bip|portable|n°|on[ -]call|night|ext)\b[\s.:]*)*"
    r"\+?\d(?:[ .]?\d){2,}(?!\w|[ .]?\d))|(?<=\d{4})\s[-–]\s(?=\d{4}(?!\d)))\s*",
    re.IGNORECASE,
)
_FRENCH = re.compile(r"0\d(?:[ .\-]?\d\d){4}")
_ABROAD = r"(?:\+|00)33[ .]?(?:\(0\)[ .]?)?(?=[1-9])"
_FRENCH_WITHIN = re.compile(
    rf"(?<![\d+.])(?:{_FRENCH.pattern}|{_ABROAD}\d(?:[ .\-]?\d\d){{4}})(?!\d)"
)
_DIGITS_APART = re.compile(r"(?<!\d)(?<!\d[ .])\d(?: \d){3}(?![ .]?\d)")
_TWO_AND_TWO = re.compile(r"(?:^|(?<=[/·]))([^\d/·()+]*\d\d)[ .](\d\d)(?=\s*(?:$|[/·(]))")
"""An extension of four digits, alone between strokes: `de 12.30 à 17.30` is none."""
SAYS_TELEPHONE = frozenset(
    {"poste", "tel", "telephone", "dect", "bip", "port", "portable", "n", "no", "n°", "p", "phone",
     "ext", "extension", "bleep", "voir", "appeler", "call", "see", "int", "interne", "numero",
     "au", "le", "la", "hotline", "assistance", "support"}
)  # fmt: skip
"""Words before a number that say no more than that it is one."""
_LINE = re.compile(r"\b(poste|interne|int\.|ext\.?|dect|bip|bleep) (?=\d)", re.IGNORECASE)
_GLUED = re.compile(r"([^\W\d_]+)(\d+(?:\.\d+)*)")
_CLOCK = r"(?<!\d )(?<![\d.])\d{1,2}(?:\s*-\s*\d{1,2})?\s*h(?:\s*\d\d(?!\d))?(?![^\W\d_])"
TIMES = re.compile(
    r"(?<!\d)(?:24\s*h?\s*/\s*24(?!\d)(?:\s*h\b)?|7\s*j?\s*/\s*7(?!\d)(?:\s*j\b)?|24\s*h?\s*/\s*7(?!\d)|"
    rf"{_CLOCK}(?:\s*[-–/à]\s*{_CLOCK})?)",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(rf"{TIMES.pattern}|\d+(?=\s*(?:chiffres?|digits)\b)", re.IGNORECASE)
"""Digits that nobody dials."""
_IS_NUMBER_FIRST = re.compile(r"(?:(?:hotline|assistance|support)\s*:?\s*)?\+?\d", re.IGNORECASE)
_STROKE = "\ue0ff"
"""Stands for the one of `24h/24`, while a contact is cut at the others."""
_MARK = 0xE000
_MARKS = re.compile("[\ue000-\ue0fe]")
"""Stand for what is in brackets, one for each, while a contact is cut at its strokes."""
_FEWEST_DIGITS = 2
_ENDS = " ,;:–-"


@dataclass(frozen=True, slots=True)
class Hotline:
    """`who` answers, empty where the list does not say; `hours` is what stands in brackets."""

    number: str
    who: str = ""
    hours: str = ""


def hotlines(contact: str) -> tuple[Hotline, ...]:
    """The numbers of a contact as it was typed; none where it holds none: `voir DSI`."""
    asides = [(aside or address).strip() for aside, address in _BESIDE.findall(contact)]
    marks = iter(map(chr, range(_MARK, _MARK + len(asides))))
    plain = _BESIDE.sub(lambda _aside: next(marks), contact)
    whole = TIMES.sub(lambda time: time[0].replace("/", _STROKE), plain)
    found: list[Hotline] = []
    first = ""
    for part in (part.replace(_STROKE, "/") for part in BETWEEN.split(whole)):
        line = _hotline(part, asides)
        if line is not None:
            found.append(_with(line, first))
            first = ""
        elif found:
            found[-1] = _with(found[-1], _alone(part, asides))
        else:
            first = _alone(part, asides)
    return tuple(found)


def numbers_apart(contact: str) -> str:
    """`5410 (pharmacie) · 5500 (info)` of `pharmacie 5410 / info 5500`: each number by itself.

    As it stands where nothing is said of its numbers.
    """
    lines = () if NUMBERS_BETWEEN in contact else hotlines(contact)
    said = [", ".join(filter(None, (line.who, line.hours))) for line in lines]
    if not any(said):
        return contact
    numbers = (
        f"{line.number} ({words})" if words else line.number
        for line, words in zip(lines, said, strict=True)
    )
    return NUMBERS_BETWEEN.join(numbers)


def _with(line: Hotline, words: str) -> Hotline:
    return Hotline(line.number, line.who, ", ".join(filter(None, (line.hours, words))))


def _alone(marked: str, asides: list[str]) -> str:
    """What a part says that has no number of its own."""
    return _MARKS.sub(lambda mark: asides[ord(mark[0]) - _MARK], marked).strip(_ENDS)


def _hotline(marked: str, asides: list[str]) -> Hotline | None:
    """Hours in brackets are those of the number in whose part they stand."""
    beside = [asides[ord(mark) - _MARK] for mark in _MARKS.findall(marked)]
    text = _MARKS.sub(" ", marked)
    number = _number_in(text)
    if number is None or sum(map(str.isdigit, number[0])) < _FEWEST_DIGITS:
        return None
    before, after = text[: number.start()], text[number.end() :].strip(_ENDS)
    words = [
        word
        for word in re.split(r"[\s:.,–-]+", TIMES.sub(" ", before))
        if word and folded(word) not in SAYS_TELEPHONE
    ]
    times = (found[0].strip() for found in TIMES.finditer(before))
    hours = ", ".join(filter(None, (*times, after, *beside)))
    return Hotline(printed_number(number[0]), " ".join(words), hours)


def _number_in(text: str) -> re.Match[str] | None:
    """A whole French number before another; no digit that belongs to a name: `Médi4 5000`."""
    text = _NO_NUMBER.sub(lambda found: "_" * len(found[0]), text)
    french = _FRENCH_WITHIN.search(text)
    if french is not None:
        return _NUMBER.search(text, french.start())
    return _NUMBER.search(_GLUED.sub(_without_its_digits, text))


def _without_its_digits(glued: re.Match[str]) -> str:
    """Of the same length; `poste4780` stays: that word says no more than that it is a number."""
    is_number = folded(glued[1]) in SAYS_TELEPHONE and len(glued[2]) >= _FEWEST_DIGITS
    return glued[0] if is_number else glued[1] + "_" * len(glued[2])


def in_pairs(text: str) -> str:
    """`0299451330 (24 h)` → `02 99 45 13 30 (24 h)`: as one reads a number to somebody."""
    whole = _FRENCH_WITHIN.sub(lambda found: printed_number(found[0]), text)
    whole = _DIGITS_APART.sub(lambda found: found[0].replace(" ", ""), whole)
    return _TWO_AND_TWO.sub(r"\1\2", whole)


def unbroken(text: str) -> str:
    """With numbers in pairs that no end of a line divides, nor parts from `poste`, `interne`."""
    pairs = _FRENCH_WITHIN.sub(lambda found: printed_number(found[0]).replace(" ", "\u00a0"), text)
    return _LINE.sub("\\1\u00a0", pairs)


def printed_number(number: str) -> str:
    """`02.99.45.13.30` and `+33299451330` as `02 99 45 13 30`, `0800941212` as `0800 94 12 12`,
    `4 8 5 0` and `48.50` as `4850`.

    Others stay as they are typed, with blanks alone between their digits.
    """
    plain = " ".join(number.replace(".", " ").split()).strip(" -")
    plain = re.sub(rf"^{_ABROAD}(?=(?:[ \-]?\d){{9}}$)", "0", plain)
    if _DIGITS_APART.fullmatch(plain) or _TWO_AND_TWO.fullmatch(plain):
        return plain.replace(" ", "")
    if not _FRENCH.fullmatch(plain):
        return plain
    digits = "".join(filter(str.isdigit, plain))
    first = 4 if digits.startswith("08") else 2
    pairs = (digits[place : place + 2] for place in range(first, len(digits), 2))
    return " ".join((digits[:first], *pairs))


@lru_cache(maxsize=256)
def number_and_times(text: str) -> tuple[str, str]:
    """`02 61 91 40 10`, `24h/24` of `hotline 02 61 91 40 10 24h/24`; the text alone of others."""
    lines = hotlines(text) if TIMES.search(text) and _IS_NUMBER_FIRST.match(text) else ()
    is_one = len(lines) == 1 and bool(lines[0].hours)
    return (lines[0].number, lines[0].hours) if is_one else (text, "")


def dialled(number: str) -> str:
    """To compare by: the digits of the first number in a text, else the text itself."""
    found = _number_in(number)
    if found is None:
        return number.casefold()
    return "".join(filter(str.isdigit, printed_number(found[0])))
