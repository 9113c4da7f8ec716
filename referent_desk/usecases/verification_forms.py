"""What the form of a verification shows, what was tried before, and taking one back."""

from __future__ import annotations

from referent_desk.domain.coverage import Use, referent_of, uses_of
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.procedures import ProcedureState, Reason
from referent_desk.domain.software import SoftwareStatus
from referent_desk.domain.texts import clean_line
from referent_desk.domain.verifications import Trials, VerificationAids, WaitingUse
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.exchange.verification_checks import check_questions
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage import verifications as stored
from referent_desk.storage.actions import action_rows
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.procedures import coverage_facts
from referent_desk.storage.software import software_by_id
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.procedures import procedure_detail
from referent_desk.usecases.verifications import find_use, refuse_untriable

_TO_TRY = frozenset(
    {ProcedureState.TO_VERIFY, ProcedureState.NEVER_VERIFIED, ProcedureState.FAILED}
)


def verification_aids(
    desk: Desk, department_id: str, function_id: str, software_id: str | None
) -> VerificationAids:
    """Raises where there is nothing to try, with a sentence that says why."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        facts = coverage_facts(connection, department_id, today, texts=False)
        uses = uses_of(facts, today)
        use = find_use(uses, function_id, software_id)
        refuse_untriable(connection, use)
        site = read_node(connection, facts.establishment_id) if facts.establishment_id else None
        releases = stored.known_releases(connection, use.software.id, facts.establishment_id)
        notice = _notice(connection, use)
    detail = procedure_detail(desk, department_id, function_id, use.software.id)
    revision = detail.revision
    if revision is None or use.revision is None or revision.id != use.revision.id:
        raise NotFound(_("This degraded mode is not here any more."), _("Choose another one."))
    main = AppointmentRank.MAIN
    referent = referent_of(facts, today, AppointmentKind.SOFTWARE, main, use.software.id)
    return VerificationAids(
        today=today,
        department_id=department_id,
        function_id=function_id,
        software_id=use.software.id,
        software=use.software.name,
        revision_id=revision.id,
        revision=revision.number or 0,
        text=revision.text,
        status=use.status,
        running=use.live.version if use.live is not None else "",
        releases=releases,
        questions=check_questions(spoken().code),
        establishment=site.name if site is not None else "",
        owner=referent.full_name if referent is not None else "",
        notice=notice,
        waiting=_waiting(uses, use),
    )


def _notice(connection: Connection, use: Use) -> Reason | None:
    software = use.software
    if software.status is not SoftwareStatus.BEING_REPLACED:
        return None
    found = software_by_id(connection, [software.replaced_by_id or ""])
    after = next((other.name for other in found.values()), "")
    return Reason("being_replaced", {"software": software.name, "after": after})


def _waiting(uses: tuple[Use, ...], tried: Use) -> tuple[WaitingUse, ...]:
    """The others of the same software that are to be tried, in the order of functions."""
    return tuple(
        WaitingUse(use.function.id, use.software.id, use.revision.text.title)
        for use in uses
        if use.function is not None
        and use.revision is not None
        and use is not tried
        and use.software.id == tried.software.id
        and use.state in _TO_TRY
    )


def read_trials(
    desk: Desk, department_id: str, function_id: str, software_id: str | None
) -> Trials:
    """What was tried of the procedure that holds, and the actions that follow from it."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        facts = coverage_facts(connection, department_id, today, texts=False)
        uses = uses_of(facts, today)
        use = find_use(uses, function_id, software_id) if function_id else None
        if use is None or use.procedure is None:
            return Trials(today, actions_open=_open_actions(connection, department_id))
        recorded = stored.recorded_verifications(
            connection, use.procedure.id, department_id, use.software.id
        )
        rows = action_rows(connection, department_id)
    revisions = {revision.id for revision in facts.revisions.get(use.procedure.id, ())}
    return Trials(
        today,
        recorded,
        tuple(row for row in rows if row.revision_id in revisions and row.action.is_open),
        sum(row.action.is_open for row in rows),
        can_try=_can_try(use),
    )


def _can_try(use: Use) -> bool:
    """Whether the form of a verification has anything to ask."""
    states = (ProcedureState.MISSING, ProcedureState.DRAFT_ONLY)
    gone = use.software.status is SoftwareStatus.RETIRED or use.software.closed_on is not None
    return use.state not in states and bool(use.software.id) and not gone


def _open_actions(connection: Connection, department_id: str) -> int:
    return sum(row.action.is_open for row in action_rows(connection, department_id))


def annul_verification(desk: Desk, verification_id: str, reason: str) -> Saved:
    """It does not count any more: a further fact says so, and why. Its open actions are given up.

    Can be taken back.
    """
    reason = clean_line(reason)
    with desk.database.read() as connection:
        row = stored.verification_row(connection, verification_id)
        if row is None:
            raise NotFound(_("This verification is not here any more."), _("Choose another one."))
        if stored.is_annulled(connection, verification_id):
            raise RefusedInput(
                _("This verification was already taken back."), _("There is nothing left to do.")
            )
    if not reason:
        raise RefusedInput(
            _("Nobody would know why this verification was taken back."),
            _("Say in a few words what was wrong with it."),
        )
    own = {"id", "recorded_at", "annuls_id", "reason", "row_hash", "title"}
    copied = {str(key): value for key, value in row.items() if key not in own}
    deed = Deed(Verb.ANNULLED, "verification", row["title"])
    with doing(desk, "annul_verification", deed, record_id=verification_id) as work:
        annulling = {"id": work.new_id(), "annuls_id": verification_id, "reason": reason}
        work.add(schema.verification, [{**copied, **annulling}])
        for action_id in stored.open_actions_of(work.connection, [verification_id]):
            work.change(schema.action, action_id, {"closed_on": desk.clock.today()})
    return saved(desk, kinds_of(work.trail), verification_id)
