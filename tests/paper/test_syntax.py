from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from referent_desk.paper.syntax import text_string, time_string


@pytest.mark.parametrize(
    ("minutes", "written"),
    [(0, "+00'00'"), (60, "+01'00'"), (330, "+05'30'"), (-210, "-03'30'"), (-300, "-05'00'")],
)
def test_the_hour_is_written_with_its_distance_from_greenwich(minutes: int, written: str) -> None:
    zone = timezone(timedelta(minutes=minutes))
    moment = datetime(2026, 11, 9, 14, 2, 3, tzinfo=zone)
    assert time_string(moment) == f"(D:20261109140203{written})".encode()


def test_years_have_four_digits() -> None:
    assert time_string(datetime(999, 1, 2, tzinfo=UTC)).startswith(b"(D:09990102")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Titre", b"(Titre)"),
        ("a(b)\\", rb"(a\(b\)\\)"),
        ("é", b"<FEFF00E9>"),
        ("a\nb", b"<FEFF0061000A0062>"),
        ("\ud800", b"(?)"),
    ],
)
def test_a_text_is_escaped_or_written_in_hexadecimal(text: str, written: bytes) -> None:
    assert text_string(text) == written
