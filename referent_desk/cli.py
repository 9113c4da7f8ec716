"""The command line: for the scripts of the IT department, for tests, and to open the window.

One sentence on stderr when something is refused, never a trace; the trace of a bug is in the log.
"""

from __future__ import annotations

import argparse
import errno
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from referent_desk import __version__
from referent_desk.commands import answers, forms, homes, prints, simulate, status
from referent_desk.commands.advice import add_advice
from referent_desk.commands.coverage import add_coverage
from referent_desk.commands.drills import add_drills
from referent_desk.commands.due import add_due
from referent_desk.commands.groups import add_groups
from referent_desk.commands.help_given import add_help_given
from referent_desk.commands.parser_words import let_argparse_speak, number
from referent_desk.commands.skills import add_skills
from referent_desk.domain.imports.kinds import FIELDS, Field, ImportKind
from referent_desk.errors import Cancelled, DeskError, NoRoom
from referent_desk.home import find_home
from referent_desk.language import LANGUAGES, _, speak
from referent_desk.log import start_log

BUG = 70
_LISTS = ("departments", "software", "referents", "procedures", "forms")
_FORMATS = ("table", "csv", "json")


def main(arguments: Sequence[str]) -> int:
    speak(_language_asked(arguments))
    let_argparse_speak()
    answers.prepare_streams()
    try:
        options = build_parser().parse_args(arguments)
    except DeskError as error:
        answers.complain(str(error))
        return error.exit_code
    home = find_home(options.home)
    start_log(home)
    try:
        status = int(options.run(options, home))
        answers.finish_answer()
        return status
    except DeskError as error:
        answers.complain(str(error))
        return error.exit_code
    except Cancelled:
        answers.complain(_("Stopped; nothing was kept."))
        return 2
    except KeyboardInterrupt:
        answers.complain(_("Stopped; nothing was kept."))
        return 130
    except BrokenPipeError:  # whoever read the answer had enough of it
        answers.drop_answer()
        return 0
    except Exception as error:
        return _end_badly(error)


def _language_asked(arguments: Sequence[str]) -> str:
    """Before the rest is read, so that a refusal of the rest is said in it."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--language", nargs="?")
    asked = str(parser.parse_known_args(arguments)[0].language)
    return asked if asked in LANGUAGES else LANGUAGES[0]


def _end_badly(error: Exception) -> int:
    """No room where the answer goes, or a bug: its trace is for the log."""
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        answers.drop_answer()
        answers.complain(_("There is no room left for the answer of this command."))
        return NoRoom.exit_code
    logging.getLogger(__name__).error("command failed", exc_info=error)
    answers.complain(_("The program met a fault of its own; the log says which."))
    return BUG


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="referent-desk",
        description=_(
            "What a ward uses, who answers for it, and its downtime binder. "
            "Without a command, the window opens."
        ),
    )
    parser.add_argument(
        "--version", action="version", version=__version__, help=_("say the version and stop")
    )
    parser.add_argument(
        "--home", type=Path, metavar=_("FOLDER"), help=_("folder that holds everything")
    )
    parser.add_argument("--language", choices=LANGUAGES, default="fr", help=_("fr unless told"))
    parser.add_argument("--quit-after-paint", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=homes.open_window)
    subparsers = parser.add_subparsers(metavar=_("COMMAND"), title=_("commands"))
    listing = (
        _add_list,
        _add_print,
        _add_forms,
        _add_status,
        add_due,
        add_coverage,
        add_groups,
        add_advice,
        _add_simulate,
        add_drills,
        add_help_given,
        add_skills,
        _add_manual,
        _add_check,
    )
    for add in (_add_demo, _add_import, _add_starters, *listing):
        add(subparsers)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_demo(subparsers: Commands) -> None:
    demo = subparsers.add_parser("demo", help=_("fill an empty home with the demo hospital"))
    demo.add_argument("--no-window", action="store_true", help=_("print the binder and stop"))
    demo.set_defaults(run=homes.fill_demo_home)


def _add_import(subparsers: Commands) -> None:
    fields = (f"  {kind}: {' '.join(known)}" for kind, known in FIELDS.items())
    command = subparsers.add_parser(
        "import",
        help=_("bring in a spreadsheet, or an export of GLPI, Mercator or a directory server"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join((_("fields of each kind:"), *fields)),
    )
    command.add_argument("file", type=Path, metavar=_("FILE"), help=".xlsx, .csv, .txt, .ldif")
    command.add_argument("--as", dest="kind", type=ImportKind, choices=list(ImportKind))
    command.add_argument("--sheet", default="", metavar=_("NAME"), help=_("of a workbook"))
    command.add_argument(
        "--header", type=number("--header"), metavar=_("ROW"), help=_("row of the titles")
    )
    command.add_argument(
        "--map",
        dest="columns",
        action="append",
        type=_column,
        default=[],
        metavar=_("COLUMN=FIELD"),
        help=_("a column by title, letter or number, and what it holds; may be repeated"),
    )
    command.add_argument(
        "--establishment", default="", metavar=_("NAME"), help=_("of departments that name none")
    )
    command.add_argument(
        "--overwrite-edited", action="store_true", help=_("also what was edited by hand")
    )
    command.add_argument("--dry-run", action="store_true", help=_("say what would be done"))
    command.add_argument(
        "--report", type=Path, metavar=_("FILE"), help=_("every line, .csv or .txt")
    )
    command.set_defaults(run=homes.import_a_file)


def _add_starters(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "starters", help=_("take the procedures that the program brings, as drafts to be approved")
    )
    command.set_defaults(run=homes.adopt_starters)


def _add_list(subparsers: Commands) -> None:
    command = subparsers.add_parser("list", help=_("what is known"))
    command.add_argument("subject", choices=_LISTS)
    command.add_argument("--department", metavar=_("CODE"))
    command.add_argument("--format", choices=_FORMATS, default="table")

    command.set_defaults(run=homes.list_what_is_known)


def _add_print(subparsers: Commands) -> None:
    one = subparsers.add_parser("print", help=_("the binder of a department, as PDF"))
    one.add_argument("department", metavar=_("DEPARTMENT"), help=_("a code or an unambiguous name"))
    one.add_argument("--output", type=Path, required=True, metavar=_("FILE"))
    one.add_argument(
        "--copy",
        type=number("--copy"),
        metavar="N",
        help=_("a copy that is there, or the next number; any for the first copy"),
    )
    one.add_argument(
        "--replacements",
        action="store_true",
        help=_("only what changed since the last filing, with the slip that says what to take out"),
    )
    one.add_argument("--one-sided", action="store_true")
    one.set_defaults(run=prints.print_one_binder)
    every = subparsers.add_parser("print-all", help=_("the binders of all departments"))
    every.add_argument("--output", type=Path, required=True, metavar=_("FOLDER"))
    every.add_argument("--one-sided", action="store_true")
    every.set_defaults(run=prints.print_every_binder)


def _add_forms(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "forms", help=_("a lot of blank forms, each with its own number")
    )
    command.add_argument("code", metavar=_("CODE"), help=_("F05; “list forms” shows them all"))
    command.add_argument("--department", required=True, metavar=_("DEPARTMENT"))
    command.add_argument("--count", metavar="N")
    command.add_argument("--output", type=Path, required=True, metavar=_("FILE"))
    command.set_defaults(run=forms.print_numbered_forms)


def _add_status(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "status", help=_("the sheets of the binders on the shelf, and why one is out of date")
    )
    command.add_argument(
        "department", nargs="?", metavar=_("DEPARTMENT"), help=_("all, one line each, unless told")
    )
    command.add_argument("--format", choices=_FORMATS, default="table")
    command.set_defaults(run=status.say_status)


def _add_simulate(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "simulate", help=_("which procedures stand and which fall when something fails")
    )
    command.add_argument(
        "--fails",
        action="append",
        required=True,
        metavar=_("NAMES"),
        help=_("what fails, with commas between: {example}").format(
            example="network,directory,ip_telephony"
        ),
    )
    command.add_argument("--department", metavar=_("DEPARTMENT"), help=_("all of them unless told"))
    command.add_argument("--format", choices=_FORMATS, default="table")
    command.set_defaults(run=simulate.simulate_failure)


def _add_manual(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "manual", help=_("how to use the program, as PDF; needs no home")
    )
    command.add_argument("--output", type=Path, required=True, metavar=_("FILE"))
    command.set_defaults(run=homes.print_the_manual)


def _add_check(subparsers: Commands) -> None:
    command = subparsers.add_parser("check", help=_("whether everything is as it was written"))
    command.add_argument(
        "folder", nargs="?", type=Path, metavar=_("FOLDER"), help=_("a home to check")
    )
    command.set_defaults(run=homes.check_home)


def _column(text: str) -> tuple[str, Field]:
    column, separator, field = text.rpartition("=")
    if not (separator and column.strip()):
        raise ValueError(text)
    return column.strip(), Field(field.strip())
