"""A number is typed once: every sheet of the paper that names whom it reaches prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.check_codes import canonical_json
from referent_desk.domain.directory import Purpose
from referent_desk.domain.first_steps import FirstSteps, FunctionWish
from referent_desk.domain.listings import Listing
from referent_desk.domain.procedures import UNFILLED
from referent_desk.domain.records import RecordKind
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.binder_gathering import gather
from referent_desk.usecases.binders import preview_binder
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_drills import fill_demo_drills
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.first_steps import begin_department, offer_first_steps
from referent_desk.usecases.local_values import asked_local_values
from referent_desk.usecases.missing_numbers import list_missing_numbers
from referent_desk.usecases.records import add_record, edit_field, list_records
from referent_desk.usecases.software import list_software
from referent_desk.usecases.tasks import list_tasks
from tests.paper.pdfs import page_texts
from tests.usecases.homes import CLOCK, demo_desk

TYPED = {
    "Pharmacie": "4212",
    "Cadre de santé": "3301",
    "Médecin de garde": "66310",
    "Astreinte informatique": "4500",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    opened = open_desk(Home(tmp_path / "home"), CLOCK)
    yield opened
    opened.close()


def ward(desk: Desk, software: str = "", role: str = "", own_telephone: str = "") -> str:
    [prescribing] = [f for f in offer_first_steps(desk).functions if f.code == "PRE"]
    steps = FirstSteps(
        "CH de Montclair",
        "Pneumologie 3B",
        functions=(FunctionWish(prescribing.id, software),),
        starters=frozenset({prescribing.id}),
        last_name="Lefèvre",
        role=role,
        own_telephone=own_telephone,
    )
    return begin_department(desk, steps).department.id


def add_number(desk: Desk, ward: str, label: str, number: str, purpose: str = "") -> None:
    typed = {"owner_id": ward, "label": label, "number": number, "purpose": purpose}
    add_record(desk, RecordKind.DIRECTORY_ENTRY, typed)


def add_use(desk: Desk, ward: str, software: str) -> None:
    [prescribing] = [f.id for f in offer_first_steps(desk).functions if f.code == "PRE"]
    use = {"software_id": software, "department_id": ward, "function_id": prescribing}
    add_record(desk, RecordKind.DEPLOYMENT, use)


def say(desk: Desk, ward: str, name: str, value: str) -> None:
    add_record(desk, RecordKind.LOCAL_VALUE, {"department_id": ward, "name": name, "value": value})


def sheets(desk: Desk, ward: str) -> dict[str, str]:
    """The text of each sheet, by its code."""
    texts: dict[str, str] = {}
    for text in page_texts(preview_binder(desk, ward).pdf):
        code = re.search(r"RD1 S \w+ (\S+) 0 \w{4} (.*)", text)
        assert code is not None
        texts[code[1]] = texts.get(code[1], "") + code[2]
    return texts


def blanks(desk: Desk, ward: str) -> dict[str, int]:
    """How many boxes to write in each sheet has, by its code."""
    with desk.database.read() as connection:
        gathered = gather(desk, connection, ward, None, desk.clock.now())
    contents = (sheet.content for sheet in gathered.numbered.sheets)
    return {c.code: canonical_json(c.body, "fr").count(UNFILLED) for c in contents}


@pytest.mark.parametrize(
    ("label", "codes"),
    [
        ("Pharmacie", {"PRE-01", "ANN-01"}),
        ("Cadre de santé", {"REF-01", "DEC-01", "ANN-01"}),
        ("Médecin de garde", {"REF-01", "DEC-01", "PRE-01", "ANN-01"}),
        ("Astreinte informatique", {"REF-01", "DEC-01", "PRE-01", "ANN-01"}),
    ],
)
def test_typed_once_in_the_directory_it_stands_wherever_it_is_asked_for(
    desk: Desk, label: str, codes: set[str]
) -> None:
    place = ward(desk)
    for name, number in TYPED.items():
        add_number(desk, place, name, number)
    printed = sheets(desk, place)
    assert {code for code, text in printed.items() if TYPED[label] in text} == codes


def test_no_sheet_has_a_blank_for_a_number_that_is_known(desk: Desk) -> None:
    place = ward(desk)
    before = blanks(desk, place)
    for name, number in TYPED.items():
        add_number(desk, place, name, number)
    left = blanks(desk, place)
    assert before["PRE-01"] - left["PRE-01"] == 3
    assert before["DEC-01"] - left["DEC-01"] == 3
    after = sheets(desk, place)
    assert "Astreinte informatique 4500" in after["PRE-01"]
    assert after["PRE-01"].count("4500") == 1


def test_a_number_with_a_purpose_fills_what_the_procedures_ask_for(desk: Desk) -> None:
    place = ward(desk)
    add_number(desk, place, "Dr Haddad", "66401", "physician")
    printed = sheets(desk, place)
    assert all("66401" in printed[code] for code in ("REF-01", "DEC-01", "PRE-01", "ANN-01"))


def test_what_the_department_says_itself_wins_on_every_sheet(desk: Desk) -> None:
    place = ward(desk)
    add_number(desk, place, "Médecin de garde", "66310")
    say(desk, place, "téléphone du médecin de garde", "66999")
    printed = sheets(desk, place)
    for code in ("REF-01", "DEC-01", "PRE-01"):
        assert "66999" in printed[code]
        assert "66310" not in printed[code]


def test_a_referent_who_is_the_ward_manager_is_called_as_such(desk: Desk) -> None:
    place = ward(desk, role="Cadre de santé", own_telephone="3301")
    printed = sheets(desk, place)
    assert "Cadre de santé · Référent logiciel Lefèvre 3301" in printed["REF-01"]
    assert printed["DEC-01"].count("3301") == 2
    add_number(desk, place, "Cadre de santé", "3400")
    assert "3400" in sheets(desk, place)["REF-01"]


def add_staff(desk: Desk, ward: str, name: str, role: str, telephone: str) -> str:
    typed = {"last_name": name, "role": role, "telephone": telephone, "department_id": ward}
    return add_record(desk, RecordKind.PERSON, typed).id


def test_the_ward_manager_of_the_staff_list_is_called_as_such_and_not_asked_for(desk: Desk) -> None:
    place = ward(desk)
    purposes = {missing.purpose for missing in list_missing_numbers(desk, place)}
    assert Purpose.WARD_MANAGER in purposes
    add_staff(desk, place, "Corre", "cadre", "5400")
    printed = sheets(desk, place)
    assert all("5400" in printed[code] for code in ("REF-01", "DEC-01"))
    assert "Cadre (Corre) 5400" in printed["ANN-01"]
    left = {missing.purpose for missing in list_missing_numbers(desk, place)}
    assert purposes - left == {Purpose.WARD_MANAGER}
    add_staff(desk, place, "Aubry", "Cadre de santé", "5402")
    assert "5400" not in sheets(desk, place)["REF-01"], "of two nothing says who is meant"


def test_the_mobile_of_a_ward_manager_is_not_printed_unasked(desk: Desk) -> None:
    place = ward(desk)
    add_staff(desk, place, "Corre", "cadre", "06 12 34 56 78")
    assert "06 12 34 56 78" not in " ".join(sheets(desk, place).values())


@pytest.mark.parametrize("role", ["Chef de service", "Cadre de santé"])
def test_the_mobile_of_a_referent_is_not_printed_unasked(desk: Desk, role: str) -> None:
    place = ward(desk, role=role, own_telephone="06 12 34 56 78 / DECT 4210")
    printed = sheets(desk, place)
    assert "06 12 34 56 78" not in " ".join(printed.values())
    assert all("DECT 4210" in printed[code] for code in ("REF-01", "DEC-01", "PRE-01"))


def test_the_staff_of_the_ward_stands_in_its_directory_with_role_and_number(desk: Desk) -> None:
    place = ward(desk)
    add_number(desk, place, "Secrétariat", "4215")
    for name, role, telephone in (
        ("Corre", "cadre", "5400"),
        ("Saïd", "Psychologue", "4219 / 6219"),
        ("Tisserand", "", "4 2 1 8"),
        ("Marchand", "PH", "06 12 34 56 78"),
        ("Le Bihan", "PH", "06 12 34 56 79 (astreinte)"),
        ("Kervella", "AMA", ""),
        ("Guyader", "AMA", "4215"),
    ):
        add_staff(desk, place, name, role, telephone)
    printed = sheets(desk, place)["ANN-01"]
    assert "Saïd · Psychologue 4219 / 6219" in printed
    assert "Tisserand 4218" in printed
    assert "Le Bihan · PH 06 12 34 56 79" in printed
    assert printed.count("5400") == 1, "the manager stands there by role"
    assert "Guyader · AMA 4215" in printed, "a post alone names nobody"
    assert not any(name in printed for name in ("Marchand", "Kervella"))
    add_number(desk, place, "Secrétariat : Mme Guyader", "4215")
    assert "Guyader · AMA 4215" not in sheets(desk, place)["ANN-01"]


def test_whoever_left_stands_in_no_directory(desk: Desk) -> None:
    place = ward(desk)
    left = add_staff(desk, place, "Saïd", "Psychologue", "4219")
    assert "4219" in sheets(desk, place)["ANN-01"]
    edit_field(desk, RecordKind.PERSON, left, "left_on", "21/11/2026")
    assert "4219" not in sheets(desk, place)["ANN-01"]


def test_two_referents_of_a_ward_are_named_on_its_first_sheets_and_at_every_foot(
    desk: Desk,
) -> None:
    place = ward(desk, own_telephone="5411")
    person_id = add_staff(desk, place, "Prigent", "AMA", "5415")
    office = {"person_id": person_id, "department_id": place, "rank": "main", "kind": "software"}
    add_record(desk, RecordKind.APPOINTMENT, office)
    printed = sheets(desk, place)
    both = r"Référent logiciel Prigent 5415 \d\. Référent logiciel Lefèvre 5411"
    assert re.search(both, printed["REF-01"])
    assert re.search(r"Prigent .* 5415 Référent logiciel Lefèvre 5411", printed["DEC-01"])
    assert printed["DEC-01"].count("Guide les collègues") == 1
    foot = "Référents : Prigent · 5415, Lefèvre · 5411"
    pages = page_texts(preview_binder(desk, place).pdf)
    assert all(foot in page for page in pages if "RD1 S" in page and "verso de" not in page)


def test_two_referents_and_two_deputies_of_a_program_stand_on_its_sheet(desk: Desk) -> None:
    place = ward(desk, "DxCare")
    [software] = list_software(desk, Listing()).rows
    people = (("Le Gall", "main", "5412"), ("Prigent", "main", "5415"),
              ("Bourdon", "deputy", "5413"), ("Kervella", "deputy", "5418"))  # fmt: skip
    for name, rank, telephone in people:
        person_id = add_staff(desk, place, name, "sage-femme", telephone)
        office = {"person_id": person_id, "department_id": place, "rank": rank, "kind": "software"}
        add_record(desk, RecordKind.APPOINTMENT, office | {"software_id": software.id})
    printed = sheets(desk, place)["PRE-01"]
    for name, rank, telephone in people:
        role = "Suppléant" if rank == "deputy" else "Référent logiciel"
        assert re.search(rf"{role}\S* {name} {telephone}", printed)


def test_the_binder_of_a_day_hospital_speaks_of_no_bed_and_no_night(desk: Desk) -> None:
    place = ward(desk)
    before = sheets(desk, place)
    assert "Pochette du lit" in before["CIR-01"]
    assert "F18" in before
    assert not {"F14", "F15"} & set(before)  # it needs prescribing alone
    assert not re.search("F14|F15", before["CIR-01"])
    edit_field(desk, RecordKind.NODE, place, "opening_hours", "lun-ven 8h-18h")
    edit_field(desk, RecordKind.NODE, place, "beds", "14 fauteuils")
    printed = sheets(desk, place)
    for code in ("REF-01", "CIR-01", "PRE-01"):
        said = printed[code].replace("Tableau des lits", "")  # the title of form F03
        assert not re.search(r"\blits?\b", said)
    assert "nuit" not in printed["REF-01"]
    assert set(before) - set(printed) == {"F18"}
    assert not re.search("F14|F15|F18", printed["CIR-01"])
    assert "14\u00a0places" in printed["COUV"].replace("14 places", "14\u00a0places")


def test_only_what_prints_as_dots_is_counted_as_blank(desk: Desk) -> None:
    place = ward(desk)
    [before] = [t for t in list_tasks(desk, place).tasks if t.code == "values_empty"]
    for name, number in TYPED.items():
        add_number(desk, place, name, number)
    [after] = [t for t in list_tasks(desk, place).tasks if t.code == "values_empty"]
    filled = {
        "téléphone de la pharmacie",
        "téléphone du cadre de santé",
        "téléphone du médecin de garde",
        "téléphone de l’astreinte informatique",
    }
    assert set(before.names) - set(after.names) == filled
    values = {value.name: value for value in asked_local_values(desk, place)}
    assert {name for name, value in values.items() if value.found} == filled
    assert values["téléphone de la pharmacie"].found == "4212"


def test_sheets_that_would_read_alike_are_told_apart_by_their_software(desk: Desk) -> None:
    place = ward(desk, "DxCare")
    other = add_record(desk, RecordKind.SOFTWARE, {"name": "Chimio+"}).id
    add_use(desk, place, other)
    listed = sheets(desk, place)["LISTE"]
    assert "Prescription des médicaments — Chimio+" in listed
    assert "Prescription des médicaments — DxCare" in listed


def test_a_hotline_is_in_the_directory_and_with_whose_it_is_where_a_line_holds_it(
    desk: Desk,
) -> None:
    """And on its sheet it is the software’s, where nobody said who makes it."""
    place = ward(desk, "DxCare")
    [software] = list_software(desk, Listing()).rows
    edit_field(
        desk, RecordKind.SOFTWARE, software.id, "support_contact", "Cellule DPI 4500 (24h/24)"
    )
    printed = sheets(desk, place)
    assert "Assistance des logiciels Cellule DPI (DxCare) · 24h/24 4500 " in printed["ANN-01"]
    assert "Assistance DxCare Cellule DPI, 24h/24 4500" in printed["PRE-01"]
    assert "éditeur" not in printed["PRE-01"]
    add_number(desk, place, "Hotline DSI", "45 00")
    held = sheets(desk, place)["ANN-01"]
    assert "Assistance des logiciels DxCare · Hotline DSI · 24h/24 4500 " in held
    assert "Cellule DPI" not in held


def test_what_a_program_says_beside_the_number_of_the_it_department_stands_on_its_sheet(
    desk: Desk,
) -> None:
    place = ward(desk, "DxCare")
    add_number(desk, place, "Hotline informatique", "3000")
    [software] = list_software(desk, Listing()).rows
    edit_field(desk, RecordKind.SOFTWARE, software.id, "support_contact", "3000 tapez 1")
    printed = sheets(desk, place)
    assert "Assistance DxCare tapez 1 3000 " in printed["PRE-01"]
    assert "Astreinte informatique 3000 " in printed["PRE-01"]
    assert "Assistance des logiciels DxCare · tapez 1 3000 " in printed["ANN-01"]


def test_a_line_that_is_called_like_the_program_is_not_said_twice(desk: Desk) -> None:
    place = ward(desk, "DxCare")
    [software] = list_software(desk, Listing()).rows
    edit_field(desk, RecordKind.SOFTWARE, software.id, "support_contact", "4500")
    add_number(desk, place, "DXCARE", "4500")
    assert "Assistance des logiciels" not in sheets(desk, place)["ANN-01"]


def test_the_it_department_that_a_list_of_programs_names_is_called_on_every_sheet(
    desk: Desk,
) -> None:
    place = ward(desk, "DxCare")
    [software] = list_software(desk, Listing()).rows
    contact = "Hotline DSI 5000 (7h30-19h) / astreinte 5099 la nuit"
    edit_field(desk, RecordKind.SOFTWARE, software.id, "support_contact", contact)
    printed = sheets(desk, place)
    for code in ("REF-01", "DEC-01", "PRE-01", "ANN-01"):
        assert re.search(r"\b5000\b.*\b5099\b", printed[code]), code
    missing = {each.purpose for each in list_missing_numbers(desk, place)}
    assert Purpose.IT_ON_CALL not in missing


def test_a_number_that_the_department_says_itself_stands_in_its_emergency_directory(
    desk: Desk,
) -> None:
    place = ward(desk)
    add_number(desk, place, "Médecin de garde", "66310")
    say(desk, place, "téléphone de la pharmacie", "4212 (8 h-18 h)")
    say(desk, place, "téléphone du cadre de garde", "4002")
    say(desk, place, "téléphone du médecin de garde", "66310")
    say(desk, place, "emplacement du téléphone de secours", "salle 4")
    say(desk, place, "téléphone du coursier", "4650 (jour) · 0612345678 (nuit)")
    say(desk, place, "téléphone du brancardage", "voir tableau")
    directory = sheets(desk, place)["ANN-01"]
    assert "Pharmacie · 8 h-18 h 4212" in directory
    assert "Cadre de garde 4002" in directory
    assert "Coursier · jour 4650" in directory
    assert "Coursier · nuit 06 12 34 56 78" in directory
    assert directory.count("66310") == 1, "a number that is there already is not said twice"
    assert "salle 4" not in directory
    assert "voir tableau" not in directory


def test_a_cover_says_where_the_binder_stands_when_its_copy_does_not(desk: Desk) -> None:
    place = ward(desk)
    say(desk, place, "emplacement du classeur", "Étagère rouge, salle de soins")
    with desk.database.read() as connection:
        places = [
            gather(desk, connection, place, copy, desk.clock.now()).stamp.copy_place
            for copy in (None, 1, 2)
        ]
    assert places == ["Étagère rouge, salle de soins"] * 2 + [""], "a second copy stands elsewhere"
    assert "Étagère rouge, salle de soins" in sheets(desk, place)["COUV"]


@pytest.mark.parametrize(
    ("support", "said", "unsaid"),
    [
        ("4444", "Astreinte informatique 4444", "Assistance"),
        ("poste 4444 (24 h)", "Astreinte informatique 4444", "Assistance"),
        ("4720", "Assistance Crossway 4720", "Dedalus"),
        ("01 99 00 71 10", "Assistance Crossway 01 99 00 71 10", "Dedalus"),
    ],
)
def test_of_no_support_is_it_said_whether_the_hospital_or_the_vendor_answers(
    desk: Desk, support: str, said: str, unsaid: str
) -> None:
    place = ward(desk, "Crossway")
    add_number(desk, place, "Astreinte informatique", "4444")
    [software] = list_software(desk, Listing()).rows
    for name, text in (("vendor", "Dedalus"), ("support_contact", support)):
        edit_field(desk, RecordKind.SOFTWARE, software.id, name, text)
    printed = sheets(desk, place)["PRE-01"]
    assert said in printed
    assert unsaid not in printed
    assert printed.count("4444") == 1


def use_of(desk: Desk, ward: str) -> str:
    [use] = list_records(desk, RecordKind.DEPLOYMENT, "department_id", ward)
    return use.id


def test_the_remark_of_a_use_stands_on_its_sheet(desk: Desk) -> None:
    """With a procedure and without one; and the sheet says why it is another one now."""
    place = ward(desk, "DxCare")
    before = sheets(desk, place)["PRE-01"]
    remark = "Lent le lundi ; les ordonnances sont dans le tiroir bleu"
    edit_field(desk, RecordKind.DEPLOYMENT, use_of(desk, place), "purpose", remark)
    printed = sheets(desk, place)["PRE-01"]
    assert f"Remarque du service : {remark}" in printed
    assert "Remarque du service" not in before
    edit_field(
        desk, RecordKind.DEPLOYMENT, use_of(desk, place), "purpose", "MdP : azerty, le mot de passe"
    )
    assert "azerty" not in " ".join(sheets(desk, place).values()), "paper is read by anybody"
    add_record(desk, RecordKind.SOFTWARE, {"name": "Agenda+"})
    [agenda] = [row for row in list_software(desk, Listing()).rows if row.name == "Agenda+"]
    use = {"software_id": agenda.id, "department_id": place, "purpose": "Planning de la salle"}
    add_record(desk, RecordKind.DEPLOYMENT, use)
    assert "Remarque du service : Planning de la salle" in sheets(desk, place)["LOG-01"]


@pytest.mark.parametrize(
    ("support", "on_call", "line"),
    [
        ("DSI 4500 (24h/24)", "", "Bureautique (courriers) · DSI · 24h/24 4500"),
        ("01 99 00 71 10 / 4720", "", "Bureautique (courriers) 01 99 00 71 10"),
        ("", "4444", "Bureautique (courriers) · DSI, astreinte 4444"),
        ("voir DSI", "4444", "Bureautique (courriers) · DSI, astreinte 4444"),
        (
            "voir DSI",
            "4444 (nuit)",
            (
                "Bureautique (courriers) · DSI 4440 ? inconnu "
                "Bureautique (courriers) DSI, astreinte · nuit 4444"
            ),
        ),
        ("", "", "Bureautique (courriers)"),
    ],
)
def test_a_program_without_a_sheet_is_named_in_the_directory_with_whom_to_call(
    desk: Desk, support: str, on_call: str, line: str
) -> None:
    place = ward(desk, "DxCare")
    assert "Logiciels sans feuillet" not in sheets(desk, place)["ANN-01"]
    if "(" in on_call:
        add_number(desk, place, "DSI", "4440")
        add_number(desk, place, "Astreinte informatique (nuit)", on_call.partition(" ")[0])
    elif on_call:
        add_number(desk, place, "Astreinte informatique", on_call)
    add_record(desk, RecordKind.SOFTWARE, {"name": "Bureautique", "support_contact": support})
    [office] = [row for row in list_software(desk, Listing()).rows if row.name == "Bureautique"]
    use = {"software_id": office.id, "department_id": place, "purpose": "courriers"}
    use_id = add_record(desk, RecordKind.DEPLOYMENT, use).id
    edit_field(desk, RecordKind.DEPLOYMENT, use_id, "outside", "yes")
    printed = sheets(desk, place)
    assert f"Logiciels sans feuillet dans ce classeur {line}" in printed["ANN-01"]
    assert "Assistance des logiciels" not in printed["ANN-01"], "it is said once"
    assert "LOG-01" not in printed


def test_every_binder_has_a_register_that_no_drill_puts_out_of_date(tmp_path: Path) -> None:
    demo = demo_desk(tmp_path)
    ward_id = showcase_department(demo)

    def registers() -> list[str]:
        with demo.database.read() as connection:
            gathered = gather(demo, connection, ward_id, None, demo.clock.now())
        sheets = (sheet.content for sheet in gathered.numbered.sheets)
        return [canonical_json(s.body, s.language) for s in sheets if s.code == "REG-01"]

    before = registers()
    assert len(before) == 1
    fill_demo_drills(demo)
    assert registers() == before
    demo.close()
