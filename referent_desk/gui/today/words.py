"""What there is to do, in words: a title, the reason, and what the one button does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from referent_desk.domain.directory import Purpose
from referent_desk.domain.hours_in_words import weekday
from referent_desk.domain.tasks import Task, Today, minutes_of
from referent_desk.gui.field_words import choice_word
from referent_desk.gui.today.advice_words import ADVICE_WORDS
from referent_desk.gui.today.copy_words import COPY_WORDS
from referent_desk.gui.today.drill_words import DRILL_WORDS
from referent_desk.gui.today.due_words import due_sentence
from referent_desk.gui.today.handover_words import HANDOVER_WORDS
from referent_desk.gui.today.help_given_words import HELP_GIVEN_WORDS
from referent_desk.gui.today.nomination_words import NOMINATION_WORDS
from referent_desk.gui.today.phrases import TaskWords, listed, name_of, number_of, with_names
from referent_desk.gui.today.presence_words import PRESENCE_WORDS
from referent_desk.gui.today.reading_words import READING_WORDS
from referent_desk.gui.today.skill_words import SKILL_WORDS
from referent_desk.gui.today.trial_words import TRIAL_WORDS
from referent_desk.gui.wordings import day, sentence_case
from referent_desk.language import _, ngettext, spoken

_AN_HOUR = 60


def task_words(task: Task) -> TaskWords:
    known = _WORDS.get(task.code)
    return known(task) if known else TaskWords(task.code, ", ".join(task.names), _("Open"))


def heading(today: Today) -> str:
    """`Monday 16 March 2026 — 4 things to do, about 12 minutes`: of what can wait, nothing."""
    if not today.tasks:
        return full_day(today.day)
    if not today.pressing:
        return _("{day} — nothing presses").format(day=full_day(today.day))
    return ngettext(
        "{day} — {count} thing to do, about {duration}",
        "{day} — {count} things to do, about {duration}",
        len(today.pressing),
    ).format(
        day=full_day(today.day),
        count=len(today.pressing),
        duration=about(minutes_of(today.pressing)),
    )


def later_heading(tasks: Sequence[Task]) -> str:
    return ngettext(
        "When there is time: {count} thing, about {duration}",
        "When there is time: {count} things, about {duration}",
        len(tasks),
    ).format(count=len(tasks), duration=about(minutes_of(tasks)))


def full_day(value: date) -> str:
    return f"{sentence_case(weekday(value.isoweekday(), spoken()))} {day(value)}"


def about(minutes: int) -> str:
    """To the minute below the hour, to the quarter above it: it is an estimate."""
    if minutes < _AN_HOUR:
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    quarters = round(minutes / 15)
    hours, rest = quarters // 4, quarters % 4 * 15
    if rest:
        return _("{hours} h {minutes}").format(hours=hours, minutes=rest)
    return ngettext("{count} hour", "{count} hours", hours).format(count=hours)


def nothing_to_do(today: Today) -> tuple[str, str]:
    """That all is well, and what comes next."""
    if today.next_due is not None:
        comes = due_sentence(today.next_due)
    elif today.last_printed is not None:
        comes = _("The binder was prepared on {day}. Look in again when something changes.").format(
            day=day(today.last_printed)
        )
    else:
        comes = _("Look in again when something changes in the department.")
    return _("Nothing to do today in this department."), comes


def _functions_unsaid(task: Task) -> TaskWords:
    """Some functions may be known by the software that does them."""
    if task.fields.get("known"):
        title = _("Say what the department does besides")
        reason = _("Only functions that a software does are known; the others have no sheet.")
    else:
        title = _("Say what the department does")
        reason = _("From its functions follow the degraded modes that its binder needs.")
    return TaskWords(title, reason, _("Tick the functions…"))


def _use_unnamed(task: Task) -> TaskWords:
    title = ngettext(
        "{name}: say what it is used for",
        "{count} programs: say what they are used for",
        number_of(task),
    ).format(name=name_of(task), count=number_of(task))
    reason = _("Without a function nobody can tell which degraded mode replaces it.")
    return TaskWords(title, with_names(task, reason), _("Say it…"))


def _no_software(task: Task) -> TaskWords:
    title = ngettext(
        "{name}: no software is known",
        "{count} functions without a known software",
        number_of(task),
    ).format(name=name_of(task), count=number_of(task))
    reason = _("The sheet is printed, but it cannot say which program it stands in for.")
    return TaskWords(title, with_names(task, reason), _("Name the software…"))


def _starters(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: no degraded mode", "{count} functions without a degraded mode", count
    ).format(name=name_of(task), count=count)
    reason = ngettext(
        "The program brings a procedure to start from, as a draft.",
        "The program brings procedures to start from, as drafts.",
        count,
    )
    button = ngettext(
        "Take the starter procedure", "Take {count} starter procedures", count
    ).format(count=count)
    return TaskWords(title, with_names(task, reason), button)


def _no_procedure(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: degraded mode to be written", "{count} degraded modes to be written", count
    ).format(name=name_of(task), count=count)
    reason = _("Until then the binder only says whom to ask.")
    button = _("Write the procedure…") if count == 1 else _("Write the first one…")
    return TaskWords(title, with_names(task, reason), button)


def _draft_only(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: degraded mode not approved", "{count} degraded modes not approved", count
    ).format(name=name_of(task), count=count)
    reason = ngettext(
        "It prints with the bar “DRAFT, NOT APPROVED”.",
        "They print with the bar “DRAFT, NOT APPROVED”.",
        count,
    )
    return TaskWords(title, with_names(task, reason), _("Read and approve…"))


def _directory_empty(task: Task) -> TaskWords:
    if "hotlines" in task.fields:
        return _own_numbers(task)
    return TaskWords(
        _("The emergency directory is empty"),
        _("Without a network nobody would know which numbers to call."),
        _("Add the numbers…"),
    )


def _own_numbers(task: Task) -> TaskWords:
    """Hotlines of programs are known, and nobody of the hospital."""
    count = number_of(task, "hotlines")
    reason = ngettext(
        "The directory holds {count} hotline of programs, and neither the switchboard nor the "
        "ward.",
        "The directory holds {count} hotlines of programs, and neither the switchboard nor the "
        "ward.",
        count,
    ).format(count=count)
    number = task.fields.get("number")
    if number:
        proposed = _("{number}, which your list names most often, is proposed for the IT on call.")
        reason = f"{reason} {proposed.format(number=number)}"
    return TaskWords(_("The numbers of the ward itself are missing"), reason, _("Add the numbers…"))


def _sought(names: Sequence[str]) -> str:
    """The first sheets call all of them but the switchboard, which the directory names."""
    if Purpose.SWITCHBOARD not in names:
        return _("The first sheets of the binder tell to call there.")
    if len(names) == 1:
        return _("One looks for it in the emergency directory of the binder.")
    return _("One looks for them on the first sheets of the binder and in its emergency directory.")


def _number_missing(task: Task) -> TaskWords:
    who = tuple(choice_word("directory_entry", "purpose", name) for name in task.names)
    title = ngettext(
        "{name}: number missing", "{count} essential numbers missing", len(who)
    ).format(name=sentence_case(who[0]), count=len(who))
    reason = _sought(task.names)
    if len(who) > 1:
        reason = _("{names}. {sentence}").format(names=sentence_case(listed(who)), sentence=reason)
    button = _("Add the number…") if len(who) == 1 else _("Add the numbers…")
    return TaskWords(title, reason, button)


def _values_empty(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: to be filled in", "{count} blanks to fill in the binder", count
    ).format(name=name_of(task), count=count)
    reason = ngettext(
        "It prints as an empty box, to be filled in by hand.",
        "They print as empty boxes, to be filled in by hand.",
        count,
    )
    return TaskWords(title, with_names(task, reason), _("Fill in…"))


def _never_printed(task: Task) -> TaskWords:
    first = int(str(task.fields.get("first", 0)))
    reason = _("Even unfinished, it is worth more on the shelf than none.")
    if first:
        before = ngettext(
            "First do what stands above, then print: else the paper lacks it.",
            "First do the {count} things above, then print: else the paper lacks them.",
            first,
        )
        reason = f"{before.format(count=first)} {reason}"
    return TaskWords(_("The binder has never been prepared"), reason, _("Print the binder…"))


_WORDS: Mapping[str, Callable[[Task], TaskWords]] = {
    "functions_unsaid": _functions_unsaid,
    "use_unnamed": _use_unnamed,
    "no_software": _no_software,
    "starters": _starters,
    "no_procedure": _no_procedure,
    "draft_only": _draft_only,
    "directory_empty": _directory_empty,
    "number_missing": _number_missing,
    "values_empty": _values_empty,
    "never_printed": _never_printed,
    **COPY_WORDS,
    **TRIAL_WORDS,
    **DRILL_WORDS,
    **HELP_GIVEN_WORDS,
    **READING_WORDS,
    **SKILL_WORDS,
    **HANDOVER_WORDS,
    **ADVICE_WORDS,
    **NOMINATION_WORDS,
    **PRESENCE_WORDS,
}
