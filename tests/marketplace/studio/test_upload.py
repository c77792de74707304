"""a finished work of an artist's
it is taken              -> checked, pinned, signed for and minted like a work of the studio's
its folder               -> work, previews, label, licence, receipt; viewers find what they ask
a picture                -> has a signed copy beside it; a sound has none
its receipt              -> submitted; every digest holds, and nothing is to be re-run
a stranger               -> cannot, and no byte of theirs is read
the same file again      -> is refused; the same request again is the same commission
what is refused          -> says why, and leaves nothing behind
words                    -> bounded, and without those that the members do not want
a remix of it            -> cannot be: there is no recipe
more than the limit      -> is cut off
"""

import io
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import c2pa
import httpx
import pytest
from jsonschema import Draft202012Validator

from marketplace import metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.deliverables import credential
from marketplace.deliverables.folder import whole
from marketplace.parts import Parts
from marketplace.runtime.verify import verify
from marketplace.studio.upload_routes import PATH
from marketplace.uploads import kind
from tests.conftest import Accounts
from tests.marketplace.conftest import Rows
from tests.marketplace.deliverables.viewer import SCHEMA
from tests.marketplace.studio.conftest import Artist, WorkOff
from tests.marketplace.studio.conftest import kind as kind_of
from tests.marketplace.uploads import sample

WORDS = {"title": "By hand", "description": "ink and patience", "machine": "none"}


def submit(
    site: httpx.Client, content: bytes, poster: bytes | None = None, **changed: Any
) -> httpx.Response:
    """Send a work."""
    headers = {"Idempotency-Key": changed.pop("key")} if "key" in changed else {}
    files = {"work": ("whatever.bin", content)}
    if poster is not None:
        files["poster"] = ("poster.bin", poster)
    return site.post(PATH, data=WORDS | changed, files=files, headers=headers)


def test_it_goes_the_way_of_all_works(
    artist: Artist, work_off: WorkOff, parts: Parts, index: Callable[[], None], served: str
) -> None:
    answer = submit(artist.site, sample.noted("JPEG"))
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert (made["provenance"], made["recipe"], made["state"]) == ("submitted", None, "rendered")
    id_ = made["id"]
    work_off()
    assert artist.look(id_)["state"] == "pinned"
    minted = artist.mint(id_)
    assert minted.status_code == 202, minted.text
    work_off()
    deadline = time.monotonic() + 60
    while artist.look(id_)["state"] != "minted":
        assert time.monotonic() < deadline
        index()
        work_off()
    work = artist.look(id_)["work"]
    receipt = artist.site.get(f"/api/v1/works/{work}/receipt").json()
    assert (receipt["provenance"], receipt["recipe"]) == ("submitted", None)
    assert receipt["is_sound"] is True
    shown = artist.site.get(f"/api/v1/works/{work}").json()
    assert shown["provenance"] == "submitted"
    found = verify(work, served)
    assert (found.level, found.provenance, found.exit_code) == ("submitted", "submitted", 3)
    assert {one.what for one in found.findings if one.holds is None} == {"token"}  # not asked
    page = artist.site.get(f"/works/{work}", headers={"Accept": "text/html"}).text
    assert "Submitted" in page
    assert "Remix this work" not in page
    told = artist.site.get(f"/works/{work}/receipt", headers={"Accept": "text/html"})
    assert told.status_code == 200
    assert "Verify now" not in told.text
    remix = artist.ask(parents=[work])
    assert remix.status_code == 422
    assert "there is no recipe to remix" in remix.json()["detail"]


@pytest.mark.parametrize("medium", ["picture", "sound", "video", "model"])
def test_its_folder_is_what_viewers_ask(
    artist: Artist, parts: Parts, medium: str, tmp_path: Path
) -> None:
    content = {
        "picture": lambda: sample.noted("PNG"),
        "sound": lambda: sample.sound(tmp_path, "mp3").read_bytes(),
        "video": lambda: sample.film(tmp_path).read_bytes(),
        "model": sample.glb,
    }[medium]()
    poster = sample.noted("WEBP") if medium == "model" else None
    answer = submit(artist.site, content, poster, machine="assisted", is_sensitive="true")
    assert answer.status_code == 201, answer.text
    found = answer.json()["metadata"]
    assert list(Draft202012Validator(SCHEMA).iter_errors(found)) == []
    assert (found["ai_generated"], found["sensitive"]) == (True, True)
    root = Cid.parse(found["folder"])
    for line in found["properties"]["files"]:
        held = parts.store.read(root, line["name"])
        assert (len(held), str(parts.store.find(root, line["name"]))) == (line["size"], line["cid"])
        assert sample.SECRET.encode() not in held
    played = found["image"] if medium == "picture" else found["animation_url"]
    assert played.rpartition("/")[2].startswith("master.")
    label = json.loads(parts.store.read(root, "label.json"))
    assert label["statement"].startswith("Submitted by the artist; not made here.")
    receipt = json.loads(parts.store.read(root, "receipt.json"))
    assert receipt["artefact"]["sha256"] == found["artefact"]["sha256"]
    page = artist.site.get(f"/studio/{answer.json()['id']}", headers={"Accept": "text/html"})
    assert page.status_code == 200
    tag = {"picture": "<img", "sound": "<audio", "video": "<video", "model": "data-solid="}
    assert tag[medium] in page.text


def test_a_picture_gets_a_signed_copy_before_it_is_pinned(
    artist: Artist, work_off: WorkOff, parts: Parts, tmp_path: Path
) -> None:
    made = submit(artist.site, sample.noted("JPEG")).json()
    work_off(credential=credential.ensure(tmp_path / "c2pa.pem"))
    content = artist.look(made["id"])["metadata"]
    signed = parts.store.read(Cid.parse(content["signed"]))
    with c2pa.Reader("image/jpeg", io.BytesIO(signed)) as reader:
        assert str(reader.get_validation_state()) == "Valid"
    assert list(Draft202012Validator(SCHEMA).iter_errors(content)) == []
    work = Cid.parse(artist.look(made["id"])["metadata_cid"])
    root = whole(parts.store, work, metadata.read(parts.store.block(work)))
    assert root is not None
    assert parts.store.read(root, "master.c2pa.jpg") == signed
    assert parts.store.read(root, "metadata.json") == metadata.encode(content)


def test_a_sound_is_pinned_without_one(artist: Artist, work_off: WorkOff, tmp_path: Path) -> None:
    made = submit(artist.site, sample.sound(tmp_path, "mp3").read_bytes()).json()
    work_off(credential=credential.ensure(tmp_path / "c2pa.pem"))
    found = artist.look(made["id"])
    assert (found["state"], "signed" in found["metadata"]) == ("pinned", False)


def test_a_stranger_cannot(
    browser: Callable[..., httpx.Client], accounts: Accounts, parts: Parts
) -> None:
    nobody, collector = browser(), browser(accounts.collector)
    assert submit(nobody, sample.noted("PNG")).status_code == 401
    refused = submit(collector, sample.noted("PNG"))
    assert (refused.status_code, kind_of(refused)) == (403, "not-admitted")
    assert not (parts.settings.data / "uploads").exists()


def test_the_same_file_is_one_work(artist: Artist) -> None:
    first = submit(artist.site, sample.noted("JPEG"), key="one")
    again = submit(artist.site, sample.noted("JPEG"), key="one")
    assert (again.status_code, again.json()["id"]) == (201, first.json()["id"])
    # The same picture with other notes is the same picture.
    twice = submit(artist.site, sample.noted("JPEG", xmp=b"<x/>"), key="two")
    assert (twice.status_code, kind_of(twice)) == (409, "already-submitted")
    assert twice.json()["commission"] == first.json()["id"]
    other = submit(artist.site, sample.noted("PNG"), key="one")
    assert (other.status_code, kind_of(other)) == (409, "key-reused")


def test_a_refusal_says_why_and_leaves_nothing(artist: Artist, parts: Parts, rows: Rows) -> None:
    refused = submit(artist.site, b"<svg/>")
    assert (refused.status_code, kind_of(refused)) == (422, "file-refused")
    assert "save it as PNG" in refused.json()["detail"]
    assert list((parts.settings.data / "uploads").iterdir()) == []
    assert rows("SELECT count(*) FROM commissions")[0][0] == 0


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"title": ""}, 422),
        ({"title": "x" * 121}, 422),
        ({"description": "x" * 2001}, 422),
        ({"machine": "perhaps"}, 422),
        ({"price": "1"}, 422),
        ({"title": "a swastika"}, 422),
        ({"title": "x" * 70_000}, 400),
    ],
)
def test_words_are_bounded(artist: Artist, changed: dict[str, str], status: int) -> None:
    assert submit(artist.site, sample.noted("PNG"), **changed).status_code == status


def test_a_day_has_room_for_so_many(artist: Artist, rows: Rows) -> None:
    assert submit(artist.site, sample.noted("PNG")).status_code == 201
    rows(
        "INSERT INTO commissions (id, artist, title, description, provenance, upload_sha256, "
        "state, progress_permille, stage) SELECT gen_random_uuid(), artist, title, description, "
        "provenance, sha256(n::text::bytea), 'pinned', 1000, '' "
        "FROM commissions, generate_series(1, 19) AS n"
    )
    refused = submit(artist.site, sample.noted("JPEG"))
    assert (refused.status_code, kind_of(refused)) == (429, "quota-reached")
    assert "20 a day from one artist" in refused.json()["detail"]


def test_a_form_without_a_work_is_refused(artist: Artist) -> None:
    none = artist.site.post(PATH, data=WORDS, files={"poster": ("p", sample.noted("PNG"))})
    assert (none.status_code, kind_of(none)) == (400, "file-missing")
    other = artist.site.post(PATH, data=WORDS, files={"thing": ("p", sample.noted("PNG"))})
    assert (other.status_code, kind_of(other)) == (400, "file-missing")


def test_too_much_is_cut_off(artist: Artist) -> None:
    limit = kind.LIMITS["picture"]
    large = submit(artist.site, sample.noted("PNG") + bytes(limit))
    assert large.status_code == 422
    assert f"a picture may have {limit // kind.MIB}" in large.json()["detail"]


def test_the_rules_are_told(artist: Artist) -> None:
    told = artist.site.get(PATH).json()
    assert {line["medium"] for line in told["kinds"]} == {"picture", "sound", "video", "model"}
    page = artist.site.get("/studio/submit", headers={"Accept": "text/html"})
    assert page.status_code == 200
