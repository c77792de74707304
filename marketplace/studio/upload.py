"""Take a finished work of an artist's as a commission that is made already."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from indexer.primitives import Address, Hash32
from marketplace.deliverables.folder import Folder
from marketplace.metadata import SUBMITTED
from marketplace.studio import commission as commissions
from marketplace.studio import queries
from marketplace.studio.error import AlreadySubmitted, KeyReused
from marketplace.studio.models import Commission
from marketplace.studio.quota import QUOTA, Quota, require_day, require_room, require_shelf
from marketplace.studio.state import State


@dataclass(frozen=True, slots=True)
class Upload:
    """What an artist hands in: words, and the digest of the file as it is published."""

    title: str
    description: str
    sha256: str
    idempotency_key: str | None

    @property
    def digest(self) -> Hash32:
        """The digest as the database keeps it."""
        return Hash32(f"0x{self.sha256}")


def require_may(session: Session, artist: Address, quota: Quota = QUOTA) -> None:
    """Refuse before a byte is read whoever may not submit now."""
    commissions.require_artist(session, artist)
    require_room(session, artist, quota)
    require_day(session, artist, quota)
    require_shelf(session, artist, quota)


def require_new(session: Session, artist: Address, upload: Upload) -> Commission | None:
    """The commission of the same request, if it comes again; refuses a file that is here."""
    if repeated := _repeated(session, artist, upload):
        return repeated
    first = queries.by_upload(session, upload.digest)
    if first is None:
        return None
    if first.artist != artist:
        raise AlreadySubmitted(
            "somebody submitted this very file already; submit works of your own.",
            sha256=upload.sha256,
        )
    raise AlreadySubmitted(
        f"you submitted this very file already, as {first.title!r} (it is {first.state}); "
        "go on with that one.",
        commission=str(first.id),
        sha256=upload.sha256,
    )


def take(
    session: Session,
    id_: UUID,
    artist: Address,
    upload: Upload,
    made: Folder,
    quota: Quota = QUOTA,
) -> Commission:
    """Keep a work whose folder is in the store; the worker pins it next."""
    commissions.one_at_a_time(session, artist)
    if repeated := require_new(session, artist, upload):
        return repeated
    require_may(session, artist, quota)
    query = insert(Commission).values(
        id=id_,
        artist=artist,
        title=upload.title,
        description=upload.description,
        provenance=SUBMITTED,
        upload_sha256=upload.digest,
        idempotency_key=upload.idempotency_key,
        state=State.ASKED,
        progress_permille=1000,
        stage="",
        artefact_cid=str(made.artefact_cid),
        artefact_sha256=upload.sha256,
        content=made.content,
    )
    query = query.on_conflict_do_nothing(index_elements=["upload_sha256"])
    if session.scalar(query.returning(Commission.id)) is None:
        require_new(session, artist, upload)
    commission = queries.locked(session, id_)
    assert commission is not None  # noqa: S101 - inserted above, in this transaction
    commissions.note(session, commission, "uploaded by the artist")
    commissions.enter(session, commission, State.RENDERED, "")
    commissions.move_on(session, commission)
    return commission


def _repeated(session: Session, artist: Address, upload: Upload) -> Commission | None:
    if upload.idempotency_key is None:
        return None
    first = queries.by_key(session, artist, upload.idempotency_key)
    if first is None:
        return None
    if (first.upload_sha256, first.title, first.description) != (
        upload.digest,
        upload.title,
        upload.description,
    ):
        raise KeyReused(
            "this Idempotency-Key was used for another commission; take a new one.",
            commission=str(first.id),
        )
    return first
