"""Work done in a process of its own, which may be killed, starved of disk or stripped of rights."""

from __future__ import annotations

import ctypes
import os
import resource
from collections.abc import Callable
from pathlib import Path

from referent_desk.errors import DeskError

_CAPABILITY_VERSION_3 = 0x20080522
_PASSES_OVER_MODES = 1 << 1 | 1 << 2
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""


def answer_of(work: Callable[[], str]) -> str:
    """What `work` returns in a child; of a `DeskError` its exit code and text."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, _said(work).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answers:
        answer = answers.read().decode()
    os.waitpid(child, 0)
    return answer


def _said(work: Callable[[], str]) -> str:
    try:
        return work()
    except DeskError as error:
        return f"{error.exit_code} {error}"
    except BaseException as bug:
        return f"bug {bug!r}"


def without_rights(folder: Path) -> None:
    """Nobody may write in the folder or its files, nor this process if it is root."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    obey_file_modes()


def obey_file_modes() -> None:
    """From here on the modes of files count for root too; the process stays who it is.

    capset(2) with its third version: the two capabilities that pass over modes are cleared.
    """
    if os.getuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable: low halves, then high ones
    if libc.capget(header, sets) != 0:
        raise OSError(ctypes.get_errno(), "capget")
    for place in (0, 1):
        sets[place] &= ~_PASSES_OVER_MODES & 0xFFFFFFFF
    if libc.capset(header, sets) != 0:
        raise OSError(ctypes.get_errno(), "capset")


def without_room(largest: int) -> None:
    """No file of this process grows beyond `largest` bytes, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))


def leave_unfinished(path: Path) -> None:
    """A process dies in the middle of writing the file: its journal stays behind."""
    import sqlite3

    child = os.fork()
    if child == 0:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE software SET it_owner = 'x' || hex(randomblob(20000))")
        connection.execute("UPDATE node SET place = 'x' || hex(randomblob(9000))")
        connection.execute("UPDATE person SET working_hours = 'x' || hex(randomblob(9000))")
        os._exit(0)
    os.waitpid(child, 0)
