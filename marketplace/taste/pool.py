"""Measure the pictures that people may be asked about: studies of the house, works, sketches."""

import hashlib
import io
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final
from uuid import UUID

import numpy as np
from PIL import Image
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from generation import taste
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import StoreError
from marketplace.db import Units, unit
from marketplace.gallery import queries as gallery
from marketplace.gallery.queries import WorkFacts
from marketplace.ports import Store
from marketplace.taste import queries
from marketplace.taste.models import Picture
from marketplace.web.asset import ROOT

UNIT: Final = 1 << 16
AT_ONCE: Final = 8
PATIENCE: Final = timedelta(hours=1)  # before a work without a picture is looked at again
MOST_BYTES: Final = 32 * 1024**2
MOST_PIXELS: Final = 2**26
FORMATS: Final = ("PNG", "JPEG", "WEBP")
STUDIES: Final = ROOT / "pictures" / "study"
MEDIA_TYPES: Final = frozenset({"image/png", "image/jpeg", "image/webp"})


def gather(units: Units, store: Store, now: datetime) -> int:
    """Measure a few pictures that were not yet; how many there were."""
    with unit(units) as session:
        known = queries.measured_studies(session, taste.digest())
        works = queries.unmeasured_works(session, taste.digest(), now - PATIENCE, AT_ONCE)
        facts = [one for work in works if (one := gallery.work(session, work))]
    found = [_study(name) for name in _studies() if name not in known][:AT_ONCE]
    found += [_work(store, one) for one in facts]
    with unit(units) as session:
        for values in found:
            keep(session, {**values, "measured_at": now})
    return len(found)


def keep(session: Session, values: dict[str, Any]) -> None:
    """Write a picture's features down; newer ones replace older ones."""
    changed = {
        name: values[name] for name in ("features", "features_digest", "fault", "measured_at")
    }
    query = insert(Picture).values(**values)
    session.execute(query.on_conflict_do_update(index_elements=["sha256"], set_=changed))


def measured(content: bytes) -> tuple[list[int] | None, str | None]:
    """A picture's features in 1/65536, or why it has none; decoding is bounded."""
    if len(content) > MOST_BYTES:
        return None, f"it has more than {MOST_BYTES} bytes"
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None, f"it has more than {MOST_PIXELS} pixels"
            plain = picture.convert("RGB")
    except (Image.DecompressionBombError, OSError, SyntaxError, ValueError) as fault:
        return None, f"it does not open as PNG, JPEG or WebP: {fault}"[:200]
    seen = taste.of_pixels(plain.width, plain.height, plain.tobytes())
    return [int(value) for value in np.rint(seen * UNIT)], None


def of_sketch(id_: UUID, content: bytes, title: str, address: str) -> dict[str, Any]:
    """What is kept of an artist's sketch; named after the sketch, too: two may look the same."""
    sha256 = hashlib.sha256(id_.bytes + content).hexdigest()
    return _values(sha256, "sketch", content, title=title, sketch=id_, address=address)


def study_address(name: str) -> str:
    """The name of a study's picture among the pages' files."""
    return f"pictures/study/{name}.webp"


def table(pictures: Sequence[Picture]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Features of measured pictures, (N, K)."""
    rows = [picture.features for picture in pictures]
    return np.asarray(rows, np.float64).reshape(len(rows), taste.COUNT) / UNIT


@cache
def _study(name: str) -> dict[str, Any]:
    content = (STUDIES / f"{name}.webp").read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    return _values(sha256, "study", content, title=_studies()[name], study=name)


def _work(store: Store, facts: WorkFacts) -> dict[str, Any]:
    """A minted work by its artefact; whatever is wrong with it is written down, once."""
    metadata = facts.metadata or {}
    artefact = metadata.get("artefact") or {}
    shown = metadata.get("preview") or artefact
    name = str(metadata.get("name", ""))[:200]
    sha256 = f"{facts.work:064x}"  # the token is the digest of all that the work is
    cid = str(shown.get("cid", ""))
    about: dict[str, Any] = {
        "title": name,
        "work": facts.work,
        "address": f"/pictures/{cid}/960.webp",
    }
    if metadata.get("sensitive") or shown.get("media_type") not in MEDIA_TYPES:
        return _values(sha256, "work", None, fault="it is not shown to everybody", **about)
    try:
        content = store.read(Cid.parse(cid))
    except StoreError as fault:
        return _values(sha256, "work", None, fault=str(fault)[:200], **about)
    return _values(sha256, "work", content, **about)


def _values(
    sha256: str, source: str, content: bytes | None, fault: str | None = None, **about: Any
) -> dict[str, Any]:
    features, reason = (None, fault) if content is None else measured(content)
    return {
        "sha256": sha256,
        "source": source,
        "work": None,
        "study": None,
        "sketch": None,
        "address": None,
        "features": features,
        "features_digest": taste.digest(),
        "fault": reason,
        **about,
    }


@cache
def _studies() -> dict[str, str]:
    """Titles of the studies that are shipped, by name."""
    path = STUDIES / "studies.json"
    if not path.exists():
        return {}
    return {one["name"]: one["title"] for one in json.loads(path.read_bytes())}
