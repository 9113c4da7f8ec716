"""Values put into words for a reader: days, durations, hours of a week, kinds, reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from referent_desk.domain.departments import NodeKind
from referent_desk.domain.hours_in_words import hours_in_words
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.procedures import Reason
from referent_desk.domain.software import Hosting
from referent_desk.language import _, ngettext, spoken

_OWN_LETTERS = re.compile(r"[a-z]{1,2}-?[A-Z]")
"""A proper name that begins with a small letter."""


def sentence_case(text: str) -> str:
    """A word that stands at the beginning of a line: `référent` as `Référent`, `e-PMSI` as is."""
    return text if _OWN_LETTERS.match(text) else text[:1].upper() + text[1:]


def counted(number: int) -> str:
    """`4 000`, `4,000`."""
    return f"{number:,}".replace(",", "\u00a0" if spoken().code == "fr" else ",")


def function_name(name: str) -> str:
    """A deployment may name no function: nobody has said what the program is used for."""
    return name or _("Function to be named")


def function_used(name: str, *, outside: bool) -> str:
    """Of a use: what it is for, if that is a function at all."""
    return _("none of the binder’s functions") if outside and not name else function_name(name)


def day(value: date | None) -> str:
    return spoken().date(value) if value is not None else ""


def short_day(value: date | None) -> str:
    return spoken().short_date(value) if value is not None else ""


def duration(minutes: int | None) -> str:
    """`30 min`, `4 h`, `1 h 30`, `3 days`; empty where nobody defined it."""
    if minutes is None:
        return ""
    if minutes >= 48 * 60 and minutes % (24 * 60) == 0:
        days = minutes // (24 * 60)
        return ngettext("{count} day", "{count} days", days).format(count=days)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}\u00a0min"
    return f"{hours}\u00a0h\u00a0{rest:02}" if rest else f"{hours}\u00a0h"


def node_kind(kind: NodeKind) -> str:
    return {
        NodeKind.GROUP: _("hospital group"),
        NodeKind.ESTABLISHMENT: _("establishment"),
        NodeKind.POLE: _("pole"),
        NodeKind.DEPARTMENT: _("department"),
        NodeKind.UNIT: _("functional unit"),
    }[kind]


def hosting(value: Hosting) -> str:
    return {
        Hosting.UNKNOWN: "",
        Hosting.ON_SITE: _("on site"),
        Hosting.GROUP: _("by the hospital group"),
        Hosting.VENDOR: _("by the vendor"),
        Hosting.THIS_PC: _("on this PC"),
    }[value]


def criticality(value: int | None) -> str:
    if value is None:
        return ""
    return {1: _("1, vital"), 2: _("2, high"), 3: _("3, medium"), 4: _("4, low")}.get(
        value, str(value)
    )


def referent_role(kind: AppointmentKind, rank: AppointmentRank) -> str:
    return {
        (AppointmentKind.SOFTWARE, AppointmentRank.MAIN): _("software referent"),
        (AppointmentKind.SOFTWARE, AppointmentRank.DEPUTY): _("deputy software referent"),
        (AppointmentKind.SECURITY, AppointmentRank.MAIN): _("security referent"),
        (AppointmentKind.SECURITY, AppointmentRank.DEPUTY): _("deputy security referent"),
    }[kind, rank]


def referent_code(code: str) -> str:
    """`security_deputy` and the like: a kind and a rank of appointment."""
    kind, _separator, rank = code.partition("_")
    return referent_role(AppointmentKind(kind), AppointmentRank(rank))


def weekly_hours(text: str) -> str:
    """The stored hours as one says them, a line for each stretch."""
    return "\n".join(hours_in_words(text, spoken()))


def reason(why: Reason) -> str:
    """Why a procedure is in its state, as a sentence."""
    sentence = _reasons().get(why.code)
    if sentence is None:
        return why.code
    return sentence({k: day(v) if isinstance(v, date) else str(v) for k, v in why.fields.items()})


def _reasons() -> Mapping[str, Callable[[Mapping[str, str]], str]]:
    return {
        "no_procedure": lambda _f: _(
            "Nobody has written what to do here. The binder prints a sheet that says whom to ask."
        ),
        "draft_only": lambda _f: _(
            "Nobody has approved this draft yet. The sheet is printed with a bar that says so."
        ),
        "draft_submitted": lambda f: _(
            "{who} submitted it on {day}, mark {mark}: it waits for a signature."
        ).format(**f),
        "withdrawn": lambda f: _("The procedure was withdrawn on {day}: {why}").format(**f),
        "never_verified": lambda _f: _(
            "Nobody has tried it yet. The sheet is printed with a bar that says so."
        ),
        "verification_failed": lambda f: _(
            "It was tried on {day} on version {version} and failed."
        ).format(**f),
        "newer_release": lambda f: _(
            "Verified on version {version} on {day}; version {running} runs now. "
            "The sheet is printed with a bar that says so."
        ).format(**f),
        "worked_partly": lambda f: _(
            "It was tried on {day} on version {version} and worked only in part."
        ).format(**f),
        "review_due": lambda f: _("It should have been reviewed by {day}.").format(**f),
        "verified": lambda f: _("Verified on {day} on version {version}.").format(**f),
    }
