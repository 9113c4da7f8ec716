from __future__ import annotations

import pytest

from referent_desk.domain.evidence import Theme
from referent_desk.language import Language
from referent_desk.words.evidence import heads_of, site_heads


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        (Theme.PROCEDURES, ("Vérifiées", "Approuvées")),
        (Theme.TESTS, ("Exercice tenu ou prévu", "Services")),
        (Theme.COPIES, ("Classeur rangé", "Services")),
        (Theme.COVERAGE, ("Services couverts", "Services")),
    ],
)
def test_what_is_counted_by_establishment_agrees_with_its_noun(
    french: Language, theme: Theme, said: tuple[str, str]
) -> None:
    assert site_heads(theme, french)[1:3] == said


def test_the_functions_of_a_department_are_feminine(french: Language) -> None:
    assert heads_of(Theme.COVERAGE, french)[-3:] == ("Critiques", "Écrites", "Couvertes")
