"""The sentences people read, by code, one module an area. A second language is a second folder.

A sentence says what happened, where, and what to do now. ``{name}`` is filled from the facts.
"""

from __future__ import annotations

from imari_desk.domain.words import (
    checking,
    clerk,
    desk,
    exchange,
    form,
    frame,
    judging,
    keeping,
    kit,
    manual,
    office_board,
    office_frame,
    office_meeting,
    office_paper,
    office_plan,
    office_receiving,
    office_records,
    office_review,
    office_whole,
    office_year,
    papers,
    plans,
    self_check,
    side,
    tables,
    window,
    workbooks,
)

SENTENCES: dict[str, str] = {
    **plans.SENTENCES,
    **judging.SENTENCES,
    **checking.SENTENCES,
    **workbooks.SENTENCES,
    **keeping.SENTENCES,
    **tables.SENTENCES,
    **papers.SENTENCES,
    **desk.SENTENCES,
    **clerk.SENTENCES,
    **frame.SENTENCES,
    **window.SENTENCES,
    **form.SENTENCES,
    **side.SENTENCES,
    **self_check.SENTENCES,
    **exchange.SENTENCES,
    **kit.SENTENCES,
    **manual.SENTENCES,
    **office_frame.SENTENCES,
    **office_year.SENTENCES,
    **office_board.SENTENCES,
    **office_receiving.SENTENCES,
    **office_review.SENTENCES,
    **office_whole.SENTENCES,
    **office_meeting.SENTENCES,
    **office_paper.SENTENCES,
    **office_plan.SENTENCES,
    **office_records.SENTENCES,
}


def sentence(code: str, /, **facts: object) -> str:
    """The sentence for a code. Raises KeyError for a code that has none: that is our mistake."""
    return SENTENCES[code].format(**facts)
