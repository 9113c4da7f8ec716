"""What the window may ask about the printers of this computer; all of it runs on the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.printing import JobReport, Printer, PrintOptions
    from referent_desk.gui.jobs import Progress


@dataclass(frozen=True, slots=True)
class PrintingQuestions:
    """`send`: the file, the queue, what the job is called, how; answers the name of the job.

    `place`: where a file that is only there to be sent can be written, best as suggested.

    `write_test_page` and `record_test` are of a department. `record_sent`: the department, the
    number of the run, what the printer is called, the job.
    """

    printers: Callable[[], tuple[Printer, ...]]
    place: Callable[[Path], Path]
    send: Callable[[Path, str, str, PrintOptions, Progress], str]
    look: Callable[[str], JobReport]
    cancel: Callable[[str], None]
    write_test_page: Callable[[str, Printer], Path]
    record_sent: Callable[[str, int, str, str], Saved]
    record_test: Callable[[str, Printer], Saved]
