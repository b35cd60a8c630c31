"""The house's own widgets: one look, one behaviour, no knowledge of evaluations."""

from imari_desk.gui.kit.button import Button
from imari_desk.gui.kit.choice_field import ChoiceField
from imari_desk.gui.kit.date_field import DateField
from imari_desk.gui.kit.editor import Editor
from imari_desk.gui.kit.flag_field import FlagField
from imari_desk.gui.kit.focus_ring import FocusRing
from imari_desk.gui.kit.line_field import LineField
from imari_desk.gui.kit.message import LineMessage
from imari_desk.gui.kit.number_field import NumberField
from imari_desk.gui.kit.progress import Progress
from imari_desk.gui.kit.segments import Segments
from imari_desk.gui.kit.surfaces import Card, Rule, Well
from imari_desk.gui.kit.text import Chip, Text
from imari_desk.gui.kit.text_field import TextField

__all__ = [
    "Button",
    "Card",
    "Chip",
    "ChoiceField",
    "DateField",
    "Editor",
    "FlagField",
    "FocusRing",
    "LineField",
    "LineMessage",
    "NumberField",
    "Progress",
    "Rule",
    "Segments",
    "Text",
    "TextField",
    "Well",
]
