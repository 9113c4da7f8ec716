"""What a software is for, in the words of a ward: functions or a kind, where it names one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from referent_desk.domain.imports.answers import Choice, Offer, Reply, chosen
from referent_desk.domain.imports.guesses import say_guessed, take_guessed
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.imports.vocabularies import Meaning
from referent_desk.domain.passwords import may_hold_password
from referent_desk.domain.texts import LONGEST_NAME

_BETWEEN = re.compile(r"[\n;|/,+]")
_LATER = Offer(Reply(Choice.PART))
_NONE = Offer(Reply(Choice.OTHER))
_BOTH = 2
NOBODY: Mapping[str, str] = MappingProxyType({})
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


def has_words(run: Run, line: SourceLine) -> bool:
    """Whether the line says of the software more than its kind."""
    text = line.text(Field.PURPOSE)
    return bool(name_key(text)) and not _is_kind_alone(run, text)


def is_plain(run: Run, line: SourceLine) -> bool:
    """Whether what it is for is said so that no other line can make it mean something else."""
    if not has_words(run, line):
        return False
    meaning = run.vocabulary.meaning(line.text(Field.PURPOSE))
    return bool(meaning.named) and not (meaning.loose or meaning.either)


def sure_functions(run: Run, line: SourceLine) -> tuple[str, ...]:
    """What the line names beyond doubt, whatever else of it is vague."""
    if not has_words(run, line):
        return ()
    meaning = run.vocabulary.meaning(line.text(Field.PURPOSE))
    loose = {id_ for _part, id_ in meaning.loose}
    return tuple(id_ for id_ in meaning.named if id_ not in loose)


def settle_purpose(
    run: Run,
    line: SourceLine,
    name: str,
    work: LineWork,
    *,
    known: Sequence[str] = (),
    others: Mapping[str, str] = NOBODY,
) -> tuple[str, ...]:
    """The functions that are meant, said with the words they come from; else a question.

    A cell that names a kind and nothing else means what that kind usually serves. Nothing is
    asked where somebody has said already what the software does there (`known`). What no
    function holds is said to be so, and nothing is supposed in its place: the empty id. `others`
    names, by function, what does it there already: a vague word is then no second one unasked.
    """
    is_known = bool(known)
    text = line.text(Field.PURPOSE)
    if not name_key(text) or _is_kind_alone(run, text):
        return ()
    meaning = run.vocabulary.meaning(text)
    doubled = {} if is_known else {p: id_ for p, id_ in meaning.loose if others.get(id_)}
    named = [id_ for id_ in meaning.named if id_ not in doubled.values()]
    found = guessed = take_guessed(run, named, name, work, known)
    if not is_known:
        asked = _asked(run, text, replace(meaning, named=tuple(named)), name, work, doubled)
        found = [*found, *asked, *_asked_of_doubled(run, doubled, others, name, work)]
    if found:
        stored = _names(run, dict.fromkeys(found))
        say_guessed(
            run, guessed, "functions_of_purpose", work, known, name=name, value=text, stored=stored
        )
    if meaning.outside:
        work.say(Concern.NOTE, "purpose_outside", name=name, value=", ".join(meaning.outside))
    is_answered_whole = not (meaning.named or meaning.either or meaning.outside or doubled)
    if found and meaning.unknown and not is_answered_whole:
        work.say(Concern.NOTE, "purpose_in_part", name=name, value=", ".join(meaning.unknown))
    is_said = meaning.outside or doubled or work.is_outside or len(guessed) < len(named)
    no_other = ("",) if is_said and not is_known else ()
    return tuple(dict.fromkeys(found)) or no_other


def is_outside(run: Run, line: SourceLine) -> bool:
    """Whether the line says what it is for, and all of that is none of the functions."""
    meaning = run.vocabulary.meaning(line.text(Field.PURPOSE))
    return bool(meaning.outside) and not (meaning.named or meaning.either)


def said_of_use(line: SourceLine, function_id: str) -> str:
    """What the list says of a use and is no function: what was not understood, and remarks."""
    purpose = line.text(Field.PURPOSE) or ", ".join(line.texts(Field.FUNCTION))
    purpose = "" if function_id else purpose
    both = " – ".join(filter(None, (purpose, line.text(Field.REMARKS))))
    return both if len(both) <= LONGEST_NAME else purpose


def tell_remark(line: SourceLine, name: str, work: LineWork, function_ids: Iterable[str]) -> None:
    """Whether the remark of the line is kept with the uses that it settles.

    Nothing is said while it settles none: a question about the use is open then.
    """
    text, ids = line.text(Field.REMARKS), tuple(function_ids)
    if text and ids:
        is_kept = any(said_of_use(line, id_).endswith(text) for id_ in ids)
        said = "remark_not_printed" if may_hold_password(text) else "remark_kept"
        work.say(Concern.NOTE, said if is_kept else "remark_not_kept", name=name, value=text)


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


def _asked(
    run: Run,
    text: str,
    meaning: Meaning,
    name: str,
    work: LineWork,
    doubled: Mapping[str, str],
) -> Iterable[str]:
    """Where it may be several, which; where no part of it names any, one of all of them."""
    for part, ids in meaning.either:
        yield from _asked_of_several(run, part, ids, meaning.named, name, work)
    if not (meaning.named or meaning.either or meaning.outside or doubled):
        offers = (_LATER, _NONE, *run.function_offers)
        reply = work.ask("unknown_purpose", offers, name=name, value=text)
        if reply is not None and reply.choice is Choice.OTHER:
            say_outside(name, text, work)
        if reply is not None and reply.value:
            yield reply.value


def _asked_of_several(
    run: Run, part: str, ids: Sequence[str], named: Sequence[str], name: str, work: LineWork
) -> Iterable[str]:
    """One, both of two, or none: beside what the line names for sure, then only that."""
    offers = [_LATER, *chosen((id_, run.shown("function_id", id_)) for id_ in ids)]
    if len(ids) == _BOTH:
        offers.append(Offer(Reply(Choice.SAME)))
    offers.append(Offer(Reply(Choice.CHOSEN)) if named else _NONE)
    fields = {"near": " + ".join(run.shown("function_id", id_) for id_ in ids)}
    fields |= {"stored": _names(run, named)} if named else {}
    reply = work.ask("purpose_of_several", offers, name=name, value=part, **fields)
    if reply is not None and reply.choice is Choice.OTHER:
        say_outside(name, part, work)
    if reply is not None and reply.choice is Choice.SAME:
        yield from ids
    elif reply is not None and reply.value:
        yield reply.value


def _asked_of_doubled(
    run: Run, doubled: Mapping[str, str], others: Mapping[str, str], name: str, work: LineWork
) -> Iterable[str]:
    """Whether it does too what another program does there, or something else."""
    for part, id_ in doubled.items():
        elses = (offer for offer in run.function_offers if offer.reply.value != id_)
        offers = (_LATER, Offer(Reply(Choice.SAME)), _NONE, *elses)
        stored = run.shown("function_id", id_)
        fields = {"name": name, "value": part, "stored": stored, "near": others[id_]}
        reply = work.ask("purpose_doubled", offers, **fields)
        if reply is not None and reply.choice is Choice.OTHER:
            say_outside(name, part, work)
        if reply is not None and reply.choice is Choice.SAME:
            yield id_
        elif reply is not None and reply.value:
            yield reply.value


def say_outside(name: str, text: str, work: LineWork) -> None:
    """Somebody says that no function of the binder is that."""
    work.is_outside = True
    work.say(Concern.NOTE, "purpose_outside", name=name, value=text)


def _names(run: Run, ids: Iterable[str]) -> str:
    return ", ".join(run.shown("function_id", id_) for id_ in ids)
