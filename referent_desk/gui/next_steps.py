"""What the buttons of empty pages do: the next step, wherever it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from referent_desk.gui.desk_tabs import DeskTabs
from referent_desk.gui.empty_texts import NextStep
from referent_desk.gui.home_pages import HomePages
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions_today import FirstStepsQuestions


class NextSteps(QObject):
    """`department_made` comes before the page of the first steps ends: the tabs below show it.

    `file_asked`: a file is to be imported, and chosen at once.
    """

    department_made = Signal(object)
    place_asked = Signal(object)
    choose_asked = Signal()
    import_asked = Signal()
    file_asked = Signal()
    print_asked = Signal()

    def __init__(
        self, questions: FirstStepsQuestions, tabs: DeskTabs, pages: HomePages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._tabs = tabs
        self._pages = pages
        tabs.step_asked.connect(self.do)
        pages.step_asked.connect(self.do)

    def do(self, step: NextStep) -> None:
        if step is NextStep.START:
            self.begin_first_steps()
        elif step is NextStep.IMPORT:
            self.import_asked.emit()
        elif step is NextStep.CHOOSE:
            self.choose_asked.emit()
        elif step is NextStep.PRINT:
            self.print_asked.emit()
        elif step is NextStep.FUNCTIONS and self._tabs.department is not None:
            here = (self._tabs.department.id,)
            self.place_asked.emit(Place(TabName.DEPARTMENTS, here, None, "tick"))

    def begin_first_steps(self) -> None:
        from referent_desk.gui.first_steps.pages import FirstStepsPage  # not before it is asked

        page = FirstStepsPage(self._questions, self._tabs.editing)
        page.made.connect(self._pages.show_tabs_below)
        page.made.connect(self.department_made)
        page.print_asked.connect(self.print_asked)
        page.today_asked.connect(lambda: self.place_asked.emit(Place(TabName.TODAY)))
        page.functions.hint.asked.connect(self.file_asked)
        page.done.import_asked.connect(self.file_asked)
        self._pages.begin_work(page)
