"""a work's folder
its files                 -> master, previews, thumbnail, plan, receipt, licence, label, metadata
its metadata              -> what ERC-721 and the viewers ask; canonical; ours to read
each line of it           -> the file's size, digest, type and address
laid out twice            -> the same bytes
its addresses             -> those that the reference implementation gives
the label                 -> machine-made; trained networks where they had a part
the receipt               -> of this very master
a work without a folder   -> has none
an image not in it        -> the chain of digests breaks
"""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generation import receipt as receipts
from generation.recipe import Recipe
from marketplace import metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.store import UnixfsStore
from marketplace.adapters.renderer import Rendering
from marketplace.deliverables import label, licence
from marketplace.deliverables.folder import Folder, Piece, assemble, whole
from marketplace.gallery.verify import verify
from marketplace.media import media_type
from tests.marketplace.adapters.ipfs.conftest import Reference
from tests.marketplace.adapters.ipfs.test_unixfs import on_disk
from tests.marketplace.deliverables.conftest import ARTIST
from tests.marketplace.deliverables.viewer import SCHEMA


@pytest.fixture
def store(tmp_path: Path) -> UnixfsStore:
    return UnixfsStore(EmbeddedBlocks(tmp_path / "store"))


@pytest.fixture
def stored(store: UnixfsStore, folder: Folder) -> Cid:
    """The metadata's CID, once all is in the store."""
    store.add_folder(folder.files)
    return store.add_block(metadata.encode(folder.content))


def test_it_holds_everything(folder: Folder) -> None:
    names = "label.json licence.txt master.png plan.json preview.avif preview.png preview.webp"
    inner = {f"work/{name}" for name in f"{names} receipt.json thumbnail.webp".split()}
    assert folder.files.keys() == inner | {"metadata.json"}


def test_viewers_find_what_they_ask(folder: Folder) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    content = json.loads(folder.files["metadata.json"])
    assert list(Draft202012Validator(SCHEMA).iter_errors(content)) == []
    assert content["image"] == f"ipfs://{content['folder']}/master.png"


def test_the_metadata_is_ours_to_read(folder: Folder) -> None:
    found = metadata.read(folder.files["metadata.json"])
    assert (found.name, found.creator) == ("On Wings of Song", ARTIST)
    assert found.preview is not None
    assert found.preview.cid == found.artefact.cid  # so small that it stands for itself
    assert metadata.encode(folder.content) == folder.files["metadata.json"]


def test_each_line_says_what_the_file_is(folder: Folder) -> None:
    for line in folder.content["properties"]["files"]:
        held = folder.files[f"work/{line['name']}"]
        assert line["sha256"] == hashlib.sha256(held).hexdigest()
        assert line["size"] == len(held)
        assert media_type(held, len(held)).split(";")[0] == line["type"]
    assert len(folder.content["properties"]["files"]) == len(folder.files) - 1


def test_it_is_laid_out_the_same_twice(folder: Folder, piece: Piece, rendering: Rendering) -> None:
    again = assemble(piece, rendering)
    assert (again.files, again.content) == (folder.files, folder.content)


@pytest.mark.ipfs_node
def test_its_addresses_are_those_of_the_reference(
    store: UnixfsStore, folder: Folder, reference: Reference, tmp_path: Path
) -> None:
    inner = {path.removeprefix("work/"): held for path, held in folder.files.items()}
    del inner["metadata.json"]
    contents = (dict(folder.files), inner, {"": folder.files["work/master.png"]})
    asked = [{"files": on_disk(tmp_path / str(at), held)} for at, held in enumerate(contents)]
    root, work, master = reference("reference.js", json.dumps(asked).encode())
    assert root == str(store.add_folder(folder.files))
    assert (work, master) == (folder.content["folder"], str(folder.artefact_cid))


def test_the_token_decides_the_whole_folder(
    store: UnixfsStore, folder: Folder, stored: Cid
) -> None:
    found = metadata.read(store.block(stored))
    assert whole(store, stored, found) == store.add_folder(folder.files)
    assert whole(store, stored, found.model_copy(update={"folder": None})) is None


def test_the_label_says_who_made_it(recipe: Recipe, folder: Folder) -> None:
    says = json.loads(folder.files["work/label.json"])
    assert says["ai_generated"] is True
    assert says["digital_source_type"].endswith("/trainedAlgorithmicMedia")
    assert says["weights"] == list(recipe.weights)
    assert (says["provenance"], "anybody can make it again" in says["statement"]) == (
        "rerunnable",
        True,
    )
    by_rules = replace(recipe, weights=())
    assert label.source_type(by_rules).endswith("/algorithmicMedia")
    assert "without a trained network" in label.content(by_rules)["statement"]


def test_the_licence_names_work_and_artist() -> None:
    text = licence.text(" ", ARTIST).decode()
    assert text.startswith(f"Untitled\nby {ARTIST}\n")
    assert metadata.LICENCE in text


def test_the_receipt_is_of_this_master(folder: Folder) -> None:
    receipt = receipts.parse(folder.files["work/receipt.json"])
    assert receipt.artefact_sha256 == hashlib.sha256(folder.files["work/master.png"]).hexdigest()
    assert f"0x{receipt.recipe.digest}" == folder.content["recipe_digest"]


def test_the_chain_of_digests_goes_through_it(store: UnixfsStore, stored: Cid) -> None:
    assert all(finding.holds for finding in verify(store, stored))


@pytest.mark.parametrize("name", ["thumbnail.webp", "none.png"])
def test_another_image_breaks_the_chain(
    store: UnixfsStore, folder: Folder, stored: Cid, name: str
) -> None:
    image = f"ipfs://{folder.content['folder']}/{name}"
    work = store.add_block(metadata.encode(folder.content | {"image": image}))
    broken = [finding.what for finding in verify(store, work) if not finding.holds]
    assert broken == ["the picture shown is the artefact"]
