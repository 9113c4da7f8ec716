from __future__ import annotations

from io import BytesIO

import openpyxl

from referent_desk.domain.imports.kinds import Field
from referent_desk.exchange.lists import ListOptions, SourceList
from referent_desk.exchange.lists_beside import list_in_file
from referent_desk.exchange.spreadsheets import workbook_of

SOFTWARE = (("Logiciel", "Référent"), ("EASILY", "N. Lefèvre"))
STAFF = (("ÉQUIPE",), (), ("Nom", "Prénom", "Horaires"), ("LEFÈVRE", "Nadège", "lun-ven"))
NUMBERS = (("Service", "N°"), ("Standard", "9"), ("Labo", "43 21"), ("DSI", "4800"))


def listed(sheet: str, *, hidden: str = "") -> SourceList:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, rows in (("Logiciels", SOFTWARE), ("Équipe", STAFF), ("N° utiles", NUMBERS)):
        made = book.create_sheet(name)
        made.sheet_state = "hidden" if name == hidden else "visible"
        for row in rows:
            made.append(row)
    file = BytesIO()
    book.save(file)
    return list_in_file(workbook_of(file.getvalue(), "liste.xlsx"), ListOptions(sheet=sheet))


def test_a_list_of_software_knows_the_staff_of_the_other_sheets_of_its_file() -> None:
    (line,) = listed("Logiciels").beside
    assert (line.text(Field.LAST_NAME), line.text(Field.FIRST_NAME)) == ("LEFÈVRE", "Nadège")


def test_a_list_that_names_nobody_and_a_hidden_sheet_tell_nothing_of_people() -> None:
    assert listed("N° utiles").beside == ()
    assert listed("Logiciels", hidden="Équipe").beside == ()
