"""What CUPS 2.4 really answered, as it stood on the screen."""

from __future__ import annotations

import pytest

from referent_desk.domain.printing import Because, JobReport, JobState, PrinterState
from referent_desk.exchange.cups_answers import (
    read_completed,
    read_job,
    read_printers,
    read_waiting,
    reads_two_sided,
)
from tests.exchange.fake_cups import ENABLED, OFF, job, printer


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (printer(), PrinterState.READY),
        (printer(f"now printing ward-7.  {ENABLED}"), PrinterState.BUSY),
        (
            printer("disabled since Sun Nov 22 2026 -", "reason unknown", "paused"),
            PrinterState.PAUSED,
        ),
        (printer(f"now printing ward-7.  {ENABLED}", OFF), PrinterState.UNREACHABLE),
        (printer(alerts="offline-report"), PrinterState.UNREACHABLE),
        (printer(alerts="media-low-warning"), PrinterState.READY),
        (
            printer() + "ward not accepting requests since Sun Nov 22 2026 -\n\tclosed\n",
            PrinterState.REFUSING,
        ),
        (printer() + "ward accepting requests since Sun Nov 22 2026\n", PrinterState.READY),
    ],
)  # fmt: skip
def test_a_printer_is_known_by_its_state(said: str, state: PrinterState) -> None:
    [found] = read_printers(said)
    assert (found.queue, found.description, found.place) == ("ward", "Poste de soins", "2e étage")
    assert found.state is state


def test_the_default_printer_comes_first_whatever_it_is_called() -> None:
    said = printer(name="aaa") + printer(name="zzz") + "system default destination: zzz\n"
    assert [(p.queue, p.is_default) for p in read_printers(said)] == [("zzz", True), ("aaa", False)]


def test_no_printer_is_no_printer() -> None:
    assert read_printers("no system default destination\n") == ()


@pytest.mark.parametrize(
    ("jobs", "of_printer", "state", "because"),
    [
        (job("none", None), printer(), JobState.WAITING, Because.NOTHING),
        (
            job("job-printing", "Printing."),
            printer(f"now printing ward-7.  {ENABLED}", "Printing."),
            JobState.PRINTING,
            Because.NOTHING,
        ),
        (job("job-printing", OFF), printer(), JobState.WAITING, Because.PRINTER_OFF),
        (
            job("none", None),
            printer(f"now printing ward-6.  {ENABLED}", OFF),
            JobState.WAITING,
            Because.PRINTER_OFF,
        ),
        (
            job("none", None),
            printer("disabled since Sun -", "reason unknown", "paused"),
            JobState.WAITING,
            Because.PAUSED,
        ),
        (job("job-hold-until-specified", None), printer(), JobState.WAITING, Because.HELD),
        (
            job("cups-held-for-authentication", None),
            printer(),
            JobState.WAITING,
            Because.PASSWORD,
        ),
        (
            job("job-printing", "Printing."),
            printer(alerts="cups-waiting-for-job-completed media-empty-warning"),
            JobState.STOPPED,
            Because.PAPER_OUT,
        ),
        (job("job-printing"), printer(alerts="media-jam"), JobState.STOPPED, Because.PAPER_JAM),
        (
            job("job-printing"),
            printer(alerts="door-open-error"),
            JobState.STOPPED,
            Because.COVER_OPEN,
        ),
        (
            job("job-printing"),
            printer(alerts="marker-supply-empty-error"),
            JobState.STOPPED,
            Because.TONER_OUT,
        ),
        (
            job("job-completed-with-errors", "loadFilename failed: no trailer dictionary"),
            printer(),
            JobState.FAILED,
            Because.FILTER,
        ),
    ],
)  # fmt: skip
def test_a_job_in_the_queue_says_what_it_waits_for(
    jobs: str, of_printer: str, state: JobState, because: Because
) -> None:
    said = job("none", None, "ward-70") + jobs + of_printer
    assert read_waiting(said, "ward-7") == JobReport("ward-7", state, because)


def test_a_job_that_is_over_is_not_in_the_queue() -> None:
    assert read_waiting(job("none", None, "ward-70") + printer(), "ward-7") is None


@pytest.mark.parametrize(
    ("said", "state", "because"),
    [
        (job("processing-to-stop-point"), JobState.SENT, Because.NOTHING),
        (job("processing-to-stop-point", OFF), JobState.SENT, Because.PRINTER_OFF),
        (
            job("processing-to-stop-point", "Print job canceled at printer."),
            JobState.FAILED,
            Because.PRINTER,
        ),
        (job("processing-to-stop-point", None), JobState.FAILED, Because.CANCELLED),
        (job("processing-to-stop-point", name="ward-70"), JobState.FAILED, Because.LOST),
        ("", JobState.FAILED, Because.LOST),
    ],
)  # fmt: skip
def test_what_became_of_a_job_is_read_from_its_status_alone(
    said: str, state: JobState, because: Because
) -> None:
    assert read_completed(said, "ward-7") == JobReport("ward-7", state, because)


@pytest.mark.parametrize(
    ("said", "able"),
    [
        ("", None),
        ("PageSize/Media Size: A4 *Letter\nDuplex/Duplex: *None DuplexNoTumble\n", True),
        ("sides/2-Sided Printing: *one-sided two-sided-long-edge\n", True),
        ("PageSize/Media Size: A4 *Letter\n", False),
        ("PageSize/Media Size: A4\nDuplex/Duplex: *None\n", False),
    ],
)  # fmt: skip
def test_a_printer_says_whether_it_prints_both_sides(said: str, able: bool | None) -> None:
    assert reads_two_sided(said) is able


def test_the_job_is_named_by_lp() -> None:
    assert read_job("request id is ward-1 (1 file(s))\n") == "ward-1"
    assert read_job("") == ""
