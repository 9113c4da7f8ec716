"""Form definitions: those that are shipped, a hospital's own, and what is said of broken ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from referent_desk.domain.forms import LEAST_ROW_HEIGHT, FormDefinition, TableBlock
from referent_desk.errors import RefusedInput
from referent_desk.exchange.forms import form_definitions, read_form
from referent_desk.resources import resource

ASKED_FOR = ("F01", "F03", "F05", "F06", "F07", "F11", "F25", "F29")
AT_LEAST = (
    *(*ASKED_FOR, "F02", "F04", "F09", "F12", "F13", "F16", "F17", "F26", "F27", "F28", "F30"),
    "F34",
)


@cache
def shipped(language_code: str) -> dict[str, FormDefinition]:
    return {form.code: form for form in form_definitions(language_code).forms}


def texts(value: Any) -> Iterator[str]:
    """Every text of a definition, in reading order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def structure(value: Any) -> Any:
    """A definition without its words: what must be the same in both languages."""
    if isinstance(value, str):
        return bool(value)
    if isinstance(value, tuple):
        return [structure(item) for item in value]
    if is_dataclass(value):
        kept = {"kind", "code", "orientation", "after_outage", "in_binders"}
        return {
            field.name: getattr(value, field.name)
            if field.name in kept
            else structure(getattr(value, field.name))
            for field in fields(value)
            if field.name != "language"
        }
    return value


def test_the_masters_that_a_ward_cannot_do_without_are_shipped() -> None:
    assert set(AT_LEAST) <= set(shipped("fr"))


def test_french_and_english_ask_for_the_same_in_the_same_places() -> None:
    french, english = shipped("fr"), shipped("en")
    assert list(french) == list(english)
    for code in french:
        assert structure(french[code]) == structure(english[code]), code
        assert french[code].title != english[code].title


@pytest.mark.parametrize("language_code", ["fr", "en"])
def test_every_row_is_high_enough_for_a_hurried_hand(language_code: str) -> None:
    for form in shipped(language_code).values():
        for block in form.blocks:
            if isinstance(block, TableBlock):
                assert block.row_height >= LEAST_ROW_HEIGHT, form.code


@pytest.mark.parametrize("language_code", ["fr", "en"])
def test_every_form_says_in_a_sentence_what_becomes_of_it(language_code: str) -> None:
    for form in shipped(language_code).values():
        assert form.afterwards.endswith("."), form.code
        if form.code != "F34":  # a handover is not counted by the day
            assert form.sheets_per_patient_day or form.sheets_per_department_day, form.code


@pytest.mark.parametrize("language_code", ["fr", "en"])
def test_texts_are_written_with_typographic_signs(language_code: str) -> None:
    for form in shipped(language_code).values():
        for text in texts(form):
            assert "'" not in text, f"{form.code}: {text}"
            assert "..." not in text, f"{form.code}: {text}"


ASKED: dict[str, str] = {
    "F01": """
        nom de naissance | 1er prénom | né(e) le | lieu de naissance | insee | nom utilisé |
        adresse | téléphone | personne à prévenir | personne de confiance | médecin traitant |
        sécurité sociale | document vu | provenance | mode d’entrée | n° provisoire |
        bracelet posé
    """,
    "F03": """
        lit | nom, prénom | né(e) le | médecin | entrée | régime | mobilité | isolement |
        examens du jour | sortie prévue | où maintenant | lieu, depuis
    """,
    "F05": """
        allergies | aucune connue | oui, lesquelles | poids | taille | clairance | grossesse |
        (dci) | dosage | forme | voie | dose | heures | durée | débit | si besoin : max/24 h |
        arrêt | date, heure, signature | prescripteur | téléphone | unité | dernière ligne |
        copie à la pharmacie
    """,
    "F06": """
        médicament | 23 | 0 | 6 | prescrit | par, à | donné | non donné : motif | dose réelle |
        lot | initiales | 2e contrôle | insuline, potassium, héparine, morphine
    """,
    "F07": """
        heure | temp. | tension | pouls | spo₂ | o₂ | resp. | douleur | conscience | diurèse |
        selles | glycémie | poids | score | dispositifs
    """,
    "F11": """
        prescripteur | rappeler au | unité | prescrit le | prélevé le | par (nom lisible) | tube |
        hémocultures | urgence | renseignements cliniques | anticoagulant |
        n° de prélèvement, le même sur le tube et sur la feuille
    """,
    "F25": """
        n° | heure | de, à | fait ou décision | action | par | clos à
    """,
    "F29": """
        n° de série | formulaire | initiales seules | période | logiciel | priorité | saisi par |
        contrôlé par | anomalie
    """,
}


@pytest.mark.parametrize("code", ASKED_FOR)
def test_a_form_asks_for_everything_that_hospitals_ask_there(code: str) -> None:
    words = [word.strip() for word in ASKED[code].split("|")]
    said = "\n".join(texts(shipped("fr")[code])).casefold()
    assert [word for word in words if word not in said] == []


def test_the_administration_plan_has_a_column_for_every_hour_of_the_day() -> None:
    tables = [block for block in shipped("fr")["F06"].blocks if isinstance(block, TableBlock)]
    hours = [part for column in tables[0].columns for part in column.parts]
    assert sorted(map(int, hours)) == list(range(24))


FORM = """\
code = "F05"
title = "Prescription maison"
revision = 4
after_outage = "scan"
afterwards = "Numériser."

[foot]
signed_by = "Prescripteur"

[[blocks]]
kind = "table"
columns = [
  { title = "Médicament", width = 3 },
  { title = "Dose" },
]
"""


def test_a_hospitals_own_form_wins_over_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "F05.toml").write_text(FORM, encoding="utf-8")
    known = form_definitions("fr", tmp_path)
    own = next(form for form in known.forms if form.code == "F05")
    assert (own.title, own.revision, own.language) == ("Prescription maison", 4, "fr")
    assert len(known.forms) == len(shipped("fr"))
    assert known.refused == ()


def test_an_own_form_for_one_language_wins_over_the_one_for_all(tmp_path: Path) -> None:
    (tmp_path / "F05.toml").write_text(FORM, encoding="utf-8")
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "F05.toml").write_text(FORM.replace("maison", "house"), encoding="utf-8")
    titles = {
        code: next(f.title for f in form_definitions(code, tmp_path).forms if f.code == "F05")
        for code in ("fr", "en")
    }
    assert titles == {"fr": "Prescription maison", "en": "Prescription house"}


def test_a_form_that_only_this_hospital_has_is_known_beside_the_others(tmp_path: Path) -> None:
    (tmp_path / "F61.toml").write_text(FORM.replace("F05", "F61"), encoding="utf-8")
    codes = [form.code for form in form_definitions("fr", tmp_path).forms]
    assert "F61" in codes
    assert codes == sorted(codes)


def test_a_broken_own_form_is_refused_and_the_shipped_one_stands_in(tmp_path: Path) -> None:
    (tmp_path / "F05.toml").write_text(FORM.replace("scan", "burn"), encoding="utf-8")
    (tmp_path / "F61.toml").write_text(FORM.replace("F05", "F61"), encoding="utf-8")
    known = form_definitions("fr", tmp_path)
    assert next(form for form in known.forms if form.code == "F05") == shipped("fr")["F05"]
    assert "F61" in [form.code for form in known.forms]
    assert len(known.refused) == 1
    assert "F05.toml, line 4" in known.refused[0].happened


def test_a_folder_that_is_not_there_leaves_the_shipped_forms(tmp_path: Path) -> None:
    known = form_definitions("fr", tmp_path / "nowhere")
    assert {form.code: form for form in known.forms} == shipped("fr")


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('title = "Prescription maison"', "", 1, "title"),
        ('code = "F05"', 'code = "F06"', 1, "code"),
        ('code = "F05"', 'code = "f 5"', 1, "code"),
        ("revision = 4", 'revision = "4"', 3, "revision"),
        ("revision = 4", "revision = 0", 3, "revision"),
        ('"scan"', '"burn"', 4, "after_outage"),
        ("afterwards", "afterward", 5, "afterward"),
        ('[foot]\nsigned_by = "Prescripteur"', "", 1, "foot"),
        ('kind = "table"', 'kind = "tables"', 11, "kind"),
        ('kind = "table"', 'kind = "note"', 10, "text"),
        ('kind = "table"', 'kind = "table"\nacross = 3', 12, "across"),
        ('kind = "table"', 'kind = "table"\nrow_height = 6', 12, "row_height"),
        (
            'kind = "table"',
            'kind = "table"\ncount = 1\nfirst_column = ["a", "b"]',
            13,
            "first_column",
        ),
        ("width = 3", "width = 0", 13, "width"),
        ('{ title = "Dose" }', '{ titel = "Dose" }', 14, "titel"),
        (
            FORM[FORM.index("kind") :],
            'kind = "fields"\nrows = [{ fields = [{ line = false }] }]',
            12,
            "label",
        ),
    ],
)
def test_a_broken_form_is_refused_by_file_line_and_key(
    tmp_path: Path, old: str, new: str, line: int, key: str
) -> None:
    assert old in FORM
    path = tmp_path / "F05.toml"
    path.write_text(FORM.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RefusedInput) as refused:
        read_form(path, "fr")
    assert refused.value.happened.startswith(f"F05.toml, line {line}: ")
    assert key in refused.value.happened
    assert refused.value.what_to_do


def test_every_form_that_a_shipped_procedure_names_is_shipped_too() -> None:
    named = {
        word
        for path in resource("procedures", "fr").glob("*.toml")
        for word in path.read_text(encoding="utf-8").replace('"', " ").replace(",", " ").split()
        if len(word) == 3 and word[0] == "F" and word[1:].isdigit()
    }
    assert named
    assert named <= set(shipped("fr"))
