"""Turn a stranger's file into pictures that are safe to keep and to show.

Nothing of the file itself survives: what its bytes show is decoded within bounds and written anew,
upright, in sRGB, without metadata. What cannot be trusted to decode is refused, with the reason.
"""

import io
import warnings
import zipfile
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageCms, ImageOps

MIB: Final = 1024**2
FILE_LIMIT: Final = 20 * MIB
PIXEL_LIMIT: Final = 40_000_000
EDGE_LIMIT: Final = 16_384
EDGE_MINIMUM: Final = 16
MASTER_EDGE: Final = 3000
DISPLAY_EDGE: Final = 1600
SCAN_LIMIT: Final = 200  # a progressive JPEG has about ten; each one costs a pass over all pixels
PROFILE_LIMIT: Final = MIB

_SIGNATURES: Final = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
)
_TRANSPARENT: Final = ("RGBA", "LA", "PA")


class PictureRefused(Exception):
    """The file is not a picture that we take; the message says why."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, written anew: the whole of it, and the size that pages show (WebP)."""

    original: bytes
    display: bytes
    media_type: str
    width: int
    height: int


def renew(content: bytes) -> Picture:
    """Decode and write anew; raises `PictureRefused` for whatever is not plainly a picture."""
    _check_size(content)
    form = _form(content)
    _check_company(content, form)
    return _written(decoded(content, form))


def _check_size(content: bytes) -> None:
    if not content:
        raise PictureRefused("the file is empty")
    if len(content) > FILE_LIMIT:
        raise PictureRefused(f"it has {len(content)} bytes; at most {FILE_LIMIT} are taken")


def _form(content: bytes) -> str:
    """The format by its first bytes; names and headers say what they like."""
    for signature, form in _SIGNATURES:
        if content.startswith(signature):
            return form
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    raise PictureRefused("its content is no JPEG, PNG, WebP or GIF")


def _check_company(content: bytes, form: str) -> None:
    """Refuse files that are something else at the same time, or a trap for decoders."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise PictureRefused("it is an archive at the same time")
    if b"%PDF-" in content[:1024]:
        raise PictureRefused("it is a PDF at the same time")
    if form == "JPEG" and content.count(b"\xff\xda") > SCAN_LIMIT:
        raise PictureRefused(f"it is drawn in more than {SCAN_LIMIT} scans")


def decoded(content: bytes, form: str) -> Image.Image:
    """The first frame, upright in sRGB, decoded only when its size is known to be bearable.

    Raises `PictureRefused`.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=[form])
            _check_shape(*picture.size)
            if form == "PNG":
                picture.verify()  # checksums; afterwards the file must be opened anew
                picture = Image.open(io.BytesIO(content), formats=[form])
            if form == "JPEG":
                picture.draft(None, (MASTER_EDGE, MASTER_EDGE))  # less to decode, nothing lost
            picture.load()
        return _upright(picture)
    except PictureRefused:
        raise
    except Exception as fault:
        # Decoders raise anything on hostile bytes; all of it means the same here.
        raise PictureRefused(f"it cannot be decoded as {form}: {_told(fault)}") from fault


def _check_shape(width: int, height: int) -> None:
    if min(width, height) < EDGE_MINIMUM:
        raise PictureRefused(
            f"it is {width} x {height} pixels; both edges must have at least {EDGE_MINIMUM}"
        )
    if max(width, height) > EDGE_LIMIT or width * height > PIXEL_LIMIT:
        raise PictureRefused(
            f"it is {width} x {height} pixels; at most {PIXEL_LIMIT // 10**6} million are taken, "
            f"and {EDGE_LIMIT} on an edge"
        )


def _upright(picture: Image.Image) -> Image.Image:
    """Turned as its camera meant it, at most as large as we keep it, in sRGB."""
    profile = picture.info.get("icc_profile")
    turned = ImageOps.exif_transpose(_in_plain_mode(picture))
    turned.thumbnail((MASTER_EDGE, MASTER_EDGE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    if isinstance(profile, bytes) and len(profile) <= PROFILE_LIMIT:
        turned = _in_srgb(turned, profile, picture.mode)
    return _without_idle_alpha(turned)


def _in_plain_mode(picture: Image.Image) -> Image.Image:
    """RGB, or RGBA where anything may show through."""
    if picture.mode.startswith("I;16") or picture.mode == "I":
        return picture.point(lambda value: value / 256).convert("L").convert("RGB")
    if picture.mode in _TRANSPARENT or "transparency" in picture.info:
        return picture.convert("RGBA")
    return picture.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes, source_mode: str) -> Image.Image:
    if source_mode not in ("RGB", "RGBA"):  # the profile speaks of values that are gone by now
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        managed = ImageCms.profileToProfile(picture, source, target, outputMode=picture.mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a broken profile says nothing about the pixels
    return picture if managed is None else managed


def _without_idle_alpha(picture: Image.Image) -> Image.Image:
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255):
        return picture.convert("RGB")
    return picture


def _written(picture: Image.Image) -> Picture:
    is_opaque = picture.mode == "RGB"
    if is_opaque:
        original = _saved(picture, "JPEG", quality=93, subsampling=0)
    else:
        original = _saved(picture, "PNG", compress_level=3)
    shown = picture.copy()
    shown.thumbnail((DISPLAY_EDGE, DISPLAY_EDGE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return Picture(
        original=original,
        display=_saved(shown, "WEBP", quality=86, method=2),
        media_type="image/jpeg" if is_opaque else "image/png",
        width=picture.width,
        height=picture.height,
    )


def _saved(picture: Image.Image, form: str, **options: int) -> bytes:
    """Pixels only: nothing that the file brought along is handed to the encoder."""
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    written = io.BytesIO()
    bare.save(written, form, **options)
    return written.getvalue()


def _told(fault: Exception) -> str:
    return (str(fault) or type(fault).__name__)[:200]
