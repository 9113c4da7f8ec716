"""Advice for purchasing as records for scripts, and the software that a text means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from referent_desk.domain.advice import Advice, Side
from referent_desk.domain.texts import clean_line, spelling_key
from referent_desk.errors import NotFound
from referent_desk.language import _, spoken
from referent_desk.storage.spellings import software_spelled
from referent_desk.usecases.desks import Desk
from referent_desk.words.advice import reason_sentence


def named_software(desk: Desk, text: str) -> str:
    """Its id, by its name or another spelling of it."""
    name = clean_line(text)
    with desk.database.read() as connection:
        found = software_spelled(connection, spelling_key(name)) if name else None
    if found is None:
        raise NotFound(
            _("No software is called “{name}”.").format(name=name),
            _("“list software” shows them all."),
        )
    return found[0]


def advice_records(found: Iterable[Advice]) -> Iterator[dict[str, object]]:
    """One for each software, what presses most first. Verdicts: keep, press, replace or empty."""
    for advice in found:
        facts = advice.facts
        yield {
            "software": facts.name,
            "vendor": facts.vendor,
            "said": str(advice.given.verdict),
            "proposed": str(advice.proposed),
            "points_against": advice.points(Side.AGAINST),
            "points_for": advice.points(Side.FOR),
            "departments": facts.usage.departments,
            "users": facts.usage.users,
            "beds": facts.usage.beds,
            "contract_ends_on": facts.contract.ends_on,
            **facts.contract.answers,
        }


def reason_records(advice: Advice) -> Iterator[dict[str, object]]:
    """One for each reason of one software, those against it first."""
    for side in (Side.AGAINST, Side.FOR, Side.TOLD):
        for reason in advice.on(side):
            yield {
                "software": advice.facts.name,
                "side": str(side),
                "points": reason.points,
                "reason": reason_sentence(reason, spoken()),
            }
