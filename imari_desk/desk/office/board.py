"""提出状況: how far every 課 is, and what to write to those who are late."""

from __future__ import annotations

from imari_desk.desk.session import Session


class Board:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session
