"""What stands in the place of the names of a letter, in the language of the paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from referent_desk.domain.objectives import Objective, Office
from referent_desk.language import Language
from referent_desk.words.nominations import office_words


def office_fields(
    office: Office, who: tuple[str, str], places: tuple[str, str], today: date, language: Language
) -> Mapping[str, str]:
    """`who`: name and position; `places`: department and establishment."""
    _ = language.gettext
    name, role = who
    return {
        "name": name,
        "role": role,
        "who": f"{name}, {role}" if role else name,
        "department": places[0],
        "establishment": places[1],
        "office": office_words(office.kind, office.rank, language),
        "software": office.software or _("all those of the department"),
        "from": language.date(office.since or today),
        "since": _("This office was entrusted to them on {day}.").format(
            day=language.date(office.since)
        )
        if office.since
        else "",
        "until": _("ending on {day}").format(day=language.date(office.until))
        if office.until
        else _("without an end date"),
        "time": time_words(office.minutes_a_week, language),
        "appointed_by": office.appointed_by,
        "today": language.date(today),
    }


def time_words(minutes: int | None, language: Language) -> str:
    """Where nobody has said it, room to write it in by hand."""
    _ = language.gettext
    if not minutes:
        return _("a time of ______ h a week")
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("a time of {minutes} min a week").format(minutes=rest)
    if not rest:
        return _("a time of {hours} h a week").format(hours=hours)
    return _("a time of {hours} h {minutes:02} a week").format(hours=hours, minutes=rest)


def objective_lines(objectives: Sequence[Objective], language: Language) -> str:
    """The open ones, a line for each."""
    _ = language.gettext
    return "\n".join(
        _("- {what} (by {day})").format(what=one.what, day=language.date(one.due_on))
        for one in objectives
        if one.reached_on is None
    )


def partner_words(name: str, office: Office, language: Language) -> str:
    """Who shares the office; nothing where nobody does."""
    _ = language.gettext
    if not name:
        return ""
    if office.rank == "main":
        return _("Your deputy is {name}.").format(name=name)
    return _("You stand in for {name}.").format(name=name)


def deed_lines(counts: Mapping[str, int], language: Language) -> str:
    """What was done at least once, a line for each."""
    ngettext = language.ngettext
    hours = round(counts.get("training_minutes", 0) / 60)
    lines = {
        "helps": ngettext(
            "- help given to colleagues: {count} time",
            "- help given to colleagues: {count} times",
            counts.get("helps", 0),
        ),
        "trainings": ngettext(
            "- trainings given: {count}", "- trainings given: {count}", counts.get("trainings", 0)
        ),
        "verifications": ngettext(
            "- degraded-mode procedures verified: {count}",
            "- degraded-mode procedures verified: {count}",
            counts.get("verifications", 0),
        ),
        "drills": ngettext(
            "- drills led: {count}", "- drills led: {count}", counts.get("drills", 0)
        ),
    }
    told = []
    for deed, line in lines.items():
        if counts.get(deed):
            said = line.format(count=counts[deed])
            if deed == "trainings" and hours:
                said += language.gettext(" ({hours} h)").format(hours=hours)
            told.append(said)
    return "\n".join(told)


def reached_lines(reached: Sequence[tuple[str, str]], language: Language) -> str:
    _ = language.gettext
    return "\n".join(
        _("- {what}: {outcome}").format(what=what, outcome=outcome) if outcome else f"- {what}"
        for what, outcome in reached
    )
