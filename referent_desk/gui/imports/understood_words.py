"""What was understood of the words of a file, and what of them is kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable

from referent_desk.domain.imports.guides import GuideLine
from referent_desk.domain.imports.reports import Concern, ImportReport, Remark
from referent_desk.gui.labels import shortened
from referent_desk.gui.questions_imports import ImportWords
from referent_desk.gui.wordings import counted
from referent_desk.language import _, ngettext

_NAMES_LETTERS = 70
_TAKEN_FOR = {"functions_of_purpose": "stored", "functions_of_kind": "value"}
"""Reasons that name functions, and the field that holds them."""
_LEFT_IN_LINE = frozenset(
    {"functions_added", "functions_left", "purpose_in_part", "read_as", "same_as_nothing",
     "purpose_outside",
     "purpose_without_use", "remark_not_kept",
     "remark_of_list", "remark_without_use", "referent_is_post", "referent_not_stored",
     "person_not_added", "role_is_nobody", "not_stored", "not_each", "hours_of_days", "hours_turn"}
)  # fmt: skip
"""Reasons of words of the file that are kept nowhere, though the line is taken, and of what a
person chose instead."""
_UNNAMED = frozenset({"unknown_purpose", "purpose_of_several", "purpose_doubled"})


def said_of(remark: Remark, words: ImportWords) -> str:
    """A reason as the guide says it: what is told to a command otherwise has words of its own."""
    if remark.code == "no_establishment":
        return _("No establishment is named. Go back to the columns and say which one it is.")
    if remark.code == "near_name" and remark.concern is Concern.DOUBT:
        return _("“{name}” is nearly “{near}”, which is known here.").format(
            name=remark.value("name"), near=remark.value("near")
        )
    return words.sentence(remark)


def reason_of(line: GuideLine, words: ImportWords) -> str:
    """What to know of a line in a list: its question, its refusal, what is lost, what changes."""
    remarks = line.report.remarks
    for concern in (Concern.DOUBT, Concern.REFUSAL):
        for remark in remarks:
            if remark.concern is concern:
                return said_of(remark, words)
    fields = [words.field(r.value("field")) for r in remarks if r.concern is Concern.CHANGE]
    damaged = next((r for r in remarks if r.concern is Concern.DAMAGE), None)
    if fields:
        lost = said_of(damaged, words) if damaged else kept_nowhere(remarks, words)
        return " – ".join(filter(None, (lost, ", ".join(dict.fromkeys(fields)))))
    repeated = [r for r in remarks if r.code == "as_row"]
    if repeated:
        return _("as row {row}").format(row=repeated[0].value("row"))
    told = (r for r in remarks if r.concern in {Concern.DAMAGE, Concern.KEPT})
    first = next(told, None)
    return said_of(first, words) if first else understood(remarks, words)


def understood(remarks: Iterable[Remark], words: ImportWords) -> str:
    """What a line was taken for, where its words are not those of the program; what was left."""
    each = tuple(remarks)
    said = (
        _("Used for: {functions}.").format(functions=remark.value(_TAKEN_FOR[remark.code]))
        for remark in each
        if remark.code in _TAKEN_FOR
    )
    return " ".join(filter(None, (*said, kept_nowhere(each, words))))


def kept_nowhere(remarks: Iterable[Remark], words: ImportWords) -> str:
    """What is left of a line that is taken."""
    return " ".join(said_of(remark, words) for remark in remarks if remark.code in _LEFT_IN_LINE)


def people_text(names: tuple[str, ...]) -> str:
    """Whom the file names and nobody here knows."""
    return ngettext(
        "Create this person, who is not known here yet: {names}",
        "Create these {count} persons, who are not known here yet: {names}",
        len(names),
    ).format(count=counted(len(names)), names=shortened(", ".join(names), _NAMES_LETTERS))


def unnamed_text(report: ImportReport) -> str:
    """Software of which the file says nothing that was understood, and nobody was asked."""
    names = dict.fromkeys(
        remark.value("name")
        for line in report.lines
        for remark in line.remarks
        if remark.concern is Concern.DOUBT and remark.code in _UNNAMED
    )
    if not names:
        return ""
    return ngettext(
        "What {names} is used for was not understood: the tab Today asks, with the words of your "
        "list.",
        "What {count} programs are used for was not understood ({names}): the tab Today asks, "
        "with the words of your list.",
        len(names),
    ).format(count=counted(len(names)), names=shortened(", ".join(names), _NAMES_LETTERS))


def unappointed_text(report: ImportReport) -> str:
    """Whom the file names for a program that others answer for already."""
    codes = {"referent_kept", "deputy_kept"}
    kept = (r for line in report.lines for r in line.remarks if r.code in codes)
    names = dict.fromkeys(remark.value("name") for remark in kept)
    if not names:
        return ""
    return ngettext(
        "Named in your list and not appointed, because others answer for it already: {names}.",
        "Named in your list and not appointed, because others answer for these already: {names}.",
        len(names),
    ).format(names=shortened(", ".join(names), _NAMES_LETTERS))
