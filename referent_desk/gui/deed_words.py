"""What was done, in words: “telephone – Laboratory”, after “Undo:” or “Do again:”."""

from __future__ import annotations

from referent_desk.domain.deeds import Deed, Verb
from referent_desk.gui.field_words import field_name, record_name
from referent_desk.language import _


def deed_text(deed: Deed) -> str:
    what = record_name(deed.what)
    if deed.verb is Verb.EDITED:
        what = field_name(deed.what, deed.field)
    text = {
        Verb.EDITED: "{what}",
        Verb.ADDED: _("{what} added"),
        Verb.CLOSED: _("{what} closed"),
        Verb.REOPENED: _("{what} opened again"),
        Verb.MOVED: _("{what} moved"),
        Verb.TICKED: _("functions ticked"),
        Verb.WROTE: _("text written"),
        Verb.ADOPTED: _("starter procedures taken"),
        Verb.IMPORTED: _("import"),
        Verb.CONFIRMED: _("{what} confirmed on paper"),
        Verb.FILED: _("{what} filed"),
        Verb.UNITED: _("two records made one"),
        Verb.ANNULLED: _("{what}, what was said of it annulled"),
    }[deed.verb].format(what=what)
    return _("{deed} – {name}").format(deed=text, name=deed.name) if deed.name else text
