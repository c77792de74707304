"""Say what the studio speaks over HTTP."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, StrictStr

from generation.schema import MOST_ITEMS
from indexer.primitives import Address, address
from marketplace import text
from marketplace.metadata import Provenance
from marketplace.studio.lineage import MOST as MOST_PARENTS
from marketplace.studio.lineage import SHARE_MAXIMUM_BPS, SHARE_MINIMUM_BPS
from marketplace.studio.models import Commission, CommissionChange
from marketplace.studio.state import MINTED
from marketplace.studio.voucher import ROYALTY_CAP_BPS, Voucher

MOST_UINT256 = 2**256 - 1
WORDS = {"signed": "voucher signed"}  # states whose shown word is not the stored one

Line = Annotated[str, AfterValidator(text.line)]
Text = Annotated[str, AfterValidator(text.plain)]
Account = Annotated[Address, AfterValidator(address)]
# JSON readers lose digits above 53 bits: such numbers travel as decimal text.
Wide = Annotated[int, Field(ge=0, le=MOST_UINT256)]
# Shapes alone: what an engine allows is its schema's to say, field by field.
Numbers = Annotated[tuple[StrictInt, ...], Field(max_length=MOST_ITEMS)]
Texts = Annotated[tuple[StrictStr, ...], Field(max_length=MOST_ITEMS)]
Parents = list[Annotated[StrictStr, Field(max_length=100)]]  # token ids, or metadata CIDs
Choice = StrictInt | StrictStr | Numbers | Texts


class CommissionRequest(BaseModel):
    """What an artist asks the studio for."""

    model_config = ConfigDict(extra="forbid")

    title: Line = Field(min_length=1, max_length=120)
    description: Text = Field(default="", max_length=2000)
    engine: StrictStr = Field(max_length=40)
    parameters: dict[str, Choice] = Field(default_factory=dict, max_length=64)
    prompt: StrictStr = Field(default="", max_length=2000)
    seed: StrictInt
    parents: Parents = Field(default_factory=list, max_length=MOST_PARENTS)


class ChangeAnswer(BaseModel):
    """One step of a commission's history."""

    state: str
    at: datetime
    detail: str

    @classmethod
    def of(cls, change: CommissionChange) -> Self:
        """The row."""
        return cls(state=change.state, at=change.at, detail=change.detail)


class CommissionAnswer(BaseModel):
    """A commission as its artist sees it; `work` is the metadata's CID, `token_id` its digest."""

    id: UUID
    artist: Address
    title: str
    description: str
    provenance: Provenance
    recipe: dict[str, Any] | None
    recipe_digest: str | None
    state: str
    shown: str
    progress_permille: int
    stage: str
    failure: str | None
    artefact_cid: str | None
    artefact_sha256: str | None
    metadata: dict[str, Any] | None
    metadata_cid: str | None
    work: str | None
    token_id: str | None
    voucher: dict[str, Any] | None
    transaction_hash: str | None
    created_at: datetime
    updated_at: datetime
    changes: list[ChangeAnswer] | None = None

    @classmethod
    def of(
        cls,
        commission: Commission,
        is_minted: bool,
        changes: Sequence[CommissionChange] | None = None,
    ) -> Self:
        """The row, and what the index says of it."""
        state = MINTED if is_minted else str(commission.state)
        return cls(
            id=commission.id,
            artist=commission.artist,
            title=commission.title,
            description=commission.description,
            provenance=commission.provenance,
            recipe=commission.recipe,
            recipe_digest=commission.recipe_digest,
            state=state,
            shown=WORDS.get(state, state),
            progress_permille=commission.progress_permille,
            stage=commission.stage,
            failure=commission.failure,
            artefact_cid=commission.artefact_cid,
            artefact_sha256=commission.artefact_sha256,
            metadata=commission.content,
            metadata_cid=commission.metadata_cid,
            work=commission.metadata_cid,
            token_id=None if commission.work is None else str(commission.work),
            voucher=commission.voucher,
            transaction_hash=commission.transaction_hash,
            created_at=commission.created_at,
            updated_at=commission.updated_at,
            changes=None if changes is None else [ChangeAnswer.of(change) for change in changes],
        )


class CommissionsAnswer(BaseModel):
    """A page of an artist's commissions, newest first."""

    commissions: list[CommissionAnswer]
    next: str | None


class VoucherTermsRequest(BaseModel):
    """What the artist chooses; the parents of a remix get a tenth if nothing is said."""

    model_config = ConfigDict(extra="forbid")

    royalty_bps: StrictInt = Field(ge=0, le=ROYALTY_CAP_BPS)
    parents_bps: StrictInt | None = Field(default=None, ge=SHARE_MINIMUM_BPS, le=SHARE_MAXIMUM_BPS)


class TypedDataAnswer(BaseModel):
    """What the wallet has to sign."""

    typed_data: dict[str, Any]


class ShareMessage(BaseModel):
    """The contract's `Share`."""

    model_config = ConfigDict(extra="forbid")

    payee: Account
    bps: int = Field(ge=0, le=65_535)


class SplitMessage(BaseModel):
    """The contract's `Split`."""

    model_config = ConfigDict(extra="forbid")

    parents: list[Wide] = Field(max_length=8)
    parentsBps: int = Field(ge=0, le=65_535)
    shares: list[ShareMessage] = Field(max_length=32)


class VoucherMessage(BaseModel):
    """The contract's `Voucher`, by the contract's names."""

    model_config = ConfigDict(extra="forbid")

    work: Wide
    artist: Account
    to: Account
    currency: Account
    price: Wide
    royaltyBps: int = Field(ge=0, le=65_535)
    maxFeeBps: int = Field(ge=0, le=65_535)
    deadline: int = Field(ge=0, lt=2**64)
    nonce: int = Field(ge=0, lt=2**64)
    submitter: Account
    split: SplitMessage

    def as_voucher(self) -> Voucher:
        return Voucher.from_message(self.model_dump())


class SignedVoucherRequest(BaseModel):
    """The voucher that was offered, and the wallet's signature of it."""

    model_config = ConfigDict(extra="forbid")

    voucher: VoucherMessage
    signature: str = Field(max_length=16_384)
