"""pictures
a large master    -> previews of 1600 px in three formats, a thumbnail of 320, all alike
a small master    -> is its own PNG preview; nothing is enlarged
made twice        -> the same bytes
the background    -> the mean colour of the border
"""

import io

import pytest
from PIL import Image, ImageChops, ImageStat

from marketplace.deliverables import picture


def png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        return image


@pytest.fixture(scope="module")
def large() -> Image.Image:
    """Broad forms in three colours, wider than high."""
    channels = [Image.radial_gradient("L"), Image.linear_gradient("L"), Image.new("L", (256, 256))]
    return Image.merge("RGB", channels).resize((2000, 1000), Image.Resampling.BICUBIC)


@pytest.fixture(scope="module")
def made(large: Image.Image) -> dict[str, bytes]:
    return picture.companions(png(large))


@pytest.mark.parametrize(
    ("name", "form", "size"),
    [
        ("preview.avif", "AVIF", (1600, 800)),
        ("preview.webp", "WEBP", (1600, 800)),
        ("preview.png", "PNG", (1600, 800)),
        ("thumbnail.webp", "WEBP", (320, 160)),
    ],
)
def test_a_large_master_is_shrunk(
    made: dict[str, bytes], large: Image.Image, name: str, form: str, size: tuple[int, int]
) -> None:
    found = opened(made[name])
    assert (found.format, found.size) == (form, size)
    difference = ImageChops.difference(found.convert("RGB"), large.resize(size))
    assert max(ImageStat.Stat(difference).mean) < 3
    assert picture.extent(made[name]) == size


def test_lossy_previews_are_lighter(made: dict[str, bytes]) -> None:
    assert len(made["preview.avif"]) < len(made["preview.webp"]) < len(made["preview.png"])


def test_a_small_master_is_its_own_preview() -> None:
    master = png(Image.new("RGB", (200, 100), "teal"))
    made = picture.companions(master)
    assert made["preview.png"] == master
    assert {opened(content).size for content in made.values()} == {(200, 100)}


def test_the_same_master_makes_the_same_bytes(large: Image.Image, made: dict[str, bytes]) -> None:
    assert picture.companions(png(large)) == made


def test_the_background_is_the_borders_colour() -> None:
    image = Image.new("RGB", (30, 20), (0x10, 0x20, 0x30))
    image.paste((255, 255, 255), (1, 1, 29, 19))
    assert picture.background(png(image)) == "102030"
