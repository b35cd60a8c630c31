"""A real database on the disk, the office's, with the small plan of tests/domain/plans.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imari_desk.domain.items import Owner
from imari_desk.store.store import Store
from tests import ready
from tests.domain.plans import small_plan

NOW = "2026-05-20T10:15:00+09:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "データ 1" / "desk.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    ready.copy(database, path.parent)
    with Store.open(path) as made:
        yield made


def database(folder: Path) -> None:
    """Fill a folder with the office's database."""
    path = folder / "desk.db"
    Store.create(path, Owner.OFFICE, "", small_plan(), now=NOW, program="0.1").close()
