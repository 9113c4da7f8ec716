from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.records import RecordKind
from referent_desk.errors import Busy, RefusedInput
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.imports import read_ledger
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.checks import check
from referent_desk.usecases.deeds import doing, kinds_of
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.histories import LONGEST_HISTORY
from referent_desk.usecases.needed_functions import set_needed_functions
from referent_desk.usecases.records import (
    add_record,
    close_record,
    edit_field,
    list_links,
    reopen_record,
)
from referent_desk.usecases.undoing import redo, undo
from tests.memory_folders import memory_folder
from tests.usecases.homes import CLOCK, bare_desk

K = RecordKind
NOT_COMPARED = {"audit", "change"}
CONTENT = [t for t in schema.metadata.sorted_tables if t.name not in NOT_COMPARED]


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Desk]:
    desk = bare_desk(tmp_path)
    yield desk
    desk.close()


def contents(desk: Desk) -> dict[str, set[tuple[object, ...]]]:
    """Every row but those of the log, hashes too."""
    with desk.database.read() as connection:
        return {t.name: {tuple(row) for row in connection.execute(t.select())} for t in CONTENT}


def department(desk: Desk) -> str:
    return list_links(desk, "department", "Cardiologie")[0].id


def log_length(desk: Desk) -> int:
    with desk.database.read() as connection:
        return len(connection.execute(schema.audit.select()).all())


def test_a_number_that_was_changed_comes_back_and_the_log_grows(bare: Desk) -> None:
    entry = add_record(
        bare, K.DIRECTORY_ENTRY, {"owner_id": department(bare), "label": "Labo", "number": "4300"}
    )
    edited = edit_field(bare, K.DIRECTORY_ENTRY, entry.id, "number", "4301")
    deed = Deed(Verb.EDITED, K.DIRECTORY_ENTRY, "Labo", "number")
    assert (edited.undo, edited.redo) == (deed, None)
    before = log_length(bare)
    taken = undo(bare)
    assert (taken.id, taken.redo) == (entry.id, deed)
    assert taken.kinds == {Kind.DIRECTORY}
    assert taken.undo == entry.undo
    assert log_length(bare) == before + 1
    assert redo(bare).undo == deed
    assert check(bare).faults == ()


def test_there_is_nothing_to_take_back_in_a_session_that_did_nothing(bare: Desk) -> None:
    for ask in (undo, redo):
        with pytest.raises(RefusedInput, match="There is nothing to"):
            ask(bare)
    add_record(bare, K.PERSON, {"last_name": "Aubry"})
    undo(bare)
    with pytest.raises(RefusedInput, match="nothing to undo"):
        undo(bare)


def test_what_is_done_anew_ends_what_could_be_done_again(bare: Desk) -> None:
    add_record(bare, K.PERSON, {"last_name": "Aubry"})
    undo(bare)
    assert add_record(bare, K.PERSON, {"last_name": "Moreau"}).redo is None
    with pytest.raises(RefusedInput):
        redo(bare)


def test_a_use_case_that_failed_or_wrote_nothing_is_not_taken_back(bare: Desk) -> None:
    deed = Deed(Verb.EDITED, "x")

    def fail_halfway() -> None:
        with doing(bare, "fail", deed) as work:
            work.add(schema.person, [{"id": work.new_id(), "last_name": "X", "folded": "x"}])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with doing(bare, "nothing", deed) as work:
        work.add(schema.person, [])
    assert bare.history.to_undo == []


def test_a_session_remembers_so_much_and_no_more(bare: Desk) -> None:
    person = add_record(bare, K.PERSON, {"last_name": "Aubry"}).id
    for number in range(LONGEST_HISTORY + 5):
        edit_field(bare, K.PERSON, person, "role", f"AMA {number}")
    for _turn in range(LONGEST_HISTORY):
        undo(bare)
    with pytest.raises(RefusedInput):
        undo(bare)


def printed(desk: Desk, node_id: str) -> None:
    print_binder(desk, node_id, desk.home.root / "binder.pdf")


def changed_behind(desk: Desk, node_id: str) -> None:
    with desk.database.write("elsewhere") as work:
        work.change(schema.node, node_id, {"name": "Autrement", "folded": "autrement"})


def named_by(desk: Desk, node_id: str) -> None:
    with desk.database.write("elsewhere") as work:
        row = {"last_name": "X", "folded": "x", "department_id": node_id}
        work.add(schema.person, [{"id": work.new_id(), **row}])


@pytest.mark.parametrize("use", [printed, named_by])
def test_what_was_used_since_is_not_taken_back_and_nothing_is_changed(
    bare: Desk, use: Callable[[Desk, str], None]
) -> None:
    typed = {"name": "Unité", "kind": "unit", "parent_id": department(bare)}
    use(bare, add_record(bare, K.NODE, typed).id)
    before, length = contents(bare), log_length(bare)
    with pytest.raises(RefusedInput, match="used since"):
        undo(bare)
    assert (contents(bare), log_length(bare)) == (before, length)
    assert len(bare.history.to_undo) == 1
    assert check(bare).faults == ()


def test_a_field_that_something_else_changed_since_is_not_taken_back(bare: Desk) -> None:
    node_id = department(bare)
    edit_field(bare, K.NODE, node_id, "name", "Cardio")
    changed_behind(bare, node_id)
    with pytest.raises(RefusedInput, match="used since"):
        undo(bare)
    assert list_links(bare, "node", "Autrement")


def test_software_that_stands_on_a_printed_sheet_is_not_taken_back(bare: Desk) -> None:
    software = add_record(bare, K.SOFTWARE, {"name": "Dossier+"}).id
    typed = {"department_id": department(bare), "software_id": software}
    use = add_record(bare, K.DEPLOYMENT, typed).id
    printed(bare, department(bare))
    undo(bare)
    assert use
    with pytest.raises(RefusedInput, match="used since"):
        undo(bare)


def test_a_version_that_went_live_by_mistake_is_taken_back_and_the_guard_stands_again(
    bare: Desk,
) -> None:
    software = add_record(bare, K.SOFTWARE, {"name": "Dossier+"}).id
    site = list_links(bare, "establishment", "Nord")[0].id
    before = contents(bare)
    typed = {"software_id": software, "version": "7", "establishment_id": site}
    add_record(bare, K.RELEASE, {**typed, "live_on": "01/02/2026"})
    after = contents(bare)
    undo(bare)
    assert contents(bare) == before
    redo(bare)
    assert contents(bare) == after
    with pytest.raises(Exception, match="a fact is never removed"):
        bare.database.driver().execute("DELETE FROM release_live")
    assert check(bare).faults == ()


def test_a_whole_import_is_taken_back_but_that_it_was_imported_stays(bare: Desk) -> None:
    before = contents(bare)
    known = department(bare)
    with doing(bare, "import", Deed(Verb.IMPORTED, "import", "x.csv"), origin=Origin.IMPORT) as w:
        rows = [{"id": w.new_id(), "last_name": f"P{n}", "folded": f"p{n}"} for n in range(3_000)]
        w.add(schema.person, rows)
        w.change(schema.node, known, {"name": "Cardio", "folded": "cardio"})
        counts = dict.fromkeys(("changed", "unchanged", "doubtful", "refused"), 0)
        run = {"id": w.new_id(), "home_id": bare.home_id, "file_name": "x.csv", "kind": "staff"}
        numbers = {**counts, "lines_read": 3_000, "added": 3_000}
        w.add(schema.import_run, [{**run, **numbers, "file_hash": "0" * 64}])
    assert kinds_of(w.trail) == {Kind.PEOPLE, Kind.DEPARTMENTS}
    after = contents(bare)
    undo(bare)
    assert {**contents(bare), "import_run": set()} == {**before, "import_run": set()}
    assert contents(bare)["import_run"] == after["import_run"]
    redo(bare)
    assert contents(bare) == after
    assert check(bare).faults == ()


def edited_by_hand(desk: Desk) -> frozenset[tuple[str, str]]:
    with desk.database.read() as connection:
        return read_ledger(connection).edited


def test_what_was_taken_back_is_no_longer_typed_by_hand(bare: Desk) -> None:
    """An import overwrites what it brought itself, and nothing that a person typed and kept."""
    with bare.database.write("import", origin=Origin.IMPORT) as work:
        key = work.new_id()
        work.add(schema.person, [{"id": key, "last_name": "A", "folded": "a", "role": "AMA"}])
    assert (key, "role") not in edited_by_hand(bare)
    edit_field(bare, K.PERSON, key, "role", "Cadre")
    edit_field(bare, K.PERSON, key, "role", "Médecin")
    states = []
    for step in (undo, undo, redo, redo, undo, undo):
        step(bare)
        states.append((key, "role") in edited_by_hand(bare))
    assert states == [True, False, True, True, True, False]


def test_a_home_only_read_takes_nothing_back(bare: Desk) -> None:
    add_record(bare, K.PERSON, {"last_name": "Aubry"})
    second = open_desk(bare.home, CLOCK)
    second.history.to_undo = list(bare.history.to_undo)
    with pytest.raises(Busy, match="is writing in this home"):
        undo(second)
    second.close()


class Person:
    """Does one thing after the other, as somebody at the window would."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.count = 0
        self.states = [contents(desk)]
        """Before the first deed, and after each."""

    def do(self, what: str, chance: int) -> None:
        self.count += 1
        with suppress(RefusedInput):  # a rule stood against it: nothing was done
            getattr(self, what)(chance)

    def _did(self, saved: Saved) -> str:
        if len(self.desk.history.to_undo) == len(self.states):
            self.states.append(contents(self.desk))
        return saved.id

    def _pick(self, to: str, chance: int) -> str:
        found = list_links(self.desk, to, "", 50)
        return found[chance % len(found)].id if found else ""

    def add_node(self, chance: int) -> None:
        kind = ("department", "unit")[chance % 2]
        parent = self._pick("node", chance)
        typed = {"name": f"N{self.count}", "kind": kind, "parent_id": parent, "code": f"{chance}"}
        self._did(add_record(self.desk, K.NODE, typed))

    def move(self, chance: int) -> None:
        node, parent = self._pick("department", chance), self._pick("node", chance // 7)
        self._did(edit_field(self.desk, K.NODE, node, "parent_id", parent))

    def add_software(self, chance: int) -> None:
        typed = {"name": f"S{self.count}", "vendor": f"Éditeur {chance % 3}"}
        self._did(add_record(self.desk, K.SOFTWARE, typed))

    def rename(self, chance: int) -> None:
        vendor = ("éditeur 1", "EDITEUR 1", "Autre", "")[chance % 4]
        self._did(
            edit_field(self.desk, K.SOFTWARE, self._pick("software", chance), "vendor", vendor)
        )
        self._did(
            edit_field(self.desk, K.SOFTWARE, self._pick("software", chance), "name", f"R{chance}")
        )

    def use(self, chance: int) -> None:
        typed = {
            "department_id": self._pick("department", chance),
            "software_id": self._pick("software", chance // 3),
            "function_id": self._pick("function", chance // 5),
        }
        self._did(add_record(self.desk, K.DEPLOYMENT, typed))

    def release(self, chance: int) -> None:
        typed = {"software_id": self._pick("software", chance), "version": f"{chance % 4}"}
        where = {"establishment_id": self._pick("establishment", chance), "live_on": "1/2/2026"}
        self._did(add_record(self.desk, K.RELEASE, typed | where))

    def appoint(self, chance: int) -> None:
        person = self._did(add_record(self.desk, K.PERSON, {"last_name": f"P{self.count}"}))
        typed = {"person_id": person, "department_id": self._pick("node", chance)}
        self._did(
            add_record(self.desk, K.APPOINTMENT, {**typed, "kind": "software", "rank": "main"})
        )

    def shelve(self, chance: int) -> None:
        typed = {"department_id": self._pick("department", chance), "place": "Poste"}
        self._did(add_record(self.desk, K.COPY, typed))

    def tick(self, chance: int) -> None:
        ids = {self._pick("function", chance + n) for n in range(chance % 4)}
        self._did(set_needed_functions(self.desk, self._pick("department", chance), ids))

    def close(self, chance: int) -> None:
        self._did(close_record(self.desk, K.NODE, self._pick("department", chance)))

    def reopen(self, chance: int) -> None:
        with self.desk.database.read() as connection:
            closed: Sequence[Any] = connection.execute(
                schema.node.select().where(schema.node.c.closed_on.is_not(None))
            ).all()
        if closed:
            self._did(reopen_record(self.desk, K.NODE, closed[chance % len(closed)].id))


DEEDS = sorted(name for name in vars(Person) if not name.startswith("_") and name != "do")


@settings(max_examples=10)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 1_000)), min_size=1, max_size=10))
def test_whatever_was_done_is_undone_step_by_step_and_done_again(
    deeds: list[tuple[str, int]],
) -> None:
    with memory_folder() as folder:
        desk = bare_desk(Path(folder))
        person = Person(desk)
        for what, chance in deeds:
            person.do(what, chance)
        for state in reversed(person.states[:-1]):
            undo(desk)
            assert contents(desk) == state
            assert check(desk).faults == ()
        for state in person.states[1:]:
            redo(desk)
            assert contents(desk) == state
        assert check(desk).faults == ()
        desk.close()
