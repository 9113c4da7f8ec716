from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from referent_desk.domain.letters import FIELDS, BlockKind, LetterKind, blocks_of, filled
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.exchange.letters import letter_template
from referent_desk.storage import schema
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.letters import keep_letter, read_letter, suggested_path, write_letter
from referent_desk.usecases.records import add_record, list_links
from referent_desk.usecases.tasks import list_tasks
from referent_desk.usecases.undoing import undo
from tests.paper.pdfs import page_texts
from tests.usecases.homes import bare_desk

K = RecordKind
APPOINTMENT, RECOGNITION = LetterKind.APPOINTMENT, LetterKind.RECOGNITION
SEVENTY = "Marie-Hélène de La Rochefoucauld-Saint-Exupéry-Montmorency d’Aubigné"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = bare_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def ward(desk: Desk) -> str:
    return list_links(desk, "department", "Card")[0].id


def referent(desk: Desk, ward: str, last: str = "Moreau", first: str = "Ada", **more: str) -> str:
    known = {"last_name": last, "first_name": first, "department_id": ward, "role": "AMA"}
    person_id = add_record(desk, K.PERSON, known).id
    office = {"department_id": ward, "kind": "software", "rank": "main", "since": "02/11/2026"}
    return add_record(desk, K.APPOINTMENT, {**office, "person_id": person_id, **more}).id


def words(path: Path) -> str:
    return " ".join(" ".join(page_texts(path.read_bytes())).split())


def test_the_letter_says_time_objectives_limits_and_what_is_owed(
    desk: Desk, ward: str, tmp_path: Path
) -> None:
    key = referent(desk, ward, minutes_a_week="2 h")
    goal = {"appointment_id": key, "what": "Former deux collègues", "due_on": "10/12/2026"}
    add_record(desk, K.OBJECTIVE, goal)
    letter = read_letter(desk, key, APPOINTMENT, anew=False)
    assert not letter.is_kept
    text = words(write_letter(desk, letter, tmp_path / "a.pdf"))
    for said in ("Ada Moreau, AMA", "2 h", "Former deux collègues", "Hôpital "):
        assert said in text
    assert "{" not in text
    assert suggested_path(desk, letter).name.endswith("Ada Moreau 2026.pdf")


def test_without_objectives_and_time_there_is_room_to_write(desk: Desk, ward: str) -> None:
    text = read_letter(desk, referent(desk, ward), APPOINTMENT, anew=False).text
    assert "______" in text
    assert "objectives" not in text.casefold()


def test_what_was_edited_is_kept_until_one_begins_anew(desk: Desk, ward: str) -> None:
    key = referent(desk, ward)
    first = read_letter(desk, key, APPOINTMENT, anew=False)
    keep_letter(desk, replace(first, text="Ours.\n\n# And\n- this"))
    again = read_letter(desk, key, APPOINTMENT, anew=False)
    assert (again.text, again.is_kept) == ("Ours.\n\n# And\n- this", True)
    assert read_letter(desk, key, APPOINTMENT, anew=True).text == first.text
    assert "letter_missing" not in {task.code for task in list_tasks(desk, ward).tasks}
    undo(desk)
    assert not read_letter(desk, key, APPOINTMENT, anew=False).is_kept
    assert check(desk).faults == ()


def test_a_certificate_is_of_its_year_and_tells_the_numbers_of_the_home(
    desk: Desk, ward: str
) -> None:
    key = referent(desk, ward)
    goal = {"appointment_id": key, "what": "Tester", "due_on": "10/12/2026"}
    add_record(desk, K.OBJECTIVE, {**goal, "reached_on": "20/11/2026", "outcome": "trois fois"})
    with desk.database.write("help") as work:
        for who, year in (("Moreau Ada", 2026), ("Ada Moreau", 2025), ("Luc", 2026)):
            work.add(
                schema.help_entry,
                [
                    {
                        "id": work.new_id(),
                        "home_id": desk.home_id,
                        "department_id": ward,
                        "asked": "x",
                        "outcome": "solved",
                        "who": who,
                        "valid_on": f"{year}-05-01",
                    }
                ],
            )
    this = read_letter(desk, key, RECOGNITION, 2026, anew=False)
    assert "help given to colleagues: 1 time\n" in f"{this.text}\n"
    assert "Tester: trois fois" in this.text
    keep_letter(desk, this)
    before = read_letter(desk, key, RECOGNITION, 2024, anew=False)
    assert (before.year, before.is_kept) == (2024, False)
    assert "help given" not in before.text
    assert "What was done" not in before.text


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("Şahin", "İnci"),
        ("Işık", "Ğ"),
        ("Nguyễn", "Thị Ánh Tuyết"),
        ("d’Aubigné", ""),
        ("X", ""),
        (SEVENTY, "Léa"),
    ],
)
def test_names_of_every_kind_are_printed(
    desk: Desk, ward: str, tmp_path: Path, last: str, first: str
) -> None:
    letter = read_letter(desk, referent(desk, ward, last, first), APPOINTMENT, anew=False)
    text = words(write_letter(desk, letter, tmp_path / "a.pdf"))
    assert f"{first} {last}".strip() in text
    assert "[U+" not in text


def test_a_letter_that_no_font_holds_is_named_never_drawn_as_a_box(
    desk: Desk, ward: str, tmp_path: Path
) -> None:
    key = referent(desk, ward, "山田", "Hana")
    letter = read_letter(desk, key, APPOINTMENT, anew=False)
    with pytest.raises(RefusedInput) as refused:
        write_letter(desk, letter, tmp_path / "a.pdf")
    assert "山" in refused.value.happened
    assert not (tmp_path / "a.pdf").exists()


def test_an_empty_letter_a_strange_year_and_a_gone_appointment_are_refused(
    desk: Desk, ward: str
) -> None:
    letter = read_letter(desk, referent(desk, ward), RECOGNITION, 2026, anew=False)
    with pytest.raises(RefusedInput):
        keep_letter(desk, replace(letter, text=" \n"))
    with pytest.raises(RefusedInput):
        keep_letter(desk, replace(letter, year=12))
    with pytest.raises(NotFound):
        read_letter(desk, "gone", APPOINTMENT, anew=False)


def test_the_template_of_the_home_is_the_letter(desk: Desk, ward: str) -> None:
    desk.home.letters.mkdir()
    own = 'kind="appointment"\ntitle="Ours"\ntext="Dear {name}"\nsignatures=["A"]\n'
    (desk.home.letters / "appointment.toml").write_text(own, encoding="utf-8")
    letter = read_letter(desk, referent(desk, ward), APPOINTMENT, anew=False)
    assert (letter.title, letter.text) == ("Ours", "Dear Ada Moreau")


@pytest.mark.parametrize("code", ["fr", "en"])
def test_a_certificate_has_no_heading_under_which_nothing_stands(code: str) -> None:
    text = letter_template(RECOGNITION, code).text
    known = {name: f"<{name}>" for name in FIELDS[RECOGNITION]}
    said = blocks_of(filled(text, {**known, "deeds": "", "reached": ""}))
    assert [block.kind for block in said].count(BlockKind.HEADING) == 1
    whole = blocks_of(filled(text, known))
    assert [block.kind for block in whole].count(BlockKind.HEADING) == 3
