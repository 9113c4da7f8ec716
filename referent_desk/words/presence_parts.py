"""The stretches of a week of presence in words: who is there, or whom to call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from referent_desk.domain.people import AppointmentRank
from referent_desk.domain.presence_parts import Answering, Cover, Part
from referent_desk.domain.presence_weeks import PresenceWeek, SubjectWeek
from referent_desk.domain.presences import Neighbour
from referent_desk.domain.values import dataclass
from referent_desk.domain.week_minutes import DAY, ON_CALL, Minutes, between, stretches
from referent_desk.language import Language
from referent_desk.words.presences import (
    cover_word,
    day_name,
    days_word,
    hours_word,
    names,
    on_call_words,
)

_MOST_NEIGHBOURS = 2
_MOST_SOFTWARE = 2


@dataclass(frozen=True, slots=True)
class PartRow:
    """A stretch of one day: when, who covers it, and who that is, or whom to call.

    `drawn`: what may stand in its bar, the first that fits. `near`: who of the neighbours is there
    in it, and when.
    """

    start: int
    end: int
    cover: Cover
    day: str
    hours: str
    who: str
    drawn: tuple[str, ...]
    near: tuple[tuple[int, int, str], ...] = ()


def part_rows(week: PresenceWeek, shown: SubjectWeek, language: Language) -> tuple[PartRow, ...]:
    """Each stretch of each day, in order."""
    said = _Parts(week, shown, language)
    return tuple(
        PartRow(
            part.start,
            part.end,
            part.cover,
            day_name(week.monday, part.start // DAY, language),
            hours_word(part.start, part.end, language),
            said.who(part),
            said.drawn(part),
            said.near(part),
        )
        for part in shown.presence.parts()
    )


def near_lines(rows: Iterable[PartRow], language: Language) -> tuple[str, ...]:
    """Who of the neighbours is there and when; days on which it is the same stand together."""
    _ = language.gettext
    days: dict[tuple[int, int, str], list[int]] = {}
    for start, end, who in _merged(near for row in rows for near in row.near):
        days.setdefault((start % DAY, end - start, who), []).append(start // DAY)
    line = _("{day}, {hours}: {who}")
    found = [
        (
            first * DAY + start,
            line.format(
                day=days_word(first, last, language),
                hours=hours_word(start, start + length, language),
                who=who,
            ),
        )
        for (start, length, who), those in days.items()
        for first, last in _runs(those)
    ]
    return tuple(said for _start, said in sorted(found))


def _merged(near: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Stretches of one day that follow each other and say the same are one."""
    found: list[tuple[int, int, str]] = []
    for start, end, who in near:
        if found and found[-1][1:] == (start, who) and start % DAY:
            found[-1] = found[-1][0], end, who
        else:
            found.append((start, end, who))
    return found


def _runs(days: list[int]) -> list[tuple[int, int]]:
    """First and last of those that follow each other."""
    found: list[tuple[int, int]] = []
    for day in days:
        if found and found[-1][1] == day - 1:
            found[-1] = found[-1][0], day
        else:
            found.append((day, day))
    return found


def answering_line(week: PresenceWeek, shown: SubjectWeek, language: Language) -> str:
    """Everybody who is there at some time of the week."""
    return _Parts(week, shown, language).everybody(shown.presence.answering())


class _Parts:
    """Says the stretches of one week."""

    def __init__(self, week: PresenceWeek, shown: SubjectWeek, language: Language) -> None:
        self._week = week
        self._neighbours = shown.neighbours
        self._language = language
        self._software: Mapping[str, str] = {one.subject: one.name for one in week.subjects}

    def who(self, part: Part) -> str:
        if part.cover is Cover.NOBODY:
            return self._instead(part)
        said = [self._people(part), *self._beside(part)]
        if part.cover is Cover.PARTLY:
            call = self._instead(part)
            said.append(self._call(part, call) if call else "")
        return self._joined(said)

    def everybody(self, people: tuple[Answering, ...]) -> str:
        _ = self._language.gettext
        mains = [one for one in people if one.rank is AppointmentRank.MAIN]
        others = [one for one in people if one.rank is not AppointmentRank.MAIN]
        word = cover_word(Cover.MAIN, self._language)
        said = _("{cover}: {people}").format(cover=word, people=self._listed(mains))
        deputies = self._as_deputy(self._listed(others)) if others else ""
        return self._joined((said if mains else "", deputies))

    def drawn(self, part: Part) -> tuple[str, ...]:
        """Of those who cover a part alone never the name without the word."""
        word = cover_word(part.cover, self._language)
        if part.cover is Cover.NOBODY:
            return (word,)
        if part.cover is Cover.PARTLY:
            _ = self._language.gettext
            people = self._listed(part.people)
            return (_("{cover}: {people}").format(cover=word, people=people), word)
        return self._people(part), names(one.person for one in part.people), word

    def near(self, part: Part) -> tuple[tuple[int, int, str], ...]:
        """Those who cover most of it; those who are there at the same hours together."""
        if part.cover not in (Cover.NOBODY, Cover.PARTLY):
            return ()
        asked = between(part.start, part.end)
        there = [n for n in self._neighbours if n.minutes & asked and _answers(n, part)]
        held: dict[Minutes, list[str]] = {}
        for each in there[:_MOST_NEIGHBOURS]:
            held.setdefault(each.minutes & asked, []).append(self._neighbour(each, part))
        found = [
            (*each, self._joined(who)) for when, who in held.items() for each in stretches(when)
        ]
        return tuple(sorted(found, key=lambda one: one[:2]))

    def _instead(self, part: Part) -> str:
        """Whom to call meanwhile: who is on call, and who of the neighbours is there then.

        By day on a working day the neighbour comes first: whoever is on call is called at night.
        """
        near, on_call = self._near_words(part), on_call_words(self._week, self._language)
        is_on_call = between(part.start, part.end) & ON_CALL
        return self._joined((on_call, near) if is_on_call else (near, on_call))

    def _near_words(self, part: Part) -> str:
        _ = self._language.gettext
        said = []
        for start, end, who in self.near(part):
            hours = hours_word(start, end, self._language)
            is_whole = (start, end) == (part.start, part.end)
            said.append(who if is_whole else _("{hours}, {who}").format(hours=hours, who=who))
        return self._joined(said)

    def _neighbour(self, each: Neighbour, part: Part) -> str:
        _ = self._language.gettext
        name, place = each.person.full_name, each.department
        known = part.lacking & each.software
        if known and known != part.lacking:
            name = self._for_software(name, known)
        if not each.person.printed_telephone:
            return _("{person}, {department}").format(person=name, department=place)
        return _("{person}, {department}: {number}").format(
            person=name, department=place, number=each.person.printed_telephone
        )

    def _call(self, part: Part, call: str) -> str:
        _ = self._language.gettext
        if len(part.lacking) > _MOST_SOFTWARE:
            return _("for the other software call: {who}").format(who=call)
        names = self._software_names(part.lacking)
        return _("for {software} call: {who}").format(software=names, who=call)

    def _people(self, part: Part) -> str:
        """Deputies apart where mains are there too, or where not all is covered."""
        ranks = {one.rank for one in part.people}
        if part.cover is Cover.DEPUTY and len(ranks) == 1:
            return self._listed(part.people)
        mains = [one for one in part.people if one.rank is AppointmentRank.MAIN]
        others = [one for one in part.people if one.rank is not AppointmentRank.MAIN]
        deputies = self._as_deputy(self._listed(others)) if others else ""
        return self._joined((self._listed(mains), deputies))

    def _as_deputy(self, people: str) -> str:
        _ = self._language.gettext
        return _("as deputy: {people}").format(people=people)

    def _beside(self, part: Part) -> tuple[str, str]:
        """Main referents, then deputies."""
        mains: list[str] = []
        deputies: list[str] = []
        for one, minutes in part.beside:
            said = mains if one.rank is AppointmentRank.MAIN else deputies
            said.append(self._when(part, self._answering(one), minutes))
        text = ", ".join(deputies)
        return ", ".join(mains), self._as_deputy(text) if text else ""

    def _when(self, part: Part, who: str, minutes: Minutes) -> str:
        when = tuple(stretches(minutes))
        if when == ((part.start, part.end),):
            return who
        _ = self._language.gettext
        hours = ", ".join(hours_word(*each, self._language) for each in when)
        return _("{who} ({hours})").format(who=who, hours=hours)

    def _listed(self, people: Iterable[Answering]) -> str:
        return ", ".join(self._answering(one) for one in people)

    def _answering(self, one: Answering) -> str:
        name = one.person.full_name
        return self._for_software(name, one.software) if one.software else name

    def _for_software(self, name: str, software: frozenset[str]) -> str:
        _ = self._language.gettext
        names = self._software_names(software)
        return _("{name} for {software}").format(name=name, software=names)

    def _software_names(self, software: frozenset[str]) -> str:
        names = sorted((self._software.get(key, key) for key in software), key=str.casefold)
        few = len(names) <= _MOST_SOFTWARE
        shown = names if few else names[: _MOST_SOFTWARE - 1]
        _ = self._language.gettext
        listed = _(" and ").join(shown)
        if few:
            return listed
        left = len(names) - len(shown)
        said = self._language.ngettext(
            "{software} and {count} other", "{software} and {count} others", left
        )
        return said.format(software=listed, count=left)

    def _joined(self, texts: Iterable[str]) -> str:
        return self._language.gettext("; ").join(filter(None, texts))


def _answers(neighbour: Neighbour, part: Part) -> bool:
    """For something that nobody here answers for."""
    return not (neighbour.software and part.lacking) or bool(neighbour.software & part.lacking)
