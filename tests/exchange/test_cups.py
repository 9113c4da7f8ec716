from __future__ import annotations

from pathlib import Path

import pytest

from referent_desk.domain.printing import Because, JobState, PrintOptions
from referent_desk.errors import Busy, DeskError, NotPrinted
from referent_desk.exchange import cups
from referent_desk.exchange.cups import CupsQueues
from tests.exchange.fake_cups import OFF, FakeCups, job, printer


@pytest.fixture
def fake(tmp_path: Path) -> FakeCups:
    return FakeCups(tmp_path)


@pytest.fixture
def queues(fake: FakeCups) -> CupsQueues:
    return CupsQueues(str(fake.folder))


def send(queues: CupsQueues, options: PrintOptions | None = None) -> str:
    return queues.send(Path("-binder.pdf"), "ward", "Binder\nof ward", options or PrintOptions())


def setting(call: list[str]) -> set[str]:
    return {call[n + 1] for n, word in enumerate(call) if word == "-o"}


def test_the_pdf_goes_to_the_queue_in_its_own_size_on_both_sides(
    fake: FakeCups, queues: CupsQueues
) -> None:
    fake.answer("lp", "request id is ward-12 (1 file(s))\n")
    assert send(queues) == "ward-12"
    [call] = fake.calls
    assert call[:7] == ["lp", "-d", "ward", "-t", "Binder of ward", "-n", "1"]
    assert setting(call) == {
        "sides=two-sided-long-edge",
        "media=A4",
        "print-scaling=none",
        "collate=true",
    }
    assert call[-2:] == ["--", "-binder.pdf"]
    assert "-P" not in call


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (PrintOptions(first_page=3, last_page=8), "3-8"),
        (PrintOptions(last_page=8), "1-8"),
        (PrintOptions(first_page=3), "3-"),
    ],
)
def test_pages_from_to_are_asked_of_the_queue(
    fake: FakeCups, queues: CupsQueues, options: PrintOptions, said: str
) -> None:
    fake.answer("lp", "request id is ward-12 (1 file(s))\n")
    send(queues, options)
    [call] = fake.calls
    assert call[call.index("-P") + 1] == said


def test_copies_and_one_side_are_asked_of_the_queue(fake: FakeCups, queues: CupsQueues) -> None:
    fake.answer("lp", "request id is ward-12 (1 file(s))\n")
    send(queues, PrintOptions(two_sided=False, copies=3))
    [call] = fake.calls
    assert call[call.index("-n") + 1] == "3"
    assert "sides=one-sided" in setting(call)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ('lp: Destination "ward" is not accepting jobs.\n', "refused"),
        ("lp: Error - The printer or class does not exist.\n", "unknown"),
        ("lp: Error - scheduler not responding.\nlp: Connection refused\n", "no_system"),
        ("lp: Unable to connect to server: Bad file descriptor\n", "no_system"),
        ("lp: Forbidden\n", Because.PASSWORD),
        ("lp: Too many copies.\n", "not_taken"),
        ("", "not_taken"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language_code", ["en", "fr"])
def test_what_the_queue_refuses_is_said_with_what_to_do(
    fake: FakeCups, queues: CupsQueues, error: str, code: str, language_code: str
) -> None:
    fake.answer("lp", error=error, code=1)
    with pytest.raises(NotPrinted) as caught:
        send(queues)
    assert caught.value.code == code
    assert "PDF" in caught.value.what_to_do
    assert "lp:" not in str(caught.value)


def test_a_printing_system_that_is_gone_is_not_taken_for_a_printer_that_is_gone(
    fake: FakeCups, queues: CupsQueues
) -> None:
    fake.answer("lp", error="lp: Error - The printer or class does not exist.\n", code=1)
    fake.answer("lpstat", "scheduler is not running\n")
    with pytest.raises(NotPrinted) as caught:
        send(queues)
    assert caught.value.code == "no_system"


def test_a_job_without_a_name_was_not_taken(fake: FakeCups, queues: CupsQueues) -> None:
    fake.answer("lp", "")
    with pytest.raises(NotPrinted):
        send(queues)


def test_with_the_printer_off_lp_is_content_and_the_queue_tells_the_truth(
    fake: FakeCups, queues: CupsQueues
) -> None:
    fake.answer("lp", "request id is ward-7 (1 file(s))\n")
    fake.answer("lpstat", job("job-printing", OFF) + printer(message=OFF))
    report = queues.look(send(queues))
    assert (report.state, report.because) == (JobState.WAITING, Because.PRINTER_OFF)


def test_a_job_that_left_the_queue_is_looked_for_among_those_that_are_over(
    fake: FakeCups, queues: CupsQueues
) -> None:
    fake.script(
        "lpstat",
        'case "$*" in *not-completed*) echo "printer ward is idle." ;; *) cat <<END\n'
        + job("processing-to-stop-point")
        + "END\n;; esac\n",
    )
    assert queues.look("ward-7").state is JobState.SENT
    assert [call[3] for call in fake.calls] == ["not-completed", "completed"]


def test_a_stopped_printing_system_is_told_from_a_lost_job(
    fake: FakeCups, queues: CupsQueues
) -> None:
    fake.answer("lpstat", error="lpstat: Scheduler is not running.\n", code=1)
    for ask in (queues.printers, lambda: queues.look("ward-7")):
        with pytest.raises(NotPrinted) as caught:
            ask()
        assert caught.value.code == "no_system"


def test_the_printers_say_whether_they_print_both_sides(fake: FakeCups, queues: CupsQueues) -> None:
    fake.answer("lpstat", printer() + "system default destination: ward\n")
    fake.answer("lpoptions", "Duplex/Duplex: *None DuplexNoTumble\n")
    [found] = queues.printers()
    assert found.is_default
    assert found.two_sided is True
    fake.remove("lpoptions")
    assert queues.printers()[0].two_sided is None


def test_printers_of_the_network_are_sought_where_no_queue_is(
    fake: FakeCups, queues: CupsQueues
) -> None:
    fake.script("lpstat", '[ "$1" = -e ] && echo Ward_printer\nexit 0\n')
    assert [one.queue for one in queues.printers()] == ["Ward_printer"]


def test_a_job_is_taken_back_by_its_name(fake: FakeCups, queues: CupsQueues) -> None:
    queues.cancel("ward-7")
    assert fake.calls == [["cancel", "ward-7"]]


@pytest.mark.parametrize("missing", ["lp", "lpstat", "cancel"])
def test_without_the_commands_of_cups_it_is_not_here(
    fake: FakeCups, queues: CupsQueues, missing: str
) -> None:
    assert queues.is_here
    fake.remove(missing)
    assert not queues.is_here


def test_a_command_that_cannot_be_run_is_no_printing_system(
    fake: FakeCups, queues: CupsQueues
) -> None:
    (fake.folder / "lp").write_bytes(b"\x00")
    with pytest.raises(DeskError, match="No printing system"):
        send(queues)


def test_a_queue_that_never_answers_is_not_waited_for(
    fake: FakeCups, queues: CupsQueues, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups, "_TO_ASK", 0.2)
    fake.script("lpstat", "exec sleep 30\n")
    with pytest.raises(Busy):
        queues.printers()


def test_the_commands_are_asked_in_english_whatever_the_computer_speaks(
    fake: FakeCups, queues: CupsQueues, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.setenv("LANGUAGE", "fr")
    fake.script("lp", 'echo "request id is $LC_ALL-1"\n')
    assert send(queues) == "C.UTF-8-1"
