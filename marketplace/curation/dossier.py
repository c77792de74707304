"""Make a dossier of what an artist hands in: checked texts, pictures written anew, one digest.

The same hand-in makes the same dossier, so sending it twice changes nothing.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from generation.recipe import canonical_json
from indexer.primitives import Address, Hash32
from marketplace import text
from marketplace.curation.models import Dossier
from marketplace.curation.picture import FILE_LIMIT, PictureRefused, renew
from marketplace.curation.upload import SAMPLE_LIMIT, Upload
from marketplace.errors import Unavailable, Unprocessable
from marketplace.ports import Store

FORMAT = 1
SEALED_FORMAT = 2
STATEMENT_LIMIT = 5_000
LINK_COUNT = 8
LINK_LIMIT = 300
TITLE_LIMIT = 120
UNTITLED = "Untitled"
NO_DIGEST = Hash32("0x" + "00" * 32)  # of what is not kept yet

# Pictures are written anew within the request, though it takes longer than a request should: the
# digest that the artist's wallet signs next depends on every byte of them. So at most two dossiers
# at once (Pillow lets other threads run meanwhile), a few wait, and the next are asked to wait.
_working = threading.BoundedSemaphore(2)
_admitted = threading.BoundedSemaphore(8)


class FieldRefused(Unprocessable):
    """A text of the dossier is missing, too long or not what it should be."""

    title = "The dossier needs a change"


class SampleRefused(Unprocessable):
    """A picture cannot be taken."""

    title = "A picture cannot be taken"


class TooBusy(Unavailable):
    """Other dossiers are being made."""

    title = "Too many dossiers at once"


@dataclass(frozen=True, slots=True)
class Sample:
    """One picture, as it is kept."""

    title: str
    original_cid: str
    display_cid: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class NewDossier:
    """A dossier that is stored under its CID."""

    digest: Hash32
    cid: str
    artist: Address
    statement: str
    links: tuple[str, ...]
    samples: tuple[Sample, ...]
    is_sealed: bool = False


def make(artist: Address, upload: Upload, store: Store) -> NewDossier:
    """Check everything, store the pictures, then the dossier that names them."""
    statement = _statement(upload.texts["statement"])
    links = tuple(_links(upload.texts["links"]))
    titles = _titles(upload.texts["titles"], len(upload.files))
    with _turn():
        samples = tuple(_samples(upload, titles, store))
    made = NewDossier(NO_DIGEST, "", artist, statement, links, samples)
    return _kept(_content(made), made, store)


def of(kept: Dossier) -> NewDossier:
    """A kept dossier with its samples, as it was made."""
    samples = tuple(
        Sample(
            title=sample.title,
            original_cid=sample.original_cid,
            display_cid=sample.display_cid,
            media_type=sample.media_type,
            width=sample.width,
            height=sample.height,
        )
        for sample in kept.samples
    )
    return NewDossier(
        kept.digest, kept.cid, kept.artist, kept.statement, tuple(kept.links), samples
    )


def seal(made: NewDossier, resemblance: Mapping[str, str], store: Store) -> NewDossier:
    """The same dossier with what comparing its pictures found, as its digest goes on chain."""
    content = {**_content(made), "format": SEALED_FORMAT, "resemblance": dict(resemblance)}
    return replace(_kept(content, made, store), is_sealed=True)


def _kept(content: Mapping[str, object], made: NewDossier, store: Store) -> NewDossier:
    cid = store.add_block(canonical_json(content))
    return replace(made, digest=Hash32("0x" + cid.digest.hex()), cid=str(cid))


def _content(made: NewDossier) -> dict[str, object]:
    return {
        "format": FORMAT,
        "artist": made.artist,
        "statement": made.statement,
        "links": list(made.links),
        "samples": [_as_json(sample) for sample in made.samples],
    }


def _statement(given: list[str]) -> str:
    if len(given) != 1:
        raise FieldRefused("statement: write one, about yourself and your work.", field="statement")
    return _text("statement", given[0], STATEMENT_LIMIT, text.plain)


def _links(given: list[str]) -> Iterator[str]:
    if len(given) > LINK_COUNT:
        raise FieldRefused(f"links: {len(given)} are too many; give at most {LINK_COUNT}.")
    for number, written in enumerate(given, 1):
        name = f"links.{number}"
        link = _text(name, written, LINK_LIMIT, text.line)
        if not _is_public_page(link):
            raise FieldRefused(
                f"{name}: {link[:80]!r} is no link to a page; write it like "
                "https://example.org/portfolio.",
                field=name,
            )
        yield link


def _is_public_page(link: str) -> bool:
    """Nobody here ever fetches it; it must only be what it looks like to who follows it."""
    try:
        parts = urlsplit(link)
        host, user = parts.hostname or "", parts.username or parts.password
        _ = parts.port
    except ValueError:
        return False
    is_plain = link.isascii() and not any(sign in link for sign in " <>\"'`{}|\\^")
    return is_plain and parts.scheme == "https" and "." in host.strip(".") and user is None


def _titles(given: list[str], count: int) -> list[str]:
    if not 1 <= count <= SAMPLE_LIMIT:
        raise FieldRefused(
            f"samples: {count or 'none'} given; show 1 to {SAMPLE_LIMIT} of your works.",
            field="samples",
        )
    if len(given) > count:
        raise FieldRefused(
            f"titles: {len(given)} titles for {count} pictures; give one for each.", field="titles"
        )
    named = [
        _text(f"titles.{number}", title, TITLE_LIMIT, text.line) if title.strip() else UNTITLED
        for number, title in enumerate(given, 1)
    ]
    return named + [UNTITLED] * (count - len(named))


def _text(name: str, given: str, limit: int, read: Callable[[str], str]) -> str:
    try:
        known = read(given)
    except ValueError as fault:
        raise FieldRefused(f"{name}: {fault}.", field=name) from fault
    if not 1 <= len(known) <= limit:
        raise FieldRefused(
            f"{name}: {len(known)} characters; write 1 to {limit}.", field=name, limit=limit
        )
    return known


def _samples(upload: Upload, titles: Iterable[str], store: Store) -> Iterator[Sample]:
    for number, (file, title) in enumerate(zip(upload.files, titles, strict=True), 1):
        try:
            picture = renew(file.read(FILE_LIMIT + 1))
        except PictureRefused as fault:
            raise SampleRefused(
                f"Picture {number} ({title}): {fault}. Replace it and hand in the dossier again.",
                sample=number,
                reason=str(fault),
            ) from fault
        yield Sample(
            title=title,
            original_cid=str(store.add(picture.original)),
            display_cid=str(store.add(picture.display)),
            media_type=picture.media_type,
            width=picture.width,
            height=picture.height,
        )


@contextmanager
def _turn() -> Iterator[None]:
    if not _admitted.acquire(blocking=False):
        raise TooBusy("Other dossiers are being made; send yours again shortly.", retry_after=15)
    try:
        with _working:
            yield
    finally:
        _admitted.release()


def _as_json(sample: Sample) -> dict[str, str | int]:
    return {
        "title": sample.title,
        "original": f"ipfs://{sample.original_cid}",
        "display": f"ipfs://{sample.display_cid}",
        "media_type": sample.media_type,
        "width": sample.width,
        "height": sample.height,
    }
