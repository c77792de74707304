"""Judge what the web process was sent, shut in like a rendering: `python -m` this module."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from marketplace.adapters.easel import child
from marketplace.uploads import desk
from marketplace.uploads.kind import UploadRefused


def judged(question: Mapping[str, Any], _content: bytes, _: child.Teller) -> child.Answer:
    """What the upload is, and pictures of it; what may be published lies at `target`."""
    poster = question["poster"]
    found, files = desk.judge(
        Path(question["source"]),
        None if poster is None else Path(poster),
        Path(question["target"]),
    )
    return found.as_dict(), files, b""


if __name__ == "__main__":
    child.main(judged, UploadRefused)
