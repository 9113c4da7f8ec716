"""`referent-desk skills`: what a script sees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from referent_desk import cli
from referent_desk.log import stop_log
from tests.usecases.homes import demo_content, empty_content, home_of


def said(
    folder: Path, capsys: pytest.CaptureFixture[str], content: bytes, *more: str
) -> tuple[int, str, str]:
    home = home_of(content, folder).root
    status = cli.main(["--home", str(home), "--language", "en", "skills", *more])
    out = capsys.readouterr()
    stop_log()
    return status, out.out, out.err


def test_each_software_of_a_department_is_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ("--department", "CAR", "--format", "json")
    status, out, _err = said(tmp_path, capsys, demo_content(), *more)
    found = json.loads(out)
    assert status == 0
    assert "Dossier+" in {one["software"] for one in found}
    assert {one["staff"] for one in found} == {found[0]["staff"]}
    assert {"uses", "helps", "trains", "without_level", "only_one", "newcomers"} <= set(found[0])


def test_an_empty_home_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _out, err = said(tmp_path, capsys, empty_content())
    assert status == 0
    assert "No software is used" in err
