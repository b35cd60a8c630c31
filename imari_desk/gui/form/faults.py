"""What a check found about an answer, said below its input: a sign, a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from imari_desk.domain.finding import Finding, Severity
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Text

_LOOK: dict[Severity, tuple[look.Tone, str]] = {
    Severity.MISSING: ("error", "bang"),
    Severity.CONTRADICTION: ("error", "bang"),
    Severity.CAUTION: ("note", "question"),
    Severity.NOTE: ("plain", "dash"),
}


class _FaultLine(QWidget):
    """One finding."""

    def __init__(self) -> None:
        super().__init__()
        self._tone, self._sign = _LOOK[Severity.NOTE]
        self._text = Text("", "support", wrap=True)
        self.setLayout(Row(gap=0, margins=(20, 0, 0, 0)))
        self._text.setMinimumWidth(1)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._text)

    def say(self, finding: Finding) -> None:
        self._tone, self._sign = _LOOK[finding.severity]
        self._text.setText(finding.text)
        self._text.set_tone(self._tone if self._tone != "plain" else "")
        self.setAccessibleName(finding.text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, _ = look.tone(self._tone)
        painter = QPainter(self)
        side = look.px(14)
        look.paint_sign(painter, QRectF(0, look.px(3), side, side), self._sign, ink)
        painter.end()


class Faults(QWidget):
    """All findings about one answer, the gravest first; not there while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_FaultLine] = []
        self._column = Column(gap=2)
        self.setLayout(self._column)
        self._shown: tuple[Finding, ...] = ()
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentences that stand here."""
        return tuple(finding.text for finding in self._shown)

    def say(self, findings: tuple[Finding, ...]) -> None:
        if findings == self._shown:
            return
        order = list(_LOOK)
        self._shown = tuple(sorted(findings, key=lambda f: order.index(f.severity)))
        while len(self._lines) < len(findings):
            line = _FaultLine()
            self._lines.append(line)
            self._column.addWidget(line)
        for line, finding in zip(self._lines, self._shown, strict=False):
            line.say(finding)
        for n, line in enumerate(self._lines):
            line.setVisible(n < len(findings))
        self.setVisible(bool(findings))
