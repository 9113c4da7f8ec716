"""Why a sheet is not what it should be, in words: for the slip, the window and the commands.

Each reason is a sentence without its capital and its full stop, so that several can stand in one
line. It may be said with the day, where that is known; without; or of something to come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from referent_desk.domain.sheet_states import Reason
from referent_desk.language import Language
from referent_desk.words.days import day_in_sentence
from referent_desk.words.names import gender, of_person, whose
from referent_desk.words.sentences_people import PEOPLE, role_word
from referent_desk.words.sentences_sheets import SHEETS

SAID_AT_MOST = 3
Say = Callable[[str], str]
_SENTENCES: Mapping[str, Callable[[Say], tuple[str, str, str]]] = {**SHEETS, **PEOPLE}


def reason_sentence(reason: Reason, language: Language) -> str:
    """`le numéro du laboratoire a changé le 12 mars`."""
    dated, undated, to_come = _SENTENCES[_variant(reason)](language.gettext)
    sentence = dated if dated and reason.day is not None else undated
    if reason.fields.get("to_come") and to_come:
        sentence = to_come
    return sentence.format(**_said(reason, language))


def reasons_line(reasons: Iterable[Reason], language: Language, at_most: int = SAID_AT_MOST) -> str:
    """The first ones, which are the most telling, and how many there are besides.

    What several reasons say in the same words is said once.
    """
    said = list(dict.fromkeys(reason_sentence(reason, language) for reason in reasons))
    more = len(said) - at_most
    if more > 0:
        said = said[:at_most]
        others = language.ngettext("and {count} other", "and {count} others", more)
        said.append(others.format(count=more))
    return language.gettext("; ").join(said)


def _variant(reason: Reason) -> str:
    """The entry of the sentences: a woman's post is named, anybody else by name."""
    code, fields = reason.code, reason.fields
    if code == "person_left":
        role = str(fields.get("role", ""))
        return f"{role}_left" if role and gender(str(fields.get("post", ""))) == "f" else code
    if code == "cover_changed":
        return _OF_COVER.get(str(fields.get("field")), "name_changed")
    if code == "waits_for_filing":
        return _OF_STAGE.get(str(fields.get("stage")), code)
    return code if code in _SENTENCES else "changed"


_OF_STAGE = {"sent": "sent_not_filed", "confirmed": "paper_not_filed"}


_OF_COVER = {
    "place": "place_changed",
    "beds": "beds_changed",
    "opening_hours": "hours_changed",
}


def _said(reason: Reason, language: Language) -> dict[str, str]:
    """Every field that a sentence may name, as a text."""
    fields = {name: "" if value is None else str(value) for name, value in reason.fields.items()}
    if isinstance(reason.day, date):
        fields["day"] = day_in_sentence(reason.day, language, year="year" in reason.fields)
    label = fields.get("label", "")
    name = fields.get("name", "")
    fields["whose"] = whose(label, language)
    fields["of_name"] = of_person(name, language)
    fields["of_former"] = of_person(fields.get("was", ""), language)
    fields["role"] = role_word(fields.get("role", ""), label, language)
    return fields
