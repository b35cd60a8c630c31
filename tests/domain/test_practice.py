"""Practice is told by the 課's name, however its brackets are typed."""

from __future__ import annotations

import pytest

from imari_desk.domain.practice import is_practice


@pytest.mark.parametrize("name", ["見本課（練習）", "見本課(練習)", "見本課（練習） ", "（練習）"])
def test_practice(name: str) -> None:
    assert is_practice(name)


@pytest.mark.parametrize("name", ["", "見本課", "練習課", "見本課（例）", "（練習）課"])
def test_no_practice(name: str) -> None:
    assert not is_practice(name)
