"""Numbers and words in one cell of a list of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.hotlines import TIMES, hotlines, numbers_apart
from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.kinds import Field, ImportKind, Value
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.imports.values import Damage, read_value
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.people import Person
from referent_desk.domain.texts import clean_line
from tests.domain.import_ledgers import NORTH, codes, line, new_id, outcomes, stored_again

Told = tuple[str, str, str]


def read(cell: str, **others: Value) -> SourceLine:
    value = read_value(Field.NUMBER, cell)
    assert not isinstance(value, Damage)
    return line(2, label="Labo", number=value, **others)


def taken(book: Ledger, row: SourceLine, answers: Answers | None = None) -> Plan:
    choices = Choices("Hôpital Nord", answers=answers or Answers())
    return plan_import(ImportKind.DIRECTORY, [row], book, choices, new_id)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("4501", [("Labo", "4501", "")]),
        ("poste 4501", [("Labo", "poste 4501", "")]),
        ("DECT 42.13", [("Labo", "DECT 42.13", "")]),
        ("+33 (0)4 77 12 34 80", [("Labo", "+33 (0)4 77 12 34 80", "")]),
        ("4455 ou bip 712", [("Labo", "4455 ou bip 712", "")]),
        ("4412 puis 4413", [("Labo", "4412 puis 4413", "")]),
        ("18 / int. 4444", [("Labo", "18 / int. 4444", "")]),
        ("18 interne : 5518", [("Labo", "18 / interne 5518", "")]),
        ("04 77 12 34 56 poste 1234", [("Labo", "04 77 12 34 56 poste 1234", "")]),
        ("4501 (8h-18h)", [("Labo", "4501", "8h-18h")]),
        ("4501 8 h 30-16 h 30", [("Labo", "4501", "8 h 30-16 h 30")]),
        ("4501 le matin seulement", [("Labo", "4501", "le matin seulement")]),
        ("biochimie 4501", [("Labo", "4501", "biochimie")]),
        ("bureau 214 : 4501", [("Labo", "4501", "bureau 214")]),
        ("bureau 4501", [("Labo", "4501", "bureau")]),
        ("2 lignes : 4501 et 4502", [("Labo", "4501", "2 lignes, et 4502")]),
        ("code client 48215 - 0800 94 12 12",
         [("Labo", "0800 94 12 12", "code client 48215")]),
        ("appeler le 4501", [("Labo", "appeler le 4501", "")]),
        ("15 (SAMU) ou 18 (pompiers)", [("Labo", "15", "SAMU"), ("Labo (pompiers)", "18", "")]),
        ("4501 puis demander la garde", [("Labo", "4501", "puis demander la garde")]),
        ("4501 / voir standard la nuit", [("Labo", "4501", "voir standard la nuit")]),
        ("4501 par le standard si pas de réponse",
         [("Labo", "4501", "par le standard si pas de réponse")]),
        ("9 (02 99 55 40 00 de l'extérieur)",
         [("Labo", "9", "02 99 55 40 00 de l'extérieur")]),
        ("4412 / 06 12 34 56 78 (IDE de coordination)",
         [("Labo", "4412", ""), ("Labo (IDE de coordination)", "06 12 34 56 78", "")]),
        ("PrescriNet 4141 ou 4142 le soir",
         [("Labo", "4141", "PrescriNet"), ("Labo (le soir)", "4142", "")]),
        ("4501 (jour), 4502 (nuit)", [("Labo", "4501", "jour"), ("Labo (nuit)", "4502", "")]),
        ("4501 / 4502 / garde 4503",
         [("Labo", "4501 / 4502", ""), ("Labo (garde)", "4503", "")]),
        ("3000 tapez 1", [("Labo", "3000 tapez 1", "")]),
        ("tapez 1 / tapez 2", [("Labo", "tapez 1 / tapez 2", "")]),
        ("1 interne / 2 externe", [("Labo", "1 interne / 2 externe", "")]),
        ("voir standard", [("Labo", "voir standard", "")]),
        ("passer par le 9", [("Labo", "passer par le 9", "")]),
        ("par le standard (9)", [("Labo", "par le standard (9)", "")]),
    ],
)  # fmt: skip
def test_a_cell_of_numbers_and_words_becomes_lines_with_their_remarks(
    cell: str, told: list[Told]
) -> None:
    book, row = make_ledger(nodes=(NORTH,)), read(cell)
    done = taken(book, row)
    assert outcomes(done) == ["added"]
    assert [(e.label, e.number, e.hours) for e in book.entries] == told
    assert "not_stored" not in codes(done)
    assert outcomes(taken(stored_again(book), row)) == ["unchanged"]


def test_words_beside_a_number_stand_before_the_remark_of_the_row() -> None:
    book = make_ledger(nodes=(NORTH,))
    taken(book, read("4501 (biochimie)", hours="8h-18h", remarks="fermé le dimanche"))
    assert [e.hours for e in book.entries] == ["8h-18h, biochimie, fermé le dimanche"]


def test_a_number_with_words_and_one_of_the_night_are_each_a_line() -> None:
    book = make_ledger(nodes=(NORTH,))
    taken(book, read("4501 (biochimie)", night="4502"))
    told = [(e.label, e.number, e.hours) for e in book.entries]
    assert told == [("Labo", "4501", "biochimie"), ("Labo (nuit)", "4502", "")]


def test_of_a_mobile_that_a_cell_calls_somebodys_own_it_is_asked() -> None:
    row = read("4412 / 06 12 34 56 78 (portable perso)")
    book = make_ledger(nodes=(NORTH,))
    asked = taken(book, row).lines[0].asked
    assert [each.question.code for each in asked] == ["private_number"]
    assert [e.number for e in book.entries] == ["4412"]
    answers = Answers().with_reply(2, asked[0].question, Reply(Choice.SAME))
    book = make_ledger(nodes=(NORTH,))
    taken(book, row, answers)
    assert [(e.number, e.private) for e in book.entries] == [
        ("4412", False), ("06 12 34 56 78", True)
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["-", "–", "/", "---", " - "])
@pytest.mark.parametrize("field", [Field.NUMBER, Field.NIGHT, Field.DECT, Field.SUPPORT_CONTACT])
def test_a_dash_where_a_number_would_stand_says_that_there_is_none(field: Field, cell: str) -> None:
    assert read_value(field, cell) == ""


@pytest.mark.parametrize("cell", ["à compléter", "?", "inconnu"])
def test_words_that_lead_to_nobody_are_no_number(cell: str) -> None:
    assert isinstance(read_value(Field.NUMBER, cell), Damage)


_NUMBERS = st.sampled_from(
    ("4501", "4502", "18", "9", "15", "poste 4501", "DECT 42.13", "bip 712", "06 12 34 56 78",
     "04.77.12.34.56", "+33 (0)4 77 12 34 80", "0800 94 12 12", "tél. : 4777", "int. 4444")
)  # fmt: skip
_SAID = st.sampled_from(
    ("", "(nuit)", "le soir", "(IDE de coordination)", "astreinte", "garde :", "8h-18h",
     "8 h 30-16 h 30", "24h/24", "voir standard", "par le standard si pas de réponse",
     "(lun-ven)", "tapez 1", "secrétariat", "interne", "de l'extérieur", "code client 48215",
     "à voir avec le bureau des entrées", "(7j/7, 7h-21h)", "support@labo.example")
)  # fmt: skip
_APART = st.sampled_from((" / ", " ou ", " puis ", ", ", " ; ", " - ", " ", " : "))
_CELLS = st.lists(st.tuples(_SAID, _NUMBERS, _SAID, _APART), min_size=1, max_size=3).map(
    lambda parts: clean_line("".join(f"{a} {n} {b}{apart}" for a, n, b, apart in parts))
)
_RUN = re.compile(r"0\d(?:[ .]\d\d){4}|\d+(?:\.\d+)*(?!\w|\s?h\b)")


def digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def runs(cell: str) -> list[str]:
    """What may be a number: three digits at least, that are no hours."""
    return [run for run in map(digits, _RUN.findall(TIMES.sub("_", cell))) if len(run) > 2]


@given(_CELLS)
def test_no_number_of_a_cell_is_lost(cell: str) -> None:
    value = read_value(Field.NUMBER, cell)
    if isinstance(value, Damage):  # named in the report, with the whole cell
        return
    book = make_ledger(nodes=(NORTH,))
    done = taken(book, line(2, label="Labo", number=value))
    told = [text for each in done.lines[0].remarks for _name, text in each.fields]
    held = [text for entry in book.entries for text in (entry.label, entry.number, entry.hours)]
    assert [run for run in runs(cell) if not any(run in digits(text) for text in held + told)] == []


@given(_CELLS)
def test_no_number_of_a_support_is_lost_on_paper(cell: str) -> None:
    lines = hotlines(cell)
    printed = [digits(text) for each in lines for text in (each.number, each.who, each.hours)]
    apart = digits(numbers_apart(cell))
    for run in runs(cell):
        plain = re.sub(r"^330?", "0", run)
        assert not lines or any(run in text or plain in text for text in printed)
        assert run in apart or plain in apart


def typed_before(
    label: str,
    number: str,
    purpose: Purpose,
    people: tuple[Person, ...] = (),
    edited: Iterable[tuple[str, str]] = (),
) -> Ledger:
    ward = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")
    entry = DirectoryEntry("typed", "c", "", label, number, purpose=purpose)
    return make_ledger(nodes=(NORTH, ward), entries=(entry,), people=people, edited=edited)


def taken_by_ward(book: Ledger, *rows: SourceLine) -> Plan:
    labels = ((Field.NIGHT, "Nuit / WE"),)
    choices = Choices("Hôpital Nord", department_id="c", labels=labels)
    return plan_import(ImportKind.DIRECTORY, rows, book, choices, new_id)


@pytest.mark.parametrize("called", ["Cadre de santé Mme Le Bihan", "Mme Le Bihan (cadre)"])
def test_a_number_that_was_typed_takes_the_name_that_the_list_has_for_it(called: str) -> None:
    book = typed_before("Cadre de santé", "44 10", Purpose.WARD_MANAGER)
    done = taken_by_ward(book, line(2, label=called, number="4410"))
    assert [(e.id, e.label, e.purpose) for e in book.entries] == [
        ("typed", called, Purpose.WARD_MANAGER)
    ]
    assert done.absent == ()
    assert "not_stored" not in codes(done)
    again = stored_again(book)
    assert outcomes(taken_by_ward(again, line(2, label=called, number="4410"))) == ["unchanged"]


def test_a_number_that_was_typed_and_answers_by_night_in_the_list_is_one_line() -> None:
    book = typed_before("DSI, astreinte", "0639982050", Purpose.IT_ON_CALL)
    row = line(2, label="DSI hotline", number="5050", night="06 39 98 20 50")
    done = taken_by_ward(book, row)
    assert [(e.label, e.purpose) for e in book.entries] == [
        ("DSI hotline (nuit/WE)", Purpose.IT_ON_CALL), ("DSI hotline", Purpose.NONE)
    ]  # fmt: skip
    assert done.absent == ()
    assert outcomes(taken_by_ward(stored_again(book), row)) == ["unchanged"]


@pytest.mark.parametrize("typed", ["34105", "34199"])
def test_whichever_number_of_who_is_on_duty_was_typed_the_day_and_the_night_are_told(
    typed: str,
) -> None:
    book = typed_before("Médecin de garde", typed, Purpose.PHYSICIAN)
    row = line(2, label="Interne de garde", number="34105", night="34199")
    taken_by_ward(book, row)
    assert sorted((e.label, e.number) for e in book.entries) == [
        ("Interne de garde", "34105"), ("Interne de garde (nuit/WE)", "34199")
    ]  # fmt: skip
    known = KnownNumbers(directory=book.entries)
    assert known.of(Purpose.PHYSICIAN) == "34105 (garde) · 34199 (nuit/WE)"
    assert outcomes(taken_by_ward(stored_again(book), row)) == ["unchanged"]


def test_somebody_of_the_staff_has_the_number_of_a_line_whose_typed_name_stays() -> None:
    manager = Person("r", "Roux", "Nathalie", department_id="c")
    kept = {("typed", "label")}
    book = typed_before("Cadre de santé", "6210", Purpose.WARD_MANAGER, (manager,), kept)
    taken_by_ward(book, line(2, label="Nathalie Roux (cadre)", number="6210"))
    assert [(e.label, e.number) for e in book.entries] == [("Cadre de santé", "6210")]
    assert [p.telephone for p in book.people] == ["6210"]


def test_somebody_who_is_there_at_night_alone_has_that_number_with_its_hours() -> None:
    nurse = Person("m", "Moreau", "Julien", department_id="c")
    book = typed_before("Standard", "9", Purpose.SWITCHBOARD, (nurse,))
    taken_by_ward(book, line(2, label="Julien Moreau", night="6216"))
    assert [p.telephone for p in book.people] == ["6216 (nuit/WE)"]


@pytest.mark.parametrize("remark", ["par le standard", "passer par le standard (9)"])
def test_of_a_row_without_a_number_the_remark_says_how_one_gets_through(remark: str) -> None:
    book = make_ledger(nodes=(NORTH,))
    row = line(2, label="Administrateur de garde", remarks=remark)
    assert outcomes(taken(book, row)) == ["added"]
    assert [(e.label, e.number, e.hours) for e in book.entries] == [
        ("Administrateur de garde", remark, "")
    ]
    assert outcomes(taken(stored_again(book), row)) == ["unchanged"]


def test_of_a_row_without_a_number_another_remark_leads_to_nobody() -> None:
    book = make_ledger(nodes=(NORTH,))
    done = taken(book, line(2, label="Administrateur de garde", remarks="liste affichée"))
    assert codes(done) == ["no_number"]
