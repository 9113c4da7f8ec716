"""Staff and the emergency directory of a file."""

from __future__ import annotations

import re
from collections import defaultdict

from referent_desk.domain.departments import NodeKind
from referent_desk.domain.directory import DirectoryEntry, LineType
from referent_desk.domain.imports import Concern, Field, SourceLine
from referent_desk.domain.imports_departments import DepartmentsOfFile
from referent_desk.domain.imports_establishments import settle_establishment
from referent_desk.domain.imports_matching import name_key
from referent_desk.domain.imports_places import read_place
from referent_desk.domain.imports_runs import LineWork, Run
from referent_desk.domain.people import Person
from referent_desk.domain.texts import folded

_TITLE = re.compile(
    r"^(?:(?:m|mr|mme|mlle|ms|mrs|dr|pr|prof|docteur|professeur|madame|monsieur)\b\.?\s+"
    r"(?:l[ea]\s+(?=dr|pr|doc|prof))?)+",
    re.IGNORECASE,
)
_TITLED = re.compile(r"^(?:m\.|mr|mme|mlle|dr|pr|docteur|professeur)\s", re.IGNORECASE)
_LEFT_OUT = frozenset({Concern.DOUBT, Concern.REFUSAL})
_VACANT = frozenset({"vacant", "vacante", "poste vacant", "a pourvoir", "neant", "non pourvu"})


def split_full_name(text: str) -> tuple[str, str]:
    """Last and first name of `Mme LE GUELLEC Maëlle` or `Maëlle LE GUELLEC`.

    The last name is what stands in capitals; where nothing or everything does, it is all of it.
    """
    words = _TITLE.sub("", text).split() if _TITLED.match(text) else text.split()
    capitals = [w for w in words if w == w.upper() and sum(c.isalpha() for c in w) > 1]
    others = [w for w in words if w not in capitals]
    if capitals and others and _is_in_one_piece(words, capitals):
        return " ".join(capitals), " ".join(others)
    return " ".join(words), ""


def _is_in_one_piece(words: list[str], capitals: list[str]) -> bool:
    return words[: len(capitals)] == capitals or words[-len(capitals) :] == capitals


def _names(line: SourceLine) -> tuple[str, str]:
    if line.text(Field.LAST_NAME):
        return line.text(Field.LAST_NAME), line.text(Field.FIRST_NAME)
    last, first = split_full_name(line.text(Field.FULL_NAME))
    return last, line.text(Field.FIRST_NAME) or first


def _person_key(last: str, first: str) -> tuple[str, str]:
    return name_key(last), name_key(first)


class StaffOfFile:
    def __init__(self, run: Run) -> None:
        self._run = run
        self._departments = DepartmentsOfFile(run, may_add=False)
        self._places: dict[tuple[str, str], set[str]] = defaultdict(set)
        for line in run.lines:
            place = read_place(line)
            where = name_key(f"{place.department} {place.code} {place.unit} {place.unit_code}")
            if where:
                self._places[_person_key(*_names(line))].add(where)

    def settle(self, line: SourceLine, work: LineWork) -> None:
        last, first = _names(line)
        refusal = _refusal(last)
        if refusal:
            work.refuse(refusal)
            return
        if "(" in last or _TITLED.match(last):
            work.doubt("title_in_name", name=last)
            return
        key = _person_key(last, first)
        if len(self._places[key]) > 1:
            work.doubt("namesakes", name=f"{first} {last}".strip())
            return
        found = self._run.ledger.people.find(key)
        person = found[0] if len(found) == 1 else None
        if len(found) > 1:
            work.doubt("ambiguous", name=f"{first} {last}".strip())
        elif person is None and line.flag(Field.ACTIVE) is False:
            work.refuse("not_active", name=f"{first} {last}".strip())
        elif person is None and self._may_be_known(last, first):
            near = self._may_be_known(last, first)
            work.doubt("near_name", name=f"{first} {last}".strip(), near=near)
        else:
            self._settle_person(person, last, first, line, work)

    def _may_be_known(self, last: str, first: str) -> str:
        """Somebody of that last name of whom one of the two sides gives no more than initials."""
        key = name_key(first)
        for person in self._run.ledger.people.find(name_key(last)):
            other = name_key(person.first_name)
            shorter, longer = sorted((key, other), key=len)
            if len(shorter) <= 1 and longer.startswith(shorter):
                return person.full_name
        return ""

    def _settle_person(
        self, person: Person | None, last: str, first: str, line: SourceLine, work: LineWork
    ) -> None:
        run = self._run
        if person is None:
            person = Person(run.new_id(), last, first)
            run.add(run.ledger.people, person, work, "person", person.full_name)
        elif line.flag(Field.ACTIVE) is False:
            work.say(Concern.NOTE, "not_active_kept", name=person.full_name)
        wanted = {
            "role": line.text(Field.ROLE),
            "department_id": self._department_id(line, work),
            "telephone": line.text(Field.TELEPHONE),
            "working_hours": line.text(Field.WORKING_HOURS),
            "left_on": line.day(Field.LEFT_ON),
        }
        run.settle(run.ledger.people, person, wanted, person.full_name, work)

    def _department_id(self, line: SourceLine, work: LineWork) -> str | None:
        """A list of staff adds no department: one that is not known is listed and left out."""
        place = read_place(line)
        if place.is_empty:
            return None
        aside = LineWork(SourceLine(line.row, {}))
        node = self._departments.settle(line, aside)
        if node is None:
            work.say(Concern.DAMAGE, "unknown_department", value=_place_name(line))
        return node.id if node else None


def _refusal(last: str) -> str:
    if not name_key(last):
        return "no_person"
    return "vacant_post" if folded(last) in _VACANT else ""


def settle_entry(
    run: Run, departments: DepartmentsOfFile, line: SourceLine, work: LineWork
) -> None:
    """A number of the emergency directory; it belongs to the place that the line names."""
    label, number = line.text(Field.LABEL), line.text(Field.NUMBER)
    if not name_key(label):
        work.refuse("no_label")
        return
    owner_id = _owner_id(run, departments, line, work)
    if not owner_id:
        return
    shelf, heading = run.ledger.entries, line.text(Field.HEADING)
    line_type = line.text(Field.LINE_TYPE)
    wanted: dict[str, object] = {
        "number": number,
        "line_type": LineType(line_type) if line_type else None,
        "hours": line.text(Field.HOURS),
        "works_without_network": line.flag(Field.WORKS_WITHOUT_NETWORK),
        "private": line.flag(Field.PRIVATE),
    }
    known = shelf.find((owner_id, name_key(heading), name_key(label)))
    entry = next((e for e in known if e.closed_on is None), None)
    if entry is None and not number:
        damaged = any(r.concern is Concern.DAMAGE for r in work.remarks)
        (work.doubt if damaged else work.refuse)("no_number", name=label)
        return
    if entry is None:
        entry = DirectoryEntry(run.new_id(), owner_id, heading, label, number, position=line.row)
        run.add(shelf, entry, work, "directory_entry", label)
    run.settle(shelf, entry, wanted, label, work)


def _owner_id(run: Run, departments: DepartmentsOfFile, line: SourceLine, work: LineWork) -> str:
    """The place named; else the establishment chosen for the file; else the group."""
    place = read_place(line)
    if not place.is_empty or place.establishment or place.finess:
        node = departments.settle(line, work)
        if node is None and not any(r.concern in _LEFT_OUT for r in work.remarks):
            work.doubt("unknown_department", value=_place_name(line))
        return node.id if node else ""
    groups = run.ledger.nodes.find(NodeKind.GROUP)
    establishments = run.ledger.nodes.find(NodeKind.ESTABLISHMENT)
    if run.choices.establishment or len(establishments) == 1 or len(groups) != 1:
        node = settle_establishment(run, place, work, may_add=True)
        return node.id if node else ""
    return groups[0].id


def _place_name(line: SourceLine) -> str:
    place = read_place(line)
    return (
        line.text(Field.PATH)
        or place.unit
        or place.department
        or place.code
        or place.pole
        or place.establishment
    )
