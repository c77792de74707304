"""Store pictures as PNG, and judge how alike two of them are."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from generation import likeness, png
from generation.engine import Raster
from generation.likeness import Likeness
from generation.medium import Comparison


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a picture may be from the rendering and still reach level C."""

    mean_error: float = 1 / 255
    hash_distance: int = 2
    similarity: float = 0.995

    def faults(self, found: Likeness) -> list[str]:
        """Each measure that leaves its bound, with both figures."""
        faults = []
        if found.mean_error > self.mean_error:
            faults.append(f"mean error {found.mean_error:.5f} above {self.mean_error:.5f}")
        if found.hash_distance > self.hash_distance:
            faults.append(f"{found.hash_distance} bits of 63 differ, above {self.hash_distance}")
        if found.similarity < self.similarity:
            faults.append(f"similarity {found.similarity:.4f} below {self.similarity:.4f}")
        return faults

    def __str__(self) -> str:
        return (
            f"mean error at most {self.mean_error:.5f}, at most {self.hash_distance} bits of 63 "
            f"differ, similarity at least {self.similarity}"
        )


TOLERANCE = Tolerance()


class Picture:
    """The medium of `Raster`."""

    name = "picture"
    media_type = png.MEDIA_TYPE
    suffix = ".png"
    digest_name = "pixel_sha256"
    tolerance = str(TOLERANCE)

    def encode(self, sample: Raster, recipe_digest: str) -> bytes:
        return png.encode(sample, recipe_digest)

    def decode(self, content: bytes, like: Raster) -> Raster:
        return png.decode(content, like.width, like.height)[0]

    def facts(self, sample: Raster) -> dict[str, int]:
        return {"width": sample.width, "height": sample.height}

    def compare(self, one: Raster, other: Raster) -> Comparison:
        found = likeness.compare(one, other)
        return Comparison(asdict(found), tuple(TOLERANCE.faults(found)))


MEDIUM = Picture()
