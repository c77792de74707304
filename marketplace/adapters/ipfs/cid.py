"""Name content by its sha-256 digest, as a CIDv1 in lower-case base32."""

from base64 import b32decode, b32encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Self

from marketplace.adapters.ipfs.error import CidInvalid

RAW: Final = 0x55
DAG_PB: Final = 0x70
CODECS: Final = {RAW: "raw", DAG_PB: "dag-pb"}

DIGEST_SIZE: Final = 32
SIZE: Final = 36  # version, codec, hash function, digest size, digest
TEXT_SIZE: Final = 59  # "b" and 36 bytes in base32
SHA2_256: Final = bytes((0x12, DIGEST_SIZE))


@dataclass(frozen=True, slots=True, order=True)
class Cid:
    """A CIDv1 of a raw or dag-pb block under sha2-256."""

    codec: int
    digest: bytes

    def __post_init__(self) -> None:
        if self.codec not in CODECS:
            raise CidInvalid(f"CID codec {self.codec:#x} is not known; use raw or dag-pb")
        if len(self.digest) != DIGEST_SIZE:
            raise CidInvalid(f"a sha-256 digest has 32 bytes, this one has {len(self.digest)}")

    @classmethod
    def of(cls, content: bytes | memoryview, codec: int = RAW) -> Self:
        """Name one block."""
        return cls(codec, sha256(content).digest())

    @classmethod
    def from_digest(cls, digest: bytes | int) -> Self:
        """Name the raw block with this digest; a token id is such a digest."""
        if isinstance(digest, int):
            if not 0 <= digest < 1 << 256:
                raise CidInvalid(f"{digest} is not a digest: it does not fit 32 bytes")
            digest = digest.to_bytes(DIGEST_SIZE)
        return cls(RAW, digest)

    @classmethod
    def from_bytes(cls, raw: bytes) -> Self:
        """Read the binary form, as links and CAR files hold it."""
        if raw[:2] == SHA2_256 and len(raw) == 34:
            raise CidInvalid(f"{raw.hex()} is a CIDv0; only CIDv1 is spoken here")
        if len(raw) != SIZE or raw[0] != 1 or raw[2:4] != SHA2_256:
            raise CidInvalid(f"{raw[:40].hex()} is not a CIDv1 under sha2-256")
        return cls(raw[1], raw[4:])

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the one text form that we write."""
        if text.startswith("Qm") and len(text) == 46:
            raise CidInvalid(f"{text} is a CIDv0; ask for the content's CIDv1, which starts with b")
        if len(text) != TEXT_SIZE or not text.startswith("b") or not text.isascii():
            raise CidInvalid(
                f"{text[:80]!r} is not a CIDv1 under sha2-256 in base32 (b and 58 characters)"
            )
        try:
            raw = b32decode(text[1:].upper() + "======")
        except ValueError as error:
            raise CidInvalid(f"{text!r} has characters outside base32") from error
        cid = cls.from_bytes(raw)
        if str(cid) != text:
            raise CidInvalid(f"{text!r} is not canonical; write it as {cid}")
        return cid

    @property
    def is_block(self) -> bool:
        """Whether the content is the block itself, and no file or folder made of blocks."""
        return self.codec == RAW

    @property
    def token(self) -> int:
        """The digest as a token id."""
        return int.from_bytes(self.digest)

    def __bytes__(self) -> bytes:
        return bytes((1, self.codec)) + SHA2_256 + self.digest

    def __str__(self) -> str:
        return "b" + b32encode(bytes(self)).decode().rstrip("=").lower()
