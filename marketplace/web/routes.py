"""Gather everything that a browser is shown."""

from fastapi import APIRouter

from marketplace.web import (
    asset,
    compare,
    curation,
    gallery,
    house,
    picture,
    receipt,
    studio,
    taste,
)

router = APIRouter()
for part in (asset, picture, gallery, receipt, compare, curation, studio, taste, house):
    router.include_router(part.router)
