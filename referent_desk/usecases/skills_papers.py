"""The papers of trainings, skills and arrivals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from referent_desk.domain.arrivals import Arrival
from referent_desk.domain.departments import NodeKind
from referent_desk.domain.letters import blocks_of, filled
from referent_desk.domain.trainings import Participant, Training
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.exchange.certificates import CertificateTemplate, certificate_template
from referent_desk.language import Language, _
from referent_desk.paper.arrivals import lay_out_arrival
from referent_desk.paper.department_pages import PageMarks
from referent_desk.paper.letters import LaidLetter
from referent_desk.paper.measures import LANDSCAPE
from referent_desk.paper.skills import lay_out_skill_grid
from referent_desk.paper.trainings import (
    AskedAttendance,
    lay_out_attendance,
    lay_out_certificates,
)
from referent_desk.storage.arrivals import arrival_items
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to, read_node
from referent_desk.storage.people import read_person
from referent_desk.storage.trainings import read_training
from referent_desk.usecases.arrivals import arrivals_in
from referent_desk.usecases.binder_languages import binder_language
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.paper_names import called_on_papers, paper_path
from referent_desk.usecases.papers import paper_of, write_paper
from referent_desk.usecases.skills import ward_in
from referent_desk.words.skills import level_word


def write_attendance_sheet(desk: Desk, department_id: str, software_id: str, output: Path) -> Path:
    """In the language of the binder; `software_id` empty: it is written by hand."""
    with desk.database.read() as connection:
        said, head = paper_of(connection, desk, department_id)
        ward = ward_in(connection, department_id, desk.clock.today())
    used = next((one for one in ward.used if one.id == software_id), None)
    name, release = (used.name, used.release) if used is not None else ("", "")
    pages = lay_out_attendance(AskedAttendance(ward.department, name, release, ward.members), said)
    gettext = said.gettext
    foot = gettext(
        "Tick what each can do since, and sign. Type it in afterwards: Referents, Trainings and "
        "skills."
    )
    marks = _marks(gettext("Training: attendance sheet"), gettext("attendance sheet"), foot, said)
    return write_paper(desk, output, pages, (head, marks, said))


def write_skill_grid(desk: Desk, department_id: str, output: Path) -> Path:
    """Raises RefusedInput where there is nobody, or nothing to be able to do."""
    with desk.database.read() as connection:
        said, head = paper_of(connection, desk, department_id)
        ward = ward_in(connection, department_id, desk.clock.today())
    if not ward.used or not ward.members:
        raise RefusedInput(
            _("There is no grid to print: people or software are missing in this department."),
            _("Add both first."),
        )
    gettext = said.gettext
    foot = gettext("What was stated and what trainings gave, on the day of printing.")
    marks = _marks(gettext("Grid of skills"), gettext("grid of skills"), foot, said)
    return write_paper(
        desk, output, lay_out_skill_grid(ward, said), (head, marks, said), LANDSCAPE, turned=True
    )


def write_arrival_sheet(desk: Desk, department_id: str, person_id: str, output: Path) -> Path:
    """`person_id` empty: a blank sheet. Raises RefusedInput where there is no list yet."""
    with desk.database.read() as connection:
        said, head = paper_of(connection, desk, department_id)
        ward = ward_in(connection, department_id, desk.clock.today())
        items = arrival_items(connection, department_id)
        people = arrivals_in(connection, ward, said.code).people
    if not items:
        raise RefusedInput(
            _("This department has no list for new colleagues yet."),
            _("Make it first: New colleagues, Change the list."),
        )
    arrival = _arrival(people, person_id)
    pages = lay_out_arrival(items, arrival, ward.department, said)
    gettext = said.gettext
    foot = gettext("Tick together, then type it in: Referents, Trainings and skills.")
    marks = _marks(gettext("Welcome: the first days"), gettext("new colleague"), foot, said)
    return write_paper(desk, output, pages, (head, marks, said))


def _arrival(people: Sequence[Arrival], person_id: str) -> Arrival | None:
    return next((one for one in people if one.person_id == person_id), None)


def write_certificates(desk: Desk, training_id: str, output: Path) -> Path:
    """One page for each who took part, from the template that counts there."""
    with desk.database.read() as connection:
        training = read_training(connection, training_id)
        if training is None:
            raise NotFound(
                _("This training was taken back meanwhile."), _("There is nothing to print.")
            )
        department_id = training.department_id or _home_of(connection, training)
        said, head = paper_of(connection, desk, department_id)
        site = _establishment(connection, department_id)
        roles = _roles(connection, training)
    template = certificate_template(said.code, desk.home.letters)
    fields = _fields(training, site, desk, said)
    letters = [
        _letter(template, {**fields, **_own_fields(one, roles, said)})
        for one in training.participants
    ]
    pages = [page for made in lay_out_certificates(letters, said) for page in made]
    gettext = said.gettext
    foot = gettext("From the register of trainings.")
    marks = _marks(template.title, gettext("certificate"), foot, said)
    return write_paper(desk, output, pages, (head, marks, said), alone=True)


def _home_of(connection: Connection, training: Training) -> str:
    """The department of the first who came and has one: the paper bears its head."""
    for one in training.participants:
        person = read_person(connection, one.person_id) if one.person_id else None
        if person is not None and person.department_id is not None:
            return person.department_id
    raise RefusedInput(
        _("Nobody of this training belongs to a department: there is no head for the paper."),
        _("Say in which department it was held: Correct."),
    )


def _establishment(connection: Connection, department_id: str) -> str:
    path = path_to(connection, department_id)
    sites = (node.name for node in path if node.kind is NodeKind.ESTABLISHMENT)
    return next(sites, path[0].name if path else "")


def _roles(connection: Connection, training: Training) -> dict[str, str]:
    found = {}
    for one in training.participants:
        person = read_person(connection, one.person_id) if one.person_id else None
        if person is not None:
            found[one.key] = person.role
    return found


def _fields(training: Training, site: str, desk: Desk, said: Language) -> dict[str, str]:
    gettext, minutes = said.gettext, training.minutes
    duration = gettext("{minutes} minutes").format(minutes=minutes) if minutes else ""
    return {
        "department": training.department,
        "establishment": site,
        "software": training.software,
        "version": training.version,
        "day": said.date(training.day),
        "duration": duration,
        "trainer": training.trainer,
        "topic": training.topic,
        "until": said.date(training.valid_until) if training.valid_until else "",
        "today": said.date(desk.clock.today()),
    }


def _own_fields(one: Participant, roles: Mapping[str, str], said: Language) -> dict[str, str]:
    level = level_word(one.level, said) if one.level is not None else ""
    return {"name": one.name, "role": roles.get(one.key, ""), "level": level}


def _letter(template: CertificateTemplate, values: Mapping[str, str]) -> LaidLetter:
    """A line of which only the label would be left goes."""
    lines = [
        line
        for line in template.text.split("\n")
        if not (line.startswith("- ") and _is_empty(line, values))
    ]
    blocks = blocks_of(filled("\n".join(lines), values))
    return LaidLetter(filled(template.title, values), blocks, template.signatures)


def _is_empty(line: str, values: Mapping[str, str]) -> bool:
    names = [part.partition("}")[0].strip() for part in line.split("{")[1:]]
    return bool(names) and not any(values.get(name) for name in names)


def suggested_path(desk: Desk, what: str, department_id: str) -> Path:
    """Where the PDF goes if nobody says otherwise; `what`: attendance, certificates, skills or
    arrival."""
    with desk.database.read() as connection:
        node = read_node(connection, department_id)
        said = binder_language(connection, desk, department_id)
    gettext = said.gettext
    named = {
        "attendance": gettext("attendance sheet"),
        "certificates": gettext("certificates of training"),
        "skills": gettext("grid of skills"),
        "arrival": gettext("new colleague"),
    }[what]
    return paper_path(desk, named, called_on_papers(node), desk.clock.today())


def _marks(title: str, under: str, foot: str, said: Language) -> PageMarks:
    return PageMarks(title=title, code=said.gettext("SKILLS"), under=under, foot=foot)
