"""rendering
the stand-in and the real renderer -> the same promises
what goes with the picture         -> plan and receipt of this very picture, previews
the whole chain from the token     -> holds, down to a second rendering, byte for byte
one pixel is another               -> counted, and marked in a picture of the difference
an artefact that is not there      -> is said
"""

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from generation import receipt as receipts
from generation.recipe import Recipe, compose
from marketplace import metadata
from marketplace.adapters import renderer
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.store import UnixfsStore
from marketplace.adapters.renderer import Render, Rendering, Stated
from marketplace.deliverables.picture import companions
from marketplace.gallery.verify import verify
from marketplace.ports import Store
from tests import fakes

Heard = list[tuple[int, str]]


@pytest.fixture(scope="module")
def recipe() -> Recipe:
    """The smallest picture there is."""
    return compose("painter", {"size": 512}, seed=3)


Rendered = tuple[Render, Rendering, Heard]


def _heard(render: Render, recipe: Recipe) -> Rendered:
    heard: Heard = []

    def hear(permille: int, stage: str, preview: bytes | None = None) -> None:
        heard.append((permille, stage))

    return render, render(recipe, hear), heard


@pytest.fixture(scope="module")
def fake(recipe: Recipe) -> Rendered:
    """The stand-in's rendering, and what was heard of it."""
    return _heard(fakes.render, recipe)


@pytest.fixture(scope="module")
def real(recipe: Recipe) -> Rendered:
    """The real one's."""
    return _heard(renderer.render, recipe)


@pytest.fixture(params=["fake", "real"])
def rendered(request: pytest.FixtureRequest) -> Rendered:
    """One after the other."""
    found: Rendered = request.getfixturevalue(request.param)
    return found


def test_digests_are_of_what_they_say(rendered: Rendered) -> None:
    _, made, _ = rendered
    assert made.sha256 == hashlib.sha256(made.png).hexdigest()
    with Image.open(io.BytesIO(made.png)) as picture:
        assert (picture.format, picture.size) == ("PNG", (made.width, made.height))
        pixels = picture.convert("RGB").tobytes()
    assert made.pixel_sha256 == hashlib.sha256(pixels).hexdigest()
    assert (made.media_type, len(made.plan_sha256)) == ("image/png", 64)


def test_what_goes_with_it_says_how_it_was_made(rendered: Rendered, recipe: Recipe) -> None:
    _, made, _ = rendered
    assert hashlib.sha256(made.files["plan.json"]).hexdigest() == made.plan_sha256
    receipt = receipts.parse(made.files["receipt.json"])
    assert (receipt.recipe, receipt.artefact_sha256) == (recipe, made.sha256)
    assert (receipt.plan_sha256, receipt.sample_sha256) == (made.plan_sha256, made.pixel_sha256)
    assert made.files.keys() - {"plan.json", "receipt.json"} == companions(made.png).keys()


def test_progress_only_grows(rendered: Rendered) -> None:
    _, _, heard = rendered
    steps = [permille for permille, _ in heard]
    assert steps == sorted(steps)
    assert all(0 <= step <= 1000 for step in steps)
    assert all(stage for _, stage in heard)


def test_a_watcher_can_stop_it(rendered: Rendered, recipe: Recipe) -> None:
    render, _, _ = rendered

    def stop(permille: int, stage: str, preview: bytes | None = None) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        render(recipe, stop)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return UnixfsStore(EmbeddedBlocks(tmp_path))


def test_a_second_rendering_ends_the_chain(store: Store, recipe: Recipe, real: Rendered) -> None:
    made = real[1]
    findings = verify(store, _pinned(store, recipe, made))
    assert [finding.holds for finding in findings] == [True] * 4
    found = renderer.make_again(recipe, made.png, _stated(made))
    assert (found.level, found.differing, found.departures) == ("A", 0, ())


def test_one_other_pixel_is_found_and_shown(recipe: Recipe, real: Rendered) -> None:
    made = real[1]
    with Image.open(io.BytesIO(made.png)) as picture:
        touched = picture.convert("RGB")
    touched.putpixel((5, 7), tuple(255 - level for level in touched.getpixel((5, 7))))
    file = io.BytesIO()
    touched.save(file, "PNG")
    found = renderer.make_again(recipe, file.getvalue(), _stated(made))
    assert (found.level, found.differing) == ("C", 1)
    assert found.pictures.keys() == {"again.webp", "difference.webp"}
    with Image.open(io.BytesIO(found.pictures["difference.webp"])) as shown:
        red, green, _ = shown.convert("RGB").getpixel((5, 7))
    assert red > green + 40


def test_a_missing_artefact_breaks_the_chain(store: Store, recipe: Recipe) -> None:
    made = fakes.render(recipe)
    work = _pinned(store, recipe, made, artefact=Cid.of(b"somewhere else"))
    (finding,) = verify(store, work)
    assert not finding.holds


def _stated(made: Rendering) -> Stated:
    facts = {"width": made.width, "height": made.height}
    return Stated(made.plan_sha256, made.media_type, made.sha256, made.pixel_sha256, facts)


def _pinned(store: Store, recipe: Recipe, made: Rendering, artefact: Cid | None = None) -> Cid:
    content = metadata.compose(
        title="t",
        description="",
        artist="0x" + "11" * 20,
        recipe=recipe,
        artefact=metadata.Artefact(
            cid=str(artefact or store.add(made.png)),
            sha256=made.sha256,
            media_type=made.media_type,
            width=made.width,
            height=made.height,
            pixel_sha256=made.pixel_sha256,
        ),
        plan=made.plan_sha256,
    )
    return store.add_block(metadata.encode(content))
