from __future__ import annotations

from pathlib import Path

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.usecases.paper_names import called_on_papers, paper_path
from tests.usecases.homes import bare_desk

WARD = Node("1", NodeKind.DEPARTMENT, "Cardiologie " * 9)


@pytest.mark.parametrize(
    ("parts", "also", "name"),
    [
        (("F31", "CARD", 2026), "", "F31 CARD 2026.pdf"),
        (("F31", "", "2026"), "", "F31 2026.pdf"),
        (("Avis: Dossier+/b\n", "l’été – n.'1"), "", "Avis- Dossier--b l’été – n.'1.pdf"),
        (("Avis Dossier+?",), "+", "Avis Dossier+-.pdf"),
    ],
)
def test_the_file_of_a_paper_is_named_with_signs_that_any_disk_holds(
    tmp_path: Path, parts: tuple[object, ...], also: str, name: str
) -> None:
    desk = bare_desk(tmp_path)
    assert paper_path(desk, *parts, also=also) == desk.home.prints / name
    assert desk.close() is None


@pytest.mark.parametrize(
    ("node", "called"),
    [
        (None, ""),
        (WARD, ("Cardiologie " * 9)[:60]),
        (Node("1", NodeKind.DEPARTMENT, "Cardiologie", paper_code="CARD"), "CARD"),
    ],
)
def test_a_department_is_called_by_its_paper_code_once_it_has_one(
    node: Node | None, called: str
) -> None:
    assert called_on_papers(node) == called
