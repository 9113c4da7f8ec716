"""Reasons that are about whom to call: with the day, without it, and of what is to come."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.language import Language

Sentences = tuple[str, str, str]


def role_word(code: str, label: str, language: Language) -> str:
    """What somebody is: `deputy`, or the role as the sheet itself names it."""
    _ = language.gettext
    known = {"referent": _("software referent"), "deputy": _("deputy")}
    if code in known:
        return known[code]
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


PEOPLE: Mapping[str, Callable[[Callable[[str], str]], Sentences]] = {
    "deputy_left": lambda _: (
        _("the deputy left on {day}"),
        _("the deputy left"),
        _("the deputy leaves on {day}"),
    ),
    "referent_left": lambda _: (
        _("the software referent left on {day}"),
        _("the software referent left"),
        _("the software referent leaves on {day}"),
    ),
    "person_left": lambda _: (
        _("{was} ({role}) left on {day}"),
        _("{was} ({role}) left"),
        _("{was} ({role}) leaves on {day}"),
    ),
    "appointment_ended": lambda _: (
        _("the appointment of {of_former} ({role}) ended on {day}"),
        _("the appointment of {of_former} ({role}) ended"),
        _("the appointment of {of_former} ({role}) ends on {day}"),
    ),
    "appointed": lambda _: (
        _("the appointment of {of_name} ({role}) began on {day}"),
        _("the appointment of {of_name} ({role}) began"),
        _("the appointment of {of_name} ({role}) begins on {day}"),
    ),
    "renamed": lambda _: (
        _("{was} is called {name} since {day}"),
        _("{was} is called {name} now"),
        "",
    ),
    "contact_changed": lambda _: (
        _("{role}: {name} instead of {was} since {day}"),
        _("{role}: {name} instead of {was}"),
        _("{role}: {name} will stand instead of {was}"),
    ),
    "contact_added": lambda _: (
        _("{role}: {name} is new since {day}"),
        _("{role}: {name} is new"),
        _("{role}: {name} will be new"),
    ),
    "contact_gone": lambda _: (
        _("{role}: {was} is no longer named since {day}"),
        _("{role}: {was} is no longer named"),
        _("{role}: {was} will no longer be named"),
    ),
    "contact_number": lambda _: (
        _("the number of {of_name} changed on {day}"),
        _("the number of {of_name} changed"),
        _("the number of {of_name} will change"),
    ),
    "number_changed": lambda _: (
        _("{whose} number changed on {day}"),
        _("{whose} number changed"),
        _("{whose} number will change"),
    ),
    "line_added": lambda _: (
        _("“{label}” is new in the directory since {day}"),
        _("“{label}” is new in the directory"),
        "",
    ),
    "line_gone": lambda _: (
        _("“{label}” left the directory on {day}"),
        _("“{label}” is no longer in the directory"),
        "",
    ),
    "line_renamed": lambda _: (
        _("“{was}” is called “{label}” since {day}"),
        _("“{was}” is called “{label}” now"),
        "",
    ),
    "line_changed": lambda _: (
        _("what stands beside “{label}” changed on {day}"),
        _("what stands beside “{label}” changed"),
        "",
    ),
    "lines_moved": lambda _: (
        _("the lines stand in another order since {day}"),
        _("the lines stand in another order"),
        "",
    ),
    "support_changed": lambda _: (
        _("how to reach the support of {software} changed on {day}"),
        _("how to reach the support of {software} changed"),
        "",
    ),
}
