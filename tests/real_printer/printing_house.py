"""A printing house of its own: a bus, Avahi, CUPS and a printer that is a program.

Runs inside namespaces of its own network, mounts and processes; nothing of it is seen outside, and
all of it ends with its first process. Nobody but root can make these.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from referent_desk.domain.printing import JobReport

QUEUE = "ward"
_PORT = 8631
_PATIENCE = 30.0  # seconds, for anything that is waited for
_STEP = 0.05
Found = TypeVar("Found")

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={bus}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/><allow user="*"/></policy></busconfig>
"""
_AVAHI = "[server]\nuse-ipv6=no\nallow-interfaces=lo\n[publish]\npublish-hinfo=no\n"
_CUPSD = """LogLevel warn
Listen {folder}/sock
Listen localhost:631
Browsing No
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_FILES = """ServerRoot {folder}/conf
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
User lp
Group lp
SystemGroup root
"""
_BEHAVIOUR = """#!/bin/sh
env > {folder}/asked
cat "$1" > {folder}/printed
[ -f {folder}/how ] && . {folder}/how
exit 0
"""


class PrintingHouse:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def open(self) -> None:
        """The network is this computer alone; what the daemons leave in /run is theirs alone."""
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True, timeout=10)
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/run"], check=True, timeout=10)
        for part in ("spool/tmp", "cache", "state", "log", "conf/ppd", "printer"):
            (self.folder / part).mkdir(parents=True)
        Path("/run/avahi-daemon").mkdir()
        Path("/run/cups").mkdir()
        self.folder.chmod(0o755)
        for part in ("spool", "spool/tmp", "cache", "state"):
            shutil.chown(self.folder / part, "lp", "lp")
        bus = self.folder / "bus"
        self._write("bus.conf", _BUS.format(bus=bus))
        self._write("avahi.conf", _AVAHI)
        self._write("cupsd.conf", _CUPSD.format(folder=self.folder))
        self._write("cups-files.conf", _FILES.format(folder=self.folder))
        self._write("behaviour", _BEHAVIOUR.format(folder=self.folder)).chmod(0o755)
        os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = f"unix:path={bus}"
        os.environ["CUPS_SERVER"] = str(self.folder / "sock")
        self._start("dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork")
        wait_for(bus.is_socket)
        plain = ("--no-rlimits", "--no-drop-root", "--no-chroot")
        self._start("avahi-daemon", "-f", str(self.folder / "avahi.conf"), *plain)
        wait_for(Path("/run/avahi-daemon/pid").exists)
        self.start_scheduler()
        self.switch_on()
        self.administer("lpadmin", "-p", QUEUE, "-D", "Poste de soins", "-L", "2e étage", "-E",
                        "-v", f"ipp://localhost:{_PORT}/ipp/print", "-m", "everywhere")  # fmt: skip

    def start_scheduler(self) -> None:
        configured = ("-c", str(self.folder / "cupsd.conf"))
        self._start("cupsd", "-f", *configured, "-s", str(self.folder / "cups-files.conf"))
        wait_for((self.folder / "sock").is_socket)

    def stop_scheduler(self) -> None:
        self._stop("cupsd")

    def switch_on(self) -> None:
        """The printer takes A4 on both sides; what it prints is kept as it came."""
        self._start(
            *("ippeveprinter", "-2", "-v", "-p", str(_PORT), "-n", "localhost"),
            *("-f", "application/pdf,image/pwg-raster", "-c", str(self.folder / "behaviour")),
            *("-d", str(self.folder / "printer"), "Ward printer"),
        )
        wait_for(lambda: "printer-uuid" in (self.folder / "log/ippeveprinter").read_text("utf-8"))

    def switch_off(self) -> None:
        self._stop("ippeveprinter")

    def behave(self, how: str) -> None:
        """What the printer does with the next job, as lines of a shell."""
        self._write("how", how)

    def administer(self, *words: str) -> str:
        done = subprocess.run(words, capture_output=True, text=True, timeout=20, check=False)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    def close(self) -> None:
        for name in reversed(list(self._running)):
            self._stop(name)

    def _write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def _start(self, *command: str) -> None:
        log = (self.folder / "log" / command[0]).open("wb")
        with log:
            self._running[command[0]] = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder
            )

    def _stop(self, name: str) -> None:
        process = self._running.pop(name)
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)


@contextmanager
def printing_house(folder: Path) -> Iterator[PrintingHouse]:
    house = PrintingHouse(folder)
    try:
        house.open()
        yield house
    finally:
        house.close()


def wait_for(found: Callable[[], Found]) -> Found:
    """What is found before patience ends; the last answer otherwise."""
    end = time.monotonic() + _PATIENCE
    while not (answer := found()) and time.monotonic() < end:
        time.sleep(_STEP)
    return answer


def look_until(
    look: Callable[[str], JobReport], job: str, wanted: Callable[[JobReport], bool]
) -> JobReport:
    """The first report that is wanted, else the last one."""
    reports: list[JobReport] = []

    def is_found() -> bool:
        reports.append(look(job))
        return wanted(reports[-1])

    wait_for(is_found)
    return reports[-1]
