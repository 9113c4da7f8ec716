"""A home with at least one row in every table, written by the product's own unit of work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from referent_desk.clock import FixedClock
from referent_desk.domain.procedure_texts import to_json
from referent_desk.domain.procedures import ProcedureText, Step
from referent_desk.storage import schema
from referent_desk.storage.database import Database
from referent_desk.storage.opening import open_database
from referent_desk.storage.work import Work

CLOCK = FixedClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
TEXT = to_json(ProcedureText("Prescrire sur papier", steps=(Step("Prendre l’ordonnance F05"),)))
Values = Mapping[str, object]


def key(number: int) -> str:
    return f"{number:08}-0000-4000-8000-000000000000"


GROUP, NORTH, POLE, CARDIOLOGY, UNIT = key(1), key(2), key(3), key(4), key(5)
PRESCRIPTION, KIND, VENDOR, DOSSIER, OLD_RELEASE, NEW_RELEASE = (key(10 + n) for n in range(6))
AUBRY, APPOINTMENT, PROCEDURE, APPROVED, DRAFT = (key(20 + n) for n in range(5))
SWITCHBOARD, BINDER, COPY, RUN, SHEET, HOME, DEPLOYMENT = (key(30 + n) for n in range(7))


def open_file_at(folder: Path, *, writing: bool = True) -> Database:
    """The file of a home, without what a desk puts into it; the lock is let go with the process."""
    return open_database(
        folder / "referent-desk.sqlite",
        folder / "referent-desk.lock",
        folder / "backups",
        CLOCK,
        writing=writing,
    ).database


def fill(work: Work) -> None:
    _places(work)
    _software(work)
    _people(work)
    _procedures(work)
    _binder(work)
    _second_schema(work)
    _third_schema(work)
    _fifth_schema(work)
    _sixth_schema(work)
    work.change(schema.person, AUBRY, {"telephone": "4127"})


def add(work: Work, table: schema.Table, **values: object) -> None:
    work.add(table, [{"id": work.new_id(), **values}])


def _places(work: Work) -> None:
    add(work, schema.home, id=HOME, created_at=work.now.isoformat(), language="fr", demo=0)
    for node, parent, kind, name in (
        (GROUP, None, "group", "GHT des Essais"),
        (NORTH, GROUP, "establishment", "Hôpital Nord"),
        (POLE, NORTH, "pole", "Pôle cœur"),
        (CARDIOLOGY, POLE, "department", "Cardiologie"),
        (UNIT, CARDIOLOGY, "unit", "Soins intensifs"),
    ):
        folded = name.casefold()
        add(work, schema.node, id=node, parent_id=parent, kind=kind, name=name, folded=folded)


def _software(work: Work) -> None:
    names = {"name_fr": "Prescription", "name_en": "Prescription", "folded": "prescription"}
    add(work, schema.function, id=PRESCRIPTION, code="PRE", **names)
    names = {"name_fr": "Dossier patient", "folded": "dossier patient"}
    add(work, schema.software_kind, id=KIND, code="DPI", **names)
    add(work, schema.kind_function, kind_id=KIND, function_id=PRESCRIPTION)
    add(work, schema.vendor, id=VENDOR, name="Éditeur A", spelling="editeura")
    add(work, schema.vendor_alias, vendor_id=VENDOR, name="EDITEUR A", spelling="editeura")
    names = {"name": "Dossier+", "spelling": "dossier+", "folded": "dossier+"}
    add(work, schema.software, id=DOSSIER, vendor_id=VENDOR, kind_id=KIND, **names)
    add(work, schema.software_alias, software_id=DOSSIER, name="DOSSIER +", spelling="dossier+")
    for release, version, day in ((OLD_RELEASE, "7.1", 1), (NEW_RELEASE, "7.2", 20)):
        add(work, schema.release, id=release, software_id=DOSSIER, version=version)
        where = {"release_id": release, "establishment_id": NORTH}
        add(work, schema.release_live, **where, valid_on=date(2026, 5, day))
    where = {"software_id": DOSSIER, "department_id": CARDIOLOGY, "function_id": PRESCRIPTION}
    add(work, schema.deployment, id=DEPLOYMENT, **where, users=40)


def _people(work: Work) -> None:
    names = {"last_name": "Aubry", "first_name": "Maryse", "folded": "aubry maryse"}
    add(work, schema.person, id=AUBRY, department_id=CARDIOLOGY, telephone="4100", **names)
    what = {"kind": "software", "rank": "main", "since": date(2025, 1, 1)}
    person = {"person_id": AUBRY, "department_id": CARDIOLOGY}
    add(work, schema.appointment, id=APPOINTMENT, **person, **what)
    line = {"heading": "Standard", "label": "Standard", "number": "9", "folded": "standard"}
    add(work, schema.directory_entry, id=SWITCHBOARD, owner_id=NORTH, **line)
    tried = {"number": "9", "answered": True, "valid_on": date(2026, 11, 1)}
    add(work, schema.dialling, entry_id=SWITCHBOARD, **tried)
    add(work, schema.local_value, department_id=CARDIOLOGY, name="imprimante", value="HP-12")


def _procedures(work: Work) -> None:
    add(work, schema.procedure, id=PROCEDURE, owner_id=POLE, function_id=PRESCRIPTION)
    what = {"procedure_id": PROCEDURE, "title": "Prescrire sur papier", "text": TEXT}
    approved: Values = {"state": "approved", "number": 1, "approved_on": date(2026, 3, 1)}
    add(work, schema.revision, id=APPROVED, **what, **approved)
    add(work, schema.revision, id=DRAFT, **what, state="draft")
    tried = {"revision_id": APPROVED, "release_id": OLD_RELEASE, "department_id": CARDIOLOGY}
    add(work, schema.verification, **tried, result="worked", valid_on=date(2026, 5, 3))
    text = {"code": "REF", "language": "fr", "revision": 1, "text": "{}"}
    add(work, schema.chapter, **text, accepted_on=date(2026, 1, 1))


def _binder(work: Work) -> None:
    add(work, schema.binder, id=BINDER, department_id=CARDIOLOGY, language="fr")
    add(work, schema.copy, id=COPY, binder_id=BINDER, number=1, place="Poste de soins")
    sheet = {"department_id": CARDIOLOGY, "code": "PRE-01"}
    add(work, schema.sheet_code, **sheet, subject="procedure:x")
    known = {"revision": 1, "check_code": "U3DC", "body_hash": "0" * 64, "body": "{}"}
    add(work, schema.sheet_revision, id=SHEET, **sheet, **known, title="Prescrire")
    run = {"home_id": HOME, "number": 1, "department_id": CARDIOLOGY, "copy_id": COPY}
    printed = {"language": "fr", "one_sided": False, "pages": 2, "valid_on": date(2026, 11, 2)}
    add(work, schema.print_run, id=RUN, **run, **printed)
    place = {"print_run_id": RUN, "sheet_revision_id": SHEET, "position": 0, "pages": 2}
    add(work, schema.printed_sheet, **place)
    counts = {"lines_read": 1, "added": 1, "changed": 0, "unchanged": 0, "doubtful": 0}
    file = {"home_id": HOME, "file_name": "liste.csv", "file_hash": "0" * 64, "kind": "software"}
    add(work, schema.import_run, **file, **counts, refused=0)


def _second_schema(work: Work) -> None:
    """What the first schema knew nothing of."""
    add(work, schema.department_function, department_id=CARDIOLOGY, function_id=PRESCRIPTION)
    add(work, schema.import_shape, titles="0" * 64, kind="software", fields="{}")


def _third_schema(work: Work) -> None:
    """The binder on the shelf: what the first two knew nothing of."""
    said: Values = {"print_run_id": RUN, "who": "M. Aubry", "valid_on": date(2026, 11, 3)}
    add(work, schema.sending, **said, printer="HP-12", job="HP-12-4")
    add(work, schema.confirmation, **said)
    add(work, schema.insertion, **said, copy_id=COPY)
    check = work.new_id()
    held: Values = {"who": "M. Aubry", "valid_on": date(2026, 11, 10)}
    add(work, schema.shelf_check, id=check, home_id=HOME, copy_id=COPY, **held)
    sheet = {"shelf_check_id": check, "position": 0, "code": "PRE-01", "expected_id": SHEET}
    add(work, schema.checked_sheet, **sheet, read="U3DC", found="present", found_id=SHEET)
    form = {"form_code": "F05", "form_title": "Prescription", "form_revision": "1"}
    serials = {"home_id": HOME, "department_id": CARDIOLOGY, "first_serial": 1, "amount": 50}
    add(work, schema.lot, **form, **serials, language="fr", **held)
    known = {"department_id": CARDIOLOGY, "name": "HP-12", "place": "Poste de soins"}
    add(work, schema.printer, **known, works_without_network=True)


def _fifth_schema(work: Work) -> None:
    """The life of a degraded mode; the fourth only gave a table one more column."""
    said: Values = {"who": "M. Aubry", "valid_on": date(2026, 11, 12)}
    later = {**said, "valid_on": date(2027, 3, 1)}
    add(work, schema.withdrawal, revision_id=APPROVED, reason="Remplacée", **later)
    seen = {"procedure_id": PROCEDURE, "revision_id": APPROVED, "decision": "kept"}
    add(work, schema.upper_decision, **seen, **said)
    network, dossier, printer = (work.new_id() for _ in range(3))
    add(work, schema.failure_domain, id=network, code="network", name_fr="Réseau")
    add(work, schema.failure_domain, id=dossier, software_id=DOSSIER)
    add(work, schema.domain_dependency, domain_id=dossier, leans_on_id=network)
    known = {"kind": "printer", "name": "Imprimante USB", "folded": "imprimante usb"}
    add(work, schema.means, id=printer, node_id=CARDIOLOGY, **known)
    add(work, schema.means_dependency, means_id=printer, domain_id=network)
    read = {"revision_id": APPROVED, "department_id": CARDIOLOGY}
    add(work, schema.acknowledgement, **read, name="Maryse Aubry", level="read", **said)
    stop, drill, run, finding = (work.new_id() for _ in range(4))
    planned: Values = {"software_id": DOSSIER, "planned_on": date(2026, 12, 3)}
    add(work, schema.maintenance, id=stop, node_id=NORTH, **planned, minutes=90)
    where = {"department_id": CARDIOLOGY, "function_id": PRESCRIPTION, "maintenance_id": stop}
    add(work, schema.drill, id=drill, **where, **planned, shift="night")
    held: Values = {"led_by": "M. Aubry", "valid_on": date(2026, 11, 12), "seconds": 1140}
    add(work, schema.drill_run, id=run, home_id=HOME, drill_id=drill, **held)
    place: Values = {"drill_run_id": run, "position": 0}
    add(work, schema.drill_task, **place, task="find_binder", result="done", seconds=40)
    add(work, schema.lesson, drill_run_id=run, what="Deux exemplaires valent mieux", **said)
    add(work, schema.finding, id=finding, **place, what="Le classeur était sous clé")
    what = {"department_id": CARDIOLOGY, "what": "Déplacer le classeur", "owner": "M. Aubry"}
    add(work, schema.action, **what, due_on=date(2026, 12, 1), finding_id=finding)


def _sixth_schema(work: Work) -> None:
    """The referent: asked, appointed, away, trained, helping, handing over."""
    said: Values = {"who": "M. Aubry", "valid_on": date(2026, 11, 13)}
    named = {"department_id": CARDIOLOGY, "kind": "software", "rank": "deputy"}
    asked: Values = {"proposed_on": date(2026, 11, 13), "proposed_by": "M. Aubry"}
    add(work, schema.proposal, person_id=AUBRY, **named, **asked)
    office = work.new_id()
    ended: Values = {"until": date(2025, 12, 31), "appointed_by": "Direction"}
    add(work, schema.appointment, id=office, person_id=AUBRY, **named, **ended)
    due = date(2027, 6, 30)
    add(work, schema.objective, appointment_id=office, what="Former deux agents", due_on=due)
    add(work, schema.letter, appointment_id=office, kind="appointment", year=2026, text="{}")
    add(work, schema.absence, person_id=AUBRY, since=due, until=date(2027, 7, 12))
    training, item, helped = (work.new_id() for _ in range(3))
    add(work, schema.training, id=training, home_id=HOME, software_id=DOSSIER, **said)
    add(work, schema.attendance, training_id=training, name="Maryse Aubry", level="helps")
    stated: Values = {"level": "helps", "stated_on": date(2026, 11, 13)}
    add(work, schema.skill, person_id=AUBRY, software_id=DOSSIER, **stated)
    add(work, schema.arrival_item, id=item, department_id=CARDIOLOGY, what="Lire la fiche réflexe")
    add(work, schema.arrival_tick, item_id=item, person_id=AUBRY, **said)
    where: Values = {"department_id": CARDIOLOGY, "software_id": DOSSIER}
    add(
        work,
        schema.help_entry,
        id=helped,
        home_id=HOME,
        **where,
        asked="Imprimer",
        outcome="open",
        **said,
    )
    tip = {"title": "Imprimer une étiquette", "folded": "imprimer une etiquette", "text": ""}
    add(work, schema.tip, software_id=DOSSIER, **tip)
    ticket = {"addressee": "it", "what": "L’étiquette sort blanche", "help_entry_id": helped}
    add(work, schema.ticket, **where, **ticket)
    add(work, schema.advice, software_id=DOSSIER, verdict="press")
    leaving = work.new_id()
    add(work, schema.handover, id=leaving, department_id=CARDIOLOGY, leaving_id=AUBRY)
    add(work, schema.handover_item, handover_id=leaving, position=0, code="binder", what="")
