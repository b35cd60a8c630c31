"""Mnemonics: nothing on these pages takes a key the window's own bar has."""

from __future__ import annotations

import re

from imari_desk.domain.words.exchange import SENTENCES
from imari_desk.domain.words.window import SENTENCES as WINDOW


def keys(sentences: dict[str, str], prefix: str) -> dict[str, str]:
    found = {}
    for code, text in sentences.items():
        if code.startswith(prefix) and (key := re.search(r"\(&(.)\)", text)):
            found[code] = key[1]
    return found


def test_no_page_takes_a_key_of_the_bar() -> None:
    bar = set(keys(WINDOW, "frame.").values())

    assert bar
    assert {c: k for c, k in keys(SENTENCES, "exchange.").items() if k in bar} == {}


def test_what_stands_together_has_different_keys() -> None:
    taking = ("add", "close", "copy", "apply")
    sending = ("close", "change_folder", "submit", "open_folder", "copy_place")
    for page in (taking, sending):
        used = [keys(SENTENCES, "exchange.")[f"exchange.{name}"] for name in page]
        assert len(set(used)) == len(used)
