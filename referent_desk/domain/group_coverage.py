"""The coverage of many departments at once, from what was read of each table as a whole.

It says of every use what `coverage.uses_of` says of it; a test compares the two. What is rare is
left to the rules themselves; what is usual is decided here from bare tuples, as they were read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from referent_desk.domain.means import Standing
from referent_desk.domain.procedure_states import NOTHING_KNOWN, Running, status_of
from referent_desk.domain.procedures import (
    ProcedureState,
    ProcedureText,
    Revision,
    RevisionState,
    Verification,
    VerificationResult,
)
from referent_desk.domain.readiness import CoveredUse, DepartmentCoverage
from referent_desk.domain.values import dataclass

HeldText = tuple[str, bool, int, str, str]
"""A revision: its id, whether it is a draft, its number (0 for a draft), the day from which it
holds, the day of its review. Days are ISO texts, empty where unknown; so is the id of a procedure
of which nothing was written yet."""
Trial = tuple[str, str, str, str]
"""Software, release, result, day (ISO)."""


class Live(NamedTuple):
    """What runs in an establishment, and since when (ISO)."""

    running: Running
    since: str


UseRow = tuple[int, tuple[str, str], int | None, int | None]
"""Its place by function and then by software name; function and software, criticality, outage."""


class Place(NamedTuple):
    """An open department that keeps a binder; `path` leads from it up."""

    id: str
    name: str
    code: str
    path: tuple[str, ...]
    establishment_id: str
    establishment: str
    pole: str
    beds: int | None


Texts = Mapping[tuple[str, str], HeldText]
"""By function and software, which is empty for any."""


Survives = Callable[[Place, str | None, str], Standing]
"""Of a place, a software and a revision, empty where nothing is written: how it stands when what
usually fails together does."""


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """`texts` and `offices` are by node: software for which somebody is referent, "" for all.

    `for_any` are the nodes with a text for any software: only there one is looked for.
    `trials` are by department and revision, in the order of recording; `lives` by establishment
    and software. `survives` None: it is not asked. `drills` and `filed` are days by department.
    """

    places: tuple[Place, ...]
    uses: Mapping[str, Sequence[UseRow]]
    texts: Mapping[str, Texts]
    for_any: frozenset[str]
    trials: Mapping[str, Mapping[str, Sequence[Trial]]]
    lives: Mapping[str, Mapping[str, Live]]
    offices: Mapping[str, frozenset[str]]
    survives: Survives | None = None
    filed: Mapping[str, date] = field(default_factory=dict)
    drills: Mapping[str, date] = field(default_factory=dict)


def held_of(revisions: Sequence[HeldText], today: str) -> HeldText:
    """The rule of `revisions.revision_in_force`; there is at least one, and none was withdrawn."""
    in_force = [r for r in revisions if not r[1] and r[3] <= today]
    if in_force:
        return max(in_force, key=lambda r: r[2])
    return min(revisions, key=lambda r: (not r[1], r[2]))


def group_coverage(facts: GroupFacts, today: date) -> Iterator[DepartmentCoverage]:
    """In the order of the places."""
    day = today.isoformat()
    for place in facts.places:
        offices: set[str] = set()
        offices.update(*(facts.offices.get(node, ()) for node in place.path))
        uses, newest = _uses(facts, place, offices, day)
        yield DepartmentCoverage(
            department_id=place.id,
            name=place.name,
            code=place.code,
            establishment=place.establishment,
            pole=place.pole,
            beds=place.beds,
            uses=tuple(uses),
            has_referent="" in offices or (bool(uses) and all(u.has_referent for u in uses)),
            filed_on=facts.filed.get(place.id),
            newest_text=date.fromisoformat(newest) if newest else None,
            last_drill=facts.drills.get(place.id),
        )


def _uses(
    facts: GroupFacts, place: Place, offices: set[str], today: str
) -> tuple[list[CoveredUse], str]:
    """Each use, and the day since which the youngest of their approved texts holds."""
    texts, tried = _texts_of(facts, place), _Tried(facts, place, today)
    is_for_all = "" in offices
    survives = facts.survives
    found, newest = [], ""
    for _rank, both, criticality, outage in facts.uses.get(place.id, ()):
        function_id, software_id = both
        owner_id, held = _held(texts, both, today)
        revision_id, is_draft, _number, begins, _review_due = held
        state, since = ProcedureState.MISSING, ""
        if revision_id:
            state = ProcedureState.DRAFT_ONLY
            if not is_draft:
                state, since = tried.standing(software_id, held)
                if newest < begins <= today:
                    newest = begins
        standing = survives(place, software_id or None, revision_id) if survives else None
        has_referent = is_for_all or software_id in offices
        found.append(
            _covered_use(
                CoveredUse,
                (
                    function_id, software_id, criticality, outage, state,
                    revision_id, owner_id, has_referent, standing, since,
                ),
            )
        )  # fmt: skip
    return found, newest


_Near = tuple[str, Texts, bool]
"""A node, its texts, and whether one of them is for any software."""


def _texts_of(facts: GroupFacts, place: Place) -> list[_Near]:
    texts, any_in = facts.texts, facts.for_any
    return [(node, texts[node], node in any_in) for node in place.path if node in texts]


_covered_use: Callable[[type[CoveredUse], tuple[object, ...]], CoveredUse] = tuple.__new__
"""As the class does it, in half the time."""
_NOT_LIVE = Live(NOTHING_KNOWN, "")
_NOTHING: tuple[str, HeldText] = "", ("", False, 0, "", "")


class Waiting(NamedTuple):
    """An approved text that waits to be verified with a software, since a day (ISO)."""

    department_id: str
    revision_id: str
    function_id: str
    software_id: str
    since: str


def waiting(facts: GroupFacts, today: date, before: date) -> Iterator[Waiting]:
    """What `group_coverage` says of texts that waited already before that day, and no more."""
    day, end = today.isoformat(), before.isoformat()
    for place in facts.places:
        texts, tried = _texts_of(facts, place), _Tried(facts, place, day)
        for _rank, both, _criticality, _outage in facts.uses.get(place.id, ()):
            held = _held(texts, both, day)[1]
            if held[1] or not held[0] or not both[1]:
                continue
            since = tried.standing(both[1], held)[1]
            if since and since < end:
                yield Waiting(place.id, held[0], *both, since)


class _Tried:
    """What was tried in a place, on what runs there."""

    __slots__ = ("_lives", "_today", "_trials")

    def __init__(self, facts: GroupFacts, place: Place, today: str) -> None:
        self._trials = facts.trials.get(place.id, {})
        self._lives = facts.lives.get(place.establishment_id, {})
        self._today = today

    def standing(self, software_id: str, held: HeldText) -> tuple[ProcedureState, str]:
        """Of an approved text: its state there, and since when it waits to be verified."""
        revision_id, _is_draft, _number, begins, review_due = held
        tried = self._trials.get(revision_id)
        if tried is None:
            return ProcedureState.NEVER_VERIFIED, begins
        live = self._lives.get(software_id, _NOT_LIVE)
        is_over = review_due != "" and review_due < self._today
        return _state(tried, software_id, live, is_over, begins)


def _held(texts: Iterable[_Near], both: tuple[str, str], today: str) -> tuple[str, HeldText]:
    """The rule of `coverage.holding`: the nearest with an approved text in force, else the nearest;
    at a node, the one for this software comes first. `both` are function and software."""
    best: tuple[str, HeldText] | None = None
    if both[0]:
        for node, here, has_any in texts:
            for key in (both, (both[0], "")) if has_any else (both,):
                found = here.get(key)
                if found is not None:
                    if found[0] and not found[1] and found[3] <= today:
                        return node, found
                    best = best or (node, found)
    return best or _NOTHING


def _state(
    tried: Sequence[Trial], software_id: str, live: Live, is_over: bool, begins: str
) -> tuple[ProcedureState, str]:
    """How an approved text stands, and since when it waits to be verified."""
    running, last = live.running, tried[0]
    if len(tried) == 1 and last[0] != software_id:
        return ProcedureState.NEVER_VERIFIED, begins
    if len(tried) == 1 and last[1] not in running.awaited:
        _software, release_id, result, day = last
        is_older = running.release_id is not None and release_id != running.release_id
        state = _state_of_one(result, is_older, is_over)
    else:
        state, day, is_older = _state_of_many(tried, software_id, running, is_over)
    if state is ProcedureState.NEVER_VERIFIED:
        return state, begins
    if state is ProcedureState.TO_VERIFY and is_older:
        return state, live.since
    return state, day if state in _WAITING else ""


_WAITING = frozenset({ProcedureState.TO_VERIFY, ProcedureState.FAILED})
_DAY = date(2000, 1, 1)
_APPROVED = Revision("", "", RevisionState.APPROVED, ProcedureText(""))
_OVERDUE = Revision("", "", RevisionState.APPROVED, ProcedureText(""), review_due_on=_DAY)


@lru_cache(maxsize=64)
def _state_of_one(result: str, is_older: bool, is_over: bool) -> ProcedureState:
    trial = Verification("", "tried", "", VerificationResult(result), _DAY)
    running = Running("newer" if is_older else None)
    return status_of(_OVERDUE if is_over else _APPROVED, [trial], running, date.max).state


def _state_of_many(
    tried: Iterable[Trial], software_id: str, running: Running, is_over: bool
) -> tuple[ProcedureState, str, bool]:
    """Which of them holds is for the rule to say: so is whether that was on an older release."""
    known = [
        Verification("", release_id, "", VerificationResult(result), date.fromisoformat(day))
        for software, release_id, result, day in tried
        if software == software_id
    ]
    status = status_of(_OVERDUE if is_over else _APPROVED, known, running, date.max)
    last = status.verification
    if last is None:
        return status.state, "", False
    is_older = running.release_id is not None and last.release_id != running.release_id
    return status.state, last.valid_on.isoformat(), is_older
