"""One indicator of a measure: what it counts, how it is judged."""

from __future__ import annotations

from typing import NamedTuple

from imari_desk.domain.plan import Direction, IndicatorKind
from imari_desk.domain.plan_draft import Path, put
from imari_desk.domain.plan_names import KIND_WORDS
from imari_desk.domain.plan_places import label
from imari_desk.domain.plan_typed import Typing
from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Turning
from imari_desk.gui.kit import ChoiceField, LineField, Text, TextField
from imari_desk.gui.office.plan.box import Box
from imari_desk.gui.office.plan.entries import EntryRow

_KINDS = {value: IndicatorKind(value) for _, value in KIND_WORDS}


class _Parts(NamedTuple):
    kind: Box
    target: Box
    unit: Box
    parts: tuple[Box, Box]
    told: Text


def fill_indicator(row: EntryRow) -> None:
    """Put the boxes of an indicator into its row."""
    add = row.binder.add
    words = tuple(word for word, _ in KIND_WORDS)
    name = add(Box(("name",), LineField(), label("name"), needed=True))
    kind = Box(("kind",), ChoiceField(words), label("kind"), words=KIND_WORDS, needed=True)
    told = Text("", "support", wrap=True)
    target = add(Box(("target",), LineField(), label("target"), Typing.NUMBER))
    unit = add(Box(("unit",), LineField(), label("unit")))
    printed = add(
        Box(
            ("target_text",),
            LineField(),
            label("target_text"),
            help=sentence("office.plan.target_text_help"),
            needed=True,
        )
    )
    parts = tuple(
        add(Box((key,), LineField(), label(key), needed=True))
        for key in ("numerator", "denominator")
    )
    formula = add(Box(("formula",), TextField(min_lines=1, max_lines=4), label("formula")))
    expected = add(
        Box(
            ("expected",),
            LineField(),
            label("expected"),
            Typing.SHARES,
            help=sentence("office.plan.expected_help"),
        )
    )
    made = _Parts(kind, target, unit, (parts[0], parts[1]), told)
    first, second = Turning(560), Turning(560)
    first.add(kind, 2)
    first.add(target, 1)
    first.add(unit, 1)
    row.body.addWidget(name)
    row.body.addWidget(first)
    row.body.addWidget(told)
    for part in parts:
        second.add(part, 1)
    row.body.addWidget(second)
    row.body.addWidget(printed)
    last = Turning(560)
    last.add(formula, 1)
    last.add(expected, 1)
    row.body.addWidget(last)
    _bind_kind(row, made)


def _bind_kind(row: EntryRow, made: _Parts) -> None:
    """The kind says in a sentence what it means, decides the direction, and what else is asked."""
    drafting, binder = row.binder.drafting, row.binder
    binder.boxes.append(made.kind)
    made.kind.left.connect(drafting.rest)

    def write(path: Path, value: object) -> None:
        here = (*binder.root, *path)
        down = value == IndicatorKind.CEILING.value
        draft = put(drafting.draft, here, value)
        direction = Direction.DOWN.value if down else ""
        drafting.edit(put(draft, (*binder.root, "direction"), direction), here)

    def tell() -> None:
        kind = drafting.at((*binder.root, "kind"))
        made.told.setText(sentence(f"office.plan.kind.{kind}") if kind in _KINDS else "")
        made.told.setVisible(kind in _KINDS)
        _show_asked(made, str(kind))

    made.kind.edited.connect(write)
    binder.shown.connect(tell)


def _show_asked(made: _Parts, kind: str) -> None:
    """Only what this kind asks for; what is written all the same is shown as well."""
    for part in made.parts:
        part.setVisible(kind == IndicatorKind.RATE.value or bool(part.value()))
    numbered = kind != IndicatorKind.MILESTONE.value
    made.target.setVisible(numbered or bool(made.target.value()))
    made.unit.setVisible(numbered or bool(made.unit.value()))
