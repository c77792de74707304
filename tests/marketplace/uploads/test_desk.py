"""what becomes of a file that an artist brings
a picture             -> the same pixels, profile and movement; no EXIF, XMP, comment, tail
a turned picture      -> still the right way up, and nothing else of its EXIF
a sound, a film       -> the same packets; no title, place, cover
a model               -> the same geometry; nobody's name
its pictures          -> of the picture, of a frame, of the loudness; or what the artist brings
twice                 -> the same bytes
what is broken, something else, too large, too long, or not for browsers -> refused, with what to do
"""

import io
import random
import struct
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from marketplace.deliverables import picture
from marketplace.uploads import desk, kind, moving, still
from marketplace.uploads.desk import Judged
from marketplace.uploads.kind import UploadRefused
from tests.marketplace.uploads import sample

FORMS = {"PNG": "png", "JPEG": "jpeg", "WEBP": "webp", "GIF": "gif"}
SOUNDS = {"mp3": "mpeg", "m4a": "mp4", "ogg": "ogg", "flac": "flac", "wav": "wav"}


def judged(
    folder: Path, content: bytes | Path, poster: bytes | None = None
) -> tuple[Judged, dict[str, bytes], bytes]:
    """What is said of it, its pictures, and what would be published."""
    source, target = folder / "source", folder / "target"
    source.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
    beside = None
    if poster is not None:
        beside = folder / "poster"
        beside.write_bytes(poster)
    found, pictures = desk.judge(source, beside, target)
    return found, pictures, target.read_bytes()


def refusal(folder: Path, content: bytes | Path, poster: bytes | None = None) -> str:
    """Why it is not taken."""
    with pytest.raises(UploadRefused) as refused:
        judged(folder, content, poster)
    return str(refused.value)


def opened(content: bytes) -> Image.Image:
    shown = Image.open(io.BytesIO(content))
    shown.load()
    return shown


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_keeps_its_pixels_and_loses_its_notes(form: str, tmp_path: Path) -> None:
    brought = sample.noted(form)
    assert sample.SECRET.encode() in brought
    found, pictures, published = judged(tmp_path, brought)
    assert (found.media_type, found.facts) == (f"image/{FORMS[form]}", {"width": 64, "height": 48})
    assert sample.SECRET.encode() not in published
    assert dict(opened(published).getexif()) == {}
    assert opened(published).convert("RGB").tobytes() == opened(brought).convert("RGB").tobytes()
    assert pictures.keys() == {
        "preview.avif",
        "preview.webp",
        picture.FALLBACK,
        picture.THUMBNAIL,
    }


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_a_turned_picture_stays_upright(form: str, tmp_path: Path) -> None:
    found, pictures, published = judged(tmp_path, sample.noted(form, orientation=sample.TURNED))
    assert dict(opened(published).getexif()) == {still.ORIENTATION: sample.TURNED}
    assert found.facts == {"width": 48, "height": 64}
    assert picture.extent(pictures[picture.FALLBACK]) == (48, 64)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_the_colour_profile_stays(form: str, tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    _, _, published = judged(tmp_path, sample.noted(form, icc_profile=profile))
    assert opened(published).info["icc_profile"] == profile


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF"])
def test_a_moving_picture_keeps_its_frames(form: str, tmp_path: Path) -> None:
    frames = [sample.raster(32, 32).rotate(90 * n) for n in range(3)]
    file = io.BytesIO()
    frames[0].save(file, form, save_all=True, append_images=frames[1:], duration=80, loop=0)
    found, _, published = judged(tmp_path, file.getvalue())
    assert found.facts == {"width": 32, "height": 32, "frames": 3}
    assert getattr(opened(published), "n_frames", 1) == 3
    assert opened(published).info.get("loop") == 0


def test_what_follows_the_end_is_left_behind(tmp_path: Path) -> None:
    for form in FORMS:
        brought = sample.noted(form) + b"PK\x03\x04" + sample.SECRET.encode()
        _, _, published = judged(tmp_path, brought)
        assert b"PK\x03\x04" not in published


def test_holes_show_white(tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(file, "PNG")
    _, pictures, published = judged(tmp_path, file.getvalue())
    assert opened(published).getpixel((5, 5)) == (0, 0, 0, 0)
    assert opened(pictures[picture.FALLBACK]).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("suffix", SOUNDS)
def test_a_sound_keeps_its_packets_and_loses_its_notes(suffix: str, tmp_path: Path) -> None:
    brought = sample.sound(tmp_path, suffix)
    found, pictures, published = judged(tmp_path, brought)
    assert found.media_type == f"audio/{SOUNDS[suffix]}"
    assert found.facts["duration_ms"] == pytest.approx(2000, abs=80)
    assert sample.SECRET.encode() not in published
    copied = kind.of(published, len(published))
    heard = moving.loudness(tmp_path / "target", copied, 8000)
    assert heard == moving.loudness(brought, copied, 8000)
    assert picture.extent(pictures[picture.FALLBACK]) == (1600, 900)


@pytest.mark.parametrize("suffix", ["mp4", "webm"])
def test_a_film_keeps_its_packets_and_loses_its_notes(suffix: str, tmp_path: Path) -> None:
    brought = sample.film(tmp_path, suffix)
    assert sample.SECRET.encode() in brought.read_bytes()
    found, pictures, published = judged(tmp_path, brought)
    assert found.media_type == f"video/{suffix}"
    assert (found.facts["width"], found.facts["height"]) == (192, 108)
    assert found.facts["duration_ms"] == pytest.approx(2000, abs=80)
    for word in (sample.SECRET.encode(), b"+59.3"):
        assert word not in published
    copied = kind.of(published, len(published))
    shown = moving.frame(tmp_path / "target", copied, 0.7)
    assert shown == moving.frame(brought, copied, 0.7)
    assert picture.extent(pictures[picture.FALLBACK]) == (192, 108)


def test_a_model_loses_names_and_needs_a_picture(tmp_path: Path) -> None:
    found, pictures, published = judged(tmp_path, sample.glb(), sample.noted("PNG"))
    assert (found.media_type, found.facts) == ("model/gltf-binary", {"triangles": 1})
    assert sample.SECRET.encode() not in published
    assert picture.extent(pictures[picture.FALLBACK]) == (64, 48)
    assert "needs a picture" in refusal(tmp_path, sample.glb())


def test_the_artist_may_bring_the_picture(tmp_path: Path) -> None:
    _, pictures, _ = judged(tmp_path, sample.sound(tmp_path, "flac"), sample.noted("JPEG"))
    assert picture.extent(pictures[picture.FALLBACK]) == (64, 48)
    said = refusal(tmp_path, sample.sound(tmp_path, "flac"), sample.glb())
    assert said.startswith("the picture that goes with it: it is a model")


def test_the_same_file_becomes_the_same_bytes(tmp_path: Path) -> None:
    brought = [sample.noted("JPEG"), sample.film(tmp_path, "webm"), sample.sound(tmp_path, "ogg")]
    for one in brought:
        assert judged(tmp_path, one) == judged(tmp_path, one)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "SVG, which can run scripts; save it as PNG",
        ),
        (b"II*\x00" + bytes(40), "TIFF; save it as PNG"),
        (b"\x00\x00\x00\x18ftypqt  " + bytes(40), "QuickTime film; save it as MP4"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "HEIC; save it as JPEG"),
        (b"MZ" + bytes(200), "nothing that we know; we take PNG, JPEG"),
        (b"just words", "nothing that we know; we take PNG, JPEG"),
        (sample.noted("PNG")[:-30], "the file is not whole"),
        (sample.noted("JPEG")[:-30], "the file is not whole"),
        (sample.noted("GIF")[:-30], "the file is not whole"),
        (sample.noted("WEBP")[:-30], "the file is not whole"),
        (sample.glb()[:-8], "no whole GLB"),
        (b"RIFF\x10\x00\x00\x00WAVEfmt " + bytes(8), "does not read as WAV"),
    ],
)
def test_what_is_no_work_is_refused(content: bytes, says: str, tmp_path: Path) -> None:
    assert says in refusal(tmp_path, content)


@pytest.mark.parametrize("name", [*FORMS, "GLB"])
def test_bytes_of_chance_end_in_a_work_or_a_refusal(name: str, tmp_path: Path) -> None:
    whole = sample.glb() if name == "GLB" else sample.noted(name)
    chance = random.Random(7)
    taken = 0
    for _ in range(80):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 1, 3, 20))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        cut = chance.choice((len(content), chance.randrange(len(content))))
        with suppress(UploadRefused):  # and nothing else
            judged(tmp_path, bytes(content[:cut]), sample.noted("WEBP"))
            taken += 1
    assert taken < 80


def test_broken_pixels_are_refused(tmp_path: Path) -> None:
    whole = bytearray(sample.noted("PNG"))
    place = whole.index(b"IDAT") + 12
    whole[place : place + 8] = bytes(8)
    assert "cannot be decoded as PNG" in refusal(tmp_path, bytes(whole))


def test_a_picture_may_have_so_many_pixels(tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.new("1", (16_385, 16)).save(file, "PNG")
    assert "16384 on an edge" in refusal(tmp_path, file.getvalue())


def test_a_film_that_breaks_off_is_refused(tmp_path: Path) -> None:
    content = sample.film(tmp_path).read_bytes()
    assert "does not read as MP4" in refusal(tmp_path, content[: len(content) // 2])


def test_what_browsers_do_not_play_is_refused(tmp_path: Path) -> None:
    film = sample.encoded(tmp_path / "old.mp4", *sample.FILM, "-c:v", "mpeg4")
    assert "its video is mpeg4" in refusal(tmp_path, film)
    assert "libx264" in refusal(tmp_path, film)


def test_a_film_without_pictures_is_refused(tmp_path: Path) -> None:
    film = sample.encoded(tmp_path / "dark.mp4", *sample.TONE, "-c:a", "aac")
    assert "does not read as MP4" in refusal(tmp_path, film)


def test_a_work_may_last_so_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(moving.MOST_SECONDS, "sound", 1)
    assert "lasts 2 seconds, and a sound may last 1" in refusal(
        tmp_path, sample.sound(tmp_path, "wav")
    )


def test_a_playlist_leads_nowhere(tmp_path: Path) -> None:
    """What names other files is not followed, whatever its own type claims."""
    film = sample.film(tmp_path)
    playlist = f"ffconcat version 1.0\nfile '{film}'\n".encode()
    assert "nothing that we know" in refusal(tmp_path, playlist)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"images": [{"uri": "https://example.org/skin.png"}]}, "images[0] lies in another file"),
        ({"buffers": [{"uri": "more.bin", "byteLength": 36}]}, "buffers[0] lies in another file"),
        ({"asset": {"version": "1.0"}}, "not of glTF 2"),
        ({"meshes": [{"primitives": [{"attributes": {"POSITION": 9}}]}]}, "no whole GLB"),
        ({"accessors": [{"count": 9_000_000}]}, "3000000 triangles"),
        ({"accessors": [{"count": float("nan")}]}, "NaN is no number"),
        ({"meshes": "many"}, "no whole GLB"),
        ({"images": [1]}, "no whole GLB"),
        ({"bufferViews": [{"byteLength": "all"}]}, "no whole GLB"),
    ],
)
def test_a_model_holds_all_it_needs(changed: dict[str, object], says: str, tmp_path: Path) -> None:
    assert says in refusal(tmp_path, sample.glb(**changed), sample.noted("PNG"))


def test_a_model_nested_without_end_is_refused(tmp_path: Path) -> None:
    text = b'{"asset":{"version":"2.0"},"extras":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    text += b" " * (-len(text) % 4)
    content = struct.pack("<4sIIII", b"glTF", 2, 20 + len(text), len(text), 0x4E4F534A) + text
    assert "no whole GLB" in refusal(tmp_path, content, sample.noted("PNG"))


def test_a_texture_tells_no_place(tmp_path: Path) -> None:
    texture = sample.noted("JPEG")
    described = {
        "asset": {"version": "2.0"},
        "buffers": [{"byteLength": len(texture)}],
        "bufferViews": [{"buffer": 0, "byteLength": len(texture)}],
        "images": [{"bufferView": 0, "mimeType": "image/jpeg"}],
    }
    said = refusal(tmp_path, sample.packed(described, texture), sample.noted("PNG"))
    assert "texture 0 tells where it was photographed" in said
