"""The colours by what they are for. Contrast of every pair used for text is at least 4.5."""

from __future__ import annotations

from typing import Literal, NamedTuple

Tone = Literal["plain", "info", "ok", "note", "warn", "error", "office"]


class Tokens(NamedTuple):
    """Colours as #rrggbb. Tones come in pairs: the ink, and the ``_tint`` it stands on."""

    page: str  # behind the cards
    surface: str  # cards, bars
    well: str  # tinted boxes inside a card, and fields that cannot be changed
    line: str  # edges of cards, rules
    grid: str  # tracks and lines inside drawings
    text: str
    heading: str
    support: str  # helpers, counters, units
    primary: str
    primary_hover: str
    primary_active: str
    on_primary: str
    selected: str
    selected_text: str
    hover: str
    field: str
    field_line: str
    required: str  # 必須 and what is missing
    phase_1: str  # bars of the schedule: 計画, 検討・設計・開発, 実施・運用
    phase_2: str
    phase_3: str
    phase_line: str
    mark: str  # differing words
    ring: str  # keyboard focus, outer
    ring_inner: str
    plain: str
    plain_tint: str
    info: str
    info_tint: str
    ok: str
    ok_tint: str
    note: str
    note_tint: str
    warn: str
    warn_tint: str
    error: str
    error_tint: str
    office: str
    office_tint: str


LIGHT = Tokens(
    page="#f2f3f5",
    surface="#ffffff",
    well="#f7f8fa",
    line="#e2e4e8",
    grid="#cccccc",
    text="#333333",
    heading="#1a1a1a",
    support="#5c5c5c",
    primary="#0017c1",
    primary_hover="#00118f",
    primary_active="#000060",
    on_primary="#ffffff",
    selected="#d9e6ff",
    selected_text="#00118f",
    hover="#e8f1fe",
    field="#ffffff",
    field_line="#666666",
    required="#c00000",
    phase_1="#cfdaf0",
    phase_2="#9fb4de",
    phase_3="#5472b0",
    phase_line="#5472b0",
    mark="#ffe9a8",
    ring="#000000",
    ring_inner="#ffd43d",
    plain="#333333",
    plain_tint="#eeeff1",
    info="#0031d8",
    info_tint="#e8f1fe",
    ok="#115a36",
    ok_tint="#e6f5ec",
    note="#6e5600",
    note_tint="#fbf5e0",
    warn="#8b3200",
    warn_tint="#ffeee2",
    error="#a90000",
    error_tint="#fdeeee",
    office="#5c10be",
    office_tint="#f1eafa",
)

DARK = Tokens(
    page="#17181a",
    surface="#222326",
    well="#2a2b2f",
    line="#36383c",
    grid="#4a4c51",
    text="#eeeeee",
    heading="#ffffff",
    support="#b8babf",
    primary="#9db7f9",
    primary_hover="#c5d7fb",
    primary_active="#e8f1fe",
    on_primary="#0a1030",
    selected="#263766",
    selected_text="#e8f1fe",
    hover="#2a3350",
    field="#1a1b1d",
    field_line="#8d9096",
    required="#ff9c9c",
    phase_1="#3c4c74",
    phase_2="#6580b8",
    phase_3="#a9c0f0",
    phase_line="#a9c0f0",
    mark="#5c4a0a",
    ring="#ffffff",
    ring_inner="#ffd43d",
    plain="#e0e0e0",
    plain_tint="#3a3c40",
    info="#c5d7fb",
    info_tint="#22305c",
    ok="#9bd4b5",
    ok_tint="#143525",
    note="#ffe380",
    note_tint="#362f14",
    warn="#ffc199",
    warn_tint="#46240d",
    error="#ffb0b0",
    error_tint="#3d1d1f",
    office="#ddc2ff",
    office_tint="#38234f",
)
