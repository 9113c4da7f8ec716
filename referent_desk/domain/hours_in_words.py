"""Weekly hours as one says them, in the language of the window or of the paper."""

from __future__ import annotations

from datetime import time

from referent_desk.domain.hours import Span, read_hours
from referent_desk.language import Language

_MINUTES_OF_A_DAY = 24 * 60


def hours_in_words(text: str, language: Language) -> tuple[str, ...]:
    """One text for each stretch; what is not understood comes out as it was typed."""
    hours = read_hours(text)
    if hours is None:
        return (text,) if text else ()
    return tuple(_span(span, language) for span in hours.spans)


def _span(span: Span, language: Language) -> str:
    _ = language.gettext
    if (span.start, span.end) == (0, _MINUTES_OF_A_DAY):
        hours = _("round the clock")
    else:
        start, end = _clock(span.start, language), _clock(span.end, language)
        hours = _("{start} to {end}").format(start=start, end=end)
    if (span.first_day, span.last_day) == (1, 7):
        return _("every day, {hours}").format(hours=hours)
    first, last = weekday(span.first_day, language), weekday(span.last_day, language)
    if first == last:
        return _("{day}, {hours}").format(day=first, hours=hours)
    return _("{first} to {last}, {hours}").format(first=first, last=last, hours=hours)


def _clock(minutes: int, language: Language) -> str:
    return language.time(time(minutes // 60 % 24, minutes % 60))


def weekday(number: int, language: Language) -> str:
    """1 is Monday; as it stands within a sentence."""
    _ = language.gettext
    names = (
        *(_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday")),
        *(_("Friday"), _("Saturday"), _("Sunday")),
    )
    return names[number - 1]
