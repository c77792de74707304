"""Files that pretend to be pictures, or are pictures that should not be opened, each built here."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

from PIL import Image, PngImagePlugin

PNG: Final = b"\x89PNG\r\n\x1a\n"
HEADER: Final = struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0)


def picture(form: str = "PNG", size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    """A harmless picture."""
    written = io.BytesIO()
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    image.save(written, form, **options)
    return written.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    """A PNG chunk with a right checksum."""
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )


def png(width: int, height: int, pixels: bytes, *, extra: bytes = b"") -> bytes:
    """A PNG that says of itself whatever it is told to say."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(pixels, 9)
    return PNG + chunk(b"IHDR", header) + extra + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def archive() -> bytes:
    """A zip with one file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        made.writestr("index.html", "<script>alert(1)</script>")
    return written.getvalue()


def text_bomb() -> bytes:
    """A comment of 256 MiB, compressed."""
    text = b"comment\x00\x00" + zlib.compress(b"\x00" * (256 << 20), 9)
    return png(64, 64, b"\x00" * 64 * 193, extra=chunk(b"zTXt", text))


def profile_bomb() -> bytes:
    """A colour profile of 256 MiB, compressed."""
    profile = b"icc\x00\x00" + zlib.compress(b"\x00" * (256 << 20), 9)
    return png(64, 64, b"\x00" * 64 * 193, extra=chunk(b"iCCP", profile))


def scan_bomb() -> bytes:
    """A progressive JPEG whose last scan comes again and again, each a pass over all pixels."""
    written = io.BytesIO()
    Image.new("L", (6000, 6000), 90).save(written, "JPEG", progressive=True)
    content = written.getvalue()
    last = content.rindex(b"\xff\xda")
    scan = content[last:-2]
    return content[:-2] + scan * (10 * 1024**2 // len(scan)) + b"\xff\xd9"


def gif_bomb() -> bytes:
    """A screen of 65535 x 65535 in a few bytes."""
    content = bytearray(picture("GIF"))
    content[6:10] = struct.pack("<HH", 65535, 65535)
    at = content.index(b"\x2c")
    content[at + 5 : at + 9] = struct.pack("<HH", 65535, 65535)
    return bytes(content)


def broken_checksum() -> bytes:
    """A PNG whose pixels were changed after they were summed."""
    content = bytearray(picture("PNG", (200, 200)))
    content[content.index(b"IDAT") + 40] ^= 0xFF
    return bytes(content)


def jpeg_that_lies(width: int, height: int) -> bytes:
    """A JPEG whose header claims a size that its pixels do not have."""
    content = bytearray(picture("JPEG"))
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(content)


REFUSED: Final[dict[str, Callable[[], bytes]]] = {
    "empty": lambda: b"",
    "a web page": lambda: b"<!doctype html><script>alert(1)</script>",
    "an SVG that runs a script": lambda: (
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    ),
    "a PDF": lambda: b"%PDF-1.7\n" + b"x" * 1000,
    "an archive": archive,
    "a program": lambda: b"\x7fELF" + bytes(1000),
    "a BMP": lambda: picture("BMP"),
    "a TIFF": lambda: picture("TIFF"),
    "an ICO": lambda: picture("ICO"),
    "Encapsulated PostScript": lambda: picture("EPS"),
    "a JPEG's first bytes before a web page": lambda: (
        b"\xff\xd8\xff<html><script>alert(1)</script>"
    ),
    "a PNG's first bytes alone": lambda: PNG,
    "a PNG in a JPEG's coat": lambda: b"\xff\xd8\xff" + picture("PNG"),
    "a PNG cut in half": lambda: picture("PNG", (800, 600))[:900],
    "a JPEG cut in half": lambda: picture("JPEG", (800, 600))[:3000],
    "a WebP cut in half": lambda: picture("WEBP", (800, 600), lossless=True)[:200],
    "a PNG without pixels": lambda: PNG + chunk(b"IHDR", HEADER) + chunk(b"IEND", b""),
    "a PNG with a broken checksum": broken_checksum,
    "a PNG that is an archive": lambda: picture("PNG") + archive(),
    "a JPEG that is an archive": lambda: picture("JPEG") + archive(),
    "a PNG that is a PDF": lambda: png(
        64, 64, b"\x00" * 64 * 193, extra=chunk(b"teXt", b"%PDF-1.7")
    ),
    "a PNG of 10^10 pixels": lambda: png(100_000, 100_000, b"\x00" * 1000),
    "a PNG of zeros, 30000 x 30000": lambda: png(30_000, 30_000, b"\x00" * 90_001 * 100),
    "a PNG of 7000 x 7000": lambda: png(7000, 7000, b"\x00" * 21_001 * 7000),
    "a JPEG that says 65500 x 65500": lambda: jpeg_that_lies(65_500, 65_500),
    "a GIF of 65535 x 65535": gif_bomb,
    "a strip of 20000 x 20": lambda: picture("PNG", (20_000, 20)),
    "a dot": lambda: picture("PNG", (1, 1)),
    "a JPEG of no height": lambda: jpeg_that_lies(64, 0),
    "a JPEG of a thousand scans": scan_bomb,
    "a comment of 256 MiB": text_bomb,
    "a colour profile of 256 MiB": profile_bomb,
    "more than 20 MiB": lambda: picture("PNG") + bytes(20 * 1024**2),
}


def with_metadata(secret: str) -> bytes:
    """A photograph that says where and by whom it was taken, and lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter
    exif[0x010E] = secret
    written = io.BytesIO()
    image = Image.linear_gradient("L").resize((64, 48)).convert("RGB")
    image.save(written, "JPEG", exif=exif, comment=secret.encode())
    return written.getvalue()


def png_with_text(secret: str) -> bytes:
    """A PNG with a comment and a script for whoever shows comments unescaped."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", f"<script>{secret}</script>")
    return picture("PNG", pnginfo=info)


def swapping_profile() -> bytes:
    """An ICC profile whose red is sRGB's green, and its green sRGB's red."""
    primaries = {
        b"rXYZ": (0.3851, 0.7169, 0.0971),
        b"gXYZ": (0.4361, 0.2225, 0.0139),
        b"bXYZ": (0.1431, 0.0606, 0.7141),
        b"wtpt": (0.9642, 1.0, 0.8249),
    }
    tags = {name: b"XYZ " + bytes(4) + _fixed(*value) for name, value in primaries.items()}
    gamma = b"curv" + bytes(4) + struct.pack(">IH", 1, int(2.2 * 256)) + bytes(2)
    tags |= {b"rTRC": gamma, b"gTRC": gamma, b"bTRC": gamma}
    at = 128 + 4 + 12 * len(tags)
    table, content = struct.pack(">I", len(tags)), b""
    for name, value in tags.items():
        table += name + struct.pack(">II", at + len(content), len(value))
        content += value
    header = struct.pack(">I4s", at + len(content), b"") + b"\x02\x10\x00\x00mntrRGB XYZ "
    header = (header + bytes(12) + b"acsp").ljust(68, b"\x00") + _fixed(0.9642, 1.0, 0.8249)
    return header.ljust(128, b"\x00") + table + content


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)
