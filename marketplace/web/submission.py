"""The page on which an artist submits a finished work."""

from typing import Final

from fastapi import APIRouter, Response

from marketplace.uploads.kind import KINDS, LIMITS, MIB, POSTER_LIMIT
from marketplace.web.page import PageDep

POSTERS: Final = ("image/png", "image/jpeg", "image/webp")
LINES: Final = {"title": 120, "description": 2000}

router = APIRouter(include_in_schema=False)


@router.get("/studio/submit")
def form(page: PageDep) -> Response:
    """A form for the work, its words and, where it needs one, its picture."""
    return page.show(
        "submit.html",
        section="/studio",
        accepted=",".join(kind.media_type for kind in KINDS) + ",.glb,.m4a,.flac",
        posters=",".join(POSTERS),
        media=[
            (
                medium,
                ", ".join(kind.suffix.upper() for kind in KINDS if kind.medium == medium),
                limit // MIB,
            )
            for medium, limit in LIMITS.items()
        ],
        limits=LINES,
        most_bytes=max(LIMITS.values()),
        most_poster_bytes=POSTER_LIMIT,
    )
