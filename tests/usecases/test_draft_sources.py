from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.departments import NodeKind
from referent_desk.language import speak
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_sources import begin_draft, draft_sources
from tests.usecases.homes import demo_desk
from tests.usecases.modes import a_hole, a_mode, ward


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    speak("fr")
    desk = demo_desk(module_path)
    yield desk
    desk.close()


def test_the_department_is_proposed_first_then_its_hospital(demo: Desk) -> None:
    speak("fr")
    owners = begin_draft(demo, ward(demo), *a_hole(demo)).owners
    assert [owner.kind for owner in owners] == [NodeKind.DEPARTMENT, NodeKind.ESTABLISHMENT]
    assert [owner.draft_id for owner in owners] == ["", ""]


def test_what_a_hole_may_begin_from_says_what_it_would_bring(demo: Desk) -> None:
    speak("fr")
    beginning = begin_draft(demo, ward(demo), *a_hole(demo))
    assert beginning.present is None
    assert beginning.starter is not None
    assert (beginning.starter.title, beginning.starter.steps > 0) == ("Dictée et courriers", True)
    assert beginning.starter.forms


def test_whoever_owns_what_holds_now_may_own_the_next_text(demo: Desk) -> None:
    beginning = begin_draft(demo, ward(demo), *a_mode(demo, "ADM"))
    assert beginning.present_owner_id in {owner.id for owner in beginning.owners[1:]}


def test_the_texts_of_other_departments_are_found_by_half_words(demo: Desk) -> None:
    function, _software = a_mode(demo, "ADM")
    everything = draft_sources(demo, function)
    assert len(everything) >= 2
    (found,) = draft_sources(demo, function, "urgen adm")
    assert found.owner == "Urgences"
    assert draft_sources(demo, function, "nothing like it") == ()
