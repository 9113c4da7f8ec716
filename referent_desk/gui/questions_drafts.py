"""What the window may ask about writing a procedure; all of it runs on the worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.drafts import (
        Approval,
        Beginning,
        Draft,
        DraftAids,
        Source,
        WantedDraft,
    )
    from referent_desk.domain.procedures import ProcedureText, Revision


class PreviewedSheet(Protocol):
    """`set_plain`: the layout failed, and the sheet stands there as plain text."""

    @property
    def pdf(self) -> bytes: ...

    @property
    def pages(self) -> int: ...

    @property
    def set_plain(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class DraftQuestions:
    """`save` is given the revision, the text, the mark of the text that was seen, and whether it
    is taken back together with the save before it. `check_approval` raises what `approve` would."""

    begin: Callable[[str, str, str | None], Beginning]
    sources: Callable[[str, str], tuple[Source, ...]]
    open: Callable[[WantedDraft], Draft]
    save: Callable[[str, ProcedureText, str, bool], Saved]
    aids: Callable[[str], DraftAids]
    preview: Callable[[Draft, ProcedureText], PreviewedSheet]
    check_approval: Callable[[str, Approval], None]
    approve: Callable[[str, Approval], Saved]
    discard: Callable[[str], Saved]
    close: Callable[[str], Saved]
    revisions: Callable[[str], tuple[Revision, ...]]
