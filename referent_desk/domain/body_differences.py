"""What differs between a sheet as it was printed and as it would be printed now.

Both bodies are read from their canonical JSON, so that paper printed by an older program compares
as well: a field that it did not know is a field that was empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Plain = Mapping[str, Any]
_PROCEDURE_TEXTS = (
    *("title", "trigger", "decides", "stops", "still_works", "steps"),
    *("after_48_hours", "back_to_normal"),
)


class Difference(StrEnum):
    """What kind of thing is not the same. The order is that in which a reader wants to hear it."""

    KIND = "kind"
    LANGUAGE = "language"
    BAR_ADDED = "bar_added"
    BAR_GONE = "bar_gone"
    NUMBER = "number"
    PERSON = "person"
    LINE_ADDED = "line_added"
    LINE_GONE = "line_gone"
    LINE_RENAMED = "line_renamed"
    LINE = "line"
    NEED_ADDED = "need_added"
    NEED_GONE = "need_gone"
    NEED_UNKNOWN = "need_unknown"
    NEED = "need"
    TEXTS = "texts"
    VERIFIED = "verified"
    RUNNING = "running"
    SUPPORT = "support"
    FALLBACK = "fallback"
    REMARK = "remark"
    PRESENCE = "presence"
    CALLED = "called"
    FORM = "form"
    COVER = "cover"
    LIST = "list"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class BodyDifference:
    """`subject` is whose or which: a role, a line of the directory, a field, a bar.

    `name` is the person who has the number, where there is one. Of TEXTS, `gone` and `come` are the
    pieces that only one of the two sheets has; both empty: only their order differs.
    """

    kind: Difference
    subject: str = ""
    before: str = ""
    after: str = ""
    name: str = ""
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()


def differences(printed: Plain, present: Plain) -> tuple[BodyDifference, ...]:
    """Of two canonical bodies, `kind` and `language` included; empty where nothing differs."""
    if printed.get("kind") != present.get("kind"):
        kinds = str(printed.get("kind", "")), str(present.get("kind", ""))
        return (BodyDifference(Difference.KIND, "", *kinds),)
    if printed.get("language") != present.get("language"):
        return (BodyDifference(Difference.LANGUAGE),)
    was, now = printed.get("body", {}), present.get("body", {})
    compare = _COMPARED.get(str(present.get("kind")), _compare_texts_alone)
    return tuple(compare(was, now)) if was != now else ()


def _compare_procedure(was: Plain, now: Plain) -> Iterator[BodyDifference]:
    bars = was.get("bars", ()), now.get("bars", ())
    yield from (BodyDifference(Difference.BAR_ADDED, b) for b in bars[1] if b not in bars[0])
    yield from (BodyDifference(Difference.BAR_GONE, b) for b in bars[0] if b not in bars[1])
    if was.get("verified") != now.get("verified"):
        tried = now.get("verified", {})
        said = tried.get("version", ""), tried.get("day", ""), tried.get("result", "")
        yield BodyDifference(Difference.VERIFIED, said[0], after=said[1], name=said[2])
    yield from _field(Difference.RUNNING, was, now, "running_version")
    yield from _contacts(was.get("contacts", ()), now.get("contacts", ()))
    yield from _called(was, now)
    yield from _useful_numbers(was.get("numbers", ()), now.get("numbers", ()))
    yield from _needs(was.get("needs", ()), now.get("needs", ()))
    yield from _field(Difference.REMARK, was, now, "remark")
    yield from _texts(*([body.get(part) for part in _PROCEDURE_TEXTS] for body in (was, now)))


def _compare_missing(was: Plain, now: Plain) -> Iterator[BodyDifference]:
    yield from _contacts(was.get("contacts", ()), now.get("contacts", ()))
    yield from _field(Difference.SUPPORT, was, now, "vendor_support")
    yield from _field(Difference.FALLBACK, was, now, "fallback")
    yield from _field(Difference.REMARK, was, now, "remark")
    yield from _called(was, now)


def _called(was: Plain, now: Plain) -> Iterator[BodyDifference]:
    """What the function and the software are called: they are the same ones."""
    yield from _field(Difference.CALLED, was, now, "software")
    yield from _field(Difference.CALLED, was, now, "function")


def _compare_directory(was: Plain, now: Plain) -> Iterator[BodyDifference]:
    """Lines are the same by heading and label; what is left over, by number under a new label."""
    before, after = _lines(was), _lines(now)
    for key in after:
        if key in before:
            yield from _line(key[1], before[key], after[key])
    gone = {key: line for key, line in before.items() if key not in after}
    come = {key: line for key, line in after.items() if key not in before}
    renamed = {line.get("number"): key for key, line in gone.items() if line.get("number")}
    for key, line in come.items():
        former = renamed.pop(line.get("number"), None)
        if former is None:
            yield BodyDifference(Difference.LINE_ADDED, key[1], after=line.get("number", ""))
            continue
        del gone[former]
        kind = Difference.LINE if former[1] == key[1] else Difference.LINE_RENAMED
        yield BodyDifference(kind, key[1], former[1], key[1])
    left = {label: line.get("number", "") for (_heading, label, _manieth), line in after.items()}
    for (_heading, label, _manieth), line in gone.items():
        number = line.get("number", "")
        if left.get(label):
            yield BodyDifference(Difference.NUMBER, label, number, left[label])
        else:
            yield BodyDifference(Difference.LINE_GONE, label, before=number)
    if before == after:
        yield BodyDifference(Difference.ORDER)


def _lines(body: Plain) -> dict[tuple[str, str, int], Plain]:
    """By heading, label, and the how manieth of that heading and label it is."""
    found: dict[tuple[str, str, int], Plain] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for group in body.get("groups", ()):
        for line in group.get("lines", ()):
            key = group.get("heading", ""), line.get("label", "")
            found[*key, seen[key]] = line
            seen[key] += 1
    return found


def _line(label: str, was: Plain, now: Plain) -> Iterator[BodyDifference]:
    numbers = was.get("number", ""), now.get("number", "")
    if numbers[0] != numbers[1]:
        yield BodyDifference(Difference.NUMBER, label, *numbers)
    for field in ("line_type", "works_without_network", "private", "hours"):
        said = was.get(field, ""), now.get(field, "")
        if said[0] != said[1]:
            yield BodyDifference(Difference.LINE, label, _said(said[0]), _said(said[1]), field)


def _said(value: object) -> str:
    """As the log of changes writes it: yes is 1, no is 0."""
    return str(int(value)) if isinstance(value, bool) else str(value)


def _compare_reflex(was: Plain, now: Plain) -> Iterator[BodyDifference]:
    yield from _contacts(was.get("warn", ()), now.get("warn", ()))
    parts = ("title", "lead", "moments")
    yield from _texts(*([body.get(part) for part in parts] for body in (was, now)))


def _compare_decision(was: Plain, now: Plain) -> Iterator[BodyDifference]:
    yield from _contacts(
        [role.get("contact", {}) for role in was.get("roles", ())],
        [role.get("contact", {}) for role in now.get("roles", ())],
    )
    if was.get("present") != now.get("present"):
        yield BodyDifference(Difference.PRESENCE)
    yield from _texts(*(_without_contacts(body) for body in (was, now)))


def _without_contacts(body: Plain) -> list[object]:
    roles = [[role.get("role"), role.get("decides")] for role in body.get("roles", ())]
    return [body.get("title"), body.get("start_triggers"), body.get("stop_triggers"), roles]


def _compare_form(was: Plain, now: Plain) -> Iterator[BodyDifference]:
    before, after = (str(body.get("form", {}).get("revision", "")) for body in (was, now))
    yield BodyDifference(Difference.FORM, "", before, after)


def _compare_cover(was: Plain, now: Plain) -> Iterator[BodyDifference]:
    for field in sorted(was.keys() | now.keys()):
        yield from _field(Difference.COVER, was, now, field)


def _compare_list(_was: Plain, _now: Plain) -> Iterator[BodyDifference]:
    yield BodyDifference(Difference.LIST)


def _compare_texts_alone(was: Plain, now: Plain) -> Iterator[BodyDifference]:
    yield from _texts(was, now)


_COMPARED: Mapping[str, Callable[[Plain, Plain], Iterator[BodyDifference]]] = {
    "ProcedureBody": _compare_procedure,
    "MissingBody": _compare_missing,
    "DirectoryBody": _compare_directory,
    "ReflexBody": _compare_reflex,
    "DecisionBody": _compare_decision,
    "FormBody": _compare_form,
    "CoverBody": _compare_cover,
    "ListBody": _compare_list,
}


def _field(kind: Difference, was: Plain, now: Plain, field: str) -> Iterator[BodyDifference]:
    said = was.get(field, ""), now.get(field, "")
    if said[0] != said[1]:
        yield BodyDifference(kind, field, _said(said[0]), _said(said[1]))


def _contacts(was: Sequence[Plain], now: Sequence[Plain]) -> Iterator[BodyDifference]:
    """Who is to be called, role by role; of several of a role the first, the second…"""
    before, after = _by_role(was), _by_role(now)
    for role, place in dict.fromkeys((*after, *before)):
        key = role, place
        yield from _contact(role, before.get(key, {}), after.get(key, {}))


def _by_role(contacts: Iterable[Plain]) -> Mapping[tuple[str, int], Plain]:
    found: dict[tuple[str, int], Plain] = {}
    places: Counter[str] = Counter()
    for contact in contacts:
        role = contact.get("role", "")
        found[role, places[role]] = contact
        places[role] += 1
    return found


def _contact(role: str, was: Plain, now: Plain) -> Iterator[BodyDifference]:
    names = was.get("name", ""), now.get("name", "")
    numbers = was.get("number", ""), now.get("number", "")
    if names[0] != names[1]:
        yield BodyDifference(Difference.PERSON, role, *names)
    elif numbers[0] != numbers[1]:
        yield BodyDifference(Difference.NUMBER, role, *numbers, name=names[1])
    elif bool(was) != bool(now):
        yield BodyDifference(Difference.TEXTS, gone=(role,) * bool(was), come=(role,) * bool(now))
    else:
        yield from _texts(was.get("hours"), now.get("hours"))


def _useful_numbers(was: Iterable[Plain], now: Iterable[Plain]) -> Iterator[BodyDifference]:
    before = {number.get("label", ""): number.get("number", "") for number in was}
    after = {number.get("label", ""): number.get("number", "") for number in now}
    for label in dict.fromkeys((*after, *before)):
        said = before.get(label, ""), after.get(label, "")
        if label not in before or label not in after:
            gone, come = (label,) * (label in before), (label,) * (label in after)
            yield BodyDifference(Difference.TEXTS, gone=gone, come=come)
        elif said[0] != said[1]:
            yield BodyDifference(Difference.NUMBER, label, *said)


def _needs(was: Sequence[Plain], now: Sequence[Plain]) -> Iterator[BodyDifference]:
    """Means are the same by their name; what each leans on, and in whose place it serves."""
    before = {need.get("name", ""): need for need in was}
    after = {need.get("name", ""): need for need in now}
    for name in dict.fromkeys((*after, *before)):
        if name not in before or name not in after:
            kind = Difference.NEED_GONE if name in before else Difference.NEED_ADDED
            yield BodyDifference(kind, name)
        elif before[name] != after[name]:
            lost = after[name].get("is_unknown") and not before[name].get("is_unknown")
            yield BodyDifference(Difference.NEED_UNKNOWN if lost else Difference.NEED, name)
    if was != now and before == after:
        yield BodyDifference(Difference.NEED)


def _texts(was: object, now: object) -> Iterator[BodyDifference]:
    before, after = list(_leaves(was)), list(_leaves(now))
    if before == after:
        return
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    yield BodyDifference(Difference.TEXTS, gone=tuple(gone), come=tuple(come))


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key in sorted(value):
            yield from _leaves(value[key])
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _leaves(item)
    elif value is not None:
        yield str(value)
