"""What a database file says of itself before SQLite is asked, and files written whole or not."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from uuid import uuid4

from referent_desk.storage.troubles import said_in_words

APPLICATION_ID = 0x52444B31
"""`RDK1`, in bytes 68–71 of the file."""
_MAGIC = b"SQLite format 3\x00"
_PART_IS_DEAD_AFTER = 3600.0  # seconds


class FileKind(Enum):
    ABSENT = auto()
    DEAD_LINK = auto()
    OURS = auto()
    EMPTY = auto()
    NOT_A_DATABASE = auto()
    OTHER_PROGRAM = auto()


@dataclass(frozen=True, slots=True)
class FileHeader:
    kind: FileKind
    schema_version: int = 0


def read_header(path: Path) -> FileHeader:
    """What lies at `path`, from its first hundred bytes; nothing is opened by SQLite."""
    if path.is_dir():
        return FileHeader(FileKind.NOT_A_DATABASE)
    with said_in_words(path):
        try:
            with path.open("rb") as file:
                head = file.read(100)
        except FileNotFoundError:
            return FileHeader(FileKind.DEAD_LINK if path.is_symlink() else FileKind.ABSENT)
    if not head:
        return FileHeader(FileKind.EMPTY)
    if len(head) < 100 or not head.startswith(_MAGIC):
        return FileHeader(FileKind.NOT_A_DATABASE)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        return FileHeader(FileKind.OTHER_PROGRAM)
    return FileHeader(FileKind.OURS, int.from_bytes(head[60:64], "big"))


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _new_in(folder: Path) -> Iterator[None]:
    """A folder that is there but cannot find what it is to take, as one of the system's own, lets
    nobody write."""
    try:
        yield
    except FileNotFoundError as error:
        if not folder.is_dir():
            raise
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES)) from error


@contextmanager
def written_aside(path: Path) -> Iterator[Callable[[bytes], None]]:
    """The content given lies synced beside `path` and takes its place when the block ends well.

    At `path` lies the old file or the new one, never a part, and the new one only when everything
    else in the block was done.
    """
    aside = path.with_name(f".part-{uuid4().hex}")

    def write(content: bytes) -> None:
        with said_in_words(path), _new_in(path.parent), aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    with said_in_words(path), _new_in(path.parent.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield write
        with said_in_words(path):
            aside.replace(path)
            sync_folder(path.parent)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def starts_with(path: Path, start: bytes) -> bool:
    """Whether the file begins so, is empty, or is not there yet; a folder or device does not."""
    with said_in_words(path):
        if not path.exists():
            return True
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(start)) in {b"", start}


def sweep(folder: Path, now: datetime) -> None:
    """Remove what a killed program left half written more than an hour ago."""
    for part in folder.glob(".part-*"):
        with suppress(OSError):
            if now.timestamp() - part.stat().st_mtime > _PART_IS_DEAD_AFTER:
                part.unlink()
