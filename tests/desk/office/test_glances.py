"""The measures of a year for lists: the same as in the summary, and nothing reckoned twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imari_desk.desk.desk import Desk
from imari_desk.desk.office import reckoned
from imari_desk.desk.office.glances import glances
from imari_desk.desk.publishing import summary_of
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.whole import MeasureYears, reckon
from tests import ready
from tests.desk.office import meeting_sample
from tests.desk.office.meeting_sample import CHANGED, DOWN, YEAR


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    ready.copy(meeting_sample.make, tmp_path)
    with Desk.open(tmp_path, clock=meeting_sample.clock) as opened:
        yield opened


def test_they_say_what_the_summary_says(desk: Desk) -> None:
    said = ("grade", "second_grade", "progress")
    for year in (desk.plan().first_year, YEAR - 1, YEAR):
        whole = summary_of(desk._session, year).measures
        assert [
            (
                g.measure,
                g.department,
                g.grade,
                g.last_grade,
                g.trend,
                *map(g.evaluation.value, said),
            )
            for g in glances(desk._session, year, said)
        ] == [
            (
                m.measure,
                m.department,
                m.grade,
                m.last_grade,
                m.trend,
                *map(m.evaluation.value, said),
            )
            for m in whole
        ]


def test_looking_again_reckons_only_what_was_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def counting(plan: Plan, measure: Measure, years: dict[int, Evaluation]) -> MeasureYears:
        done.append(measure.code)
        return reckon(plan, measure, years)

    desk.office.meeting.agenda(YEAR)
    monkeypatch.setattr(reckoned, "reckon", counting)
    desk.office.papers.public(YEAR)
    assert done == []
    desk.enter(CHANGED, YEAR, {"second_grade": "C"})
    grades = {line.measure: line.grade for line in desk.office.papers.public(YEAR)}
    assert (grades[CHANGED], grades[DOWN]) == ("C", "B")
    desk.office.meeting.agenda(YEAR)
    assert done == [CHANGED]
