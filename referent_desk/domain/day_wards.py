"""Wards that keep nobody overnight: what their paper says in other words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from typing import Any, TypeVar

from referent_desk.domain.departments import Node
from referent_desk.domain.hours import Span, read_hours
from referent_desk.domain.texts import folded

Phrases = tuple[tuple[str, str], ...]
"""What is said of a ward with beds, and what instead where nobody stays overnight.

What begins with `=` is a whole text in just these letters: `=Lit` is the title of a column.
"""

_NAMED = re.compile(
    r"\bhdj\b|\bhospi?talisation de jour\b|\bhopita(?:l|ux) de jour\b|\b(?:unite|service) de jour\b"
    r"|\bambulatoires?\b|\bconsultations?\b|\bday (?:hospital|ward|unit|case)s?\b|\boutpatients?\b"
)
_DIALYSIS, _NEPHROLOGY = re.compile(r"\b(?:hemo)?dialys(?:es?|is)\b"), "nephrolog"
_MORNING, _NIGHT = 6 * 60, 22 * 60
_WHOLE = "="
_NAME_OF_VALUE = re.compile(r"(\{[^{}\n]{1,80}\})")
_Instead = Callable[[re.Match[str]], str]
_Value = TypeVar("_Value")


@lru_cache(maxsize=512)
def is_by_day(node: Node) -> bool:
    """By its opening hours; where nobody said them, without beds, or by its name."""
    hours = read_hours(node.opening_hours)
    if hours is not None:
        return not any(map(_is_at_night, hours.spans))
    name = folded(node.name)
    is_dialysis = bool(_DIALYSIS.search(name)) and not (node.beds and _NEPHROLOGY in name)
    return node.beds == 0 or is_dialysis or bool(_NAMED.search(name))


def _is_at_night(span: Span) -> bool:
    return span.end <= span.start or span.start < _MORNING or span.end > _NIGHT


def as_printed(node: Node) -> Node:
    """Its beds are places there: `14 places`, in both languages of the paper."""
    if not node.beds or not is_by_day(node):
        return node
    places = f"{node.beds}\u00a0place{'s' if node.beds > 1 else ''}"
    return replace(node, beds=None, place=" · ".join(filter(None, (node.place, places))))


@lru_cache(maxsize=1024)
def said_by_day(text: str, phrases: Phrases) -> str:
    """The names of local values, between braces, stay what they are called everywhere."""
    return _wording(phrases).said(text) if phrases else text


def all_said_by_day(value: _Value, phrases: Phrases) -> _Value:
    """Every text of a value that is made of texts, tuples and dataclasses."""
    done: _Value = _all_said(value, phrases) if phrases else value
    return done


@lru_cache(maxsize=512)
def _all_said(value: Any, phrases: Phrases) -> Any:
    return _wording(phrases).all_said(value)


class _Wording:
    """The phrases made ready: a binder says thousands of texts, most of them with none of these."""

    def __init__(self, phrases: Phrases) -> None:
        self._whole = {says[1:]: instead for says, instead in phrases if says[:1] == _WHOLE}
        self._instead = tuple(
            (
                says.lower(),
                re.compile(rf"(?<!\w){re.escape(says)}(?!\w)", re.IGNORECASE),
                _in_its_letters(instead),
            )
            for says, instead in phrases
            if says[:1] != _WHOLE
        )

    def said(self, text: str) -> str:
        if text in self._whole:
            return self._whole[text]
        lowered = text.lower()
        if not any(says in lowered for says, _pattern, _instead in self._instead):
            return text
        parts = _NAME_OF_VALUE.split(text)
        return "".join(
            part if place % 2 else self._changed(part) for place, part in enumerate(parts)
        )

    def _changed(self, text: str) -> str:
        for _says, pattern, instead in self._instead:
            text = pattern.sub(instead, text)
        return text

    def all_said(self, value: Any) -> Any:
        """Itself where nothing of it is said otherwise."""
        if type(value) is str:
            return self.said(value)
        if isinstance(value, tuple):
            return tuple([self.all_said(each) for each in value])
        changed = {}
        kind: Any = type(value)
        for name in _names(kind):
            part = getattr(value, name)
            if part and (said := self.all_said(part)) != part:
                changed[name] = said
        return replace(value, **changed) if changed else value


@lru_cache(maxsize=8)
def _wording(phrases: Phrases) -> _Wording:
    return _Wording(phrases)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """None for what is no dataclass."""
    return tuple(each.name for each in fields(kind) if each.init) if is_dataclass(kind) else ()


def _in_its_letters(instead: str) -> _Instead:
    """With a capital where what is replaced has one."""
    capital = instead[:1].upper() + instead[1:]
    return lambda found: capital if found[0][:1].isupper() else instead
