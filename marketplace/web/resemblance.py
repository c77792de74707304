"""Show what a picture resembles: both side by side, whose it is, and what the artist says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final, Self

from fastapi import APIRouter, Response
from fastapi import Path as InPath
from sqlalchemy.orm import Session

from indexer.primitives import Address, Hash32, hash32
from marketplace.adapters.ipfs.cid import Cid
from marketplace.auth import Signed
from marketplace.curation import queries as curation
from marketplace.curation.rules import DossierMissing
from marketplace.dependency import Unit
from marketplace.resemblance import queries
from marketplace.resemblance.queries import REASON_LEAST, REASON_MOST, Check, Verdict
from marketplace.web.page import PageDep
from marketplace.web.view import Picture

SECTION: Final = "/applications"
SQUARE: Final = 960  # pages lay both pictures into squares of one size

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """A picture and the one that it resembles."""

    own: Picture
    other: Picture
    artist: Address
    relation: str
    kind: str
    link: str | None
    says: str

    @classmethod
    def of(cls, check: Check, found: Mapping[str, Any]) -> Self:
        """What was found, as a page tells it."""
        other = found["other"]
        kind = "work" if other["kind"] == "work" else "application"
        token = Cid.from_digest(int(other["subject"], 16)) if kind == "work" else None
        return cls(
            own=Picture(check.pictures[found["picture"]], SQUARE, SQUARE),
            other=Picture(other["picture"], SQUARE, SQUARE),
            artist=other["artist"],
            relation=found["relation"],
            kind=kind,
            link=None if token is None else f"/works/{token}",
            says=", ".join(
                [f"Their lines agree to {found['permille'] / 10:.0f}\u00a0%", *found["words"]]
            ),
        )


@dataclass(frozen=True, slots=True)
class Resemblance:
    """What comparing the pictures of a dossier or a work came to."""

    subject: Hash32
    verdict: Verdict
    failure: str | None
    pairs: list[Pair]
    reason: str
    statement: str | None
    attester: Address | None
    signature: str | None
    checked_at: datetime | None
    least: int = REASON_LEAST
    most: int = REASON_MOST

    @property
    def others(self) -> list[Pair]:
        """What resembles somebody else's."""
        return [pair for pair in self.pairs if pair.relation == "other"]

    @property
    def is_open(self) -> bool:
        """Whether somebody else's picture waits for the artist's reason."""
        return self.verdict is Verdict.ALIKE and not self.reason

    @classmethod
    def of(cls, check: Check | None, subject: Hash32) -> Self:
        """The comparison; one that nobody has begun is pending."""
        if check is None:
            return cls(subject, Verdict.PENDING, None, [], "", None, None, None, None)
        return cls(
            subject=subject,
            verdict=queries.verdict(check),
            failure=check.failure,
            pairs=[Pair.of(check, found) for found in check.found],
            reason=check.reason,
            statement=check.statement_cid,
            attester=check.attester,
            signature=None if check.signature is None else f"0x{check.signature.hex()}",
            checked_at=check.checked_at,
        )


def of_dossier(session: Session, digest: Hash32, artist: Address) -> Resemblance:
    """What a dossier's pictures resemble; a dossier counts for the artist who made it alone."""
    found = queries.check(session, digest)
    return Resemblance.of(found if found and found.artist == artist else None, digest)


def of_work(session: Session, work: int) -> Resemblance:
    """What a work's picture resembles."""
    return Resemblance.of(queries.check_of_work(session, work), Hash32(f"0x{work:064x}"))


@router.get("/apply/{digest}")
def answer(
    digest: Annotated[str, InPath(pattern="^0x[0-9a-f]{64}$")],
    page: PageDep,
    unit: Unit,
    artist: Signed,
) -> Response:
    """Before an application: what its pictures resemble, and the artist's answer."""
    known = hash32(digest)
    dossier = curation.dossier(unit, known)
    if dossier is None or dossier.artist != artist:
        raise DossierMissing(f"You handed in no dossier {digest}.", digest=digest)
    return page.show(
        "resemblance.html",
        section=SECTION,
        resemblance=of_dossier(unit, known, artist),
        bond_wei=curation.bond_wei(unit),
    )
