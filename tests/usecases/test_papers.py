from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.help_given import HelpView
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.errors import RefusedInput
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_help import fill_demo_help
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.help_lists import list_help
from referent_desk.usecases.papers import head_of_node
from referent_desk.usecases.records import add_record, list_links
from referent_desk.usecases.tickets import ticket_path, write_ticket
from referent_desk.usecases.tips import card_path, write_card
from tests.usecases.homes import english_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = english_desk(tmp_path)
    yield opened
    assert opened.close() is None


def text_of(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def handed(desk: Desk, **more: str) -> str:
    values = {
        "department_id": showcase_department(desk),
        "what": "Étiquettes blanches",
        "addressee": "it",
        "tried": "Rouleau changé\nImprimante redémarrée",
        "begun": "ce matin",
        "concerned": "6",
        "stops_work": "yes",
        "callback": "Ada Moreau, 4312",
    }
    return add_record(desk, RecordKind.TICKET, {**values, **more}).id


def test_the_sheet_of_a_request_says_what_it_needs(desk: Desk, tmp_path: Path) -> None:
    ticket_id = handed(desk)
    [page] = text_of(write_ticket(desk, ticket_id, tmp_path / "a.pdf"))
    said = ("Étiquettes blanches", "Request", "to the IT department", "THE WORK STOPS", "ce matin")
    more = ("6 people", "Rouleau changé", "Ada Moreau, 4312", "The answer", "Cardiologie")
    assert [word for word in (*said, *more) if word not in page] == []
    assert ticket_path(desk, ticket_id).name.startswith("request CAR 2026-11-22")


@pytest.mark.parametrize("lines", [1, 40, 400])
def test_a_request_is_one_page_however_much_was_tried(
    desk: Desk, tmp_path: Path, lines: int
) -> None:
    tried = "\n".join(f"Essai numéro {number}" for number in range(lines))
    ticket_id = handed(desk, tried=tried, what="Nguyễn Ệ Şahin İçli ı ğ " * 8)
    [page] = text_of(write_ticket(desk, ticket_id, tmp_path / "a.pdf"))
    assert ("The rest stands in the program" in page) is (lines > 30)
    assert "The answer" in page
    assert "Nguyễn Ệ Şahin İçli ı ğ" in page


def test_the_card_holds_the_tips_and_whom_to_call(desk: Desk, tmp_path: Path) -> None:
    fill_demo_help(desk)
    department = showcase_department(desk)
    software = list_links(desk, "software", "LaboFil")[0].id
    [page] = text_of(write_card(desk, department, software, tmp_path / "a.pdf"))
    said = ("LaboFil", "Imprimer une étiquette de tube", "the referent", "Maryse Aubry 4121")
    assert [word for word in said if word not in page] == []
    assert "LaboFil" in card_path(desk, department, software).name


def test_a_card_is_one_page_and_says_what_is_left_out(desk: Desk, tmp_path: Path) -> None:
    software = list_links(desk, "software", "LaboFil")[0].id
    for number in range(40):
        tip = {"software_id": software, "title": f"Astuce {number}", "text": "Faire ceci. " * 30}
        add_record(desk, RecordKind.TIP, tip)
    department = showcase_department(desk)
    [page] = text_of(write_card(desk, department, software, tmp_path / "a.pdf"))
    assert "more tips stand in the program" in page


def test_a_software_without_a_tip_has_no_card(desk: Desk, tmp_path: Path) -> None:
    software = list_links(desk, "software", "LaboFil")[0].id
    with pytest.raises(RefusedInput):
        write_card(desk, showcase_department(desk), software, tmp_path / "a.pdf")


def test_the_demo_hospital_has_helped_for_three_months(desk: Desk) -> None:
    fill_demo_help(desk)
    department = showcase_department(desk)
    counts = [list_help(desk, view, Listing(department_id=department)).total for view in HelpView]
    assert counts == [12, 2, 3, 2]


GROUP = Node("g", NodeKind.GROUP, "Groupe")
SITE = Node("e", NodeKind.ESTABLISHMENT, "Hôpital", "g")
POLE = Node("p", NodeKind.POLE, "Médecine", "e")
WARD = Node("d", NodeKind.DEPARTMENT, "Cardiologie", "p", code="12", paper_code="CARD", beds=8)


@pytest.mark.parametrize(
    ("path", "repeats", "above"),
    [
        ((WARD, POLE, SITE, GROUP), False, ("Hôpital", "Médecine", "Cardiologie")),
        ((POLE, SITE, GROUP), False, ("Hôpital", "", "Médecine")),
        ((SITE, GROUP), False, ("", "", "Hôpital")),
        ((SITE, GROUP), True, ("Hôpital", "", "Hôpital")),
        ((SITE,), True, ("", "", "Hôpital")),
        ((GROUP,), True, ("", "", "Groupe")),
    ],
)
def test_a_node_without_a_binder_has_a_head_too(
    path: tuple[Node, ...], repeats: bool, above: tuple[str, str, str]
) -> None:
    head = head_of_node(path, repeats=repeats)
    assert (head.establishment, head.pole, head.department) == above
    assert (head.code, head.paper_code, head.beds) == (
        path[0].code,
        path[0].paper_code,
        path[0].beds,
    )
