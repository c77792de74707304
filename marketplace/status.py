"""Say which chain this is, how far it has been read, and whether every part is well."""

import time
from collections.abc import Callable
from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from indexer.models import Chain as IndexedChain
from indexer.primitives import Address
from marketplace import db
from marketplace.adapters.chain import ChainError
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import StoreError
from marketplace.dependency import PartsDep, Unit
from marketplace.errors import Unavailable
from marketplace.parts import Parts

LAG_LIMIT_BLOCKS = 20
RPC_PATH = "/development/rpc"
PROBE = b"Atelier asks whether the store is well.\n"

router = APIRouter(prefix="/api/v1", tags=["status"])


class IndexEmpty(Unavailable):
    """The indexer has not read a single block yet."""

    title = "The index is still empty"


class Head(BaseModel):
    """The newest block that the index holds."""

    number: int
    timestamp: int


class ChainAnswer(BaseModel):
    """Where the contracts are, and up to which block we know what happened there."""

    chain_id: int
    development: bool
    rpc_path: str | None
    contracts: dict[str, Address]
    head: Head


class PartHealth(BaseModel):
    """How one part is."""

    status: Literal["well", "unwell"]
    detail: str
    milliseconds: int


class HealthAnswer(BaseModel):
    """Well only if every part is."""

    status: Literal["well", "unwell"]
    parts: dict[str, PartHealth]


def head(session: Session) -> Head:
    """The index's newest block, whose time is the time of every deadline here."""
    row = session.execute(
        select(IndexedChain.head_number, IndexedChain.head_timestamp)
    ).one_or_none()
    if row is None:
        raise IndexEmpty(
            "The indexer has read nothing of the chain so far; wait a moment, or start it with "
            "`atelier index`.",
            retry_after=2,
        )
    return Head(number=row.head_number, timestamp=row.head_timestamp)


@router.get("/chain")
def read_chain(response: Response, parts: PartsDep, unit: Unit) -> ChainAnswer:
    """Which chain, which contracts, and how far the index has come."""
    response.headers["Cache-Control"] = "no-store"
    return ChainAnswer(
        chain_id=parts.deployment.chain_id,
        development=parts.settings.development,
        rpc_path=RPC_PATH if parts.settings.development else None,
        contracts=dict(parts.deployment.contracts),
        head=head(unit),
    )


@router.get("/health", responses={503: {"model": HealthAnswer}})
def read_health(response: Response, parts: PartsDep) -> HealthAnswer:
    """Try every part that a request may need; 503 as soon as one of them fails."""
    response.headers["Cache-Control"] = "no-store"
    tried = {
        "database": _tried(lambda: _database(parts)),
        "chain": _tried(lambda: _chain(parts)),
        "index": _tried(lambda: _index(parts)),
        "store": _tried(lambda: _store(parts)),
    }
    is_well = all(part.status == "well" for part in tried.values())
    response.status_code = 200 if is_well else 503
    return HealthAnswer(status="well" if is_well else "unwell", parts=tried)


def _tried(check: Callable[[], str]) -> PartHealth:
    began = time.monotonic()
    status: Literal["well", "unwell"] = "well"
    try:
        detail = check()
    except (Unavailable, ChainError, StoreError) as fault:
        status, detail = "unwell", str(fault)
    except SQLAlchemyError as fault:
        # Its text may hold the statement and the address; the kind is enough for everybody.
        status, detail = "unwell", f"the database does not answer ({type(fault).__name__})"
    return PartHealth(
        status=status, detail=detail, milliseconds=round((time.monotonic() - began) * 1000)
    )


def _database(parts: Parts) -> str:
    with db.unit(parts.units) as session:
        revision = session.scalar(text("SELECT version_num FROM alembic_version"))
    return f"migrated to {revision}"


def _chain(parts: Parts) -> str:
    found = parts.chain.chain_id()
    if found != parts.deployment.chain_id:
        raise ChainError(
            f"the node is on chain {found}, the contracts are on {parts.deployment.chain_id}"
        )
    newest = parts.chain.head()
    return f"chain {found} at block {newest.number}"


def _index(parts: Parts) -> str:
    with db.unit(parts.units) as session:
        indexed = head(session)
    behind = parts.chain.head().number - indexed.number
    if behind > LAG_LIMIT_BLOCKS:
        raise Unavailable(f"block {indexed.number}, {behind} blocks behind the chain")
    return f"block {indexed.number}, {max(0, behind)} behind"


def _store(parts: Parts) -> str:
    """Written once, read every time."""
    cid = Cid.of(PROBE)
    if not parts.store.has(cid):
        parts.store.add_block(PROBE)
    if parts.store.block(cid) != PROBE:
        raise StoreError(f"{cid} reads back as something else")
    return "keeps and reads"
