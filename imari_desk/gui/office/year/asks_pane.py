"""お願い: what is asked, a template for all, and the text for each 課 ready to be pasted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.office.year_view import Party, YearView
from imari_desk.domain.asking import COVERING, MESSAGE, SUBJECT, TEXTS, places, template, together
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, ChoiceField, LineField, Text, TextField
from imari_desk.gui.office.year.keeper import Keeper
from imari_desk.gui.page_area import PageArea

_NARROW = 760  # pixels at 100 % below which the cards stand one below the other
Field = LineField | TextField


class _Texts(QWidget):
    """The three texts, each under its name. ``typed(str kind, str text)``."""

    typed = Signal(str, str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {
            SUBJECT: LineField(),
            COVERING: TextField(min_lines=5, max_lines=9),
            MESSAGE: TextField(min_lines=2, max_lines=4),
        }
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for kind, field in self.fields.items():
            label = sentence(f"office.year.asks.{kind}")
            field.set_names(f"{label}　{name}", "")
            self._column.addWidget(Text(label, "label"))
            self._column.addWidget(field.widget())
            field.edited.connect(lambda text, one=kind: self.typed.emit(one, text))
        self.setFocusProxy(self.fields[SUBJECT].widget())
        look.follow(self._dress)

    def show_text(self, kind: str, text: str, *, sure: bool) -> None:
        """Show a text; one somebody is typing in stays unless it is ``sure``."""
        field = self.fields[kind]
        inside = field.page if isinstance(field, TextField) else field
        if sure or not inside.hasFocus():
            field.show_text(text)

    def _dress(self) -> None:
        self._column.setSpacing(look.px(4))


class AsksPane(QWidget):
    """``said(str)``: something is on the clipboard."""

    said = Signal(str)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._view: YearView | None = None
        self._shown = ""  # the 課 whose texts are shown
        head = sentence("office.year.asks.template")
        self.template = _Texts(head)
        self.defaults = Button(sentence("office.year.asks.defaults"), "link")
        self.department = ChoiceField((), required=True)
        self.department.set_names(sentence("office.year.asks.department"), "")
        self.own = _Texts(sentence("office.year.asks.one"))
        self.note = Text("", "support", wrap=True)
        self.as_template = Button(sentence("office.year.asks.as_template"), "link")
        self.copy_subject = Button(sentence("office.year.asks.copy_subject"), "small")
        self.copy_covering = Button(sentence("office.year.asks.copy_covering"), "small")
        self.copy_all = Button("", "small")
        self._nobody = Text(sentence("office.year.asks.nobody"), "body", wrap=True)
        self._lay_out(head)
        self._connect()
        self.setFocusProxy(self.template)
        look.follow(self._dress)

    @property
    def party(self) -> Party | None:
        """The 課 whose texts are shown."""
        parties = self._view.parties if self._view is not None else ()
        name = self.department.text()
        return next((one for one in parties if one.department == name), None)

    def show_year(self, view: YearView) -> None:
        there = self._view
        another = there is None or there.fiscal_year != view.fiscal_year
        self._view = view
        for kind in TEXTS:
            self.template.show_text(kind, view.texts[kind], sure=another)
        names = tuple(one.department for one in view.parties)
        if another or there is None or names != tuple(p.department for p in there.parties):
            self.department.offer(names)
        self.copy_all.setText(sentence("office.year.asks.copy_all", count=len(names)))
        self._one.setVisible(bool(names))
        self._nobody.setVisible(not names)
        self._show_party(sure=another)

    def _show_party(self, *, sure: bool) -> None:
        one = self.party
        if one is None:
            return
        another = one.department != self._shown
        self._shown = one.department
        texts = dict(zip(TEXTS, one.letter, strict=True))
        for kind, text in texts.items():
            self.own.show_text(kind, text, sure=sure or another)
        self.note.setText(
            sentence("office.year.asks.own" if one.own else "office.year.asks.common")
        )
        self.as_template.setVisible(bool(one.own))

    def _type_own(self, kind: str, text: str) -> None:
        if self._shown:
            self._keeper.type(kind, text, self._shown)

    def _drop_own(self) -> None:
        one = self.party
        for kind in one.own if one is not None else ():
            self._keeper.type(kind, "", self._shown)
        self._shown = ""
        self._keeper.flush()

    def _back_to_defaults(self) -> None:
        for kind in TEXTS:
            self.template.show_text(kind, template(kind), sure=True)
            self._keeper.type(kind, template(kind))
        self._keeper.flush()

    # Copying

    def _copy(self, kind: str) -> None:
        QGuiApplication.clipboard().setText(self.own.fields[kind].text())
        code = f"office.year.asks.copied_{kind}"
        self.said.emit(sentence(code, department=self.department.text()))

    def _copy_all(self) -> None:
        if self._view is not None:
            parties = self._view.parties
            QGuiApplication.clipboard().setText(together(one.letter for one in parties))
            self.said.emit(sentence("office.year.asks.copied_all", count=len(parties)))

    # Putting it together

    def _connect(self) -> None:
        self.template.typed.connect(lambda kind, text: self._keeper.type(kind, text))
        self.own.typed.connect(self._type_own)
        self.defaults.clicked.connect(self._back_to_defaults)
        self.as_template.clicked.connect(self._drop_own)
        self.department.edited.connect(self._go_to_party)
        self.copy_subject.clicked.connect(lambda: self._copy(SUBJECT))
        self.copy_covering.clicked.connect(lambda: self._copy(COVERING))
        self.copy_all.clicked.connect(self._copy_all)

    def _go_to_party(self, _name: str) -> None:
        self._keeper.flush()
        self._show_party(sure=True)

    def _lay_out(self, head: str) -> None:
        inside, around = QWidget(), QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(PageArea(inside))
        self._cards = QHBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        left, right, self._one = Card(), Card(), QWidget()
        self._left, self._right = QVBoxLayout(left), QVBoxLayout(right)
        self._inside, self._top, self._foot = QVBoxLayout(self._one), QHBoxLayout(), QHBoxLayout()
        title = QHBoxLayout()
        title.addWidget(Text(head, "subject"))
        title.addStretch(1)
        title.addWidget(self.defaults)
        self._left.addLayout(title)
        hint = sentence("office.year.asks.template_hint", places="".join(places()))
        self._left.addWidget(Text(hint, "support", wrap=True))
        self._left.addWidget(self.template)
        self._left.addStretch(1)
        self._top.addWidget(Text(sentence("office.year.asks.one"), "subject"))
        self._top.addWidget(self.department)
        self._top.addStretch(1)
        self._top.addWidget(self.as_template)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addLayout(self._top)
        self._inside.addWidget(self.note)
        for button in (self.copy_subject, self.copy_covering, self.copy_all):
            self._foot.addWidget(button)
        self._foot.addStretch(1)
        self._inside.addLayout(self._foot)
        self._inside.addWidget(self.own)
        self._right.addWidget(self._one)
        self._right.addWidget(self._nobody)
        self._right.addStretch(1)
        self._cards.addWidget(left, 1)
        self._cards.addWidget(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() / look.zoom() >= _NARROW
        way = QBoxLayout.Direction
        self._cards.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _dress(self) -> None:
        pad = look.px(16)
        for column in (self._left, self._right):
            column.setContentsMargins(pad, look.px(12), pad, look.px(12))
            column.setSpacing(look.px(8))
        self._cards.setSpacing(look.px(12))
        for row in (self._inside, self._top, self._foot):
            row.setSpacing(look.px(8))
        self._turn()
