"""Where a line stands in the tree: the names that its cells or its path give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.texts import folded

_GROUP = re.compile(r"^(?:ght|groupement|gcs)\b")
_TOTAL = re.compile(
    r"^(?:sous[- ]?)?(?:total|totaux|somme)(?: general| generaux)?\s*"
    r"(?:$|[:=(]|\d|(?:des?|d['’])\b)"
)
_LONGEST_TOTAL = 40  # letters, with room for blanks: a quick look before each text is folded
_NOTES = re.compile(r"^(?:nb|n\.b\.|nota|note|remarque|\*+)\s*[:.]")


@dataclass(frozen=True, slots=True)
class Place:
    group: str = ""
    establishment: str = ""
    finess: str = ""
    pole: str = ""
    department: str = ""
    code: str = ""
    unit: str = ""
    unit_code: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the line says nothing of where below the establishment."""
        return not (self.pole or self.department or self.code or self.unit or self.unit_code)


def split_path(path: str) -> Place:
    """`GHT A > CH B > Pôle C > D > E`: a group only if it says so, a pole only if it says so.

    What lies deeper than the unit is left out: a room or a floor is no department.
    """
    parts = [part.strip() for part in path.split(">") if part.strip()]
    group = parts.pop(0) if len(parts) > 1 and _GROUP.match(folded(parts[0])) else ""
    establishment = parts.pop(0) if parts else ""
    pole = parts.pop(0) if parts and folded(parts[0]).startswith("pole ") else ""
    department = parts[0] if parts else ""
    unit = parts[1] if len(parts) > 1 else ""
    return Place(group, establishment, "", pole, department, "", unit)


def read_place(line: SourceLine) -> Place:
    path = line.text(Field.PATH)
    place = split_path(path) if path else Place()
    return Place(
        line.text(Field.GROUP) or place.group,
        line.text(Field.ESTABLISHMENT) or place.establishment,
        line.text(Field.FINESS),
        line.text(Field.POLE) or place.pole,
        line.text(Field.DEPARTMENT) or place.department,
        line.text(Field.CODE),
        line.text(Field.UNIT) or place.unit,
        line.text(Field.UNIT_CODE),
    )


def place_name(line: SourceLine) -> str:
    place = read_place(line)
    return (
        line.text(Field.PATH)
        or place.unit
        or place.department
        or place.code
        or place.pole
        or place.establishment
    )


def names_only_codes(place: Place) -> bool:
    return bool((place.code and not place.department) or (place.unit_code and not place.unit))


@lru_cache(maxsize=20_000)
def _is_total(text: str) -> bool:
    return bool(_TOTAL.match(folded(text)))


def refusal_of(line: SourceLine) -> str:
    """Why the line is no line of the list: a sum or a remark under it; empty if it is one."""
    texts = [value for value in line.values.values() if isinstance(value, str)]
    if any(len(text) <= _LONGEST_TOTAL and _is_total(text) for text in texts):
        return "total_line"
    if len(texts) == 1 and len(line.values) == 1 and _NOTES.match(folded(texts[0])):
        return "note_line"
    return ""
