"""The one source of every number on paper: typed once, it stands on every sheet that names it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from referent_desk.domain.directory import (
    NUMBERS_BETWEEN,
    DirectoryEntry,
    LineType,
    Purpose,
    labelled,
)
from referent_desk.domain.people import Person
from referent_desk.domain.post_hours import (
    hours_told,
    is_by_night,
    tells_when,
)
from referent_desk.domain.posts import (
    fit_of,
    is_beside_a_name,
    is_desk,
    is_limited,
    is_spare,
    is_telephone,
    manages_managers,
    manages_ward,
    post_served,
    post_spellings,
    post_words,
    purpose_named,
    purpose_told,
)
from referent_desk.domain.same_lines import said_once
from referent_desk.domain.timed_numbers import (
    answers_by_night,
    is_on_duty_at_any_hour,
    number_at,
    number_at_any_hour,
    number_by_day,
)

_Words = frozenset[str]
_Pair = tuple[DirectoryEntry, DirectoryEntry]
_OF_THE_WARD = frozenset({Purpose.WARD_MANAGER, Purpose.PHYSICIAN})
"""A ward has its own: those of the hospital come after."""
_CARRIED = (LineType.DECT, LineType.MOBILE)
_AROUND_THE_CLOCK = frozenset({Purpose.IT_ON_CALL, Purpose.SWITCHBOARD})
"""Somebody answers at any hour, by day and by night often under two numbers."""
_MANAGERS_BY_NIGHT = (frozenset({"cadre"}), frozenset({"cadre", "sante"}), post_words("manager"))
"""What is served by whoever stands in for the managers of the wards."""


class KnownNumbers:
    """What a department can call, by whom one reaches.

    In this order: what the department said itself, the line of the directory that has the purpose,
    the line that is called so, at last a referent, or one of the staff, who is the ward's manager.
    `directory` has the department's own lines first; `officers` are those who answer for it, and
    that manager; `answering` are whom its programs name as their support, where no line says it.
    Of several people of one role nobody is taken: nothing says which of them is meant.
    """

    def __init__(
        self,
        said: Mapping[str, str] | None = None,
        directory: Iterable[DirectoryEntry] = (),
        officers: Iterable[Person] = (),
        answering: Iterable[DirectoryEntry] = (),
    ) -> None:
        self._said: dict[_Words, str] = {}
        self._called: dict[_Words, str] = {}
        self._nights: dict[_Words, DirectoryEntry] = {}
        self._pairs: dict[_Words, str] = {}
        self._spares: dict[Purpose, str] = {}
        self._purposes: dict[Purpose, str] = {}
        for name, value in (said or {}).items():
            if value and is_telephone(name):
                self._said.setdefault(post_words(name), value)
        numbered = said_once(entry for entry in directory if entry.number and not entry.private)
        self._take_labels(numbered)
        programs = list(answering)
        self._take_labels(programs)
        self._take_purposes(said or {}, numbered)
        its = [e for purpose, e in _told(programs) if purpose is Purpose.IT_ON_CALL]
        if its:
            self._purposes.setdefault(Purpose.IT_ON_CALL, _at_any_hour(Purpose.IT_ON_CALL, its))
        reached = [person for person in officers if person.printed_telephone]
        for manages in (manages_ward, manages_managers):
            for person in (each for each in reached if manages(each.role)):
                number = _joined(person.printed_telephone, self._by_night(Purpose.WARD_MANAGER))
                self._purposes.setdefault(Purpose.WARD_MANAGER, number)

    def _take_purposes(self, said: Mapping[str, str], entries: Collection[DirectoryEntry]) -> None:
        """What fits best first: `Médecin de garde` before `Médecin`."""
        values = [(name, value) for name, value in said.items() if value and is_telephone(name)]
        for name, value in sorted(values, key=lambda pair: fit_of(pair[0])):
            self._purposes.setdefault(purpose_named(name), value)
        lines: dict[Purpose, list[DirectoryEntry]] = {}
        for purpose, entry in (*((e.purpose, e) for e in entries), *_told(entries)):
            lines.setdefault(purpose, []).append(entry)
            if purpose and is_spare(entry.label):
                self._spares.setdefault(purpose, number_at(entry))
        carried = {e.label: e for e in entries if e.line_type in _CARRIED}
        pairs = {each.label: pair for pair in _own_pairs(entries) for each in pair}
        for purpose, found in lines.items():
            if purpose in _OF_THE_WARD:
                found[0] = _carried_by(found[0], carried)
            pair = pairs.get(found[0].label) if purpose in _OF_THE_WARD else None
            number = _both_told(pair) if pair else ""
            number = number or _at_any_hour(purpose, found, self._by_night(purpose))
            self._purposes.setdefault(purpose, number)
        self._purposes.pop(Purpose.NONE, None)

    def _take_labels(self, entries: Collection[DirectoryEntry]) -> None:
        """`Laboratoire` before `Laboratoire (biochimie)` before `Labo de biochimie`."""
        spelled = [
            (place, words, number_by_day(entry))
            for entry in entries
            for place, words in enumerate(post_spellings(entry.label))
        ]
        for _place, words, number in sorted(spelled, key=lambda each: each[0]):
            self._called.setdefault(words, number)
        for entry in entries:
            if answers_by_night(entry) or is_on_duty_at_any_hour(entry):
                self._nights.setdefault(post_served(entry.label), entry)
        for pair in _own_pairs(entries):
            self._pairs.setdefault(post_words(pair[0].label), _both_told(pair))

    def _by_night(self, purpose: Purpose) -> DirectoryEntry | None:
        """`Cadre de garde`, who is no manager of the ward, and answers for them all by night."""
        served = _MANAGERS_BY_NIGHT if purpose is Purpose.WARD_MANAGER else ()
        found = (self._nights[words] for words in served if words in self._nights)
        return next((entry for entry in found if not is_desk(entry.label)), None)

    def of(self, purpose: Purpose) -> str:
        """Empty where nobody knows."""
        return self._purposes.get(purpose, "")

    def named(self, name: str) -> str:
        """Of a post or of a local value that is a number; empty where nobody knows."""
        words = post_words(name)
        if not words:
            return ""
        purpose = purpose_named(name)
        of_purpose = self._spares.get(purpose, "") if is_spare(name) else self.of(purpose)
        return self._said.get(words) or of_purpose or self._of_label(name, words)

    def by_night_alone(self, name: str) -> str:
        """With its hours, of a post whose number of the day nobody knows."""
        by_night = self._nights.get(post_served(name)) or self._by_night(purpose_named(name))
        by_night = None if is_limited(name) else by_night
        return number_at(by_night, duty=True) if by_night and not self.named(name) else ""

    def _of_label(self, name: str, words: _Words) -> str:
        by_day = self._called.get(words, "")
        if is_limited(name):
            return self._pairs.get(words, by_day)
        by_night = self._nights.get(post_served(name)) if by_day else None
        return _together(by_day, by_night) if by_night is not None else by_day


def _carried_by(entry: DirectoryEntry, carried: Mapping[str, DirectoryEntry]) -> DirectoryEntry:
    """The line that somebody who is never at the desk has in the pocket, where there is one."""
    labels = (labelled(entry.label, line_type) for line_type in _CARRIED)
    return next((carried[label] for label in labels if label in carried), entry)


def _both_told(pair: _Pair) -> str:
    """Who is on duty by day too is told to be: `Médecin de garde`, and no other physician."""
    day, night = pair
    by_day = number_by_day(day)
    return _together(by_day if "(" in by_day else number_at(day, duty=True), night)


def _own_pairs(entries: Collection[DirectoryEntry]) -> Iterator[_Pair]:
    """`Interne de garde`, who is on duty by day too, and `Interne de garde (nuit)`."""
    called = {entry.label: entry for entry in entries}
    for entry in entries:
        stem = entry.label.rpartition(" (")[0]
        if stem in called and is_by_night(hours_told(entry.label)):
            yield called[stem], entry


def _at_any_hour(
    purpose: Purpose, entries: list[DirectoryEntry], by_night: DirectoryEntry | None = None
) -> str:
    """The first, and beside it, where it answers by day or by night alone, who answers else.

    `by_night` does, where none of them is said to.
    """
    first, *others = entries
    if purpose not in _AROUND_THE_CLOCK | _OF_THE_WARD or is_spare(first.label):
        return number_at(first)
    late = answers_by_night(first)
    usual = (e for e in others if not is_desk(e.label) and not is_spare(e.label))
    if purpose is Purpose.PHYSICIAN:  # several may be meant: those whose hours say who when
        usual = (e for e in usual if _tells_hours(e) and _tells_hours(first))
    other = next((e for e in usual if answers_by_night(e) is not late), None)
    if late:
        return _together(number_by_day(other), first) if other else number_at(first)
    return _joined(number_by_day(first), other or by_night)


def _tells_hours(entry: DirectoryEntry) -> bool:
    return tells_when(entry.hours) or bool(hours_told(entry.label))


def _together(by_day: str, by_night: DirectoryEntry) -> str:
    if by_day.partition(" (")[0] == by_night.number:
        return number_at_any_hour(by_night)
    return NUMBERS_BETWEEN.join((by_day, number_at(by_night, duty=True)))


def _joined(by_day: str, by_night: DirectoryEntry | None) -> str:
    return _together(by_day, by_night) if by_night is not None else by_day


def _told(entries: Collection[DirectoryEntry]) -> Iterable[tuple[Purpose, DirectoryEntry]]:
    """The lines whose label says whom they reach, what fits best first."""
    unsaid = [entry for entry in entries if entry.purpose is Purpose.NONE]
    told = [(purpose, e) for e in unsaid if (purpose := purpose_told(e.label)) is not Purpose.NONE]
    named: dict[tuple[Purpose, str], set[str]] = {}
    for purpose, entry in told:
        if purpose in _OF_THE_WARD and is_beside_a_name(entry.label):
            named.setdefault((purpose, entry.owner_id), set()).add(entry.number)
    owners = list(dict.fromkeys(entry.owner_id for entry in entries))
    sure = [
        (purpose, entry)
        for purpose, entry in told
        if not is_beside_a_name(entry.label) or len(named.get((purpose, entry.owner_id), ())) < 2
    ]
    return sorted(sure, key=lambda each: _order(each[0], each[1], owners))


def _order(purpose: Purpose, entry: DirectoryEntry, owners: list[str]) -> tuple[int, int]:
    nearness = owners.index(entry.owner_id) if purpose in _OF_THE_WARD else 0
    return nearness, fit_of(entry.label)


def lone_managers(staff: Iterable[Person]) -> dict[str, Person]:
    """By department its one ward manager, with a number: of two nothing says who is meant.

    A mobile in a list of staff is often somebody's own: it is not put on paper unasked.
    """
    found: dict[str, list[Person]] = {}
    above: dict[str, list[Person]] = {}
    for person in staff:
        if person.department_id and manages_ward(person.role):
            found.setdefault(person.department_id, []).append(person)
        elif person.department_id and manages_managers(person.role):
            above.setdefault(person.department_id, []).append(person)
    found = above | found
    return {
        department_id: people[0]
        for department_id, people in found.items()
        if len(people) == 1 and people[0].printed_telephone
    }


NO_NUMBERS = KnownNumbers()
