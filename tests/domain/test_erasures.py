from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.erasures import Bearers, Name, next_number, proposed_on

LABEL = "Former colleague no. 3"


def name(last: str = "Aubry", first: str = "Maryse", **known: object) -> Name:
    return Name(last, first, LABEL, Bearers(**known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        *("Maryse Aubry", "AUBRY Maryse", "maryse  aubry", "Aubry", "M. Aubry", "Mme Aubry"),
        *("Dr AUBRY", "Maryse\u00a0Aubry", "Aubry M."),
    ],
)
def test_a_signature_is_known_however_it_is_written(text: str) -> None:
    assert name().is_all_of(text)


@pytest.mark.parametrize("text", ["Aubry-Martin", "Maryse", "Maryse Aubry, AMA", "Marc Aubry", ""])
def test_what_holds_more_or_less_than_the_name_is_not_the_name(text: str) -> None:
    assert not name().is_all_of(text)


def test_the_last_name_alone_is_nobodys_where_two_bear_it() -> None:
    assert not name(relatives=1).is_all_of("M. Aubry")
    assert name(relatives=1).is_all_of("Maryse Aubry")


@pytest.mark.parametrize(
    ("last", "first", "text", "left"),
    [
        ("Aubry", "Maryse", "Voir Maryse Aubry ou AUBRY, Maryse.", f"Voir {LABEL} ou {LABEL}."),
        ("Aubry", "Maryse", "Maryse Aubrycourt", "Maryse Aubrycourt"),
        ("Lefèvre", "Hélène", "demander à HELENE LEFEVRE", f"demander à {LABEL}"),
        ("İlkşan", "Ömer", "Omer Ilksan", LABEL),
        ("Nguyễn", "Thị Ánh", "Thi Anh Nguyen", LABEL),
        ("N’Diaye", "Awa", "Awa N'Diaye", LABEL),
        ("de La Tour", "Jean", "Jean de la Tour", LABEL),
        ("Lefèvre", "Hélène", '{"a":"H\\u00e9l\\u00e8ne LEF\\u00c8VRE"}', f'{{"a":"{LABEL}"}}'),
        ("Aubry", "Maryse", '["Voir\\nMaryse Aubry\\nou 12"]', f'["Voir\\n{LABEL}\\nou 12"]'),
        ("O", "Ed", "Ed O et Ed Or", f"{LABEL} et Ed Or"),
        ("x" * 70, "Y", f"Y {'x' * 70}!", f"{LABEL}!"),
        ("(Test)", "A.*", "A.* (Test) abc", f"{LABEL} abc"),
    ],
)
def test_the_label_stands_where_the_whole_name_stood(
    last: str, first: str, text: str, left: str
) -> None:
    assert name(last, first).taken_out_of(text) == left


def test_a_place_that_is_called_so_keeps_its_name() -> None:
    known = name("Veil", "Simone", places=("Hôpital Simone Veil",))
    assert known.taken_out_of("Hôpital Simone Veil") == "Hôpital Simone Veil"
    assert known.is_all_of("Simone Veil")


def test_the_telephone_beside_the_name_goes_with_it() -> None:
    body = '{"a":[{"name":"Maryse Aubry","number":"4127"},{"name":"Bea Roux","number":"4127"}]}'
    assert name().out_of_json(body, "4127") == (
        f'{{"a":[{{"name":"{LABEL}"}},{{"name":"Bea Roux","number":"4127"}}]}}'
    )


def test_a_text_that_is_no_json_is_a_line() -> None:
    assert name().out_of_json("Maryse Aubry") == LABEL
    assert name().out_of_json("12") == "12"


def test_labels_are_numbered_on() -> None:
    assert next_number(iter(())) == 1
    assert next_number(iter(("Ancien agent n°\u00a02", "Ancien agent n°\u00a010", "x"))) == 11


def test_a_year_after_the_departure_the_name_can_go() -> None:
    assert proposed_on(date(2025, 1, 12)) == date(2026, 1, 12)
    assert proposed_on(date.max) == date.max


def test_a_telephone_that_is_printed_without_the_mobile_goes_with_the_name_too() -> None:
    body = '{"name":"Maryse Aubry","number":"DECT 4127","place":""}'
    erased = name().out_of_json(body, "06 12 34 56 78 / DECT 4127")
    assert erased == f'{{"name":"{LABEL}","place":""}}'
