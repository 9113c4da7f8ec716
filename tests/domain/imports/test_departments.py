from __future__ import annotations

from itertools import pairwise

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from tests.domain.import_ledgers import NORTH, codes, line, outcomes, plan, stored_again

DEPARTMENTS = ImportKind.DEPARTMENTS


def department(node_id: str, name: str, code: str = "", parent: str = "north") -> Node:
    return Node(node_id, NodeKind.DEPARTMENT, name, parent, code=code)


def ledger(*nodes: Node) -> Ledger:
    return make_ledger(nodes=(NORTH, *nodes))


def names(book: Ledger) -> list[str]:
    return [node.name for node in book.nodes if node.kind is not NodeKind.ESTABLISHMENT]


def test_a_department_lies_under_its_pole_and_establishment() -> None:
    book = make_ledger()
    first = line(2, group="GHT", establishment="CH A", pole="Pôle B", department="C", code="01",
                 unit="D", unit_code="02", beds=12)  # fmt: skip
    done = plan(DEPARTMENTS, [first], book)
    assert outcomes(done) == ["added"]
    by_name = {node.name: node for node in book.nodes}
    chain = ["GHT", "CH A", "Pôle B", "C", "D"]
    assert list(by_name) == chain
    for above, below in pairwise(chain):
        assert by_name[below].parent_id == by_name[above].id
    assert (by_name["C"].code, by_name["D"].code, by_name["D"].beds) == ("01", "02", 12)
    assert by_name["C"].paper_code
    assert by_name["C"].paper_code != by_name["D"].paper_code
    assert not by_name["Pôle B"].paper_code


@pytest.mark.parametrize("spelled", ["Cardiologie", "CARDIOLOGIE", "cardiologie ", "Cardio-logie"])
def test_a_department_spelled_otherwise_is_the_same(spelled: str) -> None:
    book = ledger(department("c", "Cardiologie"))
    assert outcomes(plan(DEPARTMENTS, [line(2, department=spelled)], book)) == ["unchanged"]
    assert names(book) == ["Cardiologie"]


def test_a_department_nearly_called_like_another_is_doubtful_and_not_stored() -> None:
    book = ledger(department("c", "Cardiologie"))
    done = plan(DEPARTMENTS, [line(2, department="Cardiologe")], book)
    assert (outcomes(done), codes(done)) == (["doubtful"], ["near_name"])
    assert names(book) == ["Cardiologie"]


def test_a_code_names_a_department_only_within_its_establishment() -> None:
    book = ledger(department("c", "Cardiologie", "0412"))
    south = line(2, establishment="Hôpital Sud", department="Urgences", code="0412")
    assert outcomes(plan(DEPARTMENTS, [south], book)) == ["added"]
    assert names(book) == ["Cardiologie", "Urgences"]


def test_a_department_found_by_its_code_takes_the_new_name() -> None:
    book = ledger(department("c", "Cardiologie", "0412"))
    done = plan(DEPARTMENTS, [line(2, department="Cardiologie et vasculaire", code="0412")], book)
    assert outcomes(done) == ["changed"]
    (change,) = done.lines[0].remarks
    assert (change.value("field"), change.value("before"), change.value("after")) == (
        "name", "Cardiologie", "Cardiologie et vasculaire",
    )  # fmt: skip


def test_a_code_that_comes_with_quite_another_name_is_doubtful() -> None:
    book = ledger(department("c", "Hôpital de jour", "0412"))
    done = plan(DEPARTMENTS, [line(2, department="Urgences adultes", code="0412")], book)
    assert (outcomes(done), codes(done)) == (["doubtful"], ["name_differs"])
    assert names(book) == ["Hôpital de jour"]


def test_two_departments_of_one_code_are_kept_apart_and_said() -> None:
    book = ledger()
    lines = [line(2, department="Diabète", code="73"), line(3, department="Sommeil", code="73")]
    done = plan(DEPARTMENTS, lines, book)
    assert outcomes(done) == ["added", "doubtful"]
    assert names(book) == ["Diabète", "Sommeil"]
    assert outcomes(plan(DEPARTMENTS, lines, stored_again(book))) == ["unchanged", "unchanged"]


def test_a_code_of_two_departments_in_the_file_renames_neither_of_the_home() -> None:
    book = ledger(department("x", "Néphrologie", "73"))
    lines = [line(2, department="Diabète", code="73"), line(3, department="Sommeil", code="73")]
    done = plan(DEPARTMENTS, lines, book)
    assert outcomes(done) == ["doubtful", "doubtful"]
    assert names(book) == ["Néphrologie"]


@pytest.mark.parametrize(
    ("stored", "given", "outcome", "code", "kept"),
    [
        ("", "0412", "changed", "changed", "0412"),
        ("0412", "412", "unchanged", "code_zero_lost", "0412"),
        ("0412", "0999", "doubtful", "code_differs", "0412"),
    ],
)
def test_a_known_name_with_another_code(
    stored: str, given: str, outcome: str, code: str, kept: str
) -> None:
    book = ledger(department("c", "Cardiologie", stored))
    done = plan(DEPARTMENTS, [line(2, department="Cardiologie", code=given)], book)
    assert (outcomes(done), codes(done)) == ([outcome], [code])
    assert book.nodes.get("c").code == kept


def test_one_name_under_two_codes_is_two_departments() -> None:
    book = ledger()
    lines = [line(2, department="Hôpital de jour", code="1"),
             line(3, department="Hôpital de jour", code="2")]  # fmt: skip
    assert outcomes(plan(DEPARTMENTS, lines, book)) == ["added", "added"]
    assert outcomes(plan(DEPARTMENTS, lines, stored_again(book))) == ["unchanged", "unchanged"]


def test_a_move_to_another_pole_names_both() -> None:
    pole = Node("p", NodeKind.POLE, "Pôle A", "north")
    book = ledger(pole, department("c", "Cardiologie", parent="p"))
    done = plan(DEPARTMENTS, [line(2, pole="Pôle Zéro", department="Cardiologie")], book)
    moved = next(r for r in done.lines[0].remarks if r.code == "changed")
    assert (moved.value("before"), moved.value("after")) == ("Pôle A", "Pôle Zéro")


def test_a_later_line_that_contradicts_an_earlier_one_changes_nothing() -> None:
    book = ledger()
    lines = [line(2, department="Cardiologie", telephone="4127"),
             line(3, department="Cardiologie", telephone="41 27"),
             line(4, department="Cardiologie", telephone="4999")]  # fmt: skip
    done = plan(DEPARTMENTS, lines, book)
    assert outcomes(done) == ["added", "unchanged", "doubtful"]
    assert codes(done, 2) == ["contradiction"]
    assert next(n for n in book.nodes if n.name == "Cardiologie").telephone == "4127"


def test_an_empty_cell_erases_nothing() -> None:
    kept = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north", telephone="4127", beds=12)
    book = make_ledger(nodes=(NORTH, kept))
    assert outcomes(plan(DEPARTMENTS, [line(2, department="Cardiologie")], book)) == ["unchanged"]
    assert book.nodes.get("c") == kept


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"code": "0412"}, "no_name"),
        ({"telephone": "4127"}, "no_name"),
        ({"department": "???"}, "no_name"),
        ({"department": "Total"}, "total_line"),
        ({"code": "NB : appeler la DSI"}, "note_line"),
    ],
)
def test_a_line_without_a_department_is_refused_with_its_reason(
    values: dict[str, str], code: str
) -> None:
    book = ledger()
    done = plan(DEPARTMENTS, [line(2, **values)], book)
    assert (outcomes(done), codes(done)) == (["refused"], [code])
    assert names(book) == []


@pytest.mark.parametrize(
    ("nodes", "chosen", "outcome"),
    [
        ((NORTH,), "", "added"),
        ((), "", "refused"),
        ((NORTH, Node("south", NodeKind.ESTABLISHMENT, "Hôpital Sud")), "", "refused"),
        ((NORTH, Node("south", NodeKind.ESTABLISHMENT, "Hôpital Sud")), "hopital sud", "added"),
        ((), "Hôpital Est", "added"),
        ((NORTH,), "Hôpitale Nord", "doubtful"),
    ],
)
def test_where_a_department_lies_that_names_no_establishment(
    nodes: tuple[Node, ...], chosen: str, outcome: str
) -> None:
    book = make_ledger(nodes=nodes)
    done = plan(DEPARTMENTS, [line(2, department="Cardiologie")], book, chosen)
    assert outcomes(done) == [outcome]


def test_an_establishment_is_known_by_its_finess_number() -> None:
    known = Node("e", NodeKind.ESTABLISHMENT, "CH A", finess="010000024")
    book = make_ledger(nodes=(known,))
    renamed = line(2, establishment="Centre hospitalier A", finess="010000024")
    done = plan(DEPARTMENTS, [renamed], book)
    assert outcomes(done) == ["changed"]
    assert book.nodes.get("e").name == "Centre hospitalier A"


def test_a_field_edited_by_hand_is_kept_unless_asked_otherwise() -> None:
    typed = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north", telephone="4127")
    lines = [line(2, department="Cardiologie", telephone="4999")]
    book = make_ledger(nodes=(NORTH, typed), edited={("c", "telephone")})
    done = plan(DEPARTMENTS, lines, book)
    assert (outcomes(done), codes(done)) == (["unchanged"], ["edited_by_hand"])
    assert book.nodes.get("c").telephone == "4127"
    done = plan(DEPARTMENTS, lines, book, overwrite_edited=True)
    assert outcomes(done) == ["changed"]
    assert book.nodes.get("c").telephone == "4999"


def test_what_the_file_leaves_out_is_listed_and_stays() -> None:
    elsewhere = (Node("south", NodeKind.ESTABLISHMENT, "Hôpital Sud"),
                 department("s", "Urgences", parent="south"))  # fmt: skip
    book = ledger(department("c", "Cardiologie", "01"), department("d", "Dialyse"), *elsewhere)
    done = plan(DEPARTMENTS, [line(2, department="Dialyse")], book)
    assert done.absent == ("Cardiologie (01)",)
    assert book.nodes.get("c").closed_on is None


def test_a_code_alone_means_the_department_that_a_later_line_names() -> None:
    book = ledger()
    lines = [line(2, code="0412", telephone="4127"), line(3, department="Dialyse", code="0412")]
    assert outcomes(plan(DEPARTMENTS, lines, book)) == ["changed", "added"]
    assert next(n for n in book.nodes if n.code == "0412").telephone == "4127"


def test_a_file_that_turns_the_tree_round_makes_no_loop() -> None:
    unit = Node("u", NodeKind.UNIT, "Accueil", "c")
    book = ledger(department("c", "Cardiologie"), unit)
    turned = line(2, department="Accueil", unit="Cardiologie")
    assert outcomes(plan(DEPARTMENTS, [turned], book)) == ["unchanged"]
    assert book.nodes.get("c").parent_id == "north"


def test_a_tree_in_one_cell_is_taken_apart() -> None:
    book = make_ledger()
    lines = [line(2, path="GHT B > CH A > Pôle C > Urgences > Accueil"),
             line(3, path="CH A > DSI"), line(4, path="CH A > Pôle D")]  # fmt: skip
    assert outcomes(plan(DEPARTMENTS, lines, book)) == ["added", "added", "added"]
    kinds = {node.name: node.kind for node in book.nodes}
    assert kinds == {
        "GHT B": NodeKind.GROUP, "CH A": NodeKind.ESTABLISHMENT, "Pôle C": NodeKind.POLE,
        "Urgences": NodeKind.DEPARTMENT, "Accueil": NodeKind.UNIT, "DSI": NodeKind.DEPARTMENT,
        "Pôle D": NodeKind.POLE,
    }  # fmt: skip
