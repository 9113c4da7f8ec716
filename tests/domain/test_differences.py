from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from referent_desk.domain.differences import Change, changes_in, compare, step_line
from referent_desk.domain.draft_warnings import Part
from referent_desk.domain.procedures import ProcedureText, Step
from tests.domain.test_drafts import TEXTS

BEFORE = ProcedureText(
    "Prescription",
    "After 15 minutes without an answer.",
    stops=("Printing the plan", "Alerts"),
    steps=(Step("Take the binder", "AMA", ("F25",), "Desk"), Step("Call the ward")),
)


def changed(before: ProcedureText, after: ProcedureText) -> list[tuple[Part, Change, str]]:
    return [
        (d.part, d.change, "".join(f"{p.change.value[0]}:{p.text}|" for p in d.pieces))
        for d in compare(before, after)
        if d.change is not Change.SAME
    ]


def test_equal_texts_do_not_differ() -> None:
    assert changed(BEFORE, BEFORE) == []


def test_a_word_that_changed_is_shown_within_its_line() -> None:
    after = replace(BEFORE, trigger="After 10 minutes without an answer.")
    assert changed(BEFORE, after) == [
        (Part.TRIGGER, Change.CHANGED, "s:After |r:15|a:10|s: minutes without an answer.|")
    ]


def test_a_blank_of_another_sort_is_no_difference() -> None:
    """A no-break space cannot be seen: a line that is marked and shows nothing is a riddle."""
    typed = replace(BEFORE, trigger="After  15 minutes\u00a0without an answer.")
    assert changed(BEFORE, typed) == []
    after = replace(typed, trigger=typed.trigger.replace("15", "10"))
    assert changed(BEFORE, after) == [
        (
            Part.TRIGGER,
            Change.CHANGED,
            "s:After  |r:15|a:10|s: minutes\u00a0without an answer.|",
        )
    ]


def test_a_line_added_and_one_taken_away_are_whole() -> None:
    after = replace(BEFORE, stops=("Printing the plan",), steps=(*BEFORE.steps, Step("Sign")))
    assert changed(BEFORE, after) == [
        (Part.STOPS, Change.REMOVED, "r:Alerts|"),
        (Part.STEPS, Change.ADDED, "a:Sign|"),
    ]


def test_a_line_that_says_something_else_is_one_taken_away_and_one_added() -> None:
    after = replace(BEFORE, stops=("Printing the plan", "Labels and wristbands"))
    assert [c for _p, c, _t in changed(BEFORE, after)] == [Change.REMOVED, Change.ADDED]


def test_a_step_moved_a_level_differs_though_its_words_do_not() -> None:
    after = replace(BEFORE, steps=(BEFORE.steps[0], replace(BEFORE.steps[1], level=2)))
    assert changes_in(compare(BEFORE, after)) == 1


def test_a_step_is_read_with_who_forms_and_place() -> None:
    assert step_line(BEFORE.steps[0]) == "AMA · Take the binder [F25] → Desk"


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_what_differs(
    before: ProcedureText, after: ProcedureText
) -> None:
    def read(without: Change) -> list[str]:
        lines = [
            "".join(p.text for p in d.pieces if p.change is not without)
            for d in compare(before, after)
            if d.change is not without
        ]
        return [" ".join(line.split()) for line in lines if line.split()]

    def lines_of(text: ProcedureText) -> list[str]:
        lines = [" ".join(d.pieces[0].text.split()) for d in compare(text, text)]
        return [line for line in lines if line]

    assert sorted(read(Change.ADDED)) == sorted(lines_of(before))
    assert read(Change.REMOVED) == lines_of(after)
