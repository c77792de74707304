"""pictures
JPEG, PNG, WebP, GIF in any mode   -> written anew: upright, sRGB, bounded, nothing brought along
anything else, or a trap           -> refused with the reason, quickly, in bounded memory
"""

import io
import subprocess
import sys
import time

import pytest
from PIL import Image, ImageCms

from marketplace.curation import picture
from marketplace.curation.picture import PictureRefused, renew
from tests.marketplace.curation import hostile

SECONDS = 2.0
MEMORY_MIB = 200
LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
SECRET = "taken-at-48.8584N-2.2945E"

# Run apart, so that the peak is this picture's alone.
MEASURE = """
import resource, sys
from marketplace.curation.picture import PictureRefused, renew
from tests.marketplace.curation import hostile
content = open(sys.argv[1], "rb").read()
renew(hostile.picture("JPEG"))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    renew(content)
except PictureRefused:
    pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize("kind", hostile.REFUSED)
def test_a_hostile_file_is_refused_quickly_with_a_reason(kind: str) -> None:
    content = hostile.REFUSED[kind]()
    began = time.process_time()
    with pytest.raises(PictureRefused, match=r"\w+ \w+"):
        renew(content)
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("a web page", "its content is no JPEG, PNG, WebP or GIF"),
        ("a PNG that is an archive", "an archive at the same time"),
        ("a PNG that is a PDF", "a PDF at the same time"),
        ("a PNG of 7000 x 7000", "7000 x 7000 pixels; at most 40 million"),
        ("a strip of 20000 x 20", "16384 on an edge"),
        ("a dot", "both edges must have at least 16"),
        ("a JPEG of a thousand scans", "more than 200 scans"),
        ("a PNG cut in half", "cannot be decoded as PNG"),
        ("more than 20 MiB", "at most 20971520 are taken"),
    ],
)
def test_the_reason_is_the_true_one(kind: str, reason: str) -> None:
    with pytest.raises(PictureRefused, match=reason):
        renew(hostile.REFUSED[kind]())


@pytest.mark.parametrize(
    "kind", ["a comment of 256 MiB", "a colour profile of 256 MiB", "a PNG of 7000 x 7000"]
)
def test_a_bomb_does_not_fill_the_memory(
    kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("bomb") / "content"
    file.write_bytes(hostile.REFUSED[kind]())
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(file)], capture_output=True, text=True, check=True
    )
    assert int(run.stdout) < MEMORY_MIB


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_is_kept_whole_and_to_be_shown(form: str) -> None:
    made = renew(hostile.picture(form, (2000, 1000)))
    shown = Image.open(io.BytesIO(made.display))
    assert (made.width, made.height, made.media_type) == (2000, 1000, "image/jpeg")
    assert (shown.format, shown.size) == ("WEBP", (picture.DISPLAY_EDGE, 800))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_every_mode_is_understood(mode: str) -> None:
    written = io.BytesIO()
    Image.new("L", (40, 30), 200).convert(mode).save(written, "JPEG" if mode == "CMYK" else "PNG")
    assert renew(written.getvalue()).width == 40


def test_what_shows_through_stays_so() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (40, 30), (200, 10, 10, 128)).save(written, "PNG")
    made = renew(written.getvalue())
    assert made.media_type == "image/png"
    assert Image.open(io.BytesIO(made.display)).convert("RGBA").getpixel((5, 5))[3] == 128


def test_sixteen_bits_of_grey_keep_their_brightness() -> None:
    written = io.BytesIO()
    Image.new("I;16", (40, 30), 0x8000).save(written, "PNG")
    made = Image.open(io.BytesIO(renew(written.getvalue()).original))
    assert abs(made.getpixel((5, 5))[0] - 0x80) <= 2


def test_a_camera_on_its_side_is_turned_upright() -> None:
    made = renew(hostile.with_metadata(SECRET))
    assert (made.width, made.height) == (48, 64)


@pytest.mark.parametrize("content", [hostile.with_metadata(SECRET), hostile.png_with_text(SECRET)])
def test_nothing_the_file_said_of_itself_survives(content: bytes) -> None:
    assert SECRET.encode() in content
    made = renew(content)
    assert SECRET.encode() not in made.original + made.display
    assert Image.open(io.BytesIO(made.original)).getexif() == {}


def test_other_colour_spaces_become_srgb() -> None:
    written = io.BytesIO()
    red = Image.new("RGB", (40, 30), (255, 0, 0))
    red.save(written, "PNG", icc_profile=hostile.swapping_profile())
    seen = Image.open(io.BytesIO(renew(written.getvalue()).original)).getpixel((5, 5))
    assert seen[1] > 240 > 20 > seen[0]


@pytest.mark.parametrize(
    "profile", [b"no profile", b"\x00" * 200, LAB], ids=["text", "zeros", "lab"]
)
def test_a_profile_that_says_nothing_of_the_pixels_is_left_out(profile: bytes) -> None:
    assert renew(hostile.picture("PNG", icc_profile=profile)).width == 64


def test_an_animation_is_its_first_frame() -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "lime", "blue")]
    written = io.BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    seen = Image.open(io.BytesIO(renew(written.getvalue()).original)).getpixel((5, 5))
    assert seen[0] > 240 > 20 > seen[1]


def test_a_large_photograph_is_brought_to_a_bearable_size() -> None:
    made = renew(hostile.picture("JPEG", (4500, 3000)))
    assert (made.width, made.height) == (picture.MASTER_EDGE, 2000)


def test_the_same_file_makes_the_same_picture() -> None:
    content = hostile.picture("JPEG", (640, 480))
    assert renew(content) == renew(content)
