from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from referent_desk.domain.imports.families import NameOrder
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.errors import RefusedInput
from referent_desk.exchange.lists import ListOptions
from tests.exchange.spreadsheet_files import read, xlsx


def test_a_list_says_what_each_column_was_taken_for() -> None:
    found = read("N° UF;Service;Responsable\n0412;Cardiologie;Mme LE GUEN\n")
    assert found.kind is ImportKind.DEPARTMENTS
    assert [(c.letter, c.title, c.field) for c in found.columns] == [
        ("A", "N° UF", Field.CODE),
        ("B", "Service", Field.DEPARTMENT),
        ("C", "Responsable", Field.HEAD),
    ]
    (line,) = found.lines
    assert (line.row, dict(line.values)) == (
        2,
        {Field.CODE: "0412", Field.DEPARTMENT: "Cardiologie", Field.HEAD: "Mme LE GUEN"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "order"),
    [
        ("Nom Prénom", NameOrder.LAST_FIRST),
        ("NOM et prénom", NameOrder.LAST_FIRST),
        ("Noms, prénoms", NameOrder.LAST_FIRST),
        ("Prénom Nom", NameOrder.FIRST_LAST),
        ("Prénom et nom", NameOrder.FIRST_LAST),
        ("Agent", NameOrder.UNSAID),
    ],
)
def test_a_title_tells_the_order_of_the_names_below_it(title: str, order: NameOrder) -> None:
    told = ListOptions(ImportKind.STAFF, columns={title: Field.FULL_NAME})
    (line,) = read(f"{title};Fonction\nDiallo Aminata;IDE\n", told).lines
    assert line.name_order is order


def test_damage_is_listed_with_row_column_and_what_stood_there() -> None:
    found = read("Service;Téléphone;MAJ\nCardiologie;4,13E+03;31/02/2026\n")
    (line,) = found.lines
    assert dict(line.values) == {Field.DEPARTMENT: "Cardiologie"}
    assert [(r.code, r.column, r.value("value")) for r in line.remarks] == [
        ("scientific", "B", "4,13E+03"),
        ("impossible_date", "C", "31/02/2026"),
    ]


@pytest.mark.parametrize(
    ("titles", "kind", "field"),
    [
        ("Nom Prénom;Fonction;Tél;Présence", ImportKind.STAFF, Field.WORKING_HOURS),
        ("Nom Prénom;Fonction;Tél;Présent", ImportKind.STAFF, Field.WORKING_HOURS),
        ("Qui;Numéro;Quand", ImportKind.DIRECTORY, Field.HOURS),
    ],
)
def test_when_somebody_is_there_is_known_by_everyday_titles(
    titles: str, kind: ImportKind, field: Field
) -> None:
    cells = ";".join(["a"] * titles.count(";")) + ";8h-18h"
    found = read(f"{titles}\n{cells}\n")
    assert (found.kind, found.columns[-1].field) == (kind, field)


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ("Nom;Fonction;Poste\nLE GOFF Maëlle;Cadre;4210\nSAÏD Yasmine;IDE;4219\n", "full_name"),
        ("Nom;Fonction;Poste\nDE LA TOUR Anne-Sophie;Cadre;4210\nDIOP;IDE;4219\n", "full_name"),
        ("Nom;Fonction;Poste\nLE GOFF;Cadre;4210\nDIOP;IDE;4219\n", "last_name"),
        ("Nom;Fonction;Poste\nLe Goff;Cadre;4210\nDiop;IDE;4219\n", "last_name"),
        ("Nom;Prénom;Poste\nLE GOFF ép. Roy;Maëlle;4210\nN’GUESSAN Aya;Aya;4215\n", "last_name"),
        ("Nom;Nom complet;Poste\nDIOP Aya;Aya Diop;4210\nROY Léa;Léa Roy;4215\n", "last_name"),
    ],
)
def test_a_column_called_name_holds_the_first_name_too_where_its_cells_do(
    content: str, field: str
) -> None:
    found = read(content, ListOptions(ImportKind.STAFF))
    assert found.columns[0].field == Field(field)


def test_what_a_person_says_of_a_column_wins_over_the_guess() -> None:
    told = ListOptions(columns={"Service": Field.UNIT, "Pavillon": Field.DEPARTMENT})
    (line,) = read("Service;Pavillon\nAccueil;Urgences\n", told).lines
    assert dict(line.values) == {Field.UNIT: "Accueil", Field.DEPARTMENT: "Urgences"}


def test_a_kind_named_by_a_person_wins_over_the_guess() -> None:
    found = read("Service;Téléphone\nCardiologie;4127\n", ListOptions(ImportKind.DIRECTORY))
    (line,) = found.lines
    assert dict(line.values) == {Field.LABEL: "Cardiologie", Field.NUMBER: "4127"}


def test_columns_that_nobody_knows_can_be_named_without_titles_known() -> None:
    told = ListOptions(columns={"quoi": Field.SOFTWARE})
    found = read("qui;quoi\nmoi;Alpha\n", told)
    assert found.kind is ImportKind.SOFTWARE
    assert found.lines[0].values == {Field.SOFTWARE: "Alpha"}


@pytest.mark.parametrize(
    ("content", "options", "sentence"),
    [
        ("objet;position\nA;1\n", ListOptions(), "No title of a column is known in row 1"),
        ("Service;Code\nA;1\n", ListOptions(ImportKind.SOFTWARE), "no column from which software"),
        ("Service;Code\nA;1\n", ListOptions(columns={"Code": Field.NUMBER}), "no field number"),
        ("Service;Code\nA;1\n", ListOptions(sheet="Feuil9"), "no filled sheet"),
    ],
)
def test_a_list_that_cannot_be_understood_says_what_to_tell(
    content: str, options: ListOptions, sentence: str
) -> None:
    with pytest.raises(RefusedInput, match=sentence) as refusal:
        read(content, options)
    assert refusal.value.what_to_do


def test_the_sheet_that_is_understood_is_read_and_the_others_are_named() -> None:
    def shape(sheet: Any) -> None:
        sheet.parent.create_sheet("Paramètres").append(["clé", "valeur"])
        sheet.parent.create_sheet("Vide")
        sheet.parent.create_sheet("Services").append(["Service", "Pôle", "Lits"])

    content = xlsx([["note", "pour la DSI"]], shape, title="Notes")
    found = read(content)
    assert (found.sheet, found.other_sheets) == ("Services", ("Notes", "Paramètres"))


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (("Logiciel", "Référent"), "First"),
        (("Logiciel", "Remarques"), "Services"),
        (("clé", "valeur"), "Services"),
    ],
)
def test_of_two_lists_the_first_of_the_file_is_read_unless_it_is_none(
    first: tuple[str, str], expected: str
) -> None:
    def shape(sheet: Any) -> None:
        sheet.title = "First"
        made = sheet.parent.create_sheet("Services")
        made.append(["Service", "Pôle", "Lits", "Code"])
        made.append(["Cardiologie", "Médecine", 24, "C1"])

    assert read(xlsx([list(first), ["Orvane", "Anne Roux"]], shape)).sheet == expected


def test_a_sheet_is_named_without_regard_to_case_and_accents() -> None:
    content = xlsx([["Service"], ["Cardiologie"]], title="Été")
    assert read(content, ListOptions(sheet="ete")).sheet == "Été"


def test_a_version_that_the_spreadsheet_made_a_date_is_damage() -> None:
    content = xlsx([["Logiciel", "Version"], ["Alpha", datetime.fromisoformat("2026-06-04")]])
    (line,) = read(content).lines
    assert [r.code for r in line.remarks] == ["became_date"]
    assert dict(line.values) == {Field.SOFTWARE: "Alpha"}


def test_a_column_headed_uf_holds_codes_or_names() -> None:
    assert read("UF;Service\n0412;Cardiologie\n").lines[0].values[Field.CODE] == "0412"
    assert read("UF;Pôle\nAccueil;Pôle A\n").lines[0].values[Field.DEPARTMENT] == "Accueil"


def test_recovery_times_without_unit_are_minutes_only_where_programs_write_them() -> None:
    assert read("Logiciel;RTO\nAlpha;60\n").lines[0].values[Field.RECOVERY_TIME] == 60
    assert read("Logiciel;Délai de reprise (h)\nA;4\n").lines[0].values[Field.RECOVERY_TIME] == 240
    (line,) = read("Logiciel;Délai de reprise\nAlpha;4\n").lines
    assert [r.code for r in line.remarks] == ["no_unit"]


def test_names_come_through_as_typed() -> None:
    names = ["R&D", "<nom du cadre>", "Réa <néonatale> & USI", "µg", "💉", "l’Œil d'à côté",
             "=cmd|x", "é"]  # fmt: skip
    text = "Service;Code\n" + "".join(f"{name};{n}\n" for n, name in enumerate(names))
    read_back = [line.values[Field.DEPARTMENT] for line in read(text).lines]
    assert read_back == [*names[:-1], "é"]


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (("LE GOFF Maëlle", "BENALI Karim", "Roux Anne"), NameOrder.LAST_FIRST),
        (("Maëlle LE GOFF", "Karim BENALI", "Anne Roux"), NameOrder.FIRST_LAST),
        (("LE GOFF Maëlle", "Karim BENALI", "Roux Anne"), NameOrder.UNSAID),
        (("LE GOFF Maëlle", "MARTIN", "BENALI"), NameOrder.UNSAID),
    ],
)
def test_names_without_capitals_stand_in_the_order_of_the_others_of_their_column(
    cells: tuple[str, ...], order: NameOrder
) -> None:
    text = "Agent;Fonction\n" + "".join(f"{cell};IDE\n" for cell in cells)
    assert {line.name_order for line in read(text).lines} == {order}
