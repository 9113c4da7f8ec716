"""The text that is tried, beside the questions: its state, why, and what it says."""

from __future__ import annotations

from referent_desk.domain.verifications import VerificationAids
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.states import procedure_state
from referent_desk.gui.verification_words import software_notice
from referent_desk.gui.wordings import reason
from referent_desk.language import _


def show_text(pane: DetailPane, aids: VerificationAids) -> None:
    text = aids.text
    pane.show()
    pane.begin()
    pane.title(text.title, procedure_state(aids.status.state))
    pane.muted(_identity(aids))
    for why in aids.status.reasons:
        pane.muted(reason(why))
    if aids.notice is not None:
        pane.notice(software_notice(aids.notice))
    pane.section(_("What still works"), text.still_works)
    if text.steps:
        pane.heading(_("Steps"))
        pane.steps(text.steps)
    forms = dict.fromkeys(code for step in text.steps for code in step.forms)
    pane.section(_("Forms named"), (", ".join(forms),))
    if text.numbers:
        pane.heading(_("Useful numbers"))
        pane.facts((number.label, number.number) for number in text.numbers)
    pane.end()


def _identity(aids: VerificationAids) -> str:
    said = _("{software}, revision {number}").format(software=aids.software, number=aids.revision)
    if aids.running:
        running = _("version {version} runs").format(version=aids.running)
        return f"{said} · {running}"
    return f"{said} · {_('nobody has said yet which version runs')}"
