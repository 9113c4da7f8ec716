from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import plan_import
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.software import Deployment, Release, Software
from tests.domain.import_ledgers import (
    FUNCTIONS,
    KINDS,
    NORTH,
    codes,
    line,
    new_id,
    outcomes,
    plan,
    stored_again,
)

SOFTWARE, DEPLOYMENTS = ImportKind.SOFTWARE, ImportKind.DEPLOYMENTS
CARDIOLOGY = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")


def ledger(*software: Software, deployments: tuple[Deployment, ...] = ()) -> Ledger:
    return make_ledger(
        nodes=(NORTH, CARDIOLOGY),
        software=software,
        deployments=deployments,
        kinds=KINDS,
        functions=FUNCTIONS,
    )


def test_spellings_of_one_product_are_kept_as_its_aliases() -> None:
    book = ledger()
    lines = [line(2, software="DxSoins"), line(3, software="DX SOINS"), line(4, software="DxSoins")]
    done = plan(SOFTWARE, lines, book)
    assert outcomes(done) == ["added", "changed", "unchanged"]
    (product,) = book.software
    assert (product.name, product.aliases) == ("DxSoins", ("DX SOINS",))
    assert outcomes(plan(SOFTWARE, lines, stored_again(book))) == ["unchanged"] * 3


def test_a_product_is_found_by_an_alias() -> None:
    book = ledger(Software("s", "Dossier unique", aliases=("DPI",)))
    assert outcomes(plan(SOFTWARE, [line(2, software="d.p.i.")], book)) == ["changed"]
    assert book.software.get("s").aliases == ("DPI", "d.p.i.")


def test_a_near_name_is_never_merged_alone() -> None:
    book = ledger(Software("s", "ResSoins"))
    done = plan(SOFTWARE, [line(2, software="Res Soins 4", vendor="Éditeur X")], book)
    assert (outcomes(done), codes(done)) == (["doubtful"], ["near_name"])
    assert len(book.software) == 1
    assert book.software.get("s").vendor == ""


def test_a_changed_file_shows_changes_field_by_field() -> None:
    book = ledger(Software("s", "DxSoins", vendor="Éditeur A", recovery_time=60))
    done = plan(
        SOFTWARE, [line(2, software="DxSoins", vendor="Éditeur B", recovery_time=120)], book
    )
    assert outcomes(done) == ["changed"]
    said = [(r.value("field"), r.value("before"), r.value("after")) for r in done.lines[0].remarks]
    assert said == [("vendor", "Éditeur A", "Éditeur B"), ("recovery_time", "1 h", "2 h")]


def test_a_vendor_spelled_otherwise_is_no_change() -> None:
    book = ledger(Software("s", "DxSoins", vendor="Éditeur A"))
    done = plan(SOFTWARE, [line(2, software="DxSoins", vendor="EDITEUR-A")], book)
    assert outcomes(done) == ["unchanged"]


def test_every_spelling_of_a_vendor_is_kept_once() -> None:
    book = make_ledger(vendors=["Éditeur X"], vendor_aliases=["EDITEUR X"])
    names = ["éditeur x", "EDITEUR X", "Éditeur X", "éditeur x"]
    lines = [line(row, software=f"S{row}", vendor=name) for row, name in enumerate(names, 2)]
    plan(SOFTWARE, lines, book)
    assert book.new_vendor_aliases == ["éditeur x"]
    assert {product.vendor for product in book.software} == {"Éditeur X"}


def test_a_kind_is_known_by_code_or_name_and_an_unknown_one_is_damage() -> None:
    book = ledger()
    lines = [line(2, software="Alpha", kind="dpi"), line(3, software="Bêta", kind="Rayons")]
    done = plan(SOFTWARE, lines, book)
    assert [s.kind_id for s in book.software] == ["dpi", None]
    assert "unknown_kind" in codes(done, 1)


def test_a_new_version_of_a_known_product_is_a_change() -> None:
    book = make_ledger(
        nodes=(NORTH,), software=[Software("s", "Alpha")], releases=[Release("r", "s", "7.1")]
    )
    done = plan(SOFTWARE, [line(2, software="Alpha", version=("7.1", "7.2"))], book)
    assert outcomes(done) == ["changed"]
    assert sorted(release.version for release in book.releases) == ["7.1", "7.2"]


def test_going_live_needs_one_version_and_an_establishment() -> None:
    book = ledger()
    day = date(2026, 1, 12)
    lines = [line(2, software="Alpha", version=("7.1",), live_on=day),
             line(3, software="Bêta", live_on=day)]  # fmt: skip
    done = plan(SOFTWARE, lines, book)
    assert outcomes(done) == ["added", "doubtful"]
    assert [(live.establishment_id, live.live_on) for live in book.new_lives] == [("north", day)]


def test_software_without_a_name_is_refused() -> None:
    done = plan(SOFTWARE, [line(2, vendor="Éditeur A"), line(3, software="---")], ledger())
    assert outcomes(done) == ["refused", "refused"]


def test_software_that_the_file_leaves_out_is_listed() -> None:
    book = ledger(Software("a", "Alpha"), Software("b", "Bêta"))
    assert plan(SOFTWARE, [line(2, software="Alpha")], book).absent == ("Bêta",)


def test_a_wide_line_brings_department_software_and_use() -> None:
    book = ledger()
    done = plan(
        DEPLOYMENTS,
        [line(2, department="Dialyse", software="Alpha", function=("Prescription", "LAB"),
              since=date(2024, 1, 1), users=12)],
        book,
    )  # fmt: skip
    assert outcomes(done) == ["added"]
    uses = list(book.deployments)
    assert {use.function_id for use in uses} == {"pre", "lab"}
    assert {(use.since, use.users) for use in uses} == {(date(2024, 1, 1), 12)}


def test_a_use_whose_function_nobody_named_takes_it_from_a_later_file() -> None:
    book = ledger()
    plan(DEPLOYMENTS, [line(2, department="Cardiologie", software="Alpha")], book)
    again = stored_again(book)
    named = [line(2, department="Cardiologie", software="Alpha", function=("Prescription",))]
    assert outcomes(plan(DEPLOYMENTS, named, again)) == ["changed"]
    assert [use.function_id for use in again.deployments] == ["pre"]
    unnamed = [line(2, department="Cardiologie", software="Alpha")]
    assert outcomes(plan(DEPLOYMENTS, unnamed, stored_again(again))) == ["unchanged"]


@pytest.mark.parametrize(
    ("values", "outcome", "code"),
    [
        ({"department": "Cardiologie", "function": ("Divination",)}, "doubtful",
         "unknown_function"),
        ({"pole": "Pôle A"}, "doubtful", "no_department"),
        ({}, "doubtful", "no_department"),
        ({"department": "Cardiologe"}, "doubtful", "near_name"),
    ],
)  # fmt: skip
def test_a_use_that_cannot_be_stored_leaves_the_line_doubtful(
    values: dict[str, str | tuple[str, ...]], outcome: str, code: str
) -> None:
    book = ledger()
    done = plan(DEPLOYMENTS, [line(2, software="Alpha", **values)], book)
    assert outcomes(done) == [outcome]
    assert code in codes(done)
    assert [s.name for s in book.software] == ["Alpha"]
    assert len(book.deployments) == 0


def test_a_use_that_ended_may_begin_again() -> None:
    ended = Deployment("d", "c", "s", "pre", until=date(2020, 1, 1))
    book = ledger(Software("s", "Alpha"), deployments=(ended,))
    done = plan(
        DEPLOYMENTS,
        [line(2, department="Cardiologie", software="Alpha", function=("Prescription",))],
        book,
    )
    assert outcomes(done) == ["added"]
    assert len(book.deployments) == 2


def test_a_use_cannot_end_before_it_starts() -> None:
    book = ledger()
    wrong = line(2, department="Cardiologie", software="Alpha", since=date(2024, 1, 1),
                 until=date(2023, 1, 1))  # fmt: skip
    done = plan(DEPLOYMENTS, [wrong], book)
    assert "ends_before_it_starts" in codes(done)
    assert [use.until for use in book.deployments] == [None]


def test_uses_that_the_file_leaves_out_are_listed_for_its_departments() -> None:
    uses = (Deployment("d1", "c", "a", "pre"), Deployment("d2", "c", "b", "pre"))
    book = ledger(Software("a", "Alpha"), Software("b", "Bêta"), deployments=uses)
    done = plan(DEPLOYMENTS, [line(2, department="Cardiologie", software="Alpha")], book)
    assert done.absent == ("Cardiologie × Bêta",)


RECORD = replace(KINDS[0], name_fr="Dossier patient (DPI/DSI)", function_ids=("lab", "pre"))


def with_usual_functions(*deployments: Deployment) -> Ledger:
    return make_ledger(
        nodes=(NORTH, CARDIOLOGY),
        software=(Software("s", "DxSoins", kind_id="dpi"),),
        deployments=deployments,
        kinds=(RECORD,),
        functions=FUNCTIONS,
    )


def test_a_use_without_function_takes_those_that_its_kind_usually_serves_and_says_so() -> None:
    book = with_usual_functions()
    wide = line(2, department="Cardiologie", software="DxSoins")
    done = plan(DEPLOYMENTS, [wide], book)
    assert [use.function_id for use in book.deployments] == ["pre", "lab"]
    assert "functions_of_kind" in codes(done)
    assert outcomes(plan(DEPLOYMENTS, [wide], stored_again(book))) == ["unchanged"]


def test_a_function_that_the_ward_gave_up_does_not_come_back_with_its_kind() -> None:
    ended = Deployment("d1", "c", "s", "lab", until=date(2026, 3, 1))
    book = with_usual_functions(ended, Deployment("d2", "c", "s", "pre"))
    plan(DEPLOYMENTS, [line(2, department="Cardiologie", software="DxSoins")], book)
    assert {use.id for use in book.deployments} == {"d1", "d2"}


@pytest.mark.parametrize("name", ["DPI", "dossier patient", "DSI", "Dossier patient (DPI/DSI)"])
def test_a_kind_is_found_with_or_without_what_stands_in_brackets(name: str) -> None:
    book = make_ledger(nodes=(NORTH,), kinds=(RECORD,), functions=FUNCTIONS)
    plan(SOFTWARE, [line(2, software="Neuf", kind=name)], book)
    assert [product.kind_id for product in book.software] == ["dpi"]


def test_a_line_that_asks_which_department_is_meant_is_not_said_to_have_no_name() -> None:
    twins = (
        Node("a", NodeKind.DEPARTMENT, "Cardiologie A", "north", code="7305"),
        Node("b", NodeKind.DEPARTMENT, "Cardiologie B", "north", code="7305"),
    )
    book = make_ledger(nodes=(NORTH, *twins), kinds=KINDS, functions=FUNCTIONS)
    done = plan(DEPLOYMENTS, [line(2, department="Diabétologie", code="7305")], book)
    assert outcomes(done) == ["doubtful"]
    assert "no_name" not in codes(done)


def test_two_lines_of_a_program_may_give_two_numbers_and_both_are_kept_if_one_says_so() -> None:
    lines = [
        line(2, software="Chimio", support_contact="4512", tolerated_interruption=30),
        line(3, software="Chimio", support_contact="4520", tolerated_interruption=90),
        line(4, software="Chimio", support_contact="4520"),
    ]
    done = plan(SOFTWARE, lines, ledger())
    [number, delay] = [asked.question for asked in done.lines[1].asked]
    assert [offer.reply for offer in number.offers] == [
        Reply(Choice.SAME),
        Reply(Choice.OTHER),
        Reply(Choice.CHOSEN, "4512 / 4520"),
    ]
    assert (delay.value("value"), len(delay.offers)) == ("1 h 30", 2)
    answers = Answers().with_reply(3, number, Reply(Choice.CHOSEN, "4512 / 4520"))
    answers = answers.with_reply(3, delay, Reply(Choice.SAME))
    book = ledger()
    again = plan_import(SOFTWARE, lines, book, Choices("", answers=answers), new_id)
    assert outcomes(again) == ["added", "changed", "unchanged"]
    [stored] = book.software
    assert (stored.support_contact, stored.tolerated_interruption) == ("4512 / 4520", 30)


def test_remarks_of_two_lines_of_a_program_stand_side_by_side() -> None:
    ward = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")
    book = make_ledger(nodes=(NORTH, ward))
    lines = [
        line(2, software="DIAMM", remarks="Si panne : tiroir bleu"),
        line(3, software="DIAMM", remarks="Pour le côté nouveau-né"),
    ]
    here = Choices("Hôpital Nord", department_id="c")
    done = plan_import(SOFTWARE, lines, book, here, new_id)
    assert [asked for each in done.lines for asked in each.asked] == []
    [use] = book.deployments
    assert use.purpose == "Si panne : tiroir bleu – Pour le côté nouveau-né"
    again = plan_import(SOFTWARE, lines, stored_again(book), here, new_id)
    assert outcomes(again) == ["unchanged"] * 2


@pytest.mark.parametrize(
    ("contact", "hours", "stored"),
    [
        ("04 77 12 34 56", "lun-ven 8h30-18h", "04 77 12 34 56 (lun-ven 8h30-18h)"),
        ("DSI 4800", "24h/24", "DSI 4800 (24h/24)"),
        ("4455 (DRH)", "9h-16h30", "4455 (DRH) (9h-16h30)"),
        ("4800", "lun. 9h-12h / 14h-17h (été : 9h-12h)",
         "4800 (lun. 9h-12h / 14h-17h, été : 9h-12h)"),
        ("4800 (24h/24)", "24h/24", "4800 (24h/24)"),
        ("4800", "", "4800"),
        ("", "24h/24", ""),
        ("voir l’ETP", "8h-17h", "voir l’ETP (8h-17h)"),
    ],
)  # fmt: skip
def test_the_hours_of_an_assistance_stand_beside_its_number(
    contact: str, hours: str, stored: str
) -> None:
    book = ledger()
    rows = [line(2, software="Pharma", support_contact=contact, support_hours=hours)]
    plan(SOFTWARE, rows, book)
    assert [software.support_contact for software in book.software] == [stored]
    assert outcomes(plan(SOFTWARE, rows, stored_again(book))) == ["unchanged"]


@pytest.mark.parametrize(
    ("contacts", "stored"),
    [
        (("DSI 4800 (24h/24)", "4800"), "DSI 4800 (24h/24)"),
        (("4800", "DSI 4800 (24h/24)"), "DSI 4800 (24h/24)"),
        (("5500 (info) de 8h à 18h, astreinte 5599", "5500"),
         "5500 (info) de 8h à 18h, astreinte 5599"),
        (("04 77 12 34 56", "Éditeur 0477123456"), "Éditeur 0477123456"),
        (("DSI 4800", "hotline 4800"), "DSI 4800"),
    ],
)  # fmt: skip
def test_a_number_said_again_in_other_words_is_not_asked_about(
    contacts: tuple[str, str], stored: str
) -> None:
    """The line that says more of it counts."""
    lines = [line(row, software="Easily", support_contact=c) for row, c in enumerate(contacts, 2)]
    book = ledger()
    done = plan(SOFTWARE, lines, book)
    assert [asked for each in done.lines for asked in each.asked] == []
    assert [software.support_contact for software in book.software] == [stored]
    again = plan(SOFTWARE, lines, stored_again(book))
    assert outcomes(again) == ["unchanged"] * 2


@pytest.mark.parametrize("other", ["4801", "4800 (nuit)", "4800 / 4801", "support@dsi.example"])
def test_another_number_or_other_hours_are_asked_about(other: str) -> None:
    lines = [
        line(2, software="Easily", support_contact="DSI 4800 (jour)"),
        line(3, software="Easily", support_contact=other),
    ]
    done = plan(SOFTWARE, lines, ledger())
    assert [asked.question.code for asked in done.lines[1].asked] == ["contradiction"]
