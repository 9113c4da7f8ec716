from __future__ import annotations

from collections.abc import Sequence

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.directory import DirectoryEntry
from referent_desk.domain.imports.answers import (
    Answers,
    Choice,
    Offer,
    Question,
    Reply,
    Tick,
    chosen,
    is_alike,
    same_or_other,
)
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.reports import Concern, LineReport, Outcome, SourceLine, remark
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.people import Person
from referent_desk.domain.software import Software
from tests.domain.import_ledgers import FUNCTIONS, KINDS, NORTH, line, new_id

SAME, OTHER, PART = Reply(Choice.SAME), Reply(Choice.OTHER), Reply(Choice.PART)
SOUTH = Node("south", NodeKind.ESTABLISHMENT, "Hôpital Sud")


def department(node_id: str, name: str, code: str = "") -> Node:
    return Node(node_id, NodeKind.DEPARTMENT, name, "north", code=code)


def book(*nodes: Node, **more: Sequence[object]) -> Ledger:
    return make_ledger(nodes=(NORTH, *nodes), kinds=KINDS, functions=FUNCTIONS, **more)  # type: ignore[arg-type]


def tried(
    kind: ImportKind,
    lines: Sequence[SourceLine],
    ledger: Ledger,
    answers: Answers,
    establishment: str = "Hôpital Nord",
) -> Plan:
    return plan_import(kind, lines, ledger, Choices(establishment, answers=answers), new_id)


def answered(
    kind: ImportKind,
    lines: Sequence[SourceLine],
    make: object,
    *replies: Reply,
    establishment: str = "Hôpital Nord",
) -> tuple[Plan, Ledger]:
    """Each line's first open question gets the next reply, until no reply is left."""
    answers = Answers()
    for reply in replies:
        ledger = make()  # type: ignore[operator]
        done = tried(kind, lines, ledger, answers, establishment)
        row, question = next(
            (report.row, asked.question)
            for report in done.lines
            for asked in report.asked
            if asked.reply is None
        )
        assert question.allows(reply), question
        answers = answers.with_reply(row, question, reply)
    ledger = make()  # type: ignore[operator]
    return tried(kind, lines, ledger, answers, establishment), ledger


def outcome(report: LineReport) -> Outcome:
    return report.outcome


CARDIO = department("c", "Cardiologie", "0412")


@pytest.mark.parametrize(
    ("known", "cells", "reply", "expected", "names"),
    [
        ((CARDIO,), {"department": "Cardiologe"}, SAME, "unchanged", ["Cardiologie"]),
        ((CARDIO,), {"department": "Cardiologe"}, OTHER, "added", ["Cardiologe", "Cardiologie"]),
        ((CARDIO,), {"department": "Dialyse", "code": "0412"}, SAME, "changed", ["Dialyse"]),
        ((CARDIO,), {"department": "Dialyse", "code": "0412"}, OTHER, "added",
         ["Cardiologie", "Dialyse"]),
        ((CARDIO,), {"department": "Cardiologie", "code": "0500"}, SAME, "changed",
         ["Cardiologie"]),
        ((CARDIO,), {"department": "Cardiologie", "code": "0500"}, OTHER, "added",
         ["Cardiologie", "Cardiologie"]),
        ((CARDIO, department("d", "Dialyse", "0412")), {"department": "Soins", "code": "0412"},
         Reply(Choice.CHOSEN, "d"), "changed", ["Cardiologie", "Soins"]),
        ((CARDIO, department("d", "Dialyse", "0412")), {"department": "Soins", "code": "0412"},
         OTHER, "added", ["Cardiologie", "Dialyse", "Soins"]),
        ((CARDIO, department("d", "Cardiologie", "0500")), {"department": "Cardiologie"},
         Reply(Choice.CHOSEN, "d"), "unchanged", ["Cardiologie", "Cardiologie"]),
    ],
)  # fmt: skip
def test_an_answered_doubt_about_a_department_is_settled(
    known: tuple[Node, ...],
    cells: dict[str, str],
    reply: Reply,
    expected: str,
    names: list[str],
) -> None:
    lines = [line(2, **cells)]
    done, ledger = answered(ImportKind.DEPARTMENTS, lines, lambda: book(*known), reply)
    assert done.lines[0].outcome == expected
    assert sorted(n.name for n in ledger.nodes if n.kind is NodeKind.DEPARTMENT) == names
    assert all(asked.reply is not None for asked in done.lines[0].asked)


def test_a_new_code_that_was_confirmed_is_stored() -> None:
    lines = [line(2, department="Cardiologie", code="0500")]
    _done, ledger = answered(ImportKind.DEPARTMENTS, lines, lambda: book(CARDIO), SAME)
    assert ledger.nodes.get("c").code == "0500"


def test_one_answer_counts_for_every_line_that_asks_the_same() -> None:
    lines = [line(row, department="Cardiologe") for row in (2, 3, 4)]
    done, ledger = answered(ImportKind.DEPARTMENTS, lines, lambda: book(CARDIO), SAME)
    assert [report.outcome for report in done.lines] == [Outcome.UNCHANGED] * 3
    assert len(ledger.nodes) == 2


def test_two_departments_of_one_code_are_kept_apart_or_taken_for_one() -> None:
    lines = [line(2, department="Soins A", code="73"), line(3, department="Bloc B", code="73")]
    done, ledger = answered(ImportKind.DEPARTMENTS, lines, book, OTHER)
    assert [report.outcome for report in done.lines] == [Outcome.ADDED, Outcome.ADDED]
    assert len(ledger.nodes) == 3
    done, ledger = answered(ImportKind.DEPARTMENTS, lines, book, SAME)
    assert [report.outcome for report in done.lines] == [Outcome.ADDED, Outcome.UNCHANGED]
    assert [node.name for node in ledger.nodes] == ["Hôpital Nord", "Soins A"]


def test_two_spellings_of_a_code_are_one_question_and_its_answer_fits_other_pairs() -> None:
    names = ("Chirurgie", "Chir.", "Chirurgie", "Chir.")
    lines = [line(row, department=name, code="73") for row, name in enumerate(names, start=2)]
    lines += [line(8, department="Médecine", code="74"), line(9, department="Méd.", code="74")]
    asked = [
        (report.row, each.question)
        for report in tried(ImportKind.DEPARTMENTS, lines, book(), Answers()).lines
        for each in report.asked
    ]
    assert [row for row, _question in asked] == [3, 9]
    first, other = (question for _row, question in asked)
    assert (first.offers[0].reply, is_alike(first, other, SAME)) == (SAME, True)
    assert (first.value("near"), other.value("near")) == ("Chirurgie", "Médecine")
    ledger = book()
    answers = Answers().with_replies(asked, SAME)
    done = tried(ImportKind.DEPARTMENTS, lines, ledger, answers)
    assert [node.name for node in ledger.nodes] == ["Hôpital Nord", "Chirurgie", "Médecine"]
    assert not [report for report in done.lines if report.outcome is Outcome.DOUBTFUL]


def test_an_establishment_that_is_nearly_known_is_asked_for() -> None:
    lines = [line(2, establishment="Hopital Nortd", department="Soins")]
    same, ledger = answered(ImportKind.DEPARTMENTS, lines, book, SAME)
    assert (same.lines[0].outcome, len(ledger.nodes)) == (Outcome.ADDED, 2)
    other, ledger = answered(ImportKind.DEPARTMENTS, lines, book, OTHER)
    assert (other.lines[0].outcome, len(ledger.nodes)) == (Outcome.ADDED, 3)


def test_two_establishments_of_one_name_are_told_apart_by_choice() -> None:
    twin = Node("twin", NodeKind.ESTABLISHMENT, "Hôpital Nord", finess="010000024")
    lines = [line(2, department="Soins")]
    chosen = Reply(Choice.CHOSEN, "twin")
    done, ledger = answered(ImportKind.DEPARTMENTS, lines, lambda: book(twin), chosen)
    assert done.lines[0].outcome is Outcome.ADDED
    assert next(n for n in ledger.nodes if n.name == "Soins").parent_id == "twin"


@pytest.mark.parametrize(("reply", "count"), [(SAME, 1), (OTHER, 2)])
def test_software_that_is_nearly_known_is_the_same_or_another(reply: Reply, count: int) -> None:
    known = (Software("s", "ResUrgences"),)
    lines = [line(2, software="ResUrgence"), line(3, software="ResUrgence")]
    done, ledger = answered(ImportKind.SOFTWARE, lines, lambda: book(software=known), reply)
    assert len(ledger.software) == count
    assert done.lines[1].outcome is Outcome.UNCHANGED
    spelled = ledger.software.get("s").aliases
    assert spelled == (("ResUrgence",) if reply is SAME else ())


def test_a_function_that_is_not_known_is_chosen_or_left_for_later() -> None:
    lines = [line(2, department="Soins", software="Alpha", function=("Labo central",))]
    kind = ImportKind.DEPLOYMENTS
    done, ledger = answered(kind, lines, book, Reply(Choice.CHOSEN, "lab"))
    assert (done.lines[0].outcome, [d.function_id for d in ledger.deployments]) == (
        Outcome.ADDED,
        ["lab"],
    )
    _done, ledger = answered(kind, lines, book, PART)
    assert [d.function_id for d in ledger.deployments] == [""]


def test_software_without_a_department_can_be_taken_alone() -> None:
    lines = [line(2, software="Alpha", version=("7",))]
    done, ledger = answered(ImportKind.DEPLOYMENTS, lines, book, PART)
    assert (done.lines[0].outcome, len(ledger.software)) == (Outcome.ADDED, 1)


def test_of_several_versions_one_went_live() -> None:
    from datetime import date

    lines = [line(2, software="Alpha", version=("7", "8"), live_on=date(2026, 1, 12))]
    kind = ImportKind.SOFTWARE
    done, ledger = answered(kind, lines, book, Reply(Choice.CHOSEN, "8"))
    assert done.lines[0].outcome is Outcome.ADDED
    assert [ledger.releases.get(live.release_id).version for live in ledger.new_lives] == ["8"]
    done, ledger = answered(kind, lines, book, PART)
    assert (done.lines[0].outcome, ledger.new_lives) == (Outcome.ADDED, [])


CONTRADICTING = [line(2, department="Soins", telephone="4127"),
                 line(3, department="Soins", telephone="4128")]  # fmt: skip


@pytest.mark.parametrize(("reply", "number"), [(SAME, "4127"), (OTHER, "4128")])
def test_of_two_lines_that_contradict_each_other_one_counts(reply: Reply, number: str) -> None:
    done, ledger = answered(ImportKind.DEPARTMENTS, CONTRADICTING, book, reply)
    assert next(n for n in ledger.nodes if n.name == "Soins").telephone == number
    assert done.lines[1].outcome is (Outcome.CHANGED if reply is OTHER else Outcome.UNCHANGED)


@pytest.mark.parametrize(
    ("name", "reply", "stored"),
    [("Mme MARTIN (remplaçante)", SAME, "Martin"), ("Mme MARTIN", OTHER, "Mme Martin")],
)
def test_a_title_in_a_name_is_taken_away_or_kept(name: str, reply: Reply, stored: str) -> None:
    lines = [line(2, last_name=name, first_name="Ada")]
    done, ledger = answered(ImportKind.STAFF, lines, book, reply)
    assert done.lines[0].outcome is Outcome.ADDED
    assert [p.last_name for p in ledger.people] == [stored]


TWO_PLACES = [line(2, last_name="MARTIN", first_name="Ada", department="Soins"),
              line(3, last_name="MARTIN", first_name="Ada", department="Bloc")]  # fmt: skip


@pytest.mark.parametrize(("reply", "places"), [(SAME, ["a"]), (OTHER, ["a", "b"])])
def test_a_name_in_two_departments_is_one_person_or_namesakes(
    reply: Reply, places: list[str]
) -> None:
    wards = (department("a", "Soins"), department("b", "Bloc"))
    done, ledger = answered(ImportKind.STAFF, TWO_PLACES, lambda: book(*wards), reply)
    assert not {Outcome.DOUBTFUL, Outcome.REFUSED} & {report.outcome for report in done.lines}
    assert [p.department_id for p in ledger.people] == places
    people = list(ledger.people)
    again = tried(ImportKind.STAFF, TWO_PLACES, book(*wards, people=people), Answers())
    expected = Outcome.UNCHANGED if reply is OTHER else Outcome.DOUBTFUL
    assert {report.outcome for report in again.lines} == {expected}


@pytest.mark.parametrize(("reply", "count"), [(SAME, 1), (OTHER, 2)])
def test_somebody_known_by_an_initial_is_the_same_or_another(reply: Reply, count: int) -> None:
    known = (Person("p", "MARTIN", "A."),)
    lines = [line(2, last_name="MARTIN", first_name="Ada")]
    _done, ledger = answered(ImportKind.STAFF, lines, lambda: book(people=known), reply)
    assert len(ledger.people) == count
    assert ledger.people.get("p").first_name == ("Ada" if reply is SAME else "A.")


def test_of_two_persons_of_one_name_one_is_chosen() -> None:
    known = (Person("p", "MARTIN", "Ada"), Person("q", "MARTIN", "Ada"))
    lines = [line(2, last_name="MARTIN", first_name="Ada", role="AMA")]
    chosen = Reply(Choice.CHOSEN, "q")
    done, ledger = answered(ImportKind.STAFF, lines, lambda: book(people=known), chosen)
    assert (done.lines[0].outcome, ledger.people.get("q").role) == (Outcome.CHANGED, "AMA")


def damaged(row: int, label: str) -> SourceLine:
    lost = remark(Concern.DAMAGE, "truncated", "C", field="number", value="01 99")
    return SourceLine(row, {Field.LABEL: label}, (lost,))


@pytest.mark.parametrize(("typed", "expected"), [("4127", "added"), ("demander", "doubtful")])
def test_a_number_that_was_lost_is_typed(typed: str, expected: str) -> None:
    reply = Reply(Choice.TYPED, typed)
    lines = [damaged(2, "Incendie")]
    done, ledger = answered(ImportKind.DIRECTORY, lines, book, reply)
    assert done.lines[0].outcome == expected
    assert [e.number for e in ledger.entries] == (["4127"] if expected == "added" else [])


def test_a_number_of_an_unknown_department_may_hold_for_the_establishment() -> None:
    lines = [line(2, label="Incendie", number="18", department="Nulle part")]
    done, ledger = answered(ImportKind.DIRECTORY, lines, book, PART)
    assert done.lines[0].outcome is Outcome.ADDED
    owners: list[DirectoryEntry] = list(ledger.entries)
    assert [entry.owner_id for entry in owners] == ["north"]


def test_what_a_program_calls_outside_and_inside_can_be_a_department() -> None:
    both = remark(Concern.DOUBT, "vendor_or_department")
    lines = [SourceLine(2, {Field.DEPARTMENT: "Soins"}, (both,))]
    unanswered = tried(ImportKind.DEPARTMENTS, lines, book(), Answers())
    assert unanswered.lines[0].outcome is Outcome.DOUBTFUL
    done, _ledger = answered(ImportKind.DEPARTMENTS, lines, book, SAME)
    assert done.lines[0].outcome is Outcome.ADDED


@pytest.mark.parametrize(("reply", "finess"), [(SAME, "010000024"), (PART, "")])
def test_a_zero_that_was_lost_is_put_back_or_left_out(reply: Reply, finess: str) -> None:
    lost = remark(Concern.DAMAGE, "finess_zero_lost", "B", field="finess", value="10000024")
    values = {Field.ESTABLISHMENT: "Hôpital Est", Field.DEPARTMENT: "Soins"}
    lines = [SourceLine(2, values, (lost,))]
    done, ledger = answered(ImportKind.DEPARTMENTS, lines, lambda: book(SOUTH), reply)
    assert done.lines[0].outcome is Outcome.ADDED
    assert next(n for n in ledger.nodes if n.name == "Hôpital Est").finess == finess


def test_a_field_is_taken_or_left_by_its_tick() -> None:
    lines = [line(2, department="Cardiologie", telephone="4127", beds=12)]
    answers = Answers().with_turned(Tick(2, "telephone", "4127"))
    ledger = book(CARDIO)
    done = tried(ImportKind.DEPARTMENTS, lines, ledger, answers)
    stored = ledger.nodes.get("c")
    assert (stored.telephone, stored.beds) == ("", 12)
    assert "left_out" in {r.code for r in done.lines[0].remarks}
    assert answers.with_turned(Tick(2, "telephone", "4127")) == Answers()


def test_a_line_with_every_field_left_is_unchanged() -> None:
    lines = [line(2, department="Cardiologie", telephone="4127")]
    answers = Answers().with_turned(Tick(2, "telephone", "4127"))
    ledger = book(CARDIO)
    done = tried(ImportKind.DEPARTMENTS, lines, ledger, answers)
    assert done.lines[0].outcome is Outcome.UNCHANGED
    assert ledger.nodes.changed() == ()


def test_what_was_typed_by_hand_gives_way_only_to_its_tick() -> None:
    typed = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north", telephone="4000")
    lines = [line(2, department="Cardiologie", telephone="4127")]

    def ledger() -> Ledger:
        return make_ledger(nodes=(NORTH, typed), edited=(("c", "telephone"),))

    kept = ledger()
    tried(ImportKind.DEPARTMENTS, lines, kept, Answers())
    assert kept.nodes.get("c").telephone == "4000"
    taken = ledger()
    tried(ImportKind.DEPARTMENTS, lines, taken, Answers().with_turned(Tick(2, "telephone", "4127")))
    assert taken.nodes.get("c").telephone == "4127"


def test_a_line_that_is_left_out_does_nothing_and_says_so() -> None:
    lines = [line(2, department="Soins"), line(3, department="Bloc")]
    ledger = book()
    answers = Answers().with_left((2,), left=True)
    done = tried(ImportKind.DEPARTMENTS, lines, ledger, answers)
    assert [r.outcome for r in done.lines] == [Outcome.REFUSED, Outcome.ADDED]
    assert [r.code for r in done.lines[0].remarks] == ["left_by_hand"]
    assert answers.with_left((2,), left=False) == Answers()


def test_an_answer_that_is_not_offered_any_more_is_asked_again() -> None:
    question = Question("near_name", (("name", "A"),), same_or_other())
    gone = Answers().with_reply(2, question, Reply(Choice.CHOSEN, "gone"))
    assert gone.reply_to(2, question) is None
    assert Answers().with_reply(2, question, SAME).reply_to(99, question) == SAME
    assert Answers().with_reply(2, question, SAME).with_reply(2, question, None) == Answers()


def test_a_name_that_may_mean_several_is_answered_line_by_line() -> None:
    question = Question("ambiguous", (("name", "A"),), same_or_other())
    answers = Answers().with_reply(2, question, SAME)
    assert answers.reply_to(2, question) == SAME
    assert answers.reply_to(3, question) is None
    both = answers.with_replies([(3, question)], OTHER)
    assert (both.reply_to(2, question), both.reply_to(3, question)) == (SAME, OTHER)


def test_like_questions_take_a_like_answer() -> None:
    one = Question("near_name", (("name", "A"),), same_or_other())
    two = Question("near_name", (("name", "B"),), same_or_other())
    assert is_alike(one, two, SAME)
    assert not is_alike(one, two, Reply(Choice.CHOSEN, "x"))
    assert not is_alike(one, Question("ambiguous", (), same_or_other()), SAME)


def test_both_is_a_like_answer_only_where_the_two_are_the_same() -> None:
    offers = [(Offer(PART), *chosen((key, key) for key in keys)) for keys in ("ab", "ab", "ac")]
    one, two, three = (
        Question("purpose_of_several", (("name", str(place)),), each)
        for place, each in enumerate(offers)
    )
    assert is_alike(one, two, PART)
    assert not is_alike(one, three, PART)


def test_a_comparison_can_be_stopped() -> None:
    class Stopped(Exception):
        pass

    def stop(done: int) -> None:
        if done:
            raise Stopped

    lines = [line(row, department=f"Soins {row}") for row in range(2, 600)]
    with pytest.raises(Stopped):
        plan_import(ImportKind.DEPARTMENTS, lines, book(), Choices("Hôpital Nord"), new_id, stop)
