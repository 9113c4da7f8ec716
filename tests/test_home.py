from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from referent_desk.errors import NoRoom
from referent_desk.home import (
    Home,
    find_home,
    place_warnings,
    portable_folder,
    program_folder,
    warning_text,
    warnings,
)
from referent_desk.language import Language

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/share /mnt/ward nfs4 rw 0 0
//server/share /mnt/ward\\040nord cifs rw 0 0
/dev/sdb1 /mnt/ward/local ext4 rw 0 0
tmpfs /mntx tmpfs rw 0 0
"""


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shared folder is `shared`, the user's is below `own`."""
    monkeypatch.setattr("platformdirs.site_data_path", lambda *_, **__: tmp_path / "shared")
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "own")
    return tmp_path


def test_everything_lies_below_the_folder_that_was_named(tmp_path: Path) -> None:
    home = find_home(tmp_path / "ward")
    places = (home.database, home.backups, home.prints, home.logs, home.forms, home.lock)
    assert {place.parent for place in places} == {tmp_path / "ward"}
    assert len(set(places)) == 6


def test_a_named_folder_is_made_absolute_and_nothing_is_written_by_looking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_home(Path("ward")).root == tmp_path / "ward"
    assert list(tmp_path.iterdir()) == []


def test_a_home_is_made_once_and_again(tmp_path: Path) -> None:
    home = Home(tmp_path / "a" / "home été")
    home.make()
    home.make()
    assert {path.name for path in home.root.iterdir()} == {"backups", "prints", "logs", "forms"}


def test_a_home_that_cannot_be_made_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(NoRoom, match="cannot be made or written") as refused:
        Home(tmp_path / "file" / "home").make()
    assert "--home" in refused.value.what_to_do
    assert refused.value.exit_code == 5


def test_a_full_disk_is_called_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(NoRoom, match="no room left"):
        Home(tmp_path / "home").make()


def test_from_source_there_is_no_portable_home() -> None:
    assert program_folder() is None
    assert portable_folder(program_folder()) is None


@pytest.mark.parametrize(("mark", "is_portable"), [("portable.txt", True), ("readme.txt", False)])
def test_a_mark_beside_the_program_makes_it_portable(
    mark: str, is_portable: bool, tmp_path: Path
) -> None:
    (tmp_path / mark).touch()
    assert portable_folder(tmp_path) == (tmp_path / "home" if is_portable else None)


def test_a_folder_named_home_beside_the_frozen_program_is_its_home(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_folders / "home").mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(own_folders / "referent-desk.exe"))
    assert find_home().root == own_folders / "home"


def test_without_a_shared_folder_the_home_is_the_users(own_folders: Path) -> None:
    assert find_home().root == own_folders / "own"


def test_the_folder_that_accounts_share_comes_before_the_users(own_folders: Path) -> None:
    (own_folders / "shared").mkdir()
    assert find_home().root == own_folders / "shared"


def test_a_shared_folder_that_may_not_be_written_is_left_alone(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_folders / "shared").mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert find_home().root == own_folders / "own"


def test_a_shared_database_is_read_rather_than_doubled(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_folders / "shared").mkdir()
    Home(own_folders / "shared").database.touch()
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert find_home().root == own_folders / "shared"


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        ("/home/ama/desk", ()),
        ("/mnt/ward/desk", ("network",)),
        ("/mnt/ward", ("network",)),
        ("/mnt/ward nord/desk", ("network",)),
        ("/mnt/ward/local/desk", ()),
        ("/mnt/wardrobe", ()),
        ("/mntx/desk", ()),
        ("\\\\server\\share\\desk", ("network",)),
        ("//server/share/desk", ("network",)),
        ("\\\\?\\C:\\desk", ()),
        ("/home/ama/OneDrive - CHU/desk", ("cloud",)),
        ("/home/ama/Dropbox/desk", ("cloud",)),
        ("C:\\Users\\ama\\Nextcloud\\desk", ("cloud",)),
        ("D:\\Travail\\desk", ("cloud",)),
        ("C:\\users\\AMA\\appdata\\roaming\\desk", ("roaming",)),
        ("C:\\Users\\ama\\AppData\\Local\\desk", ()),
    ],
)
def test_a_folder_that_can_hurt_the_database_is_told(root: str, expected: tuple[str, ...]) -> None:
    environment = {"APPDATA": "C:\\Users\\ama\\AppData\\Roaming", "OneDrive": "d:\\travail"}
    assert place_warnings(Path(root), MOUNTS, environment) == expected


def test_a_local_folder_of_this_computer_brings_no_warning(tmp_path: Path) -> None:
    assert place_warnings(tmp_path) == ()
    assert warnings(Home(tmp_path)) == ()


def test_the_reader_is_told_in_a_sentence_that_the_home_is_in_a_cloud_folder(
    tmp_path: Path,
) -> None:
    [sentence] = warnings(Home(tmp_path / "Nextcloud" / "desk"))
    assert "cloud service" in sentence


@pytest.mark.parametrize("code", ["network", "cloud", "roaming"])
def test_each_warning_is_one_sentence_in_the_readers_language(code: str, french: Language) -> None:
    assert warning_text(code).startswith("Le dossier")
    assert warning_text(code).endswith(".")
