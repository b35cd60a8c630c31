"""An office at the beginning of its year: most measures have a 課, two have none yet."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from imari_desk.desk.desk import Desk
from imari_desk.domain.items import Owner
from imari_desk.domain.succession import Answering

YEAR = 2025
NOW = datetime(2026, 4, 8, 9, 30)
CITIZENS, COUNTER, FINANCE = "市民課", "市民生活課", "財政課"
# 課 → its measures; 行-⑬ and 行-⑭ are nobody's.
PEOPLE = {CITIZENS: ("行-①", "行-②"), FINANCE: ("行-③",), "情報政策課": ("行-④", "行-⑤")}
OPEN = ("行-⑬", "行-⑭")
OTHERS = "総務課"


def clock() -> datetime:
    return NOW


def make(folder: Path) -> None:
    """The office's data folder; who answers was said for the whole plan."""
    with Desk.create(folder, Owner.OFFICE, clock=clock) as desk:
        named = {code: name for name, codes in PEOPLE.items() for code in codes}
        wanted = [
            Answering(code, named.get(code, OTHERS))
            for code in desk.plan().by_code
            if code not in OPEN
        ]
        desk.office.setting_up.assign(YEAR, wanted, from_first=True)
