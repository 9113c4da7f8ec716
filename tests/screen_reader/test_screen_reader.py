"""The window as a screen reader is told of it, over AT-SPI on a screen of its own.

Needs Xvfb, dbus-run-session, at-spi2-core and python3-pyatspi, which `run.py test` installs.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from referent_desk.home import Home
from tests.usecases.homes import demo_content, home_of

READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
WORKED_WITH = {
    *("push button", "toggle button", "check box", "radio button", "combo box", "entry", "text"),
    *("page tab", "table", "tree table", "tree", "list", "spin button", "menu item", "slider"),
}
Node = dict[str, Any]


@contextmanager
def screen() -> Iterator[str]:
    """The name of a display that nobody sees."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


def read_out(home: Home, *steps: list[str]) -> list[list[Node]]:
    """What is shown after each step."""
    assert shutil.which("dbus-run-session"), "apt-get install dbus"
    with screen() as display:
        environment = {**os.environ, "DISPLAY": display}
        environment.pop("QT_QPA_PLATFORM", None)
        path = home.root / "answers.json"
        arguments = [str(READER), str(home.root), sys.executable, str(path), json.dumps(steps)]
        done = subprocess.run(
            ["dbus-run-session", "--", SYSTEM_PYTHON, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            timeout=150,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-2_000:]
    answers: list[list[Node]] = json.loads(path.read_text("utf-8"))
    return answers


def shown(nodes: list[Node], *roles: str) -> list[str]:
    return [n["name"] for n in nodes if n["role"] in roles and "showing" in n["states"]]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> list[list[Node]]:
    """The demo hospital, tab by tab."""
    home = home_of(demo_content(), tmp_path_factory.mktemp("reader"))
    home.make()
    tabs = [["press", name] for name in ("Services", "Logiciels", "Référents", "Modes dégradés")]
    return read_out(home, ["see"], *tabs)


def test_the_tabs_are_told_by_their_names(walked: list[list[Node]]) -> None:
    assert {"Services", "Logiciels", "Référents", "Modes dégradés"} <= set(
        shown(walked[0], "page tab")
    )


def test_everything_that_can_be_worked_with_has_a_name(walked: list[list[Node]]) -> None:
    nameless = [
        (number, node["role"], node["description"])
        for number, nodes in enumerate(walked)
        for node in nodes
        if node["role"] in WORKED_WITH
        and {"focusable", "showing"} <= set(node["states"])
        and not node["name"]
    ]
    assert nameless == []


def test_nothing_is_told_in_the_notation_of_the_program(walked: list[list[Node]]) -> None:
    told = [n[key] for nodes in walked for n in nodes for key in ("name", "description")]
    assert [text for text in told if "<qt" in text or "&amp;" in text or "{" in text] == []


def test_each_tab_tells_its_list_and_what_is_chosen(walked: list[list[Node]]) -> None:
    for nodes in walked[1:]:
        assert shown(nodes, "table", "tree table", "tree")
        assert shown(nodes, "label")


def test_one_filters_and_prints_without_seeing(tmp_path: Path) -> None:
    home = home_of(demo_content(), tmp_path)
    home.make()
    _first, filtered, dialog = read_out(
        home,
        ["press", "Logiciels"],
        ["type", "Filtrer la liste\u00a0: Logiciels", "labofil"],
        ["press", "Imprimer le classeur…"],
    )
    cells = shown(filtered, "table cell")
    assert "LaboFil" in cells
    assert "Guichet Un" not in cells
    assert any("PDF" in name for name in shown(dialog, "push button"))
