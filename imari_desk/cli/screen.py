"""What a command shows: lines for people, or one JSON object and nothing else."""

from __future__ import annotations

import json as jsonlib
import sys
from dataclasses import dataclass
from typing import Any

from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence


@dataclass(frozen=True)
class Screen:
    """stdout for what was asked, stderr for progress and faults."""

    json: bool

    def show(self, shape: dict[str, Any], lines: list[str]) -> None:
        """The answer, in the form that was asked for."""
        print(jsonlib.dumps(shape, ensure_ascii=False, indent=1) if self.json else "\n".join(lines))

    def say(self, *lines: str) -> None:
        """Lines for people; nothing where a program reads."""
        if not self.json:
            print(*lines, sep="\n", flush=True)

    def warn(self, text: str) -> None:
        print(text, file=sys.stderr)

    def fault(self, fault: DeskError) -> None:
        """A fault of the world: its sentence, and its code for programs."""
        if self.json:
            error = {"error": {"code": fault.code, "text": fault.text}}
            print(jsonlib.dumps(error, ensure_ascii=False))
        self.warn(fault.text)

    def progress(self, what: str, done: int, total: int) -> None:
        """One line that counts up, on a terminal only."""
        if sys.stderr.isatty():
            end = "\n" if done == total else "\r"
            text = sentence(f"progress_{what}", done=done, total=total)
            print(text, end=end, file=sys.stderr, flush=True)
