"""Make models so small that nothing can be seen in what they make, with weights of chance."""

import json
from pathlib import Path
from typing import Any

WORDS = [chr(number) for number in range(33, 127)]


def tokenizer(folder: Path) -> Any:
    """CLIP's tokenizer over single characters."""
    from transformers import CLIPTokenizer

    known = [*WORDS, *(f"{one}</w>" for one in WORDS), "<|startoftext|>", "<|endoftext|>"]
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = {word: number for number, word in enumerate(known)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    settings = {"model_max_length": 77, "tokenizer_class": "CLIPTokenizer"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    return CLIPTokenizer.from_pretrained(str(folder), model_max_length=77)


def diffusion(folder: Path) -> Path:
    """A Stable Diffusion of a few hundred thousand numbers."""
    import torch
    from diffusers import DDIMScheduler, StableDiffusionPipeline

    torch.manual_seed(0)
    pipe = StableDiffusionPipeline(
        vae=_painter(),
        text_encoder=_reader(),
        tokenizer=tokenizer(folder.with_name("words")),
        unet=_dreamer(),
        scheduler=DDIMScheduler(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipe.save_pretrained(str(folder), safe_serialization=True)
    return folder


def _painter() -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(32, 64),
        down_block_types=("DownEncoderBlock2D", "DownEncoderBlock2D"),
        up_block_types=("UpDecoderBlock2D", "UpDecoderBlock2D"),
        latent_channels=4,
        norm_num_groups=8,
    )


def _reader() -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel

    last = 2 * len(WORDS)
    config = CLIPTextConfig(
        vocab_size=last + 2,
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        bos_token_id=last,
        eos_token_id=last + 1,
        pad_token_id=last + 1,
    )
    return CLIPTextModel(config)


def _dreamer() -> Any:
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(
        block_out_channels=(32, 64),
        layers_per_block=1,
        sample_size=16,
        in_channels=4,
        out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=32,
        norm_num_groups=8,
        attention_head_dim=8,
    )


def clip(folder: Path) -> Path:
    """A CLIP of a few thousand numbers."""
    import torch
    from transformers import CLIPConfig, CLIPImageProcessor, CLIPModel, CLIPProcessor

    torch.manual_seed(0)
    count = 2 * len(WORDS) + 2
    small = {"hidden_size": 32, "intermediate_size": 37, "num_hidden_layers": 1}
    heads = {"num_attention_heads": 4}
    words = {"vocab_size": count, "bos_token_id": count - 2, "eos_token_id": count - 1}
    model = CLIPModel(
        CLIPConfig(
            text_config=small | heads | words,
            vision_config=small | heads | {"image_size": 32, "patch_size": 8},
            projection_dim=16,
        )
    )
    model.save_pretrained(str(folder), safe_serialization=True)
    eyes = CLIPImageProcessor(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
    CLIPProcessor(eyes, tokenizer(folder.with_name("clip-words"))).save_pretrained(str(folder))
    return folder
