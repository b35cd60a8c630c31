"""集計: reckoned once, again where something was written, and the same for who only reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imari_desk.desk.desk import Desk
from imari_desk.desk.office import reckoned
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.summary import Trend
from imari_desk.domain.whole import By, MeasureYears, reckon
from tests.desk.people import People, meet
from tests.domain.plans import small_plan

LIST = "施策番号,担当課\n産-①,観光課\n行-①,市民課\n行-②,教育課\n行-③,市民課\n"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "担当.csv").write_text(LIST, "utf-8")
    with Desk.create(tmp_path / "office", Owner.OFFICE, plan=small_plan()) as made:
        made.assign(tmp_path / "担当.csv")
        made.enter("行-①", 2024, {"second_grade": "B"})
        made.enter("行-①", 2025, {"second_grade": "A"})
        made.enter("行-②", 2025, {"second_grade": "C"})
        yield made


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    met = meet(tmp_path)
    yield met
    met.clerk.close()
    met.office.close()


@pytest.fixture
def reckonings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes of the measures reckoned since."""
    done: list[str] = []

    def counting(plan: Plan, measure: Measure, years: dict[int, Evaluation]) -> MeasureYears:
        done.append(measure.code)
        return reckon(plan, measure, years)

    monkeypatch.setattr(reckoned, "reckon", counting)
    return done


def test_a_year_in_numbers(office: Desk) -> None:
    found = office.office.whole.year(2025)
    assert found.overall.counts == (1, 0, 1, 0, 1)
    assert {t.label: t.total for t in found.tallies(By.DEPARTMENT)} == {
        "観光課": 1,
        "市民課": 2,
        "教育課": 1,
        "": 1,
    }
    assert [s.measure.code for s in found.trend(Trend.UP)] == ["行-①"]


def test_all_years_of_the_plan(office: Desk) -> None:
    found = office.office.whole.whole_plan(2025)
    assert found.overall.total == 25
    assert found.overall.counts[:3] == (1, 1, 1)


def test_a_measure_is_reckoned_again_only_when_it_was_written(
    office: Desk, reckonings: list[str]
) -> None:
    office.office.whole.year(2025)
    assert sorted(reckonings) == sorted(m.code for m in office.plan().measures)
    reckonings.clear()
    office.office.whole.year(2023)
    office.office.whole.whole_plan(2025)
    assert reckonings == []
    office.enter("行-②", 2023, {"second_grade": "D"})
    assert office.office.whole.year(2023).overall.counts == (0, 0, 0, 1, 0)
    assert reckonings == ["行-②"]
    assert office.undo() is not None
    assert office.office.whole.year(2023).overall.counts == (0, 0, 0, 0, 0)


def test_what_is_taken_in_is_reckoned_again(people: People) -> None:
    whole = people.office.office.whole
    assert whole.year(2025).overall.unsettled == 23
    people.clerk.enter("行-②", 2025, {"grade": "B"})
    people.office.import_files([people.submit()])
    assert whole.year(2025).overall.unsettled == 22


def test_it_can_be_reckoned_ahead_a_few_at_a_time(office: Desk, reckonings: list[str]) -> None:
    whole = office.office.whole
    assert [whole.prepare(2025, 2) for _ in range(4)] == [3, 1, 0, 0]
    assert len(reckonings) == 5
    whole.year(2025)
    assert len(reckonings) == 5


def test_who_only_reads_sees_what_somebody_else_writes(office: Desk, tmp_path: Path) -> None:
    with Desk.open(tmp_path / "office", read_only=True) as reader:
        assert reader.office.whole.year(2025).overall.counts[0] == 1
        office.enter("行-③", 2025, {"second_grade": "A"})
        assert reader.office.whole.year(2025).overall.counts[0] == 2


def test_another_plan_is_reckoned_by_itself(office: Desk, tmp_path: Path) -> None:
    office.office.whole.year(2025)
    office.export_plan(tmp_path / "plan.xlsx")
    office.import_plan(tmp_path / "plan.xlsx")
    assert office.office.whole.year(2025).overall.counts == (1, 0, 1, 0, 1)


def test_every_department_is_named(office: Desk) -> None:
    assert office.office.whole.departments() == ("観光課", "市民課", "教育課")


def test_a_department_has_no_whole(people: People) -> None:
    with pytest.raises(CallError):
        _ = people.clerk.office
