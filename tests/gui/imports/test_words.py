from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.domain.imports.answers import Choice, Offer, Question, Reply
from referent_desk.domain.imports.guides import GuideLine
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.mappings import ColumnTexts, mapping_warnings
from referent_desk.domain.imports.reports import (
    Concern,
    ImportReport,
    LineReport,
    Outcome,
    Remark,
    remark,
)
from referent_desk.exchange.import_names import field_name
from referent_desk.exchange.import_words import remark_sentence
from referent_desk.gui.imports.done_steps import next_step_text
from referent_desk.gui.imports.understood_words import (
    people_text,
    reason_of,
    said_of,
    unappointed_text,
    unnamed_text,
)
from referent_desk.gui.imports.words import (
    apply_text,
    asked_text,
    counts_text,
    filter_texts,
    kind_titles,
    offer_text,
    outcome_state,
    warning_text,
)
from referent_desk.gui.questions_imports import ImportWords

DOMAIN = Path(__file__).parents[3] / "referent_desk" / "domain"
WORDS = ImportWords(remark_sentence, field_name)
FIELDS = tuple((name, f"<{name}>") for name in ("name", "near", "code", "stored", "value", "row"))


def asked_codes() -> set[str]:
    """Every question that the code asks, with the answers that it may offer."""
    found = set()
    for path in (DOMAIN / "imports").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".ask", ".inquire")):
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    found.add(str(code.value))
    return found | {"finess_zero_lost", "vendor_or_department"}


CHOICES = {
    "near_name": (Choice.SAME, Choice.OTHER),
    "same_person": (Choice.SAME, Choice.OTHER),
    "note_or_entry": (Choice.SAME, Choice.PART),
    "unsure_vendor": (Choice.SAME, Choice.PART),
    "heading_or_entry": (Choice.SAME, Choice.PART),
    "code_twice": (Choice.SAME, Choice.OTHER),
    "code_of_several": (Choice.OTHER,),
    "code_differs": (Choice.SAME, Choice.OTHER),
    "name_differs": (Choice.SAME, Choice.OTHER),
    "contradiction": (Choice.SAME, Choice.OTHER, Choice.CHOSEN),
    "live_without_version": (Choice.PART,),
    "no_department": (Choice.PART,),
    "unknown_function": (Choice.PART, Choice.OTHER),
    "title_in_name": (Choice.SAME, Choice.OTHER),
    "namesakes": (Choice.SAME, Choice.OTHER),
    "unknown_department": (Choice.PART,),
    "vendor_or_department": (Choice.SAME,),
    "finess_zero_lost": (Choice.SAME, Choice.PART),
    "unknown_purpose": (Choice.PART, Choice.OTHER),
    "purpose_of_several": (Choice.PART, Choice.SAME, Choice.CHOSEN, Choice.OTHER),
    "purpose_doubled": (Choice.PART, Choice.SAME, Choice.OTHER),
    "unsure_person": (Choice.SAME, Choice.PART),
    "is_person": (Choice.SAME, Choice.PART),
    "several_people": (Choice.SAME, Choice.OTHER),
    "private_number": (Choice.SAME, Choice.OTHER),
    "not_active_left": (Choice.PART,),
    "hours_in_part": (Choice.PART,),
    "unknown_establishment": (Choice.PART,),
    "ambiguous": (),
    "no_number": (),
}


def test_every_question_that_is_asked_has_its_answers_here() -> None:
    assert asked_codes() == set(CHOICES)


@pytest.mark.parametrize("code", sorted(CHOICES))
def test_every_question_and_every_answer_is_said_in_words(code: str) -> None:
    offers = tuple(Offer(Reply(choice)) for choice in CHOICES[code])
    question = Question(code, FIELDS, offers)
    said = [asked_text(question, WORDS), *(offer_text(question, offer) for offer in offers)]
    for text in said:
        assert text
        assert not re.search(r"[{}]", text)


def test_both_of_two_numbers_are_offered_as_such() -> None:
    question = Question("contradiction", FIELDS, ())
    both = Offer(Reply(Choice.CHOSEN, "4512 / 4520"), "4512 / 4520")
    assert offer_text(question, both) == "Keep both: 4512 / 4520"


def test_what_is_chosen_is_called_by_its_name() -> None:
    offer = Offer(Reply(Choice.CHOSEN, "id"), "Soins — Pôle A")
    assert offer_text(Question("ambiguous", FIELDS, (offer,)), offer) == "Soins — Pôle A"


def line(outcome: Outcome, *remarks: Remark) -> GuideLine:
    return GuideLine(2, "Soins", LineReport(2, outcome, remarks), ("Soins",))


ADDED = remark(Concern.NOTE, "added", what="department", name="Soins")
CHANGE = remark(Concern.CHANGE, "changed", name="Soins", field="telephone", before="1", after="2")
LEFT = remark(Concern.REFUSAL, "left_by_hand")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((), ""),
        ((line(Outcome.UNCHANGED),), ""),
        ((line(Outcome.ADDED, ADDED),), "Add 1 line"),
        ((line(Outcome.DOUBTFUL, ADDED), line(Outcome.ADDED, ADDED)), "Add 2 lines"),
        ((line(Outcome.CHANGED, CHANGE),), "Change 1 line"),
        ((line(Outcome.ADDED, ADDED), line(Outcome.CHANGED, CHANGE)), "Add 1 line, change 1"),
    ],
)
def test_the_button_says_what_will_happen(lines: tuple[GuideLine, ...], text: str) -> None:
    assert apply_text(lines) == text


def test_a_line_left_out_by_hand_is_told_from_a_refused_one() -> None:
    """By its shape: neither is taken, and one word says so everywhere."""
    left, refused = outcome_state(line(Outcome.REFUSED, LEFT)), outcome_state(line(Outcome.REFUSED))
    assert left.shape is not refused.shape
    assert left.word == refused.word == "not taken"
    assert filter_texts(dict.fromkeys(Outcome, 1))[Outcome.REFUSED] == "Not taken 1"


def test_the_reason_of_a_line_is_its_question_then_what_changes() -> None:
    near = remark(Concern.DOUBT, "near_name", name="A", near="B")
    assert "nearly" in reason_of(line(Outcome.DOUBTFUL, CHANGE, near), WORDS)
    assert reason_of(line(Outcome.CHANGED, CHANGE), WORDS) == "telephone"
    assert reason_of(line(Outcome.UNCHANGED), WORDS) == ""


def test_what_is_kept_nowhere_of_a_line_is_told_before_what_it_changes() -> None:
    turn = remark(Concern.NOTE, "hours_turn", value="18h45-6h45")
    said = reason_of(line(Outcome.CHANGED, turn, CHANGE), WORDS)
    assert said.startswith("Working hours: “18h45-6h45”")
    assert said.endswith(" – telephone")


def test_no_sentence_of_the_guide_speaks_of_a_command() -> None:
    for code in ("no_establishment", "near_name"):
        assert "--" not in said_of(remark(Concern.DOUBT, code, name="A", near="B"), WORDS)


def test_every_warning_is_said_with_its_column() -> None:
    columns = [
        ColumnTexts(Field.DEPARTMENT, "A", ["1", "2", "3"]),
        ColumnTexts(Field.TELEPHONE, "B", ["12/01/2026"] * 3),
        ColumnTexts(Field.BEDS, "C", ["x", "y", "z"]),
        ColumnTexts(Field.BEDS, "D", ["1", "2", "3"]),
    ]
    warnings = mapping_warnings(columns)
    assert {warning.code for warning in warnings} == {
        "same_field_twice", "numbers_as_names", "days_as_numbers", "unreadable"
    }  # fmt: skip
    for warning in warnings:
        assert f"olumn{'s' * (warning.code == 'same_field_twice')} {warning.column}" in (
            warning_text(warning, WORDS)
        )


def test_every_kind_and_outcome_has_a_name() -> None:
    assert set(kind_titles()) == set(ImportKind)
    texts = filter_texts(dict.fromkeys(Outcome, 1000))
    assert texts[None] == "All 5,000"
    assert set(texts) == {None, *Outcome}


def test_what_became_of_the_lines_is_told_within_a_sentence() -> None:
    counts = {**dict.fromkeys(Outcome, 0), Outcome.ADDED: 1_200, Outcome.DOUBTFUL: 1}
    assert counts_text(counts) == ("1 question", "1,200 new")


def test_what_a_purpose_was_taken_for_stands_beside_the_line() -> None:
    taken = remark(Concern.NOTE, "functions_of_purpose", name="X", value="labo", stored="Imaging")
    part = remark(Concern.NOTE, "purpose_in_part", name="X", value="divers")
    assert reason_of(line(Outcome.ADDED, ADDED, taken), WORDS) == "Used for: Imaging."
    kind = remark(Concern.NOTE, "functions_of_kind", name="X", value="Imaging, Transport")
    assert reason_of(line(Outcome.ADDED, ADDED, kind), WORDS) == "Used for: Imaging, Transport."
    assert "divers" in reason_of(line(Outcome.ADDED, ADDED, taken, part), WORDS)


def test_software_whose_purpose_nobody_settled_is_named_at_the_end() -> None:
    open_one = remark(Concern.DOUBT, "unknown_purpose", name="Optim", value="bons")
    settled = remark(Concern.NOTE, "functions_of_purpose", name="Xplore", value="", stored="")
    lines = (LineReport(2, Outcome.DOUBTFUL, (open_one,)), LineReport(3, Outcome.ADDED, (settled,)))
    report = ImportReport("f", ImportKind.SOFTWARE, "", "", 1, (), (), lines, (), False)
    assert "Optim" in unnamed_text(report)
    assert "Xplore" not in unnamed_text(report)
    assert unnamed_text(replace(report, lines=lines[1:])) == ""


def test_who_was_named_and_not_appointed_is_said_at_the_end() -> None:
    kept = remark(Concern.KEPT, "referent_kept", name="Dr ROUX – Labo", stored="Dr MOREAU")
    lines = (LineReport(2, Outcome.ADDED, (ADDED, kept)), LineReport(3, Outcome.ADDED, (ADDED,)))
    report = ImportReport("f", ImportKind.SOFTWARE, "", "", 1, (), (), lines, (), False)
    assert "Dr ROUX – Labo" in unappointed_text(report)
    assert unappointed_text(replace(report, lines=lines[1:])) == ""


def test_many_people_are_counted_and_their_names_give_way() -> None:
    assert "Ada B." in people_text(("Ada B.",))
    many = people_text(tuple(f"Person {number}" for number in range(60)))
    assert "60" in many
    assert len(many) < 140


def test_after_a_staff_list_nobody_is_told_to_name_referents_of_departments() -> None:
    """Somebody answers for software, and another list may have named them already."""
    changed = frozenset({Kind.PEOPLE})
    report = ImportReport("f", ImportKind.STAFF, "", "", 1, (), (), (), (), False, changed)
    assert "of which software, where nobody is yet" in next_step_text(report)
