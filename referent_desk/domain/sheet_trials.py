"""What a sheet tells of the last trial of its procedure."""

from __future__ import annotations

from referent_desk.domain.procedures import Verification, VerificationResult
from referent_desk.domain.sheets import VerifiedOn
from referent_desk.domain.texts import shortened

_LONGEST_SEEN = 160


def verified_on(tried: Verification | None) -> VerifiedOn | None:
    """What failed as a whole is not told: nothing of it is to be relied on."""
    if tried is None:
        return None
    seen = tried.seen or tried.to_change if tried.result is VerificationResult.PARTLY else ""
    kept = shortened(seen, _LONGEST_SEEN)
    return VerifiedOn(tried.version, tried.valid_on, tried.result, kept)
