"""Reasons that are about the sheet itself: with the day, without it, and of what is to come."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Sentences = tuple[str, str, str]

SHEETS: Mapping[str, Callable[[Callable[[str], str]], Sentences]] = {
    "never_printed": lambda _: ("", _("not yet in this copy"), ""),
    "missing_on_shelf": lambda _: (
        _("not found in its place when the shelf was checked on {day}"),
        _("not found in its place when the shelf was checked"),
        "",
    ),
    "old_on_shelf": lambda _: (
        _("an older one lay there when the shelf was checked on {day}"),
        _("an older one lay there when the shelf was checked"),
        "",
    ),
    "used_since": lambda _: (
        _("{software} is used since {day}"),
        _("{software} is used now"),
        _("{software} is used from {day} on"),
    ),
    "no_longer_used": lambda _: (
        _("{software} is no longer used since {day}"),
        _("{software} is no longer used"),
        _("{software} is used until {day}"),
    ),
    "no_longer_wanted": lambda _: (
        "",
        _("the binder no longer holds this sheet"),
        _("the binder will no longer hold this sheet"),
    ),
    "form_gone": lambda _: ("", _("this form is no longer used"), ""),
    "waits_for_filing": lambda _: (
        _("prepared on {day} (printing {run}), not yet filed"),
        _("prepared (printing {run}), not yet filed"),
        "",
    ),
    "sent_not_filed": lambda _: (
        _("sent to the printer on {day} (printing {run}), not yet filed"),
        _("sent to the printer (printing {run}), not yet filed"),
        "",
    ),
    "paper_not_filed": lambda _: (
        _("on paper since {day} (printing {run}), not yet filed"),
        _("on paper (printing {run}), not yet filed"),
        "",
    ),
    "changed": lambda _: (
        _("its content changed on {day}"),
        _("its content changed"),
        _("its content will change"),
    ),
    "language_changed": lambda _: ("", _("the binder is printed in another language now"), ""),
    "text_changed": lambda _: (
        _("its text changed on {day}"),
        _("its text changed"),
        _("its text will change"),
    ),
    "draft_edited": lambda _: (
        _("the draft was edited on {day}"),
        _("the draft was edited"),
        "",
    ),
    "procedure_written": lambda _: (
        _("there is a procedure since {day}"),
        _("there is a procedure now"),
        _("there will be a procedure on {day}"),
    ),
    "procedure_drafted": lambda _: ("", _("there is a draft of a procedure now"), ""),
    "procedure_gone": lambda _: ("", _("there is no procedure any more"), ""),
    "procedure_withdrawn": lambda _: (
        _("the procedure was withdrawn on {day}: {why}"),
        _("the procedure was withdrawn: {why}"),
        _("the procedure is withdrawn from {day} on: {why}"),
    ),
    "revision_approved": lambda _: (
        _("revision {number} is in force since {day}"),
        _("revision {number} is in force"),
        _("revision {number} comes into force on {day}"),
    ),
    "chapter_accepted": lambda _: (
        _("revision {number} of this chapter was accepted on {day}"),
        _("revision {number} of this chapter was accepted"),
        "",
    ),
    "value_changed": lambda _: (
        _("“{value}” was filled in otherwise on {day}"),
        _("“{value}” was filled in otherwise"),
        "",
    ),
    "newer_release": lambda _: (
        _("version {version} is live since {day} and this procedure has not been tried since"),
        _("version {version} is live and this procedure has not been tried with it"),
        _("version {version} goes live on {day} and this procedure was not tried with it"),
    ),
    "running_release": lambda _: (
        _("version {version} is live since {day}"),
        _("version {version} is live"),
        _("version {version} goes live on {day}"),
    ),
    "release_unknown": lambda _: ("", _("the running version is no longer known"), ""),
    "verified": lambda _: (
        _("tried with version {version} on {day}: it worked"),
        _("tried with version {version}: it worked"),
        "",
    ),
    "worked_partly": lambda _: (
        _("tried with version {version} on {day}: it worked in part"),
        _("tried with version {version}: it worked in part"),
        "",
    ),
    "verification_failed": lambda _: (
        _("tried with version {version} on {day}: it did not work"),
        _("tried with version {version}: it did not work"),
        "",
    ),
    "never_verified": lambda _: ("", _("this text has never been tried"), ""),
    "review_due": lambda _: (
        _("its review was due on {day}"),
        _("its review is due"),
        _("its review is due on {day}"),
    ),
    "is_draft": lambda _: ("", _("only a draft is left"), ""),
    "bar_gone": lambda _: ("", _("the warning across its head no longer holds"), ""),
    "need_added": lambda _: ("", _("“{name}” is needed now"), ""),
    "need_gone": lambda _: ("", _("“{name}” is no longer needed"), ""),
    "need_unknown": lambda _: ("", _("nobody knows the means “{name}” any more"), ""),
    "need_changed": lambda _: ("", _("what its means lean on changed"), ""),
    "fallback_changed": lambda _: ("", _("what to do on paper was written otherwise"), ""),
    "remark_changed": lambda _: (
        _("the remark of the department changed on {day}"),
        _("the remark of the department changed"),
        "",
    ),
    "presence_changed": lambda _: ("", _("when the referents are there changed"), ""),
    "called_otherwise": lambda _: (
        _("“{was}” is called “{name}” since {day}"),
        _("“{was}” is called “{name}” now"),
        "",
    ),
    "form_revised": lambda _: ("", _("revision {number} of the form is in use"), ""),
    "form_changed": lambda _: ("", _("the form was changed"), ""),
    "list_follows": lambda _: ("", _("follows the others"), ""),
    "place_changed": lambda _: (
        _("the place of the department changed on {day}"),
        _("the place of the department changed"),
        "",
    ),
    "beds_changed": lambda _: (
        _("the number of beds changed on {day}"),
        _("the number of beds changed"),
        "",
    ),
    "hours_changed": lambda _: (
        _("the opening hours changed on {day}"),
        _("the opening hours changed"),
        "",
    ),
    "name_changed": lambda _: (
        _("what stands on the cover changed on {day}"),
        _("what stands on the cover changed"),
        "",
    ),
}
