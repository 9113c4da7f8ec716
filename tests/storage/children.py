"""Work done in a process of its own, which may be killed, starved of disk or stripped of rights."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable
from pathlib import Path

from referent_desk.errors import DeskError

NOBODY = 65534


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
    """Nobody may write in the folder or its files, nor this process if it was root."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    become_nobody(folder)


def become_nobody(folder: Path) -> None:
    if os.getuid() == 0:
        for above in folder.parents[: len(folder.parents) - 2]:
            above.chmod(0o755)
        os.setgid(NOBODY)
        os.setuid(NOBODY)


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
        connection.execute("UPDATE person SET role = 'x' || hex(randomblob(9000))")
        os._exit(0)
    os.waitpid(child, 0)
