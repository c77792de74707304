"""Read what a deployment should be: who founds the DAO, and the parameters it starts with.

A plan is a JSON file like `deployments/plan.example.json`; every key but `founders` may be left out
and then has the value written there. On a local chain the founders may be left out too: they are
Anvil's accounts 3, 4 and 5, votes last an hour, the shortest the contracts allow, and the treasury
waits ten minutes, which it does only there.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR

ANVIL_FOUNDERS = (
    "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
    "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
    "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc",
)


class PlanInvalid(ValueError):
    """The plan names something unknown, or leaves out what nobody can guess."""


@dataclass(frozen=True)
class Curation:
    """How artists are voted in; order and units are those of `ICuration.Parameters`."""

    bond_wei: int = 5 * 10**16
    voting_period_seconds: int = 3 * DAY
    cooldown_seconds: int = 14 * DAY
    revocation_notice_seconds: int = 7 * DAY
    quorum_bps: int = 3_000
    quorum_floor: int = 2
    endorsements: int = 3


@dataclass(frozen=True)
class Governor:
    """How proposals are voted on; order and units are those of `IAtelierGovernor.Rules`."""

    voting_delay_seconds: int = DAY
    voting_period_seconds: int = 3 * DAY
    late_quorum_extension_seconds: int = DAY
    proposal_threshold: int = 1
    quorum_percent: int = 20
    quorum_floor: int = 2


@dataclass(frozen=True)
class Plan:
    """All that a deployment decides."""

    founders: tuple[str, ...]
    curation: Curation = field(default_factory=Curation)
    primary_fee_bps: int = 250
    secondary_fee_bps: int = 250
    currencies: tuple[str, ...] = ()
    treasury_delay_seconds: int = 2 * DAY
    governor: Governor = field(default_factory=Governor)

    def parameters(self) -> dict[str, Any]:
        """The plan as JSON; wei are decimal text there."""
        facts = asdict(self)
        facts["curation"]["bond_wei"] = str(self.curation.bond_wei)
        return facts


def local_plan() -> Plan:
    """The plan of a local chain nobody wrote a plan for."""
    return Plan(
        founders=ANVIL_FOUNDERS,
        curation=Curation(
            voting_period_seconds=HOUR,
            cooldown_seconds=HOUR,
            revocation_notice_seconds=HOUR,
            endorsements=2,
        ),
        treasury_delay_seconds=10 * MINUTE,
        governor=Governor(
            voting_delay_seconds=MINUTE,
            voting_period_seconds=HOUR,
            late_quorum_extension_seconds=HOUR // 2,
        ),
    )


def read_plan(path: Path) -> Plan:
    """The plan in a file."""
    facts = json.loads(path.read_text())
    if not facts.get("founders"):
        raise PlanInvalid(f"{path} names no founders; without members nobody could vote")
    facts["founders"] = tuple(facts["founders"])
    facts["currencies"] = tuple(facts.get("currencies", ()))
    facts["curation"] = _part(Curation, facts.get("curation", {}), path)
    facts["governor"] = _part(Governor, facts.get("governor", {}), path)
    plan = _build(Plan, facts, path)
    voters, needed = len(plan.founders), max(plan.curation.quorum_floor, plan.governor.quorum_floor)
    if needed > voters:
        raise PlanInvalid(
            f"{path} names {voters} founders, and at least {needed} must vote on everything; "
            "nothing could ever be decided"
        )
    return plan


_Part = TypeVar("_Part", Plan, Curation, Governor)


def _part(kind: type[_Part], facts: Mapping[str, Any], path: Path) -> _Part:
    return _build(kind, {key: int(value) for key, value in facts.items()}, path)


def _build(kind: type[_Part], facts: Mapping[str, Any], path: Path) -> _Part:
    known = {one.name for one in fields(kind)}
    unknown = sorted(facts.keys() - known)
    if unknown:
        raise PlanInvalid(f"{path} has {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    return kind(**facts)
