"""Drafts in memory, as the editor asks for them: what was saved, approved, given up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.departments import NodeKind
from referent_desk.domain.drafts import (
    Approval,
    Beginning,
    Draft,
    DraftAids,
    OwnerChoice,
    Source,
    SourceKind,
    TextChanged,
    WantedDraft,
    text_mark,
)
from referent_desk.domain.procedures import ProcedureText, Revision, RevisionState, Step
from referent_desk.gui.questions_drafts import DraftQuestions

AT = datetime(2026, 3, 12, 13, 2, tzinfo=UTC)
TODAY = date(2026, 3, 12)


@dataclass(frozen=True)
class StandInSheet:
    pdf: bytes = b"%PDF"
    pages: int = 1
    set_plain: bool = False


class StandInDrafts:
    """One draft. `saves` holds every text that was saved, `previews` every one that was drawn."""

    def __init__(self, text: str = "Dossier+") -> None:
        self.name = text
        self.text = ProcedureText(text, steps=(Step(text, "AMA", ("F05",), text),))
        self.owners = (
            OwnerChoice("d1", text, NodeKind.DEPARTMENT),
            OwnerChoice("e1", text, NodeKind.ESTABLISHMENT),
        )
        self.present_owner = "d1"
        self.saves: list[tuple[ProcedureText, bool]] = []
        self.previews: list[ProcedureText] = []
        self.approvals: list[Approval] = []
        self.opened: list[WantedDraft] = []
        self.others: tuple[Source, ...] = ()
        self.revisions: tuple[Revision, ...] = (
            Revision("r1", "p1", RevisionState.APPROVED, self.text, 1, in_force_on=TODAY),
        )
        self.calls: list[str] = []
        self.pages = 1
        self.number = 2

    def saved(self, verb: Verb) -> Saved:
        deed = Deed(verb, "revision", self.name)
        return Saved(frozenset({Kind.PROCEDURES}), "r2", AT, deed)

    def begin(self, _department: str, _function: str, _software: str | None) -> Beginning:
        return Beginning(
            department=self.name,
            function=self.name,
            software=self.name,
            owners=self.owners,
            present=Source(SourceKind.PROCEDURE, self.name, self.name, revision_id="r1", number=1),
            present_owner_id=self.present_owner,
            starter=Source(SourceKind.STARTER, self.name, steps=5, forms=("F05",)),
        )

    def open(self, wanted: WantedDraft) -> Draft:
        self.opened.append(wanted)
        return Draft(
            revision_id="r2",
            procedure_id="p1",
            department_id=wanted.department_id,
            function_id=wanted.function_id,
            software_id=wanted.software_id,
            text=self.text,
            seen=text_mark(self.text),
            function=self.name,
            software=self.name,
            owner=replace(self.owners[0], draft_id="r2"),
            number=self.number,
            today=TODAY,
        )

    def save(self, _id: str, text: ProcedureText, seen: str, carries_on: bool) -> Saved:
        if seen != text_mark(self.text):
            raise TextChanged("This draft was changed elsewhere.", "Choose.", self.text)
        self.text = text
        self.saves.append((text, carries_on))
        return self.saved(Verb.WROTE)

    def preview(self, _draft: Draft, text: ProcedureText) -> StandInSheet:
        self.previews.append(text)
        return StandInSheet(pages=self.pages)

    def approve(self, _id: str, approval: Approval) -> Saved:
        self.approvals.append(approval)
        return self.saved(Verb.WROTE)

    def call(self, name: str) -> Saved:
        self.calls.append(name)
        return self.saved(Verb.CLOSED)

    def questions(self) -> DraftQuestions:
        forms = (("F05", "Prescription médicamenteuse"), ("F06", "Plan d’administration"))
        aids = DraftAids(
            ("AMA", "Infirmière", "Médecin"), forms, ("téléphone de la pharmacie",), {}
        )
        return DraftQuestions(
            begin=self.begin,
            sources=lambda _function, _text: self.others,
            open=self.open,
            save=self.save,
            aids=lambda _department: aids,
            preview=self.preview,
            check_approval=lambda _id, _approval: None,
            approve=self.approve,
            discard=lambda _id: self.call("discarded"),
            close=lambda _id: self.call("closed"),
            revisions=lambda _id: self.revisions,
        )
