"""What argparse itself says, in the language of the command."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from referent_desk.errors import RefusedInput
from referent_desk.language import _

_LARGEST_NUMBER = 9_999


def let_argparse_speak() -> None:
    """It asks the system's own gettext, which has no French for it."""
    vars(argparse).update({"_": said_by_argparse})


def said_by_argparse(message: str) -> str:
    """Whatever else a later Python says stays as it is."""
    return _known().get(message, message)


def _known() -> dict[str, str]:
    return {
        "usage: ": _("usage: "),
        "positional arguments": _("positional arguments"),
        "options": _("options"),
        "show this help message and exit": _("show this help message and exit"),
        "%(prog)s: error: %(message)s\n": _("%(prog)s: error: %(message)s\n"),
        "argument %(argument_name)s: %(message)s": _("argument %(argument_name)s: %(message)s"),
        "the following arguments are required: %s": _("the following arguments are required: %s"),
        "unrecognized arguments: %s": _("unrecognized arguments: %s"),
        "ambiguous option: %(option)s could match %(matches)s": _(
            "ambiguous option: %(option)s could match %(matches)s"
        ),
        "expected one argument": _("expected one argument"),
        "ignored explicit argument %r": _("ignored explicit argument %r"),
        "invalid %(type)s value: %(value)r": _("invalid %(type)s value: %(value)r"),
        "invalid choice: %(value)r (choose from %(choices)s)": _(
            "invalid choice: %(value)r (choose from %(choices)s)"
        ),
        "unknown parser %(parser_name)r (choices: %(choices)s)": _(
            "unknown parser %(parser_name)r (choices: %(choices)s)"
        ),
    }


def number(option: str, *, least: int = 1) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
        if not least <= number <= _LARGEST_NUMBER:
            raise RefusedInput(
                _("“{text}” is not possible after {option}.").format(text=text, option=option),
                _("Give a number from {least} to {most}.").format(
                    least=least, most=_LARGEST_NUMBER
                ),
            )
        return number

    return read
