"""自己評価: what the program proposes and why, and what the 課 says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from imari_desk.domain.plan import Scale
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import band, ratio_grades
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row, Turning
from imari_desk.gui.form.field import Field
from imari_desk.gui.form.figures import NOTHING
from imari_desk.gui.form.live import Live, items_of
from imari_desk.gui.form.placing import Placement
from imari_desk.gui.form.section_box import SectionBox
from imari_desk.gui.kit import Segments, Text, TextField

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_NARROW = 560  # below this width the proposal stands above the choice


class Proposal(QFrame):
    """The proposed letter, the achievement it rests on, and the sentence with the numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._letter = Text("", "figure")
        self._achievement = Text("", "subject")
        self._reason = Text("", "body", wrap=True)
        head = Row(
            Text(sentence("form.proposed"), "label"), self._letter, self._achievement, None, gap=12
        )
        self.setLayout(Column(head, self._reason, None, gap=4, margins=(16, 8, 16, 10)))

    def show_live(self, live: Live) -> None:
        judged = live.judgement
        self._letter.setText(judged.grade or NOTHING)
        achieved = judged.achievement_text
        text = sentence("form.achievement", percent=achieved) if achieved else ""
        self._achievement.setText(text)
        self._reason.setText(judged.reason)
        self.setAccessibleName(f"{sentence('form.proposed')} {judged.grade} {text}")
        self.setAccessibleDescription(judged.reason)

    @property
    def reason(self) -> str:
        return self._reason.text()

    @property
    def letter(self) -> str:
        return self._letter.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tone("info")[1]))
        painter.drawRoundedRect(self.rect(), look.px(8), look.px(8))
        painter.end()


class GradeSection(SectionBox):
    """The proposal beside the choice, the reason below."""

    def __init__(self) -> None:
        super().__init__("grade")
        self.proposal = Proposal()
        self._grades: dict[tuple[str, ...], Field] = {}
        self._grade: Field | None = None
        self._help = Text("", "support", wrap=True)
        self._choice = Column(self._help, None, gap=4)
        choice = QWidget()
        choice.setLayout(self._choice)
        upper = Turning(_NARROW, gap=20)
        upper.add(self.proposal, 1)
        upper.add(choice)
        self._reason = Field(TextField(200, min_lines=1), Placement.ABOVE)
        self.add(upper, self._reason)

    def bind(self, leaf: Leaf) -> dict[str, Field]:
        """Stand for this page; its fields by key."""
        known, scale = items_of(leaf), leaf.plan.scale
        if scale.letters not in self._grades:
            made = Field(Segments(scale.letters), Placement.ABOVE)
            self._grades[scale.letters] = made
            self._choice.insertWidget(0, made)
        for letters, field in self._grades.items():
            field.setVisible(letters == scale.letters)
        self._grade = self._grades[scale.letters]
        self.show_hint(legend(scale))
        fields = {"grade": self._grade, "grade_reason": self._reason}
        for key, field in fields.items():
            field.bind(known[key], known[key].label, leaf.plan.glossary)
        return fields

    def show_live(self, live: Live) -> None:
        """Follow what is typed."""
        self.proposal.show_live(live)
        chosen = self._grade.text if self._grade is not None else ""
        if "grade_reason" in live.required:
            self._help.setText(sentence("form.grade_other"))
        elif chosen and chosen == live.judgement.grade:
            self._help.setText(sentence("form.grade_same"))
        else:
            self._help.setText(sentence("form.grade_open"))


def legend(scale: Scale) -> str:
    """「A 100％以上　B 80％以上100％未満　…」."""
    return "　".join(f"{grade.letter} {band(scale, grade)}" for grade in ratio_grades(scale))
