from __future__ import annotations

import errno
from pathlib import Path

import pytest

from referent_desk.errors import NoRoom, RefusedInput
from referent_desk.storage.files import starts_with, written_aside


def test_a_file_takes_its_place_when_everything_else_was_done(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "CAR.pdf"
    with written_aside(path) as write:
        write(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_failure_after_writing_keeps_the_old_file_and_no_part(tmp_path: Path) -> None:
    path = tmp_path / "CAR.pdf"
    path.write_bytes(b"old")

    def fail() -> None:
        with written_aside(path) as write:
            write(b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["x" * 250, "é #%?.pdf", "-o", "💉.pdf"])
def test_any_name_that_the_disk_takes_will_do(tmp_path: Path, name: str) -> None:
    with written_aside(tmp_path / name) as write:
        write(b"x")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_places_where_no_file_can_be_are_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    for place in ("file/CAR.pdf", "folder", "y" * 300):
        with (
            pytest.raises(RefusedInput, match="Nothing can be"),
            written_aside(tmp_path / place) as write,
        ):
            write(b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize(("call", "place"), [("open", "x.pdf"), ("mkdir", "x/y.pdf")])
def test_a_folder_that_takes_no_file_from_anybody_is_one_without_permission(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, place: str
) -> None:
    """As those of the system are, which cannot find what they are to take."""

    def cannot_find(*_said: object, **_options: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr(Path, call, cannot_find)
    with (
        pytest.raises(NoRoom, match=r"Writing at .* is not allowed") as refused,
        written_aside(tmp_path / place) as write,
    ):
        write(b"x")
    assert refused.value.exit_code == 5


@pytest.mark.parametrize(
    ("content", "fits"), [(b"%PDF-1.4 old", True), (b"", True), (b"SQLite format 3", False)]
)
def test_only_a_file_of_its_kind_is_replaced(tmp_path: Path, content: bytes, fits: bool) -> None:
    path = tmp_path / "CAR.pdf"
    path.write_bytes(content)
    assert starts_with(path, b"%PDF-") is fits


def test_devices_and_folders_are_not_replaced_and_nothing_may_be(tmp_path: Path) -> None:
    assert not starts_with(Path("/dev/null"), b"%PDF-")
    assert not starts_with(tmp_path, b"%PDF-")
    assert starts_with(tmp_path / "absent.pdf", b"%PDF-")
