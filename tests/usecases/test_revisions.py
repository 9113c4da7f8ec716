from __future__ import annotations

from pathlib import Path

import pytest

from referent_desk.domain.differences import changes_in
from referent_desk.errors import NotFound
from referent_desk.language import speak
from referent_desk.usecases.procedures import procedure_detail
from referent_desk.usecases.revisions import compare, revisions_of_procedure
from tests.usecases.homes import demo_desk
from tests.usecases.modes import a_mode, ward


def test_two_revisions_of_a_procedure_are_compared_the_newest_first(tmp_path: Path) -> None:
    speak("fr")
    desk = demo_desk(tmp_path)
    shown = procedure_detail(desk, ward(desk), *a_mode(desk, "PRE")).revision
    assert shown is not None
    newest, before = revisions_of_procedure(desk, shown.procedure_id)[:2]
    assert (newest.number or 99) > (before.number or 0)
    assert changes_in(compare(desk, before.id, newest.id)) > 0
    assert changes_in(compare(desk, newest.id, newest.id)) == 0
    with pytest.raises(NotFound):
        compare(desk, newest.id, "gone")
    desk.close()
