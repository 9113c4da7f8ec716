"""What a software is for, in the words of a ward: functions or a kind, where it names one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from referent_desk.domain.imports import Concern, Field, SourceLine
from referent_desk.domain.imports_answers import Choice, Offer, Reply, chosen
from referent_desk.domain.imports_matching import name_key
from referent_desk.domain.imports_runs import LineWork, Run
from referent_desk.domain.imports_vocabularies import Meaning

_BETWEEN = re.compile(r"[\n;|/,+]")


def kind_of_purpose(run: Run, line: SourceLine) -> str:
    text = line.text(Field.PURPOSE)
    ids = (run.kind_ids.get(name_key(part), "") for part in (text, *_BETWEEN.split(text)))
    return next(filter(None, ids), "")


def settle_purpose(
    run: Run, line: SourceLine, name: str, work: LineWork, *, is_known: bool
) -> tuple[str, ...]:
    """The functions that are meant, said with the words they come from; else a question.

    A cell that names a kind and nothing else means what that kind usually serves. Nothing is
    asked where somebody has said already what the software does there (`is_known`).
    """
    text = line.text(Field.PURPOSE)
    if not name_key(text) or _is_kind_alone(run, text):
        return ()
    meaning = run.vocabulary.meaning(text)
    found = list(meaning.named)
    if found:
        work.say(
            Concern.NOTE, "functions_of_purpose",
            name=name, value=text, stored=_names(run, found),
        )  # fmt: skip
    if not is_known:
        found += _asked(run, text, meaning, name, work)
    if found and meaning.unknown:
        work.say(Concern.NOTE, "purpose_in_part", name=name, value=", ".join(meaning.unknown))
    return tuple(dict.fromkeys(found))


def _is_kind_alone(run: Run, text: str) -> bool:
    """Unless it is a function by its own name as well."""
    key = name_key(text)
    kind_id = "" if key in run.function_ids else run.kind_ids.get(key, "")
    return bool(kind_id and run.usual_functions(kind_id))


def _asked(run: Run, text: str, meaning: Meaning, name: str, work: LineWork) -> Iterable[str]:
    """Where it may be several, which; where no part of it names any, one of all of them."""
    later = Offer(Reply(Choice.PART))
    for part, ids in meaning.either:
        offers = chosen((id_, run.shown("function_id", id_)) for id_ in ids)
        reply = work.ask("purpose_of_several", (later, *offers), name=name, value=part)
        if reply is not None and reply.value:
            yield reply.value
    if not meaning.named and not meaning.either:
        reply = work.ask("unknown_purpose", (later, *run.function_offers), name=name, value=text)
        if reply is not None and reply.value:
            yield reply.value


def _names(run: Run, ids: Iterable[str]) -> str:
    return ", ".join(run.shown("function_id", id_) for id_ in ids)
