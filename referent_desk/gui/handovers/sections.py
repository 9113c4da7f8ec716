"""What the page of handovers tells besides: who leaves, who alone knows, what is left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from referent_desk.domain.handovers import DepartmentHandovers
from referent_desk.domain.successions import Leaving, Orphan, OrphanKind, SoleKnower
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.wordings import day, short_day
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.handovers import follower_text, leaving_sentence, office

Begin = Callable[[Leaving], None]
_SHOWN = 50
_TABS = {
    OrphanKind.OFFICE: TabName.REFERENTS,
    OrphanKind.PROCEDURE: TabName.PROCEDURES,
    OrphanKind.COPY: TabName.BINDERS,
    OrphanKind.ACTION: TabName.PROCEDURES,
    OrphanKind.DRILL: TabName.DRILLS,
}


def show_leavings(pane: DetailPane, page: DepartmentHandovers, begin: Begin | None) -> None:
    """`begin` None where nothing can be changed."""
    pane.heading(_("Who leaves soon"))
    begun = {one.leaving_id for one in (*page.open, *page.signed)}
    leavings = page.succession.leavings
    if not leavings:
        pane.text(_("Nobody within 60 days. An end date or a departure shows here by itself."))
    _show_ahead(pane, page)
    for leaving in leavings:
        pane.notice(leaving_sentence(leaving, spoken()))
        pane.text(", ".join(office(answer, spoken()) for answer in leaving.answers))
        pane.muted(_followers(leaving))
        if begin is not None and leaving.person_id not in begun:
            text = _("Begin the handover of {person}…").format(person=leaving.person)
            pane.button(text, _beginning(begin, leaving), "plus", "begin_handover")


def _beginning(begin: Begin, leaving: Leaving) -> Callable[[], None]:
    return lambda: begin(leaving)


def _followers(leaving: Leaving) -> str:
    if leaving.followed_by:
        return _("Appointed already: {people}.").format(people=", ".join(leaving.followed_by))
    if not leaving.followers:
        return _("Nobody of the department is known who could follow: ask a neighbour.")
    people = ", ".join(follower_text(one, spoken()) for one in leaving.followers)
    return _("Could follow: {people}.").format(people=people)


def _show_ahead(pane: DetailPane, page: DepartmentHandovers) -> None:
    for changed_on in dict.fromkeys(one.day for one in page.ahead):
        codes = dict.fromkeys(one.code for one in page.ahead if one.day == changed_on)
        text = ngettext(
            "From {day} on, {count} sheet of the binder is out of date: {sheets}.",
            "From {day} on, {count} sheets of the binder are out of date: {sheets}.",
            len(codes),
        )
        pane.text(text.format(day=day(changed_on), count=len(codes), sheets=", ".join(codes)))


def show_knowers(pane: DetailPane, knowers: Iterable[SoleKnower]) -> None:
    knowers = tuple(knowers)
    if not knowers:
        return
    pane.heading(_("Only one person knows this"))
    pane.muted(_("Have a second colleague trained, before there is nobody."))
    columns = (
        Column(_("Software"), lambda row: row.software, "", 180, 3),
        Column(_("Person"), lambda row: row.person, "", 160, 3),
        Column(_("Leaves on"), lambda row: short_day(row.leaves_on), "", 100, 0),
    )
    pane.lines("knowers", columns, knowers[:_SHOWN], _person_place)


def _person_place(row: SoleKnower) -> Place:
    return Place(TabName.REFERENTS, (row.person_id,))


def show_orphans(pane: DetailPane, orphans: Iterable[Orphan]) -> None:
    orphans = tuple(orphans)
    if not orphans:
        return
    pane.heading(_("Left behind by those who have gone"))
    columns = (
        Column(_("What"), orphan_text, "", 220, 4),
        Column(_("Names"), lambda row: row.person, "", 150, 3),
        Column(_("Left on"), lambda row: short_day(row.left_on), "", 100, 0),
    )
    pane.lines("orphans", columns, orphans[:_SHOWN], _orphan_place)


def orphan_text(row: Orphan) -> str:
    words = {
        OrphanKind.OFFICE: _("Office without anybody: {what}"),
        OrphanKind.PROCEDURE: _("Degraded mode: {what}"),
        OrphanKind.COPY: _("Copy of the binder: {what}"),
        OrphanKind.ACTION: _("Action: {what}"),
        OrphanKind.DRILL: _("Drill: {what}"),
    }[row.kind]
    return words.format(what=row.subject or _("all software"))


def _orphan_place(row: Orphan) -> Place:
    key = {OrphanKind.COPY: (row.id,), OrphanKind.DRILL: (row.id,)}.get(row.kind, ())
    if row.kind is OrphanKind.ACTION:
        return Place(TabName.PROCEDURES, (), None, f"actions:{row.id}")
    return Place(_TABS[row.kind], key)
