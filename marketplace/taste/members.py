"""Teach the members' model in public: sign ballots, read what was trained, ratify it."""

from datetime import UTC, datetime
from typing import Annotated, Any, Self

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, ConfigDict, Field

from generation import taste
from indexer.primitives import Address
from marketplace import signature
from marketplace.auth import Signed
from marketplace.dependency import PartsDep, Unit
from marketplace.prepared import PreparedTransaction
from marketplace.taste import ballot, queries, standing
from marketplace.taste.error import ModelMissing
from marketplace.taste.models import Model
from marketplace.taste.schemas import Asked
from marketplace.taste.standing import Act, Standing

HASH = r"^0x[0-9a-f]{64}$"
MOST_NUMBER = 2**53

Hash = Annotated[str, Field(pattern=HASH)]
Whole = Annotated[int, Field(ge=0, lt=MOST_NUMBER)]
Digest = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]

router = APIRouter(prefix="/api/v1/taste", tags=["taste"])


class ChoiceMessage(Asked):
    """Names of the better and of the worse picture."""

    better: Hash
    worse: Hash


class BallotMessage(Asked):
    """The ballot as the terms offered it."""

    member: str = Field(max_length=42)
    choices: list[ChoiceMessage] = Field(min_length=1, max_length=ballot.MOST_CHOICES)
    nonce: Whole
    deadline: Whole


class BallotRequest(Asked):
    """A signed ballot."""

    ballot: BallotMessage
    signature: str = Field(max_length=2 * signature.SIGNATURE_LIMIT + 2)


class TermsAnswer(BaseModel):
    """What to sign."""

    typed_data: dict[str, Any]


class BallotAnswer(BaseModel):
    """A ballot that was taken."""

    digest: str
    choices: int


class ModelAnswer(BaseModel):
    """A trained taste: from what, how good, and whether the members decided for it."""

    model_config = ConfigDict(from_attributes=True)

    digest: str
    votes_cid: str
    votes_sha256: str
    features_digest: str
    ballots: int
    members: int
    choices: int
    held_out: int
    foreseen: int
    trained_at: datetime
    proposal: str | None = None
    state: str | None = None
    second: int | None = None
    is_ratified: bool = False
    leans: list[str] = []

    @classmethod
    def of(cls, model: Model, found: Standing | None, ratified: str | None) -> Self:
        """The row, and where its proposal stands."""
        made = cls.model_validate(model)
        made.is_ratified = model.digest == ratified
        known = taste.parse(model.content, model.digest)
        if known.features == taste.digest():
            made.leans = [one.words for one in taste.leanings(known)]
        if found is not None:
            made.proposal = str(found.proposal.proposal)
            made.state, made.second = found.state, found.second
        return made


class ModelsAnswer(BaseModel):
    """The models that were trained, newest first, and how many ballots there are."""

    ballots: int
    models: list[ModelAnswer]


@router.get("/models")
def read_models(unit: Unit) -> ModelsAnswer:
    """What members taught, for everybody to read."""
    found = standing.standings(unit, queries.chain_time(unit))
    ratified = standing.ratified(unit)
    return ModelsAnswer(
        ballots=len(queries.ballots(unit)),
        models=[
            ModelAnswer.of(one, found.get(one.digest), ratified.digest if ratified else None)
            for one in queries.models(unit)
        ],
    )


@router.get("/models/{digest}/checkpoint", response_class=Response)
def read_checkpoint(digest: Digest, unit: Unit) -> Response:
    """A model itself: a safetensors file of that very digest."""
    found = queries.model(unit, digest)
    if found is None:
        raise ModelMissing(f"there is no taste model {digest}.", model=digest)
    headers = {"Content-Disposition": f'attachment; filename="{digest}.safetensors"'}
    return Response(found.content, media_type="application/octet-stream", headers=headers)


@router.post("/models/{digest}/proposal")
def prepare_proposal(
    digest: Digest, person: Signed, unit: Unit, parts: PartsDep
) -> PreparedTransaction:
    """Prepare the proposal that makes a model the members' own."""
    ballot.require_member(unit, person)
    return standing.propose(unit, parts, person, digest)


@router.post("/models/{digest}/proposal/{act}")
def prepare_act(
    digest: Digest, act: Act, person: Signed, unit: Unit, parts: PartsDep
) -> PreparedTransaction:
    """Prepare a vote on that proposal, its queueing, or its execution."""
    if act in ("for", "against"):
        ballot.require_member(unit, person)
    return standing.act(unit, parts, digest, act, queries.chain_time(unit))


@router.post("/ballot-terms")
def offer_ballot(person: Signed, unit: Unit, parts: PartsDep) -> TermsAnswer:
    """What a member chose and has not signed yet, ready to be signed."""
    return TermsAnswer(typed_data=ballot.terms(unit, parts, person, _now()))


@router.post("/ballots", status_code=201)
def hand_in(content: BallotRequest, person: Signed, unit: Unit, parts: PartsDep) -> BallotAnswer:
    """Hand in a signed ballot: from now on it is public."""
    message = content.ballot
    choices = [(one.better[2:], one.worse[2:]) for one in message.choices]
    made = ballot.hand_in(
        unit,
        parts,
        Address(person),
        choices,
        message.nonce,
        message.deadline,
        signature.parse(content.signature),
        _now(),
    )
    return BallotAnswer(digest=made.digest, choices=len(made.choices))


def _now() -> int:
    return int(datetime.now(UTC).timestamp())
