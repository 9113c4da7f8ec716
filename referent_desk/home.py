"""Where a home lies, and what lies in it: database, backups, prints, logs, forms, lock.

One home is one truth. It is found in this order: the folder that was named; the folder beside a
portable copy of the program; the folder that the accounts of this PC share; the user's own.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from referent_desk.errors import NoRoom
from referent_desk.language import _

PROGRAM = "Referent Desk"
PORTABLE_MARK = "portable.txt"

_NETWORK_FILE_SYSTEMS = (
    *("9p", "afs", "ceph", "cifs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"),
    *("fuse.davfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs"),
)
_CLOUD_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "owncloud",
    "kdrive",
    "pcloud",
    "seafile",
    "box sync",
)
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


@dataclass(frozen=True, slots=True)
class Home:
    root: Path

    @property
    def database(self) -> Path:
        return self.root / "referent-desk.sqlite"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def prints(self) -> Path:
        return self.root / "prints"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def forms(self) -> Path:
        """The hospital's own forms: they win over those shipped with the program."""
        return self.root / "forms"

    @property
    def letters(self) -> Path:
        """The hospital's own templates of letters: they win over those shipped."""
        return self.root / "letters"

    @property
    def unfinished(self) -> Path:
        """Forms that were begun and not saved."""
        return self.root / "unfinished"

    @property
    def marks(self) -> Path:
        """The highest numbers that were given: they outlast a backup that is put back."""
        return self.root / "marks"

    @property
    def kept_sheets(self) -> Path:
        """Sheets that were laid out once; may be thrown away at any time."""
        return self.root / "kept-sheets"

    @property
    def lock(self) -> Path:
        return self.root / "referent-desk.lock"

    def make(self) -> None:
        """Make the folders that are missing; raises NoRoom, reading an existing home needs none."""
        for folder in (self.root, self.backups, self.prints, self.logs, self.forms):
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise _no_room(folder, error) from error


def find_home(explicit: Path | None = None) -> Home:
    """The home to work in; nothing is written."""
    if explicit is not None:
        return Home(explicit.expanduser().absolute())
    portable = portable_folder(program_folder())
    if portable is not None:
        return Home(portable)
    shared = _shared_folder()
    if _is_usable(shared, made_by_us=sys.platform == "win32"):
        return Home(shared)
    return Home(_own_folder())


def program_folder() -> Path | None:
    """The folder of the frozen program; None when run from source or from a wheel."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def portable_folder(beside: Path | None) -> Path | None:
    """The home of a copy that is carried on a stick: a folder `home`, or a file `portable.txt`."""
    if beside is None:
        return None
    folder = beside / "home"
    return folder if folder.is_dir() or (beside / PORTABLE_MARK).is_file() else None


def _shared_folder() -> Path:
    from platformdirs import site_data_path

    return site_data_path(_folder_name(), appauthor=False)


def _own_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path(_folder_name(), appauthor=False, roaming=False).absolute()


def _folder_name() -> str:
    return PROGRAM if sys.platform == "win32" else PROGRAM.lower().replace(" ", "-")


def _is_usable(folder: Path, *, made_by_us: bool) -> bool:
    """Whether the shared folder is this PC's home.

    Where it holds a database it is, even if this account may only read it: a second home beside
    it would be a second truth.
    """
    if Home(folder).database.is_file():
        return True
    if folder.is_dir():
        return os.access(folder, os.W_OK)
    return made_by_us and os.access(folder.parent, os.W_OK)


def _no_room(folder: Path, error: OSError) -> NoRoom:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NoRoom(
            _("There is no room left on the disk for the folder {folder}.").format(folder=folder),
            _("Free some space, or choose another folder with --home."),
        )
    return NoRoom(
        _("The folder {folder} cannot be made or written.").format(folder=folder),
        _("Ask for the right to write there, or choose another folder with --home."),
    )


def warnings(home: Home) -> tuple[str, ...]:
    """What a reader is told of the place of this home, a sentence each; mostly nothing."""
    return tuple(warning_text(code) for code in place_warnings(home.root))


def place_warnings(
    root: Path, mounts: str | None = None, environment: Mapping[str, str] = os.environ
) -> tuple[str, ...]:
    """Why a home should not lie there: any of `network`, `cloud`, `roaming`.

    `mounts` is the text of /proc/mounts; it is read from the system when left out.
    """
    found = []
    if _is_on_network(root, _read_mounts() if mounts is None else mounts):
        found.append("network")
    if _is_in_cloud(root, environment):
        found.append("cloud")
    if _is_roaming(root, environment):
        found.append("roaming")
    return tuple(found)


def warning_text(code: str) -> str:
    """The sentence for a code of `place_warnings`, in the reader's language."""
    return {
        "network": _(
            "The folder lies on a network drive: it is out of reach when the network is down, "
            "and two PCs writing there can damage it."
        ),
        "cloud": _(
            "The folder is copied to a cloud service, which may replace the database while it is "
            "being written."
        ),
        "roaming": _(
            "The folder belongs to a roaming profile: it is copied at each session and may be out "
            "of date on this PC."
        ),
    }[code]


def _is_on_network(root: Path, mounts: str) -> bool:
    text = str(root)
    if text.startswith(("\\\\", "//")) and not text.startswith(("\\\\?\\", "\\\\.\\")):
        return True
    if sys.platform == "win32":
        import ctypes

        drive_type = int(ctypes.windll.kernel32.GetDriveTypeW(root.anchor))
        return drive_type == _REMOTE_DRIVE
    return _file_system(text, mounts) in _NETWORK_FILE_SYSTEMS


def _file_system(path: str, mounts: str) -> str:
    """The type of the mount that holds `path`: the last of those with the longest mount point."""
    best, kind = "", ""
    for line in mounts.splitlines():
        columns = line.split(" ")
        if len(columns) < 3:
            continue
        point = columns[1].replace("\\040", " ")
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, columns[2]
    return kind


def _read_mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _is_in_cloud(root: Path, environment: Mapping[str, str]) -> bool:
    if any(part.casefold().startswith(_CLOUD_FOLDERS) for part in PureWindowsPath(root).parts):
        return True
    synchronised = (environment.get(name) for name in ("OneDrive", "OneDriveCommercial"))
    return any(_is_inside(root, folder) for folder in synchronised if folder)


def _is_roaming(root: Path, environment: Mapping[str, str]) -> bool:
    roaming = environment.get("APPDATA")
    return roaming is not None and _is_inside(root, roaming)


def _is_inside(root: Path, folder: str) -> bool:
    """By Windows' rules: upper and lower case, `/` and `\\` are the same."""
    return PureWindowsPath(root).is_relative_to(PureWindowsPath(folder))
