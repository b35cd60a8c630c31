"""What only the office does, a page of its window at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imari_desk.desk.session import Session

if TYPE_CHECKING:
    from imari_desk.desk.office.board import Board
    from imari_desk.desk.office.meeting import Meeting
    from imari_desk.desk.office.papers import Papers
    from imari_desk.desk.office.plans import Plans
    from imari_desk.desk.office.receiving import Receiving
    from imari_desk.desk.office.records import Records
    from imari_desk.desk.office.reviewing import Reviewing
    from imari_desk.desk.office.setting_up import SettingUp
    from imari_desk.desk.office.whole import Whole


class Office:
    """The office's open database. Each part is imported when it is first used.

    Raises CallError at a 課's database.
    """

    def __init__(self, session: Session) -> None:
        session.office_only("office")
        self._session = session

    def years(self) -> tuple[int, ...]:
        """The fiscal years of every plan in the database, the newest first."""
        plans = self._session.plans()
        return tuple(sorted({year for plan in plans for year in plan.years}, reverse=True))

    @property
    def board(self) -> Board:
        from imari_desk.desk.office.board import Board

        return Board(self._session)

    @property
    def meeting(self) -> Meeting:
        from imari_desk.desk.office.meeting import Meeting

        return Meeting(self._session)

    @property
    def papers(self) -> Papers:
        from imari_desk.desk.office.papers import Papers

        return Papers(self._session)

    @property
    def plans(self) -> Plans:
        from imari_desk.desk.office.plans import Plans

        return Plans(self._session)

    @property
    def receiving(self) -> Receiving:
        from imari_desk.desk.office.receiving import Receiving

        return Receiving(self._session)

    @property
    def records(self) -> Records:
        from imari_desk.desk.office.records import Records

        return Records(self._session)

    @property
    def reviewing(self) -> Reviewing:
        from imari_desk.desk.office.reviewing import Reviewing

        return Reviewing(self._session)

    @property
    def setting_up(self) -> SettingUp:
        from imari_desk.desk.office.setting_up import SettingUp

        return SettingUp(self._session)

    @property
    def whole(self) -> Whole:
        from imari_desk.desk.office.whole import Whole

        return Whole(self._session)
