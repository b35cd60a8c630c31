"""本部会議: the agenda, what was decided, and the steps before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from imari_desk.desk.office.glances import STAGE, glances
from imari_desk.desk.publishing import summary_of
from imari_desk.desk.session import Session
from imari_desk.domain import meeting as meetings
from imari_desk.domain.errors import CallError
from imari_desk.domain.meeting import AgendaItem, Candidate, Decision
from imari_desk.domain.meeting import Meeting as HqMeeting
from imari_desk.domain.states import OfficeState, office_state
from imari_desk.domain.summary import Glance

_KNOWN = STAGE | {"progress", "grade", "second_grade", "hq_opinion"}


class Agenda(NamedTuple):
    """A meeting as it is prepared.

    ``names``: measure code → its name. ``forward``: 確認済 measures, which can be put before the
    本部 now; ``settle``: those put before it of which everything asked was 了承.
    """

    meeting: HqMeeting
    kept: bool  # False: nobody has written anything of it yet
    names: dict[str, str]
    candidates: tuple[Candidate, ...]
    forward: tuple[str, ...]
    settle: tuple[str, ...]
    last_year: bool  # the plan's last: there is a wrap-up


class Meeting:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def meeting(self, fiscal_year: int) -> HqMeeting:
        """The meeting about that year, as it was kept or with the usual names."""
        plan = self._session.plan(fiscal_year)
        kept = self._session.store.meetings.of(plan.id, fiscal_year)
        return kept or meetings.usual(plan.id, fiscal_year)

    def agenda(self, fiscal_year: int) -> Agenda:
        """The meeting with everything it could be about."""
        measures, plan = self._measures(fiscal_year), self._session.plan(fiscal_year)
        kept = self._session.store.meetings.of(plan.id, fiscal_year)
        meeting = kept or meetings.usual(plan.id, fiscal_year)
        return Agenda(
            meeting,
            kept is not None,
            {m.code: m.name for m in plan.measures},
            meetings.candidates(measures),
            tuple(m.measure.code for m in meetings.to_put_forward(measures)),
            _to_settle(meeting, measures),
            fiscal_year == plan.last_year,
        )

    def keep(self, meeting: HqMeeting) -> HqMeeting:
        """Store the meeting in the place of the one there was; gives it as it is kept.

        Raises CallError("measure_unknown").
        """
        plan = self._session.plan(meeting.fiscal_year)
        for item in meeting.items:
            if item.measure:
                self._session.measure(plan, item.measure)
        kept = meeting._replace(plan=plan.id, held_on=meetings.day_of(meeting.held_on))
        self._session.store.meetings.keep(kept)
        return kept

    def draft(self, fiscal_year: int) -> tuple[AgendaItem, ...]:
        """What the answers themselves would have the 本部 talk about; nothing is stored."""
        return meetings.proposal(self._measures(fiscal_year))

    def decide(self, fiscal_year: int, place: int, decision: Decision | None) -> HqMeeting:
        """Note the decision on the item at that place, from 0; gives the meeting.

        Raises CallError("meeting.no_item") where there is none.
        """
        meeting = self.meeting(fiscal_year)
        if not 0 <= place < len(meeting.items):
            raise CallError("meeting.no_item", number=place + 1)
        items = list(meeting.items)
        items[place] = items[place]._replace(decision=decision)
        return self.keep(meeting._replace(items=tuple(items)))

    def minutes(self, fiscal_year: int) -> str:
        """What was decided, as text to paste."""
        return meetings.minutes(self.meeting(fiscal_year), self._measures(fiscal_year))

    def told(self, fiscal_year: int) -> tuple[str, ...]:
        """The year in a few sentences, as they stand at the head of the meeting's paper."""
        from imari_desk.paper.meeting import lead

        found = lead(summary_of(self._session, fiscal_year), self.meeting(fiscal_year))
        return tuple("".join(run.text for run in line) for line in found)

    def put_forward(self, fiscal_year: int, measures: Sequence[str] = ()) -> tuple[str, ...]:
        """本部付議 for these 確認済 measures, for all of them where none is named."""
        wanted = measures or self.agenda(fiscal_year).forward
        return self._stage(fiscal_year, wanted, OfficeState.HQ)

    def settle(self, fiscal_year: int, measures: Sequence[str] = ()) -> tuple[str, ...]:
        """確定 for what was put before the 本部 unless something of it is 修正, 継続 or open."""
        wanted = measures or self.agenda(fiscal_year).settle
        return self._stage(fiscal_year, wanted, OfficeState.CONFIRMED)

    def _measures(self, fiscal_year: int) -> tuple[Glance, ...]:
        return glances(self._session, fiscal_year, _KNOWN)

    def _stage(
        self, fiscal_year: int, measures: Sequence[str], state: OfficeState
    ) -> tuple[str, ...]:
        from imari_desk.desk.office.reviewing import Reviewing

        return Reviewing(self._session).stage(measures, fiscal_year, state).done


def _to_settle(meeting: HqMeeting, measures: Sequence[Glance]) -> tuple[str, ...]:
    undecided = meetings.undecided(meeting)
    found = (m for m in measures if office_state(m.evaluation) is OfficeState.HQ)
    return tuple(m.measure.code for m in found if m.measure.code not in undecided)
