"""Whom to call at night, where a list of numbers has a column for it."""

from __future__ import annotations

import re
from typing import NamedTuple

from referent_desk.domain.directory import DirectoryEntry, LineType, Purpose, line_of
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.posts import label_of
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.post_hours import hours_told, is_around_the_clock, is_by_night
from referent_desk.domain.posts import is_on_call_alone, post_words, purpose_told
from referent_desk.domain.texts import LONGEST_NAME, clean_line, folded

_OUTSIDE = re.compile(r"\b(?:hors|dehors|out of|outside|after hours)\b")
_OUTSIDE_HOURS = {"fr": "hors horaires", "en": "out of hours"}
_NIGHT = {"fr": "nuit", "en": "night"}
_WHEN = (
    (re.compile(r"\b(?:nuit|night)"), _NIGHT),
    (re.compile(r"\b(?:we|week[ -]?ends?)\b"), {"fr": "WE", "en": "weekend"}),
    (re.compile(r"\b(?:feries?|bank holidays?)\b"), {"fr": "fériés", "en": "bank holidays"}),
    (re.compile(r"\bgardes?\b"), {"fr": "garde", "en": "on call"}),
    (re.compile(r"\b(?:astreintes?|on[ -]call)\b"), {"fr": "astreinte", "en": "on call"}),
)
"""What the title of a column says of when its numbers answer, and how it stands in a label."""
_AT_ANY_HOUR = {"fr": "jour et nuit", "en": "day and night"}
_MANAGERS_ON_DUTY = frozenset(
    map(post_words, ("cadre de garde", "cadre de santé de garde", "manager on call"))
)
_NUMBER = re.compile(
    r"(?:(?<!\w)(?:postes?|t[ée]l|t[ée]l[ée]phone|dect|bip|bleep|port|portable|interne|int|ext|phone"
    r"|no|n|n°)(?!\w)|☎)?[\s.:°]*(?<![\w/])(?<!h )(?P<number>\+?\d(?:[\d .]*\d)?)(?![\w/]|\s*h\b)",
    re.IGNORECASE,
)
_NUMBERS_ALONE = re.compile(r"[\d\s.+()/,;–-]+")
_THROUGH = re.compile(
    r"\b(?:par|via|passer|appeler|demander|voir|standard|through|via|ask|call|see|switchboard)\b"
)
"""Somebody else puts one through: what is dialled then is theirs."""
_SAME = frozenset({"idem", "id", "meme", "meme numero", "same", "oui", "yes", "x"})
_NOBODY = frozenset({"non", "no", "neant", "aucun", "aucune", "rien", "none", "sans objet"})
_ENDS = " :,;()–-"


class _Cell(NamedTuple):
    """Who answers, where the cell says it before the number; what it says behind it."""

    before: str
    number: str
    after: str


def settle_night(
    run: Run, owner_id: str, line: SourceLine, work: LineWork, label: str
) -> DirectoryEntry | None:
    """A line of its own, called like that of the day; who answers, `interne de garde 4326`, is
    its remark.

    Words without a number, `par le standard`, stand where the number would. None where nobody is
    named, or the one who answers by day.
    """
    text = line.text(Field.NIGHT)
    if folded(text) in _NOBODY:
        work.say(Concern.NOTE, "night_without_number", value=text)
    if not text or folded(text) in _NOBODY or is_same_by_night(line):
        return None
    cell = _read(text)
    is_when = is_on_call_alone(cell.before)
    when = _when(run, is_closer=_tells_clock(cell, line))
    called = f"{label} ({cell.before if is_when else when})"
    who = "" if is_when else cell.before
    entry = _settled(run, owner_id, called, cell.number, (who, cell.after), line, work)
    if who and _answers_for_all(who) and not _has_own_line(run, owner_id, who, cell.number):
        _settled(run, owner_id, who, cell.number, (when, cell.after), line, work)
    return entry


def _settled(
    run: Run,
    owner_id: str,
    called: str,
    number: str,
    said: tuple[str, ...],
    line: SourceLine,
    work: LineWork,
) -> DirectoryEntry:
    shelf, heading = run.ledger.entries, line.text(Field.HEADING)
    known = shelf.find((owner_id, name_key(heading), name_key(called)))
    entry = next((each for each in known if each.closed_on is None), None)
    if entry is None:
        entry = DirectoryEntry(run.new_id(), owner_id, heading, called, number, position=line.row)
        run.add(shelf, entry, work, "directory_entry", called)
    wanted: dict[str, object] = {
        "number": number,
        "line_type": line_of(number, LineType.UNKNOWN) or None,
        "hours": _said(line, work, called, *said),
    }
    return run.settle(shelf, entry, wanted, called, work)


def _answers_for_all(who: str) -> bool:
    """Whom sheets name besides: `administrateur de garde`, in the row of the admissions."""
    is_director = purpose_told(who) is Purpose.ADMINISTRATOR_ON_DUTY
    return is_director or post_words(who) in _MANAGERS_ON_DUTY


def _has_own_line(run: Run, owner_id: str, who: str, number: str) -> bool:
    """Whether the list has a row for them, or the directory another number."""
    purpose, words = purpose_told(who), post_words(who)

    def is_theirs(label: str) -> bool:
        said = purpose_told(label)
        return post_words(label) == words or (said is purpose and said is not Purpose.NONE)

    rows = (label_of(line) for line in run.lines)
    entries = (e for e in run.ledger.entries.find(owner_id) if e.closed_on is None)
    others = (e.label for e in entries if (name_key(e.label), e.number) != (name_key(who), number))
    return any(map(is_theirs, (*rows, *others)))


def _when(run: Run, *, is_closer: bool) -> str:
    """When the numbers of the column answer, as its title says it, unless the row is closer."""
    title = "" if is_closer else folded(dict(run.choices.labels).get(Field.NIGHT, ""))
    told = [_OUTSIDE_HOURS] if _OUTSIDE.search(title) else []
    told = told or [said for words, said in _WHEN if words.search(title)] or [_NIGHT]
    return "/".join(dict.fromkeys(each.get(run.choices.language, each["en"]) for each in told))


def _tells_clock(cell: _Cell, line: SourceLine) -> bool:
    """`après 20h`, of the number by night."""
    remark = line.text(Field.REMARKS) if not _day(line) or _is_of_the_night(line) else ""
    said = (cell.after, remark, "" if _day(line) else line.text(Field.HOURS))
    return any(any(map(str.isdigit, hours_told(each))) for each in said if is_by_night(each))


def said_by_day(run: Run, line: SourceLine, work: LineWork, label: str) -> str:
    """When a number answers, and what else is said of it: both stand beside it."""
    hours, remark = line.text(Field.HOURS), line.text(Field.REMARKS)
    always = ""
    if is_same_by_night(line) and not is_around_the_clock(f"{hours} {remark}"):
        always = _AT_ANY_HOUR.get(run.choices.language, _AT_ANY_HOUR["en"])
    return _together(work, label, always, hours, "" if _is_of_the_night(line) else remark)


def is_same_by_night(line: SourceLine) -> bool:
    text, by_day = line.text(Field.NIGHT), _day(line)
    if not text or not by_day:
        return False
    digits = "".join(filter(str.isdigit, text))
    is_number = bool(digits) and _NUMBERS_ALONE.fullmatch(text) is not None
    return folded(text) in _SAME or (is_number and digits == "".join(filter(str.isdigit, by_day)))


def _is_of_the_night(line: SourceLine) -> bool:
    """Whether a remark is on the number of the night, of a row that has one of the day too."""
    text = line.text(Field.NIGHT)
    has_both = text and _day(line) and not is_same_by_night(line) and folded(text) not in _NOBODY
    return bool(has_both) and is_by_night(line.text(Field.REMARKS))


def _day(line: SourceLine) -> str:
    return line.text(Field.NUMBER) or line.text(Field.DECT)


def _said(line: SourceLine, work: LineWork, called: str, *said: str) -> str:
    """All that a row says of its only number; else what speaks of the night."""
    is_alone = not _day(line)
    hours = line.text(Field.HOURS) if is_alone else ""
    remark = line.text(Field.REMARKS) if is_alone or _is_of_the_night(line) else ""
    return _together(work, called, *said, hours, remark)


def _together(work: LineWork, label: str, *said: str) -> str:
    """The last is left where all are too long for one line."""
    both = ", ".join(dict.fromkeys(filter(None, said)))
    if len(both) <= LONGEST_NAME:
        return both
    work.say(Concern.NOTE, "remark_not_kept", name=label, value=said[-1])
    return ", ".join(filter(None, said[:-1]))[:LONGEST_NAME]


def _read(text: str) -> _Cell:
    found = _NUMBER.search(text)
    if _NUMBERS_ALONE.fullmatch(text) or found is None or _THROUGH.search(folded(text)):
        return _Cell("", text, "")
    before, after = text[: found.start()], text[found.end() :]
    return _Cell(_trimmed(before), found["number"], _trimmed(after))


def _trimmed(text: str) -> str:
    return clean_line(text).strip(_ENDS)
