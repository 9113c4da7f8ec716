"""What there is to verify, to approve and to review, and what was promised, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.domain.tasks import Task
from referent_desk.gui.today.phrases import TaskWords, day_of, name_of, number_of, with_names
from referent_desk.language import _, ngettext


def _verify_again(task: Task) -> TaskWords:
    """`Dossier+ 9.5: 3 degraded modes to verify again`."""
    count = number_of(task)
    release = " ".join(
        part for part in (str(task.fields.get(key, "")) for key in ("software", "version")) if part
    )
    title = ngettext(
        "{release}: {count} degraded mode to verify again",
        "{release}: {count} degraded modes to verify again",
        count,
    ).format(release=release, count=count)
    reason = ngettext(
        "Until somebody has tried it on this version, its sheet says so in a bar.",
        "Until somebody has tried them on this version, their sheets say so in a bar.",
        count,
    )
    if count == 1 and task.names:
        reason = _("{names}. {sentence}").format(names=name_of(task), sentence=reason)
    return TaskWords(title, with_names(task, reason), _verify(count))


def _verify(count: int) -> str:
    return _("Verify it…") if count == 1 else _("Verify the first one…")


def _failed(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: the degraded mode did not work when it was tried",
        "{count} degraded modes did not work when they were tried",
        count,
    ).format(name=name_of(task), count=count)
    reason = _("Whoever relied on it tonight would be stuck. Mend the text, then try it again.")
    return TaskWords(title, with_names(task, reason), _verify(count))


def _never_verified(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: degraded mode never verified", "{count} degraded modes never verified", count
    ).format(name=name_of(task), count=count)
    reason = _("Nobody has tried yet whether it works here: five questions, four minutes.")
    return TaskWords(title, with_names(task, reason), _verify(count))


def _software_retired(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name} is retired, and still used here by what is recorded",
        "{count} retired programs are still used here by what is recorded",
        count,
    ).format(name=name_of(task), count=count)
    reason = _("Its sheets stay in the binder. Say what is used now, and end the old use.")
    return TaskWords(title, with_names(task, reason), _("See the uses…"))


def _action_overdue(task: Task) -> TaskWords:
    count, owner = number_of(task), str(task.fields.get("owner") or "")
    title = ngettext("Action overdue: {name}", "{count} actions overdue", count).format(
        name=_said(task), count=count
    )
    if count > 1:
        reason = _("The first of them was to be done by {day}.")
    elif owner:
        reason = _("{owner} was to do it by {day}.")
    else:
        reason = _("It was to be done by {day}; nobody is named for it.")
    return TaskWords(title, reason.format(owner=owner, day=day_of(task)), _("See the actions…"))


def _action_due(task: Task) -> TaskWords:
    count, owner = number_of(task), str(task.fields.get("owner") or "")
    title = ngettext("Action due soon: {name}", "{count} actions due within a week", count).format(
        name=_said(task), count=count
    )
    if count > 1:
        reason = _("The first of them is to be done by {day}.")
    elif owner:
        reason = _("{owner} is to do it by {day}.")
    else:
        reason = _("It is to be done by {day}; nobody is named for it.")
    return TaskWords(title, reason.format(owner=owner, day=day_of(task)), _("See the actions…"))


def _said(task: Task) -> str:
    """What was promised is a sentence that somebody typed."""
    return name_of(task).rstrip(" .")


def _approval_waits(task: Task) -> TaskWords:
    count, about = number_of(task), str(task.fields.get("about") or "")
    title = ngettext(
        "{name}: a signature is awaited", "{count} degraded modes await a signature", count
    ).format(name=name_of(task), count=count)
    if count > 1:
        reason = _("The first was submitted on {day}.")
    elif about:
        reason = _("{person} submitted it on {day}.")
    else:
        reason = _("It was submitted on {day}.")
    reason = reason.format(person=about, day=day_of(task))
    return TaskWords(title, with_names(task, reason), _("Record the signature…"))


def _review_due(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: review overdue", "{count} degraded modes whose review is overdue", count
    ).format(name=name_of(task), count=count)
    reason = ngettext(
        "It was to be read again by {day}.", "The first was to be read again by {day}.", count
    ).format(day=day_of(task))
    return TaskWords(title, with_names(task, reason), _read_again(count))


def _review_near(task: Task) -> TaskWords:
    count = number_of(task)
    title = ngettext(
        "{name}: to be reviewed", "{count} degraded modes to be reviewed", count
    ).format(name=name_of(task), count=count)
    reason = ngettext(
        "It is to be read again by {day}.", "The first is to be read again by {day}.", count
    ).format(day=day_of(task))
    return TaskWords(title, with_names(task, reason), _read_again(count))


def _read_again(count: int) -> str:
    return _("Read it again…") if count == 1 else _("Read the first one again…")


def _upper_text(task: Task) -> TaskWords:
    count, about = number_of(task), str(task.fields.get("about") or "")
    if count == 1 and about:
        title = _("{name}: newer text ({owner})")
    else:
        title = ngettext(
            "{name}: a text from above has changed",
            "{count} texts from above have changed",
            count,
        )
    reason = _("Another version holds here. See the difference, then keep it or take theirs.")
    return TaskWords(
        title.format(name=name_of(task), owner=about, count=count),
        with_names(task, reason),
        _("See the difference…"),
    )


TRIAL_WORDS: Mapping[str, Callable[[Task], TaskWords]] = {
    "verify_again": _verify_again,
    "verification_failed": _failed,
    "never_verified": _never_verified,
    "software_retired": _software_retired,
    "action_overdue": _action_overdue,
    "action_due": _action_due,
    "approval_waits": _approval_waits,
    "review_due": _review_due,
    "review_near": _review_near,
    "upper_text": _upper_text,
}
