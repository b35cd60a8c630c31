"""本部会議 and the public: the agenda, what was decided, and the papers."""

from __future__ import annotations

from imari_desk.desk.session import Session


class Meeting:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session
