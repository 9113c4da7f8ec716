"""Printers and their jobs in words: what happened, and what the reader can do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.domain.printing import Because, JobReport, JobState, Printer, PrinterState
from referent_desk.language import _


def printer_line(printer: Printer) -> str:
    """Its name, and its state where it is not simply ready."""
    word = _STATES.get(printer.state)
    if word is None:
        return printer.name
    return _("{printer} – {state}").format(printer=printer.name, state=word())


_STATES: Mapping[PrinterState, Callable[[], str]] = {
    PrinterState.BUSY: lambda: _("printing"),
    PrinterState.PAUSED: lambda: _("paused"),
    PrinterState.REFUSING: lambda: _("takes no jobs"),
    PrinterState.UNREACHABLE: lambda: _("off or out of reach"),
}


def printer_sentence(printer: Printer) -> str:
    """What is good to know before anything is sent."""
    said = _ABOUT_STATES.get(printer.state)
    sentences = [printer.place, said() if said is not None else ""]
    if printer.two_sided is False:
        sentences.append(_("It prints on one side only."))
    return " · ".join(sentence for sentence in sentences if sentence)


_ABOUT_STATES: Mapping[PrinterState, Callable[[], str]] = {
    PrinterState.PAUSED: lambda: _("What is sent waits until somebody resumes the printer."),
    PrinterState.REFUSING: lambda: _("Choose another printer, or save the PDF."),
    PrinterState.UNREACHABLE: lambda: _("What is sent waits until the printer is switched on."),
}


def report_sentence(report: JobReport, printer: str) -> str:
    """How far a job is; that it was printed is never said."""
    if report.state is JobState.SENT and report.because is Because.PRINTER_OFF:
        said = _(
            "Sent to the printer “{printer}”, which was switched off or out of reach for a while. "
            "Look whether all of the paper came out; if not, send it again."
        )
    elif report.state is JobState.SENT:
        said = _(
            "Sent to the printer “{printer}”. Whether the paper came out whole and readable, only "
            "you can see."
        )
    elif report.because in _REASONS:
        said = _REASONS[report.because]()
    elif report.state is JobState.FAILED:
        said = _REASONS[Because.PRINTER]()
    elif report.state is JobState.PRINTING:
        said = _("The printer “{printer}” is taking the pages…")
    else:
        said = _("Given to the printer “{printer}”: the job waits for its turn.")
    return said.format(printer=printer)


_REASONS: Mapping[Because, Callable[[], str]] = {
    Because.PAPER_OUT: lambda: _(
        "The printer “{printer}” has no more paper. Fill the tray: it goes on by itself."
    ),
    Because.PAPER_JAM: lambda: _(
        "Paper is stuck in the printer “{printer}”. Take it out and close the printer: it goes on "
        "by itself."
    ),
    Because.COVER_OPEN: lambda: _(
        "The printer “{printer}” is open. Close it: it goes on by itself."
    ),
    Because.TONER_OUT: lambda: _(
        "The printer “{printer}” has no more toner. Change the cartridge: it goes on by itself."
    ),
    Because.PRINTER_OFF: lambda: _(
        "The printer “{printer}” is switched off or out of reach. Switch it on and look at its "
        "cable: the job waits. Or stop it, and choose another printer."
    ),
    Because.PAUSED: lambda: _(
        "The printer “{printer}” is paused on this computer: the job waits. Have the IT "
        "department resume it, or stop the job and choose another printer."
    ),
    Because.HELD: lambda: _(
        "The queue of “{printer}” holds the job back. Release it at the printer or have the IT "
        "department do so; or stop it, and choose another printer."
    ),
    Because.PASSWORD: lambda: _(
        "The printer “{printer}” asks for a password, which the program cannot give. Stop the job, "
        "save the PDF and print it from the program that opens it."
    ),
    Because.LOST: lambda: _(
        "The queue of “{printer}” no longer knows the job. Look whether the paper came out; if "
        "not, send it again."
    ),
    Because.CANCELLED: lambda: _(
        "The job was taken out of the queue of “{printer}” before it was printed. Send it again, "
        "or save the PDF."
    ),
    Because.FILTER: lambda: _(
        "This computer could not set the pages for the printer “{printer}”. Save the PDF and "
        "print it from the program that opens it, or choose another printer."
    ),
    Because.PRINTER: lambda: _(
        "The printer “{printer}” gave the job up. Look at what it shows, then send it again, or "
        "save the PDF."
    ),
}
