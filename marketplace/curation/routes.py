"""Hand in dossiers, read applications, prepare votes and decisions."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Response
from sqlalchemy.orm import Session

from indexer.primitives import Address, Hash32, address, hash32
from marketplace import db, text
from marketplace.adapters.chain import Call
from marketplace.auth import Signed
from marketplace.curation import dossier, queries, rules
from marketplace.curation.models import Dossier
from marketplace.curation.queries import ApplicationView
from marketplace.curation.rules import SUPPORTS
from marketplace.curation.schemas import (
    ApplicationAnswer,
    ApplicationDetailAnswer,
    ArtistAnswer,
    DossierAnswer,
    SealedAnswer,
    SealRequest,
    VoteRequest,
)
from marketplace.curation.upload import FORM, UploadDep
from marketplace.dependency import PartsDep, Unit
from marketplace.parts import Parts
from marketplace.prepared import PreparedTransaction, prepare
from marketplace.resemblance import queries as resemblances
from marketplace.resemblance.queries import Check
from marketplace.status import head

PAGE = 24
MOST_PAGE = 100

router = APIRouter(prefix="/api/v1", tags=["curation"])

Digest = Annotated[Hash32, Path(pattern="^0x[0-9a-f]{64}$")]
Number = Annotated[int, Path(ge=1, lt=2**63)]


@router.post("/dossiers", status_code=201, openapi_extra=FORM)
def hand_in(
    person: Signed, upload: UploadDep, parts: PartsDep, response: Response
) -> DossierAnswer:
    """Make a dossier (multipart: statement, links, samples, titles) and have it compared.

    It is no application yet: that is prepared by sealing the dossier with what comparing found.
    """
    now = datetime.now(UTC)
    with db.unit(parts.units) as session:  # refuse early, before any picture is looked at
        _check_may_apply(session, person)
        since = now - rules.DOSSIER_PERIOD
        rules.check_quota(person, queries.dossiers_since(session, person, since))
    made = dossier.make(person, upload, parts.store)
    with db.unit(parts.units) as session:
        if not queries.keep(session, made, now):
            response.status_code = 200
        return DossierAnswer.of(_dossier(session, made.digest))


@router.post("/dossiers/{digest}/seal", status_code=201)
def seal_dossier(
    digest: Digest, content: SealRequest, person: Signed, parts: PartsDep, unit: Unit
) -> SealedAnswer:
    """Put what comparing the pictures found, and the artist's answer, into the dossier.

    Only this prepares an application, so none goes past the comparison.
    """
    draft = _dossier(unit, hash32(digest))
    if draft.artist != person:
        raise rules.NotOwnDossier(f"Dossier {digest} is {draft.artist}'s.", digest=digest)
    _check_may_apply(unit, person)
    found = resemblances.check(unit, draft.digest)
    reason = resemblances.read_reason(content.reason) if content.reason.strip() else ""
    resemblances.require_settled(found, reason)
    sealed = dossier.seal(dossier.of(draft), _resemblance(found, reason), parts.store)
    if found is not None:
        resemblances.adopt(unit, found, sealed.digest, reason)
    queries.keep(unit, sealed, draft.created_at)
    transaction = _application_of(parts, unit, sealed.digest)
    kept = DossierAnswer.of(_dossier(unit, sealed.digest))
    return SealedAnswer(**kept.model_dump(), transaction=transaction)


@router.get("/dossiers/{digest}")
def read_dossier(digest: Digest, unit: Unit) -> DossierAnswer:
    """What an artist handed in."""
    return DossierAnswer.of(_dossier(unit, hash32(digest)))


@router.get("/applications/{number}")
def read_application(number: Number, unit: Unit) -> ApplicationDetailAnswer:
    """One application with its dossier and every vote."""
    view = _application(unit, number)
    votes = list(queries.votes(unit, number))
    return ApplicationDetailAnswer.with_votes(view, votes, head(unit).timestamp)


@router.post("/applications/{number}/vote")
def prepare_vote(
    number: Number, content: VoteRequest, person: Signed, parts: PartsDep, unit: Unit
) -> PreparedTransaction:
    """Check that the vote will count, and prepare it."""
    ballot = _application(unit, number).ballot
    reason = _reason(content.reason)
    rules.check_vote(ballot, queries.voter(unit, ballot, person), reason, head(unit).timestamp)
    verb = {"for": "Vote for", "against": "Vote against", "abstain": "Abstain on"}[content.support]
    return prepare(
        parts,
        "Curation",
        "vote",
        number,
        SUPPORTS.index(content.support),
        reason,
        says=f"{verb} application {number} of {ballot.artist}.",
    )


@router.post("/applications/{number}/finalize")
def prepare_finalize(
    number: Number, _person: Signed, parts: PartsDep, unit: Unit
) -> PreparedTransaction:
    """Prepare the decision of an application whose voting period is over; anybody may send it."""
    ballot = _application(unit, number).ballot
    rules.check_finalize(ballot, head(unit).timestamp)
    says = f"Decide application {number} of {ballot.artist} by the votes cast."
    return prepare(parts, "Curation", "finalize", number, says=says)


@router.post("/applications/{number}/appeal")
def prepare_appeal(
    number: Number, person: Signed, parts: PartsDep, unit: Unit
) -> PreparedTransaction:
    """Prepare the appeal of a rejection, on the same dossier; only its artist, once."""
    ballot = _application(unit, number).ballot
    rules.check_appeal(ballot, person, head(unit).timestamp)
    return prepare(
        parts,
        "Curation",
        "appeal",
        number,
        bytes.fromhex(ballot.dossier[2:]),
        says=f"Appeal application {number}; members who have not voted on it decide.",
        value_wei=_bond_wei(parts, unit),
    )


@router.get("/artists/{artist}")
def read_artist(artist: Annotated[str, Path(max_length=42)], unit: Unit) -> ArtistAnswer:
    """Whether somebody is an artist here, and their applications."""
    try:
        known = address(artist)
    except ValueError as fault:
        raise rules.AddressUnreadable(f"{fault}.") from fault
    now = head(unit).timestamp
    views = queries.applications(unit, now, artist=known, limit=MOST_PAGE)
    return ArtistAnswer(
        artist=known,
        is_admitted=queries.is_artist(unit, known),
        applications=[ApplicationAnswer.of(view, now) for view in views],
    )


def _check_may_apply(session: Session, person: Address) -> None:
    rules.check_apply(
        person,
        queries.is_artist(session, person) and queries.is_member(session, person),
        queries.pending(session, person),
        queries.cooling_until(session, person),
    )


def _resemblance(found: Check | None, reason: str) -> dict[str, str]:
    """What a sealed dossier says of its pictures: the statement, who signed it, the answer."""
    said = {"reason": reason}
    if found is not None and found.statement_cid and found.signature and found.attester:
        said |= {
            "statement": f"ipfs://{found.statement_cid}",
            "attester": found.attester,
            "signature": f"0x{found.signature.hex()}",
        }
    return said


def _application_of(parts: Parts, session: Session, digest: Hash32) -> PreparedTransaction:
    return prepare(
        parts,
        "Curation",
        "openApplication",
        bytes.fromhex(digest[2:]),
        says="Apply to become an artist; the bond comes back with the decision.",
        value_wei=_bond_wei(parts, session),
    )


def _bond_wei(parts: Parts, session: Session) -> int:
    known = queries.bond_wei(session)
    if known is not None:
        return known
    # The index is still to come to the contract's first event.
    curation = parts.contracts["Curation"]
    call = Call(to=curation.address, data=curation.encode("parameters"))
    ((bond_wei, *_others),) = curation.decode("parameters", parts.chain.call(call))
    return int(bond_wei)


def _dossier(session: Session, digest: Hash32) -> Dossier:
    found = queries.dossier(session, digest)
    if found is None:
        raise rules.DossierMissing(f"No dossier {digest} was handed in here.", digest=digest)
    return found


def _application(session: Session, number: int) -> ApplicationView:
    found = queries.application(session, number)
    if found is None:
        raise rules.ApplicationMissing(
            f"The index knows no application {number}; it may not have come that far.",
            application=number,
        )
    return found


def _reason(given: str) -> str:
    try:
        return text.plain(given)
    except ValueError as fault:
        raise rules.ReasonUnreadable(f"The reason: {fault}.") from fault
