"""Read what comparing pictures found, and let an artist answer it."""

from typing import Annotated

from fastapi import APIRouter, Path
from sqlalchemy.orm import Session

from indexer.primitives import Address, Hash32, hash32
from marketplace.auth import MaybeSigned, Signed
from marketplace.dependency import Unit
from marketplace.resemblance import queries
from marketplace.resemblance.models import Check
from marketplace.resemblance.rules import CheckMissing
from marketplace.resemblance.schemas import CheckAnswer, ReasonRequest

router = APIRouter(prefix="/api/v1/resemblances", tags=["resemblance"])

Digest = Annotated[str, Path(pattern="^0x[0-9a-f]{64}$")]


@router.get("/{digest}")
def read(digest: Digest, person: MaybeSigned, unit: Unit) -> CheckAnswer:
    """What comparing a dossier or a work found: for everybody once the subject is public."""
    found = _check(unit, hash32(digest))
    if found.artist != person and not queries.is_public(unit, found):
        raise _missing(found.subject)
    return CheckAnswer.of(found)


@router.post("/{digest}/reason")
def answer(digest: Digest, content: ReasonRequest, person: Signed, unit: Unit) -> CheckAnswer:
    """Say why a picture may resemble another's; members and collectors read it beside both."""
    found = _own(unit, hash32(digest), person)
    queries.answer(found, content.reason)
    return CheckAnswer.of(found)


def _own(unit: Session, digest: Hash32, person: Address) -> Check:
    found = _check(unit, digest)
    locked = queries.locked(unit, found.id)
    if locked is None or locked.artist != person:
        raise _missing(digest)
    return locked


def _check(unit: Session, digest: Hash32) -> Check:
    found = queries.check(unit, digest)
    if found is None:
        raise _missing(digest)
    return found


def _missing(digest: Hash32) -> CheckMissing:
    return CheckMissing(f"nothing of yours is compared under {digest}.", subject=digest)
