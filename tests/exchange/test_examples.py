from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.departments import NodeKind
from referent_desk.domain.filled_texts import local_value_names
from referent_desk.domain.people import AppointmentState, appointment_state
from referent_desk.domain.procedures import RevisionState, VerificationResult
from referent_desk.domain.software import release_in_service
from referent_desk.domain.texts import folded, spelling_key
from referent_desk.errors import RefusedInput
from referent_desk.exchange.examples import read_example
from referent_desk.exchange.examples_values import Example
from referent_desk.exchange.starters import typical_products
from referent_desk.resources import resource

TODAY = date(2026, 11, 22)
INVENTED_NUMBER = re.compile(r"(\d{4}|bip \d{3}|15|18|(01 99 00|06 39 98) \d\d \d\d)?")
"""Short extensions, the ranges kept for fiction, and the two numbers everybody knows."""
ABOUT_PATIENTS = ("ipp", "iep", "ne le", "nee le", "numero de sejour", "diagnostic", "nir")


@pytest.fixture(scope="module")
def example() -> Example:
    return read_example(resource("examples"), TODAY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("examples"), tmp_path / "examples"))


def test_the_hospital_has_the_size_of_a_small_group(example: Example) -> None:
    kinds = [node.kind for node in example.nodes]
    assert kinds.count(NodeKind.GROUP) == 1
    assert kinds.count(NodeKind.ESTABLISHMENT) == 3
    assert kinds.count(NodeKind.POLE) >= 3
    assert 10 <= kinds.count(NodeKind.DEPARTMENT) <= 14
    assert kinds.count(NodeKind.UNIT) >= 3
    assert 23 <= len(example.software) <= 30
    assert 40 <= len(example.people) <= 50
    assert 36 <= len(example.procedures) <= 46
    assert 35 <= len(example.directory) <= 50


def test_the_same_day_gives_the_same_hospital_and_another_day_only_other_days() -> None:
    first, again = (read_example(resource("examples"), TODAY) for _ in range(2))
    later = read_example(resource("examples"), TODAY + timedelta(days=400))
    assert first == again
    assert [p.id for p in first.procedures] == [p.id for p in later.procedures]
    assert first.tried[0].verification.valid_on + timedelta(days=400) == (
        later.tried[0].verification.valid_on
    )


def test_ids_are_never_shared(example: Example) -> None:
    parts = (
        *(example.nodes, example.software, example.releases, example.deployments),
        *(example.people, example.appointments, example.procedures, example.revisions),
        *(example.tried, example.directory),
    )
    ids = [value.id for part in parts for value in part]
    assert len(ids) == len(set(ids))


def test_every_node_stands_where_the_tree_allows_it(example: Example) -> None:
    levels = list(NodeKind)
    kinds = {node.id: node.kind for node in example.nodes}
    for node in example.nodes:
        if node.parent_id is not None:
            assert levels.index(kinds[node.parent_id]) < levels.index(node.kind), node.name
    codes = [node.paper_code for node in example.nodes if node.paper_code]
    assert len(codes) == len(set(codes))


def test_two_departments_of_different_establishments_share_a_code(example: Example) -> None:
    codes = [node.code for node in example.nodes if node.kind is NodeKind.DEPARTMENT]
    assert codes.count("0301") == 2


def test_one_department_has_no_software_at_all(example: Example) -> None:
    served = {d.department_id for d in example.deployments}
    without = [
        node.name
        for node in example.nodes
        if node.kind is NodeKind.DEPARTMENT and node.id not in served
    ]
    assert without == ["Hôpital de jour pour enfants"]


def test_sites_run_different_versions_and_different_software_for_one_function(
    example: Example,
) -> None:
    dossier = next(s for s in example.software if s.name == "Dossier+")
    own = {r.id for r in example.releases if r.software_id == dossier.id}
    lives = tuple(live for live in example.lives if live.release_id in own)
    running = {
        live.version
        for site in {live.establishment_id for live in lives}
        if (live := release_in_service(lives, site, TODAY))
    }
    assert len(running) > 1
    assert len({d.software_id for d in example.deployments if d.function_id == "PRE"}) > 3


def test_a_version_is_only_tried_where_it_had_gone_live(example: Example) -> None:
    parents = {node.id: node.parent_id for node in example.nodes}
    live_on = {(live.release_id, live.establishment_id): live.live_on for live in example.lives}
    for tried in example.tried:
        verification, place = tried.verification, tried.verification.department_id
        while (verification.release_id, place) not in live_on:
            above = parents[place]
            assert above, f"{verification.version} was never live there"
            place = above
        assert live_on[verification.release_id, place] <= verification.valid_on


def test_a_procedure_is_only_tried_where_it_reaches(example: Example) -> None:
    parents = {node.id: node.parent_id for node in example.nodes}
    procedures = {p.id: p for p in example.procedures}
    owners = {r.id: procedures[r.procedure_id].owner_id for r in example.revisions}
    approved = {r.id: r.approved_on for r in example.revisions}
    for tried in example.tried:
        verification = tried.verification
        path: list[str | None] = [verification.department_id]
        while path[-1]:
            path.append(parents[path[-1]])
        assert owners[verification.revision_id] in path
        day = approved[verification.revision_id]
        assert day is not None
        assert day <= verification.valid_on


def test_every_kind_of_revision_and_verification_occurs(example: Example) -> None:
    assert {r.state for r in example.revisions} == set(RevisionState)
    assert {t.verification.result for t in example.tried} == set(VerificationResult)
    assert any(r.in_force_on and r.in_force_on > TODAY for r in example.revisions)
    assert any(r.review_due_on and r.review_due_on < TODAY for r in example.revisions)
    assert any(p.closed_on for p in example.procedures)


def test_some_appointments_expire_some_have_ended_and_somebody_left(example: Example) -> None:
    people = {person.id: person for person in example.people}
    states = [
        appointment_state(a.since, a.until, people[a.person_id].left_on, TODAY)
        for a in example.appointments
    ]
    assert set(states) == set(AppointmentState)
    assert 2 <= states.count(AppointmentState.EXPIRES_SOON) <= 8


def test_own_texts_have_sub_steps_and_all_steps_say_who(example: Example) -> None:
    levels = {step.level for r in example.revisions for step in r.text.steps}
    assert levels == {1, 2, 3}
    for revision in example.revisions:
        first = [step for step in revision.text.steps if step.level == 1]
        assert 5 <= len(first) <= 9, revision.text.title
        assert all(step.who for step in first), revision.text.title
        assert revision.text.trigger
        assert revision.text.decides
        assert revision.text.still_works
        assert revision.text.back_to_normal


def test_the_cardiology_lacks_few_local_values_and_other_departments_many(
    example: Example,
) -> None:
    named = {name for r in example.revisions for name in local_value_names(r.text)}
    ids = {node.paper_code: node.id for node in example.nodes}
    filled: dict[str, set[str]] = {}
    for value in example.local_values:
        filled.setdefault(value.department_id, set()).add(value.name)
    assert 1 <= len(named - filled[ids["CAR"]]) <= 3
    assert len(named - filled[ids["PSY"]]) > 10


def test_the_cardiology_has_two_copies_with_place_and_holder(example: Example) -> None:
    [cardiology] = [node.id for node in example.nodes if node.code == "0412"]
    copies = [copy for copy in example.copies if copy.department_id == cardiology]
    assert [copy.number for copy in copies] == [1, 2]
    assert all(copy.place and copy.holder for copy in copies)


def test_every_telephone_is_an_extension_or_of_a_range_kept_for_fiction(
    example: Example,
) -> None:
    numbers = [entry.number for entry in example.directory]
    numbers += [person.telephone for person in example.people]
    numbers += [node.telephone for node in example.nodes]
    numbers += [n.number for r in example.revisions for n in r.text.numbers if "{" not in n.number]
    numbers += [s.support_contact.split(" (")[0] for s in example.software]
    strange = [number for number in numbers if not INVENTED_NUMBER.fullmatch(number)]
    assert strange == []


def test_no_real_product_and_no_real_vendor_occurs(example: Example) -> None:
    real = {
        spelling_key(name)
        for products in typical_products().values()
        for product in products
        for name in re.split(r"[(),/]| et ", product)
        if len(name.strip()) > 2 and not name.strip()[0].islower()
    }
    invented = {spelling_key(s.name) for s in example.software}
    invented |= {spelling_key(alias) for s in example.software for alias in s.aliases}
    invented |= {spelling_key(s.vendor) for s in example.software if s.vendor}
    assert len(real) > 80
    assert invented & real == set()
    words = set(re.findall(r"\w+", folded(_whole_text())))
    assert words & {name for name in real if len(name) > 6} == set()


def _whole_text() -> str:
    return "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(resource("examples").rglob("*.toml"))
    )


def test_nothing_is_about_a_patient() -> None:
    text = folded(_whole_text())
    assert not [term for term in ABOUT_PATIENTS if re.search(rf"\b{term}\b", text)]
    assert not re.search(r"\b\d+([.,]\d+)? ?(mg|ml|µg|ui|mmol)\b", text)
    assert not re.search(r"\b[12] ?\d\d ?(0[1-9]|1[0-2]) ?\d\d ?\d{3} ?\d{3}\b", text)


BROKEN = [
    ("tree.toml", 'under = "coeur"', 'under = "ceour"', "under names “ceour”"),
    ("tree.toml", 'paper_code = "PNE"', 'paper_code = "PNO"', "paper_code is “PNO”"),
    ("tree.toml", 'key = "pne"', 'key = "car"', "key “car” stands twice"),
    ("tree.toml", "lun-ven 8h30-17h00", "le matin", "opening_hours is “le matin”"),
    ("software.toml", 'kind = "REA"', 'kind = "REX"', "kind names “REX”"),
    ("software.toml", 'replaced_by = "fil"', 'replaced_by = "fils"', "replaced_by names “fils”"),
    ("software.toml", '{ at = "sa", on = -870 }', '{ at = "as", on = -870 }', "at names “as”"),
    ("deployments.toml", '["IDE", "LIT"]', '["IDE", "LIX"]', "functions names “LIX”"),
    ("deployments.toml", 'software = "poche"', 'software = "poches"', "software names “poches”"),
    ("people.toml", 'person = "kone"', 'person = "konee"', "person names “konee”"),
    ("people.toml", 'kind = "security"', 'kind = "safety"', "kind is “safety”"),
    ("procedures.toml", 'text = "vc-pla"', 'text = "vc-plan"', "text names “vc-plan”"),
    ("procedures.toml", 'version = "3.0.7"', 'version = "3.0.8"', "version names “3.0.8”"),
    ("procedures.toml", "approved = -200\n", "", "an approved revision has a day"),
    ("procedures.toml", "on = -40\n", "on = 40\n", "nobody has tried it yet"),
    ("directory.toml", 'who = "lemaire"', 'who = "le maire"', "who is “le maire”"),
    ("directory.toml", 'line_type = "dect"', 'line_type = "deckt"', "line_type is “deckt”"),
    ("local_values.toml", 'department = "psy"', 'department = "psi"', "department names “psi”"),
    ("binders.toml", 'holder = "celik"', 'holder = "celig"', "holder names “celig”"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "reason"), BROKEN)
def test_a_reference_to_nothing_is_refused_with_file_line_and_key(
    folder: Path, name: str, right: str, wrong: str, reason: str
) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert right in text
    line = text[: text.index(right)].count("\n") + 1
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(RefusedInput) as refused:
        read_example(folder, TODAY)
    assert reason in refused.value.happened
    found = re.match(r"(\S+), line (\d+): ", refused.value.happened)
    assert found
    assert found[1] == name
    # a key that is missing is shown where its table begins
    assert int(found[2]) == line if wrong else int(found[2]) <= line


def test_an_own_text_that_is_broken_is_named(folder: Path) -> None:
    path = folder / "procedures" / "car-ecg.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("decides", "decide"), encoding="utf-8")
    with pytest.raises(RefusedInput, match=r"car-ecg\.toml, line \d+"):
        read_example(folder, TODAY)
