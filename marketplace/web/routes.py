"""Gather everything that a browser is shown."""

from fastapi import APIRouter

from marketplace.web import asset, curation, gallery, house, picture, studio, taste

router = APIRouter()
for part in (asset, picture, gallery, curation, studio, taste, house):
    router.include_router(part.router)
