from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.deeds import Deed, Verb
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.usecases.checks import check
from referent_desk.usecases.departments import find_department, list_children
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.finding import find_anywhere
from referent_desk.usecases.procedures import list_procedures
from referent_desk.usecases.records import add_record, edit_field, list_links, read_record
from referent_desk.usecases.software import begin_use, list_software, software_detail
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import bare_desk, demo_desk


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


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Desk]:
    desk = bare_desk(tmp_path)
    yield desk
    desk.close()


def names(desk: Desk) -> list[str]:
    return [row.name for row in list_software(desk, Listing()).rows]


def test_a_use_of_a_software_just_named_is_one_deed_and_undone_as_one(bare: Desk) -> None:
    ward = list_links(bare, "department", "Cardiologie")[0].id
    saved = begin_use(bare, "  Carnet de  bloc ", {"department_id": ward})
    assert saved.undo == Deed(Verb.ADDED, RecordKind.DEPLOYMENT, "Carnet de bloc")
    assert names(bare) == ["Carnet de bloc"]
    assert undo(bare).undo is None
    assert names(bare) == []
    redo(bare)
    assert names(bare) == ["Carnet de bloc"]
    assert check(bare).faults == ()


def test_a_use_of_a_software_known_otherwise_is_of_that_one(bare: Desk) -> None:
    ward = list_links(bare, "department", "Cardiologie")[0].id
    known = add_record(bare, RecordKind.SOFTWARE, {"name": "Dossier+", "aliases": "DPI+"}).id
    use = begin_use(bare, "dpi +", {"department_id": ward}).id
    assert read_record(bare, RecordKind.DEPLOYMENT, use).links["software_id"].id == known
    assert names(bare) == ["Dossier+"]


def test_a_software_that_cannot_be_named_so_leaves_nothing(bare: Desk) -> None:
    ward = list_links(bare, "department", "Cardiologie")[0].id
    for name in ("", "<>", "x" * 301):
        with pytest.raises(RefusedField):
            begin_use(bare, name, {"department_id": ward})
    with pytest.raises(RefusedField):
        begin_use(bare, "Carnet", {"department_id": "0" * 36})
    assert names(bare) == []


def aliases(desk: Desk, software_id: str) -> str:
    return read_record(desk, RecordKind.SOFTWARE, software_id).values["aliases"]


def test_other_names_are_edited_found_at_once_and_taken_back(bare: Desk) -> None:
    kind = RecordKind.SOFTWARE
    one = add_record(bare, kind, {"name": "Dossier+", "aliases": "DPI central\nD-plus"}).id
    assert aliases(bare, one) == "DPI central\nD-plus"
    saved = edit_field(bare, kind, one, "aliases", " D-plus \n\nLe dossier\nLe dossier\n")
    assert saved.undo == Deed(Verb.EDITED, kind, "Dossier+", "aliases")
    assert aliases(bare, one) == "D-plus\nLe dossier"
    found = {"le dossier": True, "dpi central": False, "d-plus": True}
    for text, is_found in found.items():
        assert bool(find_anywhere(bare, text, None).groups) is is_found
        assert bool(list_software(bare, Listing(text=text)).rows) is is_found
    undo(bare)
    assert set(aliases(bare, one).split("\n")) == {"DPI central", "D-plus"}
    assert find_anywhere(bare, "dpi central", None).groups
    assert list_software(bare, Listing(text="dpi central")).rows
    edit_field(bare, kind, one, "aliases", "")
    assert aliases(bare, one) == ""
    assert check(bare).faults == ()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Autre", "taken"), ("bien\nAUTRE", "taken"), ("<>", "no_letter"), ("x" * 301, "too_long")],
)
def test_a_name_that_cannot_be_one_is_refused_whole(bare: Desk, typed: str, code: str) -> None:
    kind = RecordKind.SOFTWARE
    one = add_record(bare, kind, {"name": "Dossier+"}).id
    add_record(bare, kind, {"name": "Autre"})
    with pytest.raises(RefusedField) as refused:
        edit_field(bare, kind, one, "aliases", typed)
    assert (refused.value.field, refused.value.code) == ("aliases", code)
    assert aliases(bare, one) == ""


def test_the_own_name_written_otherwise_may_be_another_name(bare: Desk) -> None:
    kind = RecordKind.SOFTWARE
    one = add_record(bare, kind, {"name": "DxClair"}).id
    edit_field(bare, kind, one, "aliases", "DX CLAIR")
    assert aliases(bare, one) == "DX CLAIR"


def test_a_version_without_a_day_is_listed_as_such_while_none_is_known_to_run(bare: Desk) -> None:
    program = add_record(bare, RecordKind.SOFTWARE, {"name": "Planifor"}).id
    for version in ("9.4", "9.10"):
        add_record(bare, RecordKind.RELEASE, {"software_id": program, "version": version})
    (row,) = [row for row in list_software(bare, Listing()).rows if row.id == program]
    assert (row.release, row.undated) == ("", "9.10")
    site = next(n.id for n in list_children(bare, None))
    dated = {"version": "9", "establishment_id": site, "live_on": "01/02/2026"}
    add_record(bare, RecordKind.RELEASE, {"software_id": program, **dated})
    (row,) = [row for row in list_software(bare, Listing()).rows if row.id == program]
    assert (row.release, row.undated) == ("9", "")
