from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from referent_desk.domain.records import RecordKind
from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.trainings import Participant, WantedTraining
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.storage import schema
from referent_desk.usecases.arrivals import read_arrivals, tick_arrival, write_arrival_list
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import add_record
from referent_desk.usecases.skills import read_ward, state_skill
from referent_desk.usecases.skills_papers import (
    suggested_path,
    write_arrival_sheet,
    write_attendance_sheet,
    write_certificates,
    write_skill_grid,
)
from referent_desk.usecases.trainings import list_trainings, record_training
from tests.paper.pdfs import letters_only, page_texts
from tests.usecases.homes import CLOCK, bare_desk, demo_desk

TODAY = CLOCK.today()
USES, HELPS, TRAINS = SkillLevel
LONG = {"last_name": "d’Estienne d’Orves de La Rochefoucauld-Montmorency", "first_name": "İnci Thị"}
ODD = {"last_name": "Ngọc Trần Nguyễn", "first_name": "Ş 𒀀"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = demo_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def ward(desk: Desk) -> str:
    department = showcase_department(desk)
    for name in (LONG, ODD):
        add_record(desk, RecordKind.PERSON, {**name, "department_id": department})
    return department


@pytest.fixture
def training_id(desk: Desk, ward: str) -> str:
    shown = read_ward(desk, ward)
    people = (
        Participant("x", shown.members[0].id, HELPS),
        Participant("Sonia Okafor", None, None),
    )
    said = WantedTraining(shown.used[0].id, TODAY - timedelta(days=300), people, ward, "")
    record_training(desk, said)
    return list_trainings(desk, ward)[0].id


def texts_of(path: Path) -> list[str]:
    return page_texts(path.read_bytes())


def test_the_attendance_sheet_has_everybody_and_lines_for_others(
    desk: Desk, ward: str, tmp_path: Path
) -> None:
    shown = read_ward(desk, ward)
    [text] = texts_of(write_attendance_sheet(desk, ward, shown.used[0].id, tmp_path / "a.pdf"))
    known = letters_only(text)
    ours = [one.name for one in shown.members if "𒀀" not in one.name]
    assert all(letters_only(name) in known for name in ours)
    assert "[U+12000]" in text  # a letter that no font holds is said
    assert letters_only(shown.used[0].name) in known
    assert str(len(shown.members) + 6) in text.split()
    [blank] = texts_of(write_attendance_sheet(desk, ward, "", tmp_path / "b.pdf"))
    assert letters_only(shown.used[0].name) not in letters_only(blank)


def test_the_grid_tells_levels_what_ran_out_and_what_ends(
    desk: Desk, ward: str, tmp_path: Path
) -> None:
    shown = read_ward(desk, ward)
    member, first = shown.members[0], shown.used[0]
    state_skill(desk, member.id, first.id, TRAINS, TODAY)
    for place, until in ((1, -5), (2, 5)):
        came = (Participant("x", member.id, HELPS),)
        day, end = TODAY - timedelta(days=90), TODAY + timedelta(days=until)
        record_training(desk, WantedTraining(shown.used[place].id, day, came, valid_until=end))
    texts = texts_of(write_skill_grid(desk, ward, tmp_path / "g.pdf"))
    words = " ".join(texts).split()
    assert len(texts) == -(-len(shown.used) // 10)
    letter = "A" if "(A)" in words else "H"
    assert f"({letter})" in words
    assert f"{letter}*" in words
    assert all(letters_only(used.name) in letters_only(" ".join(texts)) for used in shown.used)


def test_a_certificate_for_each_leaves_out_what_nobody_said(
    desk: Desk, ward: str, training_id: str, tmp_path: Path
) -> None:
    shown = read_ward(desk, ward)
    one, other = texts_of(write_certificates(desk, training_id, tmp_path / "c.pdf"))
    both = sorted((one, other), key=lambda text: "Sonia Okafor" in text)
    assert letters_only(shown.members[0].name) in letters_only(both[0])
    assert "Sonia Okafor" in both[1]
    said = [sum(word in text for word in ("Niveau atteint", "Level reached")) for text in both]
    assert said == [1, 0]  # nothing was said of what she can do since
    assert all("1/1" in text for text in both)


def test_a_hospital_brings_its_own_certificate(
    desk: Desk, training_id: str, tmp_path: Path
) -> None:
    desk.home.letters.mkdir()
    own = desk.home.letters / "training.toml"
    lines = ('kind = "training"', 'title = "T"', 'text = "{name} était là."', 'signatures = ["X"]')
    own.write_text("\n".join(lines), encoding="utf-8")
    texts = texts_of(write_certificates(desk, training_id, tmp_path / "c.pdf"))
    assert any("Sonia Okafor était là." in text for text in texts)
    own.write_text("\n".join(lines).replace("{name}", "{patient}"), encoding="utf-8")
    with pytest.raises(RefusedInput, match="patient"):
        write_certificates(desk, training_id, tmp_path / "c.pdf")


def test_a_training_of_nobody_here_or_taken_back_has_no_certificate(
    desk: Desk, ward: str, tmp_path: Path
) -> None:
    used = read_ward(desk, ward).used[0]
    alone = (Participant("Sonia Okafor"),)
    key = record_training(desk, WantedTraining(used.id, TODAY, alone)).id
    with pytest.raises(RefusedInput, match="belongs to a department"):
        write_certificates(desk, key, tmp_path / "c.pdf")
    with pytest.raises(NotFound):
        write_certificates(desk, "gone", tmp_path / "c.pdf")


def test_the_sheet_of_a_newcomer_has_what_was_done(desk: Desk, ward: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedInput, match="no list"):
        write_arrival_sheet(desk, ward, "", tmp_path / "r.pdf")
    write_arrival_list(desk, ward, ["Lire la fiche réflexe", "Voir le classeur"])
    shown = read_arrivals(desk, ward)
    person = next(one for one in shown.people if "Estienne" in one.name)
    tick_arrival(desk, person.person_id, [shown.items[0].id], TODAY, "Maryse Aubry", done=True)
    [text] = texts_of(write_arrival_sheet(desk, ward, person.person_id, tmp_path / "r.pdf"))
    assert letters_only(person.name) in letters_only(text)
    assert "Maryse Aubry" in text
    assert "22/11/2026" in text
    [blank] = texts_of(write_arrival_sheet(desk, ward, "", tmp_path / "b.pdf"))
    assert "Voir le classeur" in blank
    assert "Maryse Aubry" not in blank


def test_a_ward_without_people_or_software_has_no_grid(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    nodes = schema.node
    with desk.database.read() as connection:
        found = connection.execute(nodes.select().where(nodes.c.kind == "department")).first()
    assert found is not None
    with pytest.raises(RefusedInput, match="no grid"):
        write_skill_grid(desk, found.id, tmp_path / "g.pdf")
    texts = texts_of(write_attendance_sheet(desk, found.id, "", tmp_path / "a.pdf"))
    assert len(texts) == 1
    desk.close()


@pytest.mark.parametrize("what", ["attendance", "certificates", "skills", "arrival"])
def test_each_paper_has_a_name_of_its_own(desk: Desk, ward: str, what: str) -> None:
    path = suggested_path(desk, what, ward)
    assert path.parent == desk.home.prints
    assert "CAR 2026-11-22" in path.name
