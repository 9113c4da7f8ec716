"""What all commands share: the open home, and where they speak.

The answer goes to stdout, everything else to stderr.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from referent_desk.clock import SystemClock
from referent_desk.home import Home
from referent_desk.home import warnings as home_warnings

if TYPE_CHECKING:
    from referent_desk.usecases.desks import Desk


@contextmanager
def open_home(home: Home, *, writing: bool = True) -> Iterator[Desk]:
    """The open home; its notices and what went wrong at closing are said on stderr."""
    from referent_desk.usecases.desks import open_desk

    desk = open_desk(home, SystemClock(), writing=writing)
    try:
        for notice in (*desk.notices, *home_warnings(home)):
            complain(notice)
        yield desk
    finally:
        trouble = desk.close()
        if trouble is not None:
            complain(str(trouble))


def counted() -> Callable[[int, int], None] | None:
    """A line on stderr that counts, when a person looks at it."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None

    def show(done: int, of: int) -> None:
        end = "\n" if done >= of else ""
        print(f"\r{done} / {of}", end=end, file=sys.stderr, flush=True)

    return show


def prepare_streams() -> None:
    """A pipe or a file is written in UTF-8, and no character of a name ends a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def finish_answer() -> None:
    """Hand the whole answer over while its faults can still be said."""
    if sys.stdout is not None:
        sys.stdout.flush()


def drop_answer() -> None:
    """What is left of the answer goes nowhere, so that nothing fails when Python ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def complain(sentence: str) -> None:
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
