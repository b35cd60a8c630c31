"""The plans of this database and their versions: editing one, going on to the next."""

from __future__ import annotations

from imari_desk.desk.session import Session


class Plans:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session
