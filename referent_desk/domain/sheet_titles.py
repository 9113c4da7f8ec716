"""Titles of sheets that would read alike in the list of a binder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from referent_desk.domain.binders import Draft
from referent_desk.domain.sheets import MissingBody, ProcedureBody


def told_apart(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """With its software in the title of a sheet that shares its title with another one."""
    titles = Counter(draft.title for draft in drafts)
    for draft in drafts:
        body = draft.body
        software = body.software if isinstance(body, ProcedureBody | MissingBody) else ""
        shared = software and titles[draft.title] > 1
        yield replace(draft, title=f"{draft.title} — {software}") if shared else draft
