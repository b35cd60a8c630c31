"""What comes out of the numbers typed: a figure with what it is, and a line that explains it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from imari_desk.domain.indicators import Reached
from imari_desk.domain.judgement import IndicatorJudgement
from imari_desk.domain.plan import Indicator, IndicatorKind
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import number_text, share_of, unit_text
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column
from imari_desk.gui.kit import Text

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

NOTHING = "―"


class Figure(QWidget):
    """A number large enough to be seen while typing another one."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = Text(label, "label")
        self._figure = Text(NOTHING, "figure")
        self.setLayout(Column(self._label, self._figure, gap=4))
        look.follow(self._dress)

    def show_figure(self, text: str) -> None:
        self._figure.setText(text or NOTHING)
        self.setAccessibleName(f"{self._label.text()} {text or NOTHING}")

    def text(self) -> str:
        return self._figure.text()

    def _dress(self) -> None:
        self._figure.setFixedHeight(look.px(40))  # as high as the inputs it stands beside


def figure_text(judged: IndicatorJudgement, indicator: Indicator) -> str:
    """The figure of an indicator: the rate, the mean, the sum, or how much of the target."""
    if judged.amount is None:
        return ""
    match indicator.kind:
        case IndicatorKind.RATE | IndicatorKind.PER_EVENT | IndicatorKind.CUMULATIVE:
            return judged.value.partition("（")[0]
        case IndicatorKind.CEILING:
            met = indicator.target is not None and judged.amount <= indicator.target
            return sentence("form.met" if met else "form.not_met")
        case _:
            return sentence("form.percent", percent=judged.achievement_text or NOTHING)


def against(leaf: Leaf, judged: IndicatorJudgement, indicator: Indicator) -> str:
    """What the figure is measured against, and how much of that it is."""
    if judged.expected is None or indicator.kind is IndicatorKind.CEILING:
        return ""
    share = share_of(leaf.plan, indicator, leaf.fiscal_year)
    facts = {
        "expected": _with_unit(judged.expected, indicator),
        "target": _with_unit(Fraction(indicator.target or 0), indicator),
        "share": number_text(share),
        "achievement": judged.achievement_text,
    }
    if judged.achievement_text:
        which = "reached" if share == 100 else "so_far"
    else:
        which = "open" if share == 100 else "so_far_open"
    return sentence(f"form.against.{which}", **facts)


def compared(
    last: Reached, judged: IndicatorJudgement, indicator: Indicator, last_name: str
) -> str:
    """Last year's value and how far this year's is from it; "" where there was none."""
    if not last.value:
        return ""
    parts = sentence("form.parts", parts=last.parts) if last.parts else ""
    text = sentence("form.last_value", year=last_name, value=last.value, parts=parts)
    counted = indicator.kind is IndicatorKind.MILESTONE
    if last.amount is None or judged.amount is None or counted:
        return text
    return text + _change(judged.amount - last.amount, indicator)


def _change(change: Fraction, indicator: Indicator) -> str:
    if not change:
        return sentence("form.no_change")
    unit = sentence("form.points") if indicator.unit == "%" else unit_text(indicator.unit)
    code = "form.more" if change > 0 else "form.less"
    return sentence(code, change=number_text(abs(change)), unit=unit)


def _with_unit(amount: Fraction, indicator: Indicator) -> str:
    return f"{number_text(amount)}{unit_text(indicator.unit)}"
