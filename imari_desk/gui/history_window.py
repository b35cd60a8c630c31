"""Every value an item ever had: who, when, where from, and what changed with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from imari_desk.desk.leaf import Leaf
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.items import Item, items_by_key
from imari_desk.domain.records import HistoryEntry
from imari_desk.domain.taking_in import Effect
from imari_desk.domain.words import sentence
from imari_desk.gui.exchange.import_lines import ChipText, Kind, Line, item_label, value_name
from imari_desk.gui.kit import Button
from imari_desk.gui.list_window import ListWindow
from imari_desk.gui.notebook import Notebook
from imari_desk.gui.side.flow import moment
from imari_desk.gui.work import Work


class HistoryWindow(ListWindow):
    """The history of one item of the open page, the newest first. Closes when the page goes."""

    def __init__(
        self, notebook: Notebook, leaf: Leaf, key: str, parent: QWidget | None = None
    ) -> None:
        self._notebook, self._leaf, self._key = notebook, leaf, key
        self._item = items_by_key(leaf.plan, leaf.measure, leaf.fiscal_year)[key]
        self._entries: tuple[HistoryEntry, ...] = ()
        label = item_label(leaf.plan, leaf.measure.code, self._item)
        super().__init__(sentence("history.title", label=label), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        year = fiscal_year_name(leaf.fiscal_year)
        self._work = Work(notebook.background, self)
        self.said.setText(sentence("history.about", measure=leaf.measure.code, year=year))
        self.said.setVisible(True)
        self.restore_button = Button(sentence("history.restore"), "primary")
        self.buttons.insertWidget(1, self.restore_button)
        self.restore_button.clicked.connect(self.restore)
        self.rows.entered_row.connect(lambda _index: self.restore_button.setFocus())
        self.rows.selectionModel().currentChanged.connect(self._show_choice)
        notebook.leaf_opened.connect(self._other_page)
        notebook.leaf_changed.connect(self._changed)
        self._load()

    def restore(self) -> None:
        """Write the chosen value again, on top of what stands."""
        entry = self._chosen()
        if entry is not None and self.restore_button.isEnabled():
            self._notebook.restore(self._key, entry.written.value)
            self.message.say(sentence("history.restored"), "ok")

    def _load(self) -> None:
        desk, leaf, key = self._notebook.desk, self._leaf, self._key
        job = self._work.ask
        job(
            lambda: desk.history(leaf.measure.code, leaf.fiscal_year, key), self._show, self._failed
        )

    def _show(self, entries: tuple[HistoryEntry, ...]) -> None:
        self._entries = entries[::-1]
        standing = self._leaf.evaluation.values(self._key)
        self.lines.show(history_lines(self._item, entries, standing))
        if not entries:
            self.message.say(sentence("history.nothing"), "plain")
        self.rows.setCurrentIndex(self.lines.index(0))
        self.rows.setFocus()
        self._show_choice()

    def _show_choice(self, *_indexes: QModelIndex) -> None:
        entry = self._chosen()
        standing = self._leaf.evaluation.values(self._key)
        same = entry is not None and standing == (entry.written.value,)
        self.restore_button.setEnabled(entry is not None and not same and not self._leaf.locked)
        code = "history.is_standing" if same else ""
        code = "history.locked" if self._leaf.locked else code
        self.restore_button.setToolTip(sentence(code) if code else "")
        self.restore_button.setAccessibleDescription(sentence(code) if code else "")

    def _chosen(self) -> HistoryEntry | None:
        row = self.rows.currentIndex().row()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _changed(self, leaf: Leaf) -> None:
        self._leaf = leaf
        self._load()

    def _other_page(self, _leaf: Leaf) -> None:
        self.close()

    def _failed(self, error: Exception) -> None:
        raise error


def history_lines(
    item: Item, entries: Sequence[HistoryEntry], standing: Sequence[str]
) -> tuple[Line, ...]:
    """One line an entry, the newest first, each with what it changed against the one before."""
    found = []
    before = ""
    for n, entry in enumerate(entries):
        value = entry.written.value
        newest = value in standing and value not in (e.written.value for e in entries[n + 1 :])
        found.append(_line(item, entry, before, newest=newest))
        before = before if entry.held or entry.taken_back else value
    return tuple(reversed(found))


def _line(item: Item, entry: HistoryEntry, before: str, *, newest: bool) -> Line:
    value = entry.written.value
    chip: ChipText | None = (sentence("history.standing"), "ok", "check") if newest else None
    if entry.held:
        chip = (sentence("history.held"), "plain", "dash")
    elif entry.taken_back:
        chip = (sentence("history.taken_back"), "plain", "back")
    origin = "　".join(filter(None, (_source(entry), _place(entry))))
    return Line(
        Kind.CHANGE,
        moment(entry.origin.noted_at),
        note=origin,
        before=(value_name(item, before),),
        after=(value_name(item, value),),
        effect=Effect.CHANGED if before else Effect.NEW,
        chip=chip,
    )


def _source(entry: HistoryEntry) -> str:
    origin = entry.origin
    if origin.file_name:
        return sentence("history.from_file", file=origin.file_name)
    if origin.person:
        return sentence("history.by", person=origin.person)
    return sentence("history.here")


def _place(entry: HistoryEntry) -> str:
    place = entry.place
    return sentence("history.at", sheet=place.sheet, cell=place.cell) if place else ""
