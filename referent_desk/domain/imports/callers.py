"""People and numbers that two lists name: a number in the directory is that of its person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from referent_desk.domain.directory import DirectoryEntry
from referent_desk.domain.imports.answers import Choice, same_or_other
from referent_desk.domain.imports.names import Who, who_is
from referent_desk.domain.imports.namesakes import (
    Likeness,
    NamesOfFile,
    Written,
    likeness,
    lookups,
    words_of,
    written_person,
)
from referent_desk.domain.imports.roles import is_doubted
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.people import Person

_read = NamesOfFile((), ()).read


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    number: str
    written: Written


def call_person(run: Run, person: Person, work: LineWork) -> Person:
    """Somebody of whom no number is known has that of the line of the directory with their name."""
    if person.telephone:
        return person
    owners = _owners(run, person.department_id)
    lines = [_line(e) for id_ in owners for e in run.ledger.entries.find(id_) if _is_open(e)]
    known = written_person(person)
    alike = [(likeness(known, line.written), line) for line in _people(lines)]
    line = _meant([each for each in alike if each[0] is not Likeness.OTHER], person, work)
    return _fill(run, person, line, work) if line else person


def call_people(run: Run, owner_id: str, entry: DirectoryEntry, work: LineWork) -> None:
    """The one whom a new line of the directory names, if no number of theirs is known."""
    line = _line(entry)
    if entry.private or not next(iter(_people([line])), None):
        return
    found = {p.id: p for key in lookups(line.written) for p in run.ledger.people.find(key)}
    alike = [
        (how, p)
        for p in found.values()
        if p.left_on is None and owner_id in _owners(run, p.department_id)
        if (how := likeness(line.written, written_person(p))) is not Likeness.OTHER
    ]
    sure = [p for how, p in alike if how is Likeness.SAME] or [
        p for how, p in alike if how is Likeness.FITS
    ]
    if len(sure) != 1 and len(alike) == 1:
        sure = [alike[0][1]] if _is_same(alike[0][1].full_name, line.label, work) else []
    if len(sure) == 1 and not sure[0].telephone:
        _fill(run, sure[0], line, work)


def _owners(run: Run, node_id: str | None) -> list[str]:
    """The department and everything above it."""
    found = []
    while node_id is not None:
        found.append(node_id)
        node_id = run.node(node_id).parent_id
    return found


def _is_open(entry: DirectoryEntry) -> bool:
    return entry.closed_on is None and bool(entry.number) and not entry.private


def _line(entry: DirectoryEntry) -> _Line:
    return _Line(entry.label, entry.number, _read(entry.label))


def _people(lines: Iterable[_Line]) -> list[_Line]:
    """One line for each of them: the number at the desk stands before the one that is carried.

    None where the list doubts the name.
    """
    people = {Who.PERSON, Who.UNSURE}
    named = [x for x in lines if who_is(x.label) in people and not is_doubted(x.label)]
    first: dict[tuple[str, ...], _Line] = {}
    for line in named:
        first.setdefault(tuple(sorted(words_of(line.written.full_name))), line)
    return list(first.values())


def _meant(alike: list[tuple[Likeness, _Line]], person: Person, work: LineWork) -> _Line | None:
    """The only one that fits; of one that only may be meant it is asked."""
    for wanted in (Likeness.SAME, Likeness.FITS):
        sure = [line for how, line in alike if how is wanted]
        if sure:
            return sure[0] if len(sure) == 1 else None
    if len(alike) == 1 and _is_same(person.full_name, alike[0][1].label, work):
        return alike[0][1]
    return None


def _is_same(name: str, near: str, work: LineWork) -> bool:
    reply = work.ask("same_person", same_or_other(), name=name, near=near)
    return reply is not None and reply.choice is Choice.SAME


def _fill(run: Run, person: Person, line: _Line, work: LineWork) -> Person:
    """Only what is not known of them, an initial being no more than that."""
    is_known = len("".join(words_of(person.first_name))) > 1
    wanted = {
        "first_name": "" if is_known else _first_name(person, line.written),
        "role": "" if person.role else line.written.role,
        "telephone": line.number,
    }
    return run.settle(run.ledger.people, person, wanted, person.full_name, work)


def _first_name(person: Person, written: Written) -> str:
    """What the line has beside the last name."""
    if written.is_split:
        return written.first
    family = set(words_of(person.last_name))
    return " ".join(word for word in written.last.split() if not family & set(words_of(word)))
