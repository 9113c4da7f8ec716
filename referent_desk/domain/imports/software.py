"""Software of a file, and who uses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from referent_desk.domain.departments import BINDER_KINDS, Node
from referent_desk.domain.imports.answers import Choice, Offer, Reply, chosen, same_or_other
from referent_desk.domain.imports.departments import DepartmentsOfFile, chosen_department
from referent_desk.domain.imports.establishments import settle_establishment
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.ledgers import Live
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.private import ask_private, is_called_private
from referent_desk.domain.imports.purposes import (
    kind_as_purpose,
    kind_of_purpose,
    tell_unused,
)
from referent_desk.domain.imports.referents import settle_referents
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.imports.uses import settle_uses
from referent_desk.domain.imports.vendors import settle_vendor
from referent_desk.domain.software import Hosting, Release, Software, SoftwareStatus


def settle_software(run: Run, line: SourceLine, work: LineWork) -> Software | None:
    """The product that the line names, with every spelling of it kept; None in doubt."""
    name = line.text(Field.SOFTWARE)
    key = name_key(name)
    if not key:
        work.refuse("no_software")
        return None
    software = _software_called(run, name, work)
    if software is None:
        return None
    software = _settle_fields(run, software, line, work)
    _settle_releases(run, software, line, work)
    work.about(software.id)
    return software


def _software_called(run: Run, name: str, work: LineWork) -> Software | None:
    """The product of that name, a new one, or None while it is asked which is meant."""
    shelf = run.ledger.software
    found = shelf.find(name_key(name))
    if len(found) > 1:
        offers = chosen((s.id, " — ".join(filter(None, (s.name, s.vendor)))) for s in found)
        reply = work.ask("ambiguous", offers, name=name)
        return shelf.get(reply.value) if reply else None
    if found:
        return _keep_spelling(run, found[0], name, work)
    near = run.near_software().near(name)
    if near:
        reply = work.ask("near_name", same_or_other(), name=name, near=near)
        if reply is None:
            return None
        known = shelf.find(name_key(near)) if reply.choice is Choice.SAME else []
        if known:
            return _keep_spelling(run, known[0], name, work)
    software = run.add(shelf, Software(run.new_id(), name), work, "software", name)
    run.near_software().add(name)
    return software


def _keep_spelling(run: Run, software: Software, name: str, work: LineWork) -> Software:
    if name in (software.name, *software.aliases):
        return software
    if not work.takes("alias", name):
        work.leaves(software.name, "alias", "", name)
        return software
    work.changed(software.id, software.name, "alias", "", name)
    software = replace(software, aliases=(*software.aliases, name))
    run.ledger.software.put(software)
    return software


def _settle_fields(run: Run, software: Software, line: SourceLine, work: LineWork) -> Software:
    hosting, status = line.text(Field.HOSTING), line.text(Field.STATUS)
    wanted: dict[str, object] = {
        "vendor": settle_vendor(run, line, software.name, work),
        "kind_id": _kind_id(run, line, work),
        "criticality": line.number(Field.CRITICALITY),
        "support_contact": _support_contact(software, line, work),
        "it_owner": line.text(Field.IT_OWNER),
        "hosting": Hosting(hosting) if hosting else None,
        "tolerated_interruption": line.number(Field.TOLERATED_INTERRUPTION),
        "recovery_time": line.number(Field.RECOVERY_TIME),
        "recovery_point": line.number(Field.RECOVERY_POINT),
        "status": SoftwareStatus(status) if status else None,
    }
    return run.settle(run.ledger.software, software, wanted, software.name, work)


def _support_contact(software: Software, line: SourceLine, work: LineWork) -> str:
    """Empty for a private mobile: what stands there is printed on every sheet of the program."""
    contact, said = line.text(Field.SUPPORT_CONTACT), line.text(Field.REMARKS)
    told = _with_hours(contact, line.text(Field.SUPPORT_HOURS))
    if software.support_contact in {contact, told} or not is_called_private(contact, said):
        return told
    return told if ask_private(software.name, contact, work) is False else ""


def _with_hours(contact: str, hours: str) -> str:
    """`04 77 12 34 56 (8h30-18h)`: who calls after that must see that nobody answers."""
    if not contact or not hours or hours in contact:
        return contact
    beside = hours.replace(" (", ", ").replace("(", "").replace(")", "")
    return f"{contact} ({beside})"


def _kind_id(run: Run, line: SourceLine, work: LineWork) -> str:
    name = line.text(Field.KIND)
    key = name_key(name)
    if not key:
        return kind_of_purpose(run, line)
    if key not in run.kind_ids:
        work.say(Concern.DAMAGE, "unknown_kind", value=name)
    return run.kind_ids.get(key, "")


def _settle_releases(run: Run, software: Software, line: SourceLine, work: LineWork) -> None:
    versions, live_on = line.texts(Field.VERSION), line.day(Field.LIVE_ON)
    found: list[Release] = []
    for version in versions:
        known = run.ledger.releases.find((software.id, version.casefold()))
        if known:
            found.append(known[0])
            continue
        if not work.takes("version", version):
            work.leaves(software.name, "version", "", version)
            continue
        release = Release(run.new_id(), software.id, version)
        run.ledger.releases.put(release)
        work.changed(software.id, software.name, "version", "", version)
        found.append(release)
    if live_on is None:
        return
    establishment = settle_establishment(run, run.places[line.row], work, may_add=False)
    lived = _live_release(software, found, live_on, establishment, work)
    if lived is None or establishment is None:
        return
    live = Live(lived.id, establishment.id, live_on)
    if live in run.ledger.lives:
        return
    shown = f"{lived.version}: {live_on.isoformat()}"
    if not work.takes("live_on", shown):
        work.leaves(software.name, "live_on", "", shown)
        return
    run.ledger.lives.add(live)
    run.ledger.new_lives.append(live)
    work.changed(software.id, software.name, "live_on", "", shown)


def _live_release(
    software: Software,
    found: list[Release],
    live_on: date,
    establishment: Node | None,
    work: LineWork,
) -> Release | None:
    """The version that went live: the one that the line names; asked where it names several."""
    if len(found) == 1 and establishment is not None:
        return found[0]
    several = found if establishment is not None else []
    offers = (*chosen((r.version, r.version) for r in several), Offer(Reply(Choice.PART)))
    reply = work.ask("live_without_version", offers, value=live_on.isoformat(), name=software.name)
    return next((r for r in several if reply and r.version == reply.value), None)


def settle_deployment(
    run: Run, departments: DepartmentsOfFile, line: SourceLine, work: LineWork
) -> None:
    """A wide line: department, software, and the use of one by the other."""
    line = kind_as_purpose(run, line)
    department = None
    place = run.places[line.row]
    if not place.is_empty or place.establishment or place.finess:
        department = departments.settle(line, work)
    software = settle_software(run, line, work) if line.text(Field.SOFTWARE) else None
    if line.text(Field.SOFTWARE) and software is None and department is not None:
        return
    if department is None or department.kind not in BINDER_KINDS:
        if software is not None and not any(r.concern is Concern.DOUBT for r in work.remarks):
            work.ask("no_department", (Offer(Reply(Choice.PART)),), name=software.name)
        elif department is None and not line.text(Field.SOFTWARE) and not work.asked:
            work.refuse("no_name")
        if software is not None:
            tell_unused(line, software.name, work)
            settle_referents(run, None, software, line, work)
        return
    if software is not None:
        settle_uses(run, department, software, line, work)
        settle_referents(run, department, software, line, work)


def settle_software_alone(
    run: Run, departments: DepartmentsOfFile, line: SourceLine, work: LineWork
) -> None:
    """A line that names no department: the one that was chosen for the file uses the software."""
    line = kind_as_purpose(run, line)
    software = settle_software(run, line, work)
    if software is None:
        return
    department = chosen_department(run, departments, line, work)
    if department is not None:
        settle_uses(run, department, software, line, work, is_of_software=True)
    else:
        tell_unused(line, software.name, work)
    settle_referents(run, department, software, line, work)
