"""Take works that artists made elsewhere: read them to the disk, have them judged, keep them."""

import shutil
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final
from uuid import uuid4

from fastapi import APIRouter, Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from indexer.primitives import Address
from marketplace import db
from marketplace.auth import Signed
from marketplace.deliverables import submission
from marketplace.deliverables.submission import Submission
from marketplace.dependency import PartsDep
from marketplace.parts import Parts
from marketplace.studio import upload as uploads
from marketplace.studio.error import FileMissing, FileRefused, UploadsBusy
from marketplace.studio.models import Commission
from marketplace.studio.prompt import require_clean
from marketplace.studio.quota import Quota
from marketplace.studio.routes import Key
from marketplace.studio.schemas import CommissionAnswer
from marketplace.studio.upload import Upload
from marketplace.studio.upload_schemas import FORM, RulesAnswer, UploadRequest
from marketplace.uploads.desk import Judged
from marketplace.uploads.judging import Desk
from marketplace.uploads.kind import LIMITS, MIB, POSTER_LIMIT, UploadRefused

PATH: Final = "/api/v1/uploads"
BODY_LIMIT: Final = max(LIMITS.values()) + POSTER_LIMIT + MIB
MOST_TEXT: Final = 64 * 1024
FIELDS: Final = 6
UPLOADS_AT_ONCE: Final = 8  # each may take its whole limit of the disk, twice
JUDGED_AT_ONCE: Final = 2
PATIENCE_SECONDS: Final = 30.0
FORGOTTEN_SECONDS: Final = 3600.0  # what a process that was killed left on the disk

_streaming = threading.BoundedSemaphore(UPLOADS_AT_ONCE)
_judging = threading.BoundedSemaphore(JUDGED_AT_ONCE)

router = APIRouter(prefix=PATH, tags=["studio"])


@dataclass(frozen=True, slots=True)
class Brought:
    """A form that has come in whole."""

    said: UploadRequest
    work: UploadFile
    poster: UploadFile | None


async def _brought(request: Request, artist: Signed, parts: PartsDep) -> AsyncIterator[Brought]:
    """Who may not submit cannot make us read a single byte of a body."""
    await run_in_threadpool(_require_may, parts, artist)
    if not _streaming.acquire(blocking=False):
        raise UploadsBusy("other uploads are under way; send yours again shortly.", retry_after=15)
    try:
        async with request.form(
            max_files=2, max_fields=FIELDS, max_part_size=MOST_TEXT
        ) as form:  # files go to the disk while they come
            yield _read(form)
    finally:
        _streaming.release()


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


@router.get("")
def rules() -> RulesAnswer:
    """What may be submitted, and how large it may be."""
    return RulesAnswer.now()


@router.post("", status_code=201, openapi_extra=FORM)
def submit(
    brought: Annotated[Brought, Depends(_brought)],
    artist: Signed,
    parts: PartsDep,
    desk: Annotated[Desk, Depends(_desk)],
    response: Response,
    key: Key = None,
) -> CommissionAnswer:
    """Submit a finished work; it is pinned next, and then yours to sign and mint."""
    said = Submission(
        brought.said.title,
        brought.said.description,
        artist,
        brought.said.machine,
        brought.said.is_sensitive,
    )
    require_clean("title", said.title, parts.words)
    require_clean("description", said.description, parts.words)
    with _folder(parts.settings.data / "uploads") as place:
        target = place / "target"
        judged, pictures = _judged(brought, place, target, desk)
        upload = Upload(said.title, said.description, judged.sha256, key)
        made = _kept(parts, said, upload, judged, target, pictures)
    response.headers["Location"] = f"/api/v1/commissions/{made.id}"
    return CommissionAnswer.of(made, is_minted=False)


def _judged(
    brought: Brought, place: Path, target: Path, desk: Desk
) -> tuple[Judged, dict[str, bytes]]:
    source = _set_down(brought.work, place / "source")
    poster = None if brought.poster is None else _set_down(brought.poster, place / "poster")
    if not _judging.acquire(timeout=PATIENCE_SECONDS):
        raise UploadsBusy(
            "other uploads are being looked at; send yours again shortly.", retry_after=30
        )
    try:
        return desk.judge(source, poster, target)
    except UploadRefused as refused:
        said = str(refused)
        raise FileRefused(f"{said[:1].upper()}{said[1:]}.", field="work") from refused
    finally:
        _judging.release()


def _kept(
    parts: Parts,
    said: Submission,
    upload: Upload,
    judged: Judged,
    target: Path,
    pictures: dict[str, bytes],
) -> Commission:
    """In the store first, then in the database: what a row names is there."""
    artist = said.artist
    with db.unit(parts.units) as session:
        if repeated := uploads.require_new(session, artist, upload):
            session.expunge(repeated)
            return repeated
    with target.open("rb") as artefact:
        folder = submission.assemble(said, judged, artefact, pictures)
        parts.store.add_folder(folder.files)
    with db.unit(parts.units) as session:
        quota = Quota.of(parts.settings)
        made = uploads.take(session, uuid4(), artist, upload, folder, quota)
        session.refresh(made)
        session.expunge(made)
    return made


def _require_may(parts: Parts, artist: Address) -> None:
    with db.unit(parts.units) as session:
        uploads.require_may(session, artist, Quota.of(parts.settings))


def _read(form: FormData) -> Brought:
    """The form's words, checked, and its files; an empty file field is no file."""
    files = {
        name: part
        for name, part in form.multi_items()
        if isinstance(part, UploadFile) and part.size
    }
    texts = {name: part for name, part in form.multi_items() if isinstance(part, str)}
    unknown = files.keys() - {"work", "poster"}
    if unknown:
        raise FileMissing(f"{min(unknown)[:80]!r} is no file of this form; send work and poster.")
    if "work" not in files:
        raise FileMissing("there is no file named work; choose the work and send it again.")
    try:
        said = UploadRequest.model_validate(texts)
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from error
    return Brought(said, files["work"], files.get("poster"))


@contextmanager
def _folder(root: Path) -> Iterator[Path]:
    """A folder of this upload's own, gone afterwards; forgotten ones go with it."""
    root.mkdir(parents=True, exist_ok=True)
    for left in root.iterdir():
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > FORGOTTEN_SECONDS:
                shutil.rmtree(left)
    with tempfile.TemporaryDirectory(dir=root) as name:
        yield Path(name)


def _set_down(part: UploadFile, path: Path) -> Path:
    part.file.seek(0)
    with path.open("wb") as file:
        shutil.copyfileobj(part.file, file, MIB)
    return path
