"""Judge an uploaded model: a GLB (glTF 2.0) that holds all that it needs, within bounds."""

import io
import json
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from PIL import Image

from marketplace.uploads.kind import Kind, UploadRefused

MOST_JSON: Final = 8 << 20
MOST_TRIANGLES: Final = 2_000_000
MOST_IMAGES: Final = 128
MOST_TEXTURE_EDGE: Final = 8192
TRIANGLES: Final = 4  # glTF's number for them; strips and fans count a triangle for each vertex
_HEAD: Final = struct.Struct("<4sII")
_CHUNK: Final = struct.Struct("<I4s")
_GPS: Final = 0x8825
# What a description does to whoever believes its shape.
_UNSOUND: Final = (AttributeError, LookupError, OverflowError, TypeError, ValueError)
_ALONE: Final = "export it as one GLB with all its parts embedded"


def judge(source: Path, target: Path, _: Kind) -> Mapping[str, int]:
    """Write the model without its notes; its extent. Raises `UploadRefused`."""
    try:
        described, binary = _parts(source.read_bytes())
        triangles = _checked(described, binary)
        written = _written(_without_notes(described), binary)
    except (*_UNSOUND, RecursionError, struct.error) as fault:
        raise UploadRefused(f"it is no whole GLB ({fault}); {_ALONE}") from fault
    if triangles > MOST_TRIANGLES:
        raise UploadRefused(f"it has {triangles} triangles, over {MOST_TRIANGLES}; simplify it")
    target.write_bytes(written)
    return {"triangles": triangles}


def _parts(content: bytes) -> tuple[dict[str, Any], bytes]:
    """The description, and the bytes that it speaks of."""
    magic, version, size = _HEAD.unpack_from(content)
    if magic != b"glTF" or version != 2 or size != len(content):
        raise ValueError(f"version {version}, {size} bytes stated and {len(content)} there")
    chunks = list(_chunks(content))
    if not chunks or chunks[0][0] != b"JSON" or len(chunks[0][1]) > MOST_JSON:
        raise ValueError(f"it does not begin with a description of at most {MOST_JSON} bytes")
    described = json.loads(chunks[0][1], parse_constant=_no_number)
    if not isinstance(described, dict) or described["asset"]["version"][:1] != "2":
        raise ValueError("it is not of glTF 2")
    return described, next((held for name, held in chunks[1:] if name == b"BIN\x00"), b"")


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number in JSON")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _HEAD.size
    while at < len(content):
        length, name = _CHUNK.unpack_from(content, at)
        end = at + _CHUNK.size + length
        if end > len(content):
            raise ValueError("a chunk is longer than the file")
        yield name, content[at + _CHUNK.size : end]
        at = end


def _checked(described: Mapping[str, Any], binary: bytes) -> int:
    """How many triangles it has, once everything it names is in it."""
    for what in ("buffers", "images"):
        for index, one in enumerate(described.get(what, ())):
            if str(one.get("uri", "data:")).partition(":")[0] != "data":
                raise UploadRefused(f"its {what}[{index}] lies in another file; {_ALONE}")
    views = described.get("bufferViews", [])
    for view in views:
        if (
            view.get("byteOffset", 0) + view["byteLength"] > len(binary)
            and "uri" not in (described["buffers"][view["buffer"]])
        ):
            raise ValueError("a view reaches beyond its buffer")
    images = described.get("images", [])
    if len(images) > MOST_IMAGES:
        raise UploadRefused(f"it has {len(images)} textures, over {MOST_IMAGES}; merge some")
    for index, image in enumerate(images):
        if "bufferView" in image:
            view = views[image["bufferView"]]
            start = view.get("byteOffset", 0)
            _check_texture(index, binary[start : start + view["byteLength"]])
    return sum(_triangles(described, primitive) for primitive in _primitives(described))


def _check_texture(index: int, content: bytes) -> None:
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as texture:
            too_large = max(texture.size) > MOST_TEXTURE_EDGE
            says_where = _GPS in texture.getexif()
    except Exception:
        # Compressed in a way of the graphics card's: nothing that tells of a place.
        return
    if too_large:
        raise UploadRefused(
            f"texture {index} has more than {MOST_TEXTURE_EDGE} pixels on an edge; make it smaller"
        )
    if says_where:
        raise UploadRefused(
            f"texture {index} tells where it was photographed; remove its EXIF and export again"
        )


def _primitives(described: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for mesh in described.get("meshes", ()):
        yield from mesh["primitives"]


def _triangles(described: Mapping[str, Any], primitive: Mapping[str, Any]) -> int:
    mode = primitive.get("mode", TRIANGLES)
    if mode < TRIANGLES:  # points and lines
        return 0
    accessor = primitive.get("indices", primitive["attributes"]["POSITION"])
    count = int(described["accessors"][accessor]["count"])
    return count // 3 if mode == TRIANGLES else count


def _without_notes(described: dict[str, Any]) -> dict[str, Any]:
    """Without what programs and people noted about the file; names of its parts stay."""
    asset = {name: described["asset"][name] for name in ("version", "minVersion")
             if name in described["asset"]}  # fmt: skip
    kept = {name: value for name, value in described.items() if name != "extras"}
    return kept | {"asset": asset}


def _written(described: Mapping[str, Any], binary: bytes) -> bytes:
    text = json.dumps(described, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 4)
    chunks = _CHUNK.pack(len(text), b"JSON") + text
    if binary:
        padded = binary + b"\x00" * (-len(binary) % 4)
        chunks += _CHUNK.pack(len(padded), b"BIN\x00") + padded
    return _HEAD.pack(b"glTF", 2, _HEAD.size + len(chunks)) + chunks
