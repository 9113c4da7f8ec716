from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.hours import names_days, read_hours
from referent_desk.domain.imports.answers import Answers, Choice, Question, Reply
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.reports import Concern, SourceLine, remark
from referent_desk.domain.imports.runs import Choices
from tests.domain.import_ledgers import NORTH, codes, new_id, outcomes


def told(row: int, name: str, hours: str) -> SourceLine:
    """As the reader leaves a cell that it does not understand."""
    unread = remark(Concern.DAMAGE, "hours_not_understood", "D", field="working_hours", value=hours)
    return SourceLine(row, {Field.LAST_NAME: name}, (unread,))


def taken(book: Ledger, *hours: str, answers: Answers | None = None) -> Plan:
    lines = [told(row, f"Personne {chr(63 + row)}", text) for row, text in enumerate(hours, 2)]
    choices = Choices("Hôpital Nord", answers=answers or Answers())
    return plan_import(ImportKind.STAFF, lines, book, choices, new_id)


def asked_in(done: Plan) -> list[Question]:
    return [asked.question for line in done.lines for asked in line.asked]


@pytest.mark.parametrize(
    ("written", "proposed"),
    [("8h-16h", "lun-ven 8h-16h"), ("8h-12h / 13h-17h", "lun-ven 8h-12h / 13h-17h")],
)
def test_hours_that_may_be_those_of_every_weekday_are_asked_about(
    written: str, proposed: str
) -> None:
    done = taken(make_ledger(nodes=(NORTH,)), written)
    [question] = asked_in(done)
    assert (question.code, question.value("value")) == ("hours_in_part", written)
    assert [offer.name for offer in question.offers] == [proposed, ""]
    assert names_days(proposed)
    assert read_hours(proposed), "what is proposed can be taken"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("lun-ven", "hours_of_days"),
        ("lun mar jeu ven", "hours_of_days"),
        ("21h-7h", "hours_turn"),
        ("6h45-14h15", "hours_turn"),
        ("6h45-14h15 / 13h45-21h15", "hours_turn"),
        ("8h-15h / 13h-18h", "hours_turn"),
        ("roulement", "hours_turn"),
        ("5/8", "hours_turn"),
        ("2x8", "hours_turn"),
        ("alternance J/N", "hours_turn"),
        ("nuit", "hours_turn"),
        ("matin", "hours_turn"),
        ("en semaine", "hours_turn"),
    ],
)
def test_no_hours_are_made_up_of_days_and_nobody_in_a_rotation_is_asked_about(
    written: str, said: str
) -> None:
    book = make_ledger(nodes=(NORTH,))
    done = taken(book, written)
    assert asked_in(done) == []
    assert (outcomes(done), codes(done)) == (["added"], ["added", said])
    assert [person.working_hours for person in book.people] == [""]


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("lun-ven 8h-16h sauf mercredi", "1-2 08:00-16:00; 4-5 08:00-16:00"),
        ("lun-ven 8h-16h (absente le mercredi)", "1-2 08:00-16:00; 4-5 08:00-16:00"),
        ("lun-ven 8h-16h, pas mercredi a-m", "1-2 08:00-16:00; 3 08:00-12:00; 4-5 08:00-16:00"),
        ("9h-17h (lun, mar, jeu)", "1 09:00-17:00; 2 09:00-17:00; 4 09:00-17:00"),
        ("L-V 8h-16h", "1-5 08:00-16:00"),
        ("8h30-16h30 L à V", "1-5 08:30-16:30"),
        ("en semaine 8h-16h", "1-5 08:00-16:00"),
        ("tous les jours 7h-14h", "1-7 07:00-14:00"),
    ],
)
def test_days_and_hours_are_kept_however_a_ward_writes_them(written: str, stored: str) -> None:
    book = make_ledger(nodes=(NORTH,))
    done = taken(book, written)
    assert asked_in(done) == []
    assert [person.working_hours for person in book.people] == [stored]
    assert codes(done) == ["added"]


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("8h30-16h30, pas le mercredi", "lun, mar, jeu, ven 8h30-16h30"),
        ("8h30-16h30 sauf mercredi et vendredi", "lun, mar, jeu 8h30-16h30"),
    ],
)
def test_hours_without_days_are_proposed_without_those_on_which_they_are_not_there(
    written: str, proposed: str
) -> None:
    [question] = asked_in(taken(make_ledger(nodes=(NORTH,)), written))
    assert [offer.name for offer in question.offers] == [proposed, ""]
    assert read_hours(proposed), "what is proposed can be taken"


@pytest.mark.parametrize(
    "written", ["6h45-18h45, une semaine sur deux", "7h-19h 2 jours sur 4", "sauf mercredi"]
)
def test_hours_of_some_weeks_alone_are_made_to_be_of_none(written: str) -> None:
    book = make_ledger(nodes=(NORTH,))
    assert asked_in(taken(book, written)) == []
    assert [person.working_hours for person in book.people] == [""]


def test_hours_in_the_column_of_remarks_are_hours_where_no_other_has_them() -> None:
    book = make_ledger(nodes=(NORTH,))
    values = {Field.LAST_NAME: "Le Bihan", Field.REMARKS: "lun-ven 8h-16h"}
    choices = Choices("Hôpital Nord")
    done = plan_import(ImportKind.STAFF, [SourceLine(2, values)], book, choices, new_id)
    assert [person.working_hours for person in book.people] == ["1-5 08:00-16:00"]
    assert codes(done) == ["added", "absence_taken"]
    values = {Field.LAST_NAME: "Le Bihan", Field.REMARKS: "8h-16h"}
    book = make_ledger(nodes=(NORTH,))
    done = plan_import(ImportKind.STAFF, [SourceLine(2, values)], book, choices, new_id)
    assert [question.code for question in asked_in(done)] == ["hours_in_part"]


@pytest.mark.parametrize("more", [{Field.REMARKS: "en roulement"}, {Field.ROLE: "IDE de nuit"}])
def test_hours_of_a_rotation_that_another_column_names_are_not_asked_about(
    more: dict[Field, str],
) -> None:
    line = told(2, "Diallo", "8h-16h")
    line = replace(line, values={**line.values, **more})
    done = plan_import(
        ImportKind.STAFF, [line], make_ledger(nodes=(NORTH,)), Choices("Hôpital Nord"), new_id
    )
    assert asked_in(done) == []
    assert "hours_turn" in codes(done)


@pytest.mark.parametrize("written", ["100 %", "mi-temps", "congé mat. jusqu’en janvier", "à voir"])
def test_what_says_neither_days_nor_hours_is_not_asked_about_and_is_told(written: str) -> None:
    done = taken(make_ledger(nodes=(NORTH,)), written)
    assert asked_in(done) == []
    assert "hours_not_understood" in [r.code for r in done.lines[0].remarks]


def test_an_answer_counts_for_every_line_that_says_the_same() -> None:
    question = asked_in(taken(make_ledger(nodes=(NORTH,)), "8h-16h"))[0]
    answers = Answers().with_reply(2, question, Reply(Choice.TYPED, "lun-ven 7h30-15h30"))
    book = make_ledger(nodes=(NORTH,))
    done = taken(book, "8h-16h", "8h-16h", answers=answers)
    assert [p.working_hours for p in book.people] == ["1-5 07:30-15:30"] * 2
    assert outcomes(done) == ["added", "added"]
    assert "hours_not_understood" not in [r.code for r in done.lines[0].remarks]


def test_hours_that_are_still_not_whole_are_asked_again_and_may_be_left_out() -> None:
    question = asked_in(taken(make_ledger(nodes=(NORTH,)), "8h-16h"))[0]
    for reply, outcome in (
        (Reply(Choice.TYPED, "le matin"), "doubtful"),
        (Reply(Choice.PART), "added"),
    ):
        book = make_ledger(nodes=(NORTH,))
        done = taken(book, "8h-16h", answers=Answers().with_reply(2, question, reply))
        assert outcomes(done) == [outcome]
        assert [p.working_hours for p in book.people] == [""]
