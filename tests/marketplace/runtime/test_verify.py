"""atelier verify
a work as it was made       -> level A, by CID and by token id alike
another picture             -> fails, although every digest is right
a broken name               -> NoSuchWork, saying what to give
a work nobody has           -> NoSuchWork
a recipe that is not its digest's -> ReceiptBroken
a site that does not answer -> Unreachable
"""

import io

import pytest
from PIL import Image

from generation.recipe import Recipe, compose
from marketplace import metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.store import UnixfsStore
from marketplace.adapters.renderer import Rendering, render
from marketplace.config import Settings
from marketplace.metadata import Artefact
from marketplace.runtime.chain import free_port
from marketplace.runtime.error import Unreachable
from marketplace.runtime.verify import NoSuchWork, ReceiptBroken, verify


@pytest.fixture(scope="module")
def recipe() -> Recipe:
    return compose("painter", {"size": 512}, seed=7)


@pytest.fixture(scope="module")
def rendering(recipe: Recipe) -> Rendering:
    return render(recipe)


@pytest.fixture
def store(settings: Settings) -> UnixfsStore:
    return UnixfsStore(EmbeddedBlocks(settings.data / "ipfs"))


def test_a_work_as_it_was_made_holds(
    served: str, store: UnixfsStore, recipe: Recipe, rendering: Rendering
) -> None:
    work = _publish(store, recipe, rendering, rendering.png)
    by_cid, by_token = verify(str(work), served), verify(str(work.token), served)
    assert by_cid == by_token
    assert (by_cid.level, by_cid.holds) == ("A", True)


def test_another_picture_fails(
    served: str, store: UnixfsStore, recipe: Recipe, rendering: Rendering
) -> None:
    work = _publish(store, recipe, rendering, _mirrored(rendering.png))
    assert verify(str(work), served).holds is False


def test_a_recipe_that_is_not_its_digests_is_told(
    served: str, store: UnixfsStore, recipe: Recipe, rendering: Rendering
) -> None:
    work = _publish(store, recipe, rendering, rendering.png, recipe_digest=f"0x{'0' * 64}")
    with pytest.raises(ReceiptBroken, match="not the one its digest names"):
        verify(str(work), served)


@pytest.mark.parametrize("name", ["bafy", "-1", str(1 << 256)])
def test_a_broken_name_says_what_to_give(name: str) -> None:
    with pytest.raises(NoSuchWork, match="give the metadata's CID"):
        verify(name, "http://localhost:1")


def test_a_work_nobody_has_is_told(served: str) -> None:
    with pytest.raises(NoSuchWork, match="has no bafkrei"):
        verify("1", served)


def test_a_site_that_does_not_answer_is_told() -> None:
    with pytest.raises(Unreachable, match="atelier up"):
        verify("1", f"http://127.0.0.1:{free_port()}")


def _publish(
    store: UnixfsStore, recipe: Recipe, rendering: Rendering, png: bytes, **other: str
) -> Cid:
    """Pin a work as the studio does, with this picture."""
    artefact = Artefact(
        cid=str(store.add(png)),
        sha256=Cid.of(png).digest.hex(),
        media_type=rendering.media_type,
        width=rendering.width,
        height=rendering.height,
        pixel_sha256=rendering.pixel_sha256,
    )
    content = metadata.compose(
        title="Seven",
        description="",
        artist=f"0x{'1' * 40}",
        recipe=recipe,
        artefact=artefact,
        plan=rendering.plan_sha256,
    )
    return store.add_block(metadata.encode({**content, **other}))


def _mirrored(png: bytes) -> bytes:
    target = io.BytesIO()
    Image.open(io.BytesIO(png)).transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(target, "PNG")
    return target.getvalue()
