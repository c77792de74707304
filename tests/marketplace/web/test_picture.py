"""pictures/{cid}/{width}.webp
a picture of the store   -> WebP of that width, in its own proportions, cached for ever
smaller than the width   -> never enlarged
asked again              -> from the disk, even when the store has lost it
another width            -> 404
nothing in the store     -> 404
not a picture            -> 422
too many pixels          -> 422, before they are decoded
the disk is full         -> shown all the same, and nothing half is kept
"""

import random
import resource
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from marketplace import dependency
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.store import UnixfsStore
from marketplace.config import Settings
from marketplace.web import picture
from tests.marketplace.web.conftest import Serve


@dataclass
class Site:
    client: httpx.Client
    store: UnixfsStore
    settings: Settings

    def get(self, cid: object, width: int = 480) -> Any:
        return self.client.get(f"/pictures/{cid}/{width}.webp")


@pytest.fixture
def site(tmp_path: Path, serve: Serve) -> Site:
    settings = Settings(data=tmp_path)
    store = UnixfsStore(EmbeddedBlocks(tmp_path / "ipfs"))
    client = serve(picture.router, {dependency._store: store, dependency._settings: settings})
    return Site(client, store, settings)


def _png(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(file, "PNG")
    return file.getvalue()


def _claiming(width: int, height: int) -> bytes:
    """A PNG that says it is huge."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def test_a_picture_comes_in_the_asked_width(site: Site) -> None:
    answer = site.get(site.store.add(_png(960, 640)))
    shown = Image.open(BytesIO(answer.content))
    assert (shown.format, shown.size) == ("WEBP", (480, 320))
    assert "immutable" in answer.headers["cache-control"]


def test_a_small_picture_is_not_enlarged(site: Site) -> None:
    answer = site.get(site.store.add(_png(100, 50)), 1600)
    assert Image.open(BytesIO(answer.content)).size == (100, 50)


def test_a_made_picture_is_kept(site: Site) -> None:
    cid = site.store.add(_png(600, 600))
    first = site.get(cid).content
    blocks = [path for path in (site.settings.data / "ipfs").rglob("*") if path.is_file()]
    for path in blocks:
        path.unlink()
    assert blocks
    assert site.get(cid).content == first
    assert not list((site.settings.data / "pictures").rglob("*.part"))


def test_a_full_disk_keeps_no_picture_from_being_shown(site: Site) -> None:
    noise = Image.frombytes("RGB", (300, 300), random.Random(1).randbytes(300 * 300 * 3))
    file = BytesIO()
    noise.save(file, "PNG")
    cid = site.store.add(file.getvalue())
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        answer = site.get(cid)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert Image.open(BytesIO(answer.content)).size == (300, 300)
    assert [path for path in (site.settings.data / "pictures").rglob("*") if path.is_file()] == []


def test_widths_are_few(site: Site) -> None:
    assert site.get(site.store.add(_png(600, 600)), 481).status_code == 404


def test_nothing_comes_of_nothing(site: Site) -> None:
    cid = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"
    assert site.get(cid).status_code == 404


def test_what_is_no_cid_is_refused(site: Site) -> None:
    assert site.get("..").status_code in (400, 404)
    assert site.get("Qm" + "a" * 44).status_code == 400


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"",
        _png(300, 300)[:200],
        _claiming(9_000, 9_000),
        _claiming(90_000, 90_000),
        _png(16, 17_000),
    ],
    ids=["svg", "empty", "cut", "huge", "absurd", "tower"],
)
def test_what_is_no_picture_is_refused(site: Site, content: bytes) -> None:
    answer = site.get(site.store.add(content))
    assert answer.status_code == 422
    assert answer.json()["title"] == "Not a picture"
