"""What stands in a field for a stored text: words that are read back as the same value."""

from __future__ import annotations

from referent_desk.domain.hours import Span, read_hours
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.language import _

_MINUTES_OF_A_DAY = 24 * 60


def typed_words(field: RecordField, text: str) -> str:
    """The text itself, but hours of a week as one types them: `lun–ven 8:00–18:00`."""
    if field.kind is FieldKind.WEEKS:
        return " | ".join(_week(week.strip()) for week in text.split("|"))
    return _week(text) if field.kind is FieldKind.HOURS else text


def _week(text: str) -> str:
    hours = read_hours(text)
    return " ; ".join(_span(span) for span in hours.spans) if hours is not None else text


def _span(span: Span) -> str:
    days = _weekdays()
    first, last = days[span.first_day - 1], days[span.last_day - 1]
    named = first if first == last else f"{first}–{last}"
    if (span.start, span.end) == (0, _MINUTES_OF_A_DAY):
        return f"{named} 24h/24" if (span.first_day, span.last_day) != (1, 7) else "24h/24"
    return f"{named} {_clock(span.start)}–{_clock(span.end)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _weekdays() -> tuple[str, ...]:
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
