"""Why somebody is proposed and what is to be seen before, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.domain.nominations import Candidate, Caution, Reason, Warn, Why
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.language import Language


def reason_words(reason: Reason, language: Language) -> str:
    """In small letters, as within a line."""
    _ = language.gettext
    if reason.why is Why.GAVE_HELP:
        return language.ngettext(
            "helped colleagues once", "helped colleagues {count} times", reason.count
        ).format(count=reason.count)
    return {
        Why.REFERENT_HERE: _("is the software referent: by default the same person"),
        Why.TRAINS: _("trains others in it"),
        Why.HELPS: _("helps others with it"),
        Why.USES: _("uses it"),
        Why.TRAINED: _("was trained in it"),
        Why.CAME_FORWARD: _("came forward"),
        Why.DEPUTY: _("is the deputy"),
        Why.DESK: _("medico-administrative work"),
        Why.FIXED_HOURS: _("fixed hours"),
    }[reason.why]


def candidate_words(candidate: Candidate, language: Language) -> str:
    """All that speaks for somebody, then what they answer for already."""
    _ = language.gettext
    told = [reason_words(reason, language) for reason in candidate.reasons]
    offices = candidate.colleague.offices
    if offices:
        told.append(
            language.ngettext(
                "already appointed {count} time", "already appointed {count} times", offices
            ).format(count=offices)
        )
    if candidate.has_much:
        told.append(_("that is much"))
    return ", ".join(told)


def caution_words(caution: Caution, language: Language) -> str:
    """One sentence or two; nothing of it forbids anything."""
    _, names = language.gettext, caution.names
    first = names[0] if names else ""
    day = language.date(caution.day) if caution.day is not None else ""
    hours, minutes = divmod(caution.count, 60)
    sentences: Mapping[Warn, Callable[[], str]] = {
        Warn.NAMESAKE: lambda: _(
            "{count} people are called {name}. Chosen: {chosen}. The others: {others}."
        ).format(
            count=caution.count,
            name=first,
            chosen=names[1] or _("nothing is known of them"),
            others=" · ".join(name or _("nothing is known of them") for name in names[2:]),
        ),
        Warn.DEPUTY_WITHOUT_MAIN: lambda: _(
            "There is no main referent whom a deputy could stand in for."
        ),
        Warn.OTHER_HOLDER: lambda: _(
            "{names} holds this office at the same time. Two are possible, but the sheets name "
            "only one, the longest in office by the dates. Rather make one of them the deputy."
        ).format(names=", ".join(names)),
        Warn.BOTH_RANKS: lambda: _(
            "{name} would be main referent and deputy of the same: nobody would stand in."
        ).format(name=first),
        Warn.LEAVES_BEFORE: lambda: _(
            "{name} leaves on {day}, before this ends. Plan who follows."
        ).format(name=first, day=day),
        Warn.MANY_OFFICES: lambda: _(
            "{name} is appointed {count} times already: that is much for one person."
        ).format(name=first, count=caution.count),
        Warn.MUCH_TIME: lambda: _(
            "With this, {name} has {hours} h {minutes:02} a week for such offices: that is much of "
            "their hours."
        ).format(name=first, hours=hours, minutes=minutes),
        Warn.NOBODY_CAME_FORWARD: lambda: _(
            "Nobody has come forward. Proposed are those with fixed hours, at work in the ward and "
            "seldom called away."
        ),
        Warn.WAITS: lambda: _("This is proposed to {names} since {day}, without an answer.").format(
            names=", ".join(names), day=day
        ),
    }
    return sentences[caution.warn]()


def office_words(kind: AppointmentKind, rank: AppointmentRank, language: Language) -> str:
    _ = language.gettext
    return {
        ("software", "main"): _("software referent"),
        ("software", "deputy"): _("deputy software referent"),
        ("security", "main"): _("security referent"),
        ("security", "deputy"): _("deputy security referent"),
    }[kind, rank]
