"""Laid-out bodies kept while the program runs: what did not change is never laid out twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from referent_desk.domain.sheets import Body
from referent_desk.paper.layout import LAYOUT_VERSION, LaidOut

_MOST = 2_000


@dataclass(frozen=True, slots=True)
class _Fragment:
    body: Body
    laid_out: LaidOut


_kept: dict[tuple[str, int, str], _Fragment] = {}


def laid_out_once(
    body: Body, body_hash: str, language_code: str, lay_out: Callable[[], LaidOut]
) -> LaidOut:
    """What `lay_out` gives, or gave before for this body in this language.

    The body itself is compared as well: a wrong hash must not put another sheet's page here.
    """
    key = (body_hash, LAYOUT_VERSION, language_code)
    known = _kept.get(key)
    if known is not None and known.body == body:
        return known.laid_out
    made = lay_out()
    if len(_kept) >= _MOST:
        _kept.clear()
    _kept[key] = _Fragment(body, made)
    return made


def forget_fragments() -> None:
    _kept.clear()
