"""点検: the queue, what is odd in an evaluation, 差戻し, 確認, 確定, 訂正."""

from __future__ import annotations

from imari_desk.desk.session import Session


class Reviewing:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session
