"""What differs between two versions of a plan: by measure and field, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, NamedTuple

from imari_desk.domain.plan_bars import spans_of, told
from imari_desk.domain.plan_draft import Draft
from imari_desk.domain.plan_entry import brief
from imari_desk.domain.plan_names import COMBINE_WORDS, GRADE_WORDS, KIND_WORDS
from imari_desk.domain.plan_places import label, of_year, phase_label
from imari_desk.domain.plan_typed import Typing, text_of
from imari_desk.domain.words import sentence

_HEAD = ("title", "short_title", "municipality", "first_year", "last_year")
_PLAIN = ("code", "name", "summary", "effect", "vision_action")
_INDICATOR = ("name", "target", "unit", "target_text", "numerator", "denominator", "formula")

_Key = tuple[object, ...]


class ChangeKind(Enum):
    """What became of a field."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    ORDERED = "ordered"  # the measures stand in another order


class Change(NamedTuple):
    """One field that differs. ``measure`` is its code, "" for what concerns the whole plan."""

    kind: ChangeKind
    subject: str
    measure: str
    field: str
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """In words: 「数値目標を「50」から「60」に変更」."""
        facts = {"field": self.field, "before": brief(self.before), "after": brief(self.after)}
        return sentence(f"office.plan.change.{self.kind.value}", **facts)


class _Fact(NamedTuple):
    subject: str
    measure: str
    field: str
    text: str


def changes(before: Draft, after: Draft) -> tuple[Change, ...]:
    """What ``after`` has otherwise, in its order; what is gone comes where it stood."""
    return tuple(_changes(before, after))


def _changes(before: Draft, after: Draft) -> Iterator[Change]:
    old, new = _facts(before), _facts(after)
    yield from _differing(old, new)
    measures_before, measures_after = _by_code(before), _by_code(after)
    if [c for c in measures_before if c in measures_after] != [
        c for c in measures_after if c in measures_before
    ]:
        field = sentence("office.plan.measures")
        yield Change(ChangeKind.ORDERED, sentence("office.plan.whole"), "", field)
    for code in dict.fromkeys([*measures_after, *measures_before]):
        yield from _measure_changes(
            code, (before, measures_before.get(code)), (after, measures_after.get(code))
        )


def _measure_changes(
    code: str, before: tuple[Draft, Any], after: tuple[Draft, Any]
) -> Iterator[Change]:
    (old_plan, old), (new_plan, new) = before, after
    name = " ".join(filter(None, (code, str((new or old).get("name", "")))))
    field = sentence("office.plan.measure")
    if old is None:
        yield Change(ChangeKind.ADDED, name, code, field, "", name)
    elif new is None:
        yield Change(ChangeKind.REMOVED, name, code, field, name, "")
    elif old != new or _groups(old_plan) != _groups(new_plan):
        facts = (
            {key: _Fact(name, code, f, text) for key, (f, text) in _measure_facts(plan, one)}
            for plan, one in ((old_plan, old), (new_plan, new))
        )
        yield from _differing(*facts)


def _differing(old: Mapping[_Key, _Fact], new: Mapping[_Key, _Fact]) -> Iterator[Change]:
    for key in dict.fromkeys([*new, *old]):
        before, after = (side[key].text if key in side else "" for side in (old, new))
        if before == after:
            continue
        kind = ChangeKind.CHANGED
        if not before or not after:
            kind = ChangeKind.ADDED if after else ChangeKind.REMOVED
        fact = new.get(key) or old[key]
        yield Change(kind, fact.subject, fact.measure, fact.field, before, after)


# --- the plan as facts ---


def _facts(draft: Draft) -> dict[_Key, _Fact]:
    """Everything but the measures."""
    whole, scale, terms = (sentence(f"office.plan.{name}") for name in ("whole", "scale", "terms"))
    facts: dict[_Key, _Fact] = {}
    for key in _HEAD:
        facts["head", key] = _Fact(whole, "", label(key), _head(draft, key))
    names = {one.get("id"): str(one.get("name", "")) for one in draft.get("fields", [])}
    for one in draft.get("fields", []):
        facts["field", one.get("id")] = _Fact(whole, "", label("fields"), str(one.get("name", "")))
    for one in draft.get("groups", []):
        within = names.get(one.get("field"), "")
        text = sentence("office.plan.change.group", name=one.get("name", ""), field=within)
        facts["group", one.get("id")] = _Fact(whole, "", label("groups"), text)
    facts |= {key: _Fact(scale, "", field, text) for key, (field, text) in _scale(draft)}
    for one in draft.get("glossary", []):
        text = " ".join(str(one[key]) for key in ("expansion", "text") if key in one)
        field = sentence("office.plan.change.term", word=one.get("word", ""))
        facts["term", one.get("word")] = _Fact(terms, "", field, text)
    return facts


def _head(draft: Draft, key: str) -> str:
    typing = Typing.YEAR if key.endswith("_year") else Typing.TEXT
    return text_of(typing, draft.get(key))


def _scale(draft: Draft) -> Iterator[tuple[_Key, tuple[str, str]]]:
    scale = draft.get("scale", {})
    for one in scale.get("grades", []):
        kind = _word(GRADE_WORDS, one.get("kind", "ratio"))
        at_least = one.get("at_least")
        reach = sentence("office.plan.change.reach", at_least=at_least) if at_least else kind
        field = sentence("office.plan.change.grade", letter=one.get("letter", ""))
        yield ("grade", one.get("letter")), (field, f"{reach} {one.get('legend', '')}".strip())
    yield ("combine",), (label("combine"), _word(COMBINE_WORDS, scale.get("combine", "lowest")))
    expected = text_of(Typing.SHARES, scale.get("expected"))
    yield ("expected",), (label("expected"), expected)


def _measure_facts(draft: Draft, one: Mapping[str, Any]) -> Iterator[tuple[_Key, tuple[str, str]]]:
    yield ("group",), (label("group"), _groups(draft).get(one.get("group"), ""))
    for key in _PLAIN:
        yield (key,), (label(key), str(one.get(key, "")))
    star = "☆" if one.get("national_priority") else ""
    yield ("national_priority",), (label("national_priority"), star)
    codes = text_of(Typing.CODES, one.get("predecessors"))
    yield ("predecessors",), (label("predecessors"), codes)
    for key in ("schedule", "milestones"):
        for year, value in one.get(key, {}).items():
            yield (key, year), (of_year(key, int(year)), text_of(Typing.CODES, value))
    yield from _phase_facts(draft, one.get("phases", {}))
    for n, indicator in enumerate(one.get("indicators", []), start=1):
        yield from _indicator_facts(n, indicator)


def _phase_facts(draft: Draft, phases: Mapping[str, Any]) -> Iterator[tuple[_Key, tuple[str, str]]]:
    first = draft.get("first_year")
    for key in ("plan", "design", "run"):
        spans = spans_of(phases.get(key, []), first if isinstance(first, int) else 0)
        text = "、".join(told(s, first) for s in spans) if isinstance(first, int) else ""
        yield ("phases", key), (phase_label(key), text)
    by = str(phases.get("checked_by", ""))
    checked = sentence("office.plan.checked", by=by).strip() if phases.get("checked") else ""
    yield ("phases", "checked"), (phase_label("checked"), checked)


def _indicator_facts(n: int, one: Mapping[str, Any]) -> Iterator[tuple[_Key, tuple[str, str]]]:
    number = sentence("office.plan.label.indicators_n", number=n)
    texts = {key: str(one.get(key, "")) for key in _INDICATOR}
    texts["kind"] = _word(KIND_WORDS, one.get("kind", ""))
    texts["expected"] = text_of(Typing.SHARES, one.get("expected"))
    for key, text in texts.items():
        field = sentence("office.plan.part", whole=number, part=label(key))
        yield ("indicators", n, key), (field, text)


def _by_code(draft: Draft) -> dict[str, Any]:
    """Each measure under its code; one without a code under its place."""
    return {
        one.get("code") or sentence("office.plan.no_code", number=n): one
        for n, one in enumerate(draft.get("measures", []), start=1)
    }


def _groups(draft: Draft) -> dict[object, str]:
    return {one.get("id"): str(one.get("name", "")) for one in draft.get("groups", [])}


def _word(words: tuple[tuple[str, str], ...], meaning: object) -> str:
    return next((word for word, meant in words if meant == meaning), "")
