from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Deed, Verb
from referent_desk.domain.listings import Listing
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.records import RecordKind
from referent_desk.errors import Busy, NotFound
from referent_desk.storage import schema
from referent_desk.usecases.binders import preview_binder, print_binder
from referent_desk.usecases.checks import check
from referent_desk.usecases.departments import department_detail, list_departments
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.needed_functions import needed_functions, set_needed_functions
from referent_desk.usecases.procedures import list_procedures, procedure_detail
from referent_desk.usecases.records import add_record, close_record, list_links
from referent_desk.usecases.starters import adopt_starter_procedures
from referent_desk.usecases.undoing import undo
from tests.paper.pdfs import page_texts
from tests.usecases.homes import CLOCK, bare_desk


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Desk]:
    desk = bare_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def ward(bare: Desk) -> str:
    return next(one.id for one in list_links(bare, "department", "cardio") if "Nord" in one.detail)


def functions(desk: Desk, *codes: str) -> list[str]:
    with desk.database.read() as connection:
        ids = {row.code: row.id for row in connection.execute(schema.function.select())}
    return [ids[code] for code in codes]


def use(desk: Desk, ward: str, function_id: str, name: str = "Dossier+") -> str:
    known = list_links(desk, "software", name)
    software = known[0].id if known else add_record(desk, RecordKind.SOFTWARE, {"name": name}).id
    typed = {"department_id": ward, "software_id": software, "function_id": function_id}
    return add_record(desk, RecordKind.DEPLOYMENT, typed).id


def row_of(desk: Desk, ward: str) -> int:
    return next(row.holes for row in list_departments(desk, Listing()).rows if row.id == ward)


def test_nothing_is_said_until_somebody_says_it(bare: Desk, ward: str) -> None:
    (pre,) = functions(bare, "PRE")
    use(bare, ward, pre)
    ticks = needed_functions(bare, ward)
    assert len(ticks) == 31
    assert {tick.needed for tick in ticks} == {None}
    assert [tick.software for tick in ticks if tick.function_id == pre] == [("Dossier+",)]
    assert {row.software for row in department_detail(bare, ward).coverage} == {"Dossier+"}
    assert row_of(bare, ward) == 1


def test_what_is_ticked_is_needed_and_what_is_not_is_not(bare: Desk, ward: str) -> None:
    pre, lab = functions(bare, "PRE", "LAB")
    saved = set_needed_functions(bare, ward, {pre, lab})
    assert saved.undo == Deed(Verb.TICKED, "department_function", "Cardiologie")
    assert saved.kinds == {Kind.FUNCTIONS}
    assert {t.function_id for t in needed_functions(bare, ward) if t.needed} == {pre, lab}
    assert {t.needed for t in needed_functions(bare, ward)} == {True, False}
    assert set_needed_functions(bare, ward, [lab, pre]).kinds == frozenset()
    set_needed_functions(bare, ward, {lab})
    assert {t.function_id for t in needed_functions(bare, ward) if t.needed} == {lab}
    undo(bare)
    assert {t.function_id for t in needed_functions(bare, ward) if t.needed} == {pre, lab}
    undo(bare)
    assert {t.needed for t in needed_functions(bare, ward)} == {None}
    assert check(bare).faults == ()


def test_only_needed_functions_without_a_procedure_are_holes(bare: Desk, ward: str) -> None:
    pre, lab = functions(bare, "PRE", "LAB")
    set_needed_functions(bare, ward, {pre, lab})
    assert row_of(bare, ward) == 2
    use_id = use(bare, ward, pre)
    assert row_of(bare, ward) == 2
    adopt_starter_procedures(bare, "fr")
    assert row_of(bare, ward) == 0
    detail = department_detail(bare, ward)
    assert [(row.function_id, row.software) for row in detail.coverage] == [
        (pre, "Dossier+"),
        (lab, ""),
    ]
    assert [row.deployment_id for row in detail.coverage] == [use_id, ""]


def test_a_needed_function_has_a_line_and_a_degraded_mode_before_its_software_is_known(
    bare: Desk, ward: str
) -> None:
    pre, lab = functions(bare, "PRE", "LAB")
    set_needed_functions(bare, ward, {pre, lab})
    rows = list_procedures(bare, Listing(department_id=ward)).rows
    assert [(row.function_id, row.software_id, row.software) for row in rows] == [
        (pre, None, ""),
        (lab, None, ""),
    ]
    adopt_starter_procedures(bare, "fr")
    assert {row.state for row in list_procedures(bare, Listing(department_id=ward)).rows} == {
        ProcedureState.DRAFT_ONLY
    }
    detail = procedure_detail(bare, ward, lab, None)
    assert (detail.software, detail.running_version) == ("", "")
    assert detail.revision is not None


def test_its_sheet_is_printed_and_says_nothing_of_a_software(bare: Desk, ward: str) -> None:
    (lab,) = functions(bare, "LAB")
    set_needed_functions(bare, ward, {lab})
    missing = "\n".join(page_texts(preview_binder(bare, ward).pdf))
    assert "No procedure yet" in missing or "Pas encore de procédure" in missing
    adopt_starter_procedures(bare, "fr")
    printed = print_binder(bare, ward, bare.home.prints / "binder.pdf")
    assert printed.set_plain == ()
    use(bare, ward, lab)
    again = print_binder(bare, ward, bare.home.prints / "binder.pdf")
    assert again.set_plain == ()
    assert check(bare).faults == ()


def test_a_use_that_ends_leaves_the_needed_function_at_once(bare: Desk, ward: str) -> None:
    (pre,) = functions(bare, "PRE")
    set_needed_functions(bare, ward, {pre})
    ended = use(bare, ward, pre)
    assert row_of(bare, ward) == 1
    close_record(bare, RecordKind.DEPLOYMENT, ended)
    assert row_of(bare, ward) == 1
    assert [row.software for row in department_detail(bare, ward).coverage] == [""]
    assert [row.software for row in list_procedures(bare, Listing(department_id=ward)).rows] == [""]
    undo(bare)
    assert [row.software for row in department_detail(bare, ward).coverage] == ["Dossier+"]


def test_what_cannot_be_ticked_is_said(bare: Desk, ward: str) -> None:
    with pytest.raises(NotFound, match="function is not here"):
        set_needed_functions(bare, ward, {"0" * 36})
    hospital = list_links(bare, "establishment", "Nord")[0].id
    for wrong in (hospital, "0" * 36):
        with pytest.raises(NotFound, match="department is not here"):
            set_needed_functions(bare, wrong, set())
    second = open_desk(bare.home, CLOCK)
    with pytest.raises(Busy):
        set_needed_functions(second, ward, functions(bare, "PRE"))
    second.close()
