"""集計: grades, indicators and changes over the plan, and the search through every answer."""

from __future__ import annotations

from imari_desk.desk.session import Session


class Whole:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session
