"""What a software is for, in the words of a ward: a function or a kind, where it names one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from referent_desk.domain.functions import Function
from referent_desk.domain.imports import Concern, Field, SourceLine
from referent_desk.domain.imports_matching import name_key
from referent_desk.domain.imports_runs import LineWork, Run
from referent_desk.domain.texts import folded

_BETWEEN = re.compile(r"[\n;|/,+]")
_WORD = re.compile(r"[a-z]{3,}")
_SMALL = frozenset({"des", "les", "aux", "and", "the", "pour", "par", "sur"})


def purpose_functions(run: Run, text: str) -> tuple[str, ...]:
    """The functions that the text is called like, else those whose words all stand in it."""
    named = [run.function_ids.get(name_key(part)) for part in (text, *_BETWEEN.split(text))]
    exact = tuple(dict.fromkeys(filter(None, named)))
    if exact:
        return exact
    said = _words(text)
    held = {
        function.id: words
        for function in run.ledger.functions
        if (words := max((w for w in _names_in(function, said)), key=len, default=frozenset()))
    }
    return tuple(
        id_ for id_, words in held.items() if not any(words < others for others in held.values())
    )


def _names_in(function: Function, said: frozenset[str]) -> Iterable[frozenset[str]]:
    for name in (function.name_fr, function.name_en):
        words = _words(name)
        if words and words <= said:
            yield words


def _words(text: str) -> frozenset[str]:
    """Without plurals: `analyses` and `analyse` are one."""
    return frozenset(
        word.rstrip("sx") for word in _WORD.findall(folded(text)) if word not in _SMALL
    )


def kind_of_purpose(run: Run, line: SourceLine) -> str:
    return run.kind_ids.get(name_key(line.text(Field.PURPOSE)), "")


def say_purpose(run: Run, line: SourceLine, name: str, work: LineWork) -> tuple[str, ...]:
    """The functions that are meant, said with the words they come from; a reason if none is."""
    text = line.text(Field.PURPOSE)
    if not text:
        return ()
    found = purpose_functions(run, text)
    if found:
        names = ", ".join(run.shown("function_id", id_) for id_ in found)
        work.say(Concern.NOTE, "functions_of_purpose", name=name, value=text, stored=names)
    elif not kind_of_purpose(run, line):
        work.say(Concern.NOTE, "purpose_not_stored", name=name, value=text)
    return found
