"""A column of a list of software that says what to do when one of them is down."""

from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.exchange.lists import ListOptions
from tests.exchange.spreadsheet_files import read

WORDS = ("feuille papier à la diététique", "sinon appeler la régulation")
NUMBERS = ("4400", "DSI 4500")


def field_of(title: str, cells: tuple[str, str]) -> Field | None:
    rows = [f"Logiciel;À quoi ça sert;{title}", f"Pharma;repas;{cells[0]}", f"Ptah;lits;{cells[1]}"]
    found = read("\n".join(rows).encode(), ListOptions(kind=ImportKind.SOFTWARE))
    return found.columns[2].field


@pytest.mark.parametrize(
    ("title", "cells", "field"),
    [
        ("En cas de panne / remarques", WORDS, Field.REMARKS),
        ("En cas de panne", WORDS, Field.REMARKS),
        ("En cas de panne", NUMBERS, Field.SUPPORT_CONTACT),
        ("Si panne", ("", "4500"), Field.SUPPORT_CONTACT),
        ("Que faire en cas de panne", WORDS, Field.REMARKS),
        ("Mode dégradé", WORDS, Field.REMARKS),
        ("Solution de secours", WORDS, Field.REMARKS),
        ("Responsable en cas de panne", WORDS, None),
        ("Durée de panne", ("longue", "courte"), None),
        ("En cas de panne", ("", ""), Field.SUPPORT_CONTACT),
    ],
)
def test_what_to_do_when_it_is_down_is_a_remark_and_whom_to_call_is_a_number(
    title: str, cells: tuple[str, str], field: Field | None
) -> None:
    assert field_of(title, cells) is field
