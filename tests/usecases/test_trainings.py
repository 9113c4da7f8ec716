from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.domain.skills import Basis, SkillLevel
from referent_desk.domain.skills_wards import WardSkills
from referent_desk.domain.trainings import Participant, WantedTraining
from referent_desk.errors import NotFound, RefusedField
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.skills import read_ward
from referent_desk.usecases.trainings import (
    annul_training,
    correct_training,
    list_trainings,
    read_training,
    record_training,
    training_aids,
)
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import CLOCK, demo_desk

TODAY = CLOCK.today()
USES, HELPS, TRAINS = SkillLevel


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = demo_desk(tmp_path)
    yield made
    assert check(made).faults == ()
    made.close()


@pytest.fixture
def ward(desk: Desk) -> WardSkills:
    return read_ward(desk, showcase_department(desk))


def wanted(ward: WardSkills, **more: object) -> WantedTraining:
    people = (
        Participant("x", ward.members[0].id, HELPS),
        Participant("x", ward.members[1].id, USES),
        Participant("Sonia  Okafor", None, USES),
    )
    said = WantedTraining(ward.used[0].id, TODAY, people, ward.department_id, topic="Prise en main")
    return replace(said, **more)  # type: ignore[arg-type]


def test_a_training_gives_each_who_came_their_level(desk: Desk, ward: WardSkills) -> None:
    saved = record_training(desk, wanted(ward, minutes=90, trainer="Éditeur"))
    assert saved.kinds == {Kind.SKILLS}
    (training,) = list_trainings(desk, ward.department_id)
    assert (training.minutes, training.trainer, training.topic) == (90, "Éditeur", "Prise en main")
    names = [(one.name, one.level) for one in training.participants]
    assert sorted(names) == sorted(
        [(ward.members[0].name, HELPS), (ward.members[1].name, USES), ("Sonia Okafor", USES)]
    )
    after = read_ward(desk, ward.department_id)
    found = after.skill(ward.members[0].id, ward.used[0].id)
    assert (found.level, found.basis, found.day) == (HELPS, Basis.TRAINED, TODAY)


def test_undone_it_never_was_and_done_again_all_came(desk: Desk, ward: WardSkills) -> None:
    record_training(desk, wanted(ward))
    undo(desk)
    assert not list_trainings(desk, ward.department_id)
    assert not read_ward(desk, ward.department_id).skills
    redo(desk)
    (training,) = list_trainings(desk, ward.department_id)
    assert len(training.participants) == 3
    assert len(read_ward(desk, ward.department_id).skills) == 2


def test_corrected_it_is_annulled_and_said_anew_in_one_deed(desk: Desk, ward: WardSkills) -> None:
    first = record_training(desk, wanted(ward)).id
    alone = (Participant("x", ward.members[2].id, TRAINS),)
    second = correct_training(desk, first, wanted(ward, participants=alone)).id
    (training,) = list_trainings(desk, ward.department_id)
    assert (training.id, [one.level for one in training.participants]) == (second, [TRAINS])
    undo(desk)
    (training,) = list_trainings(desk, ward.department_id)
    assert len(training.participants) == 3
    with pytest.raises(NotFound):
        read_training(desk, second)


def test_annulled_with_a_reason_it_counts_no_more(desk: Desk, ward: WardSkills) -> None:
    training_id = record_training(desk, wanted(ward)).id
    with pytest.raises(RefusedField, match="why"):
        annul_training(desk, training_id, "  ")
    annul_training(desk, training_id, "typed twice")
    assert not list_trainings(desk, ward.department_id)
    with pytest.raises(NotFound):
        annul_training(desk, training_id, "again")
    undo(desk)
    assert len(list_trainings(desk, ward.department_id)[0].participants) == 3


@pytest.mark.parametrize(
    ("more", "field", "code"),
    [
        ({"software_id": ""}, "software_id", "no_software"),
        ({"day": TODAY + timedelta(days=1)}, "day", "to_come"),
        ({"participants": ()}, "participants", "nobody"),
        ({"participants": (Participant(" "),)}, "participants", "no_name"),
        ({"valid_until": TODAY - timedelta(days=1)}, "valid_until", "ends_before"),
        ({"minutes": 0}, "minutes", "minutes"),
        ({"minutes": 6_001}, "minutes", "minutes"),
        ({"version": "no such"}, "version", "unknown"),
    ],
)
def test_what_cannot_be_true_is_refused_at_its_field(
    desk: Desk, ward: WardSkills, more: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(RefusedField) as refused:
        record_training(desk, wanted(ward, **more))
    assert (refused.value.field, refused.value.code) == (field, code)
    assert not desk.history.to_undo


def test_somebody_named_twice_came_once(desk: Desk, ward: WardSkills) -> None:
    twice = (Participant("Sonia Okafor"), Participant("sonia  okafor", None, TRAINS))
    training_id = record_training(desk, wanted(ward, participants=twice)).id
    assert [one.level for one in read_training(desk, training_id).participants] == [TRAINS]


def test_the_form_offers_what_was_typed_before_and_the_versions_known(
    desk: Desk, ward: WardSkills
) -> None:
    record_training(desk, wanted(ward, trainer="Éditeur", day=date(2026, 1, 5)))
    aids = training_aids(desk, ward.department_id)
    assert (aids.topics, aids.trainers) == (("Prise en main",), ("Éditeur",))
    used = next(one for one in ward.used if one.release)
    assert used.release in aids.versions[used.id]
