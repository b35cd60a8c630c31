"""What a person decides, each on a card: several answers, a cell beside the items, many at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from imari_desk.desk.office.looking import Cell, LookedFile
from imari_desk.desk.office.outlook import Conflict, Group, of_cell_deal
from imari_desk.domain.deciding import Chosen, Deal, Dealt, Side, chosen, dealt
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.items import item_of
from imari_desk.domain.plan import Plan
from imari_desk.domain.together import Place
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.difference_view import marked_in, plain
from imari_desk.gui.exchange.import_lines import value_name
from imari_desk.gui.form.arrange import Column, Row, Turning
from imari_desk.gui.kit import Button, Chip, ChoiceField, Text
from imari_desk.gui.office.receiving.pick import Pick

if TYPE_CHECKING:
    from imari_desk.domain.items import Item

_SIDE_BY_SIDE = 520  # pixels at 100 % from which answers stand side by side
_SHORT = 6  # characters of an answer that is shown large
_MANY = 5  # members of a group that are named


class _Tinted(QFrame):
    """A box in a tone, with a thin edge. ``decided(dict)``: subjects and choices."""

    decided = Signal(object)

    def __init__(self, tone: look.Tone) -> None:
        super().__init__()
        self._tone = tone

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, tint = look.tone(self._tone)
        edge = QColor(ink)
        edge.setAlphaF(0.45)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(QColor(tint))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        painter.end()


class ConflictCard(_Tinted):
    """Several answers to one item: one of them, or the 課 is asked, or all stay."""

    def __init__(self, conflict: Conflict, plan: Plan) -> None:
        super().__init__("warn")
        self._conflict = conflict
        at = conflict.evaluation
        item = _item(plan, conflict)
        self._picks: dict[str, Pick] = {}
        self._group = QButtonGroup(self)
        answers, others = Turning(_SIDE_BY_SIDE, gap=8), Turning(_SIDE_BY_SIDE, gap=8)
        said = [value_name(item, one.value) for one in conflict.answers]
        for n, one in enumerate(conflict.answers):
            html = marked_in(said[n], said[1 if n == 0 else 0]) if said[n] else plain("")
            sources = "、".join(one.sources)
            spoken = said[n] or sentence("exchange.blank")
            pick = Pick(html, spoken, sources, large=len(said[n]) <= _SHORT)
            self._add(answers, pick, str(Chosen(Side.VALUE, one.value)))
        for side in (Side.ASK, Side.BOTH):
            word = sentence(f"office.receiving.side.{side.value}")
            below = sentence(f"office.receiving.side.{side.value}_help")
            self._add(others, Pick(plain(word), word, below), str(Chosen(side)))
        facts = {"count": len(conflict.answers), "label": conflict.label}
        head = sentence("office.receiving.torn", **facts)
        where = sentence(
            "office.receiving.torn_at", measure=at.measure, year=fiscal_year_name(at.fiscal_year)
        )
        self.setAccessibleName(f"{where}　{head}")
        chip = Chip(sentence("exchange.effect.conflict"), "warn", "both")
        title = Row(chip, Text(head, "subject", wrap=True), Text(where, "support"))
        title.setStretch(1, 1)
        kept = Text(sentence("office.receiving.torn_kept"), "support", wrap=True)
        self.setLayout(Column(title, answers, others, kept, gap=8, margins=(16, 12, 16, 12)))
        self.show_choice(str(conflict.choice) if conflict.choice else "")

    def show_choice(self, choice: str) -> None:
        """Mark what was chosen; nothing where nothing was."""
        found = chosen(choice)
        self._group.setExclusive(False)
        for text, pick in self._picks.items():
            pick.setChecked(found is not None and text == str(found))
        self._group.setExclusive(True)

    def go(self) -> None:
        """Put the focus on the first answer, or the chosen one."""
        here = next((p for p in self._picks.values() if p.isChecked()), None)
        (here or next(iter(self._picks.values()))).setFocus()

    def _add(self, to: Turning, pick: Pick, choice: str) -> None:
        self._picks[choice] = pick
        self._group.addButton(pick)
        to.add(pick, 1)
        pick.clicked.connect(lambda: self.decided.emit({self._conflict.subject: choice}))


def _item(plan: Plan, conflict: Conflict) -> Item | None:
    at = conflict.evaluation
    measure = plan.by_code.get(at.measure) if plan.id == at.plan else None
    return item_of(plan, measure, at.fiscal_year, conflict.key) if measure else None


_DEALS = (Deal.ASK, Deal.APPEND, Deal.ITEM, Deal.NOTE, Deal.ASIDE)
_QUESTION_DEALS = (Deal.ASK, Deal.NOTE)


class CellCard(QFrame):
    """A cell beside the items, or a question about one: what becomes of it."""

    decided = Signal(object)

    def __init__(self, cell: Cell, file: LookedFile, *, margin: bool) -> None:
        super().__init__()
        self.setProperty("kit", "well")
        self._cell = cell
        self._fields = _labelled(file, cell)
        deals = _DEALS if margin else _QUESTION_DEALS
        can_ask = cell.at is not None
        self._deals = {
            sentence(f"office.receiving.deal.{deal.value}"): deal
            for deal in deals
            if can_ask or deal in (Deal.NOTE, Deal.ASIDE)
        }
        self._later = sentence("office.receiving.deal.later")
        self._deal = ChoiceField((self._later, *self._deals), required=True)
        self._where = ChoiceField(tuple(self._fields), required=True)
        place = f"{cell.sheet}　{cell.cell}".strip()
        said = sentence("office.receiving.quoted", text=cell.text) if margin else cell.text
        self._deal.set_names(sentence("office.receiving.deal_name", text=cell.text), "")
        self._where.set_names(sentence("office.receiving.deal_where", text=cell.text), "")
        text = Text(said, "body" if margin else "small", wrap=True)
        told: list[QWidget] = [Text(place, "support")] if place else []
        words, choices = QWidget(), QWidget()
        words.setLayout(Column(*told, text, None, gap=2))
        choices.setLayout(Column(self._deal, self._where, None, gap=6))
        sides = Turning(_SIDE_BY_SIDE, gap=16)
        sides.add(words, 1)
        sides.add(choices)
        self.setLayout(Column(sides, margins=(16, 10, 12, 10)))
        self._deal.edited.connect(self._decide)
        self._where.edited.connect(self._decide)
        self.show_choice("")

    def show_choice(self, choice: str) -> None:
        """Mark what was decided about it."""
        found = dealt(choice)
        words = {deal: word for word, deal in self._deals.items()}
        self._deal.show_text(words.get(found.deal, self._later) if found else self._later)
        where = (found.evaluation, found.key) if found and found.evaluation else self._cell.at
        label = next((word for word, place in self._fields.items() if place == where), "")
        if label:
            self._where.show_text(label)
        needs_item = found is not None and found.deal in (Deal.ASK, Deal.APPEND, Deal.ITEM)
        self._where.setVisible(needs_item)

    def go(self) -> None:
        self._deal.setFocus()

    def _decide(self, _text: str) -> None:
        deal = self._deals.get(self._deal.text())
        choice = ""
        if deal is not None:
            made = of_cell_deal(self._cell, deal)
            place = self._fields.get(self._where.text())
            if deal in (Deal.ASK, Deal.APPEND, Deal.ITEM) and place is not None:
                made = Dealt(deal, *place)
            choice = str(made)
        self.decided.emit({self._cell.subject: choice})


def _labelled(file: LookedFile, cell: Cell) -> dict[str, Place]:
    """The items a cell's text may go to, by a label no two of them share."""
    found: dict[str, Place] = {}
    fields = file.fields or {}
    here = cell.at[0] if cell.at else None
    for at in sorted(fields, key=lambda at: at != here):
        for key, label in fields[at]:
            short = label if len(label) <= 28 else f"{label[:27]}…"
            word = short if len(fields) == 1 else f"{at.measure}　{short}"
            n = 2
            unique = word
            while unique in found:
                unique, n = f"{word}（{n}）", n + 1
            found[unique] = (at, key)
    return found


class GroupCard(_Tinted):
    """Decisions that are one decision: who they are about, and the ways to decide them all."""

    def __init__(self, group: Group) -> None:
        super().__init__("note" if group.open else "ok")
        topic = group.topic.value
        facts = {"count": len(group.members), "about": group.about}
        code = f"office.receiving.group.{topic}"
        if topic == "margin" and group.about:
            code = "office.receiving.group.margin_alike"
        head = Text(sentence(code, **facts), "subject", wrap=True)
        help_text = Text(sentence(f"office.receiving.group.{topic}_help"), "support", wrap=True)
        named = "\n".join(f"・{one}" for one in group.members[:_MANY])
        if len(group.members) > _MANY:
            more = len(group.members) - _MANY
            named += "\n" + sentence("office.receiving.group.more", count=more)
        members = Text(named, "small", wrap=True)
        buttons = []
        for option in group.options:
            word = sentence(f"office.receiving.option.{option.code}")
            button = Button(word, "small", sign="check" if option.is_chosen else "")
            button.setAccessibleName(f"{head.text()}　{word}")
            button.clicked.connect(self._decide(option.decisions))
            buttons.append(button)
        chip = Chip(*_left(group))
        title = Row(head, chip)
        title.setStretch(0, 1)
        row = Turning(_SIDE_BY_SIDE, gap=8)
        for button in buttons:
            row.add(button)
        row.row.addStretch(1)
        self.setLayout(Column(title, help_text, members, row, gap=8, margins=(16, 12, 16, 12)))
        self.buttons = tuple(buttons)

    def _decide(self, made: Mapping[str, str]) -> object:
        return lambda: self.decided.emit(dict(made))


def _left(group: Group) -> tuple[str, look.Tone, str]:
    if group.open:
        return sentence("office.receiving.group.open", count=group.open), "note", "question"
    return sentence("office.receiving.group.done"), "ok", "check"
