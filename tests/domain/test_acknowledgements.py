from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.acknowledgements import (
    Acknowledgement,
    Cell,
    Known,
    Level,
    Mark,
    Reader,
    Register,
    Share,
    Taught,
    changes_of,
    has_gap,
    matched,
    names_pasted,
    share_of,
    ward_share,
)

DAY, LATER = date(2026, 3, 1), date(2026, 9, 1)
ADA, BEA = Reader("Ada Moreau", "a", is_staff=True), Reader("Béa Roux", "b", is_staff=True)
POOL = Reader("Cléo Petit", "c")
OLD, NEW = "revision-1", "revision-2"
TAUGHT = Taught("p", NEW, 2, "On paper", "Prescription")
NUMBERS = {OLD: 1, NEW: 2}


def said(
    level: Level,
    revision_id: str = NEW,
    person_id: str | None = "a",
    day: date = DAY,
    name: str = "Ada Moreau",
    number: int = 1,
) -> Acknowledgement:
    fact_id = f"{person_id}-{revision_id}-{level}-{number}"
    return Acknowledgement(fact_id, "p", revision_id, person_id, name, level, day)


def register(*facts: Acknowledgement, readers: tuple[Reader, ...] = (ADA, BEA)) -> Register:
    return Register("d", "Ward", LATER, readers, (TAUGHT,), facts, NUMBERS)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((), None),
        ((said(Level.READ),), Cell(Known.READ, DAY, 2)),
        ((said(Level.PRACTISED),), Cell(Known.PRACTISED, DAY, 2)),
        ((said(Level.PRACTISED), said(Level.READ, day=LATER)), Cell(Known.PRACTISED, DAY, 2)),
        ((said(Level.READ), said(Level.READ, day=LATER, number=2)), Cell(Known.READ, LATER, 2)),
        ((said(Level.PRACTISED, OLD),), Cell(Known.EARLIER, DAY, 1)),
        ((said(Level.PRACTISED, OLD), said(Level.READ, day=DAY)), Cell(Known.READ, DAY, 2)),
    ],
)
def test_a_cell_says_the_best_that_is_known_of_the_revision_in_force(
    facts: tuple[Acknowledgement, ...], expected: Cell | None
) -> None:
    assert register(*facts).cells().get(("a", "p")) == expected


def test_what_is_no_longer_taught_has_no_cell() -> None:
    other = Acknowledgement("x", "gone", "r", "a", "Ada Moreau", Level.READ, DAY)

    assert register(other).cells() == {}


@pytest.mark.parametrize(
    ("facts", "read", "practised"),
    [
        ((), 0, 0),
        ((said(Level.READ),), 1, 0),
        ((said(Level.PRACTISED),), 1, 1),
        ((said(Level.READ, OLD),), 0, 0),
        ((said(Level.READ, person_id="c", name="Cléo Petit"),), 0, 0),
        ((said(Level.READ, person_id=None, name="Somebody"),), 0, 0),
    ],
)
def test_the_share_counts_the_staff_and_the_revision_in_force_alone(
    facts: tuple[Acknowledgement, ...], read: int, practised: int
) -> None:
    told = register(*facts, readers=(ADA, BEA, POOL))
    cells = told.cells()

    assert share_of(told, cells, "p") == Share(read, 2)
    assert share_of(told, cells, "p", Level.PRACTISED) == Share(practised, 2)
    assert ward_share(told, cells) == Share(read, 2)


@pytest.mark.parametrize(("count", "total", "percent"), [(0, 0, 100), (4, 5, 80), (799, 1000, 79)])
def test_a_share_is_never_rounded_up(count: int, total: int, percent: int) -> None:
    assert Share(count, total).percent == percent


def test_a_reader_has_a_gap_until_the_revision_in_force_is_read() -> None:
    told = register(said(Level.READ), said(Level.READ, OLD, "b", name="Béa Roux"))

    assert [has_gap(told, told.cells(), reader) for reader in (ADA, BEA)] == [False, True]


READ, PRACTISED = said(Level.READ), said(Level.PRACTISED)


@pytest.mark.parametrize(
    ("standing", "level", "annulled", "added"),
    [
        ((), Level.READ, (), 1),
        ((), None, (), 0),
        ((READ,), Level.READ, (), 0),
        ((READ,), Level.PRACTISED, (), 1),
        ((READ, PRACTISED), Level.READ, (PRACTISED.id,), 0),
        ((PRACTISED,), Level.READ, (PRACTISED.id,), 1),
        ((READ, PRACTISED), None, (READ.id, PRACTISED.id), 0),
        ((said(Level.READ, OLD),), Level.READ, (), 1),
        ((said(Level.READ, person_id="b"),), Level.READ, (), 1),
    ],
)
def test_a_mark_changes_no_more_than_it_must(
    standing: tuple[Acknowledgement, ...],
    level: Level | None,
    annulled: tuple[str, ...],
    added: int,
) -> None:
    changes = changes_of(standing, [Mark(NEW, "Ada Moreau", "a", level)])

    assert (changes.annulled, len(changes.added)) == (annulled, added)


def test_of_two_marks_of_one_cell_the_last_one_holds() -> None:
    marks = [Mark(NEW, "Ada", "a", Level.READ), Mark(NEW, "Ada", "a", None)]

    assert changes_of((), marks).count == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Moreau", ADA),
        ("MOREAU Ada", ADA),
        ("Mme Moreau, Ada", ADA),
        ("roux bea", BEA),
        ("Moreau", None),
        ("", None),
        ("Mme", None),
    ],
)
def test_a_written_name_finds_its_person_in_any_order(name: str, expected: Reader | None) -> None:
    assert matched(name, (ADA, BEA)) == expected


def test_a_name_that_two_people_have_is_nobodys() -> None:
    assert matched("Ada Moreau", (ADA, Reader("Ada Moreau", "z"))) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Moreau\nBéa Roux\n", ("Ada Moreau", "Béa Roux")),
        ("MOREAU\tAda\tIDE\r\nROUX\tBéa\tAS", ("MOREAU Ada", "ROUX Béa")),
        ("12\tAda Moreau\n\n  \n1234", ("Ada Moreau",)),
        ("Ada Moreau\nAda Moreau", ("Ada Moreau",)),
        ("", ()),
    ],
)
def test_a_pasted_list_gives_a_name_from_each_line(text: str, names: tuple[str, ...]) -> None:
    assert names_pasted(text) == names
