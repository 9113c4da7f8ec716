from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.directory import DirectoryEntry, LineType, Purpose
from referent_desk.domain.known_numbers import KnownNumbers, lone_managers
from referent_desk.domain.people import Person
from referent_desk.domain.timed_numbers import days_dialled


def called(*labels: str, owner: str = "ward") -> tuple[DirectoryEntry, ...]:
    """Numbered 1, 2, 3 in their order."""
    return tuple(
        DirectoryEntry(f"{owner}-{place}", owner, "", label, str(place))
        for place, label in enumerate(labels, start=1)
    )


FILE = called(
    "Mme LEFORT Sylvie (Cadre de santé)",
    "Dr MARCHAND (Gériatre - chef de service)",
    "Dr Benali Karim (Gériatre)",
    "Laboratoire (Biochimie / hémato)",
    "Labo garde (nuit et WE)",
    "Pharmacie (Pharmacien)",
    "Informatique (Hotline 8h-18h)",
    "Informatique astreinte (nuit, WE, fériés)",
    "Standard",
    "Astreinte administrative",
)


@pytest.mark.parametrize(
    ("purpose", "number"),
    [
        (Purpose.WARD_MANAGER, "1"),
        (Purpose.PHYSICIAN, ""),
        (Purpose.IT_ON_CALL, "7 (8\u00a0h-18\u00a0h) · 8 (nuit, WE, fériés)"),
        (Purpose.SWITCHBOARD, "9"),
        (Purpose.ADMINISTRATOR_ON_DUTY, "10"),
    ],
)
def test_whom_a_line_reaches_is_read_from_what_stands_beside_the_name(
    purpose: Purpose, number: str
) -> None:
    assert KnownNumbers(directory=FILE).of(purpose) == number


@pytest.mark.parametrize(
    ("label", "purpose"),
    [
        ("Dr Martin (médecin)", Purpose.PHYSICIAN),
        ("Dr Martin (médecin de garde)", Purpose.PHYSICIAN),
        ("Mme Lefort, cadre de santé", Purpose.WARD_MANAGER),
        ("Mme Lefort – FF cadre", Purpose.WARD_MANAGER),
        ("Astreinte DSI CHU", Purpose.IT_ON_CALL),
        ("Astreinte de direction", Purpose.ADMINISTRATOR_ON_DUTY),
    ],
)
def test_every_essential_person_is_known_by_their_role(label: str, purpose: Purpose) -> None:
    assert KnownNumbers(directory=called(label)).of(purpose) == "1"


@pytest.mark.parametrize(
    "label",
    ["Secrétariat (médecin de garde)", "Dr Martin (chef de service)", "Médecin du travail",
     "Cadre de nuit", "Cadre supérieur de santé"],
)  # fmt: skip
def test_who_only_sounds_like_an_essential_person_is_none(label: str) -> None:
    known = KnownNumbers(directory=called(label))
    assert not any(known.of(purpose) for purpose in Purpose)


def test_of_several_people_of_one_role_nobody_is_taken() -> None:
    both = called("Mme Lefort (cadre de santé)", "M. Roux (cadre de santé)", owner="hospital")
    assert KnownNumbers(directory=both).of(Purpose.WARD_MANAGER) == ""
    own = called("Mme Petit (FF cadre)")
    assert KnownNumbers(directory=(*own, *both)).of(Purpose.WARD_MANAGER) == "1"


def test_the_manager_of_the_ward_goes_before_one_of_the_hospital() -> None:
    lines = (*called("Mme Petit (FF cadre)"), *called("x", "Cadre de santé", owner="hospital"))
    assert KnownNumbers(directory=lines).of(Purpose.WARD_MANAGER) == "1"


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("Laboratoire (Biochimie / hémato)", "Laboratoire"),
        ("Labo biochimie (biologiste)", "Laboratoire"),
        ("Labo", "téléphone du laboratoire"),
        ("Pharmacie (Pharmacien)", "téléphone de la pharmacie"),
        ("Service de radiologie", "Imagerie"),
        ("Josiane (bureau des admissions)", "Bureau des admissions"),
        ("Régulation du brancardage", "téléphone du brancardage"),
        ("Gestionnaire des lits", "téléphone de la gestion des lits"),
        ("Pharmacie UCPC", "téléphone de la pharmacie"),
        ("Pharmacie (UPC)", "téléphone de la pharmacie"),
        ("Bureau des entrées", "téléphone du bureau des admissions"),
        ("Cuisine centrale", "téléphone de la cuisine"),
    ],
)
def test_a_post_is_found_before_the_brackets_and_then_inside(label: str, asked: str) -> None:
    assert KnownNumbers(directory=called(label)).named(asked) == "1"


@pytest.mark.parametrize("label", ["Labo garde (nuit et WE)", "Laboratoire (nuit)", "Bloc ortho"])
def test_what_is_reached_at_night_alone_is_no_number_for_the_day(label: str) -> None:
    assert KnownNumbers(directory=called(label)).named("Laboratoire") == ""


@pytest.mark.parametrize(
    ("label", "asked", "number"),
    [
        ("Cadre de garde (nuit)", "téléphone du cadre de garde", "1 (nuit)"),
        ("Interne de garde pharmacie (nuit)", "Pharmacie", ""),
        ("Pharmacie (nuit)", "Pharmacie", ""),
        ("Garde (nuit)", "Garde", ""),
        ("Cadre (nuit)", "téléphone du cadre de garde", ""),
    ],
)
def test_a_post_on_duty_is_itself_at_night_and_no_other(
    label: str, asked: str, number: str
) -> None:
    assert KnownNumbers(directory=called(label)).named(asked) == number


@pytest.mark.parametrize(
    ("labels", "asked", "number"),
    [
        (("Interne de garde pharmacie (nuit)",), "Pharmacie", "1 (nuit)"),
        (("Pharmacie (nuit)",), "Pharmacie", "1 (nuit)"),
        (("Labo garde",), "Laboratoire", "1 (garde)"),
        (("Pharmacie (nuit)", "Pharmacie"), "Pharmacie", ""),
        (("Pharmacie (nuit)",), "Pharmacie de garde", ""),
        (("Interne de garde (nuit)",), "Interne", "1 (nuit)"),
        (("Cadre (nuit)",), "Laboratoire", ""),
        (("Cadre de garde",), "Cadre de santé", "1 (garde)"),
    ],
)
def test_of_a_post_that_answers_by_night_alone_the_day_is_known_to_be_missing(
    labels: tuple[str, ...], asked: str, number: str
) -> None:
    assert KnownNumbers(directory=called(*labels)).by_night_alone(asked) == number


@pytest.mark.parametrize("label", ["Cadre de santé", "Médecin de garde", "DSI astreinte"])
def test_a_mobile_of_work_is_called_and_a_private_one_on_no_sheet(label: str) -> None:
    [line] = called(label)
    mobile = replace(line, number="06 11 22 33 44", line_type=LineType.MOBILE)
    assert KnownNumbers(directory=[mobile]).named(label) == "06 11 22 33 44"
    private = KnownNumbers(directory=[replace(mobile, private=True)])
    assert not private.named(label)
    assert not any(map(private.of, Purpose))
    desk = replace(line, number="4210")
    assert KnownNumbers(directory=[replace(mobile, private=True), desk]).named(label) == "4210"


def test_a_post_that_has_hours_and_no_number_by_night_is_called_with_them() -> None:
    [pharmacy] = called("Pharmacie")
    numbers = KnownNumbers(directory=[replace(pharmacy, hours="lun-ven 8h30-18h")])
    assert numbers.named("Pharmacie") == "1 (lun-ven 8\u00a0h\u00a030-18\u00a0h)"
    assert KnownNumbers(directory=[replace(pharmacy, hours="24h/24")]).named("Pharmacie") == "1"


def test_the_hours_of_the_night_stand_beside_a_number_that_has_brackets() -> None:
    day, night = called("Pharmacie", "Pharmacien d’astreinte")
    lines = day, replace(night, number="par le standard (9)", hours="nuit, WE")
    assert KnownNumbers(directory=lines).named("Pharmacie") == "1 · par le standard (9), nuit, WE"


def test_whom_the_list_of_programs_names_beside_a_number_is_known_where_no_line_says_it() -> None:
    """`Winrest: Cuisine centrale 5230` says how one reaches the kitchen; a hotline is no post."""
    programs = called("Cuisine centrale", "labo", "Micro6", "DSI", owner="")
    known = KnownNumbers(answering=programs)
    assert [known.named(f"téléphone {of}") for of in ("de la cuisine", "du laboratoire")] == [
        "1",
        "2",
    ]
    assert [purpose for purpose in Purpose if known.of(purpose)] == [Purpose.IT_ON_CALL]
    assert known.of(Purpose.IT_ON_CALL) == "4"
    its = called("Astreinte informatique", owner="hospital")
    assert KnownNumbers(directory=its, answering=programs).of(Purpose.IT_ON_CALL) == "1"
    laboratory = called("Laboratoire (hémato)", owner="ward")
    known = KnownNumbers(directory=laboratory, answering=called("x", "labo", owner=""))
    assert known.named("Laboratoire") == "1", "the directory goes before"


def test_the_plainest_label_wins() -> None:
    lines = called("Labo de biochimie", "Laboratoire (hémato)", "Laboratoire")
    assert KnownNumbers(directory=lines).named("Laboratoire") == "3"


BY_DAY_AND_NIGHT = called(
    "Laboratoire (Biochimie / hémato)", "Labo garde (nuit et WE)", "Imagerie (Secrétariat radio)",
    "Manip de garde", "Pharmacie (9h-17h30)", "Bloc opératoire (Régulation)", "Bloc ortho (nuit)",
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("téléphone du laboratoire", "1 · 2 (nuit et WE)"),
        ("Imagerie", "3 · 4 (garde)"),
        ("téléphone de la pharmacie", "5 (9\u00a0h-17\u00a0h\u00a030)"),
        ("Bloc opératoire", "6"),
        ("Labo de garde", "2 (nuit et WE)"),
        ("Labo garde (nuit et WE)", "2 (nuit et WE)"),
    ],
)
def test_a_post_with_a_number_by_day_and_one_by_night_has_both(asked: str, number: str) -> None:
    assert KnownNumbers(directory=BY_DAY_AND_NIGHT).named(asked) == number


@pytest.mark.parametrize(
    ("labels", "number"),
    [
        (("Informatique astreinte (nuit, WE)",), "1 (nuit, WE)"),
        (("Astreinte DSI", "DSI (hotline 8h-18h)"), "2 (8\u00a0h-18\u00a0h) · 1 (astreinte)"),
        (("Hotline DSI",), "1"),
        (("Astreinte DSI", "Informatique (secrétariat)"), "1"),
    ],
)
def test_a_number_of_the_night_never_stands_alone_without_its_hours(
    labels: tuple[str, ...], number: str
) -> None:
    assert KnownNumbers(directory=called(*labels)).of(Purpose.IT_ON_CALL) == number


@pytest.mark.parametrize(
    ("by_day", "by_night", "number"),
    [
        ("24h/24 – hors heures ouvrées : astreinte", "après 18h, par le standard", "1 · 2"),
        ("24h/24", "après 18h", "1 · 2"),
        ("24h/24", "par le standard si pas de rép.", "1 · 2"),
        ("", "", "1 · 2"),
        ("8h-18h", "24h/24", "2"),
    ],
)
def test_hours_that_tell_nothing_hide_no_night_that_the_label_tells(
    by_day: str, by_night: str, number: str
) -> None:
    day, night = called("DSI hotline", "Astreinte informatique nuit/WE")
    lines = replace(day, hours=by_day), replace(night, hours=by_night)
    on_call = KnownNumbers(directory=lines).of(Purpose.IT_ON_CALL)
    assert on_call.replace(" (nuit/WE)", "") == number


@pytest.mark.parametrize(
    ("labels", "number"),
    [
        (("Standard",), ""),
        (("Standard", "Standard de secours"), "2"),
        (("Standard", "Emergency switchboard (red)"), "2"),
        (("Téléphone de secours",), ""),
    ],
)
def test_the_ordinary_switchboard_is_not_the_one_for_when_it_is_dead(
    labels: tuple[str, ...], number: str
) -> None:
    known = KnownNumbers(directory=called(*labels))
    assert known.named("téléphone du standard de secours") == number
    assert known.named("Standard de secours") == number


def test_what_the_department_says_of_the_spare_switchboard_counts() -> None:
    known = KnownNumbers({"téléphone du standard de secours": "4455"}, called("Standard"))
    assert known.named("Standard de secours") == "4455"


@pytest.mark.parametrize(
    ("line_type", "private", "number"),
    [
        (LineType.DECT, False, "2"),
        (LineType.MOBILE, False, "2"),
        (LineType.MOBILE, True, "1"),
        (LineType.UNKNOWN, False, "1"),
    ],
)
def test_a_manager_is_called_in_the_pocket_before_at_the_desk(
    line_type: LineType, private: bool, number: str
) -> None:
    second = "mobile" if line_type is LineType.MOBILE else "DECT"
    desk, other = called("Mme Lefort (cadre de santé)", f"Mme Lefort (cadre de santé) ({second})")
    desk = replace(desk, purpose=Purpose.WARD_MANAGER)
    other = replace(other, line_type=line_type, private=private)
    known = KnownNumbers(directory=(desk, other))
    assert known.of(Purpose.WARD_MANAGER) == number
    assert known.named("téléphone du cadre de santé") == number


@pytest.mark.parametrize(
    ("hours", "number"),
    [
        ("lun-ven 8h-18h", "1 (lun-ven 8\u00a0h-18\u00a0h) · 2 (astreinte)"),
        ("24h/24", "1 · 2 (astreinte)"),
        ("jours ouvrés", "1 · 2 (astreinte)"),
    ],
)
def test_the_number_of_the_day_has_its_hours_beside_the_one_of_the_night(
    hours: str, number: str
) -> None:
    day, night = called("Support informatique (DSI)", "DSI, astreinte")
    lines = replace(day, hours=hours), replace(night, purpose=Purpose.IT_ON_CALL)
    known = KnownNumbers(directory=lines)
    assert known.of(Purpose.IT_ON_CALL) == number
    dialled = days_dialled([replace(each, dialled_on=date(2026, 11, 3)) for each in lines])
    assert set(number.split(" · ")) <= dialled.keys()


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (
            (("Cadre de santé : Thierry MARCHAND", "lundi au vendredi 8h30-17h"),
             ("Cadre de garde", "nuit, week-end et jours fériés")),
            "1 (lun-ven 8 h 30-17 h) · 2 (nuit, week-end et jours fériés)",
        ),
        ((("Cadre de santé", ""), ("Cadre de nuit", "")), "1 · 2 (nuit)"),
        ((("Cadre de santé", ""), ("Cadre de santé (nuit)", "")), "1 · 2 (nuit)"),
        ((("Cadre de garde / administrateur (nuit)", ""), ("CDS", "8h-16h")),
         "2 (8 h-16 h) · 1 (nuit)"),
        ((("Cadre de santé", "8h-16h"),), "1 (8 h-16 h)"),
        ((("Cadre de santé", "24h/24"), ("Cadre supérieur de garde", "")), "1"),
        ((("Cadre de garde", "nuit"),), ""),
    ],
)  # fmt: skip
def test_the_manager_of_the_day_has_the_one_of_the_night_beside_them(
    lines: tuple[tuple[str, str], ...], number: str
) -> None:
    labels = called(*(label for label, _hours in lines))
    entries = [replace(entry, hours=hours) for entry, (_, hours) in zip(labels, lines, strict=True)]
    known = KnownNumbers(directory=entries)
    assert known.of(Purpose.WARD_MANAGER).replace("\u00a0", " ") == number
    assert known.named("téléphone du cadre de santé").replace("\u00a0", " ") == number


@pytest.mark.parametrize("hours", ["", "jour et nuit", "24h/24"])
def test_a_manager_of_the_list_of_staff_has_the_one_of_the_night_beside_them(hours: str) -> None:
    manager = Person("p", "Kervella", "Anne", role="cadre de santé", telephone="5701")
    [on_duty] = called("Cadre de garde")
    on_duty = replace(on_duty, hours=hours)
    known = KnownNumbers(directory=[on_duty], officers=[manager])
    assert known.of(Purpose.WARD_MANAGER) == "5701 · 1 (garde)"


@pytest.mark.parametrize(
    ("labels", "hours", "number"),
    [
        (("Médecin d’astreinte SSR", "Médecin du service"), ("18h30-8h30", "8h30-18h30"),
         "2 (8 h 30-18 h 30)"),
        (("Médecin d’astreinte", "Médecin du service"), ("18h30-8h30", "8h30-18h30"),
         "2 (8 h 30-18 h 30) · 1 (18 h 30-8 h 30)"),
        (("Médecin de garde", "Médecin"), ("", ""), "1"),
        (("Interne de garde", "Interne de garde (nuit)"), ("", ""), "1 (garde) · 2 (nuit)"),
        (("Interne de garde", "Interne de garde (bip)"), ("", ""), "1"),
        (("Médecin de garde", "Médecin du travail"), ("nuit", "8h-17h"), "1 (nuit)"),
    ],
)  # fmt: skip
def test_the_physician_of_the_night_has_the_one_of_the_day_beside_them_if_it_is_told_who_when(
    labels: tuple[str, ...], hours: tuple[str, ...], number: str
) -> None:
    lines = [replace(each, hours=when) for each, when in zip(called(*labels), hours, strict=True)]
    known = KnownNumbers(directory=lines)
    assert known.of(Purpose.PHYSICIAN).replace("\u00a0", " ") == number


@pytest.mark.parametrize(
    "post",
    ["Néphrologue d’astreinte", "Cadre de garde", "Pédiatre de garde", "Anesthésiste de garde"],
)
def test_who_is_on_duty_under_two_numbers_has_both_wherever_they_are_named(post: str) -> None:
    known = KnownNumbers(directory=called(post, f"{post} (nuit/WE)"))
    duty = "astreinte" if "astreinte" in post else "garde"
    assert known.named(post) == f"1 ({duty}) · 2 (nuit/WE)"


def test_who_answers_outside_the_hours_of_a_post_is_called_beside_it() -> None:
    day, night = called("Pharmacie", "Pharmacien de garde")
    lines = (
        replace(day, hours="lundi au vendredi 8h30-17h, samedi 9h-12h"),
        replace(night, hours="hors horaires de la pharmacie"),
    )
    found = KnownNumbers(directory=lines).named("Pharmacie").replace("\u00a0", " ")
    by_day = "1 (lun-ven 8 h 30-17 h, sam 9 h-12 h)"
    assert found == f"{by_day} · 2 (hors horaires de la pharmacie)"


@pytest.mark.parametrize(
    ("label", "said", "number"),
    [
        ("Labo (nuit)", "garde à partir de 18h30", "1 · 2 (à partir de 18 h 30)"),
        ("Labo (nuit)", "technicien de garde", "1 · 2 (nuit)"),
        ("Labo (nuit)", "", "1 · 2 (nuit)"),
        (
            "Labo de garde",
            "astreinte seulement pour le dossier et le labo",
            "1 · 2 (astreinte, seulement pour le dossier et le labo)",
        ),
        (
            "Labo (nuit)",
            "La nuit : gaz du sang et urgences seulement",
            "1 · 2 (nuit, gaz du sang et urgences seulement)",
        ),
        ("Labo (nuit)", "sauf le bloc", "1 · 2 (nuit, sauf le bloc)"),
    ],
)
def test_of_a_remark_the_hours_and_the_limits_stand_beside_a_number(
    label: str, said: str, number: str
) -> None:
    day, night = called("Labo", label)
    found = KnownNumbers(directory=[day, replace(night, hours=said)]).named("Laboratoire")
    assert found.replace("\u00a0", " ") == number


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        (("Cadre supérieure de santé",), "1"),
        (("Cadre supérieure de santé", "Cadre de santé"), "2"),
        (("Cadre supérieure de santé", "Cadre de santé", "FF cadre"), ""),
        (("Responsable d’unité", "Cadre supérieure de pôle"), "1"),
        (("CDS", "Infirmière"), "1"),
    ],
)
def test_a_superior_manager_stands_for_the_ward_where_it_has_no_other(
    roles: tuple[str, ...], found: str
) -> None:
    staff = [
        Person(f"p{place}", "Roy", role=role, department_id="ward", telephone=f"{place}")
        for place, role in enumerate(roles, start=1)
    ]
    manager = lone_managers(staff).get("ward")
    assert (manager.telephone if manager else "") == found
    managers = [manager] if manager else []
    assert KnownNumbers(officers=managers).of(Purpose.WARD_MANAGER) == found
