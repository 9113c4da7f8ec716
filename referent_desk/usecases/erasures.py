"""The name of somebody who left is erased on a chosen day; a neutral label keeps the history.

What is erased cannot be taken back. Older backups hold the name until newer ones replace them.
"""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import replace
from datetime import date

from referent_desk.domain.changes import ALL_KINDS
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.erasures import ErasureSurvey, Name, next_number
from referent_desk.domain.people import Person
from referent_desk.domain.records import RecordKind, Unfinished
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import _, language
from referent_desk.storage import erasures as stored
from referent_desk.storage import schema, unfinished
from referent_desk.storage.database import Connection
from referent_desk.storage.people import read_person
from referent_desk.storage.troubles import said_in_words
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.histories import History


def survey_erasure(desk: Desk, person_id: str) -> ErasureSurvey:
    """What erasing the name would do, and where it stands among other words; nothing is written."""
    with desk.database.read() as connection:
        person, erase_on, erased_on = _read(connection, person_id)
        survey = ErasureSurvey(
            person_id, person.full_name, person.left_on, erase_on, erased_on, desk.clock.today()
        )
        if erased_on is not None:
            return survey
        name = _name(desk, connection, person)
        stored.lend_name(connection, name)
        return replace(
            survey,
            signed=sum(len(f) for *_row, f in stored.signed_fields(connection, person_id, name)),
            printed=sum(
                name.out_of_json(row["body"]) != row["body"]
                for row in stored.printed_sheets(connection)
            ),
            bearers=name.bearers,
            mentions=tuple(
                stored.mention_of(table, row, column, name)
                for table, row, column in stored.mentions(connection, name)
            ),
        )


def erasure_days(desk: Desk, person_id: str) -> tuple[date | None, date | None, date]:
    """On which day the name is to be erased, on which it was, and today."""
    with desk.database.read() as connection:
        _person, erase_on, erased_on = _read(connection, person_id)
    return erase_on, erased_on, desk.clock.today()


def plan_erasure(desk: Desk, person_id: str, day: date | None) -> Saved:
    """The day on which the name is to be erased; None: no day any more."""
    with desk.database.read() as connection:
        person, _erase_on, erased_on = _read(connection, person_id)
    _refuse_unready(person, erased_on, desk.clock.today())
    if day is not None and person.left_on is not None and day <= person.left_on:
        raise RefusedField(
            "erase_on",
            "too_early",
            _("On that day this person was still here."),
            _("Choose a day after the departure."),
        )
    deed = Deed(Verb.EDITED, RecordKind.PERSON, person.full_name, "erase_on")
    with doing(desk, "plan_erasure", deed, record_id=person_id) as work:
        work.change(schema.person, person_id, {"erase_on": day})
    return saved(desk, kinds_of(work.trail), person_id)


def erase_name(desk: Desk, person_id: str, by_text: bool | None = None) -> Saved:
    """Put the label in the place of the name, everywhere. It cannot be taken back.

    `by_text`: also where only the letters of the name tell who it was. Raises RefusedField where
    somebody else bears the same name and that was not said.
    """
    today = desk.clock.today()
    with desk.database.write("erase_name") as work:
        connection = work.connection
        person, _erase_on, erased_on = _read(connection, person_id)
        _refuse_unready(person, erased_on, today)
        name = _name(desk, connection, person)
        _refuse_unsaid(name, by_text)
        stored.lend_name(connection, name)
        erasing = stored.Erasing(work, person_id, name, by_text=by_text is not False)
        erasing.run(person.telephone, today.isoformat())
    desk.history = History()  # what could be taken back holds the name
    _erase_files(desk, name)
    with said_in_words(desk.database.path, writing=True):
        stored.write_file_anew(desk.database.driver())
    return saved(desk, ALL_KINDS, person_id)


def _read(connection: Connection, person_id: str) -> tuple[Person, date | None, date | None]:
    person = read_person(connection, person_id)
    if person is None:
        raise NotFound(_("This person is not here any more."), _("Choose another one."))
    return person, *stored.erasure_days(connection, person_id)


def _name(desk: Desk, connection: Connection, person: Person) -> Name:
    bearers = stored.bearers_of(connection, person.id, person.last_name, person.first_name)
    number = next_number(stored.labels(connection))
    label = language(desk.language).gettext("Former colleague no. {number}").format(number=number)
    return Name(person.last_name, person.first_name, label, bearers)


def _refuse_unready(person: Person, erased_on: date | None, today: date) -> None:
    if erased_on is not None:
        raise RefusedInput(
            _("This name was erased already."), _("There is nothing left to be erased.")
        )
    if person.is_here(today):
        raise RefusedInput(
            _("This person has not left: the name is needed."),
            _("Say first until when this person is here; erase the name after that day."),
        )


def _refuse_unsaid(name: Name, by_text: bool | None) -> None:
    if name.bearers.namesakes and by_text is None:
        raise RefusedField(
            "by_text",
            "namesake",
            _("Somebody else has the same name."),
            _("Say whether what was only signed with this name is erased too."),
        )


def _erase_files(desk: Desk, name: Name) -> None:
    """Forms that were begun, and sheets that were laid out: they are laid out anew when asked."""
    folder = desk.home.unfinished
    for key, form in unfinished.read_all(folder).items():
        values = {field: name.out_of_json(text) for field, text in form.values.items()}
        if values != dict(form.values):
            unfinished.keep(folder, key, Unfinished(values, form.kept_at))
    with contextlib.suppress(OSError):
        shutil.rmtree(desk.home.kept_sheets, ignore_errors=True)
