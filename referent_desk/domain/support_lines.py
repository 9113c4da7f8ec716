"""The hotlines of a department's programs, as lines of its emergency directory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from referent_desk.domain.directory import DirectoryEntry
from referent_desk.domain.passwords import may_hold_password
from referent_desk.domain.posts import is_on_call_alone
from referent_desk.domain.sheets import DirectoryLine
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.coverage import CoverageFacts  # paper needs numbers, not these
    from referent_desk.domain.software import Deployment, Software

_NUMBER = re.compile(r"\+?(?:\(0\)|\d)[\d .\-]*(?:\(0\)[\d .\-]+)?(?!\w)")
_BESIDE = re.compile(r"\(((?!0\))[^()]*)\)?")
_BETWEEN = re.compile(r"\s*(?:[/;|\n]|\bou\b|\bor\b)\s*")
_IS_ADDRESS = re.compile(r"@|://|\bwww\.")
_FRENCH = re.compile(r"0\d(?:[ .\-]?\d\d){4}")
_ABROAD = r"(?:\+|00)33[ .]?(?:\(0\)[ .]?)?(?=[1-9])"
_FRENCH_WITHIN = re.compile(
    rf"(?<![\d+.])(?:{_FRENCH.pattern}|{_ABROAD}\d(?:[ .\-]?\d\d){{4}})(?!\d)"
)
_DIGITS_APART = re.compile(r"(?<!\d)(?<!\d[ .])\d(?: \d){3}(?![ .]?\d)")
_TWO_AND_TWO = re.compile(r"(?:^|(?<=[/·]))([^\d/·()+]*\d\d)[ .](\d\d)(?=\s*(?:$|[/·(]))")
"""An extension of four digits, alone between strokes: `de 12.30 à 17.30` is none."""
_SAYS_TELEPHONE = frozenset(
    {"poste", "tel", "telephone", "dect", "bip", "port", "portable", "n", "no", "n°", "p", "phone",
     "ext", "extension", "bleep", "voir", "appeler", "call", "see", "int", "interne", "numero",
     "au", "le", "la", "hotline", "assistance", "support"}
)  # fmt: skip
"""Words before a number that say no more than that it is one."""
_SAYS_NO_MORE = _SAYS_TELEPHONE.union(
    folded(
        "de du des l a au et en ou to and or h j lun mar mer jeu ven sam dim lundi mardi mercredi "
        "jeudi vendredi samedi dimanche mon tue wed thu fri sat sun monday tuesday wednesday "
        "thursday friday saturday sunday jour jours nuit nuits soir week end weekend we day night "
        "férié fériés ouvré ouvrés ouvrable ouvrables ouvrée ouvrées heure heures ho hno journée "
        "semaine avant après garde astreinte on dsi info informatique it technique"
    ).split()
)
"""Words beside the number of the IT department that tell who it is and when, and nothing else."""
_GLUED = re.compile(r"([^\W\d_]+)(\d+(?:\.\d+)*)")
_CLOCK = r"(?<!\d )\d{1,2}(?:\s*-\s*\d{1,2})?\s*h(?:\s*\d\d(?!\d))?(?![^\W\d_])"
_TIMES = re.compile(
    r"(?<!\d)(?:24\s*h?\s*/\s*24(?!\d)(?:\s*h\b)?|7\s*j?\s*/\s*7(?!\d)(?:\s*j\b)?|24\s*h?\s*/\s*7(?!\d)|"
    rf"{_CLOCK}(?:\s*[-–/à]\s*{_CLOCK})?)",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(rf"{_TIMES.pattern}|\d+(?=\s*(?:chiffres?|digits)\b)", re.IGNORECASE)
"""Digits that nobody dials."""
_IS_NUMBER_FIRST = re.compile(r"(?:(?:hotline|assistance|support)\s*:?\s*)?\+?\d", re.IGNORECASE)
_STROKE = "\ue0ff"
"""Stands for the one of `24h/24`, while a contact is cut at the others."""
_MARK = 0xE000
_MARKS = re.compile("[\ue000-\ue0fe]")
"""Stand for what is in brackets, one for each, while a contact is cut at its strokes."""
_FEWEST_DIGITS = 2
_LONGEST_EXTENSION = 6


@dataclass(frozen=True, slots=True)
class Hotline:
    """`who` answers, empty where the list does not say; `hours` is what stands in brackets."""

    number: str
    who: str = ""
    hours: str = ""


def hotlines(contact: str) -> tuple[Hotline, ...]:
    """The numbers of a contact as it was typed; none where it holds none: `voir DSI`."""
    asides = [aside.strip() for aside in _BESIDE.findall(contact)]
    marks = iter(map(chr, range(_MARK, _MARK + len(asides))))
    plain = _BESIDE.sub(lambda _aside: next(marks), contact)
    if _IS_ADDRESS.search(plain):
        return ()
    whole = _TIMES.sub(lambda time: time[0].replace("/", _STROKE), plain)
    parts = (part.replace(_STROKE, "/") for part in _BETWEEN.split(whole))
    found = [_hotline(part, asides) for part in parts]
    return tuple(line for line in found if line is not None)


def _hotline(marked: str, asides: list[str]) -> Hotline | None:
    """Hours in brackets are those of the number in whose part they stand."""
    beside = [asides[ord(mark) - _MARK] for mark in _MARKS.findall(marked)]
    text = _MARKS.sub(" ", marked)
    number = _number_in(text)
    if number is None or sum(map(str.isdigit, number[0])) < _FEWEST_DIGITS:
        return None
    before, after = text[: number.start()], text[number.end() :].strip(" ,;:–-")
    words = [
        word
        for word in re.split(r"[\s:.,–-]+", _TIMES.sub(" ", before))
        if word and folded(word) not in _SAYS_TELEPHONE
    ]
    times = (found[0].strip() for found in _TIMES.finditer(before))
    if beside and _says_more(after):
        beside.insert(0, after)
    hours = ", ".join(beside) or ", ".join(filter(None, (*times, after)))
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
    is_number = folded(glued[1]) in _SAYS_TELEPHONE and len(glued[2]) >= _FEWEST_DIGITS
    return glued[0] if is_number else glued[1] + "_" * len(glued[2])


def in_pairs(text: str) -> str:
    """`0299451330 (24 h)` → `02 99 45 13 30 (24 h)`: as one reads a number to somebody."""
    whole = _FRENCH_WITHIN.sub(lambda found: printed_number(found[0]), text)
    whole = _DIGITS_APART.sub(lambda found: found[0].replace(" ", ""), whole)
    return _TWO_AND_TWO.sub(r"\1\2", whole)


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
    lines = hotlines(text) if _TIMES.search(text) and _IS_NUMBER_FIRST.match(text) else ()
    is_one = len(lines) == 1 and bool(lines[0].hours)
    return (lines[0].number, lines[0].hours) if is_one else (text, "")


def is_extension(contact: str) -> bool:
    """Whether all its numbers are too short for one outside: somebody of the hospital answers."""
    lines = hotlines(contact)
    digits = (sum(map(str.isdigit, line.number)) for line in lines)
    return bool(lines) and max(digits) <= _LONGEST_EXTENSION


def is_among(contact: str, numbers: str) -> bool:
    """Whether every number of a contact is one of those."""
    known = {dialled(number) for number in numbers.split("·")}
    lines = hotlines(contact)
    return bool(lines) and known.issuperset(dialled(line.number) for line in lines)


def is_answered_by(contact: str, numbers: str) -> bool:
    """Whether it says no more than those numbers do: `3000 tapez 1` does."""
    return is_among(contact, numbers) and not any(
        _says_more(line.hours) for line in hotlines(contact)
    )


def _says_more(beside: str) -> bool:
    """Whether words beside a number tell more than whose it is, and when."""
    words = re.findall(r"[^\W\d_]+", folded(_TIMES.sub(" ", beside)))
    return not _SAYS_NO_MORE.issuperset(words)


def answering(software: Iterable[Software]) -> tuple[DirectoryEntry, ...]:
    """Whom a list of programs names beside a number: the kitchen of `Cuisine centrale 5230`.

    In `DSI 5000 / astreinte 5099` the second number is that of the first one's on call.
    """
    found: list[DirectoryEntry] = []
    for contact in sorted({one.support_contact for one in software if one.support_contact}):
        first = ""
        for line in hotlines(contact):
            label = f"{line.who} {first}" if first and is_on_call_alone(line.who) else line.who
            first = first or line.who
            if label:
                found.append(DirectoryEntry("", "", "", label, line.number, hours=line.hours))
    return tuple(found)


def support_lines(
    facts: CoverageFacts, entries: Iterable[DirectoryEntry]
) -> tuple[DirectoryLine, ...]:
    """One for each hotline, named by the programs it helps with.

    Where one of the `entries` has its number, the line says whose: `Orvane, Prescia · Hotline`,
    and when they answer for these, if that is told otherwise.
    """
    known: dict[str, DirectoryEntry] = {}
    for entry in entries:
        known.setdefault(dialled(entry.number), entry)
    names: dict[Hotline, list[str]] = {}
    shared: dict[tuple[str, str], list[str]] = {}
    for contact, name in _contacts(facts):
        for line in hotlines(contact):
            number = dialled(line.number)
            if number in known and not _says_more(line.hours):
                if folded(known[number].label) != folded(name):
                    hours = line.hours if line.hours != known[number].hours else ""
                    shared.setdefault((number, hours), []).append(name)
            else:
                names.setdefault(line, []).append(name)
    own = (_line(line, called) for line, called in names.items())
    others = (_line_of(known[at], hours, called) for (at, hours), called in shared.items())
    return (*own, *others)


def _line_of(entry: DirectoryEntry, hours: str, called: Iterable[str]) -> DirectoryLine:
    programs = ", ".join(dict.fromkeys(called))
    told = " · ".join(filter(None, (entry.label, hours)))
    return DirectoryLine(programs, entry.number, private=entry.private, hours=told)


def printed_remark(text: str) -> str:
    """What a department remarks of a program as paper says it: nothing that may be a password."""
    return "" if may_hold_password(text) else text


def outside_lines(facts: CoverageFacts, helpers: Sequence[Hotline]) -> tuple[DirectoryLine, ...]:
    """Of each program without a sheet: its name, what it is used for, whom to call for it: the
    `helpers` where no number of its own is known."""
    uses = [(facts.software[u.software_id], printed_remark(u.purpose)) for u in _outside(facts)]
    lines: list[DirectoryLine] = []
    for software, purpose in sorted(uses, key=lambda use: (use[0].name.casefold(), use[0].id)):
        label = f"{software.name} ({purpose})" if purpose else software.name
        for line in hotlines(software.support_contact) or helpers or (Hotline(""),):
            hours = " · ".join(filter(None, (line.who, line.hours)))
            lines.append(DirectoryLine(label, line.number, hours=hours))
    return tuple(dict.fromkeys(lines))


def _outside(facts: CoverageFacts) -> list[Deployment]:
    """Uses that no function holds, of programs that have no other use there."""
    asked = {d.software_id for d in facts.deployments if d.function_id or not d.outside}
    return [d for d in facts.deployments if d.software_id not in asked | {""}]


def hotline_numbers(facts: CoverageFacts) -> tuple[str, ...]:
    """One for each program that has one, as often as programs name it."""
    return tuple(line.number for contact, _name in _contacts(facts) for line in hotlines(contact))


def _contacts(facts: CoverageFacts) -> list[tuple[str, str]]:
    """Of each program with a sheet what is typed as its support, and its name."""
    used = {d.software_id for d in facts.deployments} - {d.software_id for d in _outside(facts)}
    software = (facts.software[id_] for id_ in used if id_ in facts.software)
    ordered = sorted(software, key=lambda s: (s.name.casefold(), s.id))
    return [(one.support_contact, one.name) for one in ordered if one.support_contact]


def dialled(number: str) -> str:
    """To compare by: the digits of the first number in a text, else the text itself."""
    found = _number_in(number)
    if found is None:
        return number.casefold()
    return "".join(filter(str.isdigit, printed_number(found[0])))


def _line(line: Hotline, called: list[str]) -> DirectoryLine:
    programs = ", ".join(called)
    label = f"{line.who} ({programs})" if line.who else programs
    return DirectoryLine(label, line.number, hours=line.hours)
