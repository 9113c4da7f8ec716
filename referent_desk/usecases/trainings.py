"""Trainings that were held: recorded, corrected, annulled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.texts import clean_line
from referent_desk.domain.trainings import (
    Participant,
    Training,
    TrainingAids,
    TrainingFault,
    WantedTraining,
    once_each,
    training_faults,
)
from referent_desk.errors import NotFound, RefusedField
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage import trainings as stored
from referent_desk.storage.database import Connection
from referent_desk.storage.people import read_person
from referent_desk.storage.software import software_by_id
from referent_desk.storage.spellings import release_id
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.skills import ward_in
from referent_desk.usecases.typed_lines import refuse_long

_WHAT = "training"


def list_trainings(desk: Desk, department_id: str) -> tuple[Training, ...]:
    """Held there, or with somebody of its staff; the newest first."""
    with desk.database.read() as connection:
        return stored.trainings_in(connection, department_id)


def read_training(desk: Desk, training_id: str) -> Training:
    with desk.database.read() as connection:
        return _known_training(connection, training_id)


def training_aids(desk: Desk, department_id: str) -> TrainingAids:
    """What the form of a training offers in that department."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        ward = ward_in(connection, department_id, today)
        held = stored.trainings_in(connection, department_id)
        versions = stored.versions_of(connection, [used.id for used in ward.used])
    topics = dict.fromkeys(one.topic for one in held if one.topic)
    trainers = dict.fromkeys(one.trainer for one in held if one.trainer)
    return TrainingAids(ward, versions, tuple(topics), tuple(trainers))


def record_training(desk: Desk, wanted: WantedTraining) -> Saved:
    """Raises RefusedField for what cannot be true, and then nothing was written."""
    row, wanted, name = _checked(desk, wanted)
    with doing(desk, "record_training", Deed(Verb.ADDED, _WHAT, name)) as work:
        training_id = _add(work, row, wanted)
    return saved(desk, kinds_of(work.trail), training_id)


def correct_training(desk: Desk, training_id: str, wanted: WantedTraining) -> Saved:
    """A fact is never altered: it is annulled and said anew, in one deed."""
    row, wanted, name = _checked(desk, wanted)
    with desk.database.read() as connection:
        _known_training(connection, training_id)
    with doing(desk, "correct_training", Deed(Verb.ADDED, _WHAT, name)) as work:
        _annul(work, training_id, "corrected")
        new_id = _add(work, row, wanted)
    return saved(desk, kinds_of(work.trail), new_id)


def annul_training(desk: Desk, training_id: str, reason: str) -> Saved:
    reason = clean_line(reason)
    refuse_long("reason", reason, _("Shorten it."))
    if not reason:
        raise RefusedField(
            "reason",
            "empty",
            _("Nobody would know why this was taken back."),
            _("Say in a few words what was wrong with it."),
        )
    with desk.database.read() as connection:
        training = _known_training(connection, training_id)
    deed = Deed(Verb.ANNULLED, _WHAT, training.software)
    with doing(desk, "annul_training", deed) as work:
        _annul(work, training_id, reason)
    return saved(desk, kinds_of(work.trail), training_id)


def _known_training(connection: Connection, training_id: str) -> Training:
    found = stored.read_training(connection, training_id)
    if found is None:
        raise NotFound(
            _("This training was taken back meanwhile."), _("There is nothing left to do.")
        )
    return found


def _checked(
    desk: Desk, wanted: WantedTraining
) -> tuple[Mapping[str, object], WantedTraining, str]:
    """The row without its id, what is wanted with clean names, the name of the software."""
    wanted = _cleaned(wanted)
    for field, fault in training_faults(wanted, desk.clock.today()):
        raise RefusedField(field, str(fault), *_sentences(fault))
    with desk.database.read() as connection:
        software = software_by_id(connection, [wanted.software_id]).get(wanted.software_id)
        if software is None:
            raise NotFound(_("This software is not here any more."), _("Choose another one."))
        release = _release(connection, wanted)
        named = replace(wanted, participants=_named(connection, wanted.participants))
    row = {
        "home_id": desk.home_id,
        "software_id": wanted.software_id,
        "release_id": release,
        "department_id": wanted.department_id,
        "topic": wanted.topic,
        "trainer": wanted.trainer,
        "trainer_id": wanted.trainer_id,
        "minutes": wanted.minutes,
        "valid_until": wanted.valid_until,
        "who": wanted.who,
        "valid_on": wanted.day,
    }
    return row, named, software.name


def _cleaned(wanted: WantedTraining) -> WantedTraining:
    people = once_each(replace(one, name=clean_line(one.name)) for one in wanted.participants)
    cleaned = replace(
        wanted,
        participants=people,
        topic=clean_line(wanted.topic),
        trainer=clean_line(wanted.trainer),
        who=clean_line(wanted.who),
        version=clean_line(wanted.version),
    )
    for field in ("topic", "trainer", "who"):
        refuse_long(field, getattr(cleaned, field), _("Shorten it."))
    for one in people:
        refuse_long("participants", one.name, _("Shorten it."))
    return cleaned


def _named(
    connection: Connection, participants: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Under the names that they bear; somebody who is gone meanwhile is a name alone."""
    found = []
    for one in participants:
        person = read_person(connection, one.person_id) if one.person_id else None
        name = person.full_name if person is not None else one.name
        found.append(replace(one, name=name, person_id=person.id if person else None))
    return tuple(found)


def _release(connection: Connection, wanted: WantedTraining) -> str | None:
    if not wanted.version:
        return None
    found = release_id(connection, wanted.software_id, wanted.version)
    if found is None:
        raise RefusedField(
            "version",
            "unknown",
            _("Version {version} of this software is not known here.").format(
                version=wanted.version
            ),
            _("Choose one of the list, or leave it empty."),
        )
    return found


def _add(work: Work, row: Mapping[str, object], wanted: WantedTraining) -> str:
    training_id = work.new_id()
    work.add(schema.training, [{**row, "id": training_id}])
    work.add(
        schema.attendance,
        [
            {
                "id": work.new_id(),
                "training_id": training_id,
                "person_id": one.person_id,
                "name": one.name,
                "level": str(one.level or ""),
            }
            for one in wanted.participants
        ],
    )
    return training_id


def _annul(work: Work, training_id: str, reason: str) -> None:
    table = schema.training
    row = work.connection.execute(table.select().where(table.c.id == training_id)).mappings().one()
    own = {"id", "recorded_at", "annuls_id", "reason", "row_hash"}
    copied = {str(key): value for key, value in row.items() if key not in own}
    work.add(table, [{**copied, "id": work.new_id(), "annuls_id": training_id, "reason": reason}])


def _sentences(fault: TrainingFault) -> tuple[str, str]:
    return {
        TrainingFault.NO_SOFTWARE: (
            _("Nobody would know what the training was about."),
            _("Choose the software."),
        ),
        TrainingFault.TO_COME: (
            _("A training on a day to come was not held yet."),
            _("Record it once it was held; print the attendance sheet for it now."),
        ),
        TrainingFault.NOBODY: (
            _("Nobody took part in this training yet."),
            _("Tick those who came, or type their names."),
        ),
        TrainingFault.TOO_MANY: (
            _("These are too many people for one training."),
            _("Record it as several trainings."),
        ),
        TrainingFault.ENDS_BEFORE: (
            _("The training would count no more before it was held."),
            _("Give a later last day, or leave it empty."),
        ),
        TrainingFault.MINUTES: (
            _("A training takes at least one minute, and at most 100 hours."),
            _("Correct the minutes, or leave them empty."),
        ),
        TrainingFault.NO_NAME: (
            _("Somebody of the list has no name."),
            _("Type the name, or untick the line."),
        ),
    }[fault]
