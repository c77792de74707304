"""Commission works, watch them come into being, and hand in the voucher that mints them."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Header, Query, Response
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from generation import registry
from generation.errors import RecipeRefused
from generation.recipe import Recipe, compose
from indexer.primitives import Address
from marketplace import cursor, db, typed_data
from marketplace import signature as signatures
from marketplace.auth import Signed
from marketplace.dependency import PartsDep, SettingsDep, Unit
from marketplace.parts import Parts
from marketplace.resemblance import queries as resemblances
from marketplace.signature import is_signed_by
from marketplace.studio import commission as commissions
from marketplace.studio import glimpse, lineage, picture, queries, voucher, watch
from marketplace.studio.commission import Order
from marketplace.studio.error import (
    CommissionMissing,
    IndexBehind,
    RecipeFaulty,
    VoucherForged,
)
from marketplace.studio.models import Commission
from marketplace.studio.picture import IfNoneMatch
from marketplace.studio.prompt import require_wanted
from marketplace.studio.quota import Quota
from marketplace.studio.schemas import (
    CommissionAnswer,
    CommissionRequest,
    CommissionsAnswer,
    SignedVoucherRequest,
    TypedDataAnswer,
    VoucherTermsRequest,
)
from marketplace.studio.voucher import Terms

PAGE = 24

router = APIRouter(prefix="/api/v1", tags=["studio"])
watchers = watch.Watchers()

Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)]
LastEventId = Annotated[str | None, Header(alias="Last-Event-ID", max_length=200)]


@router.get("/engines")
def list_engines() -> list[dict[str, Any]]:
    """What can be commissioned, and every choice there is."""
    return [card.as_json() for card in registry.describe()]


@router.post("/commissions", status_code=201)
def ask(
    content: CommissionRequest,
    artist: Signed,
    unit: Unit,
    parts: PartsDep,
    response: Response,
    key: Key = None,
) -> CommissionAnswer:
    """Commission a work; the studio's worker takes it from there."""
    parents = lineage.parents(unit, parts.store, content.parents)
    order = Order(content.title, content.description, _recipe(content, parents), key)
    require_wanted(order, parts.words)
    settings = parts.settings
    quota = Quota.of(settings)
    made = commissions.ask(unit, uuid4(), artist, order, quota, settings.model_on)
    response.headers["Location"] = f"/api/v1/commissions/{made.id}"
    return CommissionAnswer.of(made, is_minted=False)


@router.get("/commissions")
def list_own(
    artist: Signed,
    unit: Unit,
    after: Annotated[str | None, Query(alias="cursor", max_length=200)] = None,
) -> CommissionsAnswer:
    """The artist's commissions, newest first."""
    before = _moment(after) if after else None
    rows = queries.own_all(unit, artist, before=before, limit=PAGE + 1)
    page = [CommissionAnswer.of(row, is_minted) for row, is_minted in rows[:PAGE]]
    is_more = len(rows) > PAGE
    return CommissionsAnswer(
        commissions=page,
        next=_after(page[-1]) if is_more else None,
    )


@router.get("/commissions/{id_}")
def read(id_: UUID, artist: Signed, unit: Unit) -> CommissionAnswer:
    """One commission with its history."""
    made, is_minted = _own(unit, id_, artist)
    return CommissionAnswer.of(made, is_minted, queries.changes(unit, id_))


@router.get("/commissions/{id_}/progress")
async def watch_progress(
    id_: UUID, artist: Signed, parts: PartsDep, known: LastEventId = None
) -> Response:
    """Server-sent events until the commission rests; 204 where nothing new will ever come."""
    told = await run_in_threadpool(_own_told, parts, id_, artist)
    if told is not None and told.is_over and told.id == known:
        return Response(status_code=204)  # this is how a browser learns not to come back
    events = watch.events(lambda: watch.commission(parts.units, id_), known)
    return watch.Broadcast(events, watchers)


@router.get("/commissions/{id_}/preview", response_class=Response)
def preview(id_: UUID, artist: Signed, unit: Unit, known: IfNoneMatch = None) -> Response:
    """How the work looks in the midst of its rendering: a small picture."""
    _own(unit, id_, artist)
    return picture.answer(glimpse.preview(unit, id_), known)


@router.post("/commissions/{id_}/cancel", status_code=202)
def cancel(id_: UUID, artist: Signed, unit: Unit) -> CommissionAnswer:
    """Stop a commission that waits or is being rendered; again is as good as once."""
    made, is_minted = _own_locked(unit, id_, artist)
    commissions.cancel(unit, made)
    return CommissionAnswer.of(made, is_minted, queries.changes(unit, id_))


@router.post("/commissions/{id_}/retry", status_code=202)
def retry(
    id_: UUID, artist: Signed, unit: Unit, parts: PartsDep, settings: SettingsDep
) -> CommissionAnswer:
    """Let a failed or cancelled commission start again from its last good state."""
    made, is_minted = _own_locked(unit, id_, artist)
    terms = None if made.work is None else terms_for(unit, made)
    commissions.retry(unit, made, terms, Quota.of(settings), settings.model_on)
    return CommissionAnswer.of(made, is_minted, queries.changes(unit, id_))


@router.post("/commissions/{id_}/voucher-terms")
def offer_voucher(
    id_: UUID, content: VoucherTermsRequest, artist: Signed, unit: Unit, parts: PartsDep
) -> TypedDataAnswer:
    """The voucher for the artist's wallet to sign."""
    made, is_minted = _own(unit, id_, artist)
    commissions.require_pinned(made, is_minted)
    require_compared(unit, made)
    terms = terms_for(unit, made)
    usual = lineage.SHARE_USUAL_BPS if terms.parents else 0
    share_bps = usual if content.parents_bps is None else content.parents_bps
    offered = voucher.offer(terms, content.royalty_bps, share_bps if terms.parents else 0)
    return TypedDataAnswer(typed_data=_document(parts, offered))


@router.post("/commissions/{id_}/voucher", status_code=202)
def take_voucher(
    id_: UUID, content: SignedVoucherRequest, artist: Signed, unit: Unit, parts: PartsDep
) -> CommissionAnswer:
    """Take the signed voucher; the relayer brings it to the chain."""
    made, is_minted = _own_locked(unit, id_, artist)
    signature = signatures.parse(content.signature)
    brought = content.voucher.as_voucher()
    if not commissions.is_signed_already(made, brought, signature):
        commissions.require_pinned(made, is_minted)
        require_compared(unit, made)
        voucher.check(brought, terms_for(unit, made))
        _require_signature(parts, brought, signature)
        commissions.sign(unit, made, brought, signature)
    return CommissionAnswer.of(made, is_minted, queries.changes(unit, id_))


def terms_for(unit: Session, made: Commission) -> Terms:
    """What a voucher for the work has to say right now."""
    timestamp = queries.timestamp(unit)
    fee_bps = queries.mint_fee_bps(unit)
    if timestamp is None or fee_bps is None:
        raise IndexBehind(
            "the index has not read the contracts yet; try again in a few seconds.", retry_after=2
        )
    return Terms(
        work=made.work or 0,
        artist=made.artist,
        timestamp=timestamp,
        nonce=queries.voucher_nonce(unit, made.artist),
        fee_bps=fee_bps,
        parents=lineage.tokens(made.recipe),
    )


def require_compared(unit: Session, made: Commission) -> None:
    """A work is minted once it is known what it resembles, and that is answered for."""
    resemblances.require_settled(resemblances.check_of_work(unit, made.work or 0))


def _moment(after: str) -> datetime:
    (microseconds,) = cursor.read(after, int)
    return datetime.fromtimestamp(0, UTC) + timedelta(microseconds=int(microseconds))


def _after(answer: CommissionAnswer) -> str:
    age = answer.created_at - datetime.fromtimestamp(0, UTC)
    return cursor.write(age // timedelta(microseconds=1))


def _recipe(content: CommissionRequest, parents: tuple[str, ...]) -> Recipe:
    try:
        return compose(
            content.engine,
            content.parameters,
            seed=content.seed,
            prompt=content.prompt,
            parents=parents,
        )
    except RecipeRefused as refusal:
        raise recipe_faulty(refusal) from refusal


def recipe_faulty(refusal: RecipeRefused) -> RecipeFaulty:
    """All that is wrong with a recipe, field by field."""
    problems = [
        {"field": fault.field, "value": fault.value, "allowed": fault.allowed}
        for fault in refusal.problems
    ]
    return RecipeFaulty(f"{refusal}.", problems=problems)


def _own(unit: Session, id_: UUID, artist: Address) -> tuple[Commission, bool]:
    found = queries.own(unit, id_, artist)
    if found is None:
        raise CommissionMissing(f"you have no commission {id_}.", commission=str(id_))
    made, is_minted = found
    return made, is_minted


def _own_locked(unit: Session, id_: UUID, artist: Address) -> tuple[Commission, bool]:
    """Locked first, then read: two requests at once come one after the other."""
    queries.locked(unit, id_)
    return _own(unit, id_, artist)


def _own_told(parts: Parts, id_: UUID, artist: Address) -> watch.Told | None:
    with db.unit(parts.units) as session:
        _own(session, id_, artist)
    return watch.commission(parts.units, id_)


def _document(parts: Parts, offered: voucher.Voucher) -> dict[str, Any]:
    deployment = parts.deployment
    return offered.document(voucher.DOMAIN, deployment.chain_id, deployment.contracts["Artwork"])


def _require_signature(parts: Parts, brought: voucher.Voucher, signature: bytes) -> None:
    digest = typed_data.digest(_document(parts, brought))
    if not is_signed_by(parts.chain, brought.artist, digest, signature):
        raise VoucherForged(
            f"the signature over this voucher is not {brought.artist}'s; "
            "sign in the wallet that holds this address.",
            artist=brought.artist,
        )
