"""A CUPS of scripts: commands on a path of their own, which note how they were called.

`printer` and `job` are what `lpstat` of CUPS 2.4 really writes.
"""

from __future__ import annotations

import shlex
from pathlib import Path

DETAILS = """\tForm mounted:
\tContent types: any
\tPrinter types: unknown
\tDescription: {description}
\tAlerts: {alerts}
\tLocation: {place}
\tConnection: direct
\tInterface: /etc/cups/ppd/ward.ppd
\tOn fault: no alert
\tAfter fault: continue
\tUsers allowed:
\t\t(all)
\tBanner required
\tDefault pitch:
"""
ENABLED = "enabled since Sun Nov 22 07:23:16 2026"
OFF = "The printer may not exist or is unavailable at this time."


def printer(
    said: str = f"is idle.  {ENABLED}", message: str = "", alerts: str = "none", name: str = "ward"
) -> str:
    line = f"printer {name} {said}\n" + (f"\t{message}\n" if message else "")
    return line + DETAILS.format(description="Poste de soins", alerts=alerts, place="2e étage")


def job(alerts: str, status: str | None = "", name: str = "ward-7") -> str:
    head = f"{name:<23} ada               4096   Sun Nov 22 07:24:39 2026\n"
    said = f"\tStatus: {status}\n" if status is not None else ""
    return f"{head}{said}\tAlerts: {alerts}\n\tqueued for ward\n"


class FakeCups:
    """Answers by command: the text, the error text and the code of each call, the last for good."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._log = folder / "calls"
        for command in ("lp", "lpstat", "lpoptions", "cancel"):
            self.answer(command)

    def answer(self, command: str, said: str = "", error: str = "", code: int = 0) -> None:
        """Whatever it is asked."""
        self.script(
            command,
            f"printf %s {shlex.quote(said)}\nprintf %s {shlex.quote(error)} >&2\nexit {code}\n",
        )

    def script(self, command: str, body: str) -> None:
        note = f'printf "%s\\n" {shlex.quote(command)} "$@" "" >> {shlex.quote(str(self._log))}\n'
        path = self.folder / command
        path.write_text(f"#!/bin/sh\n{note}{body}", encoding="utf-8")
        path.chmod(0o755)

    def remove(self, command: str) -> None:
        (self.folder / command).unlink()

    @property
    def calls(self) -> list[list[str]]:
        text = self._log.read_text("utf-8") if self._log.exists() else ""
        return (
            [call.split("\n") for call in text.removesuffix("\n\n").split("\n\n")] if text else []
        )
