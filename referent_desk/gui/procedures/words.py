"""The words of the editor: its parts, its warnings, whose a procedure is."""

from __future__ import annotations

from referent_desk.domain.departments import NodeKind
from referent_desk.domain.draft_warnings import DraftWarning, Part
from referent_desk.domain.drafts import OwnerChoice, TextFault
from referent_desk.domain.pasted_texts import PastedTooLong
from referent_desk.domain.procedures import Revision
from referent_desk.gui.wordings import day
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.texts import part_word


def part_name(part: Part) -> str:
    return part_word(part, spoken())


def warning_sentence(warning: DraftWarning, mark: str = "") -> str:
    """`mark` is that of the step it is about, as it is printed."""
    fields = {**warning.fields, "mark": mark}
    sentences = {
        "many_pages": lambda: _("The sheet has {pages} pages: more than {most} are not read."),
        "many_steps": lambda: _("There are {count} numbered steps: beyond {most} one gets lost."),
        "long_step": lambda: _("Step {mark}: {words} words; {most} are read at a glance."),
        "unknown_form": lambda: _("Step {mark}: the form {code} is not known."),
        "unknown_means": lambda: _(
            "Step {mark}: nobody knows the means “{name}” here. Add it to the means, or change it."
        ),
        "empty_value": lambda: _("To fill in for this department: {name}"),
    }
    return sentences[warning.code]().format(**fields)


def owner_words(owner: OwnerChoice, department_id: str) -> str:
    """For whom the text would hold."""
    if owner.id == department_id:
        return _("For this department only: {name}").format(name=owner.name)
    sentences = {
        NodeKind.GROUP: _("For the whole group: {name}"),
        NodeKind.ESTABLISHMENT: _("For the whole hospital: {name}"),
        NodeKind.POLE: _("For the whole pole: {name}"),
    }
    return sentences.get(owner.kind, _("For all of: {name}")).format(name=owner.name)


def revision_words(revision: Revision, procedure_id: str = "", owner: str = "") -> str:
    """`owner`, if known, of a text that is not of the procedure one reads about."""
    if procedure_id not in {"", revision.procedure_id}:
        said = _("{owner}, {revision}") if owner else _("text above, {revision}")
        return said.format(owner=owner, revision=revision_words(revision))
    if revision.number is None:
        return _("draft")
    if revision.in_force_on is None:
        return _("revision {number}").format(number=revision.number)
    return _("revision {number}, in force from {day}").format(
        number=revision.number, day=day(revision.in_force_on)
    )


def pasted_too_long(error: PastedTooLong) -> str:
    if error.lines:
        return _(
            "What was copied has {count} lines, and {most} fit at once. Nothing was pasted: copy "
            "a part of it."
        ).format(count=error.count, most=error.most)
    return _(
        "What was copied has {count} letters, and {most} fit here. Nothing was pasted: copy a "
        "part of it."
    ).format(count=error.count, most=error.most)


def fault_sentence(fault: TextFault) -> str:
    """Why the text is not saved as it stands; it stays typed."""
    return {
        "no_title": lambda: _("Give the procedure a title: without one it is not saved."),
        "long_title": lambda: _("The title is longer than {most} letters: it is not saved."),
        "many_steps": lambda: _("There are more than {most} steps: they are not saved."),
        "many_lines": lambda: _("A part has more than {most} lines: it is not saved."),
        "many_forms": lambda: _("A step names more than {most} forms: it is not saved."),
        "many_means": lambda: _("A step names more than {most} means: it is not saved."),
        "long_piece": lambda: _("A line is longer than {most} letters: it is not saved."),
    }[fault.code]().format(most=fault.most)


def page_count(pages: int) -> str:
    return ngettext("{count} page", "{count} pages", pages).format(count=pages)
