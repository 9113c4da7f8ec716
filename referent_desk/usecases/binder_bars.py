"""The bars across a sheet that say why it may not be trusted."""

from __future__ import annotations

from referent_desk.domain.procedures import ProcedureStatus
from referent_desk.domain.sheets import Bar

_BAR_OF_REASON = {
    "draft_only": Bar.DRAFT,
    "never_verified": Bar.NEVER_VERIFIED,
    "newer_release": Bar.NEWER_RELEASE,
    "worked_partly": Bar.PARTLY,
    "verification_failed": Bar.FAILED,
    "review_due": Bar.REVIEW_DUE,
}


def bars_of(status: ProcedureStatus) -> tuple[Bar, ...]:
    codes = (reason.code for reason in status.reasons)
    return tuple(_BAR_OF_REASON[code] for code in codes if code in _BAR_OF_REASON)
