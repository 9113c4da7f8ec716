"""What became of a drill: held or stopped, what it showed, what it taught.

All of it can be taken back with a reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from referent_desk.domain.actions import WantedAction
from referent_desk.domain.coverage import uses_of
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.drills import Drill, DrillRun, Outcome, TypedFinding, TypedRun
from referent_desk.domain.procedures import RevisionState
from referent_desk.domain.texts import LONGEST_TEXT
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.drills import read_run
from referent_desk.storage.procedures import coverage_facts
from referent_desk.storage.work import Work
from referent_desk.usecases.actions import add_actions
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drills import function_name, known_drill
from referent_desk.usecases.typed_lines import short_line, short_text

MOST_PARTICIPANTS = 999


def record_run(desk: Desk, drill_id: str, typed: TypedRun) -> Saved:
    """It was held, to its end or not. Findings open actions.

    Raises RefusedInput for a day to come, nobody who led it, nobody who took part, nothing played.
    """
    today = desk.clock.today()
    with desk.database.read() as connection:
        drill = known_drill(connection, drill_id)
        name = function_name(connection, drill.function_id)
        revision_id = _revision_in_force(connection, drill, typed.day)
    _refuse_drill(drill)
    typed = _cleaned(typed)
    _refuse_run(typed, today)
    deed = Deed(Verb.ADDED, "drill_run", name)
    with doing(desk, "record_drill", deed, record_id=drill_id) as work:
        run_id = work.new_id()
        link = {"id": run_id, "home_id": desk.home_id, "drill_id": drill_id}
        work.add(schema.drill_run, [{**link, "revision_id": revision_id, **_run_row(typed)}])
        work.add(schema.drill_task, _task_rows(work, run_id, typed))
        _add_findings(work, drill.department_id, run_id, typed.findings)
        if typed.lessons:
            row = _lesson_row(work, run_id, typed.lessons, typed.led_by, today)
            work.add(schema.lesson, [row])
    return saved(desk, kinds_of(work.trail), drill_id)


def annul_run(desk: Desk, run_id: str, reason: str) -> Saved:
    """It does not count any more: a further fact says so, and why. Its actions stay."""
    reason = short_line("reason", reason, LONGEST_TEXT)
    if not reason:
        raise RefusedInput(
            _("Nobody would know why this was taken back."),
            _("Say in a few words what was wrong with it."),
        )
    with desk.database.read() as connection:
        run = _known_run(connection, run_id)
        drill = known_drill(connection, run.drill_id)
        name = function_name(connection, drill.function_id)
    deed = Deed(Verb.ANNULLED, "drill_run", name)
    with doing(desk, "annul_drill", deed, record_id=run.drill_id) as work:
        said = {
            "id": work.new_id(),
            "home_id": desk.home_id,
            "drill_id": run.drill_id,
            "revision_id": run.revision_id,
            "led_by": run.led_by,
            "observer": run.observer,
            "participants": run.participants,
            "starts_at": run.starts_at,
            "seconds": run.seconds,
            "stopped_because": run.stopped_because,
            "valid_on": run.day,
        }
        work.add(schema.drill_run, [{**said, "annuls_id": run.id, "reason": reason}])
    return saved(desk, kinds_of(work.trail), run.drill_id)


def write_lessons(desk: Desk, run_id: str, lessons: str, who: str) -> Saved:
    """What the drill taught; said again, the last one holds."""
    lessons, who = short_text("lessons", lessons), short_line("who", who)
    if not lessons:
        raise RefusedInput(
            _("Nothing is written yet."), _("Two sentences are enough: what held, what to change.")
        )
    if not who:
        raise _nobody()
    with desk.database.read() as connection:
        run = _known_run(connection, run_id)
        drill = known_drill(connection, run.drill_id)
        name = function_name(connection, drill.function_id)
    if run.lessons == lessons:
        return saved(desk, frozenset(), run.drill_id)
    with doing(desk, "write_lessons", Deed(Verb.ADDED, "lesson", name)) as work:
        work.add(schema.lesson, [_lesson_row(work, run_id, lessons, who, desk.clock.today())])
    return saved(desk, kinds_of(work.trail), run.drill_id)


def _known_run(connection: Connection, run_id: str) -> DrillRun:
    run = read_run(connection, run_id)
    if run is None:
        raise NotFound(
            _("What was recorded of this drill was taken back meanwhile."),
            _("There is nothing left to do."),
        )
    return run


def _revision_in_force(connection: Connection, drill: Drill, day: date) -> str | None:
    """The approved text that was played, as it was in force on that day."""
    facts = coverage_facts(connection, drill.department_id, day, texts=False)
    fitting = [
        use
        for use in uses_of(facts, day)
        if use.function is not None and use.function.id == drill.function_id
    ]
    fitting.sort(key=lambda use: use.software.id != drill.software_id)
    revision = fitting[0].revision if fitting else None
    is_approved = revision is not None and revision.state is RevisionState.APPROVED
    return revision.id if revision is not None and is_approved else None


def _refuse_drill(drill: Drill) -> None:
    if drill.played_on is not None:
        raise RefusedInput(
            _("This drill was already recorded as held on {day}.").format(
                day=spoken().date(drill.played_on)
            ),
            _("Annul that first if it was wrong, or plan a new drill."),
        )
    if drill.closed_on is not None:
        raise RefusedInput(
            _("This drill was given up: {reason}").format(reason=drill.closed_because),
            _("Plan a new one."),
        )


def _cleaned(typed: TypedRun) -> TypedRun:
    """As it is kept. Raises RefusedField for what is too long."""
    return replace(
        typed,
        led_by=short_line("led_by", typed.led_by),
        observer=short_line("observer", typed.observer),
        stopped_because=short_line("stopped_because", typed.stopped_because, LONGEST_TEXT),
        lessons=short_text("lessons", typed.lessons),
        results=tuple(
            replace(one, note=short_line("note", one.note, LONGEST_TEXT)) for one in typed.results
        ),
        findings=tuple(
            replace(
                one,
                what=short_line("what", one.what, LONGEST_TEXT),
                action=short_line("action", one.action),
                owner=short_line("owner", one.owner),
            )
            for one in typed.findings
        ),
    )


def _refuse_run(typed: TypedRun, today: date) -> None:
    if not typed.led_by:
        raise _nobody()
    if typed.day > today:
        raise RefusedInput(
            _("A drill cannot be recorded for a day to come."),
            _("Give the day on which it was held."),
        )
    if typed.participants is not None and not 1 <= typed.participants <= MOST_PARTICIPANTS:
        raise RefusedInput(
            _("At least one person took part in a drill."),
            _("Give how many they were, from 1 to {most}, or leave it empty.").format(
                most=MOST_PARTICIPANTS
            ),
        )
    played = [one for one in typed.results if one.outcome is not Outcome.NOT_PLAYED]
    if not played:
        raise RefusedInput(
            _("None of the five tasks was played: there is nothing to record."),
            _("Say how at least one of them went, or give the drill up."),
        )
    if len(played) < len(typed.results) and not typed.stopped_because:
        raise RefusedInput(
            _("Some tasks were not played: the drill was stopped before its end."),
            _("Say why it was stopped, or how these tasks went."),
        )


def _nobody() -> RefusedInput:
    return RefusedInput(_("Nobody is named."), _("Type the name of who did it."))


def _run_row(typed: TypedRun) -> dict[str, object]:
    seconds = typed.seconds
    if seconds is None and any(one.seconds is not None for one in typed.results):
        seconds = sum(one.seconds or 0 for one in typed.results)
    return {
        "led_by": typed.led_by,
        "observer": typed.observer,
        "participants": typed.participants,
        "starts_at": typed.starts_at,
        "seconds": seconds,
        "stopped_because": typed.stopped_because,
        "valid_on": typed.day,
    }


def _task_rows(work: Work, run_id: str, typed: TypedRun) -> list[dict[str, object]]:
    return [
        {
            "id": work.new_id(),
            "drill_run_id": run_id,
            "position": position,
            "task": result.task,
            "result": str(result.outcome),
            "seconds": None if result.outcome is Outcome.NOT_PLAYED else result.seconds,
            "note": result.note,
        }
        for position, result in enumerate(typed.results)
    ]


def _add_findings(
    work: Work, department_id: str, run_id: str, findings: Sequence[TypedFinding]
) -> None:
    """A finding that says nothing but has an action is called as its action."""
    position = 0
    for typed in findings:
        what = typed.what or typed.action
        if not what:
            continue
        finding_id = work.new_id()
        row = {"id": finding_id, "drill_run_id": run_id, "position": position, "what": what}
        work.add(schema.finding, [row])
        wanted = WantedAction(typed.action, typed.owner, typed.due_on)
        add_actions(work, department_id, [wanted], finding_id=finding_id)
        position += 1


def _lesson_row(work: Work, run_id: str, lessons: str, who: str, day: date) -> dict[str, object]:
    said = {"what": lessons, "who": who, "valid_on": day}
    return {"id": work.new_id(), "drill_run_id": run_id, **said}
