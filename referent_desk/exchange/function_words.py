"""What wards call a function in their own lists, besides its name: read once, when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from referent_desk.exchange.starters import read_functions
from referent_desk.exchange.toml_files import Tables, Text, Texts, read_toml, table
from referent_desk.language import _
from referent_desk.resources import resource

_WORDS = Texts(each=Text(longest=80), fewest=1, most=40)
_FILE = table(
    functions=Tables(table(code=Text(pattern="[A-Z]{3}"), fr=_WORDS, en=_WORDS)),
    outside=Tables(table(fr=_WORDS, en=_WORDS)),
)


@cache
def function_words() -> Mapping[str, tuple[str, ...]]:
    """By the code of the function, in both languages: a list may hold either.

    Under the empty code stands what wards do with programs and no function holds.
    """
    known = {function.code for function in read_functions()}
    words: dict[str, tuple[str, ...]] = {}
    file = read_toml(resource("catalogues", "function_words.toml"), _FILE)
    for line in file.tables("functions"):
        code = line.text("code")
        if code not in known:
            line.refuse("code", _("there is no function {code}.").format(code=code))
        if code in words:
            line.refuse("code", _("the code {code} stands twice.").format(code=code))
        words[code] = (*line.texts("fr"), *line.texts("en"))
    outside = (line.texts(code) for line in file.tables("outside") for code in ("fr", "en"))
    return {**words, "": tuple(text for texts in outside for text in texts)}
