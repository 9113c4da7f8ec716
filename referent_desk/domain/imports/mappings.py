"""Whether the fields given to the columns of a file make sense, told from what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.imports.hours import may_be_hours
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.reports import Concern, Remark, remark
from referent_desk.domain.imports.values import Damage, read_day, read_value

_NAMES = frozenset(
    {Field.GROUP, Field.ESTABLISHMENT, Field.POLE, Field.DEPARTMENT, Field.UNIT, Field.PATH,
     Field.SOFTWARE, Field.VENDOR, Field.KIND, Field.LAST_NAME, Field.FIRST_NAME, Field.FULL_NAME,
     Field.ROLE, Field.LABEL, Field.HEADING, Field.IT_OWNER, Field.REFERENT,
     Field.DEPUTY}
)  # fmt: skip
_DIALLED = frozenset(
    {Field.TELEPHONE, Field.NUMBER, Field.REFERENT_TELEPHONE, Field.DEPUTY_TELEPHONE}
)
_JOINED = frozenset({Field.NUMBER, Field.REMARKS})
"""Several columns may say them."""
_FEWEST = 3
_MOSTLY, _NEARLY_ALL = 0.6, 0.9
_EXAMPLES = 3
_LONGEST_EXAMPLE = 40


@dataclass(frozen=True, slots=True)
class ColumnTexts:
    """A sample of the filled cells of a column; `has_dates`: the spreadsheet holds dates there."""

    field: Field
    letter: str
    texts: Sequence[str]
    unit: str = ""
    has_dates: bool = False


def mapping_warnings(columns: Iterable[ColumnTexts]) -> tuple[Remark, ...]:
    """What a person should look at before anything else; nothing of it forbids to go on."""
    looked_at = tuple(columns)
    found = [_warning(column) for column in looked_at]
    return (*_doubled(looked_at), *(each for each in found if each is not None))


def _doubled(columns: Sequence[ColumnTexts]) -> Iterable[Remark]:
    counted = Counter(column.field for column in columns)
    for field, count in counted.items():
        if count > 1 and field not in _JOINED:
            letters = [column.letter for column in columns if column.field is field]
            yield _say("same_field_twice", field, letters[0], value=", ".join(letters))


def _warning(column: ColumnTexts) -> Remark | None:
    """At most one for a column: the plainest."""
    field, texts = column.field, [text for text in column.texts if text]
    if len(texts) < _FEWEST:
        return None
    if field in _NAMES:
        numbers = [text for text in texts if not any(c.isalpha() for c in text)]
        if len(numbers) >= _MOSTLY * len(texts):
            return _say("numbers_as_names", field, column.letter, value=_examples(numbers))
    if field in _DIALLED:
        days = texts if column.has_dates else [t for t in texts if isinstance(read_day(t), date)]
        if len(days) >= _MOSTLY * len(texts):
            return _say("days_as_numbers", field, column.letter, value=_examples(days))
    return _unreadable(column, texts)


def _unreadable(column: ColumnTexts, texts: Sequence[str]) -> Remark | None:
    unread = [
        text
        for text in texts
        if isinstance(
            read_value(column.field, text, unit=column.unit, is_date=column.has_dates), Damage
        )
        and not (column.field is Field.WORKING_HOURS and may_be_hours(text))
    ]
    if len(unread) < _NEARLY_ALL * len(texts):
        return None
    share = str(100 * len(unread) // len(texts))
    return _say("unreadable", column.field, column.letter, value=_examples(unread), share=share)


def _examples(texts: Sequence[str]) -> str:
    first = list(dict.fromkeys(" ".join(text.split()) for text in texts))[:_EXAMPLES]
    return ", ".join(t if len(t) <= _LONGEST_EXAMPLE else t[:_LONGEST_EXAMPLE] + "…" for t in first)


def _say(code: str, field: Field, letter: str, **fields: str) -> Remark:
    return remark(Concern.DAMAGE, code, letter, field=field.value, **fields)


def missing_groups(
    required: Iterable[frozenset[Field]], taken: Mapping[int, Field]
) -> tuple[tuple[Field, ...], ...]:
    """Groups of which no column has a field, each in the order in which fields are declared."""
    present = set(taken.values())
    return tuple(
        tuple(field for field in Field if field in group)
        for group in required
        if not present & group
    )
