"""Which line of a list of numbers reaches whom the sheets name: as it says, else it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.hotlines import dialled
from referent_desk.domain.imports.answers import Choice, Offer, Reply, chosen
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.posts import (
    fit_of,
    is_beside_a_name,
    is_named_by_purpose,
    post_words,
    purpose_told,
)
from referent_desk.domain.texts import LONGEST_NAME, folded

_MOST_ASKED = 8
_SPECIALIST = re.compile(
    r"\b(?!radiologue|pharmacologue)(?:\w+ologue|anesthesiste|reanimateur|chirurgien|pediatre|psychiatre"
    r"|obstetricien|urgentiste|geriatre|gyneco|pedopsychiatre)\w*\b.*\b(?:garde|astreinte)\b"
)
"""Each ward has its own on duty, and calls one of them first."""
_PHYSICIAN = frozenset({"medecin", "garde", "astreinte"})
_MAY_BE: Mapping[Purpose, tuple[str, re.Pattern[str], re.Pattern[str]]] = {
    Purpose.PHYSICIAN: (
        "which_physician",
        re.compile(
            r"^(?:dr|pr|docteur|professeur)\b|\b(?:medecins?|physician|doctor)\b"
            r"|^internes?\b|\binternes? (?:de|du|d'|en|medecine)\b"
        ),
        re.compile(
            r"\b(?:travail|dim|secretaria[ts]*|secretaire|pharmacien\w*|biologiste|labo\w*)\b"
        ),
    ),
    Purpose.WARD_MANAGER: (
        "which_manager",
        re.compile(r"\b(?:cadres?|cds|idec|ward manager)\b"),
        re.compile(r"\b(?:garde|nuit|astreinte|superieure?|pole|secretaria[ts]*|secretaire)\b"),
    ),
}
"""The code of the question, the words that may mean one, and those that mean somebody else."""


def label_of(line: SourceLine) -> str:
    """`Mme FABRE Odile (assistante sociale)`: what they are is printed beside the name."""
    label, role = line.text(Field.LABEL), line.text(Field.ROLE)
    both = f"{label} ({role})"
    is_said = not role or folded(role) in folded(label)
    return label if is_said or len(both) > LONGEST_NAME else both


def says_more(label: str, known: DirectoryEntry) -> bool:
    """Whether it names somebody besides the post: `Mme FABRE (cadre)`, of `Cadre de santé`; or
    the line has no name but that of its purpose."""
    is_fuller = is_beside_a_name(label) or post_words(known.label) < post_words(label)
    return is_fuller or is_named_by_purpose(known)


def named_at(run: Run, owner_id: str, number: str) -> Iterator[DirectoryEntry]:
    """Open lines whose purpose the program knows, under that number however it is written."""
    for entry in run.ledger.entries.find(owner_id):
        is_named = entry.purpose is not Purpose.NONE and entry.closed_on is None
        if is_named and dialled(entry.number) == dialled(number):
            yield entry


class PostsOfFile:
    """Of several lines of one owner the one counts that says it best, of equals the first."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._labels = {
            line.row: label_of(line)
            for line in run.lines
            if any(map(line.text, (Field.NUMBER, Field.DECT, Field.NIGHT)))
        }
        self._replies: dict[Purpose, Reply | None] = {}
        self._before = {entry.id for entry in run.ledger.entries.before()}
        self._is_one_list = len({run.places[row] for row in self._labels}) == 1

    def purpose(self, owner_id: str, line: SourceLine, work: LineWork) -> Purpose:
        """Of a line that is new; NONE for anybody else."""
        label = label_of(line)
        said = purpose_told(label)
        if said is not Purpose.NONE:
            is_taken = self._is_sure(said, label, owner_id) and line.row == self._best(said, line)
            if is_taken:
                return Purpose.NONE if self._is_known(said, owner_id) else said
        if self._is_of_ward(label, owner_id) and not self._is_known(Purpose.PHYSICIAN, owner_id):
            return Purpose.PHYSICIAN
        for purpose in _MAY_BE:
            if self._is_asked(purpose, owner_id) and line.row in self._candidates(
                purpose, owner_id
            ):
                reply = self._reply(purpose, owner_id, work)
                if reply is not None and reply.value == str(line.row):
                    return purpose
        return Purpose.NONE

    def known_as(self, owner_id: str, label: str, number: str) -> DirectoryEntry | None:
        """Whom the program names by its own words reaches the same under the same number."""
        purpose, words = purpose_told(label), post_words(label)
        named = (e for e in named_at(self._run, owner_id, number) if e.id in self._before)
        same = (e for e in named if e.purpose is purpose or post_words(e.label) <= words)
        return next(same, None)

    def take_night(
        self, owner_id: str, line: SourceLine, entry: DirectoryEntry, work: LineWork
    ) -> None:
        """Of a line that answers at night alone, where it is new."""
        if entry.id in work.new_ids:
            wanted = {"purpose": self.purpose(owner_id, line, work)}
            self._run.settle(self._run.ledger.entries, entry, wanted, entry.label, work)

    def _is_of_ward(self, label: str, owner_id: str) -> bool:
        """`Médecin d’astreinte SSR` is the one on duty for the ward SSR, where no other is."""
        node = self._run.node(owner_id)
        if node.kind not in BINDER_KINDS or not self._is_one_list:
            return False
        ward = post_words(node.name) | post_words(node.code)
        on_duty = (w for w in map(post_words, self._labels.values()) if _is_physician(w))
        return _is_physician(post_words(label)) and [
            words - _PHYSICIAN <= ward for words in on_duty
        ] == [True]

    def _is_known(self, purpose: Purpose, owner_id: str) -> bool:
        entries = self._run.ledger.entries.find(owner_id)
        return any(e.purpose is purpose and e.closed_on is None for e in entries)

    def _is_sure(self, purpose: Purpose, label: str, owner_id: str) -> bool:
        """A hospital has many managers and physicians: one who is named is that of one ward."""
        if purpose not in _MAY_BE or self._run.node(owner_id).kind in BINDER_KINDS:
            return True
        alike = (each for each in self._labels.values() if purpose_told(each) is purpose)
        return not is_beside_a_name(label) or sum(map(is_beside_a_name, alike)) == 1

    def _best(self, purpose: Purpose, line: SourceLine) -> int:
        place = self._run.places[line.row]
        rows = [
            row
            for row, label in self._labels.items()
            if self._run.places[row] == place and purpose_told(label) is purpose
        ]
        return min(rows, key=lambda row: (fit_of(self._labels[row]), row), default=0)

    def _is_asked(self, purpose: Purpose, owner_id: str) -> bool:
        """Of one list for all, where no line says it, and few may mean it."""
        few = 0 < len(self._candidates(purpose, owner_id)) <= _MOST_ASKED
        if not self._is_one_list or not few or self._is_known(purpose, owner_id):
            return False
        told = [label for label in self._labels.values() if purpose_told(label) is purpose]
        return not any(self._is_sure(purpose, label, owner_id) for label in told)

    def _candidates(self, purpose: Purpose, owner_id: str) -> dict[int, str]:
        _code, words, others = _MAY_BE[purpose]
        is_ward = self._run.node(owner_id).kind in BINDER_KINDS
        specialists = is_ward and purpose is Purpose.PHYSICIAN
        return {
            row: label
            for row, label in self._labels.items()
            if (words.search(plain := folded(label)) and not others.search(plain))
            or (specialists and _SPECIALIST.search(plain))
        }

    def _reply(self, purpose: Purpose, owner_id: str, work: LineWork) -> Reply | None:
        """Asked once, at the first that may be meant."""
        if purpose not in self._replies:
            candidates = self._candidates(purpose, owner_id)
            offers = chosen((str(row), name) for row, name in candidates.items())
            later = Offer(Reply(Choice.PART))
            self._replies[purpose] = work.ask(_MAY_BE[purpose][0], (later, *offers))
        return self._replies[purpose]


def _is_physician(words: frozenset[str]) -> bool:
    return "medecin" in words and len(words & _PHYSICIAN) > 1
