"""One file beside the list: what it is, tabs, and everything about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from imari_desk.desk.office.outlook import FileOutlook, Group, Outlook
from imari_desk.domain.plan import Plan
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.comment_box import moment
from imari_desk.gui.kit import Button, Card, Rule, Text
from imari_desk.gui.office.receiving.contents import SAME, TABS, Contents, tabs_of
from imari_desk.gui.office.receiving.tabs import Tabs


class Detail(Card):
    """``opened(FileOutlook)``: the original is to be opened."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row: FileOutlook | None = None
        self._found: Outlook | None = None
        self._plan: Plan | None = None
        self._title, self._facts = Text("", "head", wrap=True), Text("", "support", wrap=True)
        self.open_button = Button(sentence("office.receiving.open"), "small")
        self.tabs = Tabs(TABS)
        self.contents = Contents()
        self._head, self._names = QHBoxLayout(), QVBoxLayout()
        self._names.addWidget(self._title)
        self._names.addWidget(self._facts)
        self._head.addLayout(self._names, 1)
        self._head.addWidget(self.open_button)
        self._page = QVBoxLayout(self)
        self._page.addLayout(self._head)
        self._page.addWidget(self.tabs)
        self._page.addWidget(Rule())
        self._page.addWidget(self.contents, 1)
        self.tabs.chosen.connect(self._turn)
        self.open_button.clicked.connect(self._open)
        look.follow(self._dress)

    def show_file(self, row: FileOutlook, found: Outlook | None, plan: Plan) -> None:
        """One file, with what the others make of it as far as they are known."""
        self._row, self._found, self._plan = row, found, plan
        self._title.setText(row.file.name)
        self._title.setToolTip(str(row.file.path))
        self._facts.setText("　｜　".join(_facts(row)))
        self._facts.setVisible(True)
        self.open_button.setVisible(True)
        self.tabs.setVisible(not row.file.refused)
        self.tabs.show_tabs(tabs_of(row, found))
        self.contents.show_file(row, found, plan, self.tabs.here)

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """What can be decided for several files at once."""
        self._row = None
        self._title.setText(sentence("office.receiving.groups"))
        self._facts.setText(sentence("office.receiving.groups_help"))
        self.open_button.setVisible(False)
        self.tabs.setVisible(False)
        self.contents.show_groups(groups)

    def _turn(self, tab: str) -> None:
        if self._row is not None and self._plan is not None and tab == SAME:
            self.contents.show_file(self._row, self._found, self._plan, tab)
        elif tab in TABS:
            self.contents.turn(tab)

    def _open(self) -> None:
        if self._row is not None:
            self.opened.emit(self._row)

    def _dress(self) -> None:
        self._page.setContentsMargins(1, look.px(12), 1, 1)
        self._page.setSpacing(look.px(4))
        self._head.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._head.setSpacing(look.px(12))
        self._names.setSpacing(look.px(6))


def _facts(row: FileOutlook) -> list[str]:
    """Who sent it, who wrote it, its number, when it was saved, as far as that is known."""
    report = row.file.report
    if report.header is None:
        return [sentence("exchange.unknown_file")]
    header = report.header
    facts = [header.department, header.purpose.value]
    if header.number:
        facts.append(sentence("exchange.number", number=header.number))
    if report.saved_at:
        facts.append(sentence("exchange.saved", when=moment(report.saved_at)))
    return [one for one in facts if one]
