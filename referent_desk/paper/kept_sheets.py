"""What was laid out once, kept on disk: a folder of blobs that may be thrown away at any time.

Each blob is a file of its own, `a/bcdef…`: a mark, the length and the SHA-256 of what follows. A
file that is damaged, of another version or not to be read is as good as none: nothing here is ever
an error. Blobs are bytes in formats of their own; nothing that is read back can run.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from referent_desk import __version__
from referent_desk.resources import resource

MOST = 64 * 2**20
"""Bytes that are kept unless told otherwise; what was longest unused goes first."""
LAYOUT_VERSION = 8
_MARK = b"RDKEPT1\n"
_HEAD = struct.Struct(">8sQ32s")
_PART = ".part-"
Found = TypeVar("Found")
_PART_IS_DEAD_AFTER = 3600.0  # seconds


class _Blob(NamedTuple):
    used: float
    size: int
    path: str


class KeptSheets:
    """Of one home, for one thread. Other programs may use the same folder at the same moment."""

    def __init__(self, folder: Path, *, most: int = MOST, only_reads: bool = False) -> None:
        self._folder = str(folder)
        self._most = most
        self._has_grown = False
        self._is_closed = only_reads

    def find(self, key: str) -> bytes | None:
        """What was kept under the key; from now on it counts as just used."""
        path = self._path(key)
        try:
            content = _read(path, self._most)
        except OSError:
            return None
        if not self._is_closed:
            with suppress(OSError):
                if content is None:
                    os.unlink(path)  # noqa: PTH108 - a thousand are asked for in a moment
                else:
                    os.utime(path)
        return content

    def has(self, key: str) -> bool:
        """Something lies there; whether it is sound is seen when it is read."""
        return os.path.exists(self._path(key))  # noqa: PTH110

    def recall(self, key: str, read: Callable[[bytes], Found]) -> Found | None:
        """What `read` makes of the blob; None also where it cannot make anything of it."""
        content = self.find(key)
        return None if content is None else understood(content, read)

    def keep(self, key: str, content: bytes) -> None:
        """Beside its place first, then there, so that no half blob is found.

        Not synced: what a power cut leaves is known by its SHA-256. After the first failure (no
        room, no right to write) nothing more is tried by this object.
        """
        if self._is_closed or len(content) > self._most:
            return
        path = self._path(key)
        folder = os.path.dirname(path)  # noqa: PTH120
        aside = f"{folder}/{_PART}{os.urandom(16).hex()}"
        head = _HEAD.pack(_MARK, len(content), hashlib.sha256(content).digest())
        try:
            try:
                _write(aside, head + content)
            except FileNotFoundError:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103
                _write(aside, head + content)
            os.replace(aside, path)  # noqa: PTH105
            self._has_grown = True
        except OSError:
            self._is_closed = True
            with suppress(OSError):
                os.unlink(aside)  # noqa: PTH108

    def tidy(self) -> None:
        """Throw away what was longest unused until the rest is small enough."""
        if not self._has_grown:
            return
        self._has_grown = False
        blobs = list(self._blobs())
        size = sum([blob.size for blob in blobs])
        if size <= self._most and not [blob for blob in blobs if _PART in blob.path]:
            return
        blobs.sort()
        now = blobs[-1].used if blobs else 0.0
        for blob in blobs:
            is_part = os.path.basename(blob.path).startswith(_PART)  # noqa: PTH119
            if size > self._most or (is_part and now - blob.used > _PART_IS_DEAD_AFTER):
                size -= blob.size
                with suppress(OSError):
                    os.unlink(blob.path)  # noqa: PTH108

    def _path(self, key: str) -> str:
        return f"{self._folder}/{key[0]}/{key[1:]}"

    def _blobs(self) -> Iterator[_Blob]:
        for folder in _entries(self._folder):
            for entry in _entries(folder.path):
                try:
                    found = entry.stat(follow_symlinks=False)
                except OSError:
                    continue
                if stat.S_ISREG(found.st_mode):
                    yield _Blob(found.st_mtime, found.st_size, entry.path)


def understood(content: bytes, read: Callable[[bytes], Found]) -> Found | None:
    try:
        return read(content)
    except (ValueError, TypeError, LookupError, AttributeError, struct.error):
        return None


def key_of(kind: str, *parts: str) -> str:
    """Of a blob: hexadecimal, another one for every version of what makes and reads it."""
    return hashlib.sha256("\n".join((_fingerprint(), kind, *parts)).encode()).hexdigest()


@cache
def _fingerprint() -> str:
    """Program, fonts, words and deflating: where one of them differs, pages may look different.

    Of files the size and the date are taken: to read them all takes longer than to lay a sheet out.
    """
    code = os.path.dirname(__file__)  # noqa: PTH120 - none in a frozen program: its version tells
    folders = ((code, ".py"), (str(resource("fonts")), ".bin"), (str(resource("language")), ".mo"))
    found = [f"{__version__} {LAYOUT_VERSION} {zlib.ZLIB_RUNTIME_VERSION}"]
    for folder, ending in folders:
        for entry in sorted(_entries(folder), key=lambda entry: entry.name):
            if entry.name.endswith(ending):
                file = entry.stat()
                found.append(f"{entry.name} {file.st_size} {file.st_mtime_ns}")
    return hashlib.sha256("\n".join(found).encode()).hexdigest()


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _read(path: str, most: int) -> bytes | None:
    """None for a file that is not what was written."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        head = file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return None
        mark, length, digest = _HEAD.unpack(head)
        if mark != _MARK or length > most:
            return None
        content = file.read(length + 1)  # one more than there may be
    if len(content) != length:
        return None
    return content if hashlib.sha256(content).digest() == digest else None


def _write(path: str, content: bytes) -> None:
    with open(path, "xb", buffering=0) as file:  # noqa: PTH123
        if file.write(content) != len(content):
            raise OSError("not written whole")
