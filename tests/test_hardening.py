from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from referent_desk.__main__ import harden

PROJECT = Path(__file__).resolve().parent.parent
PRINTS = """
import reportlab.pdfgen.canvas, reportlab.rl_config as settings
print(settings.trustedHosts, settings.toColorCanUse)
"""


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A home folder, which is the current folder too, whose files tell when they are executed."""
    for name in (
        ".reportlab_mods",
        ".reportlab_settings",
        "reportlab_mods.py",
        "reportlab_settings.py",
    ):
        code = f"open({str(tmp_path / 'executed')!r}, 'a').write({name!r} + ' ')\n"
        (tmp_path / name).write_text(code, encoding="utf-8")
    return tmp_path


def run_in(trap: Path, code: str) -> str:
    environment = os.environ | {
        "HOME": str(trap),
        "USERPROFILE": str(trap),
        "PYTHONPATH": str(PROJECT),
        "PYTHONSAFEPATH": "",
        "RL_trustedHosts": "*",
        "RL_toColorCanUse": "rl_safe_eval",
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=trap,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


def executed(trap: Path) -> list[str]:
    told = trap / "executed"
    return told.read_text(encoding="utf-8").split() if told.exists() else []


def test_nothing_of_the_users_profile_is_executed_when_printing(trap: Path) -> None:
    start = "import os\nfrom referent_desk.__main__ import harden\nharden(os.environ)\n"
    assert run_in(trap, start + PRINTS) == "None rl_extended_literal_eval"
    assert executed(trap) == []


def test_the_trap_would_spring_without_the_start(trap: Path) -> None:
    """Otherwise the test above proves nothing."""
    assert run_in(trap, PRINTS) == "['*'] rl_safe_eval"
    assert executed(trap) == ["reportlab_mods.py", "reportlab_settings.py"]


WHOLE_DEMO = """
import sys
sockets = []
sys.addaudithook(lambda event, _arguments: event.startswith("socket.") and sockets.append(event))
sys.argv = ["referent-desk", "--home", "home", "demo", "--no-window"]
from referent_desk.__main__ import main
code = main()
print(code, sockets)
"""


def test_a_hospital_is_filled_and_printed_without_foreign_code_and_without_a_socket(
    trap: Path,
) -> None:
    assert run_in(trap, WHOLE_DEMO).splitlines()[-1] == "0 []"
    assert executed(trap) == []
    assert len(list((trap / "home" / "prints").glob("*.pdf"))) == 1


def test_the_start_brings_in_no_library(trap: Path) -> None:
    code = "import sys\nimport referent_desk.__main__\nprint(*sys.modules)"
    loaded = {name.split(".")[0] for name in run_in(trap, code).split()}
    assert loaded.isdisjoint({"PySide6", "sqlalchemy", "reportlab", "openpyxl", "platformdirs"})


def test_what_could_bring_in_foreign_code_is_dropped_and_the_rest_kept() -> None:
    environment = {
        "RL_trustedHosts": "*",
        "QT_PLUGIN_PATH": "/tmp/junk",
        "QT_QPA_PLATFORM_PLUGIN_PATH": "/tmp/junk",
        "QML2_IMPORT_PATH": "/tmp/junk",
        "PYTHONSTARTUP": "/tmp/junk.py",
        "QT_QPA_PLATFORM": "offscreen",
        "PATH": "/usr/bin",
        "LANG": "fr_FR.UTF-8",
    }
    harden(environment)
    assert environment == {
        "QT_QPA_PLATFORM": "offscreen",
        "PATH": "/usr/bin",
        "LANG": "fr_FR.UTF-8",
    }


def test_a_console_that_lacks_a_letter_shows_its_code(trap: Path) -> None:
    code = (
        "import sys\nsys.stdout.reconfigure(encoding='cp1252')\n"
        "from referent_desk.__main__ import show_every_letter\nshow_every_letter()\n"
        "print('ok \u2192')"
    )
    assert run_in(trap, code) == "ok \\u2192"
