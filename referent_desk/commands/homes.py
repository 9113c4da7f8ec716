"""A home filled, looked at, checked: what these commands do with it, and what they say."""

from __future__ import annotations

import argparse
import logging
import os
import sys

from referent_desk.clock import SystemClock
from referent_desk.commands.answers import complain, counted, open_home
from referent_desk.errors import DamagedData
from referent_desk.home import Home
from referent_desk.language import _, ngettext, spoken

_TOLD_AT_MOST = 40


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
    with open_home(home) as desk:
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

    with open_home(home) as desk:
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

    with open_home(home, writing=False) as desk:
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
    from referent_desk.commands.prints import say_printed
    from referent_desk.usecases.binders import print_binder, suggested_path
    from referent_desk.usecases.demo import showcase_department
    from referent_desk.usecases.demo_hospital import fill_demo_hospital

    with open_home(home) as desk:
        filled = bool(fill_demo_hospital(desk))
        department = showcase_department(desk)
        path = suggested_path(desk, department)
        result = print_binder(desk, department, path, progress=counted())
    sentence = (
        _("The demo hospital lies in {folder}.")
        if filled
        else _("The demo hospital of {folder} was opened again.")
    )
    print(sentence.format(folder=home.root))
    say_printed(result)
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
    with open_home(checked, writing=False) as desk:
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
