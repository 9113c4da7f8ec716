"""Trying a procedure on a release: five questions, what their answers propose, what is recorded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from referent_desk.domain.actions import ActionRow
from referent_desk.domain.procedures import (
    ProcedureStatus,
    ProcedureText,
    Reason,
    VerificationResult,
)
from referent_desk.domain.texts import clean_line, folded

QUESTIONS = ("screen", "paper", "forms", "numbers", "steps")
"""Codes of the questions, in the order in which they are asked."""
_WITHOUT_WHICH = frozenset({"screen", "paper"})
_TRIED = "steps"
_MOST_NOES = 3
_NOBODY_KNOWS = frozenset(
    {"?", "inconnue", "inconnu", "version inconnue", "unknown", "unknown version", "nsp"}
)


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


Answers = Mapping[str, Answer]
"""By code of the question; one that was not answered is left out."""


@dataclass(frozen=True, slots=True)
class CheckQuestion:
    """`asks` says what to look at."""

    code: str
    title: str
    asks: str


def proposed_result(answers: Answers) -> VerificationResult | None:
    """What the answers speak for; None where they are not enough: the person decides in any case.

    A “no” is something that did not work. Without screen and paper, or with three of the five,
    nothing is left to lean on. Without a “no”, somebody must have done the steps.
    """
    noes = {code for code, answer in answers.items() if answer is Answer.NO}
    if noes >= _WITHOUT_WHICH or len(noes) >= _MOST_NOES:
        return VerificationResult.FAILED
    if noes:
        return VerificationResult.PARTLY
    is_whole = set(QUESTIONS) <= answers.keys()
    if is_whole and answers[_TRIED] is Answer.YES:
        return VerificationResult.WORKED
    return None


def answers_json(answers: Answers) -> str:
    said = {code: str(answers[code]) for code in QUESTIONS if code in answers}
    return json.dumps(said, separators=(",", ":")) if said else ""


def answers_from(written: str) -> dict[str, Answer]:
    """What a later program asked besides is left out."""
    read = json.loads(written) if written else {}
    return {code: Answer(read[code]) for code in QUESTIONS if code in read}


@dataclass(frozen=True, slots=True)
class WantedVerification:
    """What somebody says of a trial. What must change is an action, with `owner` and `due_on`.

    `is_new_version`: it was asked whether a version that nobody named before is right, and it is.
    """

    department_id: str
    function_id: str
    software_id: str | None
    revision_id: str
    version: str
    who: str
    day: date
    result: VerificationResult
    seen: str = ""
    to_change: str = ""
    owner: str = ""
    due_on: date | None = None
    answers: Answers = field(default_factory=dict)
    is_new_version: bool = False


@dataclass(frozen=True, slots=True)
class KnownRelease:
    """A release as one establishment knows it: `live_on` is the first day there, None if never.

    `elsewhere` are the establishments in which it is, or will be, live.
    """

    id: str
    version: str
    live_on: date | None = None
    elsewhere: tuple[str, ...] = ()


class ReleaseFault(StrEnum):
    """Why nothing can be verified on that release on that day."""

    NOT_YET_LIVE = "not_yet_live"
    ELSEWHERE_ONLY = "elsewhere_only"


def release_fault(release: KnownRelease, day: date, today: date) -> ReleaseFault | None:
    """A release that is announced can be tried beforehand: it then counts from its day on."""
    if release.live_on is None:
        return ReleaseFault.ELSEWHERE_ONLY if release.elsewhere else None
    if day < release.live_on <= today:
        return ReleaseFault.NOT_YET_LIVE
    return None


def is_no_version(typed: str) -> bool:
    """Whether it says only that nobody knows the version."""
    return folded(clean_line(typed)) in _NOBODY_KNOWS


def release_named(typed: str, known: Iterable[KnownRelease]) -> KnownRelease | None:
    """That of the same version, whatever its capitals and blanks; the exact one first."""
    version = clean_line(typed)
    candidates = [r for r in known if _version_key(r.version) == _version_key(version)]
    exact = (r for r in candidates if r.version == version)
    return next(exact, candidates[0] if candidates else None)


def _version_key(version: str) -> str:
    return "".join(version.split()).casefold()


@dataclass(frozen=True, slots=True)
class WaitingUse:
    """Another procedure of the same software that is to be verified too."""

    function_id: str
    software_id: str
    title: str


@dataclass(frozen=True, slots=True)
class VerificationAids:
    """All that the form of a verification shows. `text` has the values of the department.

    `running` is the version that runs; `notice` what is to be known of the software. `owner` is
    proposed for what must be done.
    """

    today: date
    department_id: str
    function_id: str
    software_id: str
    software: str
    revision_id: str
    revision: int
    text: ProcedureText
    status: ProcedureStatus
    running: str
    releases: tuple[KnownRelease, ...]
    questions: tuple[CheckQuestion, ...]
    establishment: str = ""
    owner: str = ""
    notice: Reason | None = None
    waiting: tuple[WaitingUse, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordedVerification:
    """One that stands, as the history tells it."""

    id: str
    revision: int | None
    version: str
    day: date
    result: VerificationResult
    who: str = ""
    seen: str = ""
    to_change: str = ""
    answers: Answers = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trials:
    """What was tried of one degraded mode, newest first, and what is still done about it.

    `actions_open` counts those of the whole department; `can_try`: there is something to verify.
    """

    today: date
    recorded: tuple[RecordedVerification, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    actions_open: int = 0
    can_try: bool = False
