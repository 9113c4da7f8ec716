"""Staff of a file."""

from __future__ import annotations

from collections import defaultdict

from referent_desk.domain.imports.absences import without_absences
from referent_desk.domain.imports.answers import Choice, Offer, Reply, chosen, same_or_other
from referent_desk.domain.imports.beside import names_of as names_of_line
from referent_desk.domain.imports.capitals import first_name_written, last_name_written
from referent_desk.domain.imports.departments import DepartmentsOfFile, chosen_department
from referent_desk.domain.imports.departures import left_on
from referent_desk.domain.imports.heads import first_beside, is_sure, known_by_initials
from referent_desk.domain.imports.hours import hours_in_remarks, working_hours
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.names import (
    TITLED,
    person_key,
    refusal_of_name,
    split_role,
    without_title,
)
from referent_desk.domain.imports.namesakes import (
    Written,
    is_called_short,
    words_of,
    written_person,
)
from referent_desk.domain.imports.pairs import names_of, people_of, texts_of_all
from referent_desk.domain.imports.people_nights import settle_by_night
from referent_desk.domain.imports.places import place_name
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.roles import is_doubted, without_doubt
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.imports.sites import meant_place
from referent_desk.domain.imports.ward_referents import says_referent_alone, settle_ward_referent
from referent_desk.domain.people import Person
from referent_desk.domain.private_mobiles import is_of_work, printed_telephone

_LONGEST_EXTENSION = 5


def _role(line: SourceLine) -> str:
    """Its column, else what stands behind the whole name."""
    return line.text(Field.ROLE) or split_role(without_doubt(line.text(Field.FULL_NAME)))[1]


class StaffOfFile:
    def __init__(self, run: Run) -> None:
        self._run = run
        self._departments = DepartmentsOfFile(run, may_add=False)
        chosen = run.choices.department_id
        self._chosen = next((node.id for node in run.ledger.nodes if node.id == chosen), None)
        self._new = DepartmentsOfFile(run) if run.choices.department and not chosen else None
        self._places: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._firsts: dict[str, set[str]] = defaultdict(set)
        for line in run.lines:
            last, first = person_key(*names_of_line(line))
            self._firsts[last].add(first)
            place = run.places[line.row]
            where = name_key(f"{place.department} {place.code} {place.unit} {place.unit_code}")
            if where:
                self._places[last, first].add(where)

    def settle(self, line: SourceLine, work: LineWork) -> None:
        people, run = self._people(line, work), self._run
        if people and self._new is not None and run.places[line.row].is_empty:
            self._take_new_department(self._new, line, work)
        if people and self._is_wanted(line):
            run.places[line.row] = meant_place(run, run.places[line.row], work)
        if len(people) > 1:
            for field, text in texts_of_all(line, len(people)):
                work.say(Concern.NOTE, "not_each", field=field.value, value=text)
        for each in people:
            self._settle_one(each, work)

    def _take_new_department(
        self, departments: DepartmentsOfFile, line: SourceLine, work: LineWork
    ) -> None:
        place = self._run.places[line.row]
        node = chosen_department(self._run, departments, line, work)
        self._run.places[line.row] = place
        self._chosen = node.id if node is not None else None

    def _is_wanted(self, line: SourceLine) -> bool:
        """Of whom nothing will be stored, no place is asked."""
        names = names_of_line(line)
        is_known = bool(self._run.ledger.people.find(person_key(*names)))
        return not refusal_of_name(names[0]) and (is_known or line.flag(Field.ACTIVE) is not False)

    def _people(self, line: SourceLine, work: LineWork) -> tuple[SourceLine, ...]:
        """Several in one cell are asked about, unless these names are known."""
        each, find = people_of(line), self._run.ledger.people.find
        if not each or find(person_key(*names_of_line(line))):
            return (line,)
        if all(find(person_key(*names_of_line(one))) for one in each):
            return each
        name = line.text(Field.LAST_NAME) or line.text(Field.FULL_NAME)
        reply = work.ask("several_people", same_or_other(), name=name, near=names_of(each))
        if reply is None:
            return ()
        return each if reply.choice is Choice.SAME else (line,)

    def _settle_one(self, line: SourceLine, work: LineWork) -> None:
        last, first = names_of_line(line)
        refusal = refusal_of_name(last)
        if refusal:
            work.refuse(refusal)
            return
        whole = line.text(Field.LAST_NAME) or line.text(Field.FULL_NAME)
        if is_doubted(whole) and not is_sure(whole, work):
            return
        if "(" in last or TITLED.match(last):
            plain = without_title(last)
            offers = same_or_other() if name_key(plain) else (Offer(Reply(Choice.OTHER)),)
            reply = work.ask("title_in_name", offers, name=last, near=plain)
            if reply is None:
                return
            last = plain if reply.choice is Choice.SAME else last
        key = person_key(last, first)
        whole = name_key(line.text(Field.FULL_NAME))
        find = self._run.ledger.people.find
        found = find(key) or (find((whole, "")) if whole and first else [])
        if len(self._places[person_key(*names_of_line(line))]) > 1:
            self._settle_namesake(found, last, first, line, work)
        elif len(found) > 1:
            offers = chosen((p.id, self._told_apart(p)) for p in found)
            reply = work.ask("ambiguous", offers, name=f"{first} {last}".strip())
            if reply:
                person = self._run.ledger.people.get(reply.value)
                self._settle_person(person, last, first, line, work)
        else:
            self._settle_known(found[0] if found else None, last, first, line, work)

    def _settle_known(
        self, person: Person | None, last: str, first: str, line: SourceLine, work: LineWork
    ) -> None:
        """The one of that name; nobody: somebody known by initials, or somebody new."""
        name = f"{first} {last}".strip()
        if person is None and line.flag(Field.ACTIVE) is False:
            work.refuse("not_active", name=name)
            return
        near = known_by_initials(self._run, last, first) if person is None else None
        if near is not None and (
            name_key(near.full_name) == name_key(name)
            or _is_unsplit(near, last, line)
            or self._is_only_one(near, last, first, line)
        ):
            person = near
        elif near is not None:
            reply = work.ask("near_name", same_or_other(), name=name, near=near.full_name)
            if reply is None:
                return
            person = near if reply.choice is Choice.SAME else None
        self._settle_person(person, last, first, line, work)

    def _is_only_one(self, near: Person, last: str, first: str, line: SourceLine) -> bool:
        """Whether the line tells the whole name of somebody of its department of whom the last
        name or the initial is known, and neither the file nor the home has another who fits."""
        key, told, known = name_key(last), name_key(first), name_key(near.first_name)
        is_told = key == name_key(near.last_name) and len(known) < 2 <= len(told)
        alike = {name for name in self._firsts[key] if name.startswith(known)}
        if not is_told or alike != {told} or len(self._run.ledger.people.find(key)) != 1:
            return False
        place = self._run.places[line.row]
        here = self._chosen if place.is_empty else self._department_id(line, LineWork(line))
        return here is not None and here == near.department_id

    def _settle_namesake(
        self, found: list[Person], last: str, first: str, line: SourceLine, work: LineWork
    ) -> None:
        """A name that stands in several departments of the file: one person or several."""
        department_id = self._department_id(line, LineWork(line))
        here = [p for p in found if department_id and p.department_id == department_id]
        if len(found) > 1 and len(here) == 1:  # told apart already by an earlier import
            self._settle_person(here[0], last, first, line, work)
            return
        reply = work.ask("namesakes", same_or_other(), name=f"{first} {last}".strip())
        if reply is None:
            return
        if reply.choice is Choice.OTHER:
            person = here[0] if here else None
            self._settle_person(person, last, first, line, work)
        else:
            person = found[0] if found else None
            moved = person is None or person.id not in self._run.seen
            self._settle_person(person, last, first, line, work, moved=moved)

    def _told_apart(self, person: Person) -> str:
        if person.department_id is None:
            return person.full_name
        return f"{person.full_name} — {self._run.node(person.department_id).name}"

    def _settle_person(
        self,
        person: Person | None,
        last: str,
        first: str,
        line: SourceLine,
        work: LineWork,
        *,
        moved: bool = True,
    ) -> None:
        """`moved` False: the department of the line is one of several, the first one counts."""
        run = self._run
        if person is None:
            person = Person(run.new_id(), last_name_written(last), first_name_written(first))
            run.add(run.ledger.people, person, work, "person", person.full_name)
        is_short = is_called_short(Written(last, first), written_person(person))
        if _is_unsplit(person, last, line) or (is_short and not person.first_name):
            whole = person.full_name
            family = {"last_name": last_name_written(last)}
            person = run.settle(run.ledger.people, person, family, whole, work)
        language = run.choices.language
        hours = working_hours(line, work, language)
        department_id = self._department_id(line, work, person) if moved else None
        is_placed = bool(department_id or person.department_id)
        is_told = is_placed and says_referent_alone(line.text(Field.REMARKS))
        if not hours_in_remarks(line, language) and not is_told:
            hours = without_absences(line, hours, work, language)
        told = first_beside(person, last, first)
        is_fuller = len(name_key(told)) > len(name_key(person.first_name))
        wanted = {
            "first_name": first_name_written(told) if is_fuller else "",
            "role": _role(line),
            "department_id": department_id,
            "telephone": _numbers_of(line, work),
            "working_hours": hours,
            "left_on": left_on(line, person, work),
        }
        person = run.settle(run.ledger.people, person, wanted, person.full_name, work)
        settle_by_night(run, person, line, work)
        settle_ward_referent(run, person, line, work)
        work.about(person.id)

    def _department_id(
        self, line: SourceLine, work: LineWork, person: Person | None = None
    ) -> str | None:
        """A column adds no department: one that is not known is listed and left out.

        Where none is named it is the one chosen for the file, new or not, unless theirs is known.
        """
        place = self._run.places[line.row]
        if place.is_empty:
            is_placed = person is None or person.department_id is not None
            return None if is_placed else self._chosen
        aside = LineWork(SourceLine(line.row, {}))
        node = self._departments.settle(line, aside)
        if node is None:
            work.say(Concern.DAMAGE, "unknown_department", value=place_name(line))
        elif node.closed_on is not None:
            work.say(Concern.DAMAGE, "place_closed", value=node.name)
            return None
        return node.id if node else None


def _is_unsplit(person: Person, last: str, line: SourceLine) -> bool:
    """Whether what is known as a last name is all of a name that the line gives in two columns."""
    first = line.text(Field.FIRST_NAME)
    if person.first_name or not first:
        return False
    return sorted(words_of(person.last_name)) == sorted(words_of(f"{first} {last}"))


def _numbers_of(line: SourceLine, work: LineWork) -> str:
    """The telephone, and beside it those that are carried, where the file gives several."""
    carried = line.text(Field.DECT)
    if carried and not printed_telephone(carried):
        carried = f"DECT {carried}"
    of_work = line.text(Field.WORK_MOBILE)
    if of_work and printed_telephone(of_work) != of_work:
        of_work = f"{of_work} (pro)"
    numbers = (line.text(Field.TELEPHONE), carried, of_work, _own_mobile(line, work))
    said = " / ".join(dict.fromkeys(filter(None, numbers)))
    if printed_telephone(said) != said:
        work.say(Concern.NOTE, "mobile_not_printed", value=said)
    return said


def _own_mobile(line: SourceLine, work: LineWork) -> str:
    """Paper withholds mobiles alone: another number of their own is not kept."""
    number = line.text(Field.MOBILE)
    is_extension = sum(map(str.isdigit, number)) <= _LONGEST_EXTENSION
    if is_extension or printed_telephone(number) != number or is_of_work(number):
        return number
    work.say(Concern.NOTE, "not_stored", field=Field.MOBILE.value, value=number)
    return ""
