"""The style sheet, made of tokens and lengths. What it cannot draw, the kit paints."""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from imari_desk.gui.look.colours import Tokens

# $name is a colour; $p40 is 40 pixels at 100 %.
_SHEET = """
QMainWindow, QDialog { background: $page; }
QToolTip { background: $surface; color: $text; border: 1px solid $field_line; padding: $p6; }
QFrame[kit="card"] { background: $surface; border: 1px solid $line; border-radius: $p8; }
QFrame[kit="well"] { background: $well; border: none; border-radius: $p8; }
QFrame[kit="bar"] { background: $surface; border: none; }
QFrame[kit="rule"] { background: $line; border: none; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: $p20; font-weight: 700; color: $heading; }
QLabel[role="page"] { font-size: $p24; font-weight: 700; color: $heading; }
QLabel[role="head"] { font-size: $p18; font-weight: 700; color: $heading; }
QLabel[role="subject"] { font-size: $p16; font-weight: 700; color: $heading; }
QLabel[role="label"] { font-size: $p14; font-weight: 700; color: $heading; }
QLabel[role="required"] { font-size: $p14; font-weight: 700; color: $required; }
QLabel[role="body"] { font-size: $p16; color: $text; }
QLabel[role="small"] { font-size: $p14; color: $text; }
QLabel[role="support"] { font-size: $p14; color: $support; }
QLabel[role="figure"] { font-size: $p26; font-weight: 700; color: $heading; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="note"] { color: $note; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="error"] { color: $error; }
QLabel[tone="info"] { color: $info; }
QLabel[tone="office"] { color: $office; }

QLineEdit, QTextEdit, QComboBox {
  background: $field; color: $text; border: 1px solid $field_line; border-radius: $p8;
  padding: 0 $p11; font-size: $p16;
  selection-background-color: $primary; selection-color: $on_primary;
}
QLineEdit, QComboBox { min-height: $h38; max-height: $h38; }
QLineEdit[part="date"] { padding-right: $p40; }
QTextEdit { padding: $p3 $p7; }
QLineEdit:hover, QTextEdit:hover, QComboBox:hover { border-color: $heading; }
QLineEdit[fault="true"], QComboBox[fault="true"] { border: 2px solid $error; padding: 0 $p10; }
QTextEdit[fault="true"] { border: 2px solid $error; padding: $i2 $p6; }
QLineEdit[fault="true"] { min-height: $h36; max-height: $h36; }
QComboBox[fault="true"] { min-height: $h36; max-height: $h36; }
QLineEdit[locked="true"], QTextEdit[locked="true"], QComboBox[locked="true"] {
  background: $well; border: 1px solid $line;
}
QComboBox { combobox-popup: 0; }  /* the list opens below, not over the field */
QComboBox::drop-down { border: none; width: $p32; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $surface; color: $text; border: 1px solid $field_line; padding: $p4; outline: 0;
  selection-background-color: $selected; selection-color: $selected_text;
}
QComboBox QAbstractItemView::item { min-height: $p36; padding: 0 $p8; }

QPushButton {
  background: $surface; color: $primary; border: 1px solid $primary; border-radius: $p8;
  padding: 0 $p14; min-height: $h38; max-height: $h38; font-size: $p16; font-weight: 700;
  outline: none;
}
QPushButton:hover { background: $hover; color: $primary_hover; }
QPushButton:pressed { background: $selected; color: $primary_active; }
QPushButton[kind="primary"] { background: $primary; color: $on_primary; }
QPushButton[kind="primary"]:hover { background: $primary_hover; border-color: $primary_hover; }
QPushButton[kind="primary"]:pressed { background: $primary_active; border-color: $primary_active; }
QPushButton[kind="small"] {
  min-height: $h30; max-height: $h30; font-size: $p14; padding: 0 $p10; border-radius: $p6;
}
QPushButton[kind="link"] {
  border: none; background: transparent; min-height: $p28; max-height: $p28;
  padding: 0 $p4; font-size: $p14; text-decoration: underline;
}
QPushButton[signed="true"] { padding-left: $p36; }
QPushButton[kind="small"][signed="true"] { padding-left: $p32; }
QPushButton[kind="link"][signed="true"] { padding-left: $p24; }
QPushButton[kind="link"]:hover { color: $primary_hover; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton:disabled {
  color: $support; border-color: $grid; background: $well;
}
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[kit="scrolled"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: $p12; margin: 0; }
QScrollBar::handle:vertical {
  background: $field_line; border-radius: $p4; min-height: $p40; margin: $p2;
}
QScrollBar:horizontal { background: transparent; height: $p12; margin: 0; }
QScrollBar::handle:horizontal {
  background: $field_line; border-radius: $p4; min-width: $p40; margin: $p2;
}
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $grid; border: none; border-radius: $p4; }
QProgressBar::chunk { background: $primary; border-radius: $p4; }
QSplitter::handle { background: transparent; }
QMenuBar { background: $surface; color: $text; font-size: $p14; }
QMenuBar::item { padding: $p4 $p10; background: transparent; }
QMenuBar::item:selected { background: $selected; color: $selected_text; border-radius: $p4; }
QMenu { background: $surface; color: $text; border: 1px solid $field_line; padding: $p4; }
QMenu::item { padding: $p6 $p24; font-size: $p14; border-radius: $p4; }
QMenu::indicator, QMenu::right-arrow { image: none; width: 0; }
QMenu::item:selected { background: $selected; color: $selected_text; }
QMenu::item:disabled { color: $support; }
QMenu::separator { height: 1px; background: $line; margin: $p4; }
QTreeView, QListView, QTableView { border: none; outline: 0; background: transparent; }
"""


class _Values(dict[str, str]):
    """Looks $p40 up as a length, $h38 as a height without its two one-pixel borders."""

    def __init__(self, colours: Tokens, px: Callable[[float], int]) -> None:
        super().__init__(colours._asdict())
        self._px = px

    def __missing__(self, name: str) -> str:
        kind, number = name[0], int(name[1:])
        if kind == "h":  # 38 and 36 belong to boxes of 40: the border does not grow with the zoom
            border = 2 if number in (38, 30) else 4
            return f"{self._px(number + border) - border}px"
        if kind == "i":
            return f"{max(0, self._px(number + 1) - 1)}px"
        return f"{self._px(number)}px"


def stylesheet(colours: Tokens, px: Callable[[float], int]) -> str:
    """The style sheet for these colours at that scale."""
    return Template(_SHEET).substitute(_Values(colours, px))
