from __future__ import annotations

from datetime import date, timedelta

import pytest

from referent_desk.domain.procedures import VerificationResult
from referent_desk.domain.verifications import (
    QUESTIONS,
    Answer,
    KnownRelease,
    ReleaseFault,
    answers_from,
    answers_json,
    is_no_version,
    proposed_result,
    release_fault,
    release_named,
)

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
RESULT = VerificationResult
_LETTERS = {"y": Answer.YES, "n": Answer.NO, "?": Answer.UNKNOWN}


def answers(letters: str) -> dict[str, Answer]:
    """`yyny?` in the order of the questions; a dash is no answer."""
    pairs = zip(QUESTIONS, letters, strict=True)
    return {code: _LETTERS[letter] for code, letter in pairs if letter != "-"}


@pytest.mark.parametrize(
    ("letters", "result"),
    [
        ("-----", None),
        ("yyyyy", RESULT.WORKED),
        ("????y", RESULT.WORKED),
        ("yyyy?", None),
        ("yyyy-", None),
        ("yyyyn", RESULT.PARTLY),
        ("n----", RESULT.PARTLY),
        ("ynyyy", RESULT.PARTLY),
        ("yynny", RESULT.PARTLY),
        ("nn---", RESULT.FAILED),
        ("ynnny", RESULT.FAILED),
        ("nnnnn", RESULT.FAILED),
    ],
)
def test_the_answers_propose_a_result(letters: str, result: VerificationResult | None) -> None:
    assert proposed_result(answers(letters)) is result


def test_answers_are_kept_as_they_were_given() -> None:
    given = answers("yn?-y")
    assert answers_from(answers_json(given)) == given
    assert answers_json({}) == ""
    assert answers_from("") == {}
    assert answers_from('{"screen":"yes","taste":"no"}') == {"screen": Answer.YES}


@pytest.mark.parametrize(
    ("live_in", "elsewhere", "tried_in", "fault"),
    [
        (-10, (), 0, None),
        (-10, (), -10, None),
        (-10, (), -11, ReleaseFault.NOT_YET_LIVE),
        (0, (), 0, None),
        (0, (), -1, ReleaseFault.NOT_YET_LIVE),
        (5, (), 0, None),
        (5, (), -9, None),
        (None, (), -9, None),
        (None, ("Sud",), 0, ReleaseFault.ELSEWHERE_ONLY),
        (-10, ("Sud",), 0, None),
    ],
)
def test_a_release_is_tried_from_its_first_day_or_before_it_where_it_is_announced(
    live_in: int | None, elsewhere: tuple[str, ...], tried_in: int, fault: ReleaseFault | None
) -> None:
    live_on = None if live_in is None else TODAY + live_in * DAY
    release = KnownRelease("r", "9.5", live_on, elsewhere)
    assert release_fault(release, TODAY + tried_in * DAY, TODAY) is fault


@pytest.mark.parametrize(
    ("typed", "found"),
    [("9.5", "a"), (" 9.5 ", "a"), ("r 9", "b"), ("R9", "b"), ("V 9", None), ("", None)],
)
def test_a_version_is_known_whatever_its_blanks_and_capitals(typed: str, found: str | None) -> None:
    known = (KnownRelease("a", "9.5"), KnownRelease("b", "R9"))
    release = release_named(typed, known)
    assert (release.id if release else None) == found


def test_of_two_spellings_of_one_version_the_exact_one_is_meant() -> None:
    known = (KnownRelease("a", "9.5B"), KnownRelease("b", "9.5b"))
    named = release_named("9.5b", known)
    assert named is not None
    assert named.id == "b"


@pytest.mark.parametrize(
    ("typed", "says_nothing"),
    [("?", True), ("Inconnue", True), ("version  inconnue", True), ("9.5", False), ("", False)],
)
def test_a_version_that_nobody_knows_is_none(typed: str, says_nothing: bool) -> None:
    assert is_no_version(typed) is says_nothing
