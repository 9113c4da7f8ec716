"""The file of a handover as a PDF, in the language of the department's binder."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from referent_desk.domain.handovers import Handover
from referent_desk.domain.handovers_files import HandedCopy, HandedSoftware, HandoverFile
from referent_desk.domain.successions import Answer, OrphanKind
from referent_desk.domain.successions_rules import helping_in
from referent_desk.errors import NotFound
from referent_desk.language import _
from referent_desk.paper.department_pages import PageMarks
from referent_desk.paper.handovers import CODE, lay_out_handover
from referent_desk.storage import handovers_files as stored
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.handovers import read_handover, what_names
from referent_desk.storage.successions import succession_facts
from referent_desk.usecases.binder_states import state_in
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.paper_names import called_on_papers, paper_path
from referent_desk.usecases.papers import paper_of, write_paper


def write_handover_file(desk: Desk, handover_id: str, output: Path) -> Path:
    with desk.database.read() as connection:
        file = read_file(desk, connection, handover_id)
        said, head = paper_of(connection, desk, file.handover.department_id)
    gettext = said.gettext
    marks = PageMarks(
        title=gettext("Handover"),
        code=CODE,
        under=gettext("handover of a referent"),
        foot=gettext(
            "No password on this paper. Both sign; keep it in the binder until the next handover, "
            "the ward manager has a second copy."
        ),
    )
    return write_paper(desk, output, lay_out_handover(file, said), (head, marks, said))


def suggested_path(desk: Desk, handover_id: str) -> Path:
    """Where the PDF goes if nobody says otherwise."""
    with desk.database.read() as connection:
        handover = _handover(connection, handover_id)
        node = read_node(connection, handover.department_id)
    return paper_path(desk, CODE, called_on_papers(node), desk.clock.today())


def read_file(desk: Desk, connection: Connection, handover_id: str) -> HandoverFile:
    handover, today = _handover(connection, handover_id), desk.clock.today()
    node_id = handover.department_id
    node = read_node(connection, node_id)
    facts = succession_facts(connection, node_id, today)
    knows: dict[str, list[str]] = defaultdict(list)
    helping = helping_in(facts, node_id, today)
    own = {software_id for software_id, _level in facts.helping(handover.leaving_id, node_id)}
    for person_id in helping.keys() - {handover.leaving_id}:
        for software_id in helping[person_id]:
            knows[software_id].append(facts.people[person_id].name)
    used, others = stored.software_of(connection, node_id, today, knows, own)
    answers = stored.answers_of(connection, node_id, handover.leaving_id, handover.last_day, today)
    named = what_names(connection, node_id, handover.leaving, today)
    return HandoverFile(
        department=node.name if node is not None else "",
        handover=handover,
        answers=answers,
        software=_handed(used, answers),
        pending=tuple(one for one in named if one.kind is not OrphanKind.COPY),
        other_troubles=others,
        copies=_copies(desk, connection, node_id),
        numbers=stored.numbers_of(connection, node_id),
        trainings=stored.trainings_of(connection, node_id),
        used=len(used),
    )


def _handed(
    used: tuple[HandedSoftware, ...], answers: tuple[Answer, ...]
) -> tuple[HandedSoftware, ...]:
    """What the one who leaves answers for, and what nobody else knows; all of it where they answer
    for all, or where no office says for what."""
    named = {answer.software_id for answer in answers}
    if not named or "" in named:
        return used
    return tuple(one for one in used if one.is_sole or one.id in named)


def _copies(desk: Desk, connection: Connection, node_id: str) -> tuple[HandedCopy, ...]:
    try:
        state = state_in(desk, connection, node_id)
    except NotFound:
        return ()
    return tuple(
        HandedCopy(
            one.copy.number,
            one.copy.place,
            one.copy.holder,
            one.to_replace if one.stage is not None else None,
        )
        for one in state.copies
    )


def _handover(connection: Connection, handover_id: str) -> Handover:
    handover = read_handover(connection, handover_id)
    if handover is None:
        raise NotFound(_("This handover is not here any more."), _("Choose another one."))
    return handover
