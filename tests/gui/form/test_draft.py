"""What comes back late must not undo what is being typed; what comes from elsewhere must show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from imari_desk.gui.form.draft import Draft


def test_an_older_state_is_not_put_over_what_is_typed() -> None:
    draft = Draft()
    draft.open("一")
    draft.type("一二")
    assert not draft.come("一", "一二")
    assert draft.unsaved("一二")


def test_our_own_save_comes_back_and_nothing_is_done() -> None:
    draft = Draft()
    draft.open("")
    draft.type("一")
    assert not draft.come("一", "一")
    assert not draft.unsaved("一")


def test_an_undo_of_what_was_saved_is_shown() -> None:
    draft = Draft()
    draft.open("元")
    draft.type("一")
    draft.come("一", "一")
    assert draft.come("元", "一")


def test_typed_and_taken_back_while_saves_are_under_way() -> None:
    draft = Draft()
    draft.open("")
    for text in ("一", "一二", "一"):
        draft.type(text)
    assert [draft.come(text, "一") for text in ("一", "一二", "一")] == [False, False, False]
    assert not draft.unsaved("一")


def test_what_was_never_sent_is_shown_once_nobody_types() -> None:
    draft = Draft()
    draft.open("")
    for text in ("一", "一二", "一"):
        draft.type(text)
    draft.come("一", "一")  # the three were written as one
    draft.rest("一")
    assert draft.come("一二", "一")


@given(st.lists(st.text("ab", max_size=3), min_size=1, max_size=12), st.data())
def test_however_saves_are_bundled_and_delayed_typing_stands(
    typed: list[str], data: st.DataObject
) -> None:
    draft, waiting, now = Draft(), list[str](), ""
    draft.open("")
    unwritten: str | None = None
    for text in typed:
        if text != now:
            draft.type(text)
            now = unwritten = text
        if unwritten is not None and data.draw(st.booleans()):
            waiting.append(unwritten)  # handed to the database
            unwritten = None
        while waiting and bool(data.draw(st.booleans())):
            assert not draft.come(waiting.pop(0), now)
    for stored in [*waiting, *([unwritten] if unwritten is not None else [])]:
        assert not draft.come(stored, now)
    assert not draft.unsaved(now)
