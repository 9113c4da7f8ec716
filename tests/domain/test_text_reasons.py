from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.body_differences import BodyDifference, Difference
from referent_desk.domain.change_logs import ChangeLog, LoggedChange
from referent_desk.domain.text_reasons import values_behind

DAY = date(2026, 3, 12)
LOG = ChangeLog([LoggedChange(1, "local_value", "v", "value", "Room 1", "Room 2", DAY)])
TEMPLATES = ("Bring it to {room}.", "{hour}", "Call {who} or {room}.", "Plain")


@pytest.mark.parametrize(
    ("gone", "come", "local", "named", "whole"),
    [
        (["Bring it to Room 1."], ["Bring it to Room 2."], {"room": "Room 2"}, ["room"], True),
        (["Bring it to …"], ["Bring it to Room 2."], {"room": "Room 2"}, [], False),
        (["Bring it to Room 1."], ["Bring it to ………… (room)."], {}, ["room"], True),
        (["7:00"], ["8:00"], {"hour": "8:00"}, ["hour"], True),
        (["Call A or B."], ["Call C or D."], {"who": "C", "room": "D"}, ["who", "room"], True),
        (["Call A or B."], ["Call C or B."], {"who": "C", "room": "B"}, ["who"], True),
        (["Plain old"], ["Plain"], {"hour": "8:00"}, [], False),
        (["7:00", "Old."], ["8:00"], {"hour": "8:00"}, ["hour"], False),
        (["7:00"], ["8:00", "New."], {"hour": "8:00"}, ["hour"], False),
        ([], [], {}, [], False),
    ],
)
def test_a_text_that_differs_in_a_local_value_alone_is_told_from_a_new_text(
    gone: list[str], come: list[str], local: dict[str, str], named: list[str], whole: bool
) -> None:
    difference = BodyDifference(Difference.TEXTS, gone=tuple(gone), come=tuple(come))
    reasons, is_all = values_behind(difference, TEMPLATES, local, LOG)
    assert [reason.fields["value"] for reason in reasons] == named
    assert is_all is whole


def test_the_log_tells_when_a_value_was_filled_in_otherwise() -> None:
    difference = BodyDifference(
        Difference.TEXTS, gone=("Bring it to Room 1.",), come=("Bring it to Room 2.",)
    )
    [reason] = values_behind(difference, TEMPLATES, {"room": "Room 2"}, LOG)[0]
    assert (reason.code, reason.day) == ("value_changed", DAY)
