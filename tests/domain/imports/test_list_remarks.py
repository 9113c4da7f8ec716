from __future__ import annotations

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import make_ledger
from referent_desk.domain.imports.list_remarks import speaks_of_list
from referent_desk.domain.imports.plans import plan_import
from referent_desk.domain.imports.runs import Choices
from tests.domain.import_ledgers import NORTH, codes, line, new_id, outcomes, stored_again


@pytest.mark.parametrize(
    "remark",
    ["doublon ? voir ligne 5", "Doublon", "voir ligne 12", "idem ligne 4", "cf. ligne 3", "?",
     "à supprimer", "À supprimer !", "même logiciel, autre icône", "même logiciel que Gynélia",
     "doublon avec Easily", "déjà noté"],
)  # fmt: skip
def test_what_is_said_of_the_list_alone_is_known(remark: str) -> None:
    assert speaks_of_list(remark)


@pytest.mark.parametrize(
    "remark",
    ["", "–", "voir le cadre", "à supprimer du chariot le soir", "doublon papier au bureau",
     "même logiciel, micro de secours au secrétariat", "étiquettes à vérifier", "voir classeur 5",
     "lent le lundi", "voir ligne directe"],
)  # fmt: skip
def test_what_says_anything_else_is_a_remark(remark: str) -> None:
    assert not speaks_of_list(remark)


def test_it_is_told_in_the_import_and_kept_with_no_use() -> None:
    """Not beside the name of its referent either."""
    book = make_ledger(nodes=(NORTH, Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")))
    lines = [
        line(2, software="Easily", referent="Nadège Lefèvre", remarks="Classeur bleu"),
        line(3, software="EASILY", referent="Karim Benali", remarks="doublon ? voir ligne 2"),
    ]
    here = Choices("Hôpital Nord", department_id="c")
    done = plan_import(ImportKind.SOFTWARE, lines, book, here, new_id)
    assert [use.purpose for use in book.deployments] == ["Classeur bleu"]
    assert "remark_of_list" in codes(done, 1)
    assert "not_stored" not in codes(done, 1)
    again = plan_import(ImportKind.SOFTWARE, lines, stored_again(book), here, new_id)
    assert outcomes(again) == ["unchanged"] * 2
