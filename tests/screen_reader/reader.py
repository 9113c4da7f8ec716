"""What a screen reader sees and does, over AT-SPI: run by the system's Python, which has pyatspi.

`reader.py HOME PYTHON ANSWERS STEPS`: STEPS is a JSON array of steps – `["see"]`,
`["press", NAME]`, `["type", NAME, TEXT]`. The file ANSWERS then holds what was shown after each,
as JSON: one array of nodes per step.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyatspi  # type: ignore[import-not-found]

PATIENCE = 20  # seconds that any one thing may take
STATES = {
    "focusable": pyatspi.STATE_FOCUSABLE,
    "focused": pyatspi.STATE_FOCUSED,
    "showing": pyatspi.STATE_SHOWING,
    "enabled": pyatspi.STATE_ENABLED,
    "selected": pyatspi.STATE_SELECTED,
}


def until(what: str, ask: Callable[[], Any]) -> Any:
    """The first answer that is not nothing; ends the program when none comes in time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            answer = ask()
        except Exception:
            answer = None  # a node that was there a moment ago
        if answer:
            return answer
        time.sleep(0.05)
    sys.exit(f"nothing came: {what}")


def program() -> Any:
    desktop = pyatspi.Registry.getDesktop(0)
    return next((app for app in desktop if app is not None and "eferent" in app.name), None)


def nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in node:
        if child is not None:
            yield from nodes(child)


def is_in(node: Any, state: str) -> bool:
    return bool(node.getState().contains(STATES[state]))


def named(app: Any, name: str) -> Any:
    """The first node of that name that is shown and can be worked with."""
    found = [n for n in nodes(app) if n.name == name and is_in(n, "showing")]
    return next((n for n in found if is_in(n, "enabled")), None)


def states(node: Any) -> list[str]:
    """All asked for at once: each question goes through the bus."""
    held = node.getState()
    return [name for name, state in STATES.items() if held.contains(state)]


def outline(app: Any) -> list[tuple[str, list[str]]]:
    """What changes as long as a window fills itself."""
    return [(node.name, states(node)) for node in nodes(app)]


def seen(app: Any) -> list[dict[str, Any]]:
    return [
        {
            "role": node.getRoleName(),
            "name": node.name,
            "description": node.description,
            "value": value(node),
            "states": states(node),
        }
        for node in nodes(app)
    ]


def value(node: Any) -> str:
    try:
        text = node.queryText()
        return str(text.getText(0, min(text.characterCount, 2_000)))
    except NotImplementedError:
        return ""


def act(node: Any) -> None:
    """What Enter or a click would do."""
    actions = node.queryAction()
    names = [actions.getName(place).casefold() for place in range(actions.nActions)]
    wanted = next((n for n in ("press", "toggle", "showmenu", "setfocus") if n in names), None)
    actions.doAction(names.index(wanted) if wanted else 0)


def take(app: Any, step: list[str]) -> None:
    verb, *words = step
    if verb == "see":
        return
    node = until(" ".join(step), lambda: named(app, words[0]))
    if verb == "type":
        until("an editable field", lambda: node.queryEditableText().setTextContents(words[1]))
    elif verb == "press":
        act(node)


def main() -> None:
    home, python, path, steps = (*sys.argv[1:4], json.loads(sys.argv[4]))
    command = [python, "-m", "referent_desk", "--home", home, "--language", "fr"]
    accessible = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    child = subprocess.Popen(command, env={**os.environ, **accessible})
    try:
        app = until("the window", program)
        answers = []
        for step in steps:
            take(app, step)
            answers.append(settled(app))
        Path(path).write_text(json.dumps(answers), encoding="utf-8")
    finally:
        child.terminate()
        child.wait(10)


def settled(app: Any) -> list[dict[str, Any]]:
    """What is shown once three looks one after the other see the same: the last sees everything."""
    looks: list[Any] = [None, None]
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if looks[0] is not None and looks[0] == looks[1]:
                now = seen(app)
                if looks[1] == [(node["name"], node["states"]) for node in now]:
                    return [node for node in now if node["role"] != "application"]
            looks = [looks[1], outline(app)]
        except Exception:
            looks = [None, None]  # a node went while it was looked at
        time.sleep(0.2)
    sys.exit("the window does not come to rest")


if __name__ == "__main__":
    main()
