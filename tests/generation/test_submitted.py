"""the receipt of a work that was made elsewhere
its very file      -> said to be submitted; nothing to re-run
another file       -> fails
no digest in it    -> is refused
"""

import hashlib
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generation.cli import app

CONTENT = b"anything at all"


def run(folder: Path, sha256: str | None, content: bytes = CONTENT) -> tuple[int, str]:
    stated = {"format": 1, "provenance": "submitted", "artefact": {"sha256": sha256}}
    (folder / "receipt.json").write_text(json.dumps(stated))
    (folder / "master").write_bytes(content)
    said = CliRunner().invoke(app, ["verify", str(folder / "receipt.json"), str(folder / "master")])
    return said.exit_code, said.output


def test_its_very_file_was_submitted(tmp_path: Path) -> None:
    code, said = run(tmp_path, hashlib.sha256(CONTENT).hexdigest())
    assert code == 0
    assert "there is nothing to re-run" in said


def test_another_file_fails(tmp_path: Path) -> None:
    code, said = run(tmp_path, hashlib.sha256(CONTENT).hexdigest(), b"something else")
    assert code == 1
    assert said.startswith("fail: the file has the digest")


@pytest.mark.parametrize("digest", [None, "abc", "0x" + "a" * 64])
def test_without_a_digest_it_is_no_receipt(tmp_path: Path, digest: str | None) -> None:
    code, said = run(tmp_path, digest)
    assert code == 2
    assert "artefact.sha256" in said
