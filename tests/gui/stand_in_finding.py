"""A few things that are found by their name, for tests of the window alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from referent_desk.domain.finding import Found, Hit, HitGroup, HitKind, Lead, LeadTo, fits, query_of
from referent_desk.gui.questions_finding import FindingQuestions

_LEADS = {
    HitKind.DEPARTMENT: LeadTo.DEPARTMENTS,
    HitKind.SOFTWARE: LeadTo.SOFTWARE,
    HitKind.PERSON: LeadTo.REFERENTS,
    HitKind.FORM: LeadTo.BINDER,
}


@dataclass
class StandInFinding:
    """Answers from a few hits, and remembers what was asked."""

    text: str = "Dossier+"
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def hits(self) -> tuple[Hit, ...]:
        return (
            Hit(HitKind.DEPARTMENT, "d1", "Department 0001", "North Hospital"),
            Hit(HitKind.DEPARTMENT, "d2", "Department 0002", "North Hospital"),
            Hit(HitKind.SOFTWARE, "s1", self.text, self.text),
            Hit(HitKind.SOFTWARE, "s2", "Zebra", "", closed=True),
            Hit(HitKind.PERSON, "p1", self.text, self.text),
            Hit(HitKind.FORM, "F05", "F05 — Prescription"),
        )

    def find(self, text: str, department_id: str | None) -> Found:
        self.asked.append((text, department_id))
        query = query_of(text)
        groups = []
        for kind in HitKind:
            hits = tuple(h for h in self.hits() if h.kind is kind)
            hits = tuple(h for h in hits if fits(query, h.title, h.detail))
            if hits:
                groups.append(HitGroup(kind, hits, len(hits)))
        return Found(text, tuple(groups))

    def lead(self, kind: HitKind, key: str, department_id: str | None) -> Lead:
        return Lead(_LEADS[kind], () if kind is HitKind.FORM else (key,))

    def questions(self) -> FindingQuestions:
        return FindingQuestions(self.find, self.lead)
