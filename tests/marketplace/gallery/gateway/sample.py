"""What the gateway's tests store, and how they read a refusal."""

import random

from httpx import Response

MIB = 1 << 20
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
LARGE = random.Random(7).randbytes(5 * MIB + 11)
FOLDER = {
    "image.png": PNG,
    "metadata.json": b'{"name": "On Wings of Song"}',
    "a b/ü.txt": "Flügel".encode(),
    "film": LARGE,
    "again": LARGE,
}
RAW = "application/vnd.ipld.raw"
CAR = "application/vnd.ipld.car"


def assert_problem(response: Response, status: int, words: str) -> None:
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert (response.status_code, told["status"]) == (status, status)
    assert words in told["detail"]
