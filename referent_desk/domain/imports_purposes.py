"""What a software is for, in the words of a ward: functions or a kind, where it names one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from referent_desk.domain.imports import Concern, Field, SourceLine
from referent_desk.domain.imports_answers import Choice, Offer, Reply, chosen
from referent_desk.domain.imports_matching import name_key
from referent_desk.domain.imports_runs import LineWork, Run
from referent_desk.domain.imports_vocabularies import Meaning
from referent_desk.domain.texts import LONGEST_NAME

_BETWEEN = re.compile(r"[\n;|/,+]")
_AROUND_KIND = re.compile(r"[\n;|/,+():]|\s[-–—]\s")


def kind_of_purpose(run: Run, line: SourceLine) -> str:
    text = line.text(Field.PURPOSE)
    ids = (run.kind_ids.get(name_key(part), "") for part in (text, *_BETWEEN.split(text)))
    return next(filter(None, ids), "")


def kind_as_purpose(run: Run, line: SourceLine) -> SourceLine:
    """A column of kinds often says what the software does: `Biologie`, `DPI - dossier patient`.

    What names a kind is one; else, where the line says nothing else of it, it is what it is for,
    if a function is understood.
    """
    text = line.text(Field.KIND)
    if not name_key(text) or name_key(text) in run.kind_ids:
        return line
    parts = (part for part in _AROUND_KIND.split(text) if name_key(part) in run.kind_ids)
    kind = next(parts, "")
    if kind:
        return replace(line, values=dict(line.values) | {Field.KIND: kind.strip()})
    meaning = run.vocabulary.meaning(text)
    if line.text(Field.PURPOSE) or not (meaning.named or meaning.either or meaning.outside):
        return line
    values = dict(line.values) | {Field.PURPOSE: text}
    del values[Field.KIND]
    return replace(line, values=values)


def settle_purpose(
    run: Run, line: SourceLine, name: str, work: LineWork, *, is_known: bool
) -> tuple[str, ...]:
    """The functions that are meant, said with the words they come from; else a question.

    A cell that names a kind and nothing else means what that kind usually serves. Nothing is
    asked where somebody has said already what the software does there (`is_known`). What no
    function holds is said to be so, and nothing is supposed in its place: the empty id.
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
    if meaning.outside:
        work.say(Concern.NOTE, "purpose_outside", name=name, value=", ".join(meaning.outside))
    if found and meaning.unknown:
        work.say(Concern.NOTE, "purpose_in_part", name=name, value=", ".join(meaning.unknown))
    no_other = ("",) if meaning.outside and not is_known else ()
    return tuple(dict.fromkeys(found)) or no_other


def is_outside(run: Run, line: SourceLine) -> bool:
    """Whether the line says what it is for, and all of that is none of the functions."""
    meaning = run.vocabulary.meaning(line.text(Field.PURPOSE))
    return bool(meaning.outside) and not (meaning.named or meaning.either)


def said_of_use(line: SourceLine, function_id: str) -> str:
    """What the list says of a use and is no function: what was not understood, and remarks."""
    purpose = "" if function_id else line.text(Field.PURPOSE)
    both = " – ".join(filter(None, (purpose, line.text(Field.REMARKS))))
    return both if len(both) <= LONGEST_NAME else purpose


def tell_remark(line: SourceLine, name: str, work: LineWork, function_ids: Iterable[str]) -> None:
    """Whether the remark of the line is kept with the uses that it settles."""
    text = line.text(Field.REMARKS)
    if text:
        is_kept = any(said_of_use(line, id_).endswith(text) for id_ in function_ids)
        work.say(
            Concern.NOTE, "remark_kept" if is_kept else "remark_not_kept", name=name, value=text
        )


def tell_unused(line: SourceLine, name: str, work: LineWork) -> None:
    """Where nobody uses the software, there is nowhere to keep what the list says of the use."""
    for field, code in (
        (Field.PURPOSE, "purpose_without_use"),
        (Field.REMARKS, "remark_without_use"),
    ):
        if text := line.text(field):
            work.say(Concern.NOTE, code, name=name, value=text)


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
    if not (meaning.named or meaning.either or meaning.outside):
        reply = work.ask("unknown_purpose", (later, *run.function_offers), name=name, value=text)
        if reply is not None and reply.value:
            yield reply.value


def _names(run: Run, ids: Iterable[str]) -> str:
    return ", ".join(run.shown("function_id", id_) for id_ in ids)
