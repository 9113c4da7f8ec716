from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from referent_desk.clock import FixedClock
from referent_desk.domain.changes import Kind
from referent_desk.domain.departments import Node
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger
from referent_desk.domain.imports.reports import ImportReport, Outcome
from referent_desk.errors import Busy, NoRoom, RefusedInput
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.imports import read_ledger
from referent_desk.storage.integrity import damages
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.imports import ImportOptions, import_file
from tests.usecases.homes import empty_desk

CLOCK = FixedClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
HERE = ImportOptions(establishment="Hôpital Nord")
WIDE = (
    "Établissement;FINESS;Pôle;Service;N° UF;Téléphone;Logiciel;Éditeur;Version;Fonction;Depuis\n"
    "Hôpital Nord;010000024;Pôle A;Cardiologie;0412;4127;Alpha;Éditeur A;7.1;Prescription;"
    "12/01/2024\n"
    "Hôpital Nord;010000024;Pôle A;Cardiologie;0412;4127;ALPHA;Éditeur A;7.2;LAB;\n"
    "Hôpital Nord;10000024;Pôle A;Dialyse;0413;199005626;Bêta;EDITEUR A;;;31/02/2026\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = empty_desk(tmp_path)
    yield desk
    assert list(damages(desk.database.driver())) == []
    desk.close()


def bring_in(desk: Desk, text: str, options: ImportOptions = HERE) -> ImportReport:
    path = desk.home.root / "liste.csv"
    path.write_text(text, encoding="utf-8")
    return import_file(desk, path, options)


def ledger(desk: Desk) -> Ledger:
    with desk.database.read() as connection:
        return read_ledger(connection)


def node(desk: Desk, name: str) -> Node:
    return next(node for node in ledger(desk).nodes if node.name == name)


def rows(desk: Desk) -> dict[str, int]:
    driver = desk.database.driver()
    return {
        name: int(driver.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for name in schema.metadata.tables
    }


def outcomes(report: ImportReport) -> list[str]:
    return [line.outcome.value for line in report.lines]


def test_a_wide_list_is_stored_whole(desk: Desk) -> None:
    report = bring_in(desk, WIDE)
    assert outcomes(report) == ["added", "added", "doubtful"]
    assert report.damaged == 3
    assert report.changed_kinds == {Kind.DEPARTMENTS, Kind.SOFTWARE, Kind.DEPLOYMENTS}
    stored = ledger(desk)
    assert {s.name: (s.vendor, s.aliases) for s in stored.software} == {
        "Alpha": ("Éditeur A", ("ALPHA",)),
        "Bêta": ("Éditeur A", ()),
    }
    assert sorted(release.version for release in stored.releases) == ["7.1", "7.2"]
    assert len(stored.deployments) == 3
    assert node(desk, "Dialyse").telephone == ""
    assert node(desk, "Hôpital Nord").finess == "010000024"


def test_spellings_of_a_vendor_stay_with_it(desk: Desk) -> None:
    for _again in range(2):
        bring_in(desk, WIDE)
        with desk.database.read() as connection:
            kept = connection.execute(schema.vendor_alias.select()).all()
        assert [row.name for row in kept] == ["EDITEUR A"]


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    bring_in(desk, WIDE)
    before = rows(desk)
    report = bring_in(desk, WIDE)
    assert outcomes(report) == ["unchanged", "unchanged", "doubtful"]
    assert report.changed_kinds == frozenset()
    after = rows(desk)
    ran = {"import_run", "audit"}
    assert {t: n for t, n in after.items() if t not in ran} == {
        t: n for t, n in before.items() if t not in ran
    }


def test_a_trial_writes_nothing_and_reports_the_same(desk: Desk, tmp_path: Path) -> None:
    before = rows(desk)
    trial = ImportOptions(dry_run=True, report=tmp_path / "essai.csv")
    report = bring_in(desk, WIDE, trial)
    assert rows(desk) == before
    assert report.dry_run
    assert (tmp_path / "essai.csv").exists()
    assert bring_in(desk, WIDE).counts == report.counts


def test_a_trial_works_while_another_program_writes(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(WIDE, encoding="utf-8")
    reader = open_desk(desk.home, CLOCK)
    assert reader.read_only
    assert import_file(reader, path, ImportOptions(dry_run=True)).counts[Outcome.ADDED] == 2
    with pytest.raises(Busy):
        import_file(reader, path, ImportOptions())
    reader.close()


def test_a_changed_file_logs_each_field_before_and_after(desk: Desk) -> None:
    bring_in(desk, "Service;Téléphone\nCardiologie;4127\n")
    report = bring_in(desk, "Service;Téléphone\nCardiologie;4999\n")
    assert outcomes(report) == ["changed"]
    with desk.database.read() as connection:
        (change,) = connection.execute(schema.change.select()).all()
    assert (change.field, change.before_value, change.after_value) == ("telephone", "4127", "4999")


def test_what_was_typed_by_hand_is_kept_unless_asked_otherwise(desk: Desk) -> None:
    bring_in(desk, "Service;Téléphone;Lits\nCardiologie;4127;10\n")
    department = node(desk, "Cardiologie").id
    with desk.database.write("edit", origin=Origin.HAND) as work:
        work.change(schema.node, department, {"telephone": "4128"})
    changed = "Service;Téléphone;Lits\nCardiologie;4999;12\n"
    report = bring_in(desk, changed)
    assert outcomes(report) == ["changed"]
    assert "edited_by_hand" in {r.code for r in report.lines[0].remarks}
    assert (node(desk, "Cardiologie").telephone, node(desk, "Cardiologie").beds) == ("4128", 12)
    bring_in(desk, changed, ImportOptions(overwrite_edited=True))
    assert node(desk, "Cardiologie").telephone == "4999"


def test_a_department_made_by_hand_is_not_overwritten_but_completed(desk: Desk) -> None:
    bring_in(desk, "Service\nDialyse\n")
    parent = node(desk, "Hôpital Nord").id
    with desk.database.write("add", origin=Origin.HAND) as work:
        row = {"id": work.new_id(), "kind": "department", "name": "Cardiologie", "place": "Bât. A",
               "parent_id": parent, "folded": "cardiologie"}  # fmt: skip
        work.add(schema.node, [row])
    bring_in(desk, "Service;Lieu;Téléphone\nCardiologie;Bât. B;4127\n")
    assert node(desk, "Cardiologie").place == "Bât. A"
    assert node(desk, "Cardiologie").telephone == "4127"


def test_what_is_absent_from_the_file_stays(desk: Desk) -> None:
    bring_in(desk, "Service\nCardiologie\nDialyse\n")
    assert bring_in(desk, "Service\nDialyse\n").absent == ("Cardiologie",)
    assert node(desk, "Cardiologie").closed_on is None


def test_staff_and_directory_are_stored(desk: Desk) -> None:
    bring_in(desk, "Service;Code\nCardiologie;0412\n")
    staff = bring_in(desk, "Nom;Prénom;Service;Poste\nN DIAYE;Awa;Cardiologie;4127\n")
    numbers = bring_in(desk, "Libellé;Numéro;Sans réseau\nIncendie;16;oui\n")
    assert staff.changed_kinds == {Kind.PEOPLE}
    assert numbers.changed_kinds == {Kind.DIRECTORY}
    stored = ledger(desk)
    (person,) = stored.people
    (entry,) = stored.entries
    assert (person.full_name, person.telephone) == ("Awa N Diaye", "4127")
    assert person.department_id == node(desk, "Cardiologie").id
    assert (entry.label, entry.number, entry.works_without_network) == ("Incendie", "16", True)
    assert entry.owner_id == node(desk, "Hôpital Nord").id


def test_going_live_is_stored_once(desk: Desk) -> None:
    text = "Logiciel;Version;Mise en production;Établissement\nAlpha;7.1;12/01/2026;Hôpital Nord\n"
    bring_in(desk, "Service\nCardiologie\n")
    assert outcomes(bring_in(desk, text)) == ["added"]
    assert outcomes(bring_in(desk, text)) == ["unchanged"]
    assert rows(desk)["release_live"] == 1


def test_each_import_is_recorded_with_its_counts_and_one_audit_entry(desk: Desk) -> None:
    before = rows(desk)["audit"]
    bring_in(desk, WIDE)
    with desk.database.read() as connection:
        (run,) = connection.execute(schema.import_run.select()).all()
        entry = connection.execute(
            schema.audit.select().order_by(schema.audit.c.seq.desc())
        ).first()
    assert (run.kind, run.lines_read, run.added, run.doubtful) == ("deployments", 3, 2, 1)
    assert len(run.file_hash) == 64
    assert entry is not None
    assert (entry.action, entry.origin) == ("import", "import")
    assert rows(desk)["audit"] == before + 1


def test_the_home_is_backed_up_before_a_file_is_brought_in(desk: Desk) -> None:
    bring_in(desk, WIDE)
    assert len(list(desk.home.backups.iterdir())) == 1


def test_a_report_that_cannot_be_written_lets_nothing_be_imported(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def full(path: Path, mode: str = "r", *more: object, **named: object) -> object:
        if path.name.startswith(".part-"):
            raise OSError(28, "full")
        return real(path, mode, *more, **named)  # type: ignore[call-overload]

    before = rows(desk)
    path = tmp_path / "liste.csv"
    path.write_text(WIDE, encoding="utf-8")
    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(NoRoom):
        import_file(desk, path, ImportOptions(report=tmp_path / "rapport.txt"))
    monkeypatch.undo()
    assert rows(desk) == before
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["liste.csv"]


def test_an_import_that_fails_half_way_stores_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from referent_desk.usecases import imports_rows

    def broken(_use: object) -> dict[str, object]:
        raise ZeroDivisionError

    before = rows(desk)
    monkeypatch.setattr(imports_rows, "_deployment_row", broken)
    with pytest.raises(ZeroDivisionError):
        bring_in(desk, WIDE)
    assert rows(desk) == before


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("", ImportOptions()),
        ("objet;position\nA;1\n", ImportOptions()),
        ("Service\nA\n", ImportOptions(columns={"Couleur": Field.CODE})),
        ("Service\nA\n", ImportOptions(kind=ImportKind.SOFTWARE)),
        ("Service\nA\n", ImportOptions(report=Path("/nowhere/at/all.csv"))),
        ("Service\nA\n", ImportOptions(report=Path("rapport.pdf"))),
        ("Service\nA\n", ImportOptions(establishment="x" * 301)),
    ],
)
def test_a_refused_file_changes_nothing(desk: Desk, text: str, options: ImportOptions) -> None:
    before = rows(desk)
    with pytest.raises(RefusedInput) as refusal:
        bring_in(desk, text, options)
    assert refusal.value.what_to_do
    assert rows(desk) == before
    assert not list(desk.home.backups.glob("*"))


def test_hostile_names_are_stored_as_typed(desk: Desk) -> None:
    names = ["<b>Urgences</b>", "R&D", "<nom du cadre>", "'; DROP TABLE node;--", "%s {0}",
             "../../x", "=cmd|'/c calc'!A0", "💉 soins", "Réa µg", "A" * 300]  # fmt: skip
    text = "Service\n" + "".join(f'"{name}"\n' for name in names)
    report = bring_in(desk, text)
    assert report.counts[Outcome.ADDED] == len(names)
    stored = {n.name for n in ledger(desk).nodes if n.name != "Hôpital Nord"}
    assert stored == set(names)
