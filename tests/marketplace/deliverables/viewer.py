"""Write down what viewers ask of metadata: ERC-721's schema, and what the large ones read beyond.

ERC-721 asks for name, description and image. OpenSea, Rarible and wallets read `attributes`
(`trait_type`, `value`, `display_type` for numbers alone), `background_color` (six hex digits, no
#), `animation_url` and `external_url`; `properties.files` (uri, type) comes from the multi-file
convention that marketplaces share.
"""

from typing import Any, Final

ADDRESS: Final = {"type": "string", "pattern": "^(ipfs|https)://[^ ]+$"}
TRAIT: Final = {
    "type": "object",
    "required": ["trait_type", "value"],
    "additionalProperties": False,
    "properties": {
        "trait_type": {"type": "string", "minLength": 1, "maxLength": 80},
        "value": {"type": ["string", "integer"], "maxLength": 200},
        "display_type": {"enum": ["number", "boost_number", "boost_percentage", "date"]},
    },
    "if": {"properties": {"value": {"type": "integer"}}},
    "then": {
        "required": ["display_type"],
        # What a program in JavaScript can hold.
        "properties": {"value": {"maximum": 2**53 - 1, "minimum": -(2**53) + 1}},
    },
    "else": {"not": {"required": ["display_type"]}},
}
FILE: Final = {
    "type": "object",
    "required": ["uri", "type", "name", "size", "sha256", "cid"],
    "additionalProperties": False,
    "properties": {
        "uri": {"type": "string", "pattern": r"^ipfs://b[a-z2-7]{58}(/[a-z0-9.]+)?$"},
        "type": {"type": "string", "pattern": r"^[a-z]+/[a-z0-9.+-]+$"},
        "name": {"type": "string", "pattern": r"^[a-z0-9.]+\.[a-z0-9]+$"},
        "size": {"type": "integer", "minimum": 1},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "cid": {"type": "string", "pattern": "^b[a-z2-7]{58}$"},
        "width": {"type": "integer", "minimum": 1},
        "height": {"type": "integer", "minimum": 1},
    },
    "if": {"properties": {"type": {"pattern": "^image/"}}},
    "then": {"required": ["width", "height"]},
}
SCHEMA: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Asset Metadata",
    "type": "object",
    "required": ["name", "description", "image", "attributes", "properties"],
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "description": {"type": "string"},
        "image": ADDRESS,
        "animation_url": ADDRESS,
        "external_url": ADDRESS,
        "background_color": {"type": "string", "pattern": "^[0-9a-f]{6}$"},
        "attributes": {"type": "array", "items": TRAIT, "minItems": 1},
        "properties": {
            "type": "object",
            "required": ["files", "category"],
            "properties": {
                "files": {"type": "array", "items": FILE, "minItems": 1},
                "category": {"enum": ["image", "video", "audio", "vr", "html"]},
            },
        },
    },
}
