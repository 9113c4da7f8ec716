"""What a cell says of a field that is stored already, and what a person calls that field."""

from __future__ import annotations

import re

from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.people import Appointment
from referent_desk.domain.software import Deployment

_SPELLED = frozenset({"name", "vendor", "last_name", "first_name", "label", "heading"})
_DIALLED = frozenset({"telephone", "number"})
_TOLD_AS = {
    (Deployment, "purpose"): Field.REMARKS.value,
    (Appointment, "since"): Field.REFERENT_SINCE.value,
}


def told_as(record: object, field: str) -> str:
    """What a person knows a stored field as."""
    return _TOLD_AS.get((type(record), field), field)


def is_same(field: str, before: object, after: object) -> bool:
    """Whether a cell says what is stored already: another spelling or blank is no change."""
    if isinstance(before, str) and isinstance(after, str):
        if field in _SPELLED:
            return name_key(before) == name_key(after)
        if field in _DIALLED:
            return re.sub(r"[\s.\-]", "", before) == re.sub(r"[\s.\-]", "", after)
        if field == "code":
            return before.casefold() == after.casefold()
    return before == after
