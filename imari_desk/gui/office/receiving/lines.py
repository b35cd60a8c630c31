"""The lines of one file, as it looks among the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from imari_desk.desk.office.outlook import Fate, FileOutlook
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import item_of
from imari_desk.domain.plan import Plan
from imari_desk.domain.taking_in import Change, Effect
from imari_desk.domain.together import Joined, Place, stands
from imari_desk.domain.words import sentence
from imari_desk.gui.exchange.import_lines import ChipText, Kind, Line, look_of, value_name


def changed_lines(row: FileOutlook, joined: Mapping[Place, Joined], plan: Plan) -> tuple[Line, ...]:
    """What would change, measure by measure, as it stands once all files are taken in."""
    report = row.file.report
    taken = row.fate is Fate.TAKE
    changes = []
    overtaken: set[Place] = set()
    parts = {part.place: part for part in row.file.parts}
    for one in report.changes:
        place = (one.evaluation, one.change.key)
        joint = joined.get(place) if taken else None
        change = one.change
        if joint is not None and change.effect is not Effect.HELD:
            change = _together(change, joint)
            if place in parts and not stands(parts[place], joint):
                overtaken.add(place)
                change = one.change
        changes.append(one._replace(change=change))
    bare = report._replace(changes=tuple(changes), problems=(), questions=(), unread=())
    lines = look_of(bare, plan).lines
    return tuple(_marked(line, overtaken) for line in lines if line.kind is not Kind.LETTER)


def _together(change: Change, joint: Joined) -> Change:
    """The change with what stands in the end."""
    if joint.values == change.after:
        return change
    effect = Effect.CONFLICT if len(joint.values) > 1 else change.effect
    return change._replace(after=joint.values, effect=effect)


def _marked(line: Line, overtaken: set[Place]) -> Line:
    if line.kind is not Kind.CHANGE or line.target is None or line.target not in overtaken:
        return line
    chip: ChipText = (sentence("office.receiving.effect.overtaken"), "plain", "clock")
    note = sentence("office.receiving.overtaken")
    return replace(line, chip=chip, note=f"{line.note}　{note}" if line.note else note)


def same_lines(row: FileOutlook, plan: Plan) -> tuple[Line, ...]:
    """The items of its year that stay as they are."""
    return tuple(_same(row, plan))


def _same(row: FileOutlook, plan: Plan) -> Iterator[Line]:
    for at, group in groupby(row.file.same, key=lambda one: one.evaluation):
        found = list(group)
        yield Line(Kind.HEADING, title(plan, at), note=sentence("exchange.count", count=len(found)))
        measure = plan.by_code.get(at.measure) if plan.id == at.plan else None
        for one in found:
            item = item_of(plan, measure, at.fiscal_year, one.key) if measure else None
            label = item.label if item else one.key
            text = value_name(item, one.value)
            yield Line(Kind.REMARK, label, text, target=(at, one.key))


def title(plan: Plan, at: EvaluationId) -> str:
    """A measure's line."""
    measure = plan.by_code.get(at.measure)
    year = fiscal_year_name(at.fiscal_year)
    name = measure.name if measure else ""
    return sentence("exchange.measure", measure=at.measure, name=name, year=year)
