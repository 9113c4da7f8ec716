"""Recording that a procedure was tried: on which release, by whom, what was seen, what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from referent_desk.domain.actions import WantedAction
from referent_desk.domain.coverage import CoverageFacts, Use, uses_of
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.procedures import RevisionState
from referent_desk.domain.software import Software, SoftwareStatus
from referent_desk.domain.verifications import (
    KnownRelease,
    WantedVerification,
    answers_json,
    release_named,
)
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.procedures import coverage_facts
from referent_desk.storage.software import software_by_id
from referent_desk.storage.verifications import known_releases
from referent_desk.storage.work import Work
from referent_desk.usecases.actions import add_actions
from referent_desk.usecases.deeds import kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.histories import Done
from referent_desk.usecases.verification_checks import checked, refuse_new_version, refuse_release

_STAYS = frozenset({schema.release.name, schema.release_live.name})
"""A version that was named while verifying stays known when the verification is taken back."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried: the use of a department whose approved text holds."""

    facts: CoverageFacts
    use: Use
    establishment: str


def record_verification(desk: Desk, wanted: WantedVerification) -> Saved:
    """Raises RefusedField for what cannot be true, and then nothing was written.

    A result that is not good opens an action. A version that nobody named before is known from now
    on, as in service in the establishment since the day of the trial.
    """
    today = desk.clock.today()
    said = checked(wanted, today)
    with desk.database.write("record_verification", actor_name=said.who) as work:
        trial = find_trial(work.connection, said, today)
        if trial.use.revision is None or trial.use.revision.id != said.revision_id:
            raise RefusedInput(
                _("Another text is in force since this form was opened."),
                _("Open it anew, and look whether the answers still hold."),
            )
        release_id = _release_id(work, trial, said, today)
        verification_id = work.new_id()
        work.add(schema.verification, [_row(verification_id, release_id, said)])
        action = WantedAction(said.to_change, said.owner, said.due_on)
        add_actions(work, said.department_id, [action], verification_id=verification_id)
    taken_back = tuple(step for step in work.trail if step.table not in _STAYS)
    deed = Deed(Verb.ADDED, "verification", trial.use.revision.text.title)
    desk.history.note(Done(deed, taken_back, verification_id))
    return saved(desk, kinds_of(work.trail), verification_id)


def _row(verification_id: str, release_id: str, said: WantedVerification) -> dict[str, object]:
    return {
        "id": verification_id,
        "revision_id": said.revision_id,
        "release_id": release_id,
        "department_id": said.department_id,
        "result": str(said.result),
        "who": said.who,
        "valid_on": said.day,
        "seen": said.seen,
        "to_change": said.to_change,
        "answers": answers_json(said.answers),
    }


def find_trial(connection: Connection, said: WantedVerification, today: date) -> Trial:
    """Raises where there is nothing to try."""
    facts = coverage_facts(connection, said.department_id, today, texts=False)
    use = find_use(uses_of(facts, today), said.function_id, said.software_id)
    refuse_untriable(connection, use)
    site = read_node(connection, facts.establishment_id) if facts.establishment_id else None
    return Trial(facts, use, site.name if site is not None else "")


def find_use(uses: tuple[Use, ...], function_id: str, software_id: str | None) -> Use:
    for use in uses:
        is_named = use.function is not None and use.function.id == function_id
        if is_named and software_id in {None, use.software.id}:
            return use
    raise NotFound(_("This degraded mode is not here any more."), _("Choose another one."))


def refuse_untriable(connection: Connection, use: Use) -> None:
    if use.revision is None or use.revision.state is RevisionState.DRAFT:
        raise RefusedInput(
            _("Only an approved text is verified."),
            _("Have it approved first, then try it."),
        )
    if not use.software.id:
        raise RefusedInput(
            _("Nobody has said which software does this: there is no version to try it on."),
            _("Name the software of the department first."),
        )
    if use.software.status is SoftwareStatus.RETIRED or use.software.closed_on is not None:
        raise RefusedInput(
            _("{name} is retired: there is nothing left to try.").format(name=use.software.name),
            _after(connection, use.software),
        )


def _after(connection: Connection, software: Software) -> str:
    if software.replaced_by_id is None:
        return _("End its use in the department.")
    found = software_by_id(connection, [software.replaced_by_id])
    name = found[software.replaced_by_id].name
    return _("{name} replaces it: verify the procedure with that one.").format(name=name)


def _release_id(work: Work, trial: Trial, said: WantedVerification, today: date) -> str:
    """The release of that version; what is not known of it yet is written."""
    software_id, site_id = trial.use.software.id, trial.facts.establishment_id
    known = known_releases(work.connection, software_id, site_id)
    found = release_named(said.version, known)
    if found is not None:
        refuse_release(found, said.day, today)
    if found is None:
        refuse_new_version(trial.use, said)
        found = KnownRelease(work.new_id(), said.version)
        work.add(
            schema.release,
            [{"id": found.id, "software_id": software_id, "version": said.version}],
        )
    if found.live_on is None and site_id:
        live = {"release_id": found.id, "establishment_id": site_id, "valid_on": said.day}
        work.add(schema.release_live, [{"id": work.new_id(), **live}])
    return found.id
