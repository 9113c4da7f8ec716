from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referent_desk.domain.listings import Listing
from referent_desk.domain.texts import searched, spelling_key
from referent_desk.storage import schema
from referent_desk.storage.database import Database
from referent_desk.storage.departments import department_source
from referent_desk.storage.listings import Source, read_page
from referent_desk.storage.people import appointment_source
from referent_desk.storage.software import software_source
from referent_desk.storage.unverified_uses import unverified_source
from tests.storage.small_homes import AUBRY, CARDIOLOGY, DOSSIER, KIND, POLE, VENDOR, add, fill
from tests.storage.small_homes import open_file_at as open_file

TODAY = date(2026, 11, 22)
NAMES = ["Œdème", "oedeme", "100 %", "100 000", "a_b", "aXb", "R&D", "Éclair", "eclair", "zoé!"]
SOURCES = {
    "departments": department_source(TODAY),
    "software": software_source("fr", TODAY),
    "appointments": appointment_source(),
    "unverified": unverified_source(TODAY),
}
SORTS = [(name, sort) for name, source in SOURCES.items() for sort in source.sorts]


@pytest.fixture(scope="module")
def many(module_path: Path) -> Iterator[Database]:
    """Every sort has equal keys and, where the schema lets it, missing ones."""
    database = open_file(module_path)
    with database.write("fill") as work:
        fill(work)
        for number, name in enumerate(NAMES):
            text = {"name": name, "folded": searched(name)}
            node = work.new_id()
            beds = None if number % 3 else number % 2
            place = {"parent_id": POLE, "kind": "unit", "beds": beds, "code": str(number % 2)}
            add(work, schema.node, id=node, **place, **text)
            software = work.new_id()
            vital = {"criticality": None if number % 3 else 1 + number % 2}
            of = {
                "vendor_id": VENDOR if number % 2 else None,
                "kind_id": KIND if number % 3 else None,
            }
            spelling = spelling_key(name) + str(number)
            add(work, schema.software, id=software, spelling=spelling, **text, **vital, **of)
            add(work, schema.deployment, software_id=software, department_id=node)
            since = None if number % 2 else date(2026, 1, 1 + number % 3)
            what = {"kind": "software", "rank": "deputy", "since": since}
            of_one = {"software_id": software if number % 3 else None}
            add(work, schema.appointment, person_id=AUBRY, department_id=node, **what, **of_one)
    yield database
    database.close()


def ids(database: Database, source: Source, listing: Listing) -> list[str]:
    found: list[str] = []
    with database.read() as connection:
        while True:
            page = read_page(connection, source, listing, lambda row: str(row.id))
            assert len(page.rows) <= listing.limit
            found += page.rows
            if page.after is None:
                assert page.matching == len(found)
                return found
            listing = Listing(listing.text, listing.sort, listing.descending, None, page.after,
                              listing.limit)  # fmt: skip


def everything(database: Database, source: Source) -> list[Any]:
    with database.read() as connection:
        return [row.id for row in connection.execute(source.rows)]


@settings(max_examples=120)
@given(
    st.sampled_from(SORTS),
    st.booleans(),
    st.sampled_from(["", "e", "unit", "oedeme", "100", "zzz", "  É  "]),
    st.integers(1, 9),
)
def test_pages_hold_every_row_exactly_once_in_one_order(
    many: Database, chosen: tuple[str, str], descending: bool, text: str, limit: int
) -> None:
    source = SOURCES[chosen[0]]
    paged = ids(many, source, Listing(text, chosen[1], descending, limit=limit))
    whole = ids(many, source, Listing(text, chosen[1], descending, limit=1_000))
    assert paged == whole
    assert len(set(whole)) == len(whole)
    assert set(whole) <= set(everything(many, source))
    if not text:
        assert sorted(whole) == sorted(everything(many, source))
        assert whole == ids(many, source, Listing("", chosen[1], not descending))[::-1]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("%", ["100 %"]),
        ("_", ["a_b"]),
        ("a_b", ["a_b"]),
        ("!", ["zoé!"]),
        ("ÉCLAIR", ["Éclair", "eclair"]),
        ("oedème", ["Œdème", "oedeme"]),
        ("ŒDEME", ["Œdème", "oedeme"]),
        ("000 100", ["100 000"]),
        ("r&d", ["R&D"]),
        ("zoe", ["zoé!"]),
        ("'", []),
        ("\x00\ud800%", ["100 %"]),
        ("<b>", []),
    ],
)
def test_a_filter_is_taken_letter_by_letter_whatever_accents_and_case(
    many: Database, text: str, names: list[str]
) -> None:
    with many.read() as connection:
        page = read_page(connection, SOURCES["software"], Listing(text), lambda row: row.name)
    assert sorted(page.rows) == sorted(names)
    assert (page.matching, page.total) == (len(names), len(NAMES) + 1)


def test_an_unknown_sort_falls_back_to_the_first(many: Database) -> None:
    source = SOURCES["software"]
    assert ids(many, source, Listing(sort="colour")) == ids(many, source, Listing(sort="name"))


def test_software_of_one_department(many: Database) -> None:
    source = software_source("fr", TODAY, CARDIOLOGY)
    assert ids(many, source, Listing()) == [DOSSIER]


def test_the_statement_of_a_list_is_put_together_once_a_day() -> None:
    """It is asked at every key; to put it together took longer than to answer it."""
    today, tomorrow = date(2026, 11, 22), date(2026, 11, 23)
    assert department_source(today) is department_source(today)
    assert department_source(tomorrow) is not department_source(today)
    assert software_source("fr", today) is software_source("fr", today)
    assert software_source("fr", today, CARDIOLOGY) is not software_source("fr", today)
    assert appointment_source(CARDIOLOGY) is appointment_source(CARDIOLOGY)
