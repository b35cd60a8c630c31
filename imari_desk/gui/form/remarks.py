"""What is said about an answer at length: several answers, faults, the office's comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imari_desk.domain.finding import Finding
from imari_desk.domain.items import Item
from imari_desk.gui.form.arrange import Column
from imari_desk.gui.form.faults import Faults
from imari_desk.gui.form.standing import Standing

if TYPE_CHECKING:
    from imari_desk.gui.form.comment_box import CommentBox
    from imari_desk.gui.form.conflict_box import ConflictBox


class Remarks(QWidget):
    """Not there while there is nothing to say. Boxes are made when they are first needed.

    ``chosen(str)`` one of the answers; ``rewritten()`` none of them, the person writes anew;
    ``said(str key, str text)`` to a comment; ``left()`` what is said to one.
    """

    chosen = Signal(str)
    rewritten = Signal()
    said = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.faults = Faults()
        self._comments: list[CommentBox] = []
        self._conflict: ConflictBox | None = None
        self._column = Column(self.faults, gap=6)
        self.setLayout(self._column)

    def show_standing(self, standing: Standing, item: Item) -> None:
        """Show comments and answers; faults are told by ``tell``."""
        self._show_comments(standing)
        self._show_conflict(standing, item)

    def tell(self, findings: tuple[Finding, ...], standing: Standing) -> None:
        """Say these faults."""
        self.faults.say(findings)
        self.setVisible(bool(findings or standing.comments) or standing.in_conflict)

    def go(self) -> None:
        """Put the focus on the choice between answers."""
        if self._conflict is not None:
            self._conflict.go()

    def _show_comments(self, standing: Standing) -> None:
        comments = standing.comments
        while len(self._comments) < len(comments):
            from imari_desk.gui.form.comment_box import CommentBox

            box = CommentBox()
            box.said.connect(self.said)
            box.left.connect(self.left)
            self._comments.append(box)
            self._column.addWidget(box)
        for n, box in enumerate(self._comments):
            box.setVisible(n < len(comments))
            if n < len(comments):
                box.show_comment(comments[n], locked=bool(standing.lock))

    def _show_conflict(self, standing: Standing, item: Item) -> None:
        if self._conflict is None and standing.in_conflict:
            from imari_desk.gui.form.conflict_box import ConflictBox

            self._conflict = ConflictBox()
            self._conflict.chosen.connect(self.chosen)
            self._conflict.rewritten.connect(self.rewritten)
            self._column.insertWidget(0, self._conflict)
        if self._conflict is not None:
            self._conflict.setVisible(standing.in_conflict)
            if standing.in_conflict:
                locked = bool(standing.lock)
                self._conflict.show_candidates(standing.candidates, item, locked=locked)
