"""How many examples a property is tried on: ten in ``make check``, forty in ``make test``,
ten thousand in ``make long``; and what the whole run shares."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests import ready

# A loaded machine is no fault of the code under test.
patient = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True, max_examples=40
)

settings.register_profile("few", patient)
settings.register_profile("quick", patient, max_examples=10)
settings.register_profile("long", patient, max_examples=10_000)
settings.load_profile("few")


@pytest.fixture(scope="session", autouse=True)
def nothing_left_lying() -> Iterator[None]:
    """Folders that were made once for many tests go with the last test."""
    yield
    ready.clear()
