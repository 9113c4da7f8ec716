"""Whom a department cannot call yet: what the first sheets name, what its texts ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.posts import post_words, purpose_named
from referent_desk.domain.task_rules import ESSENTIAL

_TELEPHONE_OF = re.compile(
    r"^(?:num[ée]ro de )?(?:t[ée]l[ée]phone|t[ée]l\.?|num[ée]ro|n°|phone(?: number)?|number)\s+"
    r"(?:(?:de la|de l['’]|du|des|de|d['’]|of the|of)\s*)?",
    re.IGNORECASE,
)
_ITS_TELEPHONE = re.compile(r"(?:['’]s)?\s+(?:tele)?phone(?: number)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MissingNumber:
    """`label` is empty where the purpose names it."""

    label: str = ""
    purpose: Purpose = Purpose.NONE
    heading: str = ""


def missing_numbers(
    numbers: KnownNumbers, own: Iterable[DirectoryEntry], asked: Iterable[str]
) -> tuple[MissingNumber, ...]:
    """What the first sheets name, then lines without a number, then what texts ask for.

    `own` are the lines of the department itself, `asked` the names of values that texts leave
    blank. A post is named once, however it is written.
    """
    found = [MissingNumber(purpose=p) for p in ESSENTIAL if not numbers.of(p)]
    named = {frozenset({str(missing.purpose)}) for missing in found}
    lines = [MissingNumber(e.label, heading=e.heading) for e in own if not e.number]
    values = [MissingNumber(called(name)) for name in asked if is_number_of(name)]
    for missing in (*lines, *values):
        purpose = purpose_named(missing.label)
        key = frozenset({str(purpose)}) if purpose else post_words(missing.label)
        if key and key not in named and not numbers.named(missing.label):
            named.add(key)
            found.append(missing)
    return tuple(found)


def is_number_of(name: str) -> bool:
    """`téléphone du labo`, and not `emplacement du téléphone de secours`."""
    return bool(_TELEPHONE_OF.match(name) or _ITS_TELEPHONE.search(name))


def called(name: str) -> str:
    """`téléphone du laboratoire` → `Laboratoire`."""
    label = _ITS_TELEPHONE.sub("", _TELEPHONE_OF.sub("", name)) or name
    return label[:1].upper() + label[1:]
