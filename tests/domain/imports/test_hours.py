from __future__ import annotations

import pytest

from referent_desk.domain.hours import names_days, read_hours
from referent_desk.domain.imports.answers import Answers, Choice, Question, Reply, is_alike
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.reports import Concern, SourceLine, remark
from referent_desk.domain.imports.runs import Choices
from tests.domain.import_ledgers import NORTH, new_id, outcomes


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
    [
        ("lun-ven", "lun-ven"),
        ("lun mar jeu ven", "lun mar jeu ven"),
        ("8h-16h", "lun-ven 8h-16h"),
        ("8h-12h / 13h-17h", "lun-ven 8h-12h / 13h-17h"),
        ("21h-7h", "21h-7h"),
        ("6h45-14h15", "6h45-14h15"),
        ("13h45-21h15", "13h45-21h15"),
        ("8h-15h / 13h-18h", "8h-15h / 13h-18h"),
        ("matin", ""),
        ("Après-midi", ""),
        ("nuit", ""),
        ("en semaine", "lun-ven"),
    ],
)
def test_days_without_hours_and_hours_without_days_are_asked_about_and_nothing_is_invented(
    written: str, proposed: str
) -> None:
    done = taken(make_ledger(nodes=(NORTH,)), written)
    [question] = asked_in(done)
    assert (question.code, question.value("value")) == ("hours_in_part", written)
    assert [offer.name for offer in question.offers] == [proposed, ""]
    if "lun-ven " in proposed:
        assert names_days(proposed)
        assert read_hours(proposed), "what is proposed can be taken"


@pytest.mark.parametrize("written", ["100 %", "mi-temps", "congé mat. jusqu’en janvier", "à voir"])
def test_what_says_neither_days_nor_hours_is_not_asked_about_and_is_told(written: str) -> None:
    done = taken(make_ledger(nodes=(NORTH,)), written)
    assert asked_in(done) == []
    assert "hours_not_understood" in [r.code for r in done.lines[0].remarks]


def test_an_answer_counts_for_every_line_that_says_the_same() -> None:
    question = asked_in(taken(make_ledger(nodes=(NORTH,)), "lun-ven"))[0]
    answers = Answers().with_reply(2, question, Reply(Choice.TYPED, "lun-ven 7h30-15h30"))
    book = make_ledger(nodes=(NORTH,))
    done = taken(book, "lun-ven", "lun-ven", answers=answers)
    assert [p.working_hours for p in book.people] == ["1-5 07:30-15:30"] * 2
    assert outcomes(done) == ["added", "added"]
    assert "hours_not_understood" not in [r.code for r in done.lines[0].remarks]


def test_whoever_works_in_a_rotation_is_answered_for_once() -> None:
    done = taken(make_ledger(nodes=(NORTH,)), "21h-7h", "6h45-14h15", "nuit")
    first, *others = asked_in(done)
    assert all(is_alike(first, other, Reply(Choice.PART)) for other in others)


def test_hours_that_are_still_not_whole_are_asked_again_and_may_be_left_out() -> None:
    question = asked_in(taken(make_ledger(nodes=(NORTH,)), "matin"))[0]
    for reply, outcome in (
        (Reply(Choice.TYPED, "le matin"), "doubtful"),
        (Reply(Choice.PART), "added"),
    ):
        book = make_ledger(nodes=(NORTH,))
        done = taken(book, "matin", answers=Answers().with_reply(2, question, reply))
        assert outcomes(done) == [outcome]
        assert [p.working_hours for p in book.people] == [""]
