from __future__ import annotations

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.runs import Choices
from tests.domain.import_ledgers import codes, line, new_id, outcomes, stored_again

VAL = Node("val", NodeKind.ESTABLISHMENT, "Centre hospitalier du Val")
SOUTH = Node("south", NodeKind.ESTABLISHMENT, "Hôpital Sud", finess="990000025")
NODES = (
    VAL, SOUTH, Node("c", NodeKind.DEPARTMENT, "Cardiologie", "val"),
    Node("d", NodeKind.DEPARTMENT, "Cardiologie", "south"),
)  # fmt: skip
LINES = [
    line(2, last_name="Martin", path="GHT des Rives > CH Val > Cardiologie > Secrétariat"),
    line(3, last_name="Durand", path="GHT des Rives > CH Val > Cardiologie"),
]


def settled(book: Ledger, answers: Answers) -> Plan:
    return plan_import(ImportKind.STAFF, LINES, book, Choices(answers=answers), new_id)


def places(book: Ledger) -> dict[str, str | None]:
    return {person.last_name: person.department_id for person in book.people}


def test_nobody_gets_a_place_in_an_establishment_that_is_not_known() -> None:
    book = make_ledger(nodes=NODES)
    done = settled(book, Answers())
    assert outcomes(done) == ["doubtful", "doubtful"]
    assert {"unknown_establishment", "unknown_department"} <= set(codes(done))
    assert places(book) == {"Martin": None, "Durand": None}


@pytest.mark.parametrize(
    ("reply", "place", "outcome"),
    [
        (Reply(Choice.CHOSEN, "val"), "c", "added"),
        (Reply(Choice.CHOSEN, "south"), "d", "added"),
        (Reply(Choice.PART), None, "added"),
    ],
)
def test_one_answer_places_everybody_of_it(reply: Reply, place: str, outcome: str) -> None:
    book = make_ledger(nodes=NODES)
    (asked,) = settled(stored_again(book), Answers()).lines[0].asked
    answers = Answers().with_reply(2, asked.question, reply)
    assert outcomes(settled(book, answers)) == [outcome, outcome]
    assert places(book) == {"Martin": place, "Durand": place}
