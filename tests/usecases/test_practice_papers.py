from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from referent_desk.domain.acknowledgements import Known
from referent_desk.domain.dial_checks import CallOutcome, WantedCall
from referent_desk.domain.records import RecordKind
from referent_desk.errors import RefusedInput
from referent_desk.language import language
from referent_desk.usecases.acknowledgements import read_register
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_practice import fill_demo_practice
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dial_checks import read_dial_check, record_dialling
from referent_desk.usecases.practice_papers import (
    suggested_path,
    write_dial_list,
    write_signing_sheet,
)
from referent_desk.usecases.records import add_record
from referent_desk.words.reasons import reasons_line
from tests.paper.pdfs import letters_only, page_texts
from tests.usecases.filed_copies import filed_desk, shelf
from tests.usecases.homes import CLOCK, bare_desk, demo_desk

FRENCH = language("fr")
LONG = "Marie-Hélène de La Rochefoucauld-Saint-Exupéry-Montmorency"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = demo_desk(tmp_path)
    fill_demo_practice(made)
    yield made
    made.close()


@pytest.fixture
def ward(desk: Desk) -> str:
    return showcase_department(desk)


def texts_of(path: Path) -> list[str]:
    return page_texts(path.read_bytes())


def test_the_sheet_to_sign_has_the_staff_the_texts_and_their_marks(
    desk: Desk, ward: str, tmp_path: Path
) -> None:
    register = read_register(desk, ward)

    texts = texts_of(write_signing_sheet(desk, ward, (), tmp_path / "f33.pdf"))

    assert len(texts) == -(-len(register.taught) // 4)
    for text in texts:
        assert "F33" in text
        assert all(letters_only(one.name) in letters_only(text) for one in register.staff)
    for taught in register.taught:
        found = [text for text in texts if taught.mark in text]
        assert len(found) == 1
        assert f"rév. {taught.number} · {taught.mark}" in found[0]


def test_the_sheet_to_sign_is_read_upright_on_a_screen(
    desk: Desk, ward: str, tmp_path: Path
) -> None:
    """It lies across the page, as the grid of skills does."""
    path = write_signing_sheet(desk, ward, (), tmp_path / "f33.pdf")
    with pypdfium2.PdfDocument(path) as pdf:
        assert {page.get_rotation() for page in pdf} == {90}
        assert all(page.get_width() > page.get_height() for page in pdf)


def test_only_the_texts_that_are_asked_for_are_printed(
    desk: Desk, ward: str, tmp_path: Path
) -> None:
    [one, *others] = read_register(desk, ward).taught

    [text] = texts_of(write_signing_sheet(desk, ward, (one.revision_id,), tmp_path / "f33.pdf"))

    assert one.mark in text
    assert not any(other.mark in text for other in others)


def test_a_large_ward_goes_on_over_the_page_and_keeps_blank_lines(
    desk: Desk, ward: str, tmp_path: Path
) -> None:
    names = [f"Agent {number:02}" for number in range(30)] + [LONG]
    for name in names:
        add_record(desk, RecordKind.PERSON, {"last_name": name, "department_id": ward})
    one = read_register(desk, ward).taught[0]

    texts = texts_of(write_signing_sheet(desk, ward, (one.revision_id,), tmp_path / "f33.pdf"))

    assert len(texts) > 2
    said = letters_only(" ".join(texts))
    assert all(letters_only(name) in said for name in names[:-1])
    assert letters_only("Marie-Hélène de La Rochefoucauld") in said
    assert all(one.mark in text for text in texts)


def test_a_name_of_seventy_letters_is_read_whole_on_the_sheet_to_sign(
    desk: Desk, ward: str, tmp_path: Path
) -> None:
    name = "Wilhelmine-Éléonore de Saint-Exupéry-Montgolfier d’Aubigny-Lavallière 2"
    typed = {"last_name": name, "role": "Infirmière", "department_id": ward}
    add_record(desk, RecordKind.PERSON, typed)
    one = read_register(desk, ward).taught[0]
    texts = texts_of(write_signing_sheet(desk, ward, (one.revision_id,), tmp_path / "f33.pdf"))
    assert letters_only(f"{name} Infirmière") in letters_only(" ".join(texts))


def test_the_numbers_of_the_month_stand_on_one_page(desk: Desk, ward: str, tmp_path: Path) -> None:
    check = read_dial_check(desk, ward)

    [text] = texts_of(write_dial_list(desk, ward, tmp_path / "dial.pdf"))

    for line in check.drawn:
        assert letters_only(line.label) in letters_only(text)
        assert line.number in text


def test_where_there_is_nothing_to_sign_or_dial_it_is_said(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    with desk.database.read() as connection:
        ward = str(
            connection.exec_driver_sql(
                "SELECT id FROM node WHERE kind = 'department' LIMIT 1"
            ).scalar()
        )
    with pytest.raises(RefusedInput):
        write_signing_sheet(desk, ward, (), tmp_path / "f33.pdf")
    with pytest.raises(RefusedInput):
        write_dial_list(desk, ward, tmp_path / "dial.pdf")
    assert not list(tmp_path.glob("*.pdf"))
    desk.close()


def test_the_files_are_named_by_what_they_are_and_the_day(desk: Desk, ward: str) -> None:
    signing, dialling = (suggested_path(desk, what, ward).name for what in ("signing", "dialling"))

    assert signing == "F33 CAR 2026-11-22.pdf"
    assert dialling.endswith(" CAR 2026-11-22.pdf")
    assert dialling != signing


def test_the_demo_hospital_shows_every_state_of_the_grid(desk: Desk, ward: str) -> None:
    register = read_register(desk, ward)
    known = {cell.known for cell in register.cells().values()}

    assert known == {Known.EARLIER, Known.READ, Known.PRACTISED}
    assert any(reader.is_new(CLOCK.today()) for reader in register.staff)
    assert any(reader.person_id is None for reader in register.readers)
    assert read_dial_check(desk, ward).left


def test_a_wrong_number_goes_to_the_sheets_at_once(tmp_path: Path) -> None:
    desk, _calendar = filed_desk(tmp_path)
    ward = find_department(desk, "CAR").id
    check = read_dial_check(desk, ward)
    line = next(one for one in (*check.drawn, *check.others) if one.label == "Laboratoire")
    today = desk.clock.today()

    record_dialling(
        desk,
        WantedCall(line.entry_id, line.number, CallOutcome.WRONG, today, "A. M.", "02 99 00 11 22"),
    )

    stale = [sheet for sheet in shelf(desk, ward).sheets if sheet.reasons]
    assert any("laboratoire a changé" in reasons_line(sheet.reasons, FRENCH) for sheet in stale)
    desk.close()
