"""Which blank forms a binder holds: most lie in all of them, some only where a procedure asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from referent_desk.domain.binders import Draft
from referent_desk.domain.forms import FormDefinition, InBinders
from referent_desk.domain.sheets import FormBody, ProcedureBody

_CODE = re.compile(r"\b[A-Z][A-Z0-9]{1,5}\b")


def form_drafts(forms: Iterable[FormDefinition], procedures: Iterable[Draft]) -> tuple[Draft, ...]:
    """In the order given. A procedure names a form in its steps, or in what follows them."""
    named = {code for draft in procedures for code in _named_by(draft)}
    return tuple(
        Draft(f"form:{form.code}", form.title, FormBody(form), code=form.code)
        for form in forms
        if form.in_binders is InBinders.ALWAYS or form.code in named
    )


def _named_by(draft: Draft) -> Iterator[str]:
    body = draft.body
    if isinstance(body, ProcedureBody):
        for step in body.steps:
            yield from step.forms
        for text in (*body.after_48_hours, *body.back_to_normal):
            yield from _CODE.findall(text)
