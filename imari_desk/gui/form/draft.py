"""Telling our own typing that comes back from the database from what came from elsewhere."""

from __future__ import annotations


class Draft:
    """What an input holds against what is stored; texts in the form a saved answer is shown in.

    Saves come back late and one after another, so an input may be ahead of what it is told. What
    it has sent itself is never put into it again; what it has not sent (an undo, an import) is,
    unless there is something in it that is not stored yet.
    """

    def __init__(self) -> None:
        self._stored = ""
        self._sent: list[str] = []

    def open(self, stored: str) -> None:
        """This is what stands, as the input reads it."""
        self._stored = stored
        self._sent.clear()

    def type(self, text: str) -> None:
        """The person has changed the text to this."""
        self._sent.append(text)

    def come(self, stored: str, now: str) -> bool:
        """The database says this is stored; whether it has to be put in the place of ``now``."""
        saved = not self.unsaved(now)
        own = stored in self._sent
        if own:
            del self._sent[: self._sent.index(stored) + 1]
        self._stored = stored
        return saved and not own and stored != now

    def rest(self, now: str) -> None:
        """Nobody is typing: if all is saved, nothing of our own can still be under way."""
        if not self.unsaved(now):
            self._sent.clear()

    def unsaved(self, now: str) -> bool:
        return now != self._stored
