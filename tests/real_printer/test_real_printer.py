"""A real CUPS with a printer that is a program, alone in a network of their own.

Takes about a quarter of a minute. Needs root and Debian's cups, cups-ipp-utils, avahi-daemon, dbus
and iproute2, which `run.py test` installs; where it cannot be played `run.py test` says so and
leaves it out.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[2]
NEEDED = ("cupsd", "ippeveprinter", "avahi-daemon", "dbus-daemon", "ip", "unshare")
LINE = "apt-get install cups cups-ipp-utils avahi-daemon dbus iproute2"
APART = ("--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc")
A4 = [[0, 0, 595, 842]]
Answers = dict[str, Any]

pytestmark = pytest.mark.real_printer


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Whatever happens, all processes of the printing house end with the first of them."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    assert not missing, f"as root: {LINE}"
    assert os.geteuid() == 0, "needs root; leave it out with -m 'not real_printer'"
    folder = tmp_path_factory.mktemp("printing")
    done = subprocess.run(
        ["unshare", *APART, sys.executable, "-m", "tests.real_printer.scenes", str(folder)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    answers: Answers = json.loads((folder / "answers.json").read_text("utf-8"))
    return answers


def test_the_printer_is_known_with_its_place_and_its_sides(played: Answers) -> None:
    assert played["printers"] == ["ward", "Poste de soins", "2e étage", "ready", True, False]


def test_the_pages_asked_for_come_as_letters_on_a4_on_both_sides(played: Answers) -> None:
    over, pages, sizes, has_letters, pictures, sides, copies = played["printed"]
    assert over == ["sent", ""]
    assert (pages, sizes, has_letters, pictures) == (2, A4, True, [])
    assert (sides, copies) == ("two-sided-long-edge", "2")


def test_a_printer_that_is_off_holds_the_job_in_the_queue_until_it_is_on(played: Answers) -> None:
    waits, is_in_queue, state, over = played["off_and_on"]
    assert waits == ["waiting", "printer_off"]
    assert is_in_queue
    assert state == "unreachable"
    assert over[0] == "sent"


def test_a_paused_queue_is_told_and_the_job_can_be_taken_back(played: Answers) -> None:
    assert played["paused"] == [["waiting", "paused"], "paused", ["failed", "cancelled"]]


def test_a_queue_that_refuses_refuses(played: Answers) -> None:
    assert played["refusing"] == ["refusing", "refused"]


def test_a_job_that_is_held_back_is_told(played: Answers) -> None:
    assert played["held"] == [["waiting", "held"], ["failed", "cancelled"]]


def test_without_paper_the_job_stops_and_goes_on_when_the_tray_is_filled(played: Answers) -> None:
    assert played["paper_out"] == [["stopped", "paper_out"], ["sent", ""]]


def test_a_job_that_the_printer_gave_up_was_not_sent(played: Answers) -> None:
    assert played["given_up"] == ["failed", "printer"]


def test_a_file_that_cannot_be_set_was_not_sent(played: Answers) -> None:
    assert played["damaged"] == ["failed", "filter"]


def test_a_queue_that_is_gone_is_told_from_a_printing_system_that_is_gone(played: Answers) -> None:
    assert played["unknown"] == "unknown"
    assert played["stopped"] == ["no_system", "no_system"]


def test_a_printer_that_takes_no_pdf_is_given_pictures_of_300_dots_an_inch(
    played: Answers,
) -> None:
    two_sided, told, pages, sizes, has_letters, pictures = played["rastered"]
    assert two_sided
    assert told == [[0, 2], [1, 2]]
    assert (pages, sizes, has_letters) == (2, A4, False)
    [[width, height]] = pictures
    assert (width, height) == (pytest.approx(2480, abs=2), pytest.approx(3508, abs=2))
