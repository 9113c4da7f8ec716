"""What there is to verify and what was promised since, as things to do and as days to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from referent_desk.domain.actions import Action
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.tasks import Due, Lead, Task, Urgency

DUE_SOON = timedelta(days=7)
MINUTES = {
    "verify_again": 4,
    "never_verified": 4,
    "verification_failed": 10,
    "software_retired": 2,
    "action_overdue": 5,
    "action_due": 5,
}
"""For one of each: five questions; or reading what went wrong and saying what is done about it."""
_NO_FIELDS: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class TriedUse:
    """A function × software whose approved text holds. `running` is the version that runs.

    `awaits_action`: what did not work is being seen to; until that is done a trial shows nothing.
    """

    function_id: str
    software_id: str
    function: str
    software: str
    running: str
    state: ProcedureState
    awaits_action: bool = False


@dataclass(frozen=True, slots=True)
class ReleaseAhead:
    """A release that goes live in the department's establishment on a day to come."""

    software: str
    version: str
    live_on: date


@dataclass(frozen=True, slots=True)
class VerificationFacts:
    """Of one department: `uses` in the order of functions, `actions` the open ones.

    `retired` are the programs, by id and name, that are used here by what is recorded, and are no
    more.
    """

    uses: tuple[TriedUse, ...] = ()
    actions: tuple[Action, ...] = ()
    ahead: tuple[ReleaseAhead, ...] = ()
    retired: tuple[tuple[str, str], ...] = ()


def verification_tasks(facts: VerificationFacts, today: date) -> Iterator[Task]:
    """Failed ones at once; those of one program together; those never tried when there is time."""
    failed = [use for use in facts.uses if use.state is ProcedureState.FAILED]
    yield from _of_uses("verification_failed", Urgency.NOW, failed)
    for uses in _by_software(facts.uses):
        fields = {"software": uses[0].software, "version": uses[0].running}
        yield from _of_uses("verify_again", Urgency.SOON, uses, fields)
    if facts.retired:
        code, count = "software_retired", len(facts.retired)
        minutes, counted = MINUTES[code] * count, {"count": count}
        key, names = facts.retired[0][:1], tuple(name for _id, name in facts.retired)
        yield Task(code, Urgency.SOON, minutes, Lead.USES, key, names, counted)
    overdue = [action for action in facts.actions if action.is_overdue(today)]
    yield from _of_actions("action_overdue", Urgency.SOON, overdue)
    never = [use for use in facts.uses if use.state is ProcedureState.NEVER_VERIFIED]
    yield from _of_uses("never_verified", Urgency.LATER, never)
    soon = [a for a in facts.actions if a.due_on and today <= a.due_on <= today + DUE_SOON]
    yield from _of_actions("action_due", Urgency.LATER, soon)


def _by_software(uses: Iterable[TriedUse]) -> Iterable[list[TriedUse]]:
    groups: dict[str, list[TriedUse]] = {}
    for use in uses:
        if use.state is ProcedureState.TO_VERIFY and not use.awaits_action:
            groups.setdefault(use.software_id, []).append(use)
    return groups.values()


def _of_uses(
    code: str, urgency: Urgency, uses: Sequence[TriedUse], fields: Mapping[str, object] = _NO_FIELDS
) -> Iterator[Task]:
    """One task for all of them: it leads to the first."""
    if uses:
        yield Task(
            code,
            urgency,
            MINUTES[code] * len(uses),
            Lead.VERIFICATION,
            (uses[0].function_id, uses[0].software_id),
            tuple(dict.fromkeys(use.function for use in uses)),
            {"count": len(uses), **fields},
        )


def _of_actions(code: str, urgency: Urgency, actions: Sequence[Action]) -> Iterator[Task]:
    if actions:
        yield Task(
            code,
            urgency,
            MINUTES[code] * len(actions),
            Lead.ACTIONS,
            (actions[0].id,),
            tuple(action.what for action in actions),
            {"count": len(actions), "owner": actions[0].owner, "day": actions[0].due_on},
        )


def verification_dues(facts: VerificationFacts, today: date) -> Iterator[Due]:
    """Days after today: what was promised, and the releases that will have to be tried."""
    for action in facts.actions:
        if action.due_on is not None and action.due_on > today:
            yield Due("action_due", action.due_on, action.what)
    for release in facts.ahead:
        if release.live_on > today:
            yield Due("release_ahead", release.live_on, f"{release.software} {release.version}")
