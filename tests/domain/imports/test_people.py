from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.directory import DirectoryEntry, LineType
from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.families import NameOrder
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.names import split_full_name
from referent_desk.domain.imports.plans import plan_import
from referent_desk.domain.imports.reports import Concern, SourceLine, remark
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.people import Person
from tests.domain.import_ledgers import NORTH, codes, line, new_id, outcomes, plan, stored_again

STAFF, DIRECTORY = ImportKind.STAFF, ImportKind.DIRECTORY
SAME = Reply(Choice.SAME)
NODES = (NORTH, Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north", code="0412"))


def ledger(*people: Person, entries: tuple[DirectoryEntry, ...] = ()) -> Ledger:
    return make_ledger(nodes=NODES, people=people, entries=entries)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LE GUEN Maëlle", ("LE GUEN", "Maëlle")),
        ("Maëlle LE GUEN", ("LE GUEN", "Maëlle")),
        ("Mme LE GUEN Maëlle", ("LE GUEN", "Maëlle")),
        ("M. le Dr MARTIN Paul", ("MARTIN", "Paul")),
        ("Pr O'BRIEN Sinéad", ("O'BRIEN", "Sinéad")),
        ("d’Urville Anne", ("d’Urville Anne", "")),
        ("MARTIN", ("MARTIN", "")),
        ("Jean MARTIN Paul", ("Jean MARTIN Paul", "")),
    ],
)
def test_a_full_name_is_split_only_where_capitals_tell(text: str, names: tuple[str, str]) -> None:
    assert split_full_name(text) == names


@pytest.mark.parametrize(
    ("text", "order", "names"),
    [
        ("Roche Catherine", NameOrder.LAST_FIRST, ("Roche", "Catherine")),
        ("Dr Vasseur Philippe", NameOrder.LAST_FIRST, ("Vasseur", "Philippe")),
        ("Nguyen Thi Mai", NameOrder.LAST_FIRST, ("Nguyen", "Thi Mai")),
        ("Le Goff Maëlle", NameOrder.LAST_FIRST, ("Le Goff", "Maëlle")),
        ("Da Costa Inês", NameOrder.LAST_FIRST, ("Da Costa", "Inês")),
        ("Le Goff", NameOrder.LAST_FIRST, ("Le Goff", "")),
        ("Roche, Catherine", NameOrder.LAST_FIRST, ("Roche", "Catherine")),
        ("Mme Diallo", NameOrder.LAST_FIRST, ("Diallo", "")),
        ("Catherine ROCHE", NameOrder.LAST_FIRST, ("ROCHE", "Catherine")),
        ("Catherine Roche", NameOrder.FIRST_LAST, ("Roche", "Catherine")),
        ("Thi Mai Nguyen", NameOrder.FIRST_LAST, ("Nguyen", "Thi Mai")),
        ("Maëlle Le Goff", NameOrder.FIRST_LAST, ("Le Goff", "Maëlle")),
        ("Roche", NameOrder.FIRST_LAST, ("Roche", "")),
    ],
)
def test_where_capitals_tell_nothing_the_order_counts_that_the_title_gives(
    text: str, order: NameOrder, names: tuple[str, str]
) -> None:
    assert split_full_name(text, order) == names


@pytest.mark.parametrize("name", ["Diallo Aminata", "Aminata Diallo", "Mme Diallo Aminata"])
def test_who_is_known_by_the_last_name_alone_may_be_the_one_named_in_full(name: str) -> None:
    book = ledger(Person("p", "Diallo"))
    lines = [line(2, full_name=name, telephone="4320")]
    (asked,) = plan(STAFF, lines, stored_again(book)).lines[0].asked
    assert asked.question.code == "near_name"
    answers = Answers().with_reply(2, asked.question, Reply(Choice.SAME))
    plan_import(STAFF, lines, book, Choices("Hôpital Nord", answers=answers), new_id)
    (person,) = book.people
    assert (person.last_name, person.first_name, person.telephone) == ("Diallo", "Aminata", "4320")


def test_who_is_named_by_the_title_of_the_column_is_the_one_known_by_the_last_name() -> None:
    book = ledger(Person("p", "Diallo"))
    titled = replace(line(2, full_name="Diallo Aminata"), name_order=NameOrder.LAST_FIRST)
    (asked,) = plan(STAFF, [titled], stored_again(book)).lines[0].asked
    answers = Answers().with_reply(2, asked.question, Reply(Choice.SAME))
    plan_import(STAFF, [titled], book, Choices("Hôpital Nord", answers=answers), new_id)
    assert [person.full_name for person in book.people] == ["Aminata Diallo"]
    assert outcomes(plan(STAFF, [titled], stored_again(book))) == ["unchanged"]


def test_a_whole_name_in_capitals_that_is_known_so_is_never_doubled() -> None:
    book = ledger(Person("p", "KARIM BENALI"))
    titled = replace(line(2, full_name="KARIM BENALI"), name_order=NameOrder.LAST_FIRST)
    assert outcomes(plan(STAFF, [titled], book)) == ["unchanged"]
    assert [person.full_name for person in book.people] == ["KARIM BENALI"]


def test_one_person_spelled_twice_is_one_person() -> None:
    book = ledger()
    lines = [line(2, last_name="d’URVILLE", first_name="Anne-Cécile"),
             line(3, last_name="d'Urville", first_name="Anne-Cecile"),
             line(4, last_name="N DIAYE", first_name="Awa"),
             line(5, last_name="N'DIAYE", first_name="Awa")]  # fmt: skip
    assert outcomes(plan(STAFF, lines, book)) == ["added", "unchanged", "added", "unchanged"]
    assert len(book.people) == 2


def test_staff_without_a_place_work_where_the_file_is_said_to_come_from() -> None:
    book = ledger(Person("p1", "MOREAU", "Ada"), Person("p2", "ROUX", "Paul", department_id="d"))
    lines = [line(2, last_name="Petit", first_name="Léa"),
             line(3, last_name="Moreau", first_name="Ada"),
             line(4, last_name="Roux", first_name="Paul")]  # fmt: skip
    plan_import(STAFF, lines, book, Choices("Hôpital Nord", department_id="c"), new_id)
    places = {person.last_name: person.department_id for person in book.people}
    assert places == {"Petit": "c", "MOREAU": "c", "ROUX": "d"}


@pytest.mark.parametrize(
    ("last", "outcome", "code"),
    [
        ("-", "refused", "no_person"),
        ("Vacant", "refused", "vacant_post"),
        ("M. le Dr MARTIN (remplaçant)", "doubtful", "title_in_name"),
    ],
)
def test_what_is_no_name_is_not_stored(last: str, outcome: str, code: str) -> None:
    book = ledger()
    done = plan(STAFF, [line(2, last_name=last)], book)
    assert (outcomes(done), codes(done)) == ([outcome], [code])
    assert len(book.people) == 0


def test_a_name_without_first_name_may_be_somebody_known() -> None:
    book = ledger(Person("p", "N DIAYE", "Awa"))
    lines = [line(2, last_name="N'DIAYE"), line(3, last_name="N'DIAYE", first_name="A."),
             line(4, last_name="N'DIAYE", first_name="Moussa")]  # fmt: skip
    assert outcomes(plan(STAFF, lines, book)) == ["doubtful", "doubtful", "added"]


def test_staff_stand_in_known_departments_and_add_none() -> None:
    book = ledger()
    lines = [line(2, last_name="MARTIN", first_name="Paul", code="0412"),
             line(3, last_name="DURAND", first_name="Zoé", department="Dialyse")]  # fmt: skip
    done = plan(STAFF, lines, book)
    assert outcomes(done) == ["added", "added"]
    assert {p.last_name: p.department_id for p in book.people} == {"Martin": "c", "Durand": None}
    assert "unknown_department" in codes(done, 1)
    assert len(book.nodes) == 2


def test_nobody_is_placed_in_a_closed_department() -> None:
    closed = Node("d", NodeKind.DEPARTMENT, "Dialyse", "north", closed_on=date(2020, 1, 1))
    book = make_ledger(nodes=(*NODES, closed))
    done = plan(STAFF, [line(2, last_name="DURAND", department="Dialyse")], book)
    assert (outcomes(done), codes(done)) == (["added"], ["added", "place_closed"])
    assert [person.department_id for person in book.people] == [None]


def test_somebody_who_changed_department_is_shown_before_and_after() -> None:
    dialysis = Node("d", NodeKind.DEPARTMENT, "Dialyse", "north")
    book = make_ledger(nodes=(*NODES, dialysis), people=[Person("p", "MARTIN", "Paul",
                       department_id="d")])  # fmt: skip
    moved = line(2, last_name="MARTIN", first_name="Paul", department="Cardiologie")
    (change,) = plan(STAFF, [moved], book).lines[0].remarks
    assert (change.value("before"), change.value("after")) == ("Dialyse", "Cardiologie")


def test_namesakes_in_two_departments_are_asked_about() -> None:
    book = ledger()
    lines = [line(2, last_name="MARTIN", first_name="Paul", department="Cardiologie"),
             line(3, last_name="MARTIN", first_name="Paul", department="Dialyse")]  # fmt: skip
    assert outcomes(plan(STAFF, lines, book)) == ["doubtful", "doubtful"]
    assert len(book.people) == 0


def test_who_is_not_active_is_not_brought_in_and_of_somebody_known_it_is_asked() -> None:
    book = ledger(Person("p", "MARTIN", "Paul"))
    lines = [line(2, last_name="MARTIN", first_name="Paul", active=False),
             line(3, last_name="DURAND", first_name="Zoé", active=False)]  # fmt: skip
    done = plan(STAFF, lines, book)
    assert outcomes(done) == ["doubtful", "refused"]
    assert codes(done) == ["not_active_left"]
    assert book.people.get("p").left_on is None


def test_a_day_of_leaving_is_stored() -> None:
    book = ledger(Person("p", "MARTIN", "Paul"))
    left = line(2, last_name="MARTIN", first_name="Paul", left_on=date(2026, 12, 31))
    assert outcomes(plan(STAFF, [left], book)) == ["changed"]
    assert book.people.get("p").left_on == date(2026, 12, 31)


def test_a_number_belongs_to_the_establishment_unless_a_department_is_named() -> None:
    book = ledger()
    lines = [line(2, heading="Numéros utiles", label="Incendie", number="16"),
             line(3, label="Accueil", number="4127", code="0412", line_type="dect")]  # fmt: skip
    assert outcomes(plan(DIRECTORY, lines, book)) == ["added", "added"]
    entries = list(book.entries)
    assert [(e.owner_id, e.label, e.number) for e in entries] == [
        ("north", "Incendie", "16"), ("c", "Accueil", "4127"),
    ]  # fmt: skip
    assert entries[1].line_type is LineType.DECT
    assert outcomes(plan(DIRECTORY, lines, stored_again(book))) == ["unchanged", "unchanged"]


def test_a_number_that_changed_is_shown_before_and_after() -> None:
    book = ledger(entries=(DirectoryEntry("e", "north", "", "Incendie", "16"),))
    done = plan(DIRECTORY, [line(2, label="Incendie", number="18")], book)
    assert outcomes(done) == ["changed"]
    assert book.entries.get("e").number == "18"


@pytest.mark.parametrize(
    ("values", "damaged", "outcome", "code"),
    [
        ({"number": "16"}, False, "refused", "no_label"),
        ({"label": "Incendie"}, False, "refused", "no_number"),
        ({"label": "Incendie"}, True, "doubtful", "no_number"),
        ({"label": "Secrétariat", "number": "16", "department": "Dialyse"}, False, "doubtful",
         "unknown_department"),
    ],
)  # fmt: skip
def test_a_number_that_nobody_could_call_is_not_stored(
    values: dict[str, str], damaged: bool, outcome: str, code: str
) -> None:
    book = ledger()
    remarks = (remark(Concern.DAMAGE, "zero_lost", "C"),) if damaged else ()
    read = SourceLine(2, {Field(k): v for k, v in values.items()}, remarks)
    done = plan(DIRECTORY, [read], book)
    assert outcomes(done) == [outcome]
    assert code in codes(done)
    assert len(book.entries) == 0


def test_a_number_that_lost_its_first_zero_is_proposed_whole_and_not_taken_alone() -> None:
    book = ledger()
    lost = remark(Concern.DAMAGE, "zero_lost", "C", value="1 99 00 56 26")
    done = plan(DIRECTORY, [SourceLine(2, {Field.LABEL: "Incendie"}, (lost,))], book)
    (asked,) = done.lines[0].asked
    assert [offer.name for offer in asked.question.offers] == ["01 99 00 56 26"]
    assert len(book.entries) == 0


def test_what_stands_behind_a_full_name_is_the_role_where_no_column_says_it() -> None:
    book = ledger()
    lines = [
        line(2, full_name="Léa MORVAN IBODE"),
        line(3, full_name="Paul ROUX, manip radio", role="Cadre"),
    ]
    plan(STAFF, lines, book)
    assert [(p.full_name, p.role) for p in book.people] == [
        ("Léa Morvan", "IBODE"),
        ("Paul Roux", "Cadre"),
    ]


def test_a_member_of_the_staff_of_whom_the_list_is_not_sure_is_asked_about() -> None:
    book = ledger()
    done = plan(STAFF, [line(2, full_name="A-L MORVAN ???")], book)
    assert (outcomes(done), codes(done), len(book.people)) == (["doubtful"], ["unsure_person"], 0)


def test_who_is_called_the_same_in_two_lists_is_no_question() -> None:
    """A list of programs says `Sylvie Morel` in one cell, that of the staff says it in order."""
    known = Person("m", "Sylvie Morel", department_id="c")
    book = ledger(known)
    named = SourceLine(
        2, {Field.FULL_NAME: "Morel Sylvie", Field.TELEPHONE: "4300"}, (), NameOrder.LAST_FIRST
    )
    done = plan(ImportKind.STAFF, [named], book)
    assert [asked for each in done.lines for asked in each.asked] == []
    [person] = book.people
    assert person.telephone == "4300"


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        (Person("l", "Véro Lambert", department_id="c"), True),
        (Person("l", "Lambert", "Véro", department_id="c"), True),
        (Person("l", "Lambert", "Vé", department_id="c"), False),
        (Person("l", "Lamberti", "Véro", department_id="c"), False),
        (Person("l", "Lambert", "Paul", department_id="c"), False),
    ],
)
def test_whether_a_shortened_first_name_is_the_same_person_is_asked(
    known: Person, asked: bool
) -> None:
    book = ledger(known)
    done = plan(STAFF, [line(2, last_name="LAMBERT", first_name="Véronique")], book)
    assert (codes(done) == ["near_name"]) is asked
    if asked:
        [question] = [each.question for each in done.lines[0].asked]
        choices = Choices("Hôpital Nord", answers=Answers().with_reply(2, question, SAME))
        rows = [line(2, last_name="LAMBERT", first_name="Véronique")]
        plan_import(STAFF, rows, book, choices, new_id)
        assert [p.full_name for p in book.people] == ["Véronique Lambert"]


@pytest.mark.parametrize(
    ("telephone", "said"),
    [
        ("06 12 34 56 78 / DECT 4210", ["mobile_not_printed"]),
        ("06 12 34 56 78", ["mobile_not_printed"]),
        ("06 12 34 56 78 (pro)", []),
        ("4210", []),
    ],
)
def test_it_is_said_that_the_mobile_of_somebody_is_not_printed(
    telephone: str, said: list[str]
) -> None:
    done = plan(STAFF, [line(2, last_name="Marchand", telephone=telephone)], ledger())
    assert [code for code in codes(done) if code != "added"] == said


def test_a_mobile_in_the_column_of_those_that_are_carried_at_work_may_be_printed() -> None:
    book = ledger()
    done = plan(STAFF, [line(2, last_name="Marchand", dect="06 12 34 56 78")], book)
    assert codes(done) == ["added"]
    assert [person.telephone for person in book.people] == ["DECT 06 12 34 56 78"]
    assert outcomes(plan(STAFF, [line(2, last_name="Marchand", dect="06 12 34 56 78")], book)) == [
        "unchanged"
    ]


@pytest.mark.parametrize("whole", ["Sophie Guérin", "Guérin Sophie", "GUÉRIN SOPHIE"])
def test_a_name_that_nothing_split_is_split_by_the_list_of_staff(whole: str) -> None:
    book = ledger(Person("p", whole))
    lines = [line(2, last_name="GUÉRIN", first_name="Sophie", telephone="4213")]
    assert outcomes(plan(STAFF, lines, book)) == ["changed"]
    (person,) = book.people
    assert (person.last_name, person.first_name) == ("Guérin", "Sophie")
    assert outcomes(plan(STAFF, lines, stored_again(book))) == ["unchanged"]


def test_a_first_name_alone_splits_nothing() -> None:
    book = ledger(Person("p", "Sophie Guérin", "Anne"))
    plan(STAFF, [line(2, last_name="Guérin", first_name="Sophie")], book)
    assert book.people.get("p").full_name == "Anne Sophie Guérin"


@pytest.mark.parametrize(
    ("given", "telephone", "printed", "said"),
    [
        (
            {"telephone": "4401", "mobile": "06 39 98 10 01"},
            "4401 / 06 39 98 10 01",
            "4401",
            ["mobile_not_printed"],
        ),
        ({"mobile": "06 39 98 10 01"}, "06 39 98 10 01", "", ["mobile_not_printed"]),
        ({"mobile": "06 39 98 10 01 pro"}, "06 39 98 10 01 pro", "06 39 98 10 01 pro", []),
        ({"mobile": "6210"}, "6210", "6210", []),
        (
            {"telephone": "4401", "work_mobile": "06 39 98 10 01"},
            "4401 / 06 39 98 10 01 (pro)",
            "4401 / 06 39 98 10 01 (pro)",
            [],
        ),
        ({"telephone": "4401", "mobile": "01 45 00 12 34"}, "4401", "4401", ["not_stored"]),
    ],
)
def test_a_mobile_is_kept_and_only_printed_where_it_is_one_of_work(
    given: dict[str, str], telephone: str, printed: str, said: list[str]
) -> None:
    book = ledger()
    done = plan(STAFF, [line(2, last_name="Tanguy", **given)], book)
    assert [code for code in codes(done) if code != "added"] == said
    [person] = book.people
    assert (person.telephone, person.printed_telephone) == (telephone, printed)
