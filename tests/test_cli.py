from __future__ import annotations

import argparse
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from referent_desk import cli
from referent_desk.commands import answers, homes
from referent_desk.errors import (
    Busy,
    Cancelled,
    DamagedData,
    NewerData,
    NoRoom,
    NotFound,
    RefusedInput,
)
from referent_desk.log import stop_log


@pytest.fixture(autouse=True)
def _log_closed() -> Iterator[None]:
    yield
    stop_log()


def ends(
    monkeypatch: pytest.MonkeyPatch, home: Path, error: BaseException, language: str = "en"
) -> int:
    """The exit code of a command that ends so."""

    def fail(_options: object, _home: object) -> int:
        raise error

    monkeypatch.setattr(homes, "check_home", fail)
    return cli.main(["--home", str(home), "--language", language, "check"])


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RefusedInput("This. ", "That."), 2),
        (NotFound("Not here.", "Look there."), 2),
        (DamagedData("Damaged.", "Restore."), 3),
        (NewerData("Newer.", "Read."), 4),
        (NoRoom("Full.", "Free some."), 5),
        (Busy("Busy.", "Wait."), 6),
        (Cancelled(), 2),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 0),
        (OSError(28, "No space left on device"), 5),
    ],
)
def test_each_end_has_its_exit_code_and_one_line(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
) -> None:
    monkeypatch.setattr(answers, "drop_answer", lambda: None)
    assert ends(monkeypatch, tmp_path, error) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == (0 if code == 0 else 1)
    assert "Traceback" not in said.err


@pytest.mark.logs_warnings
@pytest.mark.parametrize("error", [ZeroDivisionError("secret"), OSError(5, "I/O"), KeyError("x")])
def test_a_bug_says_a_sentence_and_its_trace_goes_to_the_log(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
) -> None:
    assert ends(monkeypatch, tmp_path, error) == 70
    said = capsys.readouterr()
    assert said.err == "The program met a fault of its own; the log says which.\n"
    (log,) = (tmp_path / "logs").iterdir()
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert type(error).__name__ in log.read_text(encoding="utf-8")
    logging.getLogger().handlers[:] = [
        h for h in logging.getLogger().handlers if not isinstance(h, logging.NullHandler)
    ]


@pytest.mark.logs_warnings
@pytest.mark.parametrize(("language", "word"), [("fr", "journal"), ("en", "log")])
def test_commands_speak_the_language_that_was_asked(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    language: str,
    word: str,
) -> None:
    ends(monkeypatch, tmp_path, ZeroDivisionError(), language)
    assert word in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    [
        ["unknown"],
        ["list"],
        ["list", "patients"],
        ["list", "software", "--format", "pdf"],
        ["print"],
        ["print", "CAR"],
        ["print-all"],
        ["--language", "de", "check"],
    ],
)
def test_a_line_that_is_no_command_is_refused(
    capsys: pytest.CaptureFixture[str], line: list[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        cli.main(line)
    assert refused.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err


@pytest.mark.parametrize("number", ["0", "-1", "two", "9" * 30, "1.5", "²", ""])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ([], "«\u00a0{}\u00a0» n’est pas possible après {}. Donnez un nombre de 1 à 9999.\n"),
        (["--language=fr"], "«\u00a0{}\u00a0» n’est pas possible après {}. Donnez un nombre"),
        (["--language", "en"], "“{}” is not possible after {}. Give a number from 1 to 9999.\n"),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_the_language_that_was_asked(
    capsys: pytest.CaptureFixture[str], language: list[str], sentence: str, number: str
) -> None:
    for line, option in (
        (["print", "CAR", "--output", "x.pdf", f"--copy={number}"], "--copy"),
        (["import", "x.csv", f"--header={number}"], "--header"),
    ):
        assert cli.main([*language, *line]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith(sentence.format(number, option))
        assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("line", [["--help"], ["--version"], ["print", "--help"], ["list", "-h"]])
def test_help_and_version_answer_on_stdout(
    capsys: pytest.CaptureFixture[str], line: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(line)
    assert ended.value.code == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    "line",
    [
        ["--help"],
        *([name, "--help"] for name in ("demo", "import", "list", "print", "forms", "status")),
    ],
)
def test_help_is_french_where_the_command_is(
    capsys: pytest.CaptureFixture[str], line: list[str]
) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--language", "fr", *line])
    said = capsys.readouterr().out
    assert said.startswith("utilisation\xa0: referent-desk")
    for english in (
        "usage",
        "options:\n  -h, --help  show",
        "positional",
        "show this",
        "DEPARTMENT",
    ):
        assert english not in said


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (["print", "CAR"], "il manque\xa0: --output"),
        (["print", "CAR", "--output"], "--output\xa0: une valeur est attendue"),
        (["list", "wards"], "'wards' n’existe pas (au choix\xa0: 'departments', 'software'"),
        (["check", "x", "y"], "ces mots ne sont pas compris\xa0: y"),
        (["import", "x.csv", "--map", "zz"], "'zz' n’est pas possible"),
        (["wards"], "'wards' n’existe pas (au choix\xa0: "),
    ],
)
def test_a_line_that_is_not_understood_is_refused_in_french(
    capsys: pytest.CaptureFixture[str], line: list[str], sentence: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--language", "fr", *line])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert "erreur" in said
    assert "argument" not in said


def test_without_a_console_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A windowed Windows program has neither stdout nor stderr."""
    monkeypatch.setattr(answers, "sys", SimpleNamespace(stdout=None, stderr=None))
    answers.prepare_streams()
    answers.complain("Nobody hears this.")
    answers.finish_answer()
    assert answers.counted() is None


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command by its name."""
    groups = (a for a in cli.build_parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(next(groups).choices)


def test_the_readme_names_every_command_and_every_option_of_it() -> None:
    readme = Path(__file__).parents[1] / "README.md"
    rows = [line for line in readme.read_text("utf-8").splitlines() if line.startswith("| `")]
    for name, parser in commands().items():
        said = " ".join(row for row in rows if re.match(rf"\| `{name}[ `]", row))
        assert said, name
        options = (o for action in parser._actions for o in action.option_strings)
        missing = [o for o in options if o.startswith("--") and o != "--help" and o not in said]
        assert missing == [], name
