"""Reasons that one fact of a department gives: a bar, a verification, a release, a new text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from referent_desk.domain.body_differences import BodyDifference, Difference
from referent_desk.domain.change_logs import ChangeLog
from referent_desk.domain.coverage import Use
from referent_desk.domain.procedures import Revision, RevisionState
from referent_desk.domain.sheet_states import Reason
from referent_desk.domain.sheets import Bar

_NODE_FIELDS = {
    "group": "name",
    "establishment": "name",
    "department": "name",
    "code": "code",
    "place": "place",
    "beds": "beds",
}
_RESULTS = {"worked": "verified", "partly": "worked_partly", "failed": "verification_failed"}
_NUMBERS = frozenset(
    {
        "directory_entry.number",
        "person.telephone",
        "software.support_contact",
        "node.telephone",
        "local_value.value",
    }
)
_LABELS = frozenset({"directory_entry.label", "node.name"})
_NAMES = frozenset({"software.name", "function.name_fr", "function.name_en"})


def bar_reason(bar: Bar, use: Use | None) -> Reason:
    """Why a bar stands across the head of a procedure now."""
    if bar is Bar.NEWER_RELEASE:
        return _release("newer_release", use)
    if bar is Bar.REVIEW_DUE:
        revision = use.revision if use is not None else None
        return Reason("review_due", {}, revision.review_due_on if revision else None)
    if bar is Bar.DRAFT:
        return Reason("is_draft")
    if bar is Bar.NEVER_VERIFIED:
        return Reason("never_verified")
    code = "worked_partly" if bar is Bar.PARTLY else "verification_failed"
    tried = use.status.verification if use is not None else None
    if tried is None:
        return Reason(code, {"version": ""})
    return Reason(code, {"version": tried.version}, tried.valid_on)


def gone_reason(use: Use | None) -> Reason:
    """A sheet that had a procedure says that there is none."""
    withdrawn = use.withdrawn if use is not None else None
    return withdrawn_reason(withdrawn) if withdrawn is not None else Reason("procedure_gone")


def withdrawn_since(use: Use | None, printed_on: date | None) -> Reason | None:
    """The text that was printed holds no more: what holds now is another one."""
    gone = use.withdrawn if use is not None else None
    gone_on = gone.withdrawn_on if gone is not None else None
    if gone is None or gone_on is None or gone_on < (printed_on or date.min):
        return None
    return withdrawn_reason(gone)


def withdrawn_reason(revision: Revision) -> Reason:
    fields = {"why": revision.withdrawn_because}
    return Reason("procedure_withdrawn", fields, revision.withdrawn_on)


def written_reason(use: Use | None) -> Reason:
    """A sheet that said that there is no procedure has one."""
    revision = use.revision if use is not None else None
    if revision is None or revision.state is RevisionState.DRAFT:
        return Reason("procedure_drafted")
    return Reason("procedure_written", {}, in_force_since(revision))


def revision_reason(use: Use | None, log: ChangeLog, printed_on: date | None) -> Reason:
    """Another text: one withdrawn, a revision that came into force since, or an edited draft."""
    withdrawn = withdrawn_since(use, printed_on)
    if withdrawn is not None:
        return withdrawn
    revision = use.revision if use is not None else None
    if revision is None:
        return Reason("text_changed")
    if revision.state is RevisionState.DRAFT:
        day = log.newest("revision", ("text",), {revision.id})
        return Reason("draft_edited", {}, day)
    day = in_force_since(revision)
    if day is None or (printed_on is not None and day < printed_on):
        return Reason("text_changed")
    return Reason("revision_approved", {"number": revision.number}, day)


def in_force_since(revision: Revision) -> date | None:
    return revision.in_force_on or revision.approved_on


def _release(code: str, use: Use | None) -> Reason:
    live = use.live if use is not None else None
    if live is None:
        return Reason(code, {"version": ""})
    return Reason(code, {"version": live.version}, live.live_on)


def _verified(difference: BodyDifference, _use: Use | None, _log: ChangeLog) -> Reason:
    if not difference.name:
        return Reason("never_verified")
    day = date.fromisoformat(difference.after)
    return Reason(_RESULTS[difference.name], {"version": difference.subject}, day)


def _running(difference: BodyDifference, use: Use | None, _log: ChangeLog) -> Reason:
    return _release("running_release", use) if difference.after else Reason("release_unknown")


def _number(difference: BodyDifference, _use: Use | None, log: ChangeLog) -> Reason:
    day = log.day_of(_NUMBERS, difference.before, difference.after)
    if difference.name:
        fields = {"name": difference.name, "label": difference.subject}
        return Reason("contact_number", fields, day)
    return Reason("number_changed", {"label": difference.subject}, day)


def _line_renamed(difference: BodyDifference, _use: Use | None, log: ChangeLog) -> Reason:
    day = log.day_of(_LABELS, difference.before, difference.after)
    return Reason("line_renamed", {"label": difference.after, "was": difference.before}, day)


def _line(difference: BodyDifference, _use: Use | None, log: ChangeLog) -> Reason:
    field = f"directory_entry.{difference.name or 'heading'}"
    day = log.day_of({field}, difference.before, difference.after) if difference.name else None
    return Reason("line_changed", {"label": difference.subject}, day)


def _support(difference: BodyDifference, use: Use | None, log: ChangeLog) -> Reason:
    day = log.day_of({"software.support_contact"}, difference.before, difference.after)
    return Reason("support_changed", {"software": use.software.name if use else ""}, day)


def _remark(difference: BodyDifference, _use: Use | None, log: ChangeLog) -> Reason:
    day = log.day_of({"deployment.purpose"}, difference.before, difference.after)
    return Reason("remark_changed", {}, day)


def _called(difference: BodyDifference, _use: Use | None, log: ChangeLog) -> Reason:
    day = log.day_of(_NAMES, difference.before, difference.after)
    return Reason("called_otherwise", {"was": difference.before, "name": difference.after}, day)


def _form(difference: BodyDifference, _use: Use | None, _log: ChangeLog) -> Reason:
    if difference.before == difference.after:
        return Reason("form_changed")
    return Reason("form_revised", {"number": difference.after})


def _cover(difference: BodyDifference, _use: Use | None, log: ChangeLog) -> Reason:
    """The hours stand on the cover in words; their own log is asked by `sheet_reasons`."""
    field = _NODE_FIELDS.get(difference.subject, "")
    day = log.day_of({f"node.{field}"}, difference.before, difference.after) if field else None
    return Reason("cover_changed", {"field": difference.subject}, day)


def _line_added(difference: BodyDifference, _use: Use | None, _log: ChangeLog) -> Reason:
    return Reason("line_added", {"label": difference.subject})


_Explain = Callable[[BodyDifference, Use | None, ChangeLog], Reason]


def _need(code: str) -> _Explain:
    """A means that the steps name; `name` is empty where only their order differs."""
    return lambda difference, _use, _log: Reason(code, {"name": difference.subject})


PLAIN: Mapping[Difference, _Explain] = {
    Difference.LANGUAGE: lambda _difference, _use, _log: Reason("language_changed"),
    Difference.VERIFIED: _verified,
    Difference.RUNNING: _running,
    Difference.NUMBER: _number,
    Difference.LINE_ADDED: _line_added,
    Difference.LINE_RENAMED: _line_renamed,
    Difference.LINE: _line,
    Difference.NEED_ADDED: _need("need_added"),
    Difference.NEED_GONE: _need("need_gone"),
    Difference.NEED_UNKNOWN: _need("need_unknown"),
    Difference.NEED: _need("need_changed"),
    Difference.SUPPORT: _support,
    Difference.FALLBACK: lambda _difference, _use, _log: Reason("fallback_changed"),
    Difference.REMARK: _remark,
    Difference.PRESENCE: lambda _difference, _use, _log: Reason("presence_changed"),
    Difference.CALLED: _called,
    Difference.FORM: _form,
    Difference.COVER: _cover,
    Difference.LIST: lambda _difference, _use, _log: Reason("list_follows"),
    Difference.ORDER: lambda _difference, _use, _log: Reason("lines_moved"),
    Difference.BAR_GONE: lambda _difference, _use, _log: Reason("bar_gone"),
}
