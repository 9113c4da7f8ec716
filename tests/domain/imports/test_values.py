from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.values import (
    Damage,
    read_count,
    read_criticality,
    read_day,
    read_finess,
    read_minutes,
    read_name,
    read_support,
    read_telephone,
    read_value,
    read_versions,
)


@pytest.mark.parametrize(
    "text",
    [
        "4127", "88 800", "16", "*6540", "#6541", "bip 312", "6540/6541", "4128 / 7681 / 7683",
        "199002, 199003 / Externe: 7580", "0199005626", "01.99.00.56.26", "01-99-00-56-26",
        "+33 1 99 00 56 26", "+33 (0)1 99 00 56 26", "0033199005626", "(0)1.99.00.92.77",
        "06 99 98 85 75 (astreinte)", "01 99 00 25 53 choix 2 puis 1", "165502", "0412",
    ],
)  # fmt: skip
def test_a_number_that_can_be_dialled_is_kept_as_typed(text: str) -> None:
    assert read_telephone(text) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("199005626", "zero_lost"),
        ("1 99 00 56 26", "zero_lost"),
        ("4127 / 199005626", "zero_lost"),
        ("01 99 00 56", "truncated"),
        ("+33 44", "truncated"),
        ("4,13E+03", "scientific"),
        ("poste en cours", "not_a_number"),
        ("#REF!", "error_cell"),
        ("########", "error_cell"),
    ],
)
def test_a_number_that_cannot_be_dialled_any_more_is_damage(text: str, code: str) -> None:
    assert read_telephone(text) == Damage(code)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("010000024", "010000024"),
        ("97 010 201 8", "970102018"),
        ("2A0000014", "2A0000014"),
        ("10000024", Damage("finess_zero_lost")),
        ("2,601E+13", Damage("scientific")),
        ("123", Damage("not_finess")),
        ("26010004500012", Damage("not_finess")),
    ],
)
def test_a_finess_number_that_lost_its_zero_is_damage(text: str, value: object) -> None:
    assert read_finess(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12/01/2026", date(2026, 1, 12)),
        ("3/2/26", date(2026, 2, 3)),
        ("2026-02-03", date(2026, 2, 3)),
        ("2025-12-31T23:59", date(2025, 12, 31)),
        ("03.02.2026", date(2026, 2, 3)),
        ("31/02/2026", Damage("impossible_date")),
        ("02/13/2026", Damage("impossible_date")),
        ("01/01/0026", Damage("impossible_date")),
        ("février 2026", Damage("not_a_day")),
        ("46034", Damage("date_serial")),
        ("#N/A", Damage("error_cell")),
    ],
)
def test_a_day_is_read_with_the_day_first(text: str, value: object) -> None:
    assert read_day(text) == value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("60", "min", 60),
        ("4", "h", 240),
        ("2", "d", 2880),
        ("1 heure", "", 60),
        ("1 h 30", "", 90),
        ("1h30", "", 90),
        ("90 min", "", 90),
        ("2 jours", "", 2880),
        ("1 j 2 h", "", 1560),
        ("demi-journée", "", 720),
        ("une demi-journée", "", 720),
        ("1/2 j", "", 720),
        ("½ journée", "", 720),
        ("1 semaine", "", 10080),
        ("2 sem.", "", 20160),
        ("1 mois", "", 43200),
        ("48h", "", 2880),
        ("2 j", "", 2880),
        ("immédiat", "", 1),
        ("Immédiate", "", 1),
        ("aucune interruption", "", 1),
        ("30 mn", "", 30),
        ("1,5 h", "", 90),
        ("une demi-heure", "", 30),
        ("quart d’heure", "", 15),
        ("< 4 h", "", 240),
        ("4h max", "", 240),
        ("environ 2 heures", "", 120),
        ("3 jours ouvrés", "", 4320),
        ("4 à 8 h", "", 240),
        ("4-8h", "", 240),
        ("2h à 4h", "", 120),
        ("entre 2 et 4 heures", "", 120),
        ("4 - 8", "h", 240),
        ("1 à 2", "", Damage("impossible_duration")),
        ("12/05/2026", "", Damage("impossible_duration")),
        ("0 h", "", Damage("zero_duration")),
        ("4 personnes", "", Damage("impossible_duration")),
        ("0", "min", Damage("zero_duration")),
        ("0 min", "", Damage("zero_duration")),
        ("4", "", Damage("no_unit")),
        ("-5", "min", Damage("impossible_duration")),
        ("bientôt", "min", Damage("impossible_duration")),
        ("9999999", "min", Damage("impossible_duration")),
        ("1,44E+03", "min", Damage("scientific")),
    ],
)
def test_a_duration_becomes_minutes_and_zero_is_not_defined(
    text: str, unit: str, value: object
) -> None:
    assert read_minutes(text, unit) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("1 200", 1200),
        ("12,0", 12),
        ("14 fauteuils", 14),
        ("12 lits", 12),
        ("lits", Damage("not_a_count")),
        ("14 lits et 2 places", Damage("not_a_count")),
        ("> 100", Damage("not_a_count")),
        ("1234567", Damage("not_a_count")),
        ("-1", Damage("not_a_count")),
        ("1E+03", Damage("scientific")),
    ],
)
def test_a_count_is_a_whole_number(text: str, value: object) -> None:
    assert read_count(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("1", 1), ("P2", 2), ("2 - haute", 2), ("5", Damage("not_a_criticality"))]
)
def test_criticality_goes_from_one_to_four(text: str, value: object) -> None:
    assert read_criticality(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("très critique", 1),
        ("Vitale", 1),
        ("Elevée", 2),
        ("forte ", 2),
        ("moyen", 3),
        ("basse", 4),
        ("+++", 1),
        ("++++", 1),
        ("++", 2),
        ("+ +", 2),
        ("+", 3),
        ("indispensable", 1),
        ("Essentielle", 1),
        ("normale", 3),
        ("confort", 4),
        ("secondaire", 4),
        ("+/-", Damage("not_a_criticality")),
        ("0", Damage("not_a_criticality")),
        ("oui", Damage("not_a_criticality")),
        ("non critique", Damage("not_a_criticality")),
    ],
)
def test_criticality_is_read_from_the_words_that_wards_write(text: str, value: object) -> None:
    assert read_criticality(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("poste 4512", "poste 4512"),
        ("Hotline éditeur, du lundi au vendredi", "Hotline éditeur, du lundi au vendredi"),
        ("04 75 12 34 56 (contrat 475123499)", "04 75 12 34 56 (contrat 475123499)"),
        ("support@editeur.example", "support@editeur.example"),
        ("475123499", Damage("zero_lost")),
        ("?", Damage("not_a_number")),
    ],
)
def test_a_support_line_that_lost_its_zero_is_not_printed(text: str, value: object) -> None:
    assert read_support(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.6ZIP.16\n4.6ZLT.17", ("4.6ZIP.16", "4.6ZLT.17")),
        ("7.1 / 7.2", ("7.1", "7.2")),
        ("7.1; 7.1", ("7.1",)),
        ("2024/3", ("2024/3",)),
    ],
)
def test_several_versions_may_stand_in_a_cell(text: str, value: tuple[str, ...]) -> None:
    assert read_versions(text) == value


@pytest.mark.parametrize(
    "name", ["R&D", "<nom du cadre>", "Médecine « A »", "💉 soins", "µg", "d’URVILLE"]
)
def test_a_name_is_what_was_typed(name: str) -> None:
    assert read_name(name) == name


def test_a_name_too_long_is_refused_and_never_cut() -> None:
    assert read_name("x" * 300) == "x" * 300
    assert read_name("x" * 301) == Damage("too_long")


@pytest.mark.parametrize("field", [Field.CODE, Field.VERSION, Field.TELEPHONE, Field.FINESS])
def test_a_text_that_the_spreadsheet_turned_into_a_date_is_damage(field: Field) -> None:
    assert read_value(field, "2026-06-04", is_date=True) == Damage("became_date")
    assert read_value(Field.SINCE, "2026-06-04", is_date=True) == date(2026, 6, 4)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (Field.STATUS, "En service", "in_use"),
        (Field.HOSTING, "Éditeur", "vendor"),
        (Field.LINE_TYPE, "Analogique", "analogue"),
        (Field.ACTIVE, "Non", False),
        (Field.STATUS, "peut-être", Damage("unknown_word")),
        (Field.ACTIVE, "peut-être", Damage("not_yes_or_no")),
        (Field.OPENING_HOURS, "24h/24", "1-7 00:00-24:00"),
        (Field.OPENING_HOURS, "souvent", Damage("hours_not_understood")),
        (Field.OPENING_HOURS, "8h-16h", "1-7 08:00-16:00"),
        (Field.WORKING_HOURS, "8h-16h", Damage("hours_without_days")),
        (Field.WORKING_HOURS, "lun-ven 8h-16h", "1-5 08:00-16:00"),
        (Field.WORKING_HOURS, "7j/7 8h-16h", "1-7 08:00-16:00"),
        (Field.WORKING_HOURS, "1-5 08:00-16:00", "1-5 08:00-16:00"),
        (Field.FUNCTION, "Prescription ; Laboratoire", ("Prescription", "Laboratoire")),
    ],
)
def test_words_of_a_list_become_the_words_that_are_stored(
    field: Field, text: str, value: object
) -> None:
    assert read_value(field, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(
            (yes, True)
            for yes in (
                "oui", "OUI", "Oui.", "yes", "YES", "Y", "O", "X", "x", "xx", "✓", "✔", "✔️", "☑",
                "☒", "✅", "vrai", "VRAI", "true", "TRUE", "1", "1.0", "1,0", "OK", "ok", "+", "ja",
            )
        ),
        *(
            (no, False)
            for no in (
                "non", "NON", "Non.", "no", "NO", "N", "-", "–", "—", "faux", "FALSE", "0", "0.0",
                "☐", "✗", "✘", "❌", "aucun", "jamais", "KO", "/",
            )
        ),
        *((text, Damage("not_yes_or_no")) for text in ("?", "oui/non", "2", "à voir", "non oui")),
    ],
)  # fmt: skip
def test_yes_and_no_are_read_however_a_ward_ticks_them(text: str, value: object) -> None:
    assert read_value(Field.WORKS_WITHOUT_NETWORK, text) == value


@given(st.sampled_from(list(Field)), st.text(max_size=40), st.sampled_from(["", "min", "h"]))
def test_any_text_is_a_value_or_damage(field: Field, text: str, unit: str) -> None:
    value = read_value(field, text, unit=unit)
    assert isinstance(value, Damage | str | int | date | tuple)
