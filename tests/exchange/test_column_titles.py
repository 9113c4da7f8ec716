from __future__ import annotations

import pytest

from referent_desk.domain.imports import Field, ImportKind
from referent_desk.exchange.column_titles import TITLES, title_key


@pytest.mark.parametrize("kind", [ImportKind.SOFTWARE, ImportKind.DEPLOYMENTS])
@pytest.mark.parametrize(
    "title",
    ["Suppléant", "Référent suppléant", "Adjoint", "Remplaçante", "Backup", "Back-up", "Deputy"],
)
def test_a_ward_heads_the_deputies_in_many_ways(kind: ImportKind, title: str) -> None:
    assert TITLES[kind].get(title_key(title)) is Field.DEPUTY


@pytest.mark.parametrize("kind", [ImportKind.SOFTWARE, ImportKind.DEPLOYMENTS])
@pytest.mark.parametrize(
    "title",
    ["Date référent", "Référent depuis", "Référent depuis le", "Nommé le", "Nommée le",
     "Date de nomination", "Désigné le", "Date de désignation", "Appointed on"],
)  # fmt: skip
def test_a_ward_heads_the_day_of_an_appointment_in_many_ways(kind: ImportKind, title: str) -> None:
    assert TITLES[kind].get(title_key(title)) is Field.REFERENT_SINCE
