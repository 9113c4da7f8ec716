"""What is played in the printing house; what happened is written down as JSON.

unshare … python -m tests.real_printer.scenes FOLDER
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from PySide6.QtWidgets import QApplication

from referent_desk.domain.printing import JobReport, JobState, PrintOptions
from referent_desk.errors import NotPrinted
from referent_desk.exchange.cups import CupsQueues
from referent_desk.gui.raster_printers import RasterPrinters
from referent_desk.language import language
from referent_desk.paper.rasters import PrintedPages
from referent_desk.paper.test_pages import TestedPrinter, lay_out_test_page
from tests.real_printer.printing_house import (
    QUEUE,
    PrintingHouse,
    look_until,
    printing_house,
    wait_for,
)

PAPER_OUT = """echo "STATE: +media-empty-error" >&2
while [ ! -f {folder}/filled ]; do sleep 0.1; done
echo "STATE: -media-empty-error" >&2
"""


class Scenes:
    def __init__(self, house: PrintingHouse, pdf: Path) -> None:
        self.house = house
        self.pdf = pdf
        self.queues = CupsQueues()

    def send(self, options: PrintOptions | None = None, pdf: Path | None = None) -> str:
        return self.queues.send(pdf or self.pdf, QUEUE, "Classeur", options or PrintOptions())

    def until(self, job: str, wanted: Callable[[JobReport], bool]) -> list[str]:
        report = look_until(self.queues.look, job, wanted)
        return [report.state, report.because]

    def until_over(self, job: str) -> list[str]:
        return self.until(job, lambda report: report.is_over)

    def until_hindered(self, job: str) -> list[str]:
        return self.until(job, lambda report: bool(report.because) or report.is_over)

    def printers(self) -> Any:
        [found] = self.queues.printers()
        two_sided, default = found.two_sided, found.is_default
        return [found.queue, found.description, found.place, found.state, two_sided, default]

    def printed(self) -> Any:
        over = self.until_over(self.send(PrintOptions(copies=2, first_page=2, last_page=3)))
        lines = (self.house.folder / "asked").read_text("utf-8").splitlines()
        asked = dict(line.partition("=")[::2] for line in lines)
        return [over, *self._on_paper(), asked.get("IPP_SIDES"), asked.get("IPP_COPIES")]

    def _on_paper(self) -> list[Any]:
        with pikepdf.open(self.house.folder / "printed") as paper:
            sizes = {tuple(round(float(n)) for n in page.mediabox) for page in paper.pages}
            return [len(paper.pages), sorted(sizes), *seen_on(self.house.folder / "printed")]

    def off_and_on(self) -> Any:
        self.house.switch_off()
        job = self.send()
        waits = self.until_hindered(job)
        held = job in self.house.administer("lpstat", "-o", QUEUE)
        state = self.queues.printers()[0].state
        self.house.switch_on()
        return [waits, held, state, self.until_over(job)]

    def paused(self) -> Any:
        self.house.administer("cupsdisable", QUEUE)
        job = self.send()
        waits = [self.until_hindered(job), self.queues.printers()[0].state]
        self.queues.cancel(job)
        over = self.until_over(job)
        self.house.administer("cupsenable", QUEUE)
        return [*waits, over]

    def refusing(self) -> Any:
        self.house.administer("cupsreject", QUEUE)
        state = self.queues.printers()[0].state
        answers = [state, refused(self.send)]
        self.house.administer("cupsaccept", QUEUE)
        return answers

    def held(self) -> Any:
        self.house.administer("cupsdisable", QUEUE)
        job = self.send()
        self.house.administer("lp", "-i", job, "-H", "hold")
        self.house.administer("cupsenable", QUEUE)
        waits = self.until_hindered(job)
        self.queues.cancel(job)
        return [waits, self.until_over(job)]

    def paper_out(self) -> Any:
        self.house.behave(PAPER_OUT.format(folder=self.house.folder))
        job = self.send()
        stops = self.until_hindered(job)
        (self.house.folder / "filled").touch()
        over = self.until_over(job)
        self.house.behave("")
        return [stops, over]

    def given_up(self) -> Any:
        self.house.behave("exit 1\n")
        over = self.until_over(self.send())
        self.house.behave("")
        return over

    def damaged(self) -> Any:
        damaged = self.house.folder / "damaged.pdf"
        damaged.write_bytes(self.pdf.read_bytes()[:400])
        job = self.send(pdf=damaged)
        over = self.until_over(job)
        self.queues.cancel(job)
        return over

    def unknown(self) -> Any:
        return refused(lambda: self.queues.send(self.pdf, "nowhere", "", PrintOptions()))

    def rastered(self) -> Any:
        """The other adapter, through the same CUPS."""
        application = QApplication.instance() or QApplication(["", "-platform", "offscreen"])
        printers = RasterPrinters(PrintedPages)
        [found] = [one for one in printers.printers() if one.queue == QUEUE]
        (self.house.folder / "printed").unlink()
        told: list[tuple[int, int]] = []
        options = PrintOptions(first_page=2, last_page=3)
        printers.send(self.pdf, QUEUE, "Images", options, lambda *far: told.append(far))
        # the last bytes come a moment after the file
        wait_for(lambda: self.until_over(f"{QUEUE}-{self._last_job()}") == [JobState.SENT, ""])
        del application
        return [found.two_sided, told, *self._on_paper()]

    def _last_job(self) -> int:
        jobs = self.house.administer("lpstat", "-W", "all", "-o", QUEUE).splitlines()
        return max(int(line.split()[0].rpartition("-")[2]) for line in jobs)

    def stopped(self) -> Any:
        self.house.stop_scheduler()
        return [refused(self.queues.printers), refused(self.send)]


def seen_on(pdf: Path) -> list[Any]:
    """Whether the first page has letters, and the sizes of its pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        pictures = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        sizes = [list(picture.get_px_size()) for picture in pictures]
        return ["VERSO" in page.get_textpage().get_text_range(), sizes]
    finally:
        document.close()


def refused(work: Callable[[], object]) -> str:
    """The code of the refusal."""
    try:
        return f"not refused: {work()}"
    except NotPrinted as error:
        return error.code


SCENES = (
    *("printers", "printed", "off_and_on", "paused", "refusing", "held", "paper_out", "given_up"),
    *("damaged", "unknown", "rastered", "stopped"),
)


def main(folder: Path) -> None:
    pdf = folder / "pages.pdf"
    pages = pikepdf.new()
    page = lay_out_test_page(
        TestedPrinter("Ward"), datetime(2026, 11, 9, 13, 2, tzinfo=UTC), language("fr"),
        two_sided=True,
    )  # fmt: skip
    single = folder / "page.pdf"
    single.write_bytes(page)
    with pikepdf.open(single) as sheet:
        for _copy in range(2):
            pages.pages.extend(sheet.pages)
        pages.save(pdf)
    in_memory = Path("/run/house")  # where CUPS's own user may read
    with printing_house(in_memory) as house:
        scenes = Scenes(house, pdf)
        answers = {name: getattr(scenes, name)() for name in SCENES}
    (folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
