"""The emergency directory of a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from referent_desk.domain.departments import NodeKind
from referent_desk.domain.directory import DirectoryEntry, LineType, labelled, line_of
from referent_desk.domain.imports.answers import Choice, Offer, Reply
from referent_desk.domain.imports.callers import call_people
from referent_desk.domain.imports.departments import DepartmentsOfFile, chosen_department
from referent_desk.domain.imports.establishments import settle_establishment
from referent_desk.domain.imports.heads import settle_carried
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.nights import said_by_day, settle_line, settle_night
from referent_desk.domain.imports.number_cells import Part, leads_through, read_number_cell
from referent_desk.domain.imports.places import Place, place_name
from referent_desk.domain.imports.posts import PostsOfFile, label_of, says_more
from referent_desk.domain.imports.private import ask_private, is_called_private
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork, Run
from referent_desk.domain.imports.values import read_telephone

_LEFT_OUT = frozenset({Concern.DOUBT, Concern.REFUSAL})


class NumbersOfFile:
    """A list of numbers adds no department, but for the one that was chosen for all of it."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._known = DepartmentsOfFile(run, may_add=False)
        self._chosen = DepartmentsOfFile(run)
        self._posts = PostsOfFile(run)

    def settle(self, line: SourceLine, work: LineWork) -> None:
        if not name_key(line.text(Field.LABEL)):
            work.refuse("no_label")
            return
        owner_id = self._owner_id(line, work)
        if owner_id:
            _settle_entry(self._run, self._posts, owner_id, _through_remark(line), work)

    def _owner_id(self, line: SourceLine, work: LineWork) -> str:
        """The place named; else what was chosen for the file: a department, an establishment; else
        the group."""
        run, place = self._run, self._run.places[line.row]
        if not place.is_empty or place.establishment or place.finess:
            return self._named_id(place, line, work)
        if run.choices.department_id or run.choices.department:
            department = chosen_department(run, self._chosen, line, work)
            return department.id if department else ""
        groups = run.ledger.nodes.find(NodeKind.GROUP)
        establishments = run.ledger.nodes.find(NodeKind.ESTABLISHMENT)
        if run.choices.establishment or len(establishments) == 1 or len(groups) != 1:
            node = settle_establishment(run, place, work, may_add=True)
            return node.id if node else ""
        return groups[0].id

    def _named_id(self, place: Place, line: SourceLine, work: LineWork) -> str:
        node = self._known.settle(line, work)
        if node is None and not any(r.concern in _LEFT_OUT for r in work.remarks):
            offers = (Offer(Reply(Choice.PART)),)
            if work.ask("unknown_department", offers, value=place_name(line)):
                node = settle_establishment(self._run, place, work, may_add=False)
        return node.id if node else ""


def _through_remark(line: SourceLine) -> SourceLine:
    """`par le standard`, remarked of somebody without a number, stands where it would."""
    remark, values = line.text(Field.REMARKS), dict(line.values)
    is_called = any(map(line.text, (Field.NUMBER, Field.DECT, Field.NIGHT)))
    if is_called or not leads_through(remark):
        return line
    del values[Field.REMARKS]
    return replace(line, values={**values, Field.NUMBER: remark})


def _settle_entry(
    run: Run, posts: PostsOfFile, owner_id: str, line: SourceLine, work: LineWork
) -> None:
    label, cell = label_of(line), read_number_cell(line.text(Field.NUMBER))
    number = cell.number
    shelf, heading = run.ledger.entries, line.text(Field.HEADING)
    line_type = line.text(Field.LINE_TYPE)
    if not number and line.text(Field.DECT):
        number, line_type = line.text(Field.DECT), line_type or LineType.DECT
    said = said_by_day(run, line, work, label, cell.beside)
    entry = _known_entry(run, posts, owner_id, line, number)
    wanted: dict[str, object] = {
        "label": label if entry and says_more(label, entry) else "",
        "number": number,
        "line_type": line_of(number, LineType(line_type)) or None,
        "hours": said,
        "works_without_network": line.flag(Field.WORKS_WITHOUT_NETWORK),
        "private": line.flag(Field.PRIVATE),
    }
    is_night_told = entry is None and not number
    if is_night_told:
        if _answers_by_night_alone(run, posts, owner_id, line, work):
            return
        number = _typed_number(label, work)
        if not number:
            return
        wanted["number"] = number
    is_new = entry is None or entry.number != number
    if is_new and wanted["private"] is None and is_called_private(number, label, said):
        wanted["private"] = ask_private(label, number, work)
        if wanted["private"] is None:
            return
    if entry is None:
        purpose = posts.purpose(owner_id, line, work)
        entry = DirectoryEntry(
            run.new_id(), owner_id, heading, label, number, purpose=purpose, position=line.row
        )
        run.add(shelf, entry, work, "directory_entry", label)
    entry = run.settle(shelf, entry, wanted, label, work)
    carried = line.text(Field.DECT)
    if carried not in {"", number}:
        also = line_of(carried, LineType.DECT)
        settle_carried(run, owner_id, heading, labelled(label, also), line, work)
    _settle_others(run, owner_id, label, cell.others, line, work)
    if not is_night_told:
        settle_night(run, owner_id, line, work, label)
    call_people(run, owner_id, replace(entry, label=label), work)
    work.about(entry.id, owner_id)


def _answers_by_night_alone(
    run: Run, posts: PostsOfFile, owner_id: str, line: SourceLine, work: LineWork
) -> bool:
    label = label_of(line)
    by_night = settle_night(run, owner_id, line, work, label)
    if by_night is None:
        return False
    posts.take_night(owner_id, line, by_night, work)
    number = f"{by_night.number} {by_night.label.removeprefix(label).strip()}"
    call_people(run, owner_id, replace(by_night, label=label, number=number), work)
    work.about(by_night.id, owner_id)
    return True


def _known_entry(
    run: Run, posts: PostsOfFile, owner_id: str, line: SourceLine, number: str
) -> DirectoryEntry | None:
    """By its name, else by whom it reaches under the same number."""
    label = label_of(line)
    key = (owner_id, name_key(line.text(Field.HEADING)), name_key(label))
    known = (entry for entry in run.ledger.entries.find(key) if entry.closed_on is None)
    return next(known, None) or (posts.known_as(owner_id, label, number) if number else None)


def _settle_others(
    run: Run, owner_id: str, label: str, others: Iterable[Part], line: SourceLine, work: LineWork
) -> None:
    """The further numbers of a cell that say whose they are, or when they answer."""
    for other in others:
        called, number = f"{label} ({other.words})", other.number
        is_asked = is_called_private(number, called)
        private = ask_private(called, number, work) if is_asked else None
        if private is not None or not is_asked:
            settle_line(run, owner_id, called, number, (), line, work, private=private)


def _typed_number(label: str, work: LineWork) -> str:
    """The number that a person typed where the file's own is damaged; empty if there is none."""
    if not any(r.concern is Concern.DAMAGE for r in work.remarks):
        work.refuse("no_number", name=label)
        return ""
    offer = Offer(Reply(Choice.TYPED), _meant_number(work))
    reply = work.ask("no_number", (offer,), name=label)
    number = read_telephone(reply.value) if reply else ""
    if isinstance(number, str):
        return number
    work.doubt("no_number", name=label)
    return ""


def _meant_number(work: LineWork) -> str:
    """What a number was before a spreadsheet took its first zero; empty for any other damage."""
    lost = (r.value("value") for r in work.remarks if r.code == "zero_lost")
    shortened = next(lost, "")
    return f"0{shortened}" if shortened else ""
