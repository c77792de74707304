"""a folder of model files
adopted                    -> a digest names every file
as it was adopted          -> may be loaded
a file changed, came, went -> may not
pickles, code, odd parts   -> are refused, by name, with what to do
a header that lies         -> is refused before anything is loaded
a link                     -> is refused
"""

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from typer.testing import CliRunner

from generation.adapters.model import LIST, adopt, known, require
from generation.cli import app
from generation.errors import WeightsRefused

INDEX = {
    "_class_name": "StableDiffusionPipeline",
    "unet": ["diffusers", "UNet2DConditionModel"],
    "text_encoder": ["transformers", "CLIPTextModel"],
    "safety_checker": [None, None],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "model"
    (made / "unet").mkdir(parents=True)
    (made / "model_index.json").write_text(json.dumps(INDEX))
    (made / "README.md").write_text("not read by anybody")
    save_file({"weight": np.arange(6, dtype=np.float32)}, made / "unet" / "model.safetensors")
    return made


def test_a_digest_names_every_file(folder: Path) -> None:
    found = adopt(folder, "Small")
    assert (found.title, found.kind) == ("Small", "StableDiffusionPipeline")
    assert found.files.keys() == {"model_index.json", "unet/model.safetensors"}
    assert known(folder) == found
    require(found)
    save_file({"weight": np.zeros(6, np.float32)}, folder / "unet" / "model.safetensors")
    assert adopt(folder, "Small").digest != found.digest


def test_another_file_is_not_loaded(folder: Path) -> None:
    found = adopt(folder)
    save_file({"weight": np.zeros(6, np.float32)}, folder / "unet" / "model.safetensors")
    with pytest.raises(WeightsRefused, match="another file than the one that was adopted"):
        require(found)
    (folder / "unet" / "model.safetensors").unlink()
    with pytest.raises(WeightsRefused, match="came or went"):
        require(found)


def test_a_folder_has_to_be_adopted(folder: Path) -> None:
    with pytest.raises(WeightsRefused, match="was not adopted"):
        known(folder)
    (folder / LIST).write_text("[]")
    with pytest.raises(WeightsRefused, match="was not adopted"):
        known(folder)


@pytest.mark.parametrize("name", ["unet/model.bin", "unet/model.pt", "pipeline.py", "model.ckpt"])
def test_what_can_run_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"anything")
    with pytest.raises(WeightsRefused, match=r"is no \.safetensors file"):
        adopt(folder)


def test_code_of_its_own_is_refused(folder: Path) -> None:
    (folder / "model_index.json").write_text(json.dumps(INDEX | {"vae": ["my_code", "Vae"]}))
    with pytest.raises(WeightsRefused, match="vae comes from 'my_code'"):
        adopt(folder)
    (folder / "model_index.json").write_text(json.dumps(INDEX))
    (folder / "unet" / "config.json").write_text(json.dumps({"auto_map": {"AutoModel": "x.Y"}}))
    with pytest.raises(WeightsRefused, match="asks for code of its own"):
        adopt(folder)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no safetensors header"),
        ((1 << 40).to_bytes(8, "little") + b"{}", "no safetensors header"),
        ((2).to_bytes(8, "little") + b"{}" + bytes(10), "not what its header says"),
        ((4).to_bytes(8, "little") + b"{]  ", "header that cannot be read"),
    ],
)
def test_a_lying_header_is_refused(folder: Path, content: bytes, says: str) -> None:
    (folder / "unet" / "model.safetensors").write_bytes(content)
    with pytest.raises(WeightsRefused, match=says):
        adopt(folder)


def test_a_link_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "more.json").symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(WeightsRefused, match="leads elsewhere"):
        adopt(folder)


def test_what_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsRefused, match="is it a model"):
        adopt(tmp_path)


def test_the_command_says_what_it_found(folder: Path) -> None:
    said = CliRunner().invoke(app, ["adopt", str(folder), "--title", "Small"])
    assert (said.exit_code, said.stdout.startswith("Small: StableDiffusionPipeline, 2 files")) == (
        0,
        True,
    )
    (folder / "x.pkl").write_bytes(b"")
    refused = CliRunner().invoke(app, ["adopt", str(folder)])
    assert refused.exit_code != 0
