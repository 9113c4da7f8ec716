from __future__ import annotations

import re
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.kinds import FIELDS, Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.reports import LineReport, Outcome, SourceLine
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.imports.values import Damage, read_value
from referent_desk.domain.people import Person
from tests.domain.import_ledgers import FUNCTIONS, KINDS, NORTH, codes, line, new_id, plan

WARD = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")
LEAST: dict[ImportKind, dict[str, str]] = {
    ImportKind.DEPARTMENTS: {"department": "Cardiologie"},
    ImportKind.SOFTWARE: {"software": "Dx"},
    ImportKind.DEPLOYMENTS: {"software": "Dx", "department": "Cardiologie"},
    ImportKind.STAFF: {"last_name": "ROUX", "first_name": "Ada"},
    ImportKind.DIRECTORY: {"label": "Labo", "number": "4512"},
}
COLUMNS = [(kind, each) for kind in ImportKind for each in FIELDS[kind]]
CELLS = ("A-L Qwert ???", "???", "Qwert", "Zyx; Qwert ?", "Qwert (Zyx)", "Qwert > Zyx > Uvw > Rst")


def taken(kind: ImportKind, field: Field, text: str, *, ward: bool) -> tuple[LineReport, Ledger]:
    """One line with what it needs and that cell, read as a file is."""
    texts = {} if field is Field.FULL_NAME else dict(LEAST[kind])
    values = {}
    for name, cell in (texts | {field.value: text}).items():
        value = read_value(Field(name), cell, unit="min")
        if not isinstance(value, Damage) and value not in ("", ()):
            values[Field(name)] = value
    nodes = (NORTH, WARD) if ward else (NORTH,)
    book = make_ledger(nodes=nodes, kinds=KINDS, functions=FUNCTIONS)
    choices = Choices("Hôpital Nord", department_id=WARD.id if ward else "")
    source = SourceLine(2, values)
    done = plan_import(kind, [source], book, choices, new_id)
    return (done.lines[0] if field in values else LineReport(2, Outcome.REFUSED)), book


def stored(book: Ledger) -> str:
    shelves = (getattr(book, each.name) for each in fields(book))
    return " ".join(
        repr(list(s)) if hasattr(s, "before") else repr(s)
        for s in shelves
        if s not in (book.kinds, book.functions)
    )


def vanished(report: LineReport, book: Ledger, text: str) -> list[str]:
    """The words of a cell that neither the ledger nor the report of its line holds."""
    told = " ".join(value for remark in report.remarks for _name, value in remark.fields)
    words = re.findall(r"\w{3,}|\?\?\?", text)
    return [word for word in words if word not in told and word not in stored(book)]


@pytest.mark.parametrize("ward", [True, False])
@pytest.mark.parametrize(("kind", "field"), COLUMNS)
def test_no_cell_of_a_column_that_was_taken_vanishes_without_a_word(
    kind: ImportKind, field: Field, ward: bool
) -> None:
    for text in CELLS:
        report, book = taken(kind, field, text, ward=ward)
        if report.outcome not in {Outcome.REFUSED, Outcome.DOUBTFUL}:
            assert not vanished(report, book, text), (text, codes_of(report))


def codes_of(report: LineReport) -> list[str]:
    return [remark.code for remark in report.remarks]


@given(
    st.sampled_from(COLUMNS),
    st.lists(
        st.sampled_from(["Qwertyu", "Zyxwvut", "Azertyu", "?", "??", "Mme", "(", ")", "/", ";", ",",
                         "-", "+", "IDE", "sage-femme", "de", "4512", "✓", "|", ">", "&", "et"]),
        min_size=1, max_size=6,
    ),
    st.booleans(),
)  # fmt: skip
def test_no_words_of_any_cell_vanish(
    column: tuple[ImportKind, Field], parts: list[str], ward: bool
) -> None:
    text = " ".join(parts)
    report, book = taken(*column, text, ward=ward)
    if report.outcome in {Outcome.REFUSED, Outcome.DOUBTFUL}:
        return
    names = [word for word in parts if word in {"Qwertyu", "Zyxwvut", "Azertyu"}]
    assert not [name for name in names if vanished(report, book, name)]


def test_what_was_not_stored_is_named_with_its_column() -> None:
    book = make_ledger(nodes=(NORTH, WARD))
    done = plan(ImportKind.DEPARTMENTS, [line(2, department="Cardiologie", head="???")], book)
    assert codes(done) == ["not_stored"]
    assert dict(done.lines[0].remarks[0].fields) == {"field": "head", "value": "???"}


@pytest.mark.parametrize("sign", ["-", "–", "/", ".", "…", "--", "_", "néant"])
def test_what_says_that_there_is_nothing_is_not_reported(sign: str) -> None:
    book = make_ledger(nodes=(NORTH, WARD))
    done = plan(ImportKind.DEPARTMENTS, [line(2, department="Cardiologie", head=sign)], book)
    assert "not_stored" not in codes(done)


def test_a_text_that_many_lines_repeat_is_reported_once() -> None:
    book = make_ledger(nodes=(NORTH, WARD))
    lines = [line(row, last_name=f"N{row}", first_name="A", group="GHT X") for row in (2, 3)]
    done = plan(ImportKind.STAFF, lines, book)
    assert ("not_stored" in codes(done, 0), "not_stored" in codes(done, 1)) == (True, False)


@pytest.mark.parametrize("cell", ["N. Lefèvre", "Mme Lefèvre (SF)", "Lefèvre N. (sage-femme)"])
def test_somebody_who_was_taken_is_not_said_to_be_stored_nowhere(cell: str) -> None:
    """Though the list calls them shorter, or says with the name what they are."""
    staff = Person("p", "Lefèvre", "Nadège", role="Maïeuticienne", department_id="c")
    book = make_ledger(nodes=(NORTH, WARD), people=[staff])
    lines = [
        line(2, software="Chimio", referent="Nadège Lefèvre"),
        line(3, software="Orvane", referent=cell),
    ]
    choices = Choices("Hôpital Nord", department_id=WARD.id)
    done = plan_import(ImportKind.SOFTWARE, lines, book, choices, new_id)
    assert [each.person_id for each in book.appointments] == ["p", "p"]
    assert "not_stored" not in codes(done, 1)


def test_what_stands_beside_somebody_who_was_taken_is_still_named() -> None:
    book = make_ledger(nodes=(NORTH, WARD))
    lines = [line(2, software="Chimio", referent="Nadège Lefèvre (sauf mercredi)")]
    choices = Choices("Hôpital Nord", department_id=WARD.id)
    done = plan_import(ImportKind.SOFTWARE, lines, book, choices, new_id)
    assert not vanished(done.lines[0], book, "Nadège Lefèvre (sauf mercredi)")


def test_what_somebody_decided_on_is_not_reported_as_lost() -> None:
    lines = [
        line(2, software="Chimio", support_contact="4512"),
        line(3, software="Chimio", support_contact="4520"),
    ]

    def planned(answers: Answers) -> Plan:
        choices = Choices("Hôpital Nord", answers=answers)
        return plan_import(ImportKind.SOFTWARE, lines, make_ledger(), choices, new_id)

    [asked] = planned(Answers()).lines[1].asked
    done = planned(Answers().with_reply(3, asked.question, Reply(Choice.SAME)))
    assert "not_stored" not in codes(done)


@pytest.mark.parametrize(
    "text",
    ["Ada Roux (poste 4127)", "Ada Roux tél. 4127", "Ada Roux DECT 4127", "Ada Roux, bip 4127"],
)
@pytest.mark.parametrize("is_known", [True, False])
def test_the_word_for_a_number_that_is_stored_is_not_said_to_be_left(
    text: str, is_known: bool
) -> None:
    people = (Person("p", "Roux", "Ada", telephone="4127", department_id="c"),) if is_known else ()
    book = make_ledger(nodes=(NORTH, WARD), people=people)
    source = line(2, software="Dx", referent=text)
    choices = Choices("Hôpital Nord", department_id=WARD.id)
    done = plan_import(ImportKind.SOFTWARE, [source], book, choices, new_id)
    assert [(each.full_name, each.telephone) for each in book.people] == [("Ada Roux", "4127")]
    assert "not_stored" not in codes(done)
