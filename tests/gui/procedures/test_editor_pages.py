"""The editor by keys, on a draft in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.approvals import Submission
from referent_desk.domain.draft_warnings import Part
from referent_desk.domain.drafts import text_mark
from referent_desk.domain.procedure_texts import to_json
from referent_desk.domain.procedures import ProcedureText, RevisionState, Step, UsefulNumber
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.procedures.draft_savers import unfinished_key
from referent_desk.gui.procedures.editor_pages import EditorPage, Writing
from referent_desk.gui.procedures.editors import DraftEditor
from referent_desk.gui.procedures.step_fields import StepRow
from referent_desk.gui.saving import Saver
from referent_desk.language import speak
from tests.event_turns import settle
from tests.gui.key_clashes import visible_keys
from tests.gui.stand_in_approvals import StandInApprovals
from tests.gui.stand_in_drafts import StandInDrafts
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_ins import HOSTILE, draw_page

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@dataclass
class Sitting:
    page: EditorPage
    drafts: StandInDrafts
    records: StandInRecords
    qtbot: QtBot
    jobs: Jobs

    @property
    def editor(self) -> DraftEditor:
        assert self.page.editor is not None
        return self.page.editor

    @property
    def rows(self) -> list[StepRow]:
        return self.editor.form.steps.rows

    def wait(self) -> None:
        settle(self.jobs)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key, modifier)

    def type_in(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.qtbot.keyClicks(focused, text)

    def come_back(self) -> None:
        """Offscreen, a list that closes does not give the window its place in front back."""
        self.page.activateWindow()
        self.qtbot.waitUntil(self.page.isActiveWindow)

    def steps(self) -> list[str]:
        return [f"{s.level} {s.what}" for s in self.editor.text.steps]


@pytest.fixture
def sit(qtbot: QtBot, jobs: Jobs) -> Sitting:
    return sit_down(qtbot, jobs, StandInDrafts(), StandInRecords())


def sit_down(
    qtbot: QtBot,
    jobs: Jobs,
    drafts: StandInDrafts,
    records: StandInRecords,
    *,
    approving: bool = False,
    approvals: StandInApprovals | None = None,
) -> Sitting:
    editing = Editing(records.questions(), Saver(jobs, ChangeBus()), jobs)
    editing.saver.let_save(True)
    approvals = approvals or StandInApprovals()
    papers = approvals.papers(jobs)
    writing = Writing(drafts.questions(), editing, draw_page, approvals.questions(), papers)
    page = EditorPage(writing, "d1", "f1", "s1")
    page.is_approving = approving
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.begin()
    qtbot.waitUntil(lambda: jobs.is_idle)
    return Sitting(page, drafts, records, qtbot, jobs)


def test_what_the_department_owns_is_opened_at_once_with_its_text(sit: Sitting) -> None:
    assert sit.editor.text == sit.drafts.text
    assert sit.editor.form.paragraphs[Part.TITLE].hasFocus()
    assert sit.editor.side.preview.images


def test_steps_are_written_by_keys_alone(sit: Sitting) -> None:
    sit.editor.form.steps.focus(0)
    sit.press(Key.Key_End)
    sit.press(Key.Key_Return)
    sit.type_in("Call")
    sit.press(Key.Key_Return)
    sit.type_in("the ward")
    assert sit.steps() == ["1 Dossier+", "1 Call", "1 the ward"]
    sit.press(Key.Key_Tab)
    assert sit.steps() == ["1 Dossier+", "1 Call", "2 the ward"]
    sit.press(Key.Key_Tab, Modifier.ShiftModifier)
    sit.press(Key.Key_Up, Modifier.AltModifier)
    assert sit.steps() == ["1 Dossier+", "1 the ward", "1 Call"]
    assert sit.rows[1].what.hasFocus()
    sit.press(Key.Key_Home)
    sit.press(Key.Key_Backspace)
    assert sit.steps() == ["1 Dossier+ the ward", "1 Call"]
    sit.press(Key.Key_End)
    sit.press(Key.Key_Delete)
    assert sit.steps() == ["1 Dossier+ the ward Call"]


def test_undo_goes_back_edit_by_edit_and_forth_again(sit: Sitting) -> None:
    begun = sit.editor.text
    sit.editor.form.steps.focus(0)
    sit.press(Key.Key_End)
    sit.type_in(" now")
    sit.press(Key.Key_Return)
    sit.type_in("Then")
    sit.press(Key.Key_Tab)
    assert sit.steps() == ["1 Dossier+ now", "2 Then"]
    for lines in (["1 Dossier+ now", "1 Then"], ["1 Dossier+ now", "1 "], ["1 Dossier+ now"]):
        sit.press(Key.Key_Z, Modifier.ControlModifier)
        assert sit.steps() == lines
    sit.press(Key.Key_Z, Modifier.ControlModifier)
    assert sit.editor.text == begun
    sit.press(Key.Key_Z, Modifier.ControlModifier)
    for _again in range(4):
        sit.press(Key.Key_Y, Modifier.ControlModifier)
    assert sit.steps() == ["1 Dossier+ now", "2 Then"]


@pytest.mark.parametrize(
    ("field", "typed", "taken"),
    [("who", "in", "Infirmière"), ("forms", "F06", "F06"), ("forms", "pl", "F06")],
)
def test_who_and_forms_are_taken_by_two_letters(
    sit: Sitting, field: str, typed: str, taken: str
) -> None:
    row = sit.rows[0]
    short = row.short_fields()[field]
    short.clear()
    short.setFocus()
    sit.type_in(typed)
    popup = row.completions[1 if field == "who" else 2]
    if popup.is_open:
        sit.qtbot.keyClick(popup.popup, Key.Key_Return)
    step = sit.editor.text.steps[0]
    assert taken in (step.who, *step.forms)
    assert len(sit.rows) == 1


def test_a_brace_names_a_local_value_known_or_new(sit: Sitting) -> None:
    row = sit.rows[0]
    row.what.setFocus()
    sit.press(Key.Key_End)
    sit.type_in(" at {pha")
    completions = row.completions[0]
    assert completions.offers()[0] == "téléphone de la pharmacie"
    sit.qtbot.keyClick(completions.popup, Key.Key_Return)
    assert sit.steps() == ["1 Dossier+ at {téléphone de la pharmacie}"]
    sit.type_in(" or ")
    sit.press(Key.Key_Space, Modifier.ControlModifier)
    sit.type_in("desk")
    sit.qtbot.keyClick(completions.popup, Key.Key_Return)
    assert sit.steps() == ["1 Dossier+ at {téléphone de la pharmacie} or {desk}"]
    sit.come_back()
    sit.qtbot.waitUntil(lambda: "desk" in sit.editor.values.fields)
    field = sit.editor.values.fields["desk"]
    field.setFocus()
    sit.type_in("4312")
    sit.press(Key.Key_Return)
    sit.wait()
    assert sit.editor.values.values["desk"] == "4312"


def test_escape_leaves_what_is_typed_when_names_are_offered(sit: Sitting) -> None:
    row = sit.rows[0]
    row.who.clear()
    row.who.setFocus()
    sit.type_in("me")
    sit.qtbot.keyClick(row.completions[1].popup, Key.Key_Escape)
    assert not row.completions[1].is_open
    assert sit.editor.text.steps[0].who == "me"


def test_the_steps_are_left_by_keys(sit: Sitting) -> None:
    sit.editor.form.steps.focus(0)
    focused = [sit.rows[0].what, *sit.rows[0].short_fields().values()]
    assert len(focused) == 5
    for field in focused[1:]:
        sit.press(Key.Key_Tab, Modifier.ControlModifier)
        assert field.hasFocus()
    sit.press(Key.Key_F6)
    assert sit.editor.form.numbers.rows[0].label.hasFocus()
    sit.press(Key.Key_F6, Modifier.ShiftModifier)
    assert sit.rows[0].what.hasFocus()
    with sit.qtbot.waitSignal(sit.page.finished):
        sit.press(Key.Key_Escape)


def test_every_part_is_reached_by_f6_and_comes_round(sit: Sitting) -> None:
    reached = []
    for _part in range(9):
        reached.append(sit.editor.form.part())
        sit.press(Key.Key_F6)
    assert len(set(reached)) == 9
    assert sit.editor.form.part() is reached[0]


def test_what_is_typed_is_saved_when_a_step_is_left_and_once_taken_back(sit: Sitting) -> None:
    sit.editor.form.steps.focus(0)
    sit.press(Key.Key_End)
    sit.type_in("!")
    sit.press(Key.Key_Return)
    sit.wait()
    assert sit.drafts.saves[-1][0].steps[0].what == "Dossier+!"
    sit.type_in("More")
    sit.page.settle()
    sit.wait()
    assert [carried for _text, carried in sit.drafts.saves] == [False, True]
    assert sit.records.unfinished == {}


def test_a_rest_saves_too(sit: Sitting) -> None:
    sit.editor.form.steps.focus(0)
    sit.type_in("Now ")
    assert sit.drafts.saves == []
    sit.qtbot.waitUntil(lambda: bool(sit.drafts.saves))
    sit.qtbot.waitUntil(lambda: sit.editor.keeper.is_settled)
    assert [text.steps[0].what for text, _carried in sit.drafts.saves] == ["Now Dossier+"]


def test_what_was_kept_of_a_killed_program_is_taken_up_again(qtbot: QtBot, jobs: Jobs) -> None:
    drafts, records = StandInDrafts(), StandInRecords()
    typed = replace(drafts.text, trigger="Typed before the cut")
    records.keep(unfinished_key("r2"), {"text": to_json(typed), "seen": text_mark(drafts.text)})
    sitting = sit_down(qtbot, jobs, drafts, records)
    sitting.wait()
    assert sitting.editor.text.trigger == "Typed before the cut"
    assert sitting.editor.told.isVisible()
    assert sitting.drafts.text.trigger == "Typed before the cut"
    sitting.press(Key.Key_Z, Modifier.ControlModifier)
    assert sitting.editor.text.trigger == ""


@pytest.mark.parametrize("mine", [True, False])
def test_of_two_texts_written_at_once_one_is_chosen_and_none_is_lost(
    sit: Sitting, mine: bool
) -> None:
    sit.drafts.text = theirs = replace(sit.drafts.text, trigger="Theirs")
    sit.editor.form.steps.focus(0)
    sit.type_in("My ")
    sit.page.settle()
    sit.wait()
    comparison = sit.editor.side.comparison
    assert comparison.isVisible()
    assert sit.drafts.text == theirs
    (comparison.mine if mine else comparison.theirs).click()
    sit.wait()
    assert sit.drafts.text.steps[0].what == ("My Dossier+" if mine else "Dossier+")
    assert sit.drafts.text.trigger == ("" if mine else "Theirs")
    sit.editor.form.steps.focus(0)
    sit.press(Key.Key_Z, Modifier.ControlModifier)
    assert sit.editor.text.trigger == ("Theirs" if mine else "")


def test_lines_pasted_from_word_become_steps(sit: Sitting) -> None:
    source = QMimeData()
    source.setHtml("<ol><li>Un<ol><li>Deux</li></ol></li><li>Trois<img src='x'></li></ol>")
    source.setText("not read")
    what = sit.rows[0].what
    what.selectAll()
    what.insertFromMimeData(source)
    assert sit.steps() == ["1 Un", "2 Deux", "1 Trois"]
    lines = sit.editor.form.lines[Part.STOPS]
    lines.insertFromMimeData(source)
    assert sit.editor.text.stops == ("Un", "Deux", "Trois")


def test_a_hundred_thousand_letters_are_refused_in_words(sit: Sitting) -> None:
    source = QMimeData()
    source.setText("word " * 20_000)
    before = sit.editor.text
    sit.rows[0].what.insertFromMimeData(source)
    assert sit.editor.text == before
    assert "99999" in sit.editor.trouble.label.said()
    QApplication.clipboard().setText("x" * 100_000)
    sit.rows[0].where.setFocus()
    sit.rows[0].where.paste()
    assert sit.editor.text == before


def test_warnings_lead_to_their_place(sit: Sitting) -> None:
    sit.editor.form.steps.focus(0)
    sit.type_in("word " * 21)
    warnings = sit.editor.warnings
    sit.qtbot.waitUntil(lambda: bool(warnings.buttons))
    sit.editor.form.go_to_part(0)
    sit.qtbot.keyClick(warnings.buttons[0], Key.Key_Space)
    assert sit.rows[0].what.hasFocus()


def test_the_newest_text_is_what_is_previewed(sit: Sitting) -> None:
    sit.editor.form.steps.focus(0)
    sit.type_in("abcdef ")
    newest = sit.editor.text
    sit.qtbot.waitUntil(lambda: sit.drafts.previews[-1] == newest)
    assert len(sit.drafts.previews) < 6
    sit.press(Key.Key_F8)
    assert not sit.editor.side.isVisible()
    sit.press(Key.Key_F8)
    assert sit.editor.side.isVisible()


def fill_in_approval(sit: Sitting) -> None:
    """Who and when, by keys, up to the question that comes last."""
    sit.type_in("Dr Moreau")
    sit.press(Key.Key_Return)
    sit.type_in("head of department")
    sit.press(Key.Key_Return)
    sit.type_in("Maryse Aubry")
    for _field in range(5):
        sit.press(Key.Key_Return)
    sit.press(Key.Key_Return)
    sit.wait()


def test_approving_asks_who_and_when(sit: Sitting) -> None:
    sit.page.approve.click()
    facts = sit.editor.side.approval.facts
    assert facts.notice.isVisible()
    assert facts.who.hasFocus()
    facts.approve.click()
    assert facts.trouble.isVisible()
    assert facts.who.hasFocus()
    facts.who.setText("Dr Moreau")
    facts.approved_on.setText("not a day")
    facts.approve.click()
    assert facts.trouble.isVisible()
    assert facts.approved_on.hasFocus()
    assert sit.drafts.approvals == []


def test_approving_says_what_comes_into_force_and_stays_away_from_the_keyboard(
    sit: Sitting,
) -> None:
    sit.page.approve.click()
    seen = sit.editor.form.verticalScrollBar().value()
    fill_in_approval(sit)
    assert sit.editor.form.verticalScrollBar().value() == seen
    asked = sit.editor.side.approval.confirmation
    assert asked.isVisible()
    assert sit.drafts.approvals == []
    assert asked.comes.said() == (
        "Revision 2 of “Dossier+” comes into force on 12\u00a0March\u00a02026 for Dossier+."
    )
    assert (
        asked.by.said() == "Approved by Dr Moreau, head of department on 12\u00a0March\u00a02026."
    )
    assert "revision 1" in asked.goes.said()
    assert asked.back.hasFocus()
    sit.press(Key.Key_Return)
    assert sit.editor.side.approval.facts.who.hasFocus()
    assert sit.drafts.approvals == []
    sit.editor.side.approval.facts.approve.click()
    sit.wait()
    sit.press(Key.Key_Escape)
    assert sit.editor.side.approval.facts.isVisible()
    sit.editor.side.approval.facts.back.click()
    assert sit.editor.side.preview.isVisible()
    assert sit.editor.form.paragraphs[Part.TITLE].hasFocus()
    sit.page.approve.click()
    sit.editor.side.approval.facts.approve.click()
    sit.wait()
    with sit.qtbot.waitSignal(sit.page.finished):
        asked.approve.click()
    (approval,) = sit.drafts.approvals
    assert (approval.approver, approval.role) == ("Dr Moreau", "head of department")
    assert (approval.author, approval.review_months) == ("Maryse Aubry", 12)
    assert approval.seen == text_mark(sit.drafts.text)


@pytest.mark.parametrize("code", ["en", "fr"])
def test_nothing_that_approves_has_a_key_of_its_own(qtbot: QtBot, jobs: Jobs, code: str) -> None:
    speak(code)
    sitting = sit_down(qtbot, jobs, StandInDrafts(), StandInRecords(), approving=True)
    approval = sitting.editor.side.approval
    buttons = (sitting.page.approve, approval.facts.approve, approval.confirmation.approve)
    assert [button.text() for button in buttons if "&" in button.text()] == []


def test_approving_is_reached_by_tab_before_the_text(sit: Sitting) -> None:
    assert sit.editor.form.paragraphs[Part.TITLE].hasFocus()
    sit.press(Key.Key_Tab, Modifier.ShiftModifier)
    assert sit.page.approve.hasFocus()


def test_the_first_draft_is_compared_with_nothing_and_says_why(qtbot: QtBot, jobs: Jobs) -> None:
    drafts = StandInDrafts()
    drafts.number = 1
    sitting = sit_down(qtbot, jobs, drafts, StandInRecords())
    compare = sitting.page.compare
    assert not compare.isEnabled()
    assert "first revision" in compare.accessibleDescription()
    said = [label.text() for label in sitting.editor.findChildren(QLabel)]
    assert any("no earlier one to compare with" in text for text in said)


def test_a_draft_is_compared_with_what_was_approved_never_with_itself(sit: Sitting) -> None:
    draft = replace(sit.drafts.revisions[0], id="r2", state=RevisionState.DRAFT, number=None)
    sit.drafts.revisions = (draft, *sit.drafts.revisions)
    sit.page.compare.click()
    sit.wait()
    offered = sit.editor.side.comparison.revisions
    assert [offered.itemText(n) for n in range(offered.count())] == [
        "revision 1, in force from 12\u00a0March\u00a02026"
    ]


def is_in_sight(sit: Sitting, widget: QWidget) -> bool:
    box = widget.visibleRegion().boundingRect()
    return box.height() == widget.height()


@pytest.mark.parametrize("count", [3, 40])
def test_what_was_pasted_last_is_in_sight_with_the_keyboard_in_it(sit: Sitting, count: int) -> None:
    source = QMimeData()
    source.setText("\n".join(f"A step that was copied from elsewhere, {n}" for n in range(count)))
    sit.editor.form.steps.focus(0)
    what = sit.rows[0].what
    what.selectAll()
    what.insertFromMimeData(source)
    last = sit.rows[count - 1].what
    sit.qtbot.waitUntil(last.hasFocus)
    sit.qtbot.waitUntil(lambda: is_in_sight(sit, last))
    assert last.text().endswith(f" {count - 1}")
    assert last.textCursor().position() == len(last.text())


LEAST = QSize(905, 480 - 100)
"""What 150 % on a screen of 1366 × 768 leaves, less the bars above and below a page of work."""


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_editor_fits_on_a_small_enlarged_screen(qtbot: QtBot, jobs: Jobs, code: str) -> None:
    speak(code)
    drafts = StandInDrafts()
    sitting = sit_down(qtbot, jobs, drafts, StandInRecords())
    sitting.editor.form.steps.focus(0)
    sitting.type_in("word " * 21)
    qtbot.waitUntil(sitting.editor.warnings.isVisible)
    shown = {
        "preview": sitting.editor.show_preview,
        "comparison": sitting.editor.compare,
        "approval": sitting.editor.ending.begin_approval,
    }
    for show in shown.values():
        show()
        sitting.wait()
        least = sitting.page.minimumSizeHint()
        assert (least.width() <= LEAST.width(), least.height() <= LEAST.height()) == (True, True)
    sitting.page.resize(LEAST)
    qtbot.waitUntil(lambda: sitting.page.size() == LEAST)
    for button in (sitting.page.leave, sitting.page.approve, sitting.page.compare):
        assert is_in_sight(sitting, button)


def test_a_draft_is_given_up_by_its_button(sit: Sitting) -> None:
    button = next(b for b in sit.page.findChildren(QPushButton) if b.text() == "Give the draft &up")
    with sit.qtbot.waitSignal(sit.page.finished):
        button.click()
    assert sit.drafts.calls == ["discarded"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_and_kept_letter_by_letter(
    qtbot: QtBot, jobs: Jobs, text: str
) -> None:
    drafts = StandInDrafts(text)
    line = " ".join(text.split())
    drafts.text = ProcedureText(
        line, line, line, (line,), (line,), (Step(line, line, (), line),),
        (UsefulNumber(line, line),), (line,), (line,),
    )  # fmt: skip
    sitting = sit_down(qtbot, jobs, drafts, StandInRecords())
    assert sitting.editor.text == drafts.text
    sitting.editor.compare()
    sitting.wait()
    assert line in sitting.editor.side.comparison.view.shown.toPlainText()
    for label in sitting.page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_every_field_has_a_name_for_a_screen_reader(sit: Sitting) -> None:
    fields = [
        field
        for kind in (QLineEdit, QPlainTextEdit)
        for field in sit.page.findChildren(kind)
        if field.isVisible()
    ]
    assert len(fields) > 10
    assert [f for f in fields if not f.accessibleName()] == []
    assert sit.rows[0].who.accessibleName() == "Step 1, who"


@pytest.mark.parametrize("code", ["en", "fr"])
def test_no_two_keys_of_the_editor_clash(qtbot: QtBot, jobs: Jobs, code: str) -> None:
    speak(code)
    sitting = sit_down(qtbot, jobs, StandInDrafts(), StandInRecords())
    assert visible_keys(sitting.page) == []
    sitting.editor.compare()
    sitting.wait()
    assert visible_keys(sitting.page) == []
    sitting.editor.submit.click()
    assert visible_keys(sitting.page) == []
    sitting.type_in("Claire Lemaire")
    sitting.editor.submitting.form.finish()
    sitting.wait()
    assert visible_keys(sitting.page) == []
    sitting.editor.ending.begin_approval()
    sitting.editor.side.approval.facts.go_to("exception")
    assert visible_keys(sitting.page) == []


def test_what_another_owns_is_begun_from_what_is_chosen(qtbot: QtBot, jobs: Jobs) -> None:
    drafts = StandInDrafts()
    drafts.present_owner = "e1"
    sitting = sit_down(qtbot, jobs, drafts, StandInRecords())
    sources = sitting.page.sources
    assert sources is not None
    assert [source.kind.value for source, _button in sources.sources] == [
        "procedure",
        "starter",
        "nothing",
    ]
    assert sources.sources[0][1].hasFocus()
    sources.owners["e1"].setChecked(True)
    sources.sources[1][1].click()
    sitting.wait()
    (wanted,) = drafts.opened
    assert (wanted.owner_id, wanted.source.kind.value) == ("e1", "starter")
    assert sitting.editor.text == drafts.text


def test_approving_opens_the_draft_that_holds_whoever_owns_it(qtbot: QtBot, jobs: Jobs) -> None:
    drafts = StandInDrafts()
    drafts.present_owner = "e1"
    sitting = sit_down(qtbot, jobs, drafts, StandInRecords(), approving=True)
    assert [(w.owner_id, w.source.revision_id) for w in drafts.opened] == [("e1", "r1")]
    assert sitting.editor.side.approval.isVisible()


def test_a_draft_is_submitted_beside_its_text_and_taken_back(qtbot: QtBot, jobs: Jobs) -> None:
    approvals = StandInApprovals()
    sitting = sit_down(qtbot, jobs, StandInDrafts(), StandInRecords(), approvals=approvals)
    editor = sitting.editor
    assert editor.submitting.bar.isHidden()
    editor.submit.click()
    form = editor.submitting.form
    assert form.isVisible()
    assert form.who.hasFocus()
    sitting.type_in("Claire Lemaire")
    form.finish()
    sitting.wait()
    assert editor.submitting.bar.isVisible()
    assert not editor.submit.isVisible()
    assert editor.side.preview.isVisible()
    editor.submitting.bar.sheet.click()
    sitting.wait()
    editor.form.paragraphs[Part.TITLE].setFocus()
    sitting.type_in("x")
    qtbot.waitUntil(editor.submit.isVisible)
    assert "draft again" in editor.submitting.bar.label.said()
    editor.submitting.bar.back.click()
    sitting.wait()
    assert editor.submitting.bar.isHidden()
    assert [done[0] for done in approvals.done] == ["submit", "sheet", "take back"]


def test_what_is_submitted_was_saved_before(qtbot: QtBot, jobs: Jobs) -> None:
    approvals = StandInApprovals()
    sitting = sit_down(qtbot, jobs, StandInDrafts(), StandInRecords(), approvals=approvals)
    sitting.type_in("Changed ")
    sitting.editor.submit.click()
    sitting.wait()
    (text, _goes_on) = sitting.drafts.saves[-1]
    sitting.type_in("Claire Lemaire")
    sitting.editor.submitting.form.finish()
    sitting.wait()
    submission = approvals.done[0][2]
    assert isinstance(submission, Submission)
    assert submission.seen == text_mark(text)


def test_the_author_approves_only_with_a_sentence_that_says_why(sit: Sitting) -> None:
    sit.page.approve.click()
    facts = sit.editor.side.approval.facts
    assert not facts.exception.isVisible()
    facts.who.setText("Dr Claire ROY")
    facts.author.setText("roy claire")
    facts.approve.click()
    assert facts.exception.hasFocus()
    assert "wrote this text" in facts.trouble.label.said()
    facts.exception.setText("alone tonight")
    facts.months.setText("a year")
    facts.approve.click()
    assert facts.months.hasFocus()
    facts.months.setText("6")
    facts.approve.click()
    sit.wait()
    asked = sit.editor.side.approval.confirmation
    assert asked.isVisible()
    with sit.qtbot.waitSignal(sit.page.finished):
        asked.approve.click()
    (approval,) = sit.drafts.approvals
    assert (approval.exception, approval.review_months) == ("alone tonight", 6)


def test_long_names_of_owner_and_title_are_cut_on_their_buttons_and_told_whole(
    qtbot: QtBot, jobs: Jobs
) -> None:
    drafts = StandInDrafts()
    drafts.present_owner = "e1"
    drafts.name = "Cardiologie et consultations spécialisées du pôle médico-technique de Nord"
    sources = sit_down(qtbot, jobs, drafts, StandInRecords()).page.sources
    assert sources is not None
    sources.resize(880, 400)
    assert sources.horizontalScrollBar().maximum() == 0
    assert drafts.name in sources.sources[0][1].toolTip()
