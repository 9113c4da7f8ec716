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


def nameless(nodes: list[Node]) -> list[tuple[str, str]]:
    """What can be worked with and is shown, but told by no name."""
    return [
        (node["role"], node["description"])
        for node in nodes
        if node["role"] in WORKED_WITH
        and {"focusable", "showing"} <= set(node["states"])
        and not node["name"]
    ]


def test_everything_that_can_be_worked_with_has_a_name(walked: list[list[Node]]) -> None:
    assert [nameless(nodes) for nodes in walked] == [[]] * len(walked)


def test_the_editor_and_the_help_are_told_part_by_part(tmp_path: Path) -> None:
    home = home_of(demo_content(), tmp_path)
    home.make()
    _tab, sources, editor, helped = read_out(
        home,
        ["press", "Modes dégradés"],
        ["press", "Modifier le texte"],
        ["press", "Partir de rien"],
        ["press", "Aide sur cet écran (F1)"],
    )
    assert nameless(sources) == nameless(editor) == []
    told = [n["name"] for n in editor]
    assert [name for name in told if name.startswith("Étape 1")]
    assert nameless(helped) == []
    assert set(shown(helped, "label")) > set(shown(editor, "label"))


def test_the_first_steps_and_the_guide_are_told_in_an_empty_home(tmp_path: Path) -> None:
    for way in ("Commencer par mon service", "Importer un fichier…"):
        home = Home(tmp_path / way[:4])
        home.make()
        welcome, page = read_out(home, ["see"], ["press", way])
        assert nameless(welcome) == nameless(page) == []
        assert way not in shown(page, "push button")


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
