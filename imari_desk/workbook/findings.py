"""What a reading gathers besides answers: text nobody has read, questions and problems."""

from __future__ import annotations

from imari_desk.domain.book import Place, Remark, Unread
from imari_desk.domain.words import sentence
from imari_desk.workbook.source import Cell, Sheet, cell_name

Position = tuple[int, int]  # row and column, from 1


class Findings:
    """Gathered sheet by sheet, in the order of reading."""

    def __init__(self) -> None:
        self.unread: list[Unread] = []
        self.questions: list[Remark] = []
        self.problems: list[Remark] = []

    def leave(self, sheet: Sheet, cell: Cell) -> None:
        """A cell whose text is no answer and none of our words."""
        self.unread.append(Unread(sheet.name, cell_name(cell.row, cell.column), cell.text))

    def leave_text(self, sheet: Sheet, cell: str, text: str) -> None:
        """The same for text that is no cell's."""
        self.unread.append(Unread(sheet.name, cell, text))

    def leave_all(self, sheet: Sheet) -> None:
        """Every cell of a sheet that was not understood."""
        for cell in sheet.cells.values():
            self.leave(sheet, cell)

    def ask(self, code: str, sheet: str, at: Position | None, /, **facts: object) -> None:
        """Something a person should look at."""
        self.questions.append(_remark(code, sheet, at, facts))

    def wonder(self, code: str, sheet: Sheet, at: Position, text: str, /) -> None:
        """The same in words that were found elsewhere."""
        self.questions.append(Remark(code, sheet.name, cell_name(*at), text))

    def report(self, code: str, sheet: str, at: Position | None, /, **facts: object) -> None:
        """Something that could not be taken in."""
        self.problems.append(_remark(code, sheet, at, facts))


def place(sheet: Sheet, at: Position) -> Place:
    """Where something stands, in words people use."""
    return Place(sheet.name, cell_name(*at))


def _remark(code: str, sheet: str, at: Position | None, facts: dict[str, object]) -> Remark:
    return Remark(code, sheet, cell_name(*at) if at else "", sentence(code, **facts))
