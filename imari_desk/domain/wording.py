"""Typed answers that cannot be used as they stand, and texts worth a second look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import floor

from imari_desk.domain.finding import Finding, Severity, Subject
from imari_desk.domain.items import Item, ItemKind, Section
from imari_desk.domain.likeness import likeness
from imari_desk.domain.numbers import canonical

_NEARLY = 90  # percent alike from which a text counts as last year's
_SHORTEST = 20  # characters; 「特になし」 may be said every year
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")  # 外字 have no shape elsewhere


def unclear_answers(subject: Subject) -> Iterator[Finding]:
    """Two answers to one item, and answers that are not certainly what the item asks for."""
    for key, item in subject.items.items():
        if item.section is Section.PASSAGE:
            continue  # of two submissions or stages one counts; nobody has to choose
        found = subject.held.values(key)
        if len(found) > 1:
            count = len(found)
            yield subject.found(Severity.CONTRADICTION, key, "check.conflict", count=count)
        elif found:
            read = canonical(item, found[0])
            if not read.certain:
                text = f"{item.label}：{read.text}"
                yield Finding(key, read.code, text, Severity.CAUTION)


def texts(subject: Subject) -> Iterator[Finding]:
    """Too long, carried over from last year, or with characters others cannot see."""
    for key, item in subject.items.items():
        if item.kind not in (ItemKind.TEXT, ItemKind.LINE):
            continue
        value = subject.held.value(key)
        if item.limit and (length := characters(value)) > item.limit:
            facts = {"length": length, "limit": item.limit}
            yield subject.found(Severity.CAUTION, key, "text.long", **facts)
        if private := _PRIVATE.search(value):
            character = f"U+{ord(private[0]):04X}"
            yield subject.found(Severity.CAUTION, key, "text.private", character=character)
        if item.section is Section.TEXTS:
            yield from _carried_over(subject, item, value)


def characters(text: str) -> int:
    """What a limit counts: characters without line ends."""
    return len(text) - text.count("\n")


def _carried_over(subject: Subject, item: Item, value: str) -> Iterator[Finding]:
    before = subject.last.value(item.key)
    if min(len(before), len(value)) < _SHORTEST:
        return
    if value == before:
        yield subject.found(Severity.CAUTION, item.key, "text.same")
    elif (alike := floor(likeness(before, value) * 100)) >= _NEARLY:
        yield subject.found(Severity.CAUTION, item.key, "text.nearly_same", percent=alike)
