"""Make works as artists bring them, with notes in them that must not be published."""

import io
import json
import struct
import subprocess
from pathlib import Path
from typing import Any, Final

from imageio_ffmpeg import get_ffmpeg_exe
from PIL import Image, PngImagePlugin

SECRET: Final = "Secret Place"
TURNED: Final = 6  # EXIF: the camera lay on its side
TONE: Final = ("-f", "lavfi", "-i", "sine=frequency=440:duration=2")
FILM: Final = ("-f", "lavfi", "-i", "testsrc=size=192x108:rate=12:duration=2")
NOTES: Final = ("-metadata", f"title={SECRET}", "-metadata", "location=+59.3+018.0/")


def raster(width: int = 64, height: int = 48) -> Image.Image:
    """A picture of which no two rows are alike."""
    rows = b"".join(
        bytes((x * 4 % 256, y * 5 % 256, (x + y) % 256))
        for y in range(height)
        for x in range(width)
    )
    return Image.frombytes("RGB", (width, height), rows)


def noted(form: str, *, orientation: int = 1, **options: Any) -> bytes:
    """A picture that says where it was taken, by whom and with what."""
    exif = Image.Exif()
    exif[0x010F] = SECRET  # the camera's maker
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"  # GPS
    exif.get_ifd(0x8825)[2] = (59.0, 20.0, 0.0)
    given: dict[str, Any] = {} if form == "GIF" else {"exif": exif}
    if form == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", SECRET)
        text.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
        given["pnginfo"] = text
    if form in ("JPEG", "GIF"):
        given["comment"] = SECRET.encode()
    if form in ("JPEG", "WEBP"):
        given["xmp"] = f"<x>{SECRET}</x>".encode()
    file = io.BytesIO()
    raster().save(file, form, **(given | options))
    return file.getvalue()


def encoded(path: Path, *arguments: str) -> Path:
    """What ffmpeg makes of these arguments."""
    command = [get_ffmpeg_exe(), "-v", "error", "-y", *arguments, str(path)]
    subprocess.run(command, check=True)
    return path


def sound(folder: Path, suffix: str) -> Path:
    """A tone with a title."""
    codec = {"ogg": ("-c:a", "libvorbis")}.get(suffix, ())
    return encoded(folder / f"tone.{suffix}", *TONE, *codec, *NOTES)


def film(folder: Path, suffix: str = "mp4", *more: str) -> Path:
    """A test picture that moves, with a tone, a title and a place."""
    codecs = {
        "mp4": ("-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"),
        "webm": ("-c:v", "libvpx-vp9", "-cpu-used", "8", "-c:a", "libopus"),
    }[suffix]
    return encoded(folder / f"film.{suffix}", *FILM, *TONE, *codecs, *NOTES, *more)


def glb(**changed: Any) -> bytes:
    """One triangle."""
    points = struct.pack("<9f", 0, 0, 0, 1, 0, 0, 0, 1, 0)
    described: dict[str, Any] = {
        "asset": {"version": "2.0", "generator": SECRET, "extras": {"who": SECRET}},
        "buffers": [{"byteLength": len(points)}],
        "bufferViews": [{"buffer": 0, "byteOffset": 0, "byteLength": len(points)}],
        "accessors": [{"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3"}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "nodes": [{"mesh": 0}],
        "scenes": [{"nodes": [0]}],
        "scene": 0,
    }
    return packed(described | changed, points)


def packed(described: dict[str, Any], binary: bytes) -> bytes:
    """A GLB of a description and its bytes."""
    text = json.dumps(described).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text
    chunks += struct.pack("<I4s", len(binary), b"BIN\x00") + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks
