"""Software and deployments of a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from referent_desk.domain.departments import BINDER_KINDS, Node
from referent_desk.domain.imports import Concern, Field, SourceLine
from referent_desk.domain.imports_answers import Choice, Offer, Reply, chosen, same_or_other
from referent_desk.domain.imports_departments import DepartmentsOfFile
from referent_desk.domain.imports_establishments import settle_establishment
from referent_desk.domain.imports_ledgers import Live
from referent_desk.domain.imports_matching import name_key
from referent_desk.domain.imports_purposes import kind_of_purpose, settle_purpose
from referent_desk.domain.imports_referents import settle_referents
from referent_desk.domain.imports_runs import LineWork, Run
from referent_desk.domain.software import Deployment, Hosting, Release, Software, SoftwareStatus


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
        "vendor": _vendor(run, line.text(Field.VENDOR)),
        "kind_id": _kind_id(run, line, work),
        "criticality": line.number(Field.CRITICALITY),
        "support_contact": line.text(Field.SUPPORT_CONTACT),
        "it_owner": line.text(Field.IT_OWNER),
        "hosting": Hosting(hosting) if hosting else None,
        "tolerated_interruption": line.number(Field.TOLERATED_INTERRUPTION),
        "recovery_time": line.number(Field.RECOVERY_TIME),
        "recovery_point": line.number(Field.RECOVERY_POINT),
        "status": SoftwareStatus(status) if status else None,
    }
    return run.settle(run.ledger.software, software, wanted, software.name, work)


def _vendor(run: Run, name: str) -> str:
    """The vendor as it was first spelled; every other spelling is kept as an alias."""
    key, ledger = name_key(name), run.ledger
    if not key:
        return ""
    first = ledger.vendors.setdefault(key, name)
    if name != first and name not in ledger.vendor_aliases:
        ledger.vendor_aliases.add(name)
        ledger.new_vendor_aliases.append(name)
    return first


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
            settle_referents(run, None, software, line, work)
        return
    if software is not None:
        for function_id in _function_ids(run, department, software, line, work):
            _settle_use(run, department, software, function_id, line, work)
        settle_referents(run, department, software, line, work)


def settle_software_alone(
    run: Run, departments: DepartmentsOfFile, line: SourceLine, work: LineWork
) -> None:
    """A line that names no department: the one that was chosen for the file uses the software."""
    software = settle_software(run, line, work)
    if software is None:
        return
    department = _using(run, departments, line, work)
    if department is not None:
        for function_id in _function_ids(run, department, software, line, work):
            _settle_use(run, department, software, function_id, line, work)
        work.about(software.id)
    elif line.text(Field.PURPOSE):
        work.say(
            Concern.NOTE, "purpose_without_use",
            name=software.name, value=line.text(Field.PURPOSE),
        )  # fmt: skip
    settle_referents(run, department, software, line, work)


def _using(
    run: Run, departments: DepartmentsOfFile, line: SourceLine, work: LineWork
) -> Node | None:
    choices = run.choices
    if choices.department_id:
        found = next((n for n in run.ledger.nodes if n.id == choices.department_id), None)
        run.seen.update({found.id} if found else ())
        return found
    if not name_key(choices.department):
        return None
    run.places[line.row] = replace(run.places[line.row], department=choices.department)
    return departments.settle(line, work)


def _function_ids(
    run: Run, department: Node, software: Software, line: SourceLine, work: LineWork
) -> list[str]:
    """The functions that the line names, else those that are meant without being named."""
    names = line.texts(Field.FUNCTION)
    if not names:
        uses = run.ledger.deployments.find((department.id, software.id))
        is_known = any(use.function_id for use in uses)
        meant = settle_purpose(run, line, software.name, work, is_known=is_known)
        return list(meant) or _meant_functions(run, department, software, work)
    ids = []
    functions = (*run.function_offers, Offer(Reply(Choice.PART)))
    for name in names:
        function_id = run.function_ids.get(name_key(name))
        if function_id is None:
            reply = work.ask("unknown_function", functions, value=name)
            function_id = reply.value if reply else None
        if function_id is not None:
            ids.append(function_id)
    return ids


def _meant_functions(run: Run, department: Node, software: Software, work: LineWork) -> list[str]:
    """Those of the uses that are known already; for a new use, what its kind usually serves.

    The empty id where nobody knows.
    """
    known = run.ledger.deployments.find((department.id, software.id))
    named = [use for use in known if use.function_id]
    if named:
        still_open = (use.function_id or "" for use in named if use.until is None)
        return list(dict.fromkeys(still_open)) or [""]
    usual = run.usual_functions(software.kind_id)
    if usual:
        names = ", ".join(run.shown("function_id", id_) for id_ in usual)
        work.say(Concern.NOTE, "functions_of_kind", name=software.name, value=names)
    return list(usual) or [""]


def _settle_use(
    run: Run,
    department: Node,
    software: Software,
    function_id: str,
    line: SourceLine,
    work: LineWork,
) -> None:
    since, until = line.day(Field.SINCE), line.day(Field.UNTIL)
    name = f"{department.name} × {software.name}"
    if since and until and until < since:
        work.say(Concern.DAMAGE, "ends_before_it_starts", value=until.isoformat())
        until = None
    wanted: dict[str, object] = {
        "since": since,
        "until": until,
        "users": line.number(Field.USERS),
        "tolerated_outage": line.number(Field.TOLERATED_OUTAGE),
        "purpose": "" if function_id else line.text(Field.PURPOSE),
    }
    shelf = run.ledger.deployments
    uses = shelf.find((department.id, software.id))
    run.seen.update(use.id for use in uses if not function_id)
    use = _fitting_use(uses, function_id, until is None)
    if use is None:
        use = Deployment(run.new_id(), department.id, software.id, function_id)
        run.add(shelf, use, work, "deployment", name)
    elif function_id and not use.function_id:
        wanted["function_id"] = function_id
    run.settle(shelf, use, wanted, name, work)
    work.about(use.id, department.id)


def _fitting_use(uses: list[Deployment], function_id: str, is_open: bool) -> Deployment | None:
    """Open uses first; a use without function is the one that the file now gives a function."""
    ordered = sorted(uses, key=lambda use: use.until is not None)
    exact = [u for u in ordered if u.function_id == function_id]
    if not function_id and not exact:
        exact = ordered
    unnamed = [u for u in ordered if not u.function_id]
    candidates = [u for u in (*exact, *unnamed) if u.until is None or not is_open]
    return candidates[0] if candidates else None
