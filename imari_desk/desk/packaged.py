"""What comes with the program: the plan of resources/."""

from __future__ import annotations

from imari_desk.domain.plan import Plan
from imari_desk.domain.plan_text import parse_plan
from imari_desk.places import packaged

PLAN_FILE = "plan/imari-dx-2021.toml"


def packaged_plan() -> Plan:
    """The plan a new database starts with. Raises PlanError where the file was broken."""
    return parse_plan((packaged("resources") / PLAN_FILE).read_text("utf-8"))
