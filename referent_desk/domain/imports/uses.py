"""What a department uses a software for, as the lines of a file say it or let it be supposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from referent_desk.domain.departments import Node
from referent_desk.domain.imports.answers import Choice, Offer, Reply
from referent_desk.domain.imports.guesses import added_by_hand, say_added, say_guessed, take_guessed
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.list_remarks import speaks_of_list
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.purposes import (
    has_words,
    is_outside,
    is_plain,
    said_of_use,
    say_outside,
    settle_purpose,
    sure_functions,
    tell_remark,
)
from referent_desk.domain.imports.referents import posts_of, whole_name
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.imports.suppositions import DoneBy, Waiting, settle_waiting
from referent_desk.domain.software import Deployment, Software

_ANSWERS = {
    "fr": {Field.REFERENT: "Référent\u00a0: {name}", Field.DEPUTY: "Suppléant\u00a0: {name}"},
    "en": {Field.REFERENT: "Referent: {name}", Field.DEPUTY: "Deputy: {name}"},
}
_WIDE = 2
"""A kind that serves so many functions says of none of them that it is there for it."""


def settle_uses(
    run: Run,
    department: Node,
    software: Software,
    line: SourceLine,
    work: LineWork,
    *,
    is_of_software: bool = False,
) -> None:
    """`is_of_software`: the line is about the software, not about its use in the department.

    What a line does not name is supposed only when all lines are read: another may say who does it.
    """

    line = _without_word_of_list(line, software.name, work)
    line = _with_posts(run, _with_whose_remark(run, software, line))

    def settle(function_ids: Iterable[str]) -> None:
        settled = _with_added(run, function_ids, software.name, work)
        for function_id in settled:
            _settle_use(run, department, software, function_id, line, work)
        tell_remark(line, software.name, work, settled)
        used = {*settled, *_known_functions(run, department, software)}
        offers = run.function_offers
        work.addable = tuple(each.name for each in offers if each.reply.value not in used)
        if is_of_software:
            work.about(software.id)

    if line.texts(Field.FUNCTION):
        settle(_of_column(run, software, line, work))
    elif is_plain(run, line):
        known = _known_functions(run, department, software)
        settle(settle_purpose(run, line, software.name, work, known=known) or known)
    elif not has_words(run, line) and not run.usual_functions(software.kind_id):
        settle(_known_functions(run, department, software) or [""])
    else:
        run.later.append(_waiting(run, department, software, line, work, settle))


def _with_added(
    run: Run, function_ids: Iterable[str], name: str, work: LineWork
) -> tuple[str, ...]:
    found = tuple(function_ids)
    added = [id_ for id_ in added_by_hand(run, work) if id_ not in found]
    say_added(run, added, name, work)
    return (*filter(None, found), *added) if added else found


def _waiting(
    run: Run,
    department: Node,
    software: Software,
    line: SourceLine,
    work: LineWork,
    settle: Callable[[Iterable[str]], None],
) -> Waiting:
    def read(done: DoneBy, known: Sequence[str]) -> Sequence[str]:
        others = _others(run, department, software, done)
        return settle_purpose(run, line, software.name, work, known=known, others=others)

    return Waiting(
        department.id,
        software.id,
        has_words(run, line),
        (*sure_functions(run, line), *added_by_hand(run, work)),
        read,
        lambda done: _supposed(run, department, software, work, done),
        settle,
    )


def _without_word_of_list(line: SourceLine, name: str, work: LineWork) -> SourceLine:
    """What speaks of the list alone is told here, and printed nowhere."""
    text = line.text(Field.REMARKS)
    if not text or not speaks_of_list(text):
        return line
    work.say(Concern.NOTE, "remark_of_list", name=name, value=text)
    return replace(line, values={f: v for f, v in line.values.items() if f is not Field.REMARKS})


def _with_whose_remark(run: Run, software: Software, line: SourceLine) -> SourceLine:
    """Beside a second referent of a program a remark is about what that one looks after."""
    remark, referent = line.text(Field.REMARKS), whole_name(run, line.text(Field.REFERENT))
    is_second = referent and run.told_already(software.id, "referent", referent, line.row)
    if not remark or not is_second:
        return line
    between = "\u00a0: " if run.choices.language == "fr" else ": "
    told = f"{referent}{between}{remark}"
    return replace(line, values=dict(line.values) | {Field.REMARKS: told})


def _with_posts(run: Run, line: SourceLine) -> SourceLine:
    """A post that stands for a person can be appointed to nothing: the remark names it."""
    said = [line.text(Field.REMARKS)]
    for field, words in _ANSWERS.get(run.choices.language, _ANSWERS["en"]).items():
        said += [words.format(name=post) for post in posts_of(line.text(field))]
    told = " – ".join(filter(None, said))
    return replace(line, values=dict(line.values) | {Field.REMARKS: told}) if told else line


def _others(run: Run, department: Node, software: Software, done: DoneBy) -> Mapping[str, str]:
    """By function, the names of what else is there for it."""
    known = run.ledger.software
    return {
        id_: " / ".join(known.get(key).name for key in keys if key != software.id)
        for (place, id_), keys in done.items()
        if place == department.id
    }


def settle_later(run: Run) -> None:
    """What is left to understand or suppose, once all lines have said what they name."""
    if run.later:
        nodes, shelf = run.ledger.nodes, run.ledger.software
        settle_waiting(
            run.later,
            lambda each: len(run.usual_functions(shelf.get(each.software_id).kind_id)),
            lambda each: _known_functions(
                run, nodes.get(each.department_id), shelf.get(each.software_id)
            ),
            lambda: _done_by(run),
        )


def _done_by(run: Run) -> DoneBy:
    done: dict[tuple[str, str], list[str]] = {}
    before = {use.id for use in run.ledger.deployments.before()}
    for use in run.ledger.deployments:
        is_own = use.id not in before or not _may_be_supposed(run, use)
        if use.function_id and use.until is None and is_own:
            done.setdefault((use.department_id, use.function_id), []).append(use.software_id)
    return done


def _may_be_supposed(run: Run, use: Deployment) -> bool:
    """By an earlier import, because of its kind: then it is not there for that function."""
    usual = run.usual_functions(run.ledger.software.get(use.software_id).kind_id)
    return len(usual) >= _WIDE and use.function_id in usual


def _of_column(run: Run, software: Software, line: SourceLine, work: LineWork) -> Sequence[str]:
    """What the column of functions names."""
    ids = []
    functions = (Offer(Reply(Choice.PART)), Offer(Reply(Choice.OTHER)), *run.function_offers)
    for name in line.texts(Field.FUNCTION):
        function_id = run.function_ids.get(name_key(name))
        if function_id is None:
            reply = work.ask("unknown_function", functions, value=name)
            if reply is not None and reply.choice is Choice.OTHER:
                say_outside(software.name, name, work)
            function_id = reply.value if reply else None
        if function_id is not None:
            ids.append(function_id)
    return list(filter(None, ids)) or ids[:1]


def _known_functions(run: Run, department: Node, software: Software) -> Sequence[str]:
    """Those of the uses that are known already; the empty id where all of these have ended."""
    known = run.ledger.deployments.find((department.id, software.id))
    named = [use for use in known if use.function_id]
    still_open = (use.function_id or "" for use in named if use.until is None)
    return (list(dict.fromkeys(still_open)) or [""]) if named else []


def _supposed(
    run: Run, department: Node, software: Software, work: LineWork, done: DoneBy
) -> Sequence[str]:
    """What its kind usually serves, but for what another program of the department is there for.

    The empty id where nobody knows.
    """
    usual = run.usual_functions(run.ledger.software.get(software.id).kind_id)
    others = {
        id_: [key for key in done.get((department.id, id_), ()) if key != software.id]
        for id_ in usual
    }
    left = [id_ for id_ in usual if not others.get(id_)]
    kept = take_guessed(run, left, software.name, work)
    if len(left) < len(usual):
        names = run.ledger.software
        told = (
            f"{run.shown('function_id', id_)} ({' / '.join(names.get(key).name for key in keys)})"
            for id_, keys in others.items()
            if keys
        )
        work.say(
            Concern.NOTE, "functions_done_by_others", name=software.name, value=", ".join(told)
        )
    if kept:
        value = ", ".join(run.shown("function_id", id_) for id_ in kept)
        say_guessed(run, kept, "functions_of_kind", work, name=software.name, value=value)
    return kept or [""]


def _settle_use(
    run: Run,
    department: Node,
    software: Software,
    function_id: str,
    line: SourceLine,
    work: LineWork,
) -> None:
    since, until = line.day(Field.SINCE), line.day(Field.UNTIL)
    name = f"{department.name} × {software.name}"
    if since and until and until < since:
        work.say(Concern.DAMAGE, "ends_before_it_starts", value=until.isoformat())
        until = None
    wanted: dict[str, object] = {
        "since": since,
        "until": until,
        "users": line.number(Field.USERS),
        "tolerated_outage": line.number(Field.TOLERATED_OUTAGE),
        "purpose": said_of_use(line, function_id),
    }
    shelf = run.ledger.deployments
    uses = shelf.find((department.id, software.id))
    run.seen.update(use.id for use in uses if not function_id)
    use = _fitting_use(uses, function_id, until is None)
    if use is None:
        use = Deployment(run.new_id(), department.id, software.id, function_id)
        run.add(shelf, use, work, "deployment", name)
    elif function_id and not use.function_id:
        wanted["function_id"] = function_id
    use = run.settle(shelf, use, wanted, name, work)
    _settle_outside(run, use, name, line, work)
    work.about(use.id, department.id)


def _settle_outside(run: Run, use: Deployment, name: str, line: SourceLine, work: LineWork) -> None:
    """Whether no function holds what it is used for: then nobody is asked for one."""
    is_said = use.outside or work.is_outside or is_outside(run, line)
    outside = not use.function_id and is_said
    if outside == use.outside:
        return
    text = line.text(Field.PURPOSE)
    if outside and not work.takes("outside", text):
        work.leaves(name, "outside", "", text)
        return
    if outside:
        work.changed(use.id, name, "outside", "", text)
    run.ledger.deployments.put(replace(use, outside=outside))


def _fitting_use(uses: list[Deployment], function_id: str, is_open: bool) -> Deployment | None:
    """Open uses first; a use without function is the one that the file now gives a function."""
    ordered = sorted(uses, key=lambda use: use.until is not None)
    exact = [u for u in ordered if u.function_id == function_id]
    if not function_id and not exact:
        exact = ordered
    unnamed = [u for u in ordered if not u.function_id]
    candidates = [u for u in (*exact, *unnamed) if u.until is None or not is_open]
    return candidates[0] if candidates else None
