"""Domain → 提出状況の一覧: who has sent what, on paper."""

from __future__ import annotations

from collections.abc import Sequence

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.plan import Plan
from imari_desk.domain.words import sentence
from imari_desk.paper.report_shapes import Run, StatusLine, StatusList

# 課, measures asked for, received, returned, confirmed, and the codes that are missing
StatusRow = tuple[str, int, int, int, int, tuple[str, ...]]


def status_list(plan: Plan, fiscal_year: int, rows: Sequence[StatusRow], day: str) -> StatusList:
    """The list; 課 of which something is missing first, else in the order given."""
    late = sorted(rows, key=lambda row: not row[5])
    waiting, missing = sum(bool(row[5]) for row in rows), sum(len(row[5]) for row in rows)
    code = "office.paper.status.lead" if missing else "office.paper.status.all_there"
    numbers = [[str(n) for n in row[1:5]] for row in late]
    counts = ([row[1] for row in rows], [row[2] for row in rows])
    more = ([row[3] for row in rows], [row[4] for row in rows])
    totals = tuple(str(sum(column)) for column in (*counts, *more))
    return StatusList(
        title=sentence("office.paper.status.title", year=fiscal_year_name(fiscal_year)),
        sub=sentence("office.paper.status.day", plan=plan.title, day=day),
        lead=(Run(sentence(code, departments=len(rows), waiting=waiting, missing=missing), True),),
        heads=tuple(sentence("office.paper.status.heads").split("｜")),
        lines=tuple(
            StatusLine(row[0], tuple(found), "、".join(row[5]) or sentence("paper.none"))
            for row, found in zip(late, numbers, strict=True)
        ),
        total=(sentence("meeting.paper.all"), *totals),
        footer=sentence("meeting.paper.footer", plan=plan.title, version=plan.version),
    )
