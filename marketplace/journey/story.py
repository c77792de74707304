"""What happened in a journey: its steps, and what they come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One thing one person (or the machine) did."""

    name: str
    says: str
    seconds: float
    transaction: str | None = None
    gas: int | None = None
    cid: str | None = None


@dataclass(frozen=True, slots=True)
class Sale:
    """Who owns the work in the end, and who was paid what."""

    owner: str
    collector: str
    paid_wei: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Proof:
    """What was minted, and what rendering its recipe again gave."""

    token_id: int
    metadata_cid: str
    artefact_cid: str
    artefact_sha256: str
    recipe_digest: str
    rerender_sha256: str


@dataclass(frozen=True, slots=True)
class Story:
    """A journey that ended well."""

    steps: tuple[Step, ...]
    sale: Sale
    proof: Proof

    def as_json(self) -> dict[str, Any]:
        """One object; token id and wei as decimal texts, as everywhere in the API."""
        return {
            "token_id": str(self.proof.token_id),
            "owner": self.sale.owner,
            "collector": self.sale.collector,
            "metadata_cid": self.proof.metadata_cid,
            "artefact_cid": self.proof.artefact_cid,
            "artefact_sha256": self.proof.artefact_sha256,
            "recipe_digest": self.proof.recipe_digest,
            "rerender_sha256": self.proof.rerender_sha256,
            "paid_wei": {role: str(wei) for role, wei in self.sale.paid_wei.items()},
            "gas": {step.name: step.gas for step in self.steps if step.gas is not None},
            "seconds": {step.name: round(step.seconds, 3) for step in self.steps},
            "transactions": {
                step.name: step.transaction for step in self.steps if step.transaction
            },
            "cids": {step.name: step.cid for step in self.steps if step.cid},
        }
