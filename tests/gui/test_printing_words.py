from __future__ import annotations

import pytest

from referent_desk.domain.printing import Because, JobReport, JobState, Printer, PrinterState
from referent_desk.gui.printing_words import printer_line, printer_sentence, report_sentence
from referent_desk.language import speak

REPORTS = [
    *(JobReport("j", state, because) for state in JobState for because in Because),
]


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_report_is_a_sentence_that_names_the_printer(report: JobReport, code: str) -> None:
    speak(code)
    said = report_sentence(report, "Poste {de} soins")
    assert "Poste {de} soins" in said
    assert said.endswith((".", "…"))


@pytest.mark.parametrize("because", [b for b in Because if b is not Because.NOTHING])
def test_every_hindrance_has_a_sentence_of_its_own_and_says_what_to_do(because: Because) -> None:
    report = JobReport("j", JobState.WAITING, because)
    plain = {report_sentence(JobReport("j", state), "P") for state in JobState}
    said = report_sentence(report, "P")
    assert said not in plain - {report_sentence(JobReport("j", JobState.FAILED), "P")}
    assert said.count(".") >= 2 or ":" in said


@pytest.mark.parametrize("report", REPORTS)
def test_sent_is_never_called_printed(report: JobReport) -> None:
    if report.state is JobState.SENT:
        speak("fr")
        said = report_sentence(report, "P")
        assert said.startswith("Envoyé à l’imprimante")
        assert "imprimé" not in said.replace("imprimante", "")


def test_a_printer_that_is_ready_is_shown_by_its_name_alone() -> None:
    assert printer_line(Printer("q", "Ward", state=PrinterState.READY)) == "Ward"
    assert printer_line(Printer("q", "Ward", state=PrinterState.UNKNOWN)) == "Ward"
    assert printer_line(Printer("q", "Ward", state=PrinterState.PAUSED)) == "Ward – paused"


def test_what_is_good_to_know_of_a_printer_stands_under_it() -> None:
    off = Printer("q", "Ward", "2nd floor", PrinterState.UNREACHABLE, two_sided=False)
    assert printer_sentence(off) == (
        "2nd floor · What is sent waits until the printer is switched on. · "
        "It prints on one side only."
    )
    assert printer_sentence(Printer("q", "Ward", two_sided=True)) == ""
