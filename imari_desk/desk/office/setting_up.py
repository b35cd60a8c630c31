"""Setting up a year: who answers for what, until when, what is asked; and the 依頼 workbooks."""

from __future__ import annotations

from imari_desk.desk.session import Session


class SettingUp:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session
