"""Make a picture's smaller copies: for pages, for viewers that know nothing but PNG, for walls."""

from io import BytesIO
from typing import Any, Final

from PIL import Image

PREVIEW_EDGE: Final = 1600  # pixels; a master that is no larger stands for its own preview
THUMBNAIL_EDGE: Final = 320
MASTER: Final = "master.png"
FALLBACK: Final = "preview.png"
THUMBNAIL: Final = "thumbnail.webp"
# One thread, so that the same pixels make the same bytes; `speed` and `method` trade time for size.
AVIF: Final = {"quality": 70, "speed": 8, "max_threads": 1}
WEBP: Final = {"quality": 88, "method": 4}


def companions(master: bytes) -> dict[str, bytes]:
    """Preview as AVIF, WebP and PNG, thumbnail as WebP: file name -> content; heavy."""
    with Image.open(BytesIO(master), formats=("PNG",)) as opened:
        picture = opened.convert("RGB")
    is_small = max(picture.size) <= PREVIEW_EDGE
    return copies(picture, master if is_small else None)


def copies(picture: Image.Image, fallback: bytes | None = None) -> dict[str, bytes]:
    """The same of a picture in RGB; `fallback` is a PNG that stands for its own preview; heavy."""
    preview = shrunk(picture, PREVIEW_EDGE)
    return {
        "preview.avif": _encoded(preview, "AVIF", **AVIF),
        "preview.webp": _encoded(preview, "WEBP", **WEBP),
        FALLBACK: fallback or _encoded(preview, "PNG"),
        THUMBNAIL: _encoded(shrunk(picture, THUMBNAIL_EDGE), "WEBP", **WEBP),
    }


def shrunk(picture: Image.Image, edge: int) -> Image.Image:
    """At most `edge` pixels on its longer side; never larger than it was."""
    longer = max(picture.size)
    if longer <= edge:
        return picture
    width, height = (max(1, round(side * edge / longer)) for side in picture.size)
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def extent(content: bytes) -> tuple[int, int]:
    """Width and height that the file states, its pixels unread."""
    with Image.open(BytesIO(content), formats=("PNG", "WEBP", "AVIF", "JPEG", "GIF")) as picture:
        return picture.size


def background(thumbnail: bytes) -> str:
    """The mean colour of the picture's border, as viewers ask it: six hex digits, no `#`."""
    with Image.open(BytesIO(thumbnail), formats=("PNG", "WEBP")) as opened:
        picture = opened.convert("RGB")
    width, height = picture.size
    edges = ((0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height))
    border = [*edges, (width - 1, 0, width, height)]
    bytes_ = b"".join(picture.crop(box).tobytes() for box in border)
    count = len(bytes_) // 3
    return "".join(f"{sum(bytes_[channel::3]) // count:02x}" for channel in range(3))


def _encoded(picture: Image.Image, form: str, **options: Any) -> bytes:
    file = BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()
