"""Where in the window the content of a sheet is changed."""

from __future__ import annotations

from referent_desk.gui.places import Place, TabName

_CHAPTER_PARTS = {"ANN": "numbers"}


def place_of(subject: str, department_id: str) -> Place | None:
    """None for what is changed elsewhere: shipped forms, the list that follows the others."""
    kind, _separator, rest = subject.partition(":")
    if kind == "procedure":
        function_id, _separator, software_id = rest.partition(":")
        return Place(TabName.PROCEDURES, (function_id, software_id or None))
    if kind == "software" and rest:
        return Place(TabName.SOFTWARE, (rest,))
    if kind == "chapter":
        part = _CHAPTER_PARTS.get(rest, "local_values")
        return Place(TabName.DEPARTMENTS, (department_id,), None, part)
    if kind in {"cover", "no-software"}:
        return Place(TabName.DEPARTMENTS, (department_id,))
    return None
