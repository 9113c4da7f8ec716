from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.finding import Fit, fit_of, fits, matched_letters, query_of
from referent_desk.domain.texts import clean_line


@pytest.mark.parametrize(
    ("typed", "name", "found"),
    [
        ("cardio", "Cardiologie", True),
        ("CARDIO", "Cardiologie", True),
        ("diolo", "Cardiologie", True),
        ("ca", "Cardiologie", True),
        ("ar", "Cardiologie", False),
        ("pole coeur", "Pôle cœur", True),
        ("pôle cœur", "Pole coeur", True),
        ("cœur pole", "Pôle cœur", True),
        ("l'accueil", "Bureau de l’accueil", True),
        ("ac", "Bureau de l’accueil", True),
        ("dx care", "DxCare", True),
        ("dxcare", "DX CARE", True),
        ("dx-care", "DxCare", True),
        ("dossier+", "Dossier+", True),
        ("dossier+", "Dossier", False),
        ("cardio nord", "Cardiologie", False),
        ("<b>", "a<b>c", True),
        ("<b>", "abc", False),
        ("%", "100 %", True),
        ("_", "Cardiologie", False),
    ],
)
def test_a_name_is_found_in_any_spelling(typed: str, name: str, found: bool) -> None:
    assert fits(query_of(typed), name) is found


def test_the_words_may_stand_in_several_texts() -> None:
    assert fits(query_of("nord cardio"), "Cardiologie", "Hôpital Nord")


@pytest.mark.parametrize(
    ("title", "fit"),
    [
        ("soins intensifs", Fit.WHOLE),
        ("soins intensifs de cardiologie", Fit.BEGINS),
        ("intensifs et autres soins", Fit.WORDS_BEGIN),
        ("besoins intensifs", Fit.IN_TITLE),
        ("reanimation", Fit.ELSEWHERE),
    ],
)
def test_the_nearer_to_the_name_the_better(title: str, fit: Fit) -> None:
    assert fit_of(query_of("Soins intensifs"), title) is fit


@pytest.mark.parametrize(
    ("typed", "shown", "bold"),
    [
        ("card", "Cardiologie", "Card"),
        ("oeu", "Pôle cœur", "œu"),
        ("hop", "Hôpital Nord", "Hôp"),
        ("no hop", "Hôpital Nord", "HôpNo"),
        ("dxcare", "DX CARE", "DXCARE"),
        ("a", "Marie Ara", "A"),
        ("ara 💉", "💉 Ara", "💉Ara"),
        ("", "Cardiologie", ""),
        ("zzz", "Cardiologie", ""),
    ],
)
def test_what_was_typed_is_shown_in_what_was_found(typed: str, shown: str, bold: str) -> None:
    places = matched_letters(query_of(typed), shown)
    assert "".join(shown[first:end] for first, end in places) == bold


@given(st.text(), st.text())
def test_letters_in_bold_lie_in_the_text_one_after_the_other(typed: str, shown: str) -> None:
    places = matched_letters(query_of(typed), shown)
    flat = [place for pair in places for place in pair]
    assert flat == sorted(flat)
    assert all(0 <= first < end <= len(shown) for first, end in places)


@given(st.text(min_size=1, max_size=40))
def test_everything_is_found_by_its_own_name(name: str) -> None:
    stored = clean_line(name)
    query = query_of(name)
    assert query.is_empty or fits(query, stored)


def test_what_is_longer_than_any_name_finds_nothing() -> None:
    assert query_of("a" * 100_000).is_empty
