"""Where in the window the content of a sheet is changed."""

from __future__ import annotations

from referent_desk.gui.places import Place, TabName

_VALUES = "local_values"
_CHAPTER_PARTS = {"ANN": "numbers", "REF": _VALUES, "DEC": _VALUES, "CIR": _VALUES, "FIN": _VALUES}
"""The other chapters say the same in every department."""


def place_of(subject: str, department_id: str) -> Place | None:
    """None for what is not changed in the window: shipped forms and rules, the list of sheets."""
    kind, _separator, rest = subject.partition(":")
    if kind == "procedure":
        function_id, _separator, software_id = rest.partition(":")
        return Place(TabName.PROCEDURES, (function_id, software_id or None))
    if kind == "software" and rest:
        return Place(TabName.SOFTWARE, (rest,))
    if kind == "chapter" and rest in _CHAPTER_PARTS:
        return Place(TabName.DEPARTMENTS, (department_id,), None, _CHAPTER_PARTS[rest])
    if kind in {"cover", "no-software"}:
        return Place(TabName.DEPARTMENTS, (department_id,))
    return None
