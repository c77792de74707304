"""Keep an archive as a file whose digest names it: safetensors beside a list, as weights are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation import weights
from generation.errors import WeightsRefused
from generation.muse.archive import Archive, Cell, Elite
from generation.muse.measure import BUSINESS, LOOK, TONES
from generation.muse.subject import Subject, group
from generation.network.place import keep

FOLDER = Path(__file__).parent / "weights"
NAME = "archive"
MOST_BYTES = 4 << 20


def save(archive: Archive, card: Mapping[str, Any], folder: Path = FOLDER) -> Path:
    """Write an archive, its digest into the folder's list, and beside it how it was made."""
    elites = list(archive)
    told = [json.dumps(astuple(elite.subject)) for elite in elites]
    places = [(TONES.index(e.cell.tone), BUSINESS.index(e.cell.business)) for e in elites]
    arrays: dict[str, NDArray[Any]] = {
        "looks": archive.looks(),
        "qualities": np.array([elite.quality for elite in elites], np.int16),
        "places": np.array(places, np.int8).reshape(-1, 2),
        "subjects": np.frombuffer(json.dumps(told).encode(), np.uint8),
    }
    return keep(NAME, arrays, {**card, "elites": len(elites), "name": NAME}, folder)


def load(folder: Path = FOLDER) -> Archive:
    """The archive in a folder; raises `WeightsRefused` for anything but the listed file."""
    arrays = weights.load(folder, NAME, MOST_BYTES).arrays
    try:
        told = json.loads(bytes(np.asarray(arrays["subjects"], np.uint8)))
        subjects = [Subject(*json.loads(one)) for one in told]
        looks = np.asarray(arrays["looks"], np.int16).reshape(len(subjects), LOOK)
        elites = [
            Elite(subject, int(quality), _cell(subject, int(tone), int(business)), look)
            for subject, quality, (tone, business), look in zip(
                subjects, arrays["qualities"], arrays["places"], looks, strict=True
            )
        ]
    except (KeyError, IndexError, TypeError, ValueError) as cause:
        raise WeightsRefused(f"{folder} holds no archive of the muse: {cause}") from cause
    return Archive(elites)


@cache
def archive() -> Archive:
    """What ships with this release."""
    return load()


def digest(folder: Path = FOLDER) -> str:
    """SHA-256 of the archive's file, hexadecimal."""
    return weights.listed(folder)[NAME]


def _cell(subject: Subject, tone: int, business: int) -> Cell:
    return Cell(group(subject.concept), group(subject.becoming), TONES[tone], BUSINESS[business])
