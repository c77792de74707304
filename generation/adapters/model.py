"""Adopt a folder of model files: nothing in it can run, and a digest names all of it.

`adopt` looks at every file once and writes `atelier.json` beside them; cards and recipes go by what
it says. `require` compares folder and list again before anything is loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generation.errors import WeightsRefused
from generation.recipe import canonical_json

LIST: Final = "atelier.json"
FORMAT: Final = 1
MOST_BYTES: Final = 32 << 30
MOST_FILES: Final = 500
MOST_HEADER_BYTES: Final = 16 << 20
MOST_TEXT_BYTES: Final = 64 << 20  # vocabularies of large tokenizers
WEIGHTS: Final = ".safetensors"
TEXTS: Final = frozenset({".json", ".txt"})
ASIDE: Final = frozenset({".md", ".png", ".jpg", ".jpeg", ".webp", ""})  # read by nobody
# Where a pipeline's parts may come from; anything else would be code of the model's own.
LIBRARIES: Final = frozenset({"diffusers", "transformers"})


@dataclass(frozen=True, slots=True)
class Model:
    """A folder that was adopted: what it is called, and the digest that names all its files."""

    folder: Path
    title: str
    digest: str
    kind: str  # the class that the folder says it is, such as StableDiffusionPipeline
    files: Mapping[str, str]  # name -> SHA-256


def adopt(folder: Path, title: str = "") -> Model:
    """Look at every file and write the list; raises `WeightsRefused` for what may not be loaded."""
    folder = folder.resolve()
    kind = _kind(folder)
    files = {name: _digest(path) for name, path in _checked(folder)}
    content = {
        "format": FORMAT,
        "title": title or folder.name,
        "kind": kind,
        "files": dict(sorted(files.items())),
    }
    (folder / LIST).write_bytes(json.dumps(content, indent=2, sort_keys=True).encode() + b"\n")
    return known(folder)


def known(folder: Path) -> Model:
    """What the list of an adopted folder says; light. Raises `WeightsRefused`."""
    path = folder / LIST
    try:
        content = json.loads(path.read_bytes())
        files = {str(name): str(digest) for name, digest in content["files"].items()}
        title, kind = str(content["title"]), str(content["kind"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as cause:
        raise WeightsRefused(
            f"{folder} was not adopted ({cause}); run `python -m generation adopt` on it"
        ) from cause
    digest = hashlib.sha256(canonical_json({"kind": kind, "files": files})).hexdigest()
    return Model(folder, title[:80], digest, kind, files)


def require(model: Model) -> None:
    """Refuse unless every file is the one that was adopted, and none was added."""
    found = dict(_checked(model.folder))
    if added := sorted(found.keys() ^ model.files.keys()):
        raise WeightsRefused(f"{model.folder}: {added[0]} came or went since it was adopted")
    for name, path in found.items():
        if _digest(path) != model.files[name]:
            raise WeightsRefused(f"{path} is another file than the one that was adopted")


def _checked(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file that a loader may read, by its path in the folder."""
    total, count = 0, 0
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            raise WeightsRefused(f"{path} leads elsewhere; copy the file itself to its place")
        if path.is_dir() or name == LIST or path.suffix in ASIDE:
            continue
        size = path.stat().st_size
        total, count = total + size, count + 1
        if total > MOST_BYTES or count > MOST_FILES:
            raise WeightsRefused(
                f"{folder} holds more than {MOST_FILES} files or {MOST_BYTES} bytes"
            )
        _check(path, size)
        yield name, path


def _check(path: Path, size: int) -> None:
    if path.suffix == WEIGHTS:
        _check_header(path, size)
    elif path.suffix not in TEXTS:
        raise WeightsRefused(
            f"{path} is no {WEIGHTS} file; other formats can run code when they are loaded. "
            "Convert it, or take it out"
        )
    elif size > MOST_TEXT_BYTES:
        raise WeightsRefused(f"{path} has {size} bytes, over {MOST_TEXT_BYTES}")
    elif path.suffix == ".json" and "auto_map" in (content := _json(path)):
        raise WeightsRefused(
            f"{path} asks for code of its own ({content['auto_map']}); none is run"
        )


def _check_header(path: Path, size: int) -> None:
    """A safetensors file is a header that tells where each array lies, and the arrays alone."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if size < 8 or length > min(MOST_HEADER_BYTES, size - 8):
            raise WeightsRefused(f"{path} opens with no safetensors header of reasonable size")
        try:
            header = json.loads(file.read(length))
            ends = [one["data_offsets"][1] for name, one in header.items() if name[:2] != "__"]
        except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as cause:
            raise WeightsRefused(f"{path} has a header that cannot be read: {cause}") from cause
    if max(ends, default=0) != size - 8 - length:
        raise WeightsRefused(f"{path} has {size} bytes, which is not what its header says")


def _kind(folder: Path) -> str:
    """What the folder says it is, once all its parts are of libraries that we know."""
    index, config = folder / "model_index.json", folder / "config.json"
    if index.is_file():
        content = _json(index)
        for name, part in content.items():
            library = part[0] if isinstance(part, list) and part else None
            if library is not None and library not in LIBRARIES:
                raise WeightsRefused(
                    f"{index}: {name} comes from {library!r}; only parts of "
                    f"{' and '.join(sorted(LIBRARIES))} are loaded"
                )
        return str(content.get("_class_name", ""))
    if config.is_file():
        return str((_json(config).get("architectures") or [""])[0])
    raise WeightsRefused(f"{folder} has neither model_index.json nor config.json; is it a model?")


def _json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as cause:
        raise WeightsRefused(f"{path} is no readable JSON: {cause}") from cause
    return content if isinstance(content, dict) else {}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def offline() -> None:
    """Tell the libraries, before they load, that there is nobody to ask."""
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1")
