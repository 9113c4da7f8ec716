"""Which blank forms a binder holds: most lie in all of them, some only where a procedure asks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from referent_desk.domain.binders import Draft
from referent_desk.domain.forms import FormDefinition, InBinders
from referent_desk.domain.sheets import FormBody, ProcedureBody

_CODE = re.compile(r"\b[A-Z][A-Z0-9]{1,5}\b")
TRANSFUSION = frozenset({"F14", "F15"})
_TRANSFUSES = "TRA"
_OVERNIGHT = TRANSFUSION | {"F18"}
"""Transfusions and meals: they lie in the binders of wards where people stay overnight; elsewhere
where a procedure asks. Not said in their files, whose every word is part of what is printed."""


def form_drafts(
    forms: Iterable[FormDefinition],
    procedures: Collection[Draft],
    *,
    by_day: bool = False,
    says_all: bool = False,
) -> tuple[Draft, ...]:
    """In the order given. A procedure names a form in its steps, or in what follows them.

    `says_all`: the ward said which functions it needs, and transfusions may not be among them.
    """
    named = {code for draft in procedures for code in _named_by(draft)}
    asked = _OVERNIGHT if by_day else frozenset()
    if says_all and all(draft.prefix != _TRANSFUSES for draft in procedures):
        asked |= TRANSFUSION
    return tuple(
        Draft(f"form:{form.code}", form.title, FormBody(form), code=form.code)
        for form in forms
        if form.code in named or (form.in_binders is InBinders.ALWAYS and form.code not in asked)
    )


def _named_by(draft: Draft) -> Iterator[str]:
    body = draft.body
    if isinstance(body, ProcedureBody):
        for step in body.steps:
            yield from step.forms
        for text in (*body.after_48_hours, *body.back_to_normal):
            yield from _CODE.findall(text)
