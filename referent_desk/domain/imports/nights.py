"""The number that answers at night, where a list of numbers has a column for it."""

from __future__ import annotations

import re

from referent_desk.domain.directory import DirectoryEntry, LineType, line_of
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.names import number_beside
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.posts import is_on_call_alone
from referent_desk.domain.texts import clean_line

_NIGHT = {"fr": "nuit", "en": "night"}
_SHORT = re.compile(r"(?P<before>\D*?)[\s:]*(?P<number>\d+)")
"""`15`, `SAMU 15`."""
_ENDS = " :,;–-"


def settle_night(
    run: Run, owner_id: str, line: SourceLine, work: LineWork, label: str
) -> DirectoryEntry | None:
    """A line of its own, called like that of the day, or as the cell says: `interne de garde 4326`.

    None where the cell names no number, or the one that answers by day.
    """
    text, heading = line.text(Field.NIGHT), line.text(Field.HEADING)
    before, number = _parts(text)
    if text and not number:
        work.say(Concern.NOTE, "night_without_number", value=text)
    if not number or number in {line.text(Field.NUMBER), line.text(Field.DECT)}:
        return None
    night = _NIGHT.get(run.choices.language, _NIGHT["en"])
    is_named = bool(before) and not is_on_call_alone(before)
    called = before if is_named else f"{label} ({before or night})"
    shelf = run.ledger.entries
    known = shelf.find((owner_id, name_key(heading), name_key(called)))
    entry = next((each for each in known if each.closed_on is None), None)
    if entry is None:
        entry = DirectoryEntry(run.new_id(), owner_id, heading, called, number, position=line.row)
        run.add(shelf, entry, work, "directory_entry", called)
    wanted: dict[str, object] = {
        "number": number,
        "line_type": line_of(number, LineType.UNKNOWN) or None,
        "hours": night if is_named else "",
    }
    return run.settle(shelf, entry, wanted, called, work)


def _parts(text: str) -> tuple[str, str]:
    before, number = number_beside(text)
    if not number and (found := _SHORT.fullmatch(text)):
        before, number = found["before"], found["number"]
    return clean_line(before).strip(_ENDS), number
