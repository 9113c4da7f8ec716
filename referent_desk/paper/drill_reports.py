"""The report of a drill: what was played, how it went against last time, what it taught."""

from __future__ import annotations

from referent_desk.domain.drill_details import DrillDetail, ShownFinding
from referent_desk.domain.drill_times import seconds_typed
from referent_desk.domain.drills import DrillRun
from referent_desk.language import Language
from referent_desk.paper.blocks import continued, heading, sheet_title
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import (
    BODY_SIZE,
    GAP,
    HAIR_GREY,
    MM,
    PADDING,
    PORTRAIT,
    WRITING_LINE,
)
from referent_desk.paper.paragraphs import wrap
from referent_desk.paper.tables import Column, Table
from referent_desk.words.drills import (
    action_words,
    clock_words,
    gain_words,
    outcome_word,
    result_words,
    shift_word,
    stopped_sentence,
    target_words,
)

_SIZE = 10.0
_SIGN_HEIGHT = 18 * MM
_LINES = 6


def lay_out_report(detail: DrillDetail, language: Language) -> tuple[PageContent, ...]:
    """`detail` is of a drill that was held."""
    _ = language.gettext
    run = detail.run
    assert run is not None, "only a drill that was held has a report"
    pages = Pages(PORTRAIT)
    title = _("Lessons of a drill: {function}").format(function=detail.function)
    pages.on_turn = continued(title, _("{title} (continued)"))
    when = " · ".join(
        part
        for part in (language.date(run.day), clock_words(run.starts_at, language), detail.software)
        if part
    )
    sheet_title(pages, title, when, largest=20.0)
    _draw_facts(pages, detail, run, language)
    _draw_tasks(pages, detail, language)
    _draw_findings(pages, detail.findings, language)
    _draw_lessons(pages, run, language)
    _draw_signature(pages, language)
    return pages.finish()


def _draw_facts(pages: Pages, detail: DrillDetail, run: DrillRun, language: Language) -> None:
    _, ngettext = language.gettext, language.ngettext
    people = ""
    if run.participants is not None:
        said = ngettext("{count} person took part", "{count} people took part", run.participants)
        people = said.format(count=run.participants)
    complication = detail.complication.title if detail.complication else detail.drill.complication
    scenario = f"{detail.function}, {shift_word(detail.drill.shift, language)}"
    pages.y += GAP / 2
    for label, value in (
        (_("Scenario"), f"{scenario}. {complication}" if complication else scenario),
        (_("Led by"), run.led_by),
        (_("Observer"), run.observer),
        (_("Took part"), people),
        (_("Result"), result_words(run, language)),
    ):
        if value:
            _draw_fact(pages, label, value)
    stopped = stopped_sentence(run, language)
    if stopped:
        pages.y += 1 * MM
        pages.pour(0, wrap(stopped, pages.frame.width, BODY_SIZE, Face.BOLD))


def _draw_fact(pages: Pages, label: str, value: str) -> None:
    left = 34 * MM
    lines = wrap(value, pages.frame.width - left, BODY_SIZE)
    top = pages.y
    pages.pen.lines(0, top, wrap(label, left - 2 * MM, BODY_SIZE), BODY_SIZE)
    pages.pour(left, lines)


def _draw_tasks(pages: Pages, detail: DrillDetail, language: Language) -> None:
    _ = language.gettext
    heading(pages, _("The five tasks"))
    titles = {task.code: task.title for task in detail.tasks}
    before = detail.before
    then = _("LAST TIME")
    if before is not None:
        then = f"{then}\n{language.short_date(before.day)}"
    table = Table(
        pages,
        [
            Column(_("TASK"), 1.0, size=_SIZE),
            Column(_("HOW"), fixed=20 * MM, size=_SIZE),
            Column(_("TOOK"), fixed=13 * MM, size=_SIZE),
            Column(_("AIMED AT"), fixed=24 * MM, size=_SIZE),
            Column(then, fixed=32 * MM, size=_SIZE),
        ],
    )
    table.head(keep=10 * MM)
    for change in detail.changes:
        name = titles.get(change.task, change.task)
        note = f"\n{change.result.note}" if change.result.note else ""
        last = gain_words(change, language)
        if not last and change.before is not None:
            last = outcome_word(change.before.outcome, language)
        table.row(
            (
                f"{name}{note}",
                outcome_word(change.result.outcome, language),
                seconds_typed(change.result.seconds),
                target_words(change, language),
                last,
            )
        )
    table.end()


def _draw_findings(pages: Pages, findings: tuple[ShownFinding, ...], language: Language) -> None:
    _ = language.gettext
    heading(pages, _("What was seen, and what is done about it"))
    if not findings:
        pages.pour(0, wrap(_("Nothing was noted."), pages.frame.width, BODY_SIZE))
        return
    table = Table(
        pages,
        [Column(_("WHAT WAS SEEN"), 1.0, size=_SIZE), Column(_("ACTION"), 1.2, size=_SIZE)],
    )
    table.head(keep=10 * MM)
    for shown in findings:
        actions = "\n".join(action_words(action, language) for action in shown.actions)
        table.row((shown.finding.what, actions or "—"))
    table.end()


def _draw_lessons(pages: Pages, run: DrillRun, language: Language) -> None:
    """Where nobody has written them yet, there is room to do so by hand."""
    _ = language.gettext
    title = _("What we learn from it")
    if not run.lessons:
        heading(pages, title, keep=_LINES * WRITING_LINE)
        for _number in range(_LINES):
            pages.y += WRITING_LINE
            pages.pen.rule(0, pages.y, pages.frame.width, ink=HAIR_GREY)
        return
    heading(pages, title)
    for paragraph in run.lessons.split("\n"):
        pages.pour(0, wrap(paragraph, pages.frame.width, BODY_SIZE))
    if run.lessons_on is not None:
        said = _("Written on {day} by {name}.").format(
            day=language.date(run.lessons_on), name=run.lessons_by
        )
        pages.y += 1 * MM
        pages.pour(0, wrap(said, pages.frame.width, 9.0), 9.0)


def _draw_signature(pages: Pages, language: Language) -> None:
    _ = language.gettext
    top = pages.take(_SIGN_HEIGHT, GAP)
    pen, width = pages.pen, pages.frame.width
    pen.box(0, top, width, _SIGN_HEIGHT)
    labels = (_("Date"), _("Name and role"), _("Signature"))
    edges = (0.0, 0.2 * width, 0.6 * width, width)
    for label, left, right in zip(labels, edges, edges[1:], strict=False):
        pen.text(left + PADDING, top + PADDING + 6, label, 9.0)
        if right < width:
            pen.rule(right, top, right, top + _SIGN_HEIGHT)
