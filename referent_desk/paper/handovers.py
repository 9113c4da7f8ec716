"""The file that a referent hands to the next one: what there is, what is open, both signatures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from referent_desk.domain.handovers_files import (
    HandedCopy,
    HandedSoftware,
    HandedTrouble,
    HandoverFile,
)
from referent_desk.domain.successions import OrphanKind
from referent_desk.domain.texts import shortened
from referent_desk.language import Language
from referent_desk.paper.blocks import Marker, continued, heading, pour_items, sheet_title
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import (
    BODY_SIZE,
    GAP,
    LABEL_SIZE,
    LEADING,
    MEDIUM,
    MM,
    PADDING,
)
from referent_desk.paper.paragraphs import Text, wrap
from referent_desk.paper.tables import Column, Table
from referent_desk.words.handovers import item_text, office

CODE = "F34"
_LABELS = 44 * MM
_BOX = 4.2 * MM
_ROW = 13 * MM
_TIP_LETTERS = 220
_MOST_TIPS = 3


def lay_out_handover(file: HandoverFile, language: Language) -> tuple[PageContent, ...]:
    _ = language.gettext
    pages = Pages()
    title = _("Handover of {person}").format(person=file.handover.leaving)
    pages.on_turn = continued(title, _("{title} (continued)"))
    sheet_title(pages, title, file.department, largest=20.0)
    _draw_facts(pages, file, language)
    _draw_software(pages, file, language)
    _draw_open(pages, file, language)
    _draw_copies(pages, file.copies, language)
    _draw_numbers(pages, file, language)
    _draw_checklist(pages, file, language)
    _draw_signatures(pages, file, language)
    return pages.finish()


def _draw_facts(pages: Pages, file: HandoverFile, language: Language) -> None:
    _, handover = language.gettext, file.handover
    pages.y += GAP / 2
    offices = ", ".join(office(answer, language) for answer in file.answers)
    for label, value in (
        (_("Hands over"), handover.leaving),
        (_("Takes over"), handover.successor or _("not named yet")),
        (_("Last day"), _day(handover.last_day, language) or _("not said")),
        (_("Answers for"), offices or _("nothing that is written here")),
        (_("Passwords are kept"), handover.password_place or _("not said")),
    ):
        lines = wrap(value, pages.frame.width - _LABELS, BODY_SIZE)
        step = pages.take(max(len(lines), 1) * BODY_SIZE * 1.27)
        pages.pen.lines(0, step, wrap(label, _LABELS - 2 * MM, BODY_SIZE), BODY_SIZE)
        pages.pen.lines(_LABELS, step, lines, BODY_SIZE)
    if handover.note:
        heading(pages, _("To know"))
        pages.pour(0, wrap(handover.note, pages.frame.width, BODY_SIZE))


def _draw_software(pages: Pages, file: HandoverFile, language: Language) -> None:
    heading(pages, language.gettext("Software"))
    said = _which_software(file, language)
    pages.pour(0, wrap(said, pages.frame.width, BODY_SIZE))
    if not file.software:
        return
    pages.take(1.5 * MM)
    _tabulate_software(pages, file.software, language)


def _which_software(file: HandoverFile, language: Language) -> str:
    """Whether it is all that is used here, and why so much of it."""
    _, count = language.gettext, len(file.software)
    if not file.used:
        return _("None is used here.")
    if file.answers_for_all:
        return _("All the software of the department.")
    if not file.answers:
        return _("No office says for what: all the software of the department.")
    if not count:
        return _("What is answered for is not used here any more.")
    return language.ngettext(
        "{count} program of the {used} used here: what is answered for, and what nobody else "
        "knows.",
        "{count} programs of the {used} used here: what is answered for, and what nobody else "
        "knows.",
        count,
    ).format(count=count, used=file.used)


def _tabulate_software(
    pages: Pages, software: Sequence[HandedSoftware], language: Language
) -> None:
    _ = language.gettext
    table = Table(
        pages,
        (
            Column(_("SOFTWARE"), share=0.28),
            Column(_("TO KNOW: TIPS, OPEN TROUBLES"), share=0.44),
            Column(_("WHO HELPS WITH IT, WHOM TO CALL"), share=0.28),
            Column(_("SHOWN"), fixed=13 * MM),
        ),
    )
    table.head(keep=12 * MM)
    for one in software:
        version = f"  {one.version}" if one.version else ""
        name: Text = [(one.name, Face.BOLD), (version, Face.REGULAR)]
        table.row((name, _known(one, language), _whom(one, language), _box))
    table.end()


def _known(one: HandedSoftware, language: Language) -> Text:
    _ = language.gettext
    said = [_trouble(trouble, language) for trouble in one.troubles]
    said += [
        _("Tip: {tip}").format(tip=shortened(f"{title}. {text}".strip(" ."), _TIP_LETTERS))
        for title, text in one.tips[:_MOST_TIPS]
    ]
    left = len(one.tips) - _MOST_TIPS
    if left > 0:
        more = language.ngettext("{count} more tip", "{count} more tips", left)
        said.append(more.format(count=left))
    return "\n".join(said) or "–"


def _trouble(trouble: HandedTrouble, language: Language) -> str:
    _, what, since = language.gettext, trouble.what, trouble.since or ""
    if isinstance(since, date):
        since = _("since {day}").format(day=language.short_date(since))
    elif since:
        since = _("since when: {said}").format(said=since)
    rest = ", ".join(part for part in (since, trouble.reference) if part)
    return _("Open: {what}").format(what=f"{what} ({rest})" if rest else what)


def _whom(one: HandedSoftware, language: Language) -> str:
    _ = language.gettext
    knows = ", ".join(one.knows) or (_("nobody else so far") if one.is_sole else "")
    return "\n".join(part for part in (knows, one.support) if part) or "–"


def _draw_open(pages: Pages, file: HandoverFile, language: Language) -> None:
    _ = language.gettext
    items = [_trouble(trouble, language) for trouble in file.other_troubles]
    for one in file.pending:
        words = _("Drill: {what}") if one.kind is OrphanKind.DRILL else _("Action: {what}")
        day = f" ({language.short_date(one.day)})" if one.day else ""
        items.append(words.format(what=one.subject) + day)
    heading(pages, _("Drills and actions to come"))
    pour_items(pages, "", items or [_("Nothing is open.")], Marker.BULLET)
    if file.trainings:
        told = [
            language.ngettext(
                "{day}: {software}, {count} colleague", "{day}: {software}, {count} colleagues", n
            ).format(day=language.short_date(day), software=name, count=n)
            for day, name, n in file.trainings
        ]
        pour_items(pages, _("Colleagues who were trained"), told, Marker.BULLET)


def _draw_copies(pages: Pages, copies: Sequence[HandedCopy], language: Language) -> None:
    _ = language.gettext
    heading(pages, _("Copies of the binder"))
    if not copies:
        pages.pour(0, wrap(_("There is none yet."), pages.frame.width, BODY_SIZE))
        return
    table = Table(
        pages,
        (
            Column(_("COPY"), fixed=16 * MM, face=Face.BOLD),
            Column(_("PLACE"), share=0.4),
            Column(_("KEPT BY"), share=0.25),
            Column(_("STATE"), share=0.35),
            Column(_("SEEN"), fixed=13 * MM),
        ),
    )
    table.head(keep=12 * MM)
    for copy in copies:
        state = _copy_state(copy.to_replace, language)
        table.row((str(copy.number), copy.place, copy.holder or "–", state, _box))
    table.end()


def _copy_state(to_replace: int | None, language: Language) -> str:
    _ = language.gettext
    if to_replace is None:
        return _("never printed")
    if not to_replace:
        return _("up to date")
    return language.ngettext(
        "{count} sheet to be replaced", "{count} sheets to be replaced", to_replace
    ).format(count=to_replace)


def _draw_numbers(pages: Pages, file: HandoverFile, language: Language) -> None:
    _ = language.gettext
    if file.numbers:
        told = [_("{label}: {number}").format(label=a, number=b) for a, b in file.numbers]
        pour_items(pages, _("Numbers to know"), told, Marker.BULLET)


def _draw_checklist(pages: Pages, file: HandoverFile, language: Language) -> None:
    """What was ticked in the program says its day; the rest is ticked by hand."""
    _ = language.gettext
    heading(pages, _("What is handed over"))
    step = BODY_SIZE * 1.27
    for item in file.handover.items:
        words = item_text(item, language)
        if item.done_on is not None:
            words = f"{words} – {language.short_date(item.done_on)}"
        lines = wrap(words, pages.frame.width - 8 * MM, BODY_SIZE)
        height = max(len(lines) * step, _BOX) + 2.2 * MM
        top = pages.take(height)
        if item.done_on is not None:
            _cross(pages.pen, 0, top, _BOX)
        pages.pen.check_box(0, top, _BOX)
        pages.pen.lines(8 * MM, top, lines, BODY_SIZE)


def _cross(pen: Pen, x: float, y: float, side: float) -> None:
    pen.rule(x, y, x + side, y + side, thickness=MEDIUM)
    pen.rule(x, y + side, x + side, y, thickness=MEDIUM)


def _draw_signatures(pages: Pages, file: HandoverFile, language: Language) -> None:
    """Both in one box, never parted."""
    _, handover = language.gettext, file.handover
    width = pages.frame.width
    rows = tuple(
        (label, wrap(name, 0.5 * width - 2 * PADDING, BODY_SIZE)[:2])
        for label, name in (
            (_("Handed over by"), handover.leaving),
            (_("Received by"), handover.successor),
            (_("Seen by the ward manager"), ""),
        )
    )
    row = _ROW + (BODY_SIZE * LEADING if any(len(lines) > 1 for _label, lines in rows) else 0)
    top = pages.take(3 * row, GAP * 1.5)
    pen = pages.pen
    pen.box(0, top, width, 3 * row)
    for number, (label, lines) in enumerate(rows):
        y = top + number * row
        if number:
            pen.rule(0, y, width)
        for x, words in ((0.0, label), (0.5 * width, _("Date")), (0.68 * width, _("Signature"))):
            pen.text(x + PADDING, y + PADDING + 5, words, LABEL_SIZE + 1)
            if x:
                pen.rule(x, y, x, y + row)
        pen.lines(PADDING, y + PADDING + 8, lines, BODY_SIZE)


def _box(pen: Pen, x: float, y: float, _width: float, _height: float) -> None:
    pen.rectangle(x + 2 * MM, y + 1 * MM, _BOX, _BOX, thickness=MEDIUM)


def _day(day: date | None, language: Language) -> str:
    return language.date(day) if day is not None else ""
