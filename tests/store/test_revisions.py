"""How often an evaluation was written, and what was written since."""

from __future__ import annotations

from imari_desk.store.revisions import Revisions
from imari_desk.store.store import Store
from tests.store.acts import E_2025, ME, import_act, typed


def test_a_write_counts_for_what_it_is_about() -> None:
    revisions = Revisions()
    other = E_2025._replace(fiscal_year=2024)
    revisions.touch([E_2025, E_2025])
    assert (revisions.of(E_2025), revisions.of(other)) == (1, 0)
    mark = revisions.mark
    assert revisions.since(mark) == frozenset()
    revisions.touch([other])
    revisions.touch(())
    assert revisions.since(mark) == {other}
    revisions.touch(None)
    assert (revisions.of(E_2025), revisions.of(other)) == (2, 2)
    assert revisions.since(mark) is None
    assert revisions.since(revisions.mark) == frozenset()


def test_everything_that_writes_answers_says_so(store: Store) -> None:
    revisions = store.revisions
    store.write([typed("activities", "書いた")], ME)
    assert revisions.since(0) == {E_2025}
    mark = revisions.mark
    store.apply_import(import_act())
    assert revisions.since(mark) == {E_2025}
    mark = revisions.mark
    store.fix_plan(2025)
    assert revisions.since(mark) == frozenset()
