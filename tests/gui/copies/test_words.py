from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.copies import Copy, CopyEnd, Run, RunStage
from referent_desk.domain.sheet_states import CopyState, SheetState, SheetStatus
from referent_desk.gui.colour_dots import colour_of
from referent_desk.gui.copies.actions import Step, has_next
from referent_desk.gui.copies.count_words import count_text
from referent_desk.gui.copies.sheet_lists import why_text
from referent_desk.gui.copies.sheet_places import place_of
from referent_desk.gui.copies.shelf_sections import day_text, months_text, share_text
from referent_desk.gui.copies.words import (
    check_due_sentence,
    fact_sentences,
    group_word,
    proposal_sentence,
    revision_text,
    run_title,
    state_sentence,
    step_text,
)
from referent_desk.gui.copies.words import (
    copy_state as state_of,
)
from referent_desk.gui.places import Place, TabName
from tests.gui.stand_in_copies import (
    TODAY,
    WHY,
    StandInCopies,
    StandInProposal,
    copy_state,
    mark,
    outdated,
    run,
    sheet,
    shelf_check,
)
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_ins import HOSTILE

WAITS = SheetStatus.PRINTED_NOT_FILED
GONE = CopyState(Copy("c1", 1, closed_on=TODAY, closed_because=CopyEnd.LOST), ())


@pytest.mark.parametrize(
    ("state", "word", "begins"),
    [
        (GONE, "lost", "This copy is closed since 9\xa0November\xa02026: lost."),
        (copy_state(1, stage=None), "nothing printed", "Nothing has been printed for this copy"),
        (copy_state(1, *outdated()), "3 to replace", "3 sheets of 7 are not on the shelf"),
        (
            copy_state(1, sheet("A", WAITS), pending=run(), stage=RunStage.PREPARED),
            "prepared, not filed",
            "Print run 31 (2 replacement sheets) was prepared on 2\xa0November\xa02026. Nobody",
        ),
        (
            copy_state(1, sheet("A", WAITS), pending=run(), stage=RunStage.SENT),
            "sent, not filed",
            "Print run 31 (2 replacement sheets) was sent to the printer. Nobody has said",
        ),
        (
            copy_state(1, sheet("A", WAITS), pending=run(12), stage=RunStage.CONFIRMED),
            "printed, not filed",
            "Print run 12 (the whole binder, 2 sheets) lies on paper and waits to be filed.",
        ),
        (copy_state(1, sheet("A"), sheet("B")), "up to date", "All 2 sheets on the shelf are up"),
    ],
)
def test_where_a_copy_stands_is_a_word_and_a_sentence(
    state: CopyState, word: str, begins: str
) -> None:
    assert state_of(state).word == word
    assert state_sentence(state).startswith(begins)


@pytest.mark.parametrize(
    ("stage", "word"),
    [
        (RunStage.PREPARED, "prepared, not filed"),
        (RunStage.SENT, "sent, not filed"),
        (RunStage.CONFIRMED, "printed, not filed"),
    ],
)
def test_only_what_somebody_saw_on_paper_is_called_printed(stage: RunStage, word: str) -> None:
    assert group_word(sheet("A", WAITS), stage) == word


@pytest.mark.parametrize(
    ("stage", "word"),
    [(RunStage.PREPARED, "nothing printed"), (RunStage.CONFIRMED, "nothing filed")],
)
def test_an_empty_copy_has_nothing_to_replace(stage: RunStage, word: str) -> None:
    waits = replace(sheet("A", WAITS), shelf=None)
    empty = copy_state(
        3, waits, sheet("B", SheetStatus.NEVER_PRINTED), pending=run(12), stage=stage
    )
    assert state_of(empty).word == word
    assert state_sentence(empty).startswith("Nothing lies in this copy yet")


def test_what_waits_beside_what_has_changed_is_counted_with_it_everywhere() -> None:
    state = copy_state(
        2, *outdated(2), sheet("X", WAITS), sheet("Y", WAITS), pending=run(31),
        stage=RunStage.PREPARED,
    )  # fmt: skip
    assert state_of(state).word == "4 to replace"
    assert state_sentence(state).startswith("4 sheets of 8 are not on the shelf")
    shelf = replace(StandInCopies(StandInRecords()).state("d1"), copies=(state,))
    assert count_text(shelf) == "4 sheets out of date"


def forgetful(*sheets: SheetState, pending: Run | None = None) -> CopyState:
    stage = RunStage.PREPARED if pending else RunStage.FILED
    return replace(copy_state(1, *sheets, pending=pending, stage=stage), forgotten=True)


@pytest.mark.parametrize(
    ("state", "word", "begins"),
    [
        (forgetful(sheet("A")), "not certain", "A backup was put back"),
        (forgetful(*outdated()), "not certain", "A backup was put back"),
        (forgetful(sheet("A"), pending=run(31)), "not certain", "A backup was put back"),
        (forgetful(sheet("A"), pending=run(12)), "prepared, not filed", "Print run 12 (the whole"),
    ],
)
def test_of_what_a_backup_has_forgotten_nothing_is_called_right_until_all_is_printed(
    state: CopyState, word: str, begins: str
) -> None:
    assert state_of(state).word == word
    assert state_sentence(state).startswith(begins)
    assert has_next(state)


def test_a_sheet_that_a_check_did_not_find_is_called_missing_and_not_out_of_date() -> None:
    gone = replace(sheet("A", SheetStatus.OUT_OF_DATE), shelf=None)
    assert group_word(gone, RunStage.FILED) == "missing from the shelf"
    assert revision_text(gone) == "not there → rev. 4"
    assert group_word(sheet("A", SheetStatus.OUT_OF_DATE), RunStage.FILED) == "out of date"


def test_a_printing_that_does_not_hold_what_changed_since_is_named() -> None:
    state = copy_state(1, *outdated(), pending=run(31), stage=RunStage.PREPARED)
    assert state_sentence(state).endswith(
        "Print run 31, not filed yet, does not hold all of it: the next one takes its place."
    )


def test_the_four_facts_are_said_one_by_one() -> None:
    said = fact_sentences(run(31, sent=mark(printer="Office"), filed=mark()))
    assert said == (
        ("Prepared on 2\xa0November\xa02026, Ada Moreau", True),
        ("Sent to the printer Office on 9\xa0November\xa02026, Zoé Roy", True),
        ("Nobody has said that paper came out", False),
        ("Filed and signed on 9\xa0November\xa02026, Zoé Roy", True),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_said_letter_by_letter(text: str) -> None:
    marked = replace(mark(printer=text), who=text)
    said = fact_sentences(replace(run(31, sent=marked, confirmed=marked), who=text))
    assert all(text in sentence for sentence, is_fact in said if is_fact)


@pytest.mark.parametrize(
    ("step", "state", "replaced", "text"),
    [
        (Step.WHOLE, copy_state(1, stage=None), 0, "Print the &whole binder…"),
        (Step.WHOLE, copy_state(1, *outdated(25, 11)), 25, "Print the &whole binder (36 sheets)…"),
        (Step.REPLACE, copy_state(1, *outdated()), 3, "Print 3 &replacement sheets…"),
        (Step.REPLACE, copy_state(1, *outdated()), 1, "Print 1 &replacement sheet…"),
        (Step.REPLACE, copy_state(1, *outdated()), 0, "Print the s&lip of what is to be removed…"),
        (Step.CONFIRM, copy_state(1), 0, "The paper has &come out…"),
        (Step.FILE, copy_state(1), 0, "F&iled and signed…"),
    ],
)
def test_a_button_says_what_will_happen(
    step: Step, state: CopyState, replaced: int, text: str
) -> None:
    assert step_text(step, state, replaced) == text


@pytest.mark.parametrize(
    ("proposal", "begins"),
    [
        (StandInProposal(False, 0.2, 3, 0), ""),
        (StandInProposal(True, 0.68, 25, 2), "68 % of the sheets have changed: printing all"),
        (StandInProposal(True, 1.0, 40, 0, never_filed=True), "Nothing was ever filed in this"),
        (StandInProposal(True, 0.1, 3, 0, forgotten=True), "A backup was put back: sheets may lie"),
    ],
)
def test_why_everything_is_printed_is_said(proposal: StandInProposal, begins: str) -> None:
    assert proposal_sentence(proposal).startswith(begins)
    assert bool(proposal_sentence(proposal)) is bool(begins)


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (sheet("A"), "rev. 3"),
        (sheet("A", SheetStatus.OUT_OF_DATE), "rev. 3 → rev. 4"),
        (sheet("A", SheetStatus.NEVER_PRINTED), "not there → rev. 4"),
        (sheet("A", SheetStatus.TO_BE_REMOVED), "rev. 3"),
        (replace(sheet("A", SheetStatus.OUT_OF_DATE), wanted=(None, "P2Q8")), "rev. 3 → new"),
    ],
)
def test_the_old_and_the_new_number_stand_side_by_side(shown: SheetState, text: str) -> None:
    assert revision_text(shown) == text


def test_reasons_are_one_sentence() -> None:
    said = why_text(sheet("A", SheetStatus.OUT_OF_DATE, reasons=(WHY, WHY)))
    assert said[0].isupper()
    assert said.endswith(".")
    assert why_text(sheet("A")) == ""


@pytest.mark.parametrize(
    ("months", "due", "begins"),
    [
        (0, None, "The shelf is not checked by a calendar"),
        (1, None, "The shelf is checked once something has been filed."),
        (1, TODAY, "A check has been due since 9\xa0November\xa02026."),
        (1, date(2026, 12, 1), "Next check on 1\xa0December\xa02026."),
    ],
)
def test_when_the_shelf_is_checked_next_is_said(months: int, due: date | None, begins: str) -> None:
    shelf = replace(StandInCopies(StandInRecords()).state("d1"), months_between_checks=months)
    assert check_due_sentence(copy_state(1, check_due=due), shelf).startswith(begins)


def test_a_check_is_told_in_shares() -> None:
    check = shelf_check(missing=1)
    assert share_text(check.present, check) == "83 %, 5 of 6"
    assert [months_text(months) for months in (0, 1, 3)] == ["never", "every month",
                                                             "every 3 months"]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "colour"),
    [("rouge", "#c62828"), ("Bleu clair", "#1565c0"), ("à pois", ""), ("", "")],
)
def test_a_colour_is_known_by_its_word(word: str, colour: str) -> None:
    assert colour_of(word) == colour


@pytest.mark.parametrize(
    ("subject", "place"),
    [
        ("procedure:f1:s1", Place(TabName.PROCEDURES, ("f1", "s1"))),
        ("procedure:f1:", Place(TabName.PROCEDURES, ("f1", None))),
        ("software:s1", Place(TabName.SOFTWARE, ("s1",))),
        ("chapter:ANN", Place(TabName.DEPARTMENTS, ("d1",), None, "numbers")),
        ("chapter:DEC", Place(TabName.DEPARTMENTS, ("d1",), None, "local_values")),
        ("chapter:SEC", None),
        ("chapter:REG", None),
        ("cover", Place(TabName.DEPARTMENTS, ("d1",))),
        ("form:F05", None),
        ("list", None),
        ("", None),
    ],
)
def test_a_sheet_leads_to_what_it_is_made_of(subject: str, place: Place | None) -> None:
    assert place_of(subject, "d1") == place


@pytest.mark.parametrize(
    ("copies", "text"),
    [
        ((), ""),
        ((copy_state(1, sheet("A")),), ""),
        ((copy_state(1, *outdated()), copy_state(2, *outdated())), "3 sheets out of date"),
        ((copy_state(1, *outdated(), stage=None),), ""),
        ((copy_state(1, sheet("A", WAITS), pending=run()),), "1 sheet to be filed"),
        (
            (copy_state(1, sheet("A", WAITS), pending=run()), copy_state(2, *outdated(2))),
            "3 sheets out of date",
        ),
    ],
)
def test_the_last_line_counts_sheets_not_copies(copies: tuple[CopyState, ...], text: str) -> None:
    shelf = replace(StandInCopies(StandInRecords()).state("d1"), copies=copies)
    assert count_text(shelf) == text


def test_a_printing_is_named_with_what_it_holds() -> None:
    assert run_title(run(31)) == "Print run 31: 2 replacement sheets, 6 pages"


def test_a_second_check_of_one_day_says_that_it_is_one() -> None:
    first = shelf_check()
    second = replace(first, id="k2")
    checks = (second, first)
    assert day_text(first, checks) == day_text(first, (first,))
    assert day_text(second, checks) == f"{day_text(first, checks)}, no. 2"
