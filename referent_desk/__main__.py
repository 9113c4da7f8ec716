"""Start of the program: closes the doors that libraries leave open, then runs the command.

Nothing but the standard library may be imported above `main`: ReportLab executes files of the
user's profile and reads `RL_*` variables at import, Qt loads plug-ins from `QT_PLUGIN_PATH`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from io import TextIOWrapper
from types import ModuleType

_DROPPED = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_GENERIC_PLUGINS", "EVAL_DEBUG")
_DROPPED_PREFIXES = ("RL_", "QML", "PYTHON")

# ReportLab 5.1 imports these, and where they are missing executes files of the same purpose from
# the home folder of whoever is logged in.
_CLOSED_MODULES = (
    "reportlab.local_rl_mods",
    "reportlab.local_rl_settings",
    "reportlab_mods",
    "reportlab_settings",
)


def harden(environment: MutableMapping[str, str]) -> None:
    """Take away what could make this process run foreign code; call before any other import."""
    for name in list(environment):
        if name in _DROPPED or name.startswith(_DROPPED_PREFIXES):
            del environment[name]
    for name in _CLOSED_MODULES:
        sys.modules[name] = ModuleType(name)


def show_every_letter() -> None:
    """A console that lacks a letter shows its code instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a windowed program of Windows has none
            stream.reconfigure(errors="backslashreplace")


def main() -> int:
    harden(os.environ)
    show_every_letter()
    from referent_desk.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
