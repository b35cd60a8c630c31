"""The description of every item, listed once for an evaluation."""

from __future__ import annotations

import pytest

from imari_desk.domain import items
from tests.domain.plans import small_plan


@pytest.mark.parametrize("listing", [items.items_for, items.items_by_key, items.items_by_code])
def test_items_are_listed_once_until_that_is_forgotten(listing: object) -> None:
    assert callable(listing)
    plan = small_plan()
    once = listing(plan, plan.measures[0], 2025)
    assert listing(small_plan(), plan.measures[0], 2025) is once
    items.forget()
    again = listing(plan, plan.measures[0], 2025)
    assert again == once
    assert again is not once
