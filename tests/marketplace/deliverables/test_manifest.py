"""a signed copy
read back            -> valid but for trust; says engine, source type, recipe and parents
its pixels           -> the master's
a changed pixel      -> not valid
a credential         -> made once, for its owner's eyes; a foreign or broken one is refused
a submitted picture  -> opened, not made here; the artist's word; what takes none is told
in a work's folder   -> beside the work, named in the metadata; the work's own folder stays as it is
"""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import c2pa
import pytest
from PIL import Image

from generation.recipe import Recipe
from marketplace import metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.store import UnixfsStore
from marketplace.adapters.renderer import Rendering
from marketplace.deliverables import credential, manifest
from marketplace.deliverables.folder import Folder, Piece, assemble, whole

PARENT = str(Cid.of(b"a parent"))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys") / "c2pa.pem"


@pytest.fixture(scope="module")
def remix(recipe: Recipe) -> Recipe:
    return replace(recipe, parents=(PARENT,))


@pytest.fixture(scope="module")
def signed(rendering: Rendering, remix: Recipe, path: Path) -> bytes:
    return manifest.sign(rendering.png, "On Wings", remix, credential.ensure(path))


def report(content: bytes) -> tuple[str, dict[str, Any]]:
    with c2pa.Reader("image/png", io.BytesIO(content)) as reader:
        return str(reader.get_validation_state()), json.loads(reader.json())


def test_it_is_valid_but_for_trust(signed: bytes) -> None:
    state, found = report(signed)
    faults = [one["code"] for one in found["validation_status"]]
    assert (state, faults) == ("Valid", ["signingCredential.untrusted"])


def test_it_says_how_the_picture_came_to_be(signed: bytes, remix: Recipe) -> None:
    _, found = report(signed)
    active = found["manifests"][found["active_manifest"]]
    said = {one["label"]: one["data"] for one in active["assertions"]}
    (created,) = said["c2pa.actions.v2"]["actions"]
    assert created["digitalSourceType"].endswith("/trainedAlgorithmicMedia")
    assert created["softwareAgent"]["name"] == "painter"
    assert said[manifest.RECIPE] == {"recipe_digest": f"0x{remix.digest}"}
    assert [one["title"] for one in active["ingredients"]] == [f"ipfs://{PARENT}"]


def test_it_shows_the_same_pixels(signed: bytes, rendering: Rendering) -> None:
    pixels = [
        Image.open(io.BytesIO(content)).convert("RGB").tobytes()
        for content in (signed, rendering.png)
    ]
    assert pixels[0] == pixels[1]


def test_a_changed_picture_is_not_valid(signed: bytes) -> None:
    changed = bytearray(signed)
    changed[changed.rindex(b"IDAT") + 8] ^= 1
    assert report(bytes(changed))[0] == "Invalid"


def test_a_credential_is_made_once_for_its_owner(path: Path, signed: bytes) -> None:
    assert path.stat().st_mode & 0o777 == 0o600
    assert credential.ensure(path) == credential.ensure(path)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_what_does_not_belong_together_is_refused(tmp_path: Path) -> None:
    first, second = (credential.ensure(tmp_path / name) for name in ("one", "two"))
    wrong = tmp_path / "wrong"
    for content, why in (
        (first.key + second.chain, "is not that of its key"),
        (b"nothing", "put a PKCS 8 key"),
    ):
        wrong.write_bytes(content)
        with pytest.raises(credential.CredentialFaulty, match=why):
            credential.ensure(wrong)


def test_a_folder_names_its_signed_copy(
    piece: Piece, rendering: Rendering, signed: bytes, folder: Folder, tmp_path: Path
) -> None:
    store = UnixfsStore(EmbeddedBlocks(tmp_path))
    made = assemble(piece, rendering, signed)
    assert made.content["folder"] == folder.content["folder"]
    root = store.add_folder(made.files)
    work = store.add_block(metadata.encode(made.content))
    found = metadata.read(store.block(work))
    assert found.signed is not None
    assert store.read(Cid.parse(found.signed)) == signed == store.read(root, "master.c2pa.png")
    assert whole(store, work, found) == root


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_submitted_picture_is_not_said_to_be_made_here(path: Path, form: str) -> None:
    file = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").save(file, form)
    kind = f"image/{form.lower()}"
    said = {"submitted_by": "0xab"}
    work = file.getvalue()
    signed = manifest.sign_submitted(work, kind, "By hand", said, credential.ensure(path))
    with c2pa.Reader(kind, io.BytesIO(signed)) as reader:
        state, found = str(reader.get_validation_state()), json.loads(reader.json())
    active = found["manifests"][found["active_manifest"]]
    told = {one["label"]: one["data"] for one in active["assertions"]}
    (opened,) = told["c2pa.actions.v2"]["actions"]
    assert (state, opened["action"], told[manifest.SUBMISSION]) == ("Valid", "c2pa.opened", said)
    assert [one["relationship"] for one in active["ingredients"]] == ["parentOf"]
    assert len(signed) - len(work) < 50_000


def test_what_takes_no_manifest_is_told(path: Path) -> None:
    with pytest.raises(manifest.NotSigned, match="'By hand' takes no manifest"):
        manifest.sign_submitted(b"no", "image/png", "By hand", {}, credential.ensure(path))
