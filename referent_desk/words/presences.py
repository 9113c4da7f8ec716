"""Presence in words: for the window, for paper, for lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta

from referent_desk.domain.hours_in_words import hours_in_words, weekday
from referent_desk.domain.people import Person
from referent_desk.domain.presence_weeks import PresenceWeek, SubjectWeek
from referent_desk.domain.presences import ALL, SECURITY, Cover, Neighbour
from referent_desk.domain.rotations import Rotation
from referent_desk.domain.values import dataclass
from referent_desk.domain.week_minutes import DAY, ON_CALL, between, by_days, stretches
from referent_desk.language import Language
from referent_desk.words.coverage import length_text

_MOST_NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class PartRow:
    """A stretch of one day: when, who covers it, and who that is, or whom to call."""

    start: int
    end: int
    cover: Cover
    day: str
    hours: str
    who: str


def cover_word(cover: Cover, language: Language) -> str:
    _ = language.gettext
    return {
        Cover.MAIN: _("main referent"),
        Cover.DEPUTY: _("deputy"),
        Cover.NOBODY: _("nobody"),
    }[cover]


def subject_name(week: SubjectWeek, language: Language) -> str:
    _ = language.gettext
    if week.subject == ALL:
        return _("All the software")
    return _("Security") if week.subject == SECURITY else week.name


def week_name(monday: date, language: Language) -> str:
    _ = language.gettext
    sunday = monday + timedelta(days=6)
    return _("Week from {first} to {last}").format(
        first=f"{monday.day:02}/{monday.month:02}", last=language.short_date(sunday)
    )


def day_name(monday: date, day: int, language: Language) -> str:
    """`lundi 23/11`."""
    on = monday + timedelta(days=day)
    return f"{weekday(day + 1, language)} {on.day:02}/{on.month:02}"


def clock(minutes: int, language: Language) -> str:
    """The end of a day is 24 o’clock."""
    if minutes and minutes % DAY == 0:
        return "24\u00a0h\u00a000" if language.code == "fr" else "24:00"
    return language.time(time(minutes % DAY // 60, minutes % 60))


def hours_word(start: int, end: int, language: Language) -> str:
    _ = language.gettext
    if (start % DAY, end - start) == (0, DAY):
        return _("round the clock")
    first = language.time(time(start % DAY // 60, start % 60))
    return _("{start} to {end}").format(start=first, end=clock(end, language))


def part_rows(week: PresenceWeek, shown: SubjectWeek, language: Language) -> tuple[PartRow, ...]:
    """Each stretch of each day, in order."""
    presence = shown.presence
    kinds = (
        *((Cover.MAIN, presence.main), (Cover.DEPUTY, presence.deputy)),
        (Cover.NOBODY, presence.nobody),
    )
    found = []
    for cover, minutes in kinds:
        for start, end in by_days(minutes):
            if cover is Cover.NOBODY:
                who = instead(week, shown, start, end, language)
            else:
                who = names(presence.there(start, end))
            found.append(
                PartRow(
                    start,
                    end,
                    cover,
                    day_name(week.monday, start // DAY, language),
                    hours_word(start, end, language),
                    who,
                )
            )
    return tuple(sorted(found, key=lambda row: row.start))


def names(people: Iterable[Person]) -> str:
    return ", ".join(person.full_name for person in people)


def instead(
    week: PresenceWeek, shown: SubjectWeek, start: int, end: int, language: Language
) -> str:
    """Whom to call meanwhile: who is on call, and who of the neighbours is there then.

    By day on a working day the neighbour comes first: whoever is on call is called at night.
    """
    near, on_call = near_words(shown, start, end, language), on_call_words(week, language)
    is_on_call = between(start, end) & ON_CALL
    said = (on_call, near) if is_on_call else (near, on_call)
    return language.gettext("; ").join(filter(None, said))


def near_words(shown: SubjectWeek, start: int, end: int, language: Language) -> str:
    """Who of the neighbours is there at some time between; those who cover most."""
    asked = between(start, end)
    near = [n for n in shown.neighbours if n.minutes & asked][:_MOST_NEIGHBOURS]
    _ = language.gettext
    said = []
    for each in near:
        who, when = _neighbour(each, language), tuple(stretches(each.minutes & asked))
        if when != ((start, end),):
            hours = ", ".join(hours_word(first, last, language) for first, last in when)
            who = _("{who} ({hours})").format(who=who, hours=hours)
        said.append(who)
    return _("; ").join(said)


def _neighbour(each: Neighbour, language: Language) -> str:
    _ = language.gettext
    if not each.person.telephone:
        said = _("{person}, {department}")
        return said.format(person=each.person.full_name, department=each.department)
    return _("{person}, {department}: {number}").format(
        person=each.person.full_name, department=each.department, number=each.person.telephone
    )


def on_call_words(week: PresenceWeek, language: Language) -> str:
    return on_call_text(week.on_call, language) if week.on_call else ""


def on_call_text(number: str, language: Language) -> str:
    _ = language.gettext
    return _("IT on call: {number}").format(number=number)


def totals_sentences(week: PresenceWeek, shown: SubjectWeek, language: Language) -> tuple[str, ...]:
    """What is missing in the week; else why nothing can be said, and what to do about it."""
    _ = language.gettext
    presence = shown.presence
    if presence.opening is None:
        said = _("The opening hours of the department are not known: nothing can be missing.")
        return (said, *_unknown(shown, language))
    if not presence.shifts and not presence.unknown:
        return (
            _("Nobody answers for this: the department is open {hours} a week.").format(
                hours=length_text(presence.missing, language)
            ),
        )
    if not presence.shifts and presence.unknown:
        return _unknown(shown, language)
    if not presence.missing and not presence.is_covered:
        return _unknown(shown, language)
    if not presence.missing:
        return (_("Every opening hour of the week is covered."), *_unknown(shown, language))
    hours = length_text(presence.missing, language)
    said = _("Nobody is there for {hours} of the opening hours.").format(hours=hours)
    if presence.missing_on_call == presence.missing:
        said = _("Nobody is there for {hours}, all of it at night or on the weekend.").format(
            hours=hours
        )
    elif presence.missing_on_call:
        said = _("Nobody is there for {hours}, of which {on_call} at night or on the weekend.")
        on_call = length_text(presence.missing_on_call, language)
        said = said.format(hours=hours, on_call=on_call)
    return (said, *_unknown(shown, language))


def _unknown(shown: SubjectWeek, language: Language) -> tuple[str, ...]:
    _ = language.gettext
    people = shown.presence.unknown
    if not people:
        return ()
    return (_("Nobody knows when they work: {names}.").format(names=names(people)),)


def empty_sentence(week: PresenceWeek, shown: SubjectWeek, language: Language) -> str:
    """What to do first, where the picture has nothing to show."""
    _ = language.gettext
    if not week.answering:
        return _("Nobody is referent of this department. Appoint somebody in the tab Referents.")
    if not shown.presence.shifts and shown.presence.unknown:
        return _("Say when the referents work: tab Referents, choose the person, “Working hours…”.")
    if shown.presence.opening is None:
        return _("Say when the department is open: tab Departments, “Opening hours”.")
    return ""


def rotation_lines(rotation: Rotation, language: Language) -> tuple[str, ...]:
    """One line, or one for each week: `semaine 1 : lundi à vendredi, 8 h 00 à 16 h 00`."""
    _ = language.gettext
    said = []
    for number, week in enumerate(rotation.weeks, 1):
        hours = _("; ").join(hours_in_words(week.stored(), language)) or _("off")
        if rotation.rotates:
            said.append(_("week {number}: {hours}").format(number=number, hours=hours))
        else:
            said.append(hours)
    return tuple(said)


def weeks_in_turn(rotation: Rotation, language: Language) -> tuple[str, ...]:
    """The same in little room: of weeks that rotate the first says from when on."""
    lines = rotation_lines(rotation, language)
    if rotation.week_one is None:
        return lines
    _ = language.gettext
    hours = lines[0].partition(":")[2].strip()
    day = language.short_date(rotation.week_one)
    return (_("week 1, that of {day}: {hours}").format(day=day, hours=hours), *lines[1:])


def rotation_begins(rotation: Rotation, language: Language) -> str:
    """Empty where the hours are the same every week."""
    _ = language.gettext
    if rotation.week_one is None:
        return ""
    said = _("{count} weeks in turn; the first began on Monday {day}.")
    day = language.short_date(rotation.week_one)
    return said.format(count=len(rotation.weeks), day=day)


def absence_word(since: date, until: date, language: Language) -> str:
    _ = language.gettext
    if since == until:
        return _("on {day}").format(day=language.short_date(since))
    first, last = language.short_date(since), language.short_date(until)
    return _("from {first} to {last}").format(first=first, last=last)
