"""Names that people really bear: typed, sorted, found, and printed whole on every sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.finding import HitKind
from referent_desk.domain.letters import LetterKind
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.finding import find_anywhere
from referent_desk.usecases.letters import read_letter, write_letter
from referent_desk.usecases.people import list_appointments, list_people
from referent_desk.usecases.records import add_record, edit_field, read_record
from tests.paper.pdfs import letters_only, opened, page_texts
from tests.usecases.homes import bare_desk, demo_desk

SEVENTY = "Wolfeschlegelsteinhausenbergerdorffvoralterngewissenhaftschaferswesenn"
WORDS = "de Rohan-Chabot de La Tour-d’Auvergne d’Entraigues de Saint-Just-Malmy"
NAMES = [
    ("O", "Jin", "jin o"),
    ("d’Urville", "Anne-Cécile", "d'urville anne"),
    ("N'Diaye", "Aïssatou", "n’diaye aissatou"),
    ("de La Tour-d'Auvergne", "Éloïse", "la tour-d’auvergne"),
    ("Le Guellec", "Maëlle", "LE GUELLEC"),
    ("van der Berg", "Joris", "berg joris"),
    ("von Stein-Weiß", "Ute", "weiss"),
    ("Şahingöz Işık", "İlker", "sahingoz isik ilker"),
    ("ÇAĞLAR", "ŞULE", "caglar sule"),
    ("Nguyễn Đặng", "Thị Hường", "nguyen dang thi huong"),
    ("Trần Phước", "Ơn", "phuoc"),
    ("Przybyłko-Wójcik", "Łucja", "przybylko"),
    (SEVENTY, "Jo", "wolfeschlegel"),
    (WORDS, "Y", "saint-just-malmy"),
]


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    yield desk
    desk.close()


def named(last: str, first: str) -> str:
    return f"{first} {last}"


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Desk]:
    desk = bare_desk(tmp_path)
    yield desk
    desk.close()


def test_names_have_the_length_they_claim() -> None:
    assert (len(SEVENTY), len(WORDS)) == (70, 70)


def test_every_name_is_kept_as_typed_and_found_as_one_types_it_in_a_hurry(bare: Desk) -> None:
    for last, first, typed in NAMES:
        saved = add_record(bare, RecordKind.PERSON, {"last_name": last, "first_name": first})
        values = read_record(bare, RecordKind.PERSON, saved.id).values
        assert (values["last_name"], values["first_name"]) == (last, first)
        found = [row.person for row in list_people(bare, Listing(typed)).rows]
        assert named(last, first) in found, typed
        hits = [
            hit.title
            for group in find_anywhere(bare, typed, None, limit=20).groups
            if group.kind is HitKind.PERSON
            for hit in group.hits
        ]
        assert named(last, first) in hits, typed


def test_people_stand_in_the_order_of_their_last_names(bare: Desk) -> None:
    sorted_as = ["d’Arc", "Çağlar", "Daubigny", "Étienne", "Ferrand", "Le Guen", "Legrand", "O",
                 "Öztürk", "Şahin", "Thomas", "van der Berg", "Vasseur"]  # fmt: skip
    for last in reversed(sorted_as):
        add_record(bare, RecordKind.PERSON, {"last_name": last})
    rows = [row.person for row in list_people(bare, Listing(sort="person")).rows]
    assert rows == sorted(sorted_as, key=lambda n: "d'arc" if n == "d’Arc" else _plain(n))


def _plain(name: str) -> str:
    return name.lower().translate(str.maketrans("çğéöüş", "cgeous"))


def test_every_name_is_printed_whole_and_within_the_sheet(demo: Desk, tmp_path: Path) -> None:
    ward = find_department(demo, "CAR").id
    path = tmp_path / "classeur.pdf"
    print_binder(demo, ward, path)
    text = letters_only(" ".join(page_texts(path.read_bytes())))
    rows = list_appointments(demo, Listing(department_id=ward)).rows
    shown = list(dict.fromkeys(r.person_id for r in rows if letters_only(r.person) in text))
    assert len(shown) >= 2
    left = list(NAMES)
    while left:
        batch, left = left[: len(shown)], left[len(shown) :]
        for key, (last, first, _typed) in zip(shown, batch, strict=False):
            edit_field(demo, RecordKind.PERSON, key, "last_name", last)
            edit_field(demo, RecordKind.PERSON, key, "first_name", first)
        print_binder(demo, ward, path)
        texts = [letters_only(text) for text in page_texts(path.read_bytes())]
        assert not any("[U+" in text for text in texts)
        for last, first, _typed in batch:
            pages = [n for n, text in enumerate(texts) if letters_only(named(last, first)) in text]
            assert pages, last
            assert sides(path, pages[0]) == within((20, 580), sides(path, pages[0]))


@pytest.mark.parametrize("kind", LetterKind)
def test_every_name_is_written_whole_in_the_letters(
    demo: Desk, tmp_path: Path, kind: LetterKind
) -> None:
    ward = find_department(demo, "CAR").id
    office = list_appointments(demo, Listing(department_id=ward)).rows[0]
    path = tmp_path / "lettre.pdf"
    for last, first, _typed in NAMES:
        edit_field(demo, RecordKind.PERSON, office.person_id, "last_name", last)
        edit_field(demo, RecordKind.PERSON, office.person_id, "first_name", first)
        write_letter(demo, read_letter(demo, office.id, kind, anew=True), path)
        texts = page_texts(path.read_bytes())
        assert letters_only(named(last, first)) in letters_only(" ".join(texts)), last
        assert not any("[U+" in text for text in texts)
        assert sides(path, 0) == within((20, 580), sides(path, 0))


def sides(path: Path, page: int) -> tuple[float, float]:
    """How far to the left and to the right letters of a page reach."""
    with opened(path.read_bytes()) as document:
        text = document[page].get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars())]
    drawn = [box for box in boxes if box[2] > box[0]]
    return min(box[0] for box in drawn), max(box[2] for box in drawn)


def within(limits: tuple[float, float], reached: tuple[float, float]) -> tuple[float, float]:
    return max(limits[0], reached[0]), min(limits[1], reached[1])
