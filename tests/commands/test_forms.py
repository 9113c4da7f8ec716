"""`referent-desk forms`: what a script sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from referent_desk import cli
from referent_desk.log import stop_log
from tests.paper.pdfs import page_texts
from tests.usecases.homes import demo_content, home_of

Said = tuple[int, str, str]


@pytest.fixture
def forms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Said]]:
    """Code, count and further options; exit code, stdout, stderr."""
    home = home_of(demo_content(), tmp_path).root

    def command(
        code: str, count: str, *more: str, language: str = "en", name: str = "lot.pdf"
    ) -> Said:
        line = ["--home", str(home), "--language", language, "forms", code]
        output = str(tmp_path / name)
        status = cli.main(
            [*line, "--department", "CAR", "--count", count, "--output", output, *more]
        )
        said = capsys.readouterr()
        return status, said.out, said.err

    yield command
    stop_log()


def test_a_lot_is_printed_and_the_next_one_goes_on(
    forms: Callable[..., Said], tmp_path: Path
) -> None:
    status, out, err = forms("F05", "3")
    assert (status, out) == (
        0,
        f"{tmp_path / 'lot.pdf'}: 3 pages, 3 sheets, F05 from 000001 to 000003\n",
    )
    assert "one side only" in err
    assert len(page_texts((tmp_path / "lot.pdf").read_bytes())) == 3
    assert "F05 from 000004 to 000005" in forms("f05", "2", name="next.pdf")[1]
    status, out, err = forms("F06", "2", language="fr", name="other.pdf")
    assert "4 pages, 2 feuillets, F06 de 000001 à 000002" in out
    assert "recto verso" in err


@pytest.mark.parametrize(
    ("code", "count", "words"),
    [
        ("F05", "0", "At least one sheet"),
        ("F05", "-3", "At least one sheet"),
        ("F05", "", "At least one sheet"),
        ("F05", "ten", "“ten” is not a number of sheets"),
        ("F05", "2001", "several lots"),
        ("F05", "10000", "several lots"),
        ("F99", "1", "F99"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_a_sentence(
    forms: Callable[..., Said], tmp_path: Path, code: str, count: str, words: str
) -> None:
    status, out, err = forms(code, count)
    assert (status, out) == (2, "")
    assert words in err
    assert not (tmp_path / "lot.pdf").exists()


def test_a_lot_is_never_written_over_another_one(
    forms: Callable[..., Said], tmp_path: Path
) -> None:
    forms("F05", "3")
    paper = (tmp_path / "lot.pdf").read_bytes()
    status, out, err = forms("F05", "2", language="fr")
    assert (status, out) == (2, "")
    assert "Un fichier s’y trouve déjà" in err
    assert (tmp_path / "lot.pdf").read_bytes() == paper
    assert "from 000004" in forms("F05", "1", name="next.pdf")[1]


def test_no_number_of_sheets_at_all_is_said_in_the_readers_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = home_of(demo_content(), tmp_path).root
    line = ["--home", str(home), "--language", "fr", "forms", "F05", "--department", "CAR"]
    assert cli.main([*line, "--output", str(tmp_path / "lot.pdf")]) == 2
    assert "Il faut au moins une feuille." in capsys.readouterr().err
    stop_log()
