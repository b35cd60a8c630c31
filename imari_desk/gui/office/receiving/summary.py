"""What taking in will change and what it will not, in words."""

from __future__ import annotations

from imari_desk.desk.office.outlook import Fate, Outlook
from imari_desk.domain.deciding import Side
from imari_desk.domain.words import sentence
from imari_desk.gui.office.receiving.files import level_chip, sender, state_chips


def summary(found: Outlook) -> str:
    """What will change, in one sentence."""
    take = found.of(Fate.TAKE)
    if not take:
        return sentence("office.receiving.will_nothing_chosen")
    if not found.changed:
        return sentence("office.receiving.will_nothing", files=len(take))
    return sentence(
        "office.receiving.will",
        files=len(take),
        departments=len(found.departments),
        measures=len({(at.measure) for at, _ in found.changed}),
        items=len(found.changed),
    )


def not_taken(found: Outlook) -> str:
    """What stays as it is, so that nobody waits for it."""
    sides = [c.choice.side if c.choice else None for c in found.conflicts]
    taken = found.of(Fate.TAKE)
    counts = (
        ("office.receiving.not.both", sides.count(None) + sides.count(Side.BOTH)),
        ("office.receiving.not.ask", sides.count(Side.ASK)),
        ("office.receiving.not.chosen", sides.count(Side.VALUE)),
        ("office.receiving.not.asks", len(found.of(Fate.ASKS))),
        ("office.receiving.not.held", sum(row.file.held for row in taken)),
        ("office.receiving.not.twin", len(found.of(Fate.TWIN))),
        ("office.receiving.not.seen", len(found.of(Fate.SEEN))),
        ("office.receiving.not.left", len(found.of(Fate.LEAVE))),
        ("office.receiving.not.refused", len(found.of(Fate.REFUSED))),
    )
    said = [sentence(code, count=count) for code, count in counts if count]
    return "".join([*said, sentence("exchange.originals")])


def copied(found: Outlook) -> str:
    """Everything in a line a file, for the clipboard."""
    lines = [summary(found), not_taken(found), ""]
    for row in found.files:
        chips = "、".join(text for text, _, _ in (level_chip(row), *state_chips(row)))
        lines.append(f"{row.file.name}\t{sender(row)}\t{row.changes}\t{chips}")
    return "\n".join(lines)
