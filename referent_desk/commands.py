"""What each command does with an open home, and what it says.

The answer goes to stdout, everything else to stderr.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from referent_desk.clock import SystemClock
from referent_desk.errors import DamagedData
from referent_desk.home import Home
from referent_desk.home import warnings as home_warnings
from referent_desk.language import _, ngettext, spoken

if TYPE_CHECKING:
    from referent_desk.usecases.binders import PrintResult
    from referent_desk.usecases.desks import Desk

_TOLD_AT_MOST = 40


@contextmanager
def _desk(home: Home, *, writing: bool = True) -> Iterator[Desk]:
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


def import_a_file(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.exchange.import_reports import closing, heading, matters
    from referent_desk.usecases.imports import ImportOptions, import_file

    chosen = ImportOptions(
        kind=options.kind,
        sheet=options.sheet,
        header_row=options.header,
        columns=dict(options.columns),
        establishment=options.establishment,
        overwrite_edited=options.overwrite_edited,
        dry_run=options.dry_run,
        report=options.report.absolute() if options.report else None,
    )
    with _desk(home) as desk:
        report = import_file(desk, options.file.absolute(), chosen)
    told = list(matters(report))
    for sentence in (*heading(report), *told[:_TOLD_AT_MOST]):
        print(sentence)
    if len(told) > _TOLD_AT_MOST:
        print(_("… and {count} more: --report lists all.").format(count=len(told) - _TOLD_AT_MOST))
    for sentence in closing(report):
        print(sentence)
    print(report.summary())
    return 0


def adopt_starters(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.starters import adopt_starter_procedures

    with _desk(home) as desk:
        _changed, count = adopt_starter_procedures(desk, desk.language)
    print(
        ngettext(
            "{count} procedure was taken as a draft; it prints as a project until it is approved.",
            "{count} procedures were taken as drafts; they print as projects until approved.",
            count,
        ).format(count=count)
    )
    return 0


def list_what_is_known(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.inventories import inventory, written

    with _desk(home, writing=False) as desk:
        print(written(inventory(desk, options.subject, options.department), options.format))
    return 0


def open_window(options: argparse.Namespace, home: Home) -> int:
    try:
        from referent_desk.app import run_window
    except ImportError as error:
        logging.getLogger(__name__).warning("no window: %s", error)
        complain(_("The window cannot open: a system library of Qt is missing on this computer."))
        return 2
    return run_window(home, options.language, quit_after_paint=options.quit_after_paint)


def fill_demo_home(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.binders import print_binder, suggested_path
    from referent_desk.usecases.demo import fill_demo, showcase_department

    with _desk(home) as desk:
        filled = bool(fill_demo(desk))
        department = showcase_department(desk)
        path = suggested_path(desk, department)
        result = print_binder(desk, department, path, progress=_progress())
    sentence = (
        _("The demo hospital lies in {folder}.")
        if filled
        else _("The demo hospital of {folder} was opened again.")
    )
    print(sentence.format(folder=home.root))
    _say_printed(result)
    if options.no_window:
        return 0
    if not _has_display():
        print(_("There is no display here, so the window was not opened."))
        return 0
    return open_window(options, home)


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def print_one_binder(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.binders import print_binder
    from referent_desk.usecases.departments import binder_department

    with _desk(home) as desk:
        department = binder_department(desk, options.department)
        result = print_binder(
            desk,
            department.id,
            options.output.absolute(),
            copy_number=options.copy,
            one_sided=options.one_sided,
            progress=_progress(),
        )
    _say_printed(result)
    return 0


def print_every_binder(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.binders import print_all

    with _desk(home) as desk:
        results = print_all(
            desk, options.output.absolute(), one_sided=options.one_sided, progress=_progress()
        )
    for result in results:
        _say_printed(result)
    return 0


def _say_printed(result: PrintResult) -> None:
    """Pages, sheets, copy: on stdout."""
    pages = ngettext("{count} page", "{count} pages", result.pages).format(count=result.pages)
    sheets = ngettext("{count} sheet", "{count} sheets", result.sheets).format(count=result.sheets)
    copy = (
        _("copy {number}").format(number=result.copy_number)
        if result.copy_number
        else _("no copy number")
    )
    print(f"{result.path}: {pages}, {sheets}, {copy}")
    if result.run_number is None:
        complain(_("The home could only be read: this binder is a preview and was not recorded."))
    for sentence in result.refused_forms:
        complain(sentence)
    for code in result.set_plain:
        complain(_("The sheet {code} could not be set and stands as plain text.").format(code=code))


def print_the_manual(options: argparse.Namespace, _home: Home) -> int:
    from referent_desk.usecases.manuals import print_manual

    printed_at = SystemClock().now().astimezone()
    written = print_manual(options.output.absolute(), spoken(), printed_at)
    pages = ngettext("{count} page", "{count} pages", written.pages).format(count=written.pages)
    print(f"{written.path}: {pages}")
    return 0


def check_home(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.checks import check

    checked = Home(options.folder.absolute()) if options.folder else home
    with _desk(checked, writing=False) as desk:
        report = check(desk)
    for fault in report.faults:
        complain(fault)
    for name in report.unsound_backups:
        complain(_("The backup {name} is not what was written.").format(name=name))
    if report.faults:
        raise DamagedData(
            _("This home is damaged."),
            _("Reading and printing go on working where they can; open a backup before writing."),
        )
    rows = ngettext("{count} row", "{count} rows", report.rows).format(count=report.rows)
    kept = ngettext("{count} backup", "{count} backups", report.backups).format(
        count=report.backups
    )
    print(_("Sound: {rows}, {backups}.").format(rows=rows, backups=kept))
    return DamagedData.exit_code if report.unsound_backups else 0


def _progress() -> Callable[[int, int], None] | None:
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
