"""What there is to do with the copies of a binder, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from referent_desk.domain.tasks import Task, Urgency
from referent_desk.gui.today.phrases import TaskWords, listed, number_of, with_names
from referent_desk.gui.wordings import day, sentence_case
from referent_desk.language import _, ngettext


def _replacements(task: Task) -> TaskWords:
    count, copies = number_of(task), number_of(task, "copies")
    if copies == 1:
        title = ngettext(
            "{count} sheet to replace in copy {copy}",
            "{count} sheets to replace in copy {copy}",
            count,
        )
    else:
        title = ngettext(
            "{count} sheet to replace in {copies} copies",
            "{count} sheets to replace in {copies} copies",
            count,
        )
    reason = _("What lies on the shelf is older than what is known here.")
    if task.urgency is Urgency.NOW:
        reason = _("Whoever opened the binder tonight would be misled.")
    return TaskWords(
        title.format(count=count, copies=copies, copy=task.fields.get("copy", "")),
        _("{names}. {sentence}").format(names=sentence_case(listed(task.names)), sentence=reason)
        if task.names
        else reason,
        _("See and print…"),
    )


def _to_file(task: Task) -> TaskWords:
    count, copies = number_of(task), number_of(task, "copies")
    if copies == 1:
        title = ngettext(
            "File {count} sheet in copy {copy}", "File {count} sheets in copy {copy}", count
        )
    else:
        title = ngettext(
            "File {count} sheet in {copies} copies", "File {count} sheets in {copies} copies", count
        )
    if task.fields.get("on_paper"):
        reason = _("They lie on paper; until they are in the binder, the old ones are used.")
        button = _("They are filed…")
    else:
        reason = _("They were prepared. Nobody has said yet that the paper came out.")
        button = _("Say what became of it…")
    shown = title.format(count=count, copies=copies, copy=task.fields.get("copy", ""))
    return TaskWords(shown, reason, button)


def _copy_empty(task: Task) -> TaskWords:
    copies = number_of(task, "copies")
    title = ngettext("Copy {copy} is still empty", "{copies} copies are still empty", copies)
    return TaskWords(
        title.format(copy=task.fields.get("copy", ""), copies=copies),
        _("It has a place, but nothing lies in it."),
        _("Print for it…"),
    )


def _not_certain(task: Task) -> TaskWords:
    copies = number_of(task, "copies")
    title = ngettext(
        "It is not certain what lies in copy {copy}",
        "It is not certain what lies in {copies} copies",
        copies,
    )
    reason = _(
        "A backup was put back: sheets may lie there that the program does not know any more. "
        "Only a whole binder, filed, makes it certain again."
    )
    button = _("Print for it…") if task.fields.get("checked") else _("Look at the shelf first…")
    return TaskWords(title.format(copy=task.fields.get("copy", ""), copies=copies), reason, button)


def _shelf_check(task: Task) -> TaskWords:
    copies = number_of(task, "copies")
    title = ngettext(
        "Check copy {copy} on its shelf", "Check {copies} copies on their shelves", copies
    )
    return TaskWords(
        title.format(copy=task.fields.get("copy", ""), copies=copies),
        _("A few codes read on the paper tell whether it is whole and up to date."),
        _("Begin the check…"),
    )


def _sheets_ahead(task: Task) -> TaskWords:
    count, on = number_of(task), task.fields.get("day")
    title = ngettext(
        "{count} sheet will change on {day}", "{count} sheets will change on {day}", count
    ).format(count=count, day=day(on if isinstance(on, date) else None))
    reason = _("From that day on there is paper to replace; until then it is right.")
    return TaskWords(title, with_names(task, reason), _("See what comes"))


COPY_WORDS: Mapping[str, Callable[[Task], TaskWords]] = {
    "replacements": _replacements,
    "to_file": _to_file,
    "copy_empty": _copy_empty,
    "not_certain": _not_certain,
    "shelf_check": _shelf_check,
    "sheets_ahead": _sheets_ahead,
}
