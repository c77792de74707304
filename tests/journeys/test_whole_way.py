"""A work that went the whole way, seen with other people's tools

metadata, artefact -> the reference importer names their bytes as token and metadata do
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.journeys.part import Part, play_small
from tests.marketplace.adapters.ipfs.conftest import Reference

if TYPE_CHECKING:
    from marketplace.config import Settings


@pytest.mark.ipfs_node
def test_another_tool_gives_the_same_cids(
    settings: "Settings", parts: dict[str, Part], reference: Reference, tmp_path: Path
) -> None:
    story = play_small(settings, lambda _step: None)

    cids = [story.proof.metadata_cid, story.proof.artefact_cid]
    asked = []
    for cid in cids:
        answer = httpx.get(f"{settings.public_url}/ipfs/{cid}", trust_env=False).raise_for_status()
        (tmp_path / cid).write_bytes(answer.content)
        asked.append({"files": {"": str(tmp_path / cid)}})
    assert reference("reference.js", json.dumps(asked).encode()) == cids
