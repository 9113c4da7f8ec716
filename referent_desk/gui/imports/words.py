"""The words of the guide: kinds of lists, questions with their answers, warnings, counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from referent_desk.domain.imports.answers import Choice, Offer, Question
from referent_desk.domain.imports.guides import GuideLine
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.reports import Concern, ImportReport, Outcome, Remark
from referent_desk.gui.imports.people_words import asked_of_people
from referent_desk.gui.questions_imports import ImportWords
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import counted
from referent_desk.language import _, ngettext


def kind_titles() -> Mapping[ImportKind, str]:
    return {
        ImportKind.DEPARTMENTS: _("some departments"),
        ImportKind.SOFTWARE: _("some software"),
        ImportKind.DEPLOYMENTS: _("who uses what: departments and their software"),
        ImportKind.STAFF: _("staff members"),
        ImportKind.DIRECTORY: _("telephone numbers"),
    }


def outcome_state(line: GuideLine) -> State:
    match line.outcome:
        case Outcome.ADDED:
            return State(_("new"), Shape.DISC, Tone.GOOD)
        case Outcome.CHANGED:
            return State(_("changed"), Shape.DIAMOND, Tone.GOOD)
        case Outcome.UNCHANGED:
            return State(_("unchanged"), Shape.TICK, Tone.NEUTRAL)
        case Outcome.DOUBTFUL:
            return State(_("question"), Shape.HOLLOW_TRIANGLE, Tone.WARNING)
        case Outcome.REFUSED:
            if is_left(line):
                return State(_("not taken"), Shape.DASH, Tone.NEUTRAL)
            return State(_("not taken"), Shape.CROSS, Tone.BAD)


def is_left(line: GuideLine) -> bool:
    """A person chose not to take it."""
    return any(remark.code == "left_by_hand" for remark in line.report.remarks)


def filter_texts(counts: Mapping[Outcome, int]) -> Mapping[Outcome | None, str]:
    """Buttons that show the lines of one outcome; None stands for all."""
    texts: dict[Outcome | None, str] = {
        None: _("All {count}"),
        Outcome.DOUBTFUL: _("Questions {count}"),
        Outcome.ADDED: _("New {count}"),
        Outcome.CHANGED: _("Changed {count}"),
        Outcome.UNCHANGED: _("Unchanged {count}"),
        Outcome.REFUSED: _("Not taken {count}"),
    }
    total = sum(counts.values())
    return {
        outcome: text.format(count=counted(counts[outcome] if outcome else total))
        for outcome, text in texts.items()
    }


def counts_text(counts: Mapping[Outcome, int]) -> tuple[str, ...]:
    """How many lines of each outcome, within a sentence; what did not come about is left out."""
    texts = {
        Outcome.DOUBTFUL: ngettext(
            "{count} question", "{count} questions", counts[Outcome.DOUBTFUL]
        ),
        Outcome.ADDED: ngettext("{count} new", "{count} new", counts[Outcome.ADDED]),
        Outcome.CHANGED: ngettext("{count} changed", "{count} changed", counts[Outcome.CHANGED]),
        Outcome.UNCHANGED: ngettext(
            "{count} unchanged", "{count} unchanged", counts[Outcome.UNCHANGED]
        ),
        Outcome.REFUSED: ngettext(
            "{count} not taken", "{count} not taken", counts[Outcome.REFUSED]
        ),
    }
    told = {outcome: text for outcome, text in texts.items() if counts[outcome]}
    return tuple(text.format(count=counted(counts[outcome])) for outcome, text in told.items())


def asked_text(question: Question, words: ImportWords) -> str:
    """What is not clear; the answers are on the buttons below."""
    own = asked_of_people() | {
        "near_name": _("“{name}” is nearly “{near}”, which is known here. Is it the same?"),
        "ambiguous": _("“{name}” may mean several entries. Which one?"),
        "code_twice": _twins_asked(question),
        "code_of_several": _("The code {code} stands for several departments. Which is “{name}”?"),
        "code_differs": _(
            "“{name}” has the code {stored} here and {code} in the file. Is it the same?"
        ),
        "name_differs": _(
            "The code {code} is “{stored}” here and “{name}” in the file. Is it the same?"
        ),
        "unknown_function": _("The function “{value}” is not known. Which one is meant?"),
        "unknown_purpose": _(
            "The file says of {name}: “{value}”. No function of this name is known. Which one is "
            "it?"
        ),
        "purpose_of_several": _(
            "The file says of {name}: “{value}”. That may be several functions. Which one is it?"
        ),
        "purpose_doubled": _(
            "The file says of {name}: “{value}”. {near} is there for “{stored}” already. Is {name} "
            "too?"
        ),
        "several_people": _("“{name}” may be several people: {near}. Are they?"),
        "not_active_left": _(
            "{name} is not active any more in the file. If they left, type their last day."
        ),
        "unknown_establishment": _(
            "The establishment “{name}” is not known here. Which one is it?"
        ),
        "note_or_entry": _("“{value}” stands alone under the list. Is it a line of the list?"),
        "heading_or_entry": _("“{value}” stands alone in its row. Is it a line of the list?"),
        "unsure_vendor": _("The list doubts the vendor of {name}: “{value}”. Is it right?"),
        "which_physician": _("Which of these numbers is that of the physician on duty?"),
        "which_manager": _("Which of these numbers is that of the ward manager?"),
        "no_number": _("The number of “{name}” cannot be read. Which is it?"),
        "unknown_department": _("The department “{value}” is not known here."),
        "vendor_or_department": _(
            "The file says both that this is outside the hospital and inside."
        ),
        "finess_zero_lost": _("The FINESS number {value} has lost its first zero."),
    }
    text = own.get(question.code)
    if text is not None:
        return text.format(**_fields(question))
    remark = Remark(Concern.DOUBT, question.code, question.fields)
    return words.sentence(remark)


def _twins_asked(question: Question) -> str:
    if question.value("near"):
        return _("The code {code} is that of “{near}” in this file too. What is “{name}”?")
    return _("The code {code} stands for several departments in this file. Which is “{name}”?")


def _fields(question: Question) -> dict[str, str]:
    names = ("name", "near", "code", "stored", "value", "field", "row")
    return {name: question.value(name) for name in names}


_Answer = Callable[[], str]
_ANSWERS: Mapping[tuple[str, Choice], _Answer] = {
    ("near_name", Choice.SAME): lambda: _("It is the same as {near}"),
    ("near_name", Choice.OTHER): lambda: _("It is another one: add {name}"),
    ("code_twice", Choice.SAME): lambda: _("It is the same department as {near}: one binder"),
    ("code_twice", Choice.OTHER): lambda: _("It is a department of its own: add {name}"),
    ("code_of_several", Choice.OTHER): lambda: _("Another one: add {name}"),
    ("code_differs", Choice.SAME): lambda: _("It is the same: its code is now {code}"),
    ("code_differs", Choice.OTHER): lambda: _("It is another one: add it with the code {code}"),
    ("name_differs", Choice.SAME): lambda: _("It is the same: its name is now {name}"),
    ("name_differs", Choice.OTHER): lambda: _("It is another one: add {name}"),
    ("contradiction", Choice.SAME): lambda: _("Row {row} counts"),
    ("contradiction", Choice.OTHER): lambda: _("This line counts: {value}"),
    ("contradiction", Choice.CHOSEN): lambda: _("Keep both: {both}"),
    ("live_without_version", Choice.PART): lambda: _("Leave the date out"),
    ("no_department", Choice.PART): lambda: _("Take the software alone"),
    ("unknown_function", Choice.PART): lambda: _("Say the function later"),
    ("unknown_function", Choice.OTHER): lambda: _("None of the binder’s functions"),
    ("purpose_doubled", Choice.OTHER): lambda: _("None of the binder’s functions"),
    ("unknown_purpose", Choice.PART): lambda: _("Say it later: the tab Today will ask"),
    ("unknown_purpose", Choice.OTHER): lambda: _("None of the binder’s functions"),
    ("purpose_of_several", Choice.PART): lambda: _("Say it later: the tab Today will ask"),
    ("purpose_of_several", Choice.OTHER): lambda: _("None of the binder’s functions"),
    ("purpose_of_several", Choice.SAME): lambda: _("Both: {near}"),
    ("purpose_of_several", Choice.CHOSEN): lambda: _("Neither: only {stored}"),
    ("purpose_doubled", Choice.SAME): lambda: _("Yes, with a sheet of its own: {stored}"),
    ("purpose_doubled", Choice.PART): lambda: _("Say it later: the tab Today will ask"),
    ("title_in_name", Choice.SAME): lambda: _("The name is {near}"),
    ("title_in_name", Choice.OTHER): lambda: _("The name is right as it is written"),
    ("is_person", Choice.SAME): lambda: _("Yes, a member of the staff"),
    ("is_person", Choice.PART): lambda: _("No: nobody is appointed"),
    ("unsure_person", Choice.SAME): lambda: _("Yes: {near}"),
    ("unsure_person", Choice.PART): lambda: _("Leave the name out"),
    ("several_people", Choice.SAME): lambda: _("Yes, several: add each of them"),
    ("several_people", Choice.OTHER): lambda: _("No, one person of that name"),
    ("not_active_left", Choice.PART): lambda: _("They are still here"),
    ("unknown_establishment", Choice.PART): lambda: _("None of these: leave the place out"),
    ("private_number", Choice.SAME): lambda: _("It is private: do not show it"),
    ("private_number", Choice.OTHER): lambda: _("It is a number of work: take it"),
    ("hours_in_part", Choice.PART): lambda: _("In a rotation or not known: take no hours"),
    ("same_person", Choice.SAME): lambda: _("It is the same person: {near}"),
    ("same_person", Choice.OTHER): lambda: _("It is another person: {name}"),
    ("note_or_entry", Choice.SAME): lambda: _("Yes: take it"),
    ("note_or_entry", Choice.PART): lambda: _("No: it is a remark"),
    ("heading_or_entry", Choice.SAME): lambda: _("Yes: take it"),
    ("heading_or_entry", Choice.PART): lambda: _("No: it is a heading"),
    ("unsure_vendor", Choice.SAME): lambda: _("Yes: {near}"),
    ("unsure_vendor", Choice.PART): lambda: _("Leave the vendor out"),
    ("namesakes", Choice.SAME): lambda: _("It is one person"),
    ("namesakes", Choice.OTHER): lambda: _("They are different persons of one name"),
    ("unknown_department", Choice.PART): lambda: _("It holds for the whole establishment"),
    ("which_physician", Choice.PART): lambda: _("None of these: say it later"),
    ("which_manager", Choice.PART): lambda: _("None of these: say it later"),
    ("vendor_or_department", Choice.SAME): lambda: _("It is a department of the hospital"),
    ("finess_zero_lost", Choice.SAME): lambda: _("Put it back: 0{value}"),
    ("finess_zero_lost", Choice.PART): lambda: _("Leave the FINESS number out"),
}


def offer_text(question: Question, offer: Offer) -> str:
    """An answer as its button says it."""
    said = _ANSWERS.get((question.code, offer.reply.choice))
    is_named = offer.reply.choice is Choice.CHOSEN and offer.name
    if said is None or (is_named and question.code != "contradiction"):
        return offer.name
    return said().format(both=offer.name, **_fields(question))


def warning_text(remark: Remark, words: ImportWords) -> str:
    """What makes no sense of a column, with examples."""
    texts = {
        "list_below": _(
            "Row {row} looks like the titles of another list below this one: leave its lines out "
            "here, and import the file again with row {row} as its titles."
        ),
        "same_field_twice": _(
            "Columns {value} are both “{field}”: only the first that is filled is taken."
        ),
        "numbers_as_names": _(
            "Column {column} is said to be “{field}”, but holds numbers: {value}."
        ),
        "days_as_numbers": _("Column {column} is said to be “{field}”, but holds dates: {value}."),
        "unreadable": _(
            "{share} % of column {column} cannot be read as “{field}”: {value}. Is it the right "
            "column?"
        ),
    }
    return texts[remark.code].format(
        column=remark.column,
        field=words.field(remark.value("field")),
        value=remark.value("value"),
        share=remark.value("share"),
        row=remark.value("row"),
    )


def apply_text(lines: Iterable[GuideLine]) -> str:
    """What the button will do; a line with an open question counts where part of it is clear."""
    added = changed = 0
    for line in lines:
        if any(remark.code == "added" for remark in line.report.remarks):
            added += 1
        elif any(remark.concern is Concern.CHANGE for remark in line.report.remarks):
            changed += 1
    if not added:
        text = ngettext("Change {count} line", "Change {count} lines", changed)
        return text.format(count=counted(changed)) if changed else ""
    text = ngettext("Add {count} line", "Add {count} lines", added).format(count=counted(added))
    if not changed:
        return text
    more = ngettext("change {count}", "change {count}", changed).format(count=counted(changed))
    return f"{text}, {more}"


def left_text(report: ImportReport) -> str:
    """What will not be taken, beside the button."""
    doubtful, refused = report.counts[Outcome.DOUBTFUL], report.counts[Outcome.REFUSED]
    parts = []
    if doubtful:
        parts.append(
            ngettext(
                "{count} question is open: what is not clear in its line is left out.",
                "{count} lines have open questions: what is not clear in them is left out.",
                doubtful,
            ).format(count=counted(doubtful))
        )
    if refused:
        parts.append(
            ngettext("{count} line is not taken.", "{count} lines are not taken.", refused).format(
                count=counted(refused)
            )
        )
    return " ".join(parts)
