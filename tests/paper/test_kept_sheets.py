from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from referent_desk.domain.sheets import FormBody, Sheet
from referent_desk.exchange.forms import form_definitions
from referent_desk.language import language
from referent_desk.paper import fragments, kept_sheets, pdf_files
from referent_desk.paper.binder import PrintedBinder, write_binder
from referent_desk.paper.bodies import LAYOUTS
from referent_desk.paper.kept_sheets import KeptSheets, key_of
from referent_desk.paper.layout import LaidOut
from tests.paper.memories import forget_everything
from tests.paper.pdfs import page_texts
from tests.paper.wards import COVER, DIRECTORY, END, HEAD, PROCEDURE, STAMP, listed, sheet

FR = language("fr")
FORMS = form_definitions("fr").forms[:3]


def ward() -> list[Sheet]:
    inner = [
        sheet("PRE-01", "Prescription", PROCEDURE),
        sheet("ANN-01", "Annuaire", DIRECTORY),
        *(sheet(form.code, form.title, FormBody(form)) for form in FORMS),
    ]
    return [sheet("COUV", "Classeur", COVER), sheet("LISTE", "Liste", listed(inner)), *inner]


def written(kept: KeptSheets | None) -> PrintedBinder:
    """By a program that has just begun."""
    forget_everything()
    return write_binder(ward(), HEAD, STAMP, FR, kept=kept)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The bodies that were laid out, in order."""
    found: list[object] = []

    def counted(lay_out: Callable[..., LaidOut]) -> Callable[..., LaidOut]:
        def count(body: object, *more: object) -> LaidOut:
            found.append(body)
            return lay_out(body, *more)

        return count

    for kind, lay_out in LAYOUTS.items():
        monkeypatch.setitem(LAYOUTS, kind, counted(lay_out))
    return found


def blobs(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_is_kept_is_not_laid_out_again_and_gives_the_same_bytes(
    folder: Path, laid_out: list[object]
) -> None:
    bare = written(None)
    assert len(laid_out) == 5
    first = written(KeptSheets(folder))
    assert len(laid_out) == 10
    again = written(KeptSheets(folder))
    assert len(laid_out) == 10
    assert bare == first == again


def test_no_font_is_parsed_and_no_pdf_library_imported(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from tests.paper.test_kept_sheets import written\n"
        "from referent_desk.paper.kept_sheets import KeptSheets\n"
        "pages = written(KeptSheets(Path(sys.argv[1]))).pages\n"
        "print(pages, 'reportlab' in sys.modules)"
    )
    line = [sys.executable, "-c", program, str(folder)]
    said = subprocess.run(line, check=True, capture_output=True, text=True).stdout.split()
    assert said == [str(written(None).pages), "False"]


def test_only_the_sheet_that_changed_is_laid_out(folder: Path, laid_out: list[object]) -> None:
    written(KeptSheets(folder))
    laid_out.clear()
    forget_everything()
    changed = replace(PROCEDURE, decides="Le médecin de garde.")
    sheets = [
        sheet("PRE-01", s.content.title, changed) if s.content.code == "PRE-01" else s
        for s in ward()
    ]
    pdf = write_binder(sheets, HEAD, STAMP, FR, kept=KeptSheets(folder)).pdf
    assert laid_out == [changed]
    assert "Le médecin de garde." in " ".join(page_texts(pdf))


def long_ward(titles: dict[int, str]) -> list[Sheet]:
    """So many sheets that the rows of the list are kept page by page."""
    inner = [sheet(f"N{n:03}-01", titles.get(n, f"Titre {n}"), END) for n in range(260)]
    return [sheet("LISTE", "Liste", listed(inner)), *inner]


@pytest.mark.parametrize(
    "titles",
    [
        {},
        {100: "Un autre titre"},
        {0: "Long " * 30},
        {100: "ễ ị ạ →"},
        {100: "Long " * 30, 101: "(\\", 259: "ễ"},
        dict.fromkeys(range(260), "Long " * 30),
    ],
)
def test_a_long_list_of_which_rows_changed_is_that_of_a_program_that_kept_nothing(
    folder: Path, titles: dict[int, str]
) -> None:
    for ward_before in (long_ward({}), long_ward({5: "ễ"})):
        forget_everything()
        write_binder(ward_before, HEAD, STAMP, FR, kept=KeptSheets(folder))
    forget_everything()
    changed = write_binder(long_ward(titles), HEAD, STAMP, FR, kept=KeptSheets(folder))
    forget_everything()
    assert changed == write_binder(long_ward(titles), HEAD, STAMP, FR)


@pytest.mark.parametrize(
    "other",
    [
        {"copy_number": 7},
        {"copy_place": "salle de pause", "holder": ""},
        {"copy_place": "", "holder": "salle de pause"},
        {"printed_at": datetime(2027, 1, 2, 8, 30, tzinfo=UTC)},
        {"unregistered": True},
    ],
    ids=str,
)
def test_cover_and_list_of_another_printing_are_those_of_a_program_that_kept_nothing(
    folder: Path, other: dict[str, Any]
) -> None:
    written(KeptSheets(folder))
    stamp = replace(STAMP, **other)
    for _time in range(2):
        forget_everything()
        kept = write_binder(ward(), HEAD, stamp, FR, kept=KeptSheets(folder))
        forget_everything()
        assert kept.pdf == write_binder(ward(), HEAD, stamp, FR).pdf


def test_a_list_page_that_was_kept_is_not_deflated_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_binder(long_ward({}), HEAD, STAMP, FR, kept=KeptSheets(folder))
    found: list[bytes] = []

    def deflated(content: bytes) -> bytes:
        found.append(content)
        return pdf_files.deflated(content)

    monkeypatch.setattr(fragments, "deflated", deflated)
    write_binder(long_ward({40: "Autre titre"}), HEAD, STAMP, FR, kept=KeptSheets(folder))
    assert len(found) == 1


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def _bend(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


def _make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _forge(path: Path) -> None:
    """A sound blob that holds something else."""
    path.unlink()
    store = KeptSheets(path.parent.parent)
    store.keep(path.parent.name + path.name, b"\x00\x00\x00\x02[]")


def _bear_another_mark(path: Path) -> None:
    path.write_bytes(b"RDKEPT0\n" + path.read_bytes()[8:])


@pytest.mark.parametrize(
    "damage", [_cut, _bend, _empty, _lengthen, _make_folder, _forge, _bear_another_mark]
)
def test_a_damaged_blob_is_as_good_as_none(folder: Path, damage: Callable[[Path], None]) -> None:
    whole = written(KeptSheets(folder))
    for path in blobs(folder):
        damage(path)
    assert written(KeptSheets(folder)) == whole


def test_damaged_blobs_are_replaced_by_sound_ones(folder: Path, laid_out: list[object]) -> None:
    written(KeptSheets(folder))
    for path in blobs(folder):
        _bend(path)
    written(KeptSheets(folder))
    laid_out.clear()
    written(KeptSheets(folder))
    assert laid_out == []


def test_what_another_version_kept_is_not_used(
    folder: Path, laid_out: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    written(KeptSheets(folder))
    laid_out.clear()
    monkeypatch.setattr(kept_sheets, "_fingerprint", lambda: "another version")
    written(KeptSheets(folder))
    assert len(laid_out) == 5


def test_the_folder_may_be_thrown_away_while_the_program_runs(folder: Path) -> None:
    kept = KeptSheets(folder)
    whole = written(kept)
    shutil.rmtree(folder)
    assert written(kept) == whole
    assert blobs(folder)


def test_a_folder_that_cannot_be_made_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file lies in the way", encoding="utf-8")
    assert written(KeptSheets(tmp_path / "kept")) == written(None)


def test_without_room_the_binder_comes_out_and_nothing_half_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: str, content: bytes) -> None:
        Path(path).write_bytes(content[:10])
        raise OSError(28, "No space left on device")

    folder.mkdir()
    monkeypatch.setattr(kept_sheets, "_write", full)
    monkeypatch.setattr(KeptSheets, "_path", lambda self, key: f"{folder}/{key}")
    assert written(KeptSheets(folder)) == written(None)
    assert blobs(folder) == []


def test_a_store_that_only_reads_leaves_the_folder_as_it_is(folder: Path) -> None:
    written(KeptSheets(folder, only_reads=True))
    assert not folder.exists()
    whole = written(KeptSheets(folder))
    before = [(path, path.stat().st_mtime_ns) for path in blobs(folder)]
    assert written(KeptSheets(folder, only_reads=True)) == whole
    assert [(path, path.stat().st_mtime_ns) for path in blobs(folder)] == before


def test_what_was_longest_unused_is_thrown_away_first(folder: Path) -> None:
    kept = KeptSheets(folder, most=4_000)
    keys = [key_of("blob", str(number)) for number in range(6)]
    for age, key in enumerate(keys[:3]):
        kept.keep(key, bytes(1_000))
        os.utime(folder / key[0] / key[1:], (1_000 + age, 1_000 + age))
    assert kept.find(keys[0]) is not None
    for key in keys[3:5]:
        kept.keep(key, bytes(1_000))
    kept.tidy()
    left = [key in keys and kept.find(key) is not None for key in keys]
    assert left == [True, False, False, True, True, False]


def test_a_blob_larger_than_all_the_room_is_not_kept(folder: Path) -> None:
    kept = KeptSheets(folder, most=100)
    kept.keep(key_of("blob"), bytes(101))
    assert kept.find(key_of("blob")) is None


def test_parts_that_a_killed_program_left_are_swept_once_they_are_old(folder: Path) -> None:
    kept = KeptSheets(folder)
    (folder / "ab").mkdir(parents=True)
    old, new = folder / "ab" / ".part-old", folder / "ab" / ".part-new"
    for part in (old, new):
        part.write_bytes(b"half")
    os.utime(old, (1_000, 1_000))
    kept.keep(key_of("blob"), b"whole")
    kept.tidy()
    assert not old.exists()
    assert new.exists()


def test_a_wrong_hash_is_not_kept(folder: Path) -> None:
    first = replace(sheet("PRE-01", "A", replace(PROCEDURE, title="Premier")), body_hash="ab" * 32)
    second = replace(sheet("PRE-02", "B", replace(PROCEDURE, title="Autre")), body_hash="ab" * 32)
    write_binder([first], HEAD, STAMP, FR, kept=KeptSheets(folder))
    forget_everything()
    text = page_texts(write_binder([second], HEAD, STAMP, FR, kept=KeptSheets(folder)).pdf)[0]
    assert "Autre" in text
    assert "Premier" not in text


def test_heads_of_two_departments_never_meet(folder: Path) -> None:
    here = written(KeptSheets(folder))
    other = replace(HEAD, paper_code="PNE1", department="Pneumologie")
    forget_everything()
    there = write_binder(ward(), other, STAMP, FR, kept=KeptSheets(folder))
    assert "RD1 S PNE1 PRE-01 3" in " ".join(page_texts(there.pdf))
    assert written(KeptSheets(folder)) == here
