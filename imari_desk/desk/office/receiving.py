"""Taking in many workbooks: look first, decide once, apply all, take the whole back."""

from __future__ import annotations

from imari_desk.desk.session import Session


class Receiving:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session
