"""The register of drills and checks that lies in the binder, to be written and signed by hand."""

from __future__ import annotations

from referent_desk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class RegisterBody:
    """Holds no drill: what was signed on a sheet must never be replaced by a newer one."""

    title: str
    rules: tuple[str, ...]
