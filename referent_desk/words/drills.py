"""Drills in words: shifts, outcomes, times, and how it went against last time."""

from __future__ import annotations

from referent_desk.domain.actions import Action
from referent_desk.domain.drill_times import seconds_typed
from referent_desk.domain.drills import (
    Drill,
    DrillRun,
    DrillState,
    Outcome,
    Shift,
    TaskChange,
)
from referent_desk.language import Language

_SAME = 5
"""Seconds: two times that lie so near are the same to a person with a stopwatch."""


def shift_word(shift: Shift, language: Language) -> str:
    _ = language.gettext
    return {
        Shift.DAY: _("by day"),
        Shift.EVENING: _("in the evening"),
        Shift.NIGHT: _("at night"),
        Shift.WEEKEND: _("at the weekend"),
    }[shift]


def outcome_word(outcome: Outcome, language: Language) -> str:
    _ = language.gettext
    return {
        Outcome.DONE: _("done"),
        Outcome.PARTLY: _("in part"),
        Outcome.NOT_DONE: _("not done"),
        Outcome.NOT_PLAYED: _("not played"),
    }[outcome]


def drill_state_word(state: DrillState, language: Language) -> str:
    _ = language.gettext
    return {
        DrillState.LATE: _("day passed"),
        DrillState.REPLAY: _("to be played again"),
        DrillState.NEAR: _("soon"),
        DrillState.PLANNED: _("planned"),
        DrillState.STOPPED: _("stopped half way"),
        DrillState.HELD: _("held"),
        DrillState.GIVEN_UP: _("given up"),
    }[state]


def minutes_words(seconds: int | None, language: Language) -> str:
    """`19 min 05`; empty where nobody took the time."""
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest}\u00a0s"
    return f"{minutes}\u00a0min\u00a0{rest:02}" if rest else f"{minutes}\u00a0min"


def clock_words(starts_at: str, language: Language) -> str:
    """`14 h 30`, `14:30`; empty where nobody has said when."""
    hour, separator, minute = starts_at.partition(":")
    if not separator:
        return ""
    nice = f"{int(hour)}\u00a0h\u00a0{minute}" if language.code == "fr" else f"{int(hour)}:{minute}"
    return nice.removesuffix("\u00a000") if language.code == "fr" else nice


def result_words(run: DrillRun, language: Language) -> str:
    """`5 tasks of 5 done, 19 min 05`; a drill that was stopped says so first."""
    _, ngettext = language.gettext, language.ngettext
    done, of = run.count(Outcome.DONE), len(run.tasks)
    said = ngettext("{done} task of {of} done", "{done} tasks of {of} done", done)
    words = said.format(done=done, of=of)
    if run.seconds is not None:
        words = f"{words}, {minutes_words(run.seconds, language)}"
    if run.stopped_because:
        return _("stopped half way: {result}").format(result=words)
    return words


def stopped_sentence(run: DrillRun, language: Language) -> str:
    _ = language.gettext
    if not run.stopped_because:
        return ""
    return _("Stopped before its end: {reason}. It counts as not played.").format(
        reason=run.stopped_because.rstrip(".")
    )


def gain_words(change: TaskChange, language: Language) -> str:
    """Against last time: `20 s faster`, `1 min 10 slower`, `as fast`; empty where it is unknown."""
    _ = language.gettext
    gained = change.gained
    if gained is None:
        return ""
    if abs(gained) < _SAME:
        return _("as fast")
    pattern = _("{time} faster") if gained > 0 else _("{time} slower")
    return pattern.format(time=minutes_words(abs(gained), language))


def target_words(change: TaskChange, language: Language) -> str:
    """What was aimed at, and whether it took longer."""
    _ = language.gettext
    if change.target is None:
        return ""
    aimed = seconds_typed(change.target)
    return _("{time}, exceeded").format(time=aimed) if change.is_over else aimed


def action_words(action: Action, language: Language) -> str:
    """`Move the binder – M. Aubry, until 01/12/2026`, or since when it is done."""
    _ = language.gettext
    details = [action.owner] if action.owner else []
    if action.done_on is not None:
        details.append(_("done on {day}").format(day=language.short_date(action.done_on)))
    elif action.due_on is not None:
        details.append(_("until {day}").format(day=language.short_date(action.due_on)))
    else:
        details.append(_("no date"))
    return f"{action.what} – {', '.join(details)}"


def last_drill_words(run: DrillRun, language: Language) -> str:
    """As the foot of a sheet says it: `18/11/2025, 14 min, all tasks done`."""
    _, ngettext = language.gettext, language.ngettext
    done, of = run.count(Outcome.DONE), len(run.tasks)
    result = _("all tasks done")
    if not run.has_succeeded:
        said = ngettext("{done} task of {of} done", "{done} tasks of {of} done", done)
        result = said.format(done=done, of=of)
    minutes = "" if run.seconds is None else f"{max(1, round(run.seconds / 60))}\u00a0min"
    return ", ".join(part for part in (language.short_date(run.day), minutes, result) if part)


def scenario_words(drill: Drill, function: str, complication: str, language: Language) -> str:
    """`Prescription, at night. No telephone`."""
    where = f"{function}, {shift_word(drill.shift, language)}"
    return f"{where}. {complication}" if complication else where
