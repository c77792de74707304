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
    resemblance,
    studio,
    submission,
    taste,
    webhook,
)

router = APIRouter()
for part in (
    asset,
    picture,
    gallery,
    receipt,
    compare,
    curation,
    resemblance,
    submission,
    studio,
    taste,
    house,
    webhook,
):
    router.include_router(part.router)
