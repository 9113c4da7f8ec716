"""The emergency directory of a file."""

from __future__ import annotations

from referent_desk.domain.departments import NodeKind
from referent_desk.domain.directory import DirectoryEntry, LineType, labelled, line_of
from referent_desk.domain.imports.answers import Choice, Offer, Reply
from referent_desk.domain.imports.callers import call_people
from referent_desk.domain.imports.departments import DepartmentsOfFile, chosen_department
from referent_desk.domain.imports.establishments import settle_establishment
from referent_desk.domain.imports.heads import settle_carried
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.nights import said_by_day, settle_night
from referent_desk.domain.imports.places import Place, place_name
from referent_desk.domain.imports.posts import PostsOfFile, label_of
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
            _settle_entry(self._run, self._posts, owner_id, line, work)

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


def _settle_entry(
    run: Run, posts: PostsOfFile, owner_id: str, line: SourceLine, work: LineWork
) -> None:
    label, number = label_of(line), line.text(Field.NUMBER)
    shelf, heading = run.ledger.entries, line.text(Field.HEADING)
    line_type = line.text(Field.LINE_TYPE)
    if not number and line.text(Field.DECT):
        number, line_type = line.text(Field.DECT), line_type or LineType.DECT
    said = said_by_day(run, line, work, label)
    wanted: dict[str, object] = {
        "number": number,
        "line_type": line_of(number, LineType(line_type)) or None,
        "hours": said,
        "works_without_network": line.flag(Field.WORKS_WITHOUT_NETWORK),
        "private": line.flag(Field.PRIVATE),
    }
    known = shelf.find((owner_id, name_key(heading), name_key(label)))
    entry = next((e for e in known if e.closed_on is None), None)
    is_night_told = entry is None and not number
    if is_night_told:
        by_night = settle_night(run, owner_id, line, work, label)
        if by_night is not None:
            posts.take_night(owner_id, line, by_night, work)
            work.about(by_night.id, owner_id)
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
    if not is_night_told:
        settle_night(run, owner_id, line, work, label)
    call_people(run, owner_id, entry, work)
    work.about(entry.id, owner_id)


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
