"""Whom to call at night, where a list of numbers has a column for it."""

from __future__ import annotations

import re

from referent_desk.domain.directory import DirectoryEntry, LineType, Purpose, line_of
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.number_cells import NUMBERS_ALONE, read_part
from referent_desk.domain.imports.posts import label_of, named_at
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.limits_told import without_limit
from referent_desk.domain.post_hours import (
    hours_told,
    is_around_the_clock,
    is_by_night,
    tells_when,
)
from referent_desk.domain.posts import (
    is_named_by_purpose,
    is_on_call_alone,
    post_words,
    purpose_told,
)
from referent_desk.domain.texts import LONGEST_NAME, folded

_OUTSIDE = re.compile(r"\b(?:hors|dehors|hno|non[ -]ouvr\w+|out of|outside|after hours)\b")
_OUTSIDE_HOURS = {"fr": "hors horaires", "en": "out of hours"}
_NIGHT = {"fr": "nuit", "en": "night"}
_WHEN = (
    (re.compile(r"\b(?:nuit|night)"), _NIGHT),
    (re.compile(r"\b(?:soirs?|evenings?)\b"), {"fr": "soir", "en": "evening"}),
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
_SAME = frozenset({"idem", "id", "meme", "meme numero", "same", "oui", "yes", "x"})
_NOBODY = frozenset({"non", "no", "neant", "aucun", "aucune", "rien", "none", "sans objet"})


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
    cell = read_part(text)
    is_when = is_on_call_alone(cell.before)
    when = _when(run)
    called = f"{label} ({cell.before if is_when else when})"
    who = "" if is_when else cell.before
    entry = settle_line(run, owner_id, called, cell.number, (who, cell.after), line, work)
    if who and _answers_for_all(who) and not _has_own_line(run, owner_id, who, cell.number):
        called = who[:1].upper() + who[1:]
        settle_line(run, owner_id, called, cell.number, (when, cell.after), line, work)
    return entry


def settle_line(
    run: Run,
    owner_id: str,
    called: str,
    number: str,
    said: tuple[str, ...],
    line: SourceLine,
    work: LineWork,
    *,
    private: bool | None = None,
) -> DirectoryEntry:
    """What a row tells besides its first number, as a line of its own."""
    shelf, heading = run.ledger.entries, line.text(Field.HEADING)
    known = shelf.find((owner_id, name_key(heading), name_key(called)))
    entry = next((each for each in known if each.closed_on is None), None)
    wanted: dict[str, object] = {}
    if entry is None and (entry := _typed_before(run, owner_id, called, number)):
        if is_named_by_purpose(entry):
            wanted["label"] = called
        else:
            said = (called.removeprefix(label_of(line)).strip(" ()"), *said)
    if entry is None:
        entry = DirectoryEntry(run.new_id(), owner_id, heading, called, number, position=line.row)
        run.add(shelf, entry, work, "directory_entry", called)
    wanted |= {
        "number": number,
        "line_type": line_of(number, LineType.UNKNOWN) or None,
        "hours": _said(line, work, called, *said),
        "private": private,
    }
    return run.settle(shelf, entry, wanted, called, work)


def _typed_before(run: Run, owner_id: str, called: str, number: str) -> DirectoryEntry | None:
    """Whom the program names by its own words, under the same number, and no row has named yet."""
    purpose = purpose_told(called)
    same = (e for e in named_at(run, owner_id, number) if e.purpose is purpose)
    return next((entry for entry in same if entry.id not in run.seen), None)


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


def _when(run: Run) -> str:
    """When the numbers of the column answer, as its title says it."""
    title = folded(dict(run.choices.labels).get(Field.NIGHT, ""))
    told = [_OUTSIDE_HOURS] if _OUTSIDE.search(title) else []
    told = told or [said for words, said in _WHEN if words.search(title)]
    clock = hours_told(title)
    told = told or [{"en": clock} if any(map(str.isdigit, clock)) else _NIGHT]
    return "/".join(dict.fromkeys(each.get(run.choices.language, each["en"]) for each in told))


def said_by_day(run: Run, line: SourceLine, work: LineWork, label: str, beside: str = "") -> str:
    """When a number answers, and what else is said of it, in its cell too: all stands beside it."""
    hours, remark = line.text(Field.HOURS), line.text(Field.REMARKS)
    always = ""
    if is_same_by_night(line) and not is_around_the_clock(f"{hours} {remark}"):
        always = _AT_ANY_HOUR.get(run.choices.language, _AT_ANY_HOUR["en"])
    return _together(work, label, always, hours, beside, "" if _is_of_the_night(line) else remark)


def is_same_by_night(line: SourceLine) -> bool:
    text, by_day = line.text(Field.NIGHT), _day(line)
    if not text or not by_day:
        return False
    digits = "".join(filter(str.isdigit, text))
    is_number = bool(digits) and NUMBERS_ALONE.fullmatch(text) is not None
    return folded(text) in _SAME or (is_number and digits == "".join(filter(str.isdigit, by_day)))


def _is_of_the_night(line: SourceLine) -> bool:
    """Whether a remark is on the number of the night, of a row that has one of the day too."""
    text = line.text(Field.NIGHT)
    has_both = text and _day(line) and not is_same_by_night(line) and folded(text) not in _NOBODY
    return bool(has_both) and is_by_night(line.text(Field.REMARKS))


def _day(line: SourceLine) -> str:
    return line.text(Field.NUMBER) or line.text(Field.DECT)


def _said(line: SourceLine, work: LineWork, called: str, *said: str) -> str:
    """All that a row says of its only number; else what speaks of the night, or of both."""
    is_alone, remark = not _day(line), line.text(Field.REMARKS)
    hours = line.text(Field.HOURS) if is_alone else ""
    is_theirs = is_alone or _is_of_the_night(line) or not tells_when(without_limit(remark))
    return _together(work, called, *said, hours, remark if is_theirs else "")


def _together(work: LineWork, label: str, *said: str) -> str:
    """The last is left where all are too long for one line."""
    both = ", ".join(dict.fromkeys(filter(None, said)))
    if len(both) <= LONGEST_NAME:
        return both
    work.say(Concern.NOTE, "remark_not_kept", name=label, value=said[-1])
    return ", ".join(filter(None, said[:-1]))[:LONGEST_NAME]
