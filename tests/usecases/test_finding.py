from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.finding import Found, HitKind, LeadTo
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo_drills import fill_demo_drills
from referent_desk.usecases.departments import department_detail, find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.finding import find_anywhere, lead_to
from referent_desk.usecases.people import person_detail
from referent_desk.usecases.procedures import procedure_detail
from referent_desk.usecases.records import close_record, edit_field
from referent_desk.usecases.software import list_software
from referent_desk.usecases.undoing import undo
from tests.usecases.homes import bare_desk, demo_desk

WARD = "Cardiologie — hospitalisation"
_ALWAYS = {HitKind.DEPARTMENT, HitKind.SOFTWARE, HitKind.PERSON, HitKind.FUNCTION, HitKind.FORM}


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    """Printed once in cardiology, so that its sheets have codes."""
    speak("fr")
    desk = demo_desk(module_path)
    print_binder(desk, ward(desk), module_path / "classeur.pdf")
    yield desk
    desk.close()


@pytest.fixture(autouse=True)
def _in_french(french: object) -> None:
    return None


def ward(desk: Desk) -> str:
    return find_department(desk, WARD).id


def titles(found: Found, kind: HitKind) -> list[str]:
    return [hit.title for group in found.groups if group.kind is kind for hit in group.hits]


def ids(found: Found, kind: HitKind) -> list[str]:
    return [hit.id for group in found.groups if group.kind is kind for hit in group.hits]


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("cardio", HitKind.DEPARTMENT, WARD),
        ("CARDIO HOSPI", HitKind.DEPARTMENT, WARD),
        ("0412", HitKind.DEPARTMENT, WARD),
        ("dossier+", HitKind.SOFTWARE, "Dossier+"),
        ("n'diaye", HitKind.PERSON, "Awa N’Diaye"),
        ("n’diaye awa", HitKind.PERSON, "Awa N’Diaye"),
        ("helene", HitKind.PERSON, "Hélène Valette"),
        ("prescription medicaments", HitKind.PROCEDURE, "Prescription des médicaments"),
        ("prescr", HitKind.FUNCTION, "Prescription"),
        ("F05", HitKind.FORM, "F05 — Prescription médicamenteuse"),
        ("medicamenteuse", HitKind.FORM, "F05 — Prescription médicamenteuse"),
        ("pre-01", HitKind.SHEET, "PRE-01"),
        ("pre 01", HitKind.SHEET, "PRE-01"),
        ("qui decide", HitKind.SHEET, "DEC-01"),
        ("annuaire secours", HitKind.SHEET, "ANN-01"),
    ],
)
def test_anything_is_found_in_any_spelling(
    demo: Desk, text: str, kind: HitKind, title: str
) -> None:
    assert title in titles(find_anywhere(demo, text, ward(demo), limit=40), kind)


def test_means_drills_and_actions_are_found_and_lead_to_where_they_are(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path)
    fill_demo_drills(desk)
    here = ward(desk)
    found = {
        kind: next(
            (hit for group in find_anywhere(desk, text, here, limit=40).groups
             if group.kind is kind for hit in group.hits), None,
        )
        for text, kind in (
            ("imprimante", HitKind.MEANS), ("exercice", HitKind.DRILL), ("f07", HitKind.ACTION),
        )
    }  # fmt: skip
    means, drill, action = (found[k] for k in (HitKind.MEANS, HitKind.DRILL, HitKind.ACTION))
    assert means is not None
    lead = lead_to(desk, means.kind, means.id, here)
    assert (lead.to, lead.part) == (LeadTo.PROCEDURES, "means")
    assert drill is not None
    assert "2026" in drill.detail
    lead = lead_to(desk, drill.kind, drill.id, here)
    assert (lead.to, lead.key) == (LeadTo.DRILLS, (drill.id,))
    assert action is not None
    lead = lead_to(desk, action.kind, action.id, None)
    assert (lead.to, lead.part) == (LeadTo.PROCEDURES, f"actions:{action.id}")
    assert lead.department is not None
    assert check(desk).faults == ()
    edit_field(desk, RecordKind.MEANS, means.id, "name", "Ronéo de secours")
    assert "Ronéo de secours" in titles(find_anywhere(desk, "roneo"), HitKind.MEANS)
    undo(desk)
    assert titles(find_anywhere(desk, "roneo"), HitKind.MEANS) == []
    close_record(desk, RecordKind.MEANS, means.id)
    assert all(
        hit.closed
        for group in find_anywhere(desk, means.title).groups for hit in group.hits
        if hit.id == means.id
    )  # fmt: skip
    assert check(desk).faults == ()
    desk.close()


def test_what_is_called_exactly_so_is_read_first(demo: Desk) -> None:
    assert find_anywhere(demo, "f05", ward(demo)).groups[0].kind is HitKind.FORM
    assert find_anywhere(demo, "pre-01", ward(demo)).groups[0].kind is HitKind.SHEET
    assert find_anywhere(demo, "dossier+", ward(demo)).groups[0].kind is HitKind.SOFTWARE


def test_what_has_a_line_of_its_own_is_not_named_again_as_a_sheet(demo: Desk) -> None:
    for text in ("prescription médicamenteuse", "prescription des médicaments"):
        assert titles(find_anywhere(demo, text, ward(demo), limit=40), HitKind.SHEET) == []


def test_sheets_are_those_of_the_chosen_department(demo: Desk) -> None:
    assert titles(find_anywhere(demo, "pre-01", None), HitKind.SHEET) == []
    elsewhere = find_department(demo, "Pneumologie").id
    assert titles(find_anywhere(demo, "pre-01", elsewhere), HitKind.SHEET) == []


def test_a_hit_tells_namesakes_apart_and_what_is_closed(tmp_path: Path) -> None:
    bare = bare_desk(tmp_path)
    group = find_anywhere(bare, "cardiologie").groups[0]
    assert [hit.detail for hit in group.hits] == ["Hôpital Nord · 0412", "Hôpital Sud · 0412"]
    group = find_anywhere(bare, "dialyse hopital").groups[0]
    assert [hit.closed for hit in group.hits] == [True, True]
    bare.close()


def test_no_more_than_asked_are_shown_and_all_are_counted(demo: Desk) -> None:
    found = find_anywhere(demo, "e", ward(demo), limit=2)
    assert all(len(group.hits) <= 2 for group in found.groups)
    assert any(group.total > 2 for group in found.groups)
    assert found.total == sum(group.total for group in found.groups)


@pytest.mark.parametrize("text", ["", "   ", "\n", "\u200b", "xyzzy", "a" * 100_000, '"', "*"])
def test_nothing_is_found_where_nothing_fits(demo: Desk, text: str) -> None:
    assert find_anywhere(demo, text, ward(demo)).groups == ()


@given(st.text(max_size=30))
def test_whatever_is_typed_is_answered(demo: Desk, text: str) -> None:
    found = find_anywhere(demo, text, None)
    assert all(group.hits for group in found.groups)


def test_every_hit_leads_to_what_it_names(demo: Desk) -> None:
    chosen = ward(demo)
    for text in ("cardio", "prescr", "e", "41", "F", "a", "PRE"):
        for group in find_anywhere(demo, text, chosen, limit=30).groups:
            for hit in group.hits:
                try:
                    lead = lead_to(demo, hit.kind, hit.id, chosen)
                except NotFound:
                    assert hit.kind is HitKind.FUNCTION
                    continue
                if lead.to is LeadTo.DEPARTMENTS:
                    department_detail(demo, str(lead.key[0]))
                elif lead.to is LeadTo.REFERENTS:
                    person_detail(demo, str(lead.key[0]))
                elif lead.to is LeadTo.PROCEDURES and lead.key:
                    place = lead.department.id if lead.department else chosen
                    software = lead.key[1] if len(lead.key) > 1 else None
                    detail = procedure_detail(demo, place, str(lead.key[0]), software)
                    if hit.kind is HitKind.PROCEDURE:
                        assert detail.function in hit.detail


def test_a_degraded_mode_is_shown_in_the_chosen_department_where_that_goes_by_it(
    demo: Desk,
) -> None:
    found = find_anywhere(demo, "prescription des médicaments en cardiologie", ward(demo))
    (key,) = ids(found, HitKind.PROCEDURE)
    at_home = lead_to(demo, HitKind.PROCEDURE, key, ward(demo))
    assert (at_home.to, at_home.department) == (LeadTo.PROCEDURES, None)
    elsewhere = lead_to(demo, HitKind.PROCEDURE, key, find_department(demo, "Pneumologie").id)
    assert elsewhere.key == at_home.key
    assert elsewhere.department is not None
    assert elsewhere.department.name == WARD
    assert lead_to(demo, HitKind.PROCEDURE, key, None) == elsewhere


def test_a_degraded_mode_that_holds_nowhere_leads_to_its_owner(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    owner = find_anywhere(desk, "cardiologie").groups[0].hits[0].id
    with desk.database.write("add") as work:
        function = work.connection.exec_driver_sql("SELECT id FROM function LIMIT 1").scalar_one()
        procedure = work.new_id()
        row = {"id": procedure, "owner_id": owner, "function_id": function}
        work.add(schema.procedure, [row])
        text = {"title": "Écrire au crayon", "text": "{}", "state": "draft"}
        work.add(schema.revision, [{"id": work.new_id(), "procedure_id": procedure, **text}])
    (hit,) = find_anywhere(desk, "crayon").groups[0].hits
    lead = lead_to(desk, hit.kind, hit.id, owner)
    assert (lead.to, lead.key) == (LeadTo.DEPARTMENTS, (owner,))
    with pytest.raises(NotFound):
        lead_to(desk, HitKind.FUNCTION, function, owner)
    desk.close()


def test_a_function_leads_to_where_it_is_used(demo: Desk) -> None:
    (key,) = ids(find_anywhere(demo, "prescription"), HitKind.FUNCTION)[:1]
    assert lead_to(demo, HitKind.FUNCTION, key, ward(demo)).department is None
    lead = lead_to(demo, HitKind.FUNCTION, key, None)
    assert lead.department is not None
    assert lead.to is LeadTo.PROCEDURES


def test_a_form_leads_to_a_degraded_mode_that_writes_on_it_and_a_sheet_to_its_own(
    demo: Desk,
) -> None:
    form = lead_to(demo, HitKind.FORM, "F05", ward(demo))
    assert form.to is LeadTo.PROCEDURES
    assert lead_to(demo, HitKind.FORM, "F99", ward(demo)).to is LeadTo.BINDER
    with pytest.raises(NotFound):
        lead_to(demo, HitKind.FORM, "F05", None)
    (sheet,) = ids(find_anywhere(demo, "pre-01", ward(demo)), HitKind.SHEET)
    lead = lead_to(demo, HitKind.SHEET, sheet, ward(demo))
    assert lead.to is LeadTo.PROCEDURES
    assert lead.department is not None
    assert lead.department.id == ward(demo)


@pytest.mark.parametrize("kind", [kind for kind in HitKind if kind not in _ALWAYS])
def test_what_has_gone_meanwhile_is_said(demo: Desk, kind: HitKind) -> None:
    with pytest.raises(NotFound):
        lead_to(demo, kind, "gone", None)


def test_a_record_that_is_edited_is_found_by_its_new_name(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path)
    edit_field(desk, RecordKind.NODE, ward(desk), "name", "Rythmologie")
    assert titles(find_anywhere(desk, "rythmo"), HitKind.DEPARTMENT)[:1] == ["Rythmologie"]
    desk.close()


@pytest.mark.parametrize("text", ["VEILLÉE rea", "rea veillee", "veilleerea", "veil ré"])
def test_a_tab_is_filtered_by_the_same_spellings(demo: Desk, text: str) -> None:
    page = list_software(demo, Listing(text=text))
    assert [row.name for row in page.rows] == ["Veillée Réa"]
