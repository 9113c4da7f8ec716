"""Letters to a referent: proposed from a template, edited, kept, and written as PDF."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.letters import (
    LONGEST_LETTER,
    Letter,
    LetterKind,
    LetterTemplate,
    blocks_of,
    filled,
)
from referent_desk.domain.objectives import Office
from referent_desk.domain.people import AppointmentKind, AppointmentRank, Person, referent_on
from referent_desk.domain.records import RecordKind
from referent_desk.domain.texts import clean_text
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.exchange.letters import letter_template
from referent_desk.language import Language, _
from referent_desk.paper.department_pages import PageMarks
from referent_desk.paper.letters import LaidLetter, lay_out_letter, letters_without_face
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.letters import deeds_of, kept_letter, reached_in
from referent_desk.storage.objectives import offices_of
from referent_desk.storage.people import appointments_of_departments, read_person
from referent_desk.storage.proposals import namesakes_of
from referent_desk.storage.records import read_row
from referent_desk.usecases.binder_languages import binder_language
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.paper_names import LONGEST_NAME, paper_path
from referent_desk.usecases.papers import head_of_node, write_paper
from referent_desk.words.letters import (
    deed_lines,
    objective_lines,
    office_fields,
    partner_words,
    reached_lines,
)

_FIRST_YEAR, _LAST_YEAR = 1900, 9999


class _Written(NamedTuple):
    """An appointment as its letters speak of it; `path` goes from the department up."""

    office: Office
    person: Person
    path: tuple[Node, ...]
    said: Language


def read_letter(
    desk: Desk, appointment_id: str, kind: LetterKind, year: int | None = None, *, anew: bool
) -> Letter:
    """As it was edited; else, or `anew`, as the template gives it. A letter of appointment has no
    year of its own: the newest holds. Raises RefusedInput where the template cannot be read."""
    with desk.database.read() as connection:
        written = _written(connection, desk, appointment_id)
        wanted = year or desk.clock.today().year
        template = letter_template(kind, written.said.code, desk.home.letters)
        kept = kept_letter(connection, appointment_id, kind, _year_of(kind, wanted))
        if kept is not None:
            wanted = kept[1]
        values = _values(connection, desk, written, kind, wanted)
    text = kept[2] if kept is not None and not anew else filled(template.text, values)
    title = filled(template.title, values)
    name = written.person.full_name
    return Letter(appointment_id, kind, wanted, title, text, name, kept is not None)


def keep_letter(desk: Desk, letter: Letter) -> Saved:
    """Nothing is written where the text is kept already."""
    text = _checked(letter.text)
    year = _checked_year(letter.year)
    with desk.database.read() as connection:
        row = read_row(connection, RecordKind.APPOINTMENT, letter.appointment_id)
        kept = kept_letter(connection, letter.appointment_id, letter.kind, year)
    if row is None:
        raise _gone()
    deed = Deed(Verb.WROTE, "letter", row["called"])
    with doing(desk, "keep_letter", deed, record_id=letter.appointment_id) as work:
        if kept is not None:
            work.change(schema.letter, kept[0], {"text": text})
        else:
            told = {"kind": str(letter.kind), "year": year, "text": text}
            added = {"id": work.new_id(), "appointment_id": letter.appointment_id, **told}
            work.add(schema.letter, [added])
    return saved(desk, kinds_of(work.trail), letter.appointment_id)


def write_letter(desk: Desk, letter: Letter, output: Path) -> Path:
    """The text as it stands, as PDF. Raises RefusedInput for a letter that no font holds."""
    text = _checked(letter.text)
    with desk.database.read() as connection:
        written = _written(connection, desk, letter.appointment_id)
        template = letter_template(letter.kind, written.said.code, desk.home.letters)
    pages = lay_out_letter(
        LaidLetter(letter.title, blocks_of(text), template.signatures), written.said
    )
    head = head_of_node(written.path, repeats=True)
    marks = _marks(letter, template, written.said)
    return write_paper(desk, output, pages, (head, marks, written.said))


def suggested_path(desk: Desk, letter: Letter) -> Path:
    return paper_path(desk, letter.title, letter.name[:LONGEST_NAME], letter.year)


def _checked(text: str) -> str:
    cleaned = clean_text(text)
    if not cleaned:
        raise RefusedInput(_("The letter is empty."), _("Write it, or begin anew."))
    if len(cleaned) > LONGEST_LETTER:
        raise RefusedInput(
            _("The letter is longer than {count} letters.").format(count=LONGEST_LETTER),
            _("Shorten it."),
        )
    strange = letters_without_face(cleaned)
    if strange:
        raise RefusedInput(
            _("These letters cannot be printed: {letters}").format(letters=" ".join(strange[:12])),
            _("Write them otherwise, as the person does with Latin letters."),
        )
    return cleaned


def _checked_year(year: int) -> int:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise RefusedInput(_("There is no such year."), _("Type it with four digits, as 2026."))
    return year


def _year_of(kind: LetterKind, year: int) -> int | None:
    return year if kind is LetterKind.RECOGNITION else None


def _gone() -> NotFound:
    return NotFound(_("This appointment is not here any more."), _("Choose another one."))


def _written(connection: Connection, desk: Desk, appointment_id: str) -> _Written:
    offices = offices_of(connection, desk.clock.today(), appointment_id=appointment_id)
    row = read_row(connection, RecordKind.APPOINTMENT, appointment_id)
    person = read_person(connection, row["person_id"]) if row is not None else None
    if not offices or person is None:
        raise _gone()
    path = path_to(connection, offices[0].department_id)
    said = binder_language(connection, desk, offices[0].department_id)
    return _Written(offices[0], person, path, said)


def _values(
    connection: Connection, desk: Desk, written: _Written, kind: LetterKind, year: int
) -> Mapping[str, str]:
    office, person, path, said = written
    today = desk.clock.today()
    establishment = next((n.name for n in path if n.kind is NodeKind.ESTABLISHMENT), path[-1].name)
    fields = office_fields(
        office, (person.full_name, person.role), (path[0].name, establishment), today, said
    )
    if kind is LetterKind.APPOINTMENT:
        partner = partner_words(_partner(connection, desk, written), office, said)
        return {
            **fields,
            "objectives": objective_lines(office.objectives, said),
            "partner": partner,
        }
    others = len(namesakes_of(connection, person.id)) > 1
    counts = deeds_of(
        connection, person.id, person.full_name, (office.department_id,) if others else (), year
    )
    reached = reached_lines(reached_in(connection, person.id, year), said)
    return {**fields, "year": f"{year}", "deeds": deed_lines(counts, said), "reached": reached}


def _partner(connection: Connection, desk: Desk, written: _Written) -> str:
    """The deputy of a main referent, the main referent of a deputy."""
    office, path = written.office, written.path
    other = AppointmentRank.DEPUTY if office.rank is AppointmentRank.MAIN else AppointmentRank.MAIN
    row = read_row(connection, RecordKind.APPOINTMENT, office.id)
    software_id = row["software_id"] if row is not None else None
    known = appointments_of_departments(connection, [node.id for node in path])
    kind = AppointmentKind(office.kind)
    found = referent_on(desk.clock.today(), *known, kind, other, software_id)
    return found.full_name if found is not None and found.id != written.person.id else ""


def _marks(letter: Letter, template: LetterTemplate, said: Language) -> PageMarks:
    _ = said.gettext
    under = (
        _("letter of appointment")
        if template.kind is LetterKind.APPOINTMENT
        else _("certificate of recognition")
    )
    foot = _("One copy for the person, one for the personal file. It holds no data about patients.")
    return PageMarks(f"{letter.title}: {letter.name}", f"{letter.year}", under, foot)
