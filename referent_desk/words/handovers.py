"""What is handed over, in words: for the page and for the file that both sign."""

from __future__ import annotations

from collections.abc import Mapping

from referent_desk.domain.handovers import HandoverCode, HandoverItem
from referent_desk.domain.successions import Answer, Follower, Follows, LeavesBecause, Leaving
from referent_desk.language import Language


def item_text(item: HandoverItem, language: Language) -> str:
    return item.what or _items(language).get(item.code, item.code)


def _items(language: Language) -> Mapping[str, str]:
    _ = language.gettext
    return {
        HandoverCode.BINDER_SHOWN: _("binder shown: each copy seen in its place"),
        HandoverCode.PASSWORDS: _("where passwords are kept, and who opens it"),
        HandoverCode.TIPS_READ: _("tips read together, on a workstation"),
        HandoverCode.TICKETS_PASSED: _("open tickets and troubles passed on"),
        HandoverCode.DRILLS_PLANNED: _("drills to come: day, who leads them"),
        HandoverCode.ACTIONS_PASSED: _("open actions passed on, with their day"),
        HandoverCode.DIRECTORY_READ: _("emergency directory read together"),
        HandoverCode.ACCESS_ASKED: _("accesses asked of the IT department, in one’s own name"),
        HandoverCode.IT_TOLD: _("team, ward manager and IT department told"),
    }


def office(answer: Answer, language: Language) -> str:
    """`security referent, deputy`, `software referent (Dossier+)`."""
    _ = language.gettext
    kind = _("security referent") if answer.kind == "security" else _("software referent")
    if answer.rank == "deputy":
        kind = _("{office}, deputy").format(office=kind)
    return f"{kind} ({answer.software})" if answer.software else kind


def leaving_sentence(leaving: Leaving, language: Language) -> str:
    """Who leaves, when, why."""
    _ = language.gettext
    said = {
        LeavesBecause.DEPARTURE: _("{person} leaves: the last day is {day}."),
        LeavesBecause.OFFICE_ENDS: _("The office of {person} ends on {day}."),
        LeavesBecause.ABSENCE: _("{person} is away for long; the last day before is {day}."),
    }[leaving.why]
    return said.format(person=leaving.person, day=language.date(leaving.last_day))


def follower_text(follower: Follower, language: Language) -> str:
    """A name and why: `Ada Moreau (deputy)`."""
    _ = language.gettext
    why = {
        Follows.DEPUTY: _("deputy"),
        Follows.TRAINS: _("trains others on {software}"),
        Follows.HELPS: _("helps others with {software}"),
        Follows.COLLEAGUE: _("works here"),
    }[follower.why].format(software=follower.software)
    return f"{follower.person} ({why})"
