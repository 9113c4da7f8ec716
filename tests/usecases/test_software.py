from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.listings import Listing
from referent_desk.errors import NotFound
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.procedures import list_procedures
from referent_desk.usecases.software import list_software, software_detail
from tests.memory_folders import module_path
from tests.usecases.homes import demo_desk

__all__ = ["module_path"]


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    yield desk
    desk.close()


def test_every_line_has_its_detail(demo: Desk) -> None:
    for row in list_software(demo, Listing(limit=1_000)).rows:
        detail = software_detail(demo, row.id)
        assert (detail.software.name, detail.software.vendor, detail.kind) == (
            row.name,
            row.vendor,
            row.kind,
        )
        assert detail.deployments_total == len(detail.deployments) >= row.departments
        versions = {live.version for live in detail.releases}
        assert row.release in versions | {""}
        assert not versions & set(detail.undated_versions)


def test_kinds_are_in_the_language_of_the_window(demo: Desk) -> None:
    english = {row.kind for row in list_software(demo, Listing(limit=1_000)).rows}
    speak("fr")
    french = {row.kind for row in list_software(demo, Listing(limit=1_000)).rows}
    assert english != french


def test_the_software_of_a_department_is_a_part_of_all(demo: Desk) -> None:
    key = find_department(demo, "CAR").id
    some = list_software(demo, Listing(department_id=key, limit=1_000))
    assert some.matching == some.total == len(some.rows)
    assert some.total < list_software(demo, Listing()).total


def test_of_two_releases_of_one_day_the_one_recorded_last_runs(demo: Desk) -> None:
    row = next(r for r in list_software(demo, Listing(limit=1_000)).rows if r.release)
    newest = software_detail(demo, row.id).releases[0]
    with demo.database.write("live") as work:
        release = work.new_id()
        known = {"id": release, "software_id": row.id, "version": "later"}
        work.add(schema.release, [known])
        fact = {"id": "0" * 36, "release_id": release, "establishment_id": newest.establishment_id}
        later = {"valid_on": newest.live_on, "recorded_at": "2030-01-01T00:00:00+00:00"}
        work.add(schema.release_live, [{**fact, **later}])
    assert software_detail(demo, row.id).releases[0].version == "later"
    listed = next(r for r in list_software(demo, Listing(limit=1_000)).rows if r.id == row.id)
    assert listed.release == "later"
    assert newest.live_on <= date(2026, 11, 22)


def test_software_that_went_is_said(demo: Desk) -> None:
    with pytest.raises(NotFound, match="not here any more"):
        software_detail(demo, "nowhere")


def test_the_procedures_of_a_software_say_what_the_wards_are_shown(demo: Desk) -> None:
    """The same states as the list of degraded modes of each ward."""
    for row in list_software(demo, Listing(limit=1_000)).rows:
        detail = software_detail(demo, row.id)
        used = {(d.department_id, d.function) for d in detail.deployments if d.function}
        assert sum(p.departments for p in detail.procedures) == len(used)
        for line in detail.procedures:
            wards = list_procedures(demo, Listing(department_id=line.department.id)).rows
            (shown,) = [
                w for w in wards if (w.function_id, w.software_id) == (line.function_id, row.id)
            ]
            assert (shown.state, shown.owner) == (line.state, line.owner)


def test_every_use_can_be_named(demo: Desk) -> None:
    rows = list_software(demo, Listing(limit=1_000)).rows
    ids = [use.id for row in rows for use in software_detail(demo, row.id).deployments]
    assert len(ids) == len(set(ids)) > 20
    assert all(ids)
