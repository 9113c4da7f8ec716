"""What lives as long as the window must not call back what has gone.

Qt lets go of a method when the widget it belongs to goes; a function that stands alone is called
for ever, and finds labels that are deleted.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from referent_desk import gui

_FILES = sorted(Path(gui.__file__).parent.rglob("*.py"))
_LASTING = frozenset({"saver", "bus", "jobs", "draft"})


def connected_alone(source: str) -> list[int]:
    """The lines in which a signal of something lasting is connected to no method."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        signal = node.func.value
        if node.func.attr != "connect" or not isinstance(signal, ast.Attribute):
            continue
        owner = signal.value
        name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
        if name.lstrip("_") in _LASTING and not isinstance(node.args[0], ast.Attribute):
            found.append(node.lineno)
    return found


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("parts.saver.saved.connect(lambda _saved: self.show())", [1]),
        ("saver.saved.connect(partial(show, 1))", [1]),
        ("self._jobs.failed.connect(self.show_error)", []),
        ("button.clicked.connect(lambda _on: self.go())", []),
    ],
)
def test_a_function_that_stands_alone_is_found(source: str, lines: list[int]) -> None:
    assert connected_alone(source) == lines


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.stem))
def test_what_lasts_is_connected_to_methods_alone(path: Path) -> None:
    assert connected_alone(path.read_text(encoding="utf-8")) == []
