"""What is asked about the people of a list, before the names and values are put in."""

from __future__ import annotations

from referent_desk.language import _


def asked_of_people() -> dict[str, str]:
    return {
        "title_in_name": _("A title or a remark stands in the name “{name}”."),
        "is_person": _("“{name}” looks after a software. Is that a person?"),
        "unsure_person": _("The list is not sure of “{name}”. Is {near} right?"),
        "same_person": _("“{name}” may be {near}. Is it the same person?"),
        "namesakes": _("{name} stands in several departments of the file."),
        "private_number": _("{value} ({name}) seems to be somebody’s own mobile. Is it private?"),
        "hours_in_part": _(
            "Working hours “{value}”: which days, and from when to when? Correct what is proposed, "
            "or leave it out."
        ),
    }
