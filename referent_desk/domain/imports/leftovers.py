"""What a line says in words and no record holds afterwards: it is named, never left in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from functools import cache
from itertools import chain
from typing import Any

from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.ledgers import Ledger
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.names import VACANT
from referent_desk.domain.imports.nights import is_same_by_night
from referent_desk.domain.imports.reports import Concern, LineReport, Outcome, SourceLine, remark
from referent_desk.domain.imports.runs import Run
from referent_desk.domain.imports.taken_people import words_of_taken
from referent_desk.domain.texts import folded

_SETTLED = frozenset({Outcome.ADDED, Outcome.CHANGED, Outcome.UNCHANGED})
_CODED = frozenset({Field.STATUS, Field.HOSTING, Field.LINE_TYPE, Field.OPENING_HOURS,
                    Field.WORKING_HOURS})  # fmt: skip
"""What is stored of them is no longer the words of the cell."""
_OF_PEOPLE = frozenset({Field.REFERENT, Field.DEPUTY})
_NOTHING = re.compile(r"[\s\-–—/._*…·|]*")
_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SAY_NOTHING = frozenset(
    folded(
        "m mr mme mlle ms mrs dr pr prof docteur professeur madame monsieur le la et ou and or"
    ).split()
)
_OF_A_NUMBER = frozenset(
    folded(
        "poste postes tél téléphone dect bip bleep port portable interne int ext phone n no numéro "
        "réf référent référente suppléant suppléante"
    ).split()
)
"""Beside somebody's name they say no more than the column, or the number, which is stored."""


class Leftovers:
    """Told at the end of an import; a text that many lines repeat is told once."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._texts = set(_texts(run.ledger))
        self._texts.update(run.ledger.vendors.values(), run.ledger.vendor_aliases)
        self._words: set[str] = set()
        self._numbers = {"".join(filter(str.isdigit, text)) for text in self._texts} - {""}
        self._told: set[tuple[Field, str]] = set()

    def told_with(self, report: LineReport, line: SourceLine) -> LineReport:
        """A line that is doubted or refused as a whole says so already."""
        if report.outcome not in _SETTLED:
            return report
        found = tuple(
            remark(Concern.NOTE, "not_stored", field=field.value, value=text)
            for field, text in line.values.items()
            if isinstance(text, str)
            and self._is_left(field, text, report)
            and not (field is Field.NIGHT and is_same_by_night(line))
        )
        return replace(report, remarks=(*report.remarks, *found)) if found else report

    def _is_left(self, field: Field, text: str, report: LineReport) -> bool:
        if field in _CODED or text in self._texts or (field, text) in self._told:
            return False
        if _NOTHING.fullmatch(text) or folded(text) in VACANT:
            return False
        if "".join(filter(str.isdigit, text)) in self._numbers and not _LETTER.search(text):
            return False
        key = name_key(text)
        if key and (key in self._run.kind_ids or key in self._run.function_ids):
            return False
        said = [value for each in report.remarks for _name, value in each.fields]
        decided = (value for each in report.asked for _name, value in each.question.fields)
        if text in said or text in decided:
            return False
        words = set(_words(text))
        left = words - _SAY_NOTHING - self._stored_words() - set(_words(" ".join(said)))
        if left and field in _OF_PEOPLE:
            left -= _OF_A_NUMBER | set(_words(words_of_taken(self._run, text)))
        is_left = bool(left) or not words
        if is_left:
            self._told.add((field, text))
        return is_left

    def _stored_words(self) -> set[str]:
        """Read only where some cell is stored nowhere as it is."""
        if not self._words:
            self._words = {word for text in self._texts for word in _words(text)}
        return self._words


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _texts(ledger: Ledger) -> Iterator[str]:
    records: Iterable[Any] = chain(
        ledger.nodes, ledger.software, ledger.releases, ledger.deployments, ledger.people,
        ledger.entries,
    )  # fmt: skip
    for record in records:
        kind: Any = type(record)
        for name in _names(kind):
            value = getattr(record, name)
            if type(value) is str:
                yield value
            elif type(value) is tuple:
                yield from value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if not each.name.endswith("id"))
