"""Presence in words: for the window, for paper, for lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta

from referent_desk.domain.hours_in_words import hours_in_words, weekday
from referent_desk.domain.people import Person
from referent_desk.domain.presence_parts import Cover, Presence
from referent_desk.domain.presence_weeks import PresenceWeek, SubjectWeek
from referent_desk.domain.presences import ALL, SECURITY
from referent_desk.domain.rotations import Rotation
from referent_desk.domain.week_minutes import DAY, ON_CALL, count
from referent_desk.language import Language
from referent_desk.words.coverage import length_text


def cover_word(cover: Cover, language: Language) -> str:
    _ = language.gettext
    return {
        Cover.MAIN: _("main referent"),
        Cover.DEPUTY: _("deputy"),
        Cover.PARTLY: _("in part"),
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


def days_word(first: int, last: int, language: Language) -> str:
    """`lundi à vendredi`; 0 is Monday."""
    _ = language.gettext
    one, other = weekday(first + 1, language), weekday(last + 1, language)
    return one if first == last else _("{first} to {last}").format(first=one, last=other)


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


def names(people: Iterable[Person]) -> str:
    return ", ".join(person.full_name for person in people)


def on_call_words(week: PresenceWeek, language: Language) -> str:
    return on_call_text(week.on_call, language) if week.on_call else ""


def on_call_text(number: str, language: Language) -> str:
    _ = language.gettext
    return _("IT on call: {number}").format(number=number)


def covers_of(shown: SubjectWeek) -> tuple[Cover, ...]:
    """What a picture of it may show: a part of the software only of all of it."""
    return tuple(c for c in Cover if c is not Cover.PARTLY or shown.subject == ALL)


def no_number_sentence(language: Language) -> str:
    _ = language.gettext
    return _("No number is known: add the IT on call to the emergency directory.")


def totals_sentences(week: PresenceWeek, shown: SubjectWeek, language: Language) -> tuple[str, ...]:
    """What is missing in the week; else why nothing can be said, and what to do about it."""
    _ = language.gettext
    presence = shown.presence
    if presence.opening is None:
        said = _("The opening hours of the department are not known: nothing can be missing.")
        return (said, *_people_sentences(shown, language))
    if presence.missing and not presence.shifts and not presence.unknown:
        return (_nobody_sentence(shown, language), *_people_sentences(shown, language))
    found = _missing_sentences(presence, language)
    if presence.is_covered:
        found = (_("Every opening hour of the week is covered."),)
    return (*found, *_people_sentences(shown, language))


def _nobody_sentence(shown: SubjectWeek, language: Language) -> str:
    _ = language.gettext
    hours = length_text(shown.presence.missing, language)
    if shown.presence.away:
        return _("Nobody is there this week: the department is open {hours}.").format(hours=hours)
    return _("Nobody answers for this: the department is open {hours} a week.").format(hours=hours)


def _missing_sentences(presence: Presence, language: Language) -> tuple[str, ...]:
    """First when nobody is there at all, then when somebody is, but not for every software."""
    _ = language.gettext
    found = []
    nobody, on_call = count(presence.nobody), count(presence.nobody & ON_CALL)
    hours = length_text(nobody, language)
    if nobody and nobody == on_call:
        said = _("Nobody is there for {hours}, all of it at night or on the weekend.")
        found.append(said.format(hours=hours))
    elif nobody and on_call:
        said = _("Nobody is there for {hours}, of which {on_call} at night or on the weekend.")
        found.append(said.format(hours=hours, on_call=length_text(on_call, language)))
    elif nobody:
        found.append(_("Nobody is there for {hours} of the opening hours.").format(hours=hours))
    if presence.missing_partly:
        said = _("For {hours} somebody is there, but not for every software.")
        found.append(said.format(hours=length_text(presence.missing_partly, language)))
    return tuple(found)


def _people_sentences(shown: SubjectWeek, language: Language) -> tuple[str, ...]:
    _ = language.gettext
    found = _unknown(shown, language)
    if shown.presence.away:
        said = _("Not there this week: {names}.")
        found = (*found, said.format(names=names(shown.presence.away)))
    return found


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
