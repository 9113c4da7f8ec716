"""The tab of departments: a tree to walk and to move about in, or the flat list of before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from referent_desk.domain.departments import DepartmentRow
from referent_desk.errors import NotFound
from referent_desk.gui.departments.moves import move
from referent_desk.gui.departments.new_departments import new_form
from referent_desk.gui.departments.subjects import tree_columns
from referent_desk.gui.departments.tree_views import DepartmentTree
from referent_desk.gui.departments.trees import Branches, TreeModel, read_branches
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.list_tabs import ListTab
from referent_desk.gui.places import Key
from referent_desk.gui.subjects import Subject
from referent_desk.language import _


class DepartmentTab(ListTab):
    """A typed filter or a sort shows the list, whatever was chosen."""

    def __init__(self, subject: Subject, jobs: Jobs, editing: Editing) -> None:
        self._records = editing.records
        self._jobs = jobs
        self._branches_answer = LatestAnswer(jobs)
        self._was_read = False
        self._wants_tree = True
        self._is_sorted = False
        self._is_settling = False
        self.tree_model = TreeModel(tree_columns())
        self.tree = DepartmentTree(subject.title, self.tree_model)
        self.as_tree = _switch(_("Tree"), _("Show the departments as a tree"))
        self.as_list = _switch(_("List"), _("Show the departments as a list"))
        self.taken = PlainLabel("", Look.MUTED)
        super().__init__(subject, jobs, editing)
        self.tree_model.setParent(self)
        self._editing_tree = editing
        self._add_tree()
        self._connect_tree(editing)

    def _add_tree(self) -> None:
        self.as_tree.setChecked(True)
        group = QButtonGroup(self)
        box = QFrame()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.as_tree, self.as_list):
            group.addButton(button)
            row.addWidget(button)
        self.pane.head.offer(box, place=1, yields=2)
        self.pane.add_view(self.tree)
        layout = self.pane.layout()
        assert layout is not None
        layout.addWidget(self.taken)
        self.taken.hide()
        self._show_right_view()

    def _connect_tree(self, editing: Editing) -> None:
        self.as_tree.clicked.connect(lambda _on: self._unsort())
        self.as_list.clicked.connect(lambda _on: self._want_list())
        self.tree.header().sectionClicked.connect(self._sort_by)
        self.tree.row_chosen.connect(self._choose)
        self.tree.row_followed.connect(self._follow)
        self.tree.taken.connect(self._say_taken)
        self.tree.moved.connect(self._move)
        self.tree_model.wants_below.connect(self._read_below)
        self.tree.let_move(editing.is_possible)
        editing.saver.ability_changed.connect(self.tree.let_move)

    @property
    def shows_tree(self) -> bool:
        return self._wants_tree and not self._is_sorted and not self.pane.filter.text()

    def take_focus(self) -> None:
        self.pane.rows_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen_row(self) -> DepartmentRow | None:
        view = self.tree if self.shows_tree else self.pane.table
        row = view.chosen_row()
        return row if isinstance(row, DepartmentRow) else None

    def begin_new(self) -> None:
        editing, row = self._editing_tree, self.chosen_row()
        if editing.is_possible and self.can_read:
            above = self.tree_model.above(row.id) if row is not None else None
            self.open_form(new_form(row, above, editing), lambda saved: (saved.id,))

    def show_key(self, key: Key) -> None:
        super().show_key(key)
        if self.shows_tree and self._is_ready and not self.tree_model.index_of(_id(key)).isValid():
            self._read_tree()

    def _read(self) -> None:
        super()._read()
        if self.can_read and self.shows_tree:
            self._read_tree()

    def _read_tree(self) -> None:
        """The branches that are open, and those that lead to what is shown."""
        wanted = _id(self.key) or None
        opened = self.tree.opened() if self._was_read else None
        children, read = self._records.children, self._records.read

        def ask() -> Branches:
            try:
                return read_branches(children, read, opened, wanted)
            except NotFound:
                return read_branches(children, read, opened, None)

        self._branches_answer.ask(ask, self._show_branches, self._refuse)

    def _show_branches(self, found: Branches) -> None:
        self._was_read = True
        bar = self.tree.verticalScrollBar()
        place = bar.value()
        self._is_settling = True
        self.tree_model.show_branches(found)
        self.tree.open_all(frozenset(node_id for node_id in found if node_id is not None))
        bar.setValue(place)
        self._is_settling = False
        self._choose_again()

    def _read_below(self, node_id: str) -> None:
        children = self._records.children
        self._jobs.run(
            lambda: children(node_id),
            lambda rows: self.tree_model.show_below(node_id, rows),
        )

    def _take_loaded(self) -> None:
        """In the tree the branches choose, once they are there."""
        self._show_right_view(read=False)
        if not self.shows_tree:
            super()._take_loaded()

    def _choose_again(self) -> None:
        if not self.shows_tree:
            super()._choose_again()
        elif self.form is None:
            self._choose_in_tree()

    def _choose_in_tree(self) -> None:
        before, led = self.tree.chosen_row(), self.key
        if not led:
            if self.tree_model.rowCount():
                self.tree.choose_first()
            else:
                self._clear()
        elif self.tree.choose(_id(led)):
            if before is not None and before.id == _id(led):
                self._show_detail(led)
        else:
            self.tree.choose_none()
            self._show_detail(led)

    def _choose(self, row: object) -> None:
        """The first current row that a view takes by itself chooses nothing."""
        if not self._is_settling:
            super()._choose(row)

    def _want_list(self) -> None:
        self._wants_tree = False
        self._show_right_view()

    def _unsort(self) -> None:
        """The tree has an order of its own, and shows all there is."""
        header = self.pane.table.horizontalHeader()
        self._wants_tree = True
        self.pane.filter.clear()
        self._is_sorted = False
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._show_right_view()

    def _sort_by(self, number: int) -> None:
        """A header of the tree sorts the list by the same column."""
        title = self.tree_model.columns[number].title
        column = next(n for n, c in enumerate(self.subject.columns) if c.title == title)
        if self.subject.columns[column].sort:
            header = self.pane.table.horizontalHeader()
            header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)

    def _order(self, column: int, direction: Qt.SortOrder) -> None:
        self._is_sorted = column >= 0 and bool(self.subject.columns[column].sort)
        super()._order(column, direction)

    def _show_right_view(self, *, read: bool = True) -> None:
        view = self.tree if self.shows_tree else self.pane.table
        (self.as_tree if self.shows_tree else self.as_list).setChecked(True)
        if view is not self.pane.rows_view:
            self.pane.show_view(view)
            if self.shows_tree and self.can_read:
                self._read_tree()
            elif read and self.can_read:
                self._choose_again()

    def _move(self, node_id: str, parent_id: str) -> None:
        """What was moved is shown where it is now."""
        editing = self._editing_tree
        move(editing, node_id, parent_id, lambda _saved: self.show_key((node_id,)))

    def _say_taken(self, row: DepartmentRow | None) -> None:
        self.taken.setVisible(row is not None)
        if row is not None:
            text = _("{name} is taken: choose where it goes, then Ctrl+V. Escape lets it go.")
            self.taken.say(text.format(name=row.name))


def _id(key: Key) -> str:
    return str(key[0]) if key and key[0] is not None else ""


def _switch(text: str, said: str) -> QPushButton:
    button = QPushButton(text)
    button.setCheckable(True)
    button.setProperty("look", "switch")
    button.setAutoDefault(False)
    button.setAccessibleName(said)
    return button
